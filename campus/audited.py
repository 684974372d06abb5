"""The acts of the ground's nouns that the audit log tells of, each with its sentence.

Sentences name no pupil: whom something was done to is told by the entry's own column, from the
person's record, so that nobody stays in the log by name who was made anonymous.
"""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from campus.audit.registry import name_kinds

PEOPLE = {
    "duty_given": (_("Duty given"), gettext_noop("Put on duty as %(role)s from %(first)s on.")),
    "duty_ends": (_("Duty ended"), gettext_noop("The duty as %(role)s ends on %(last)s.")),
    "duty_runs_on": (
        _("Duty runs on"), gettext_noop("The duty as %(role)s has no last day any more.")
    ),
    "duty_stand_in": (
        _("Stand-in named"),
        gettext_noop("Stands in as %(role)s from %(first)s to %(last)s."),
    ),
    "person_corrected": (_("Person corrected"), gettext_noop("Corrected: %(fields)s.")),
    "person_ended": (_("Person left"), gettext_noop("Left the school on %(day)s.")),
    "person_back": (_("Person taken back"), gettext_noop("Taken back into the school.")),
    "rescued": (
        _("Written by hand"),
        gettext_noop("Written in the rescue pages: %(fields)s; duties changed: %(count)s."),
    ),
    "field_on": (
        _("Optional field switched on"), gettext_noop("“%(field)s” was switched on: %(reason)s")
    ),
    "field_off": (
        _("Optional field switched off"), gettext_noop("“%(field)s” was switched off: %(reason)s")
    ),
    "field_erased": (
        _("Optional field erased"), gettext_noop("“%(field)s” was erased for %(count)s pupils.")
    ),
    "extra_written": (_("Optional data written"), gettext_noop("Optional data was changed.")),
    "pupils_taken": (
        _("Pupils' data taken as a file"),
        gettext_noop("Took data of %(count)s pupils away as a file from %(page)s: %(reason)s"),
    ),
    "pupils_printed": (
        _("Pupils' data printed"), gettext_noop("Printed data of %(count)s pupils from %(page)s.")
    ),
}  # fmt: skip
ACCOUNT = {
    "password_given": (_("New password"), gettext_noop("Was given a new first password.")),
    "factor_taken": (
        _("Second factor taken away"), gettext_noop("The second factor was taken away: %(reason)s")
    ),
    "factor_changed": (_("Own second factor"), gettext_noop("Changed their own second factor.")),
    "signed_out": (_("Signed out everywhere"), gettext_noop("Was signed out on all devices.")),
}  # fmt: skip
PRIVACY = {
    "request_raised": (
        _("Request about data"), gettext_noop("%(number)s about this person's data was raised.")
    ),
    "request_granted": (
        _("Request about data granted"), gettext_noop("%(number)s was done as asked.")
    ),
    "request_refused": (_("Request about data refused"), gettext_noop("%(number)s was refused.")),
    "person_anonymised": (
        _("Person made anonymous"), gettext_noop("Name, number and contact were replaced for good.")
    ),
    "retention_ruled": (
        _("Time of keeping"), gettext_noop("%(sort)s: kept for %(months)s months. %(reason)s")
    ),
    "retention_run": (
        _("Data let go of"), gettext_noop("%(count)s records whose time was up were let go of.")
    ),
    "year_audited": (
        _("Yearly audit signed"), gettext_noop("The compliance audit of %(year)s was signed.")
    ),
    "take_away_asked": (
        _("Pupils' data asked for"),
        gettext_noop("Asked to take “%(title)s” with %(count)s pupils away: %(reason)s"),
    ),
    "take_away_approved": (
        _("Pupils' data approved"),
        gettext_noop("Approved that “%(title)s” with %(count)s pupils is taken away."),
    ),
    "take_away_declined": (
        _("Pupils' data declined"),
        gettext_noop("Declined that “%(title)s” is taken away: %(reason)s"),
    ),
    "take_away_used": (
        _("Pupils' data taken"), gettext_noop("Took “%(title)s” with %(count)s pupils away.")
    ),
}  # fmt: skip
OFFICE = {
    "roster_applied": (
        _("Roster imported"),
        gettext_noop(
            "Imported “%(file)s”: %(added)s added, %(changed)s changed, %(ended)s ended."
        ),
    ),
    "roster_taken_back": (_("Roster taken back"), gettext_noop("Took “%(file)s” back.")),
    "robot_added": (_("Robot added"), gettext_noop("The robot “%(name)s” was added.")),
    "robot_changed": (_("Robot changed"), gettext_noop("The robot “%(name)s” was changed.")),
    "robot_on": (_("Robot switched on"), gettext_noop("The robot “%(name)s” was switched on.")),
    "robot_off": (_("Robot switched off"), gettext_noop("The robot “%(name)s” was switched off.")),
    "promise_ruled": (
        _("Rule of promises"), gettext_noop("The promise “%(promise)s” of %(cases)s was changed.")
    ),
    "hours_set": (_("Hours"), gettext_noop("The hours “%(hours)s” were changed.")),
    "semester_closed": (_("Semester closed"), gettext_noop("%(semester)s was closed.")),
    "semester_reopened": (
        _("Semester opened again"), gettext_noop("%(semester)s was opened again: %(reason)s")
    ),
    "audit_taken": (
        _("Audit log taken as a file"), gettext_noop("Took %(count)s entries of this log away.")
    ),
    "audit_printed": (
        _("Audit log printed"), gettext_noop("Printed %(count)s entries of this log.")
    ),
}  # fmt: skip


def hand_in() -> None:
    """Name every kind."""
    name_kinds(PEOPLE)
    name_kinds(ACCOUNT)
    name_kinds(PRIVACY)
    name_kinds(OFFICE)
