"""Rules of reminders, for a sort of thing and for one item, and taking note on a page."""

from datetime import date

import pytest
from django.urls import reverse

from planning.actions.reminders import plan_reminders
from planning.models import Acknowledgement, PlanItem, Reminder, ReminderRule
from tests.reminding import laid, make_item, moment

RULES = "/plan/rules/"
DRILLS = "/plan/rules/plan_item.drill/"
STEPS = {"days_before": "2", "overdue_after": "", "escalate_after": "", "on_the_day": ""}


@pytest.fixture
def drill(semester, office, head, technician) -> PlanItem:
    """A drill of the technician's in a far future, so that today never catches up with it."""
    day = date(2099, 11, 27)
    item = make_item(semester, office, head, owner=technician, starts_on=day, ends_on=day)
    plan_reminders(item, at=moment("2025-11-03 09:00"))
    return item


def rules() -> list[tuple]:
    steps = ("subject", "days_before", "on_the_day", "overdue_after", "escalate_after")
    return list(ReminderRule.objects.values_list(*steps))


# -- the school's rules


def test_drills_and_inspections_have_rules_from_the_start(signed_in, head):
    rows = signed_in(head).get(RULES).context["rows"]
    own = [row for row in rows if row["subject"].startswith(("plan_item.", "meeting"))]
    assert [row["subject"] for row in own if row["steps"]] == [
        "plan_item.drill",
        "plan_item.inspection",
        "meeting",
    ]
    assert len(own) == 12


def test_a_changed_rule_moves_the_reminders_of_what_is_open(signed_in, head, drill):
    answer = signed_in(head).post(DRILLS, STEPS)
    assert answer.headers["Location"] == RULES
    assert rules() == [("plan_item.drill", [2], False, [], [])]
    assert laid(drill) == ["11-25 08:00 before"]


def test_a_rule_for_another_kind_leaves_drills_alone(signed_in, head, drill):
    before = laid(drill)
    signed_in(head).post("/plan/rules/plan_item.meeting/", STEPS)
    assert laid(drill) == before


def test_the_shipped_rule_can_be_returned_to(signed_in, head, drill):
    before = laid(drill)
    browser = signed_in(head)
    browser.post(DRILLS, STEPS)
    browser.post(f"{DRILLS}default/")
    assert (rules(), laid(drill)) == ([], before)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("5, 1", [1, 5]), ("5，1、3", [1, 3, 5]), (" 5  1 5 ", [1, 5]), ("", [])],
)
def test_days_are_typed_as_one_likes(signed_in, head, typed, kept):
    signed_in(head).post(DRILLS, STEPS | {"days_before": typed})
    assert rules() == [("plan_item.drill", kept, False, [], [])]


@pytest.mark.parametrize("typed", ["0", "-1", "five", "1.5", "201", "1,2,3,4,5,6,7,8,9"])
def test_nonsense_is_told_at_its_field(signed_in, head, typed):
    answer = signed_in(head).post(DRILLS, STEPS | {"days_before": typed})
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["days_before"])
    assert rules() == []


def test_a_sort_that_nobody_has_handed_in_is_not_found(signed_in, head):
    assert signed_in(head).get("/plan/rules/nonsense/").status_code == 404


@pytest.mark.parametrize("cast", ["technician", "pupil"])
def test_rules_are_for_the_head_and_administrators(signed_in, request, cast):
    browser = signed_in(request.getfixturevalue(cast))
    assert [browser.get(RULES).status_code, browser.post(DRILLS, STEPS).status_code] == [403, 403]
    assert browser.post(f"{DRILLS}default/").status_code == 403
    assert rules() == []


# -- one item


def address(item: PlanItem, name: str = "item_reminders") -> str:
    return reverse(f"planning:{name}", args=[item.pk])


def test_the_page_shows_who_is_reminded_and_when(signed_in, technician, drill):
    context = signed_in(technician).get(address(drill)).context
    assert context["responsible"] == [technician]
    assert [each.step for each in context["reminders"]] == [
        "before", "before", "on_day", "overdue", "overdue", "escalation",
    ]  # fmt: skip


def test_the_owner_gives_an_item_reminders_of_its_own_and_takes_them_back(
    signed_in, technician, drill
):
    before = laid(drill)
    browser = signed_in(technician)
    assert browser.post(address(drill), STEPS).headers["Location"] == address(drill)
    assert laid(drill) == ["11-25 08:00 before"]
    browser.post(address(drill, "item_default"))
    assert (rules(), laid(drill)) == ([], before)


def test_changing_them_twice_leaves_one_rule(signed_in, technician, drill):
    browser = signed_in(technician)
    browser.post(address(drill), STEPS)
    browser.post(address(drill), STEPS | {"days_before": "3"})
    assert rules() == [(None, [3], False, [], [])]


def test_nonsense_for_one_item_is_told_at_its_field(signed_in, technician, drill):
    answer = signed_in(technician).post(address(drill), STEPS | {"days_before": "x"})
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["days_before"])


def test_other_staff_read_the_reminders_and_change_nothing(signed_in, teacher, drill):
    browser = signed_in(teacher)
    assert browser.get(address(drill)).status_code == 200
    for name in ("item_reminders", "item_default", "item_acknowledge"):
        assert browser.post(address(drill, name), STEPS).status_code == 403
    assert (rules(), Acknowledgement.objects.count()) == ([], 0)


def test_pupils_do_not_read_them(signed_in, pupil, drill):
    assert signed_in(pupil).get(address(drill)).status_code == 403


def test_whoever_is_reminded_takes_note(signed_in, technician, drill):
    browser = signed_in(technician)
    answer = browser.post(
        address(drill, "item_acknowledge"), HTTP_REFERER=f"http://testserver{address(drill)}"
    )
    assert answer.headers["Location"] == f"http://testserver{address(drill)}"
    assert browser.get(address(drill)).context["has_noted"] is True
    noted = Acknowledgement.objects.get()
    assert (noted.person, noted.due_on) == (technician, drill.ends_on)


def test_the_page_costs_the_same_for_few_and_for_many_reminders(
    signed_in, technician, drill, django_assert_num_queries
):
    browser = signed_in(technician)
    browser.get(address(drill))
    with django_assert_num_queries(8):
        browser.get(address(drill))
    Reminder.objects.exclude(pk=Reminder.objects.order_by("pk")[0].pk).delete()
    with django_assert_num_queries(8):
        browser.get(address(drill))
