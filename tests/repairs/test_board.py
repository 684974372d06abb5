"""The dispatch board, the proposals on it, a technician's round and work orders."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from campus.models import Duty, Place, Role
from repairs import dispatch
from repairs.actions import tickets as actions
from repairs.actions import workshop
from repairs.models import Category
from tests.conftest import make_person
from tests.repairs.conftest import AT, fresh


@pytest.fixture
def electrician(office):
    return make_person("T021", "段瑾行", Role.TECHNICIAN, department=office)


def names(proposals) -> list[str]:
    return [each.person.name for each in proposals]


def test_whoever_has_the_trade_comes_first_then_the_place_then_the_idle(
    ticket, technician, electrician, water, dispatcher, office
):
    def proposed() -> list[str]:
        return names(dispatch.proposals(fresh(ticket), dispatch.technicians(AT)))

    assert proposed() == [technician.name, electrician.name]
    Duty.objects.filter(person=electrician).update(place=ticket.place)
    assert proposed() == [electrician.name, technician.name]
    workshop.set_trades(technician, categories=[water], by=dispatcher, at=AT)
    assert proposed() == [technician.name, electrician.name]
    Duty.objects.filter(person=technician).update(ends_on=date(2025, 1, 1))
    assert proposed() == [electrician.name]


def test_load_counts_what_is_in_hands(reported, technician, dispatcher):
    for hours in (0, 200):
        ticket = reported(at=AT - timedelta(hours=hours))
        actions.assign(ticket, to=technician, by=dispatcher, at=AT)
    [found] = dispatch.technicians(AT)
    assert (found.open, found.overdue, found.on_hold) == (2, 1, 0)


def test_columns_tell_how_many_there_are_beyond_what_is_shown(reported, technician, dispatcher):
    for _number in range(dispatch.SHOWN + 2):
        reported()
    sent = reported(title="送出去的")
    actions.assign(sent, to=technician, by=dispatcher, at=AT)
    fresh_ones, assigned, *others = dispatch.board([])
    assert (len(fresh_ones.cards), fresh_ones.count, fresh_ones.is_full) == (12, 14, True)
    assert [card.ticket for card in assigned.cards] == [sent]
    assert [column.count for column in others] == [0, 0, 0, 0]
    assert [column.count for column in dispatch.board([], of=technician)] == [0, 1, 0, 0, 0, 0]


def test_the_board_asks_the_same_few_questions(signed_in, reported, dispatcher, technician):
    browser = signed_in(dispatcher)

    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert browser.get("/repairs/board/").status_code == 200
        return len(queries)

    reported()
    asked()
    few = asked()
    for _number in range(5):
        actions.assign(reported(), to=technician, by=dispatcher, at=AT)
        reported()
    assert asked() == few == 10


def test_one_press_sends_whoever_is_proposed_and_leads_back(
    signed_in, ticket, dispatcher, technician
):
    path = f"/repairs/{ticket.pk}/assign/?back=/repairs/board/"
    sent = {"seen": ticket.version, "fitting": technician.pk}
    assert signed_in(dispatcher).post(path, sent).url == "/repairs/board/"
    assert fresh(ticket).assignee == technician
    elsewhere = f"/repairs/{ticket.pk}/accept/?back=https://elsewhere.example/"
    answer = signed_in(technician).post(elsewhere, {"seen": fresh(ticket).version})
    assert answer.url == f"/repairs/{ticket.pk}/"


@pytest.mark.parametrize("typed", [{}, {"fitting": "999"}, {"to": "nobody"}, {"fitting": "x"}])
def test_a_forged_technician_is_refused(signed_in, ticket, dispatcher, technician, typed):
    path = f"/repairs/{ticket.pk}/assign/"
    answer = signed_in(dispatcher).post(path, {"seen": ticket.version, **typed})
    assert (answer.status_code, fresh(ticket).assignee) == (422, None)
    assert "请指定维修人。" in answer.content.decode() or typed


def test_the_board_is_for_dispatchers(signed_in, teacher, technician, head):
    codes = [
        signed_in(each).get("/repairs/board/").status_code for each in (teacher, technician, head)
    ]
    assert codes == [403, 403, 200]
    for guessed in ("of=999", "of=x", "in=-1"):
        assert signed_in(head).get(f"/repairs/board/?{guessed}").status_code == 404


def test_a_round_goes_urgent_first_then_from_door_to_door(
    signed_in, reported, technician, dispatcher
):
    far = Place.objects.create(kind="room", code="A-SY-101", name="101")
    laid = {
        "far": reported(place=far), "near": reported(), "waits": reported(),
        "urgent": reported(place=far, priority="urgent"),
    }  # fmt: skip
    for each in laid.values():
        actions.assign(each, to=technician, by=dispatcher, at=AT)
    actions.hold(
        fresh(laid["waits"]), hold_for="parts", expected_on=date(2025, 11, 5), words="缺货",
        by=technician, at=AT,
    )  # fmt: skip
    walked = [each.pk for each in dispatch.round_of(technician)]
    assert walked == [laid[name].pk for name in ("urgent", "near", "far", "waits")]
    page = signed_in(technician).get("/repairs/day/")
    assert [each.pk for each in page.context["tickets"]] == walked


def test_work_orders_of_one_and_of_the_selected(signed_in, reported, technician, pupil):
    first, second = reported(title="甲"), reported(title="<b>乙</b>")
    browser = signed_in(technician)
    one = browser.get(f"/repairs/orders/?ticket={first.pk}").content.decode()
    both = browser.post("/repairs/orders/", {"item": [first.pk, second.pk]}).content.decode()
    assert (one.count('class="sheet order"'), both.count('class="sheet order"')) == (1, 2)
    assert "&lt;b&gt;乙" in both
    assert signed_in(pupil).get(f"/repairs/orders/?ticket={first.pk}").status_code == 403


def test_the_workshop_keeps_trades_contractors_and_categories(
    signed_in, dispatcher, technician, water, teacher
):
    browser = signed_in(dispatcher)
    browser.post(f"/repairs/workshop/technicians/{technician.pk}/", {"categories": [water.pk]})
    assert list(technician.trades.values_list("category", flat=True)) == [water.pk]
    browser.post(f"/repairs/workshop/technicians/{technician.pk}/", {})
    assert not technician.trades.exists()
    firm = {"name": "安捷电梯", "phone": "0519-1", "mends": "电梯", "is_offered": "on"}
    assert browser.post("/repairs/workshop/contractors/new/", firm).status_code == 302
    assert browser.post("/repairs/workshop/contractors/new/", firm).status_code == 422
    new = {"name": "校门道闸", "position": "9", "is_offered": "on"}
    assert browser.post("/repairs/workshop/categories/new/", new).status_code == 302
    assert Category.objects.filter(name="校门道闸").exists()
    assert "安捷电梯" in browser.get("/repairs/workshop/").content.decode()
    assert signed_in(teacher).get("/repairs/workshop/").status_code == 403


def test_the_second_who_presses_is_told_who_was_faster(
    signed_in, ticket, dispatcher, head, technician, electrician
):
    path = f"/repairs/{ticket.pk}/assign/?back=/repairs/board/"
    sent = {"seen": ticket.version, "fitting": technician.pk}
    signed_in(dispatcher).post(path, sent)
    answer = signed_in(head).post(path, sent, follow=True, headers={"referer": "/repairs/board/"})
    assert [dispatcher.name in str(each) for each in answer.context["messages"]] == [True]
    assert (fresh(ticket).assignee, fresh(ticket).version) == (technician, 2)
