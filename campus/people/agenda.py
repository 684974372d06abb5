"""Duties that end soon, for those who give them out."""

from datetime import date, datetime, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from campus.agenda import Urgency, Waiting
from campus.models import Duty, Person
from campus.people import rights

# Long enough to find somebody, in days.
AHEAD = 14
SOON = 3


def waiting(person: Person, at: datetime) -> list[Waiting]:
    """Duties that end within two weeks and that nobody holds on; one query."""
    if not rights.can_give_duties(person):
        return []
    today = timezone.localtime(at).date()
    ending = Duty.objects.ending_between(today, today + timedelta(days=AHEAD))
    related = ending.select_related("person", "department", "school_class", "place")
    return [waiting_duty(duty, today) for duty in related if rights.can_change_duty(person, duty)]


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
