"""Items of the work plan that become maintenance, and are done when it is."""

from datetime import date

import pytest

from campus.models import Place, Role
from planning.fulfilment import made_of, ways_for, with_things
from planning.models import PlanItem
from repairs.actions import maintenance
from repairs.models import MaintenanceJob, MaintenancePlan
from tests.reminding import make_item
from tests.repairs.conftest import moment

DUE = date(2025, 12, 1)


@pytest.fixture
def frost(semester, office, head) -> PlanItem:
    """The frost protection of the plan, by the first of December."""
    return make_item(
        semester, office, head, kind="maintenance", title="校园管道防冻", owner=head,
        starts_on=date(2025, 11, 24), ends_on=DUE,
    )  # fmt: skip


@pytest.fixture
def campus(db) -> Place:
    place = Place.objects.create(kind="campus", code="A", name="主校区")
    for number in (1, 2):
        Place.objects.create(
            kind="building", code=f"A-{number}", name=f"{number}号楼", parent=place
        )
    place.refresh_from_db()
    return place


@pytest.fixture
def plan(frost, campus, head) -> MaintenancePlan:
    """A job for each of two buildings, laid two weeks ahead."""
    return maintenance.write_plan(
        MaintenancePlan(plan_item=frost), name="管道防冻", covers="place", place=campus,
        part_kind="building", rhythm="yearly", month=12, month_day=1,
        starts_on=date(2025, 11, 1), role=Role.TECHNICIAN, by=head, at=moment(11, 20, 9),
    )  # fmt: skip


def state(item: PlanItem) -> str:
    return PlanItem.objects.get(pk=item.pk).status


def finish(job: MaintenanceJob, by, day: date) -> None:
    at = moment(day.month, day.day, 10).replace(year=day.year)
    maintenance.finish(job, words="已包扎", done_on=day, by=by, at=at)


def test_the_form_begins_with_the_item(signed_in, head, frost):
    ways = ways_for(head, frost)
    [path] = [path for way, path in ways if way.made.model is MaintenancePlan]
    assert path == f"/repairs/maintenance/plans/new/?item={frost.pk}"
    page = signed_in(head).get(path)
    form = page.context["form"]
    assert (form["name"].value(), form["month"].value(), form["month_day"].value()) == (
        "校园管道防冻", 12, 1,
    )  # fmt: skip
    assert frost.title in page.content.decode()


def test_the_item_is_done_with_its_last_job_and_not_undone_by_next_year_s(
    frost, plan, technician, head
):
    assert [thing.title for thing in made_of(head, frost)] == ["管道防冻"]
    first, second = plan.jobs.order_by("pk")
    finish(first, technician, date(2025, 11, 28))
    assert state(frost) != "done"
    finish(second, technician, DUE)
    assert state(frost) == "done"
    next_year = moment(11, 20, 9).replace(year=2026)
    assert maintenance.lay_jobs(plan.pk, at=next_year) == 2
    finish(plan.jobs.open().first(), technician, date(2026, 11, 25))
    assert state(frost) == "done"


def test_a_paused_plan_counts_no_more(frost, plan, technician, head):
    first, second = plan.jobs.order_by("pk")
    finish(first, technician, DUE)
    maintenance.start(second, by=technician, at=moment(12, 1, 11))
    maintenance.set_paused(plan, is_paused=True, by=head, at=moment(12, 1, 12))
    assert state(frost) != "done"
    assert not with_things(PlanItem.objects.filter(pk=frost.pk)).get().has_thing


@pytest.mark.parametrize("guessed", ["999999", "x", "-1"])
def test_a_guessed_item_is_as_if_it_had_not_been_asked_for(signed_in, head, guessed):
    page = signed_in(head).get(f"/repairs/maintenance/plans/new/?item={guessed}")
    assert page.context["form"].instance.plan_item is None
