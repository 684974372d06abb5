"""What happens to the items of an adopted plan."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from campus.doors import Refused
from campus.lists.search import mentioning
from planning.actions import items
from planning.models import Kind, Plan, PlanItem, Reminder
from tests.planning.school_plan import AT, LATER

Status = PlanItem.Status
LATE_SEPTEMBER = (date(2025, 9, 29), date(2025, 10, 9))
ALLOWED = {
    (Status.PLANNED, Status.UNDER_WAY), (Status.PLANNED, Status.DONE),
    (Status.PLANNED, Status.POSTPONED), (Status.PLANNED, Status.DROPPED),
    (Status.UNDER_WAY, Status.DONE), (Status.UNDER_WAY, Status.POSTPONED),
    (Status.UNDER_WAY, Status.DROPPED), (Status.POSTPONED, Status.UNDER_WAY),
    (Status.POSTPONED, Status.DONE), (Status.POSTPONED, Status.POSTPONED),
    (Status.POSTPONED, Status.DROPPED), (Status.DONE, Status.UNDER_WAY),
    (Status.DROPPED, Status.PLANNED),
}  # fmt: skip


def facts_of(office, **changes):
    return {
        "title": "更换宿舍灯管", "kind": Kind.MAINTENANCE, "starts_on": date(2025, 10, 1),
        "ends_on": date(2025, 10, 12), "aim": None, "lead_unit": office, "support_units": [],
        "owner": None, "cohort": "",
    } | changes  # fmt: skip


@pytest.mark.parametrize("before", Status)
@pytest.mark.parametrize("to", Status)
def test_an_item_moves_only_as_its_states_allow(drill, head, before, to):
    PlanItem.objects.filter(pk=drill.pk).update(status=before, reason="原因")
    act = {"reason": "原因", "days": LATE_SEPTEMBER, "by": head, "at": AT}
    if (before, to) in ALLOWED:
        assert items.move(drill, to, **act).status == to
    else:
        with pytest.raises(Refused):
            items.move(drill, to, **act)
        drill.refresh_from_db()
        assert (drill.status, drill.notes.count()) == (before, 0)


def test_a_move_stands_in_the_timeline(drill, head):
    items.move(drill, Status.DONE, note="全员撤离用时110秒", by=head, at=AT)
    facts = list(drill.notes.values_list("by", "at", "text", "moved_to"))
    assert facts == [(head.pk, AT, "全员撤离用时110秒", "done")]


def test_a_postponed_item_has_its_new_days_and_its_reason(drill, head):
    moved = items.move(drill, Status.POSTPONED, reason="台风", days=LATE_SEPTEMBER, by=head, at=AT)
    assert ((moved.starts_on, moved.ends_on), moved.reason) == (LATE_SEPTEMBER, "台风")


@pytest.mark.parametrize("days", [None, (date(2025, 9, 1), date(2025, 9, 30))])
def test_postponing_needs_days_that_end_later(drill, head, days):
    with pytest.raises(Refused):
        items.move(drill, Status.POSTPONED, reason="台风", days=days, by=head, at=AT)


@pytest.mark.parametrize("to", [Status.POSTPONED, Status.DROPPED])
def test_postponing_and_dropping_need_a_reason(drill, head, to):
    with pytest.raises(ValidationError):
        items.move(drill, to, days=LATE_SEPTEMBER, by=head, at=AT)
    drill.refresh_from_db()
    assert drill.status == Status.PLANNED


def test_the_reason_goes_when_the_item_goes_on_and_stays_in_the_timeline(drill, head):
    items.move(drill, Status.DROPPED, reason="今年不办", by=head, at=AT)
    again = items.move(drill, Status.PLANNED, by=head, at=LATER)
    assert (again.reason, drill.notes.order_by("at")[0].text) == ("", "今年不办")


def test_done_work_is_not_reminded_of_any_more(drill, head):
    items.move(drill, Status.DONE, by=head, at=AT)
    states = set(Reminder.objects.filter(object_id=drill.pk).values_list("state", flat=True))
    assert states == {Reminder.State.CANCELLED}


def test_of_several_items_those_move_that_can(plan, drill, head):
    items.move(drill, Status.DONE, by=head, at=AT)
    moved = items.move_all(plan.items.all(), Status.DONE, by=head, at=AT)
    assert drill not in moved
    assert plan.items.progress() == {"done": 4, "planned": 4}


def test_dropped_items_are_planned_no_more(plan, drill, head):
    items.move(drill, Status.DROPPED, reason="今年不办", by=head, at=AT)
    assert plan.items.progress() == {"done": 0, "planned": 3}


def test_one_person_can_be_named_for_several_items(plan, head, technician):
    items.give_owner_to_all(plan.items.all(), to=technician, by=head, at=AT)
    assert set(plan.items.values_list("owner", flat=True)) == {technician.pk}


def test_an_item_written_by_hand_joins_the_plan_of_the_semester(plan, semester, head, office):
    item = items.create(semester=semester, by=head, at=AT, **facts_of(office))
    assert (item.plan, item.position) == (plan, 5)


def test_the_first_item_of_a_semester_makes_its_plan(semester, head, office):
    item = items.create(semester=semester, by=head, at=AT, **facts_of(office))
    assert (item.plan.department, item.plan.semester, item.plan.adopted_by) == (
        office, semester, head,
    )  # fmt: skip


def test_who_belongs_to_no_department_cannot_begin_a_plan(semester, administrator, office):
    with pytest.raises(Refused):
        items.create(semester=semester, by=administrator, at=AT, **facts_of(office))
    assert Plan.objects.count() == 0


def test_a_lead_unit_does_not_support_itself(plan, semester, head, office, academic_office):
    both = facts_of(office, support_units=[office, academic_office])
    item = items.create(semester=semester, by=head, at=AT, **both)
    assert list(item.support_units.all()) == [academic_office]


def test_an_edited_item_is_reminded_of_for_its_new_day(drill, head, office):
    later = facts_of(office, kind=Kind.DRILL, ends_on=date(2025, 10, 31))
    items.edit(drill, by=head, at=AT, **later)
    waiting = Reminder.objects.filter(object_id=drill.pk, state=Reminder.State.PLANNED)
    assert set(waiting.values_list("due_on", flat=True)) == {date(2025, 10, 31)}


def test_an_item_has_no_facts_but_its_own(drill, head, office):
    with pytest.raises(TypeError):
        items.edit(drill, by=head, at=AT, **facts_of(office, status=Status.DONE))


def test_an_untouched_item_can_be_deleted_with_its_reminders(drill, head):
    items.take_out(drill, by=head, at=AT)
    assert not PlanItem.objects.filter(pk=drill.pk).exists()
    assert not Reminder.objects.filter(object_id=drill.pk).exists()


def test_an_item_with_a_history_is_not_deleted(drill, head):
    items.note(drill, text="已联系消防站", by=head, at=AT)
    with pytest.raises(Refused):
        items.take_out(drill, by=head, at=AT)


def test_an_empty_note_is_none(drill, head):
    with pytest.raises(ValidationError):
        items.note(drill, text="", by=head, at=AT)


@pytest.mark.parametrize(
    "wrong",
    [
        {"status": "forgotten"}, {"kind": "party"}, {"ends_on": date(2025, 8, 1)},
        {"status": "dropped", "reason": ""},
    ],
)  # fmt: skip
def test_the_database_forbids_what_must_never_be(drill, wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        PlanItem.objects.filter(pk=drill.pk).update(**wrong)


def test_a_department_has_one_plan_a_semester(plan):
    with pytest.raises(IntegrityError), transaction.atomic():
        Plan.objects.create(
            semester=plan.semester, department=plan.department, title="第二份",
            adopted_by=plan.adopted_by, adopted_at=AT,
        )  # fmt: skip


def test_words_are_found_in_title_and_cohort(plan, drill):
    assert list(mentioning(PlanItem.objects.all(), "高一 演练")) == [drill]
    assert list(mentioning(PlanItem.objects.all(), "高一 会议")) == []


def test_a_unit_finds_what_it_leads_and_what_it_supports_once(plan, office):
    found = PlanItem.objects.of_unit(office)
    assert found.count() == plan.items.count() == found.distinct().count()
