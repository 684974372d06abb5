"""Projects: stages in their order, money within its bounds, milestones, risks, acceptance."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from campus.doors import Refused
from planning.actions.reminders import plan_all_reminders
from planning.models import Plan, PlanItem, Reminder
from rooms.actions import money, projects, watching
from rooms.figures.projects import standing_of, told
from rooms.models import (
    BudgetLine,
    Milestone,
    ProjectStage,
    Risk,
    RoomProject,
    Spending,
)
from tests.rooms.conftest import AT, accept, end_all, moment


def stages(project: RoomProject) -> list[str]:
    found = ProjectStage.objects.filter(project=project).order_by("position")
    return [stage.name for stage in found]


def fresh(project: RoomProject) -> RoomProject:
    return RoomProject.objects.get(pk=project.pk)


# Stages


def test_stages_keep_an_order_that_can_be_changed(project, head):
    assert len(stages(project)) == 7
    first, last = stages(project)[0], stages(project)[-1]
    moved = project.stages.get(name=last)
    projects.write_stage(moved, position=1, by=head, at=AT)
    projects.write_stage(
        ProjectStage(project=project, position=99), position=3, name="专家论证", by=head, at=AT
    )
    assert stages(project)[:3] == [last, first, "专家论证"]
    projects.remove_stage(project.stages.get(name="专家论证"), by=head, at=AT)
    positions = project.stages.order_by("position").values_list("position", flat=True)
    assert list(positions) == list(range(1, 8))


def test_a_project_begins_with_its_first_stage_and_ends_once_it_is_accepted(project, head):
    with pytest.raises(Refused):
        projects.finish(project, by=head, at=AT)
    first = project.stages.order_by("position")[0]
    projects.begin_stage(first, by=head, at=AT)
    assert fresh(project).status == "under_way"
    for act in (projects.begin_stage, projects.remove_stage, projects.take_up_stage):
        with pytest.raises(Refused):
            act(first, by=head, at=AT)
    end_all(project, head)
    with pytest.raises(Refused):
        projects.finish(project, by=head, at=AT)
    accept(project, head, "refused", "门禁未接入")
    with pytest.raises(Refused):
        projects.finish(project, by=head, at=AT)
    accept(project, head, "with_defects", "标识未贴")
    projects.finish(project, by=head, at=AT)
    assert fresh(project).status == "done"
    with pytest.raises(Refused):
        projects.take_up_stage(first, by=head, at=AT)


def test_days_late_are_those_of_the_stage_furthest_behind(project, head):
    for number, stage in enumerate(project.stages.order_by("position")):
        day = date(2025, 11, 3) + timedelta(days=number)
        projects.write_stage(
            stage, position=stage.position, planned_from=day, planned_to=day, by=head, at=AT
        )
    projects.end_stage(project.stages.order_by("position")[0], by=head, at=moment(7, 9))
    [now] = [standing_of(each, date(2025, 11, 7)) for each in told(RoomProject.objects.all())]
    assert (now.days_late, now.done, now.bar[0][1], now.bar[1][1]) == (3, 1, "done", "overdue")
    assert now.stages[0].days_late(date(2025, 12, 1)) == 4
    assert list(RoomProject.objects.late(date(2025, 11, 7))) == [project]
    assert not RoomProject.objects.late(date(2025, 11, 4)).exists()


def test_a_stage_runs_forwards_in_the_database_too(project):
    for wrong in (
        {"planned_from": date(2025, 11, 4), "planned_to": date(2025, 11, 3)},
        {"done_on": date(2025, 11, 3)},
        {"begun_on": date(2025, 11, 4), "done_on": date(2025, 11, 3)},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            project.stages.filter(position=1).update(**wrong)


# Money


def test_no_more_is_spent_than_a_line_holds_unless_the_head_allows_it(line, spend, head):
    spend(600)
    with pytest.raises(ValidationError) as refused:
        spend("400.01")
    assert refused.value.message_dict == {
        "amount": ["“设备”余额 ¥400.00。后勤负责人可说明原因后批准超支。"]
    }
    money.allow_over(line, over=Decimal(100), over_reason="汇率变化", by=head, at=AT)
    spend(500)
    line.refresh_from_db()
    assert (line.spent, line.left) == (Decimal(1100), Decimal(0))
    with pytest.raises(ValidationError):
        money.write_line(line, name="设备", planned=Decimal(900), by=head, at=AT)
    with pytest.raises(ValidationError):
        money.allow_over(line, over=Decimal(0), over_reason="x", by=head, at=AT)


def test_the_database_keeps_what_is_spent_and_its_bound(line, spend, technician):
    spending = spend(600)
    Spending.objects.filter(pk=spending.pk).update(amount=Decimal(700))
    line.refresh_from_db()
    assert line.spent == Decimal(700)
    with pytest.raises(IntegrityError, match="budget_not_overspent"), transaction.atomic():
        Spending.objects.create(
            line=line, on=date(2025, 11, 3), amount=Decimal(301), supplier="x", by=technician, at=AT
        )
    with pytest.raises(IntegrityError), transaction.atomic():
        Spending.objects.filter(pk=spending.pk).update(amount=Decimal(-1))
    with pytest.raises(IntegrityError), transaction.atomic():
        BudgetLine.objects.filter(pk=line.pk).update(over=Decimal(1))
    money.take_back(spending, by=technician, at=AT)
    line.refresh_from_db()
    assert line.spent == 0


def test_an_invoice_is_spent_once(spend):
    spend(100, invoice="FP-1")
    with pytest.raises(ValidationError, match="已经登记过"):
        spend(100, invoice="FP-1")


def test_a_line_of_which_something_is_spent_stays(line, spend, head):
    spend(1)
    with pytest.raises(Refused):
        money.remove_line(line, by=head, at=AT)


def test_two_who_spend_the_rest_at_once_wait_for_each_other(line, spend):
    """The line is held by whoever spends, so that the second reads what the first has left."""
    spend(900)
    with CaptureQueriesContext(connection) as asked:
        spend(100)
    held = [each["sql"] for each in asked if "rooms_budgetline" in each["sql"]]
    assert "FOR UPDATE" in held[0]


# Milestones, risks, acceptance


def test_milestones_are_reminded_of_until_they_are_reached(project, technician, head):
    milestone = watching.write_milestone(
        Milestone(project=project), title="设备到货", due_on=date(2025, 11, 20), by=head, at=AT
    )

    def planned() -> int:
        return Reminder.objects.about(milestone).filter(state="planned").count()

    assert planned() > 0
    watching.reach(milestone, by=technician, at=AT)
    assert planned() == 0
    watching.take_up(milestone, by=technician, at=AT)
    assert planned() > 0
    projects.call_off(project, reason="经费未批", by=head, at=AT)
    assert planned() == 0
    plan_all_reminders([], at=AT)


def test_a_second_press_does_not_take_back_what_the_first_has_said(project, technician, head):
    milestone = watching.write_milestone(
        Milestone(project=project), title="设备到货", due_on=date(2025, 11, 20), by=head, at=AT
    )
    with pytest.raises(Refused):
        watching.take_up(milestone, by=technician, at=AT)
    watching.reach(milestone, by=technician, at=AT)
    with pytest.raises(Refused):
        watching.reach(milestone, by=head, at=AT)
    milestone.refresh_from_db()
    assert milestone.done_on == timezone.localtime(AT).date()


def test_a_milestone_can_be_taken_out_before_it_is_reached(project, head):
    milestone = watching.write_milestone(
        Milestone(project=project), title="设备到货", due_on=date(2025, 11, 20), by=head, at=AT
    )
    watching.remove_milestone(milestone, by=head, at=AT)
    assert not Milestone.objects.exists()
    assert not Reminder.objects.filter(state="planned").exists()


def test_risks_are_weighed_by_the_database(project, technician):
    risk = watching.write_risk(
        Risk(project=project), title="到货延迟", likelihood=4, impact=4, measure="分批下单",
        owner=technician, by=technician, at=AT,
    )  # fmt: skip
    assert [each.score for each in Risk.objects.open().high()] == [16]
    assert Risk.objects.get().tone == "overdue"
    for wrong in ({"likelihood": 6}, {"impact": 0}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Risk.objects.update(**wrong)
    watching.write_risk(risk, status="closed", by=technician, at=AT)
    assert not Risk.objects.open().exists()


def test_an_acceptance_names_its_defects_or_has_none(project, head):
    for result, defects in (("accepted", "标识未贴"), ("refused", "")):
        with pytest.raises(ValidationError):
            accept(project, head, result, defects)


# Of the work plan


@pytest.fixture
def item(semester, head) -> PlanItem:
    plan = Plan.objects.create(
        semester=semester, department=head.department, title="计划", adopted_by=head, adopted_at=AT
    )
    return PlanItem.objects.create(
        plan=plan, title="实验室设备升级", kind="supplies", lead_unit=head.department, owner=head,
        starts_on=date(2025, 11, 1), ends_on=date(2025, 11, 30),
    )  # fmt: skip


def test_an_item_of_the_work_plan_becomes_a_project_and_is_done_with_it(
    signed_in, item, head, technician, room
):
    browser = signed_in(head)
    path = f"/rooms/projects/new/?item={item.pk}"
    assert path in browser.get(f"/plan/items/{item.pk}/").content.decode().replace("&amp;", "&")
    form = browser.get(path).context["form"]
    assert (form.initial["title"], form.initial["kind"]) == ("实验室设备升级", "equipment")
    sent = {"title": "实验室设备升级", "kind": "equipment", "leader": technician.number,
            "places": "sy-102", "stages": "采购\n验收"}  # fmt: skip
    browser.post(path, sent)
    project = RoomProject.objects.get()
    assert (project.plan_item, stages(project)) == (item, ["采购", "验收"])
    assert list(project.places.all()) == [room.place]
    end_all(project, head, timezone.now())
    accept(project, head)
    browser.post(f"/rooms/projects/{project.pk}/finish/")
    item.refresh_from_db()
    assert item.status == "done"
