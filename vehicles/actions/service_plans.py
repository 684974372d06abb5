"""What is done to a vehicle every so many kilometres or months."""

from datetime import date, datetime
from typing import Any

from django.db import transaction

from campus.models import Person
from campus.school_time.months import months_after
from campus.storing import store
from planning.actions.reminders import plan_reminders
from vehicles.models import ServicePlan


@transaction.atomic
def write_plan(plan: ServicePlan, *, by: Person, at: datetime, **facts: Any) -> ServicePlan:
    """Write a new plan or change one; the keepers are reminded of it. Raises ValidationError."""
    for name, value in facts.items():
        setattr(plan, name, value)
    plan.by, plan.at = by, at
    reckon_due(plan)
    store(plan)
    plan_reminders(plan, at=at)
    return plan


def reckon_due(plan: ServicePlan) -> None:
    """When it comes next: whichever comes first, the day or the kilometres."""
    plan.due_km = plan.last_km + plan.every_km if plan.every_km else None
    plan.due_on = months_after(plan.last_on, plan.every_months) if plan.every_months else None


@transaction.atomic
def done(plan: ServicePlan, *, on: date, km: int, at: datetime) -> None:
    """It was done on a day, at so many kilometres; the next is counted from then."""
    kept = ServicePlan.objects.select_for_update(of=("self",)).get(pk=plan.pk)
    kept.last_on, kept.last_km = on, km
    reckon_due(kept)
    store(kept)
    plan_reminders(kept, at=at)
