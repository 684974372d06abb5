"""The pages of actions: for whom each button is, raising by hand, the list."""

from datetime import date

import pytest

from campus.cases.promises import end_of
from planning.actions import action_items as actions
from planning.kinds import ACTION
from planning.models import ActionItem
from tests.planning.meetings import NEXT_WEEK, at, published
from tests.planning.tasks import fresh, given, handed_on

Status = ActionItem.Status


def buttons(answer) -> dict[str, bool]:
    return {each.move.name: bool(each.answer) for each in answer.context["page"].buttons}


def test_the_page_offers_what_fits_and_greys_what_is_for_others(
    signed_in, action, head, technician
):
    assert buttons(signed_in(technician).get(ACTION.path(action))) == {
        "done": True, "begin": True, "give": False, "put-off": False, "drop": False,
        "merge": False, "hand-on": False,
    }  # fmt: skip
    assert buttons(signed_in(head).get(ACTION.path(action))) == {
        "done": False, "begin": False, "give": True, "put-off": True, "drop": True, "merge": True,
        "hand-on": True,
    }  # fmt: skip


def test_the_reporter_of_a_handed_on_enquiry_reads_its_page(
    signed_in, enquiry, dispatcher, pupil, head
):
    answer = signed_in(pupil).get(ACTION.path(handed_on(enquiry, dispatcher)))
    assert (answer.status_code, buttons(answer)) == (200, {})


def test_the_head_gives_an_action_on_the_page(signed_in, head, technician):
    day = "2099-12-31"
    answer = signed_in(head).post(
        "/plan/actions/new/", {"title": "检查灭火器", "owner": technician.number, "due_on": day}
    )
    action = ActionItem.objects.get()
    assert (answer.status_code, answer.url) == (302, ACTION.path(action))
    assert (action.title, action.assignee, action.meeting) == ("检查灭火器", technician, None)


@pytest.mark.parametrize("missing", ["title", "owner", "due_on"])
def test_what_is_missing_is_told_at_its_field(signed_in, head, technician, missing):
    typed = {"title": "检查灭火器", "owner": technician.number, "due_on": "2099-12-31"}
    answer = signed_in(head).post("/plan/actions/new/", typed | {missing: ""})
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [missing])


def test_not_everybody_gives_others_something_to_do(signed_in, teacher, dispatcher, pupil):
    answers = {
        person.name: signed_in(person).get("/plan/actions/new/").status_code
        for person in (teacher, dispatcher, pupil)
    }
    assert answers == {"许知言": 403, "秦疏影": 200, "林暮云": 403}


def test_the_day_is_agreed_and_put_off_on_the_page(signed_in, enquiry, dispatcher, head):
    action = handed_on(enquiry, dispatcher)
    browser, path = signed_in(head), ACTION.path(action)
    browser.post(f"{path}agree/", {"seen": action.version, "day": "2099-12-01"})
    version = fresh(action).version
    browser.post(f"{path}put-off/", {"seen": version, "day": "2099-12-04", "words": "配件"})
    assert fresh(action).due_at == end_of(date(2099, 12, 4))


def rows(answer) -> list[str]:
    return [row.record.title for row in answer.context["rows"]]


def test_the_list_is_filtered_by_person_meeting_and_what_is_overdue(
    signed_in, head, technician, safety_officer
):
    meeting = published(head, decisions=[("会上定的", safety_officer, NEXT_WEEK)])
    given(head, technician, title="另外给的", due_on=date(2099, 12, 31))
    browser = signed_in(head)
    found = {
        query: rows(browser.get(f"/plan/actions/?{query}"))
        for query in (
            "", f"q={technician.name}", f"meeting={meeting.pk}", "current=overdue",
            "status=done",
        )
    }  # fmt: skip
    assert list(found.values()) == [
        ["会上定的", "另外给的"],
        ["另外给的"], ["会上定的"], ["会上定的"], [],
    ]  # fmt: skip


def test_the_selected_are_accepted_from_the_list(signed_in, action, head, technician):
    actions.finish(action, words="完成", by=technician, at=at(5, 16))
    signed_in(head).post("/plan/actions/accept/", {"item": action.pk})
    assert fresh(action).status == Status.ACCEPTED


def test_the_list_costs_the_same_for_one_and_for_three(
    signed_in, action, head, technician, django_assert_num_queries
):
    browser = signed_in(head)
    browser.get("/plan/actions/")
    with django_assert_num_queries(LIST_QUERIES):
        browser.get("/plan/actions/")
    given(head, technician, title="二")
    given(head, technician, title="三")
    with django_assert_num_queries(LIST_QUERIES):
        browser.get("/plan/actions/")


LIST_QUERIES = 7
