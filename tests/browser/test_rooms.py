"""A room booked on a phone; whoever comes second is told so, and takes a free one by one tap."""

from datetime import time

import pytest
from django.utils import timezone

from campus.models import Place
from campus.school_time.calendar import shipped_calendar
from campus.school_time.engine import moment_of
from rooms.actions import bookings as actions
from rooms.actions import rooms
from rooms.models import Booking, SpecialRoom, Wish
from tests.browser.conftest import PHONE

BUTTON = "main form.form-card button.btn-primary"


@pytest.fixture
def laid(head, technician) -> list[SpecialRoom]:
    """Two robot rooms."""
    return [
        rooms.write_room(
            SpecialRoom(), kind="robot", seats=40, keeper=technician, by=head, at=timezone.now(),
            place=Place.objects.create(kind="room", code=f"SY-10{number}", name=f"机器人{number}"),
        )
        for number in (1, 2)
    ]  # fmt: skip


def test_the_second_is_told_and_offered_a_free_room(somebody, laid, teacher, head):
    day = shipped_calendar().working_days_from(timezone.localdate(), 3)
    taken = Wish(
        room=laid[0], starts_at=moment_of(day, time(8)), ends_at=moment_of(day, time(8, 40)),
        people=30,
    )  # fmt: skip
    visitor = somebody(teacher, PHONE)
    page = visitor.goto(f"/rooms/{laid[0].pk}/?week={day.isoformat()}")
    page.wait_for_load_state()
    assert not visitor.is_wider_than_its_screen()
    page.locator(f"a.room-free[href*='{day.isoformat()}']").first.click()
    page.wait_for_load_state()
    page.locator("#id_purpose").fill("循迹小车")
    page.locator("#id_people").fill("30")
    assert page.locator("#id_day").input_value() == day.isoformat()
    # Somebody else books the same while the form is being filled in.
    actions.book(taken, by=head, at=timezone.now(), purpose="月考")
    page.locator(BUTTON).click()
    page.get_by_text("已被程远山预约").wait_for()
    assert not visitor.is_wider_than_its_screen()
    page.locator(".room-instead a.btn").first.click()
    page.wait_for_load_state()
    assert page.locator("#id_purpose").input_value() == "循迹小车"
    page.locator(BUTTON).click()
    page.get_by_text("预约成功").wait_for()
    booking = Booking.objects.get(by=teacher)
    assert (booking.room, booking.starts_at, booking.people) == (laid[1], taken.starts_at, 30)
    assert visitor.complaints == []
