"""What the portal keeps about one person, for that person: on a page and as a file."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from campus.account import devices
from campus.models import Enquiry, InboxEntry, Person, PupilAccess, TimelineEntry
from campus.people.exports import extra_of
from campus.shell.words import day_in_words, moment_in_words

Words = str | Promise
Row = tuple[Words, Any]


@dataclass(frozen=True)
class Part:
    """One sort of data: what it is for, who sees it, how long it is kept, and what it says.

    `name` stands for it in a file.
    """

    name: str
    title: Words
    purpose: Words
    seen_by: Words
    kept: Words
    rows: list[Row]


def parts_of(person: Person) -> list[Part]:
    """Everything the portal keeps about the person as such; queries do not grow with it."""
    return [
        about(person), duties_of(person), sign_in_of(person), news_of(person), raised_by(person),
        past_of(person), *([looks_at(person)] if person.is_pupil else []),
    ]  # fmt: skip


WHILE_HERE = _(
    "While you belong to the school. Afterwards the account is closed, and what work refers to"
    " stays as the school's record."
)


def about(person: Person) -> Part:
    rows: list[Row] = [
        (_("name"), person.name),
        (_("number"), person.number),
        (_("kind"), person.get_kind_display()),
        (_("department or class"), str(person.department or person.school_class or "")),
        (_("phone"), person.phone),
        (_("e-mail"), person.email),
        *extra_of(person),
    ]
    seen = _("You, the head, administrators, dorm wardens and your class teacher.")
    seen_by = seen if person.is_pupil else _("You and the staff of the school.")
    purpose = _("To know whose work and whose report it is, and to reach you.")
    return Part("person", _("About you"), purpose, seen_by, WHILE_HERE, rows)


def duties_of(person: Person) -> Part:
    held = person.duties.select_related("department", "school_class", "place")
    rows: list[Row] = [
        (f"{duty.get_role_display()} {duty.scope}".strip(), days(duty.starts_on, duty.ends_on))
        for duty in held
    ]
    purpose = _("They say what you may do in the portal.")
    seen_by = _("Whoever sees your page.")
    return Part("duties", _("Duties"), purpose, seen_by, WHILE_HERE, rows)


def days(first: Any, last: Any) -> str:
    return f"{day_in_words(first)} – {day_in_words(last) if last else ''}".strip()


def sign_in_of(person: Person) -> Part:
    factor = Authenticator.objects.filter(user_id=person.pk, type=Authenticator.Type.TOTP)
    rows: list[Row] = [
        (_("Last sign-in"), moment_in_words(person.last_login) if person.last_login else ""),
        (_("Second factor"), _("On") if factor.exists() else _("Off")),
    ]
    rows += [
        (devices.in_words(each.user_agent), f"{moment_in_words(each.last_seen_at)} · {each.ip}")
        for each in UserSession.objects.filter(user=person).order_by("-last_seen_at")
    ]
    purpose = _("So that nobody else uses your account.")
    seen_by = _("You; administrators see how many devices there are, and not which.")
    kept = _("Devices for two weeks after the last visit. Passwords as a code that cannot be read.")
    return Part("sign_in", _("Sign-in"), purpose, seen_by, kept, rows)


def news_of(person: Person) -> Part:
    entries = InboxEntry.objects.visible_to(person).select_related("notice")
    rows: list[Row] = [
        (moment_in_words(each.notice.told_at), each.notice.sentence) for each in entries
    ]
    purpose, seen_by = _("To tell you what concerns you."), _("You alone.")
    return Part("inbox", _("Inbox"), purpose, seen_by, WHILE_HERE, rows)


def raised_by(person: Person) -> Part:
    own = Enquiry.objects.filter(reporter=person).defer("sought").order_by("-raised_at", "-pk")
    rows: list[Row] = [(each.number, each.title) for each in own]
    purpose = _("So that it is answered, and the answer can be found again.")
    seen_by = _("You, the front desk, the head, and whoever has it in hands.")
    kept = _("As records of the office.")
    return Part("enquiries", _("Enquiries you raised"), purpose, seen_by, kept, rows)


def past_of(person: Person) -> Part:
    rows: list[Row] = [
        (moment_in_words(each.at), " ".join(filter(None, [each.sentence, each.words])))
        for each in TimelineEntry.objects.of(person)
    ]
    purpose = _("To prove who changed what about your account and your duties.")
    seen_by = _("You, the head and administrators.")
    kept = _("As proof, unchanged; the law asks for six months at least.")
    return Part("timeline", _("What happened"), purpose, seen_by, kept, rows)


def looks_at(person: Person) -> Part:
    found = PupilAccess.objects.of(person)
    rows: list[Row] = [
        (moment_in_words(each.at), f"{each.get_what_display()} · {each.roles_in_words}")
        for each in found
    ]
    purpose = _("The law asks that looks at minors' data be noted.")
    seen_by = _("You, the head and administrators.")
    kept = _("As proof, unchanged; the law asks for six months at least.")
    return Part("looks", _("Who has looked at your data"), purpose, seen_by, kept, rows)


def as_json(parts: Iterable[Part]) -> dict[str, Any]:
    """For other programs: each part with its rows as pairs."""
    made = timezone.localtime().isoformat(timespec="minutes")
    return {
        "made_at": made,
        **{part.name: [[str(label), str(value)] for label, value in part.rows] for part in parts},
    }


def as_rows(parts: Iterable[Part]) -> list[list[str]]:
    """For a spreadsheet: part, what, value."""
    return [
        [str(part.title), str(label), str(value)] for part in parts for label, value in part.rows
    ]
