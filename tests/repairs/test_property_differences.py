"""What becomes of differences that a property check has found: a ticket, compensation, accepted."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from campus.doors import Refused
from campus.models import Place
from repairs.actions import property as property_checks
from repairs.actions import property_rooms as actions
from repairs.actions.property_rooms import Count
from repairs.marks import marks
from repairs.models import (
    Compensation,
    RoomCheck,
    RoomLine,
    Ticket,
)
from tests.repairs.conftest import AT, cells, count_all, lines

Outcome = RoomLine.Outcome


@pytest.fixture
def desks(counting, class_teacher) -> RoomLine:
    """Two damaged by misuse, one missing."""
    count_all(counting, by=class_teacher)
    return lines(counting)[1]


def test_what_a_class_has_lost_counts_once_the_check_is_closed(desks, head):
    day = AT.date()
    assert list(marks(day, day)) == []
    property_checks.close(desks.room.check_of, reason="x", by=head, at=AT)
    (mark,) = marks(day, day)
    assert (mark.school_class, mark.path) == (
        desks.room.place.school_class_id, desks.get_absolute_url(),
    )  # fmt: skip
    assert mark.taken == Decimal(3)
    assert list(marks(day + timedelta(days=1), day + timedelta(days=7))) == []


def test_a_difference_becomes_one_ticket(desks, dispatcher):
    ticket = actions.report(desks, by=dispatcher, at=AT)
    assert (ticket.origin, ticket.place, ticket.damage_cause) == (
        desks, desks.room.place, "misuse",
    )  # fmt: skip
    for act in (
        lambda: actions.report(desks, by=dispatcher, at=AT),
        lambda: actions.accept(desks, reason="x", by=dispatcher, at=AT),
    ):
        with pytest.raises(Refused):
            act()
    assert Ticket.objects.count() == 1


def test_a_difference_is_paid_for_by_its_ticket(desks, dispatcher, pupil):
    ticket = actions.charge(
        desks, payer=pupil.school_class, amount=Decimal(120), by=dispatcher, at=AT
    )
    asked = Compensation.objects.get()
    desks.refresh_from_db()
    assert (asked.ticket, asked.amount, desks.ticket) == (ticket, Decimal(120), ticket)


def test_compensation_is_asked_for_on_a_page(desks, dispatcher, pupil, signed_in):
    browser, path = signed_in(dispatcher), f"/repairs/property/lines/{desks.pk}/charge/"
    desks_room = browser.get(path).context["form"]
    assert desks_room["school_class"].value() == pupil.school_class.pk
    for slip in ({"amount": "-1"}, {"amount": ""}, {"number": "T999"}, {"number": pupil.number}):
        typed = {"school_class": pupil.school_class.pk, "amount": "60", **slip}
        assert browser.post(path, typed).status_code == 422
    browser.post(path, {"number": pupil.number, "amount": "60", "words": "照价"})
    assert Compensation.objects.get().person == pupil


def test_wear_is_not_paid_for(counting, class_teacher, dispatcher, pupil):
    count_all(counting, by=class_teacher, cause="wear")
    with pytest.raises(Refused):
        actions.charge(lines(counting)[1], payer=pupil, amount=Decimal(1), by=dispatcher, at=AT)
    assert not Ticket.objects.exists()


def test_a_difference_is_accepted_for_a_reason(desks, dispatcher):
    with pytest.raises(ValidationError):
        actions.accept(desks, reason=" ", by=dispatcher, at=AT)
    assert actions.accept(desks, reason="旧桌", by=dispatcher, at=AT).outcome == Outcome.ACCEPTED


def test_what_was_decided_on_keeps_its_counts(desks, dispatcher, class_teacher):
    actions.report(desks, by=dispatcher, at=AT)
    room = RoomCheck.objects.get(pk=desks.room_id)
    count_all(room, by=class_teacher, seen=room.version, good=48, damaged=0)
    desks.refresh_from_db()
    assert (desks.good, desks.damaged) == (45, 2)


def test_where_nothing_differs_nothing_is_reported(counting, class_teacher, dispatcher):
    count_all(counting, by=class_teacher, good=48, damaged=0)
    with pytest.raises(Refused):
        actions.report(lines(counting)[1], by=dispatcher, at=AT)


def test_the_list_of_differences_and_its_sheet(desks, dispatcher, signed_in):
    browser = signed_in(dispatcher)
    counts = [
        len(browser.get(f"/repairs/property/differences/?{query}").context["rows"])
        for query in (
            "",
            "sort_of=damaged",
            "sort_of=surplus",
            "outcome=open",
            "cause=wear",
            "q=课桌",
        )
    ]
    assert counts == [1, 1, 0, 1, 0, 1]
    sheet = browser.get("/lists/property-differences/export/")
    [row] = cells(b"".join(sheet.streaming_content) if sheet.streaming else sheet.content)
    assert row[:6] == ("课桌", "301 教室", 48, 45, 2, 1)


def test_several_differences_are_decided_on_at_once(counting, class_teacher, dispatcher, signed_in):
    projector, desks = lines(counting)
    counts = [Count(line=each.pk, good=0, damaged=1, cause="wear") for each in (projector, desks)]
    actions.count_room(counting, counts, seen=0, by=class_teacher, at=AT)
    browser, path = signed_in(dispatcher), "/repairs/property/differences/"
    browser.post(f"{path}accept/", {"item": [desks.pk], "reason": ""})
    assert not RoomLine.objects.exclude(outcome="open").exists()
    browser.post(f"{path}accept/", {"item": [desks.pk], "reason": "旧桌"})
    browser.post(f"{path}report/", {"item": [projector.pk]})
    assert [line.outcome for line in lines(counting)] == ["ticket", "accepted"]


def test_pages_ask_as_much_for_three_rooms_as_for_one(made, desks, head, signed_in):
    browser = signed_in(head)
    check, room = desks.room.check_of, desks.room
    pages = [
        check.get_absolute_url(), room.get_absolute_url(), "/repairs/property/",
        "/repairs/property/rooms/", "/repairs/property/differences/",
    ]  # fmt: skip

    def asked() -> list[int]:
        found = []
        for page in pages:
            with CaptureQueriesContext(connection) as queries:
                assert browser.get(page).status_code == 200
            found.append(len(queries))
        return found

    asked()
    before = asked()
    for number in range(2):
        place = Place.objects.create(kind="room", code=f"X-{number}", name=f"X {number}")
        other = RoomCheck.objects.create(check_of=check, place=place)
        RoomLine.objects.create(room=other, name="灯", expected=2, good=1, damaged=1)
        RoomLine.objects.create(room=room, name=f"灯{number}", expected=2, good=0, damaged=1)
    assert asked() == before
