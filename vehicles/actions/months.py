"""Months of the fleet: over, and published."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from campus.doors import Refused
from campus.models import Person
from campus.school_time.months import month_before
from campus.storing import store
from planning.actions.reminders import plan_reminders
from vehicles.models import FleetMonth, TripTally


@transaction.atomic
def lay_month(*, at: datetime) -> FleetMonth | None:
    """Note that the last month is over and its sheet is to be published; the fleet manager is
    reminded. Nothing where nobody drove. Safe to repeat."""
    first_day = month_before(timezone.localtime(at).date())
    driven = TripTally.objects.filter(day__year=first_day.year, day__month=first_day.month)
    if not driven.exists():
        return None
    month, made = FleetMonth.objects.get_or_create(first_day=first_day)
    if made:
        plan_reminders(month, at=at)
    return month


@transaction.atomic
def publish(first_day: date, *, by: Person, at: datetime) -> FleetMonth:
    """Let all staff read the sheet of a month that is over. Raises Refused before that, and the
    second time."""
    if first_day > month_before(timezone.localtime(at).date()):
        raise Refused(_("This month is not over yet."))
    FleetMonth.objects.get_or_create(first_day=first_day)
    month = FleetMonth.objects.select_for_update().get(first_day=first_day)
    if month.published_at:
        raise Refused(_("This sheet is published already."))
    month.published_by, month.published_at = by, at
    store(month)
    plan_reminders(month, at=at)
    return month
