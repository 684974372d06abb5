"""Bookings: never two at a time, within opening hours, decided on, moved, cancelled, in series."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, time, timedelta
from threading import Barrier

import pytest
from django.db import IntegrityError, connection, transaction

from campus.doors import Refused
from campus.models import SpecialDay
from rooms.actions import bookings as actions
from rooms.actions import rooms
from rooms.models import Booking, BookingSeries, Closure, Diary, SpecialRoom
from tests.rooms.conftest import AT, moment, told

TRIES = 50


def refusal(act, *args, **facts) -> str:
    """The sentence with which an act refuses."""
    with pytest.raises(Refused) as refused:
        act(*args, **facts)
    return str(refused.value)


def test_whoever_comes_second_is_told_who_has_the_room(book, head):
    book(moment(5, 14), hours=2)
    said = refusal(book, moment(5, 15), by=head)
    assert said == "机器人教室 SY-102 11月5日(周三) 14:00–16:00 已被许知言预约：“机器人社团”。"
    assert book(moment(5, 16), by=head).status == "booked"
    assert book(moment(5, 13), by=head).status == "booked"


@pytest.mark.django_db(transaction=True)
def test_fifty_who_press_at_once_get_one_booking_and_forty_nine_sentences(wish, teacher):
    wanted, together = wish(), Barrier(10)

    def press(number: int) -> str:
        if number < 10:
            together.wait()
        try:
            return actions.book(wanted, by=teacher, at=AT, purpose=f"第{number}次").status
        except Refused as refused:
            return str(refused).partition(" 11月")[0]
        finally:
            connection.close()

    with ThreadPoolExecutor(10) as pool:
        answers = sorted(pool.map(press, range(TRIES)))
    assert answers == ["booked", *["机器人教室 SY-102"] * (TRIES - 1)]
    assert Booking.objects.count() == 1


def test_the_database_itself_lets_no_two_overlap(book):
    booking = book()
    with pytest.raises(IntegrityError, match="room_booked_once_at_a_time"), transaction.atomic():
        Booking.objects.create(
            room=booking.room, purpose="x", starts_at=moment(5, 14, 30), ends_at=moment(5, 15, 30),
            blocked_from=moment(5, 14, 30), people=1, by=booking.by, at=AT,
        )  # fmt: skip


def test_between_two_bookings_lies_the_time_for_setting_up(lay_room, book, head):
    hall = lay_room("XZ-403", buffer_minutes=30)
    book(moment(5, 14), room=hall)
    assert "30 分钟准备" in refusal(book, moment(5, 15, 15), room=hall)
    assert "30 分钟准备" in refusal(book, moment(5, 12, 45), room=hall)
    assert book(moment(5, 15, 30), room=hall).blocked_from == moment(5, 15)
    assert book(moment(5, 12, 30), room=hall).status == "booked"


@pytest.mark.parametrize(
    ("starts", "hours", "facts", "sentence"),
    [
        (moment(5, 14), -1, {}, "结束时间必须晚于开始时间。"),
        (moment(5, 22), 4, {}, "一次预约须在同一天内开始和结束。"),
        (moment(2, 14), 1, {}, "这个时间已经过去，请另选时间。"),
        (moment(3, 8), 1, {}, "这个时间已经过去，请另选时间。"),
        (moment(5, 14) + timedelta(days=400), 1, {}, "最多提前一年预约。"),
        (moment(5, 14), 1, {"people": 41}, "机器人教室 SY-102只有 40 个座位。"),
        (moment(8, 14), 1, {}, "机器人教室 SY-102 11月8日(周六) 不开放。"),
        (moment(5, 17), 2, {}, "机器人教室 SY-102 11月5日(周三) 的开放时间为 08:00–17:30。"),
        (moment(5, 7), 2, {}, "机器人教室 SY-102 11月5日(周三) 的开放时间为 08:00–17:30。"),
    ],
)
def test_what_cannot_be_booked(book, starts, hours, facts, sentence):
    assert refusal(book, starts, hours=hours, **facts) == sentence


def test_without_hours_of_its_own_a_room_is_open_over_lunch_and_closed_on_holidays(book, head):
    assert book(moment(5, 11), hours=3).status == "booked"
    SpecialDay.objects.create(day=date(2025, 11, 6), kind="off", name="校庆")
    SpecialDay.objects.create(day=date(2025, 11, 8), kind="makeup", name="调休")
    assert refusal(book, moment(6, 14)) == "机器人教室 SY-102 11月6日(周四) 不开放。"
    assert book(moment(8, 14)).status == "booked"


def test_hours_of_its_own_replace_those_of_the_office(room, book, technician):
    hours = [(3, time(18, 30), time(21)), (6, time(9), time(12))]
    rooms.set_hours(room, hours, by=technician, at=AT)
    assert "18:30–21:00" in refusal(book, moment(5, 14))
    assert book(moment(5, 19)).status == "booked"
    assert book(moment(8, 9), hours=3).status == "booked"
    rooms.set_hours(room, [], by=technician, at=AT)
    assert book(moment(12, 14)).status == "booked"


def test_a_room_for_classes_wants_the_class(lay_room, book, pupil):
    lab = lay_room("SY-301", booked_for="classes")
    assert "请选择班级" in refusal(book, room=lab)
    assert book(room=lab, school_class=pupil.school_class).whom == str(pupil.school_class)


def test_a_closure_refuses_and_calls_off_what_lies_in_it(room, book, technician, teacher):
    kept, struck = book(moment(5, 10)), book(moment(5, 14))
    facts = {"starts_at": moment(5, 13), "ends_at": moment(6, 13), "kind": "repairs",
             "reason": "风机检修", "by": technician, "at": AT}  # fmt: skip
    refusal(rooms.close, room, calls_off=False, **facts)
    assert Closure.objects.count() == 0
    closure, count = rooms.close(room, calls_off=True, **facts)
    states = [Booking.objects.get(pk=each.pk).status for each in (kept, struck)]
    assert (count, states) == (1, ["booked", "cancelled"])
    assert told(teacher) == [
        "机器人教室 SY-102的预约已取消，11月5日(周三) 14:00：机器人社团。风机检修"
    ]
    said = refusal(book, moment(6, 10))
    assert said == "机器人教室 SY-102停用至 11月6日(周四) 13:00。风机检修"
    rooms.reopen(closure, by=technician, at=moment(5, 18))
    assert book(moment(6, 10), at=moment(5, 18)).status == "booked"
    refusal(rooms.reopen, closure, by=technician, at=moment(5, 19))


def test_a_closure_that_has_not_begun_is_gone_when_it_is_ended(room, technician):
    closure, _count = rooms.close(
        room, starts_at=moment(6, 8), ends_at=moment(6, 18), kind="exams", reason="月考",
        calls_off=False, by=technician, at=AT,
    )  # fmt: skip
    rooms.reopen(closure, by=technician, at=AT)
    assert not Closure.objects.exists()


# The keeper decides


@pytest.fixture
def asked(lay_room, book) -> Booking:
    return book(room=lay_room("SY-301", needs_approval=True))


def test_what_is_asked_for_keeps_the_room_until_the_keeper_has_decided(
    asked, book, technician, teacher, head
):
    assert asked.status == "asked"
    assert told(technician) == ["许知言申请使用机器人教室 SY-301，11月5日(周三) 14:00：机器人社团"]
    refusal(book, moment(5, 14), room=asked.room, by=head)
    actions.approve(asked, by=technician, at=AT)
    assert Booking.objects.get(pk=asked.pk).status == "booked"
    assert told(teacher) == ["机器人教室 SY-301预约成功，11月5日(周三) 14:00：机器人社团"]
    refusal(actions.approve, asked, by=technician, at=AT)
    refusal(actions.refuse, asked, reason="x", by=technician, at=AT)


def test_what_is_refused_has_a_reason_and_frees_the_room(asked, book, technician, teacher):
    actions.refuse(asked, reason="当天有考务", by=technician, at=AT)
    said = "机器人教室 SY-301的申请未通过，11月5日(周三) 14:00：机器人社团。当天有考务"
    assert told(teacher) == [said]
    assert book(room=asked.room).status == "asked"
    with pytest.raises(IntegrityError), transaction.atomic():
        Booking.objects.filter(pk=asked.pk).update(reason="")


def test_the_keeper_and_the_head_need_nobodys_word(asked, book, technician, head):
    assert book(moment(6, 14), room=asked.room, by=technician).status == "booked"
    assert book(moment(7, 14), room=asked.room, by=head).status == "booked"


def test_nothing_is_approved_once_its_time_has_passed(asked, technician):
    assert refusal(actions.approve, asked, by=technician, at=moment(5, 15)) == "已经结束。"


# Moved, cancelled, left


def test_a_booking_is_moved_past_itself_but_not_into_another(book, wish, head, teacher):
    mine, other = book(moment(5, 14)), book(moment(5, 16), by=head)
    moved = actions.move(mine, wish(moment(5, 14, 30)), by=teacher, at=AT)
    assert (moved.starts_at, moved.status) == (moment(5, 14, 30), "booked")
    refusal(actions.move, mine, wish(moment(5, 15, 30)), by=teacher, at=AT)
    actions.move(other, wish(moment(6, 9)), by=teacher, at=AT)
    assert told(head) == ["您的预约已改为机器人教室 SY-102，11月6日(周四) 09:00：机器人社团"]


def test_moved_into_a_room_whose_keeper_decides_it_is_asked_for_anew(
    book, wish, lay_room, teacher, technician
):
    lab, mine = lay_room("SY-301", needs_approval=True), book()
    assert actions.move(mine, wish(room=lab), by=teacher, at=AT).status == "asked"
    assert len(told(technician)) == 1


def test_a_booking_is_given_back_before_it_is_over(book, teacher, head):
    booking = book()
    assert actions.cancel(booking, reason="改期", by=teacher, at=moment(5, 14, 30)) == 1
    assert told(teacher) == []
    refusal(actions.cancel, booking, reason="x", by=teacher, at=AT)
    assert book(moment(5, 14), by=head).status == "booked"
    late = book(moment(6, 14))
    refusal(actions.cancel, late, reason="x", by=teacher, at=moment(6, 15))


def test_how_the_room_was_left_is_said_once_it_was_used(book, teacher, technician):
    booking = book()
    refusal(actions.note_left, booking, found="in_order", by=teacher, at=moment(5, 13))
    actions.note_left(booking, found="in_order", by=teacher, at=moment(5, 15))
    assert told(technician) == []
    actions.note_left(booking, found="fault", words="投影坏了", by=teacher, at=moment(5, 15))
    assert told(technician) == ["机器人教室 SY-102有损坏：投影坏了"]
    with pytest.raises(IntegrityError), transaction.atomic():
        Booking.objects.filter(pk=booking.pk).update(found_words="")


def test_a_room_with_bookings_to_come_stays_on_the_list(room, book, head, teacher):
    booking = book()
    refusal(rooms.set_offered, room, is_offered=False, by=head, at=AT)
    actions.cancel(booking, reason="x", by=teacher, at=AT)
    rooms.set_offered(room, is_offered=False, by=head, at=AT)
    taken_off = SpecialRoom.objects.select_related("place").get(pk=room.pk)
    assert "不开放预约" in refusal(book, room=taken_off)


# Series


def test_a_series_is_a_booking_for_each_week_and_leaves_out_what_is_not_free(
    wish, book, head, teacher
):
    book(moment(12, 14), by=head)
    facts = {"until": date(2025, 11, 27), "by": teacher, "at": AT, "purpose": "机器人社团"}
    refusal(actions.book_weekly, wish(), leave_out=False, **facts)
    assert BookingSeries.objects.count() == 0
    laid = actions.book_weekly(wish(), leave_out=True, **facts)
    assert [each.starts_at for each in laid] == [moment(day, 14) for day in (5, 19, 26)]
    assert {each.series_id for each in laid} == {BookingSeries.objects.get().pk}
    count = actions.cancel(laid[1], reason="停课", following=True, by=teacher, at=AT)
    states = Booking.objects.filter(by=teacher).order_by("starts_at")
    assert (count, [each.status for each in states]) == (2, ["booked", "cancelled", "cancelled"])


def test_a_series_of_which_no_date_is_free_is_not_laid(wish, book, head, teacher):
    for day in (5, 12):
        book(moment(day, 14), by=head)
    facts = {"until": date(2025, 11, 12), "by": teacher, "at": AT, "purpose": "x"}
    refusal(actions.book_weekly, wish(), leave_out=True, **facts)
    assert Booking.objects.filter(by=teacher).count() == 0


def test_the_keeper_is_told_once_of_a_series(lay_room, wish, technician, teacher):
    lab = lay_room("SY-301", needs_approval=True)
    actions.book_weekly(
        wish(room=lab), until=date(2025, 11, 19), leave_out=False, by=teacher, at=AT, purpose="社团"
    )
    assert told(technician) == [
        "许知言申请使用机器人教室 SY-301共 3 次，首次 11月5日(周三) 14:00：社团"
    ]


def test_a_diary_asks_as_much_for_many_rooms_as_for_one(
    room, lay_room, book, django_assert_num_queries
):
    rooms_laid = [room, lay_room("SY-103"), lay_room("SY-104")]
    for each in rooms_laid:
        book(room=each)
    for asked in ([room], rooms_laid):
        with django_assert_num_queries(4):
            diary = Diary(asked, date(2025, 11, 3), date(2025, 11, 9))
    assert [len(diary.bookings_on(each, date(2025, 11, 5))) for each in rooms_laid] == [1, 1, 1]
