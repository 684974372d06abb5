"""The ground's lines of the data map, and what it keeps of one person."""

from collections.abc import Iterable
from functools import partial

from django.utils.translation import gettext_lazy as _

from campus.cases.models import Case
from campus.cases.registry import KINDS
from campus.models import Person
from campus.privacy.registry import (
    AS_RECORDS,
    BOTH,
    PUPILS,
    DataKind,
    Held,
    name_authors,
    name_data,
    name_holding,
)
from campus.rows import Rows

WHILE_HERE = _(
    "While you belong to the school. Afterwards the account is closed, and what work refers to"
    " stays as the school's record."
)
AS_PROOF = _("As proof, unchanged, for three years unless the school says otherwise.")
PERSON = DataKind(
    name="person", label=_("Person and account"), whose=BOTH,
    fields=_("Name, number, class or department, phone and e-mail if given"),
    purpose=_("To know whose work and whose report it is, and to reach you."),
    seen_by=_("You and the staff of the school; of pupils head, administrators, dorm wardens and "
              "the class teacher."),
    source=_("The school's rosters, brought in by administrators"), kept=WHILE_HERE,
    models=("campus.Person",),
)  # fmt: skip
DUTIES = DataKind(
    name="duties", label=_("Duties"), whose=BOTH, fields=_("Role, over what, from when to when"),
    purpose=_("They say what you may do in the portal."), seen_by=_("Whoever sees your page."),
    kept=WHILE_HERE, models=("campus.Duty",),
)  # fmt: skip
SIGN_IN = DataKind(
    name="sign_in", label=_("Sign-in"), whose=BOTH,
    fields=_("Password as a code, second factor, devices with network address and time"),
    purpose=_("So that nobody else uses your account."),
    basis=_("Cybersecurity Law; GB/T 22239-2019 8.1.4"),
    seen_by=_("You; administrators see how many devices there are, and not which."),
    source=_("Your sign-in"),
    kept=_("Devices for two weeks after the last visit. Passwords as a code that cannot be read."),
    models=(
        "usersessions.UserSession", "mfa.Authenticator", "account.EmailAddress",
        "socialaccount.SocialAccount", "campus.LinkedIdentity", "campus.IdentitySession",
    ),
)  # fmt: skip
APPS = DataKind(
    name="apps", label=_("Apps you let in"), whose=BOTH,
    fields=_("Which app you agreed to, what it is told and when; its keys"),
    purpose=_("So that you sign in to the school's apps by this portal."),
    basis=_("Your consent (PIPL art. 13, 23 and 29)"), source=_("You"),
    seen_by=_("You alone."), kept=_("Until you take the consent back."),
    outside=_("The apps that you have agreed to"),
    models=("campus.Consent", "allauth_idp_oidc.Client", "allauth_idp_oidc.Token"),
)  # fmt: skip
INBOX = DataKind(
    name="inbox", label=_("Inbox"), whose=BOTH, fields=_("What you were told, and when"),
    purpose=_("To tell you what concerns you."), seen_by=_("You alone."),
    kept=_("A year unless the school says otherwise."),
    outside=_("Your mail provider, where you have given an e-mail address"),
    models=("campus.InboxEntry", "campus.Delivery"),
)  # fmt: skip
OWN = DataKind(
    name="own", label=_("What you have laid by"), whose=BOTH,
    fields=_("Forms not sent yet, saved searches, the calendar's address, files you asked for"),
    purpose=_("So that nothing you typed is lost."), seen_by=_("You alone."),
    kept=_("Forms for days, files for a week, the rest until you delete it."),
    models=(
        "campus.KeptForm", "campus.Submission", "campus.SavedView", "campus.FeedAddress",
        "campus.Job", "campus.Follow",
    ),
)  # fmt: skip
EXTRA = DataKind(
    name="extra", label=_("Optional data of pupils"), whose=PUPILS,
    fields=_("A guardian's phone, sealed; under 14 or not, and the day of the guardian's consent"),
    purpose=_("To reach a guardian; to keep the special rules for children under 14."),
    basis=_("Duty of care; the guardian's consent (PIPL art. 13, 29 and 31)"),
    seen_by=_("The pupil, the class teacher, dorm wardens, administrators."),
    source=_("Guardians, written down by the class teacher"),
    kept=_("While the pupil is at the school, or until the field is erased."),
    models=("campus.PupilExtra",),
)  # fmt: skip
CASES = DataKind(
    name="cases", label=_("What you have raised"), whose=BOTH,
    fields=_("Number, what it is about, what was said and done"),
    purpose=_("So that it is answered, and the answer can be found again."),
    seen_by=_("You, whoever has it in hands, the area's office and the head."), kept=AS_RECORDS,
    source=_("You"),
    models=("campus.Enquiry", "campus.Feedback", "campus.FeedbackVote", "campus.DataRequest"),
)  # fmt: skip
TIMELINE = DataKind(
    name="timeline", label=_("What happened"), whose=BOTH,
    fields=_("What was changed about your account and your duties, by whom and when"),
    purpose=_("To prove who changed what about your account and your duties."),
    seen_by=_("You, the head and administrators."), kept=AS_PROOF,
    models=("campus.TimelineEntry", "campus.TimelineEntry_mentioned"),
)  # fmt: skip
LOOKS = DataKind(
    name="looks", label=_("Who has looked at your data"), whose=PUPILS,
    fields=_("Who has opened a pupil's page or taken data away, when and what for"),
    purpose=_("The law asks that looks at minors' data be noted."),
    basis=_("Regulations on Minors in Cyberspace art. 36"),
    seen_by=_("You, the head, administrators and auditors."), kept=AS_PROOF,
    models=("campus.PupilAccess", "campus.TakeAway"),
)  # fmt: skip
AUDIT = DataKind(
    name="audit", label=_("Audit log"), whose=BOTH,
    fields=_("Acts upon access and personal data, by whom, when, from which network address"),
    purpose=_("So that misuse is found."), basis=_("Cybersecurity Law; GB/T 22239-2019 8.1.4.3"),
    seen_by=_("Auditors."), kept=AS_PROOF, models=("campus.AuditEntry",),
)  # fmt: skip
AUTHORS = DataKind(
    name="authors", label=_("Who wrote or answers for a record"), whose=BOTH,
    fields=_("The name under a record, and when it was written"),
    purpose=_("Every record has its author; nothing is decided by nobody."),
    seen_by=_("Whoever sees the record."), kept=AS_RECORDS, models=(),
)  # fmt: skip


def raised(person: Person) -> Iterable[Rows[Held]]:
    """Whatever the person has raised with any area."""
    for kind in KINDS.values():
        cases = kind.model._default_manager.filter(reporter=person)
        yield Rows(rows=cases, fields=("number", "title"), draw=partial(told, str(kind.label)))


def told(label: str, case: Case) -> Held:
    return Held(kind="cases", label=f"{label} {case.number}", value=case.title)


def hand_in() -> None:
    """Put the ground's data on the map."""
    name_data(
        PERSON, DUTIES, SIGN_IN, APPS, EXTRA, INBOX, OWN, CASES, TIMELINE, LOOKS, AUDIT, AUTHORS
    )  # fmt: skip
    name_authors(
        f"campus.{name}"
        for name in (
            "Attachment", "AuditPoint", "AuditYear", "CarriedOver", "Device", "DirectorySync",
            "Extension", "OptionalField", "Place", "RetentionRule", "RetentionRun", "RosterImport",
            "SemesterClose", "Webhook",
        )
    )  # fmt: skip
    name_authors(("admin.LogEntry", "pghistory.MiddlewareEvents"))
    name_holding(raised)
