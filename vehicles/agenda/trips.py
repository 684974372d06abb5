"""What vehicles tell the roof: trips in the calendar, and what is to be driven today.

Approvals and requests that want a vehicle are told as all cases are (`campus.cases.agenda`).
"""

from datetime import date, datetime, timedelta
from functools import partial
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from campus.agenda import Dated, Urgency, Waiting
from campus.models import Person
from campus.rows import Rows
from campus.school_time.engine import moments_of
from vehicles.models import FleetMonth, Trip
from vehicles.rights import can_publish_months

# As many trips as somebody drives in two days; those of tomorrow are shown today.
MOST = 8
AHEAD = timedelta(days=1)
FIELDS = ("number", "route", "status", "starts_at", "ends_at", "vehicle__plate", "driver__name")


def dated(person: Person, first: date, last: date) -> list[Rows[Dated]]:
    """The trips that the person sees, from `first` to `last`."""
    since, until = moments_of(first, last)
    trips = Trip.objects.visible_to(person).standing().between(since, until)
    return [Rows(rows=trips.order_by(), fields=FIELDS, draw=dated_trip)]


def dated_trip(trip: Any) -> Dated:
    """A trip as a thing of the calendar."""
    start, end = timezone.localtime(trip.starts_at), timezone.localtime(trip.ends_at)
    status = Trip.Status(trip.status)
    return Dated(
        title=_("Trip to %(where)s, %(vehicle)s") % {
            "where": trip.route, "vehicle": trip.vehicle.plate
        },
        first=start.date(), last=end.date(), starts_at=start.time(), ends_at=end.time(), kind="",
        path=trip.get_absolute_url(), person=trip.driver.name, state=status,
        state_words=status.label, is_done=status == Trip.Status.DONE,
    )  # fmt: skip


def waiting(person: Person, at: datetime) -> list[Rows[Waiting]]:
    """Trips that the person is to begin and to end, today's and tomorrow's; for whoever keeps the
    vehicles also the sheets to be published."""
    if person.is_pupil:
        return []
    today = timezone.localtime(at).date()
    _since, until = moments_of(today, today + AHEAD)
    own = Trip.objects.not_ended().filter(driver=person, starts_at__lt=until)
    told: list[Rows[Waiting]] = [
        Rows(
            rows=own.order_by("starts_at", "id")[:MOST], fields=FIELDS,
            draw=partial(waiting_trip, at=at),
        )
    ]  # fmt: skip
    if can_publish_months(person):
        months = FleetMonth.objects.to_publish().order_by("first_day")[:MOST]
        told.append(
            Rows(rows=months, fields=("first_day",), draw=partial(waiting_month, today=today))
        )
    return told


def waiting_trip(trip: Any, *, at: datetime) -> Waiting:
    """One trip with the button for its next thing."""
    is_out = trip.status == Trip.Status.UNDER_WAY
    start, end = timezone.localtime(trip.starts_at), timezone.localtime(trip.ends_at)
    due = end if is_out else start
    return Waiting(
        title=_("Trip to %(where)s, %(vehicle)s") % {
            "where": trip.route, "vehicle": trip.vehicle.plate
        },
        path=reverse("vehicles:trip_end" if is_out else "vehicles:trip_start", args=[trip.pk]),
        icon="steering-wheel",
        urgency=urgency_of(due, at),
        due=due.date(),
        detail=f"{trip.number} · {start:%H:%M}–{end:%H:%M}",
        button=pgettext("a trip", "End") if is_out else pgettext("a trip", "Start"),
    )  # fmt: skip


def urgency_of(due: datetime, at: datetime) -> Urgency:
    if due < at:
        return Urgency.OVERDUE
    return Urgency.TODAY if due.date() == timezone.localtime(at).date() else Urgency.SOON


def waiting_month(month: Any, *, today: date) -> Waiting:
    """A sheet to be published."""
    return Waiting(
        title=str(month), path=month.get_absolute_url(), icon="report",
        urgency=Urgency.OVERDUE if month.due_on < today else Urgency.SOON, due=month.due_on,
        button=pgettext("button", "Open"),
    )  # fmt: skip
