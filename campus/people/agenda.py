"""Duties that end soon, for those who give them out."""

from datetime import date, datetime, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from campus.agenda import Urgency, Waiting
from campus.models import Duty, Person
from campus.people import rights
from campus.rows import Rows

# Long enough to find somebody, in days.
AHEAD = 14
SOON = 3
FIELDS = (
    "role", "ends_on", "person__name", "place__name", "department__name", "school_class__grade",
    "school_class__number",
)  # fmt: skip


def waiting(person: Person, at: datetime) -> list[Rows[Waiting]]:
    """Duties that end within two weeks and that nobody holds on."""
    if not rights.can_give_duties(person):
        return []
    today = timezone.localtime(at).date()

    def draw(duty: Duty) -> Waiting | None:
        return waiting_duty(duty, today) if rights.can_change_duty(person, duty) else None

    ending = Duty.objects.ending_between(today, today + timedelta(days=AHEAD))
    return [Rows(rows=ending, fields=FIELDS, draw=draw)]


def waiting_duty(duty: Duty, today: date) -> Waiting:
    assert duty.ends_on is not None  # these duties end
    soon = duty.ends_on <= today + timedelta(days=SOON)
    title = _("%(name)s's duty ends: %(role)s") % {
        "name": duty.person.name, "role": duty.get_role_display(),
    }  # fmt: skip
    return Waiting(
        title=title,
        path=duty.person.get_absolute_url(),
        icon="user-exclamation",
        urgency=Urgency.SOON if soon else Urgency.LATER,
        due=duty.ends_on,
        detail=duty.scope,
        button=pgettext("button", "Open"),
    )
