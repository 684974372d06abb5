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
from campus.models import InboxEntry, Person, PupilAccess, TimelineEntry
from campus.people.exports import extra_of
from campus.privacy.registry import DATA, held_of
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
    """Everything the portal keeps about the person; queries do not grow with it."""
    told = [
        about(person), duties_of(person), sign_in_of(person), news_of(person), past_of(person),
        *([looks_at(person)] if person.is_pupil else []),
    ]  # fmt: skip
    return [*told, *from_areas(person)]


def part(name: str, rows: list[Row]) -> Part:
    """A part with the words of the data map."""
    kind = DATA[name]
    return Part(name, kind.label, kind.purpose, kind.seen_by, kind.kept, rows)


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
    return part("person", rows)


def duties_of(person: Person) -> Part:
    held = person.duties.select_related("department", "school_class", "place")
    rows: list[Row] = [
        (f"{duty.get_role_display()} {duty.scope}".strip(), days(duty.starts_on, duty.ends_on))
        for duty in held
    ]
    return part("duties", rows)


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
    return part("sign_in", rows)


def news_of(person: Person) -> Part:
    entries = InboxEntry.objects.visible_to(person).select_related("notice")
    rows: list[Row] = [
        (moment_in_words(each.notice.told_at), each.notice.sentence) for each in entries
    ]
    return part("inbox", rows)


def past_of(person: Person) -> Part:
    rows: list[Row] = [
        (moment_in_words(each.at), " ".join(filter(None, [each.sentence, each.words])))
        for each in TimelineEntry.objects.of(person)
    ]
    return part("timeline", rows)


def looks_at(person: Person) -> Part:
    found = PupilAccess.objects.of(person)
    rows: list[Row] = [
        (moment_in_words(each.at), f"{each.get_what_display()} · {each.roles_in_words}")
        for each in found
    ]
    return part("looks", rows)


def from_areas(person: Person) -> list[Part]:
    """What each area keeps of the person: one query for all of them."""
    held = held_of(person)
    return [
        part(name, [(each.label, each.value) for each in held[name]])
        for name in DATA
        if name in held
    ]


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
