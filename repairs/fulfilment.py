"""Items of the work plan that become maintenance plans, such as December's frost protection."""

from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.models import Person
from campus.rows import Rows
from planning.fulfilment import Made, Thing, name_fulfilment, name_made, owner_or
from planning.models import Kind, PlanItem
from repairs import rights
from repairs.models import MaintenanceJob, MaintenancePlan


def plan_from(item: PlanItem, person: Person, today: date) -> dict[str, Any]:
    """What the form of a maintenance plan says at first: due on the item's last day each year."""
    return {
        "name": item.title[:80], "covers": MaintenancePlan.Covers.PLACE,
        "rhythm": MaintenancePlan.Rhythm.YEARLY, "month": item.ends_on.month,
        "month_day": item.ends_on.day, "starts_on": min(item.starts_on, today),
        "planned_for": owner_or(item, person),
    }  # fmt: skip


def jobs_of_item() -> Any:
    """The jobs of a plan that its item asks for: those due by the item's last day. What the plan
    lays in later years is none of the item's."""
    return MaintenanceJob.objects.order_by().filter(
        plan=OuterRef("pk"), due_on__lte=OuterRef("plan_item__ends_on")
    )


def plan_rows(found: QuerySet[Any]) -> Rows[Thing]:
    return Rows(
        rows=found, fields=("name", "is_paused", "plan_item__starts_on", "plan_item__ends_on"),
        draw=drawn_plan,
    )  # fmt: skip


def drawn_plan(plan: MaintenancePlan) -> Thing:
    item = plan.plan_item
    assert item is not None  # it was found by its item
    running = pgettext_lazy("state of a maintenance plan", "Runs")
    return Thing(
        title=plan.name, path=plan.get_absolute_url(), icon="calendar-repeat",
        first=item.starts_on, last=item.ends_on, state="dropped" if plan.is_paused else "planned",
        state_words=_("Paused") if plan.is_paused else running,
    )  # fmt: skip


def hand_in() -> None:
    """A maintenance plan is done, for its item, once a job was done and none is left by then."""
    made = name_made(
        Made(
            model=MaintenancePlan,
            is_done=Q(Exists(jobs_of_item().filter(status=MaintenanceJob.Status.DONE)))
            & ~Q(Exists(jobs_of_item().open())),
            is_off=Q(is_paused=True),
            rows=plan_rows,
        )
    )
    name_fulfilment(
        kind=Kind.MAINTENANCE, label=_("Plan the maintenance"), icon="calendar-repeat",
        address="repairs:maintenance_plan_new", right=rights.can_keep_maintenance, made=made,
    )  # fmt: skip
