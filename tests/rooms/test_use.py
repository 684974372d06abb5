"""How rooms are used: hours booked of open hours, proved by the list of bookings."""

from datetime import date, time, timedelta
from random import Random
from typing import Any

import pytest
from django.db import connection

from campus.figures import Span, spans_of
from rooms.actions import bookings as actions
from rooms.actions import rooms
from rooms.figures import use
from rooms.models import USE_BY_DAY, Booking, UseTally
from tests.rooms.conftest import AT, moment

WEEK = Span("周", date(2025, 11, 3), date(2025, 11, 9))


def line_of(spans: list[Span]) -> list[tuple[Any, Any]]:
    [group] = use.groups(spans)
    return [(value.number, value.of) for value in group.lines[0].values]


def test_hours_booked_of_open_hours(room, book, teacher, technician):
    book(moment(5, 14), hours=2)
    called_off = book(moment(6, 14), hours=3)
    actions.cancel(called_off, reason="x", by=teacher, at=AT)
    # Five days from 8:00 to 17:30; three hours of one of them are closed, an hour of it twice.
    assert line_of([WEEK]) == [(120, 5 * 570)]
    for starts, ends in ((9, 11), (10, 12)):
        rooms.close(
            room, starts_at=moment(7, starts), ends_at=moment(7, ends), kind="exams",
            reason="月考", calls_off=False, by=technician, at=AT,
        )  # fmt: skip
    assert line_of([WEEK]) == [(120, 5 * 570 - 180)]
    rooms.set_hours(room, [(3, time(14), time(18))], by=technician, at=AT)
    assert line_of([WEEK]) == [(120, 240)]
    assert use.hours(90) == "1.5"
    assert use.hours(120) == "2"


def test_each_number_is_proved_by_its_list(signed_in, semester, room, book, teacher, head):
    chance = Random(6)
    for day in range(4, 28):
        if date(2025, 11, day).isoweekday() > 5:
            continue
        booking = book(moment(day, 8 + chance.randrange(6)), hours=chance.choice([1, 2, 3]))
        if chance.random() < 0.3:
            actions.cancel(booking, reason="x", by=teacher, at=AT)
    spans = spans_of(semester, date(2025, 12, 1))
    [group] = use.groups(spans)
    for value in group.lines[0].values:
        rows = signed_in(head).get(value.path).context["rows"]
        minutes = [Booking.objects.get(pk=row.pk).minutes for row in rows]
        assert sum(minutes) == value.number


def test_the_tally_is_what_the_rows_add_up_to(room, book, teacher, wish):
    kept, gone = book(moment(5, 14)), book(moment(5, 16))
    actions.cancel(gone, reason="x", by=teacher, at=AT)
    actions.move(kept, wish(moment(6, 9), hours=1.5), by=teacher, at=AT)
    with connection.cursor() as cursor:
        cursor.execute(USE_BY_DAY.counted)
        counted = {row for row in cursor.fetchall() if row[2]}
    cells = UseTally.objects.exclude(bookings=0)
    assert set(cells.values_list("day", "room", "bookings", "minutes")) == counted
    assert counted == {(date(2025, 11, 6), room.pk, 1, 90)}


@pytest.mark.parametrize("days", [1, 40])
def test_figures_ask_as_much_for_many_days(room, book, django_assert_num_queries, days):
    span = Span("x", date(2025, 11, 1), date(2025, 11, 1) + timedelta(days=days))
    with django_assert_num_queries(5):
        use.groups([span])
