"""Reporting a fault and mending it, page by page."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from campus.models import Person, Place
from repairs.models import Ticket
from tests.conftest import make_person
from tests.repairs.conftest import fresh

TYPED = {"title": "水龙头滴水", "place": "A-JX1-301", "priority": "normal"}


@pytest.fixture
def typed(water) -> dict:
    return {**TYPED, "category": water.pk}


def test_anybody_reports_a_fault_in_one_screen(signed_in, pupil, room, typed, dispatcher):
    answer = signed_in(pupil).post("/repairs/new/", typed, follow=True)
    ticket = Ticket.objects.get()
    assert (ticket.place, ticket.reporter, ticket.status) == (room, pupil, "reported")
    assert answer.redirect_chain == [(f"/repairs/{ticket.pk}/", 302)]


def test_the_place_is_brought_along_from_its_label(signed_in, pupil, room):
    page = signed_in(pupil).get(room.get_absolute_url()).content.decode()
    assert "/repairs/new/?place=A-JX1-301" in page
    form = signed_in(pupil).get("/repairs/new/?place=A-JX1-301").context["form"]
    assert form["place"].value() == "A-JX1-301"


@pytest.mark.parametrize(
    ("slip", "field"),
    [
        ({"title": ""}, "title"), ({"title": "长" * 121}, "title"), ({"place": ""}, "place"),
        ({"place": "无此处"}, "place"), ({"category": "999"}, "category"),
        ({"priority": "soon"}, "priority"),
    ],
)  # fmt: skip
def test_a_slip_stands_at_its_field_and_nothing_is_lost(signed_in, pupil, room, typed, slip, field):
    answer = signed_in(pupil).post("/repairs/new/", typed | slip)
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [field])
    assert not Ticket.objects.exists()


def test_what_is_open_at_the_place_is_offered_without_names(signed_in, pupil, ticket, teacher):
    text = signed_in(pupil).get("/repairs/already/?place=A-JX1-301").content.decode()
    assert (ticket.number in text, teacher.name in text) == (True, False)


def test_only_dispatchers_report_for_others(signed_in, dispatcher, pupil, room, typed, teacher):
    signed_in(pupil).post("/repairs/new/", typed | {"reporter": teacher.number})
    signed_in(dispatcher).post("/repairs/new/", typed | {"reporter": teacher.number})
    assert [each.reporter for each in Ticket.objects.order_by("pk")] == [pupil, teacher]


def test_who_sees_which_tickets(signed_in, ticket, teacher, pupil, technician, dispatcher, head):
    readers = (teacher, technician, dispatcher, head, pupil)
    codes = [signed_in(each).get(f"/repairs/{ticket.pk}/").status_code for each in readers]
    assert codes == [200, 200, 200, 200, 404]


def test_from_the_board_to_the_word_of_whoever_reported_it(
    signed_in, ticket, dispatcher, technician, teacher
):
    selected = {"item": [ticket.pk], "to": technician.number}
    signed_in(dispatcher).post("/repairs/assign/", selected)
    mender, path = signed_in(technician), f"/repairs/{ticket.pk}/"

    def act(browser, move: str, **typed) -> None:
        sent = {"seen": fresh(ticket).version, **typed}
        assert browser.post(f"{path}{move}/", sent).status_code == 302

    act(mender, "accept")
    act(mender, "begin")
    act(mender, "finish", words="换了阀芯", damage_cause="misuse")
    act(signed_in(teacher), "confirm", rating="4", words="谢谢")
    assert (fresh(ticket).status, fresh(ticket).rating) == ("confirmed", 4)


def test_forged_moves_are_refused(signed_in, ticket, teacher, technician):
    sent = {"seen": ticket.version, "words": "x", "damage_cause": "wear"}
    for move in ("finish", "reject", "assign"):
        code = signed_in(teacher).post(f"/repairs/{ticket.pk}/{move}/", sent).status_code
        assert code == 403
    assert fresh(ticket).status == "reported"


def test_lists_and_pages_ask_the_same_few_questions(signed_in, reported, dispatcher):
    browser = signed_in(dispatcher)

    def asked(path: str) -> int:
        browser.get(path)
        with CaptureQueriesContext(connection) as queries:
            assert browser.get(path).status_code == 200
        return len(queries)

    first = reported()
    pages = ["/repairs/", f"/repairs/{first.pk}/"]
    few = [asked(page) for page in pages]
    for _number in range(3):
        reported()
    assert [asked(page) for page in pages] == few == [7, 12]


def test_pupils_see_what_is_broken_in_their_class_without_names(
    signed_in, pupil, ticket, room, teacher
):
    other = make_person(
        "20250302", "秋澄明", kind=Person.Kind.PUPIL, school_class=pupil.school_class
    )
    Ticket.objects.filter(pk=ticket.pk).update(reporter=other)
    path = f"/repairs/{ticket.pk}/"
    assert signed_in(pupil).get(path).status_code == 404
    Place.objects.filter(pk=room.pk).update(school_class=pupil.school_class)
    seen = signed_in(pupil).get(path).content.decode()
    assert (ticket.title in seen, other.name in seen) == (True, False)
    assert other.name in signed_in(other).get(path).content.decode()


def test_rooms_of_ones_own_are_a_tap_away(signed_in, pupil, room, typed):
    Place.objects.filter(pk=room.pk).update(school_class=pupil.school_class)
    browser = signed_in(pupil)
    assert 'name="own_place"' in browser.get("/repairs/new/").content.decode()
    assert 'name="own_place"' not in browser.get("/repairs/new/?place=A-JX1-301").content.decode()
    browser.post("/repairs/new/", typed | {"place": "", "own_place": room.pk})
    assert Ticket.objects.get().place == room


def test_somebody_elses_room_cannot_be_forged_into_ones_own(signed_in, pupil, room, typed):
    other = Place.objects.create(kind="room", code="A-JX1-302", name="302")
    Place.objects.filter(pk=room.pk).update(school_class=pupil.school_class)
    answer = signed_in(pupil).post("/repairs/new/", typed | {"place": "", "own_place": other.pk})
    assert (answer.status_code, Ticket.objects.exists()) == (422, False)


def test_the_list_proves_each_figure(signed_in, dispatcher, ticket):
    browser = signed_in(dispatcher)
    for which in ("counted", "mended", "repeated", "rated", "low", "billed", "misuse", "unpaid"):
        assert browser.get(f"/repairs/?which={which}").status_code == 200
    for promise in ("kept:answer", "missed:done"):
        assert browser.get(f"/repairs/?promise={promise}").status_code == 200
    days = browser.get("/repairs/?since=2025-11-03&until=2025-11-03")
    assert ticket.number in days.content.decode()
    before = browser.get("/repairs/?until=2025-11-02").content.decode()
    assert ticket.number not in before
