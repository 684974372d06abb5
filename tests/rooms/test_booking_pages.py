"""Booking page by page: slips at their field, free rooms instead, series, faults, who may."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from campus.models import InboxEntry
from rooms.actions import bookings as actions
from rooms.models import Booking, Closure, LessonPeriod, RoomHours, SpecialRoom
from tests.rooms.conftest import at_hour, coming_day, moment

DAY = coming_day()


@pytest.fixture
def typed(room) -> dict[str, Any]:
    return {
        "room": room.pk, "day": DAY.isoformat(), "starts": "14:00", "ends": "15:00",
        "purpose": "机器人社团", "people": "30",
    }  # fmt: skip


def test_a_room_is_booked_by_hours_or_by_periods(signed_in, teacher, typed, pupil):
    browser = signed_in(teacher)
    answer = browser.post("/rooms/bookings/new/", typed)
    booking = Booking.objects.get()
    assert answer.headers["Location"] == f"/rooms/bookings/{booking.pk}/"
    assert (booking.starts_at, booking.ends_at) == (at_hour(DAY, 14), at_hour(DAY, 15))
    first, last = LessonPeriod.objects.filter(position__in=[1, 2])
    by_period = typed | {"first": first.pk, "last": last.pk, "starts": "", "ends": "",
                         "school_class": pupil.school_class_id}  # fmt: skip
    browser.post("/rooms/bookings/new/", by_period)
    made = Booking.objects.get(school_class=pupil.school_class)
    assert (made.starts_at, made.ends_at) == (at_hour(DAY, 8), at_hour(DAY, 9, 30))


@pytest.mark.parametrize(
    ("slip", "field"),
    [
        ({"ends": "13:00"}, "ends"), ({"day": "2020-01-06"}, "day"), ({"day": "x"}, "day"),
        ({"people": "41"}, "people"), ({"people": "0"}, "people"), ({"purpose": ""}, "purpose"),
        ({"starts": "", "ends": ""}, "starts"), ({"room": "9999"}, "room"),
        ({"starts": "05:00"}, "room"), ({"until": "2020-01-01"}, "until"),
        ({"until": "2099-01-01"}, "until"), ({"people": "x" * 30}, "people"),
    ],
)  # fmt: skip
def test_a_slip_stands_at_its_field_and_what_was_typed_stays(
    signed_in, teacher, typed, slip, field
):
    answer = signed_in(teacher).post("/rooms/bookings/new/", typed | slip)
    assert (answer.status_code, next(iter(answer.context["form"].errors))) == (422, field)
    assert answer.context["form"]["purpose"].value() == (typed | slip)["purpose"]
    assert not Booking.objects.exists()


def test_where_a_room_is_taken_free_ones_are_offered_with_all_that_was_typed(
    signed_in, teacher, head, typed, lay_room
):
    lay_room("SY-20", seats=20)
    lay_room("XZ-1", kind="hall", seats=100)
    other = lay_room("SY-103")
    signed_in(head).post("/rooms/bookings/new/", typed)
    answer = signed_in(teacher).post("/rooms/bookings/new/", typed)
    assert answer.status_code == 422
    assert "程远山" in answer.context["form"].errors["room"][0]
    free = answer.context["free"]
    assert [each.room.place.code for each in free] == ["SY-103", "XZ-1"]
    form = signed_in(teacher).get(free[0].path).context["form"]
    shown = {name: str(form[name].value()) for name in ("room", "day", "purpose", "people")}
    assert shown == {"room": str(other.pk), "day": DAY.isoformat(), "purpose": "机器人社团",
                     "people": "30"}  # fmt: skip


def test_the_dates_of_a_series_that_are_not_free_are_listed_before_it_is_laid(
    signed_in, teacher, room, wish, head
):
    day = next(day for day in map(coming_day, range(3, 30)) if day.weekday() == 2)
    weeks = [at_hour(day + timedelta(weeks=number), 14) for number in range(3)]
    # Holidays of the state may lie in these weeks; the room is open on every weekday.
    for weekday in range(1, 8):
        RoomHours.objects.create(room=room, weekday=weekday, opens="08:00", closes="21:00")
    actions.book(wish(weeks[1]), by=head, at=timezone.now(), purpose="月考")
    sent = {
        "room": room.pk, "day": day.isoformat(), "starts": "14:00", "ends": "15:00",
        "purpose": "社团", "people": "30", "until": (day + timedelta(weeks=2)).isoformat(),
    }  # fmt: skip
    answer = signed_in(teacher).post("/rooms/bookings/new/", sent)
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["leave_out"])
    conflicts = answer.context["form"].conflicts
    assert weeks[1].date() in {each.day for each in conflicts}
    assert 'type="checkbox"' in answer.content.decode().split('name="leave_out"')[0][-60:]
    signed_in(teacher).post("/rooms/bookings/new/", sent | {"leave_out": "on"})
    laid = Booking.objects.filter(by=teacher).order_by("starts_at")
    assert [each.starts_at for each in laid] == [
        each for each in weeks if each.date() not in {found.day for found in conflicts}
    ]


def test_the_finder_names_free_rooms_and_what_is_in_the_way_of_others(
    signed_in, teacher, typed, lay_room, head
):
    lay_room("SY-301", kind="laboratory", equipment="通风橱")
    lay_room("SY-20", seats=20)
    signed_in(head).post("/rooms/bookings/new/", typed)
    browser = signed_in(teacher)
    period = LessonPeriod.objects.get(position=6)
    asked = f"/rooms/find/?day={DAY}&first={period.pk}&people=30"
    found = browser.get(asked)
    assert [each.room.place.code for each in found.context["free"]] == ["SY-301"]
    assert [each.room.place.code for each in found.context["others"]] == ["SY-102"]
    path = found.context["free"][0].path
    assert "from=14%3A30&to=15%3A10&people=30" in path
    for words, count in (
        ("通风橱", (1, 0)),
        ("套件", (0, 1)),
        ("机器人教室", (1, 1)),
        ("无", (0, 0)),
    ):
        named = browser.get(f"{asked}&words={words}")
        assert (len(named.context["free"]), len(named.context["others"])) == count
    by_kind = browser.get(f"/rooms/find/?day={DAY}&starts=16:20&ends=17:00&kind=robot")
    assert [each.room.place.code for each in by_kind.context["free"]] == ["SY-20", "SY-102"]
    for wrong in ("day=x", f"day={DAY}", f"day={DAY}&starts=15:00&ends=14:00", "day=9999-99-99"):
        assert browser.get(f"/rooms/find/?{wrong}").status_code == 422


def test_weeks_show_what_is_booked_and_lead_to_the_form(signed_in, teacher, typed, room):
    browser = signed_in(teacher)
    browser.post("/rooms/bookings/new/", typed | {"starts": "13:40", "ends": "14:20"})
    week = browser.get(f"/rooms/?week={DAY}")
    [(_room, cells)] = week.context["rows"]
    assert [len(cell.bookings) for cell in cells][DAY.weekday()] == 1
    shown = browser.get(f"/rooms/{room.pk}/?week={DAY}").context["days"][DAY.weekday()]
    booked = [slot.period.position for slot in shown.slots if slot.bookings]
    assert (booked, shown.other) == ([5], [])
    free = next(slot for slot in shown.slots if slot.path)
    assert browser.get(free.path).context["form"].initial["first"] == free.period.pk
    for odd in ("?week=x", "?week=9999-12-31", "?kind=moon"):
        assert browser.get(f"/rooms/{odd}").status_code == 200


def test_a_fault_goes_on_to_repairs_with_its_origin_and_once(signed_in, book, teacher, technician):
    booking, browser = book(), signed_in(teacher)
    answer = browser.post(f"/rooms/bookings/{booking.pk}/fault/", {"words": "投影机不亮"})
    form_path = f"/repairs/new/?origin=booking:{booking.pk}"
    assert answer.headers["Location"] == form_path
    form = browser.get(form_path).context["form"]
    begun = {name: form.initial[name] for name in ("place", "title")}
    assert begun == {"place": "SY-102", "title": "投影机不亮"}
    sent = {"place": "SY-102", "title": "投影机不亮", "priority": "normal",
            "category": form.fields["category"].queryset[0].pk}  # fmt: skip
    ticket = browser.post(form_path, sent).headers["Location"]
    page = browser.get(f"/rooms/bookings/{booking.pk}/")
    assert [each.path for each in page.context["going_on"]] == [ticket]
    assert booking.get_absolute_url() in browser.get(ticket).content.decode()
    assert browser.post(form_path, sent).status_code == 422
    for nothing in ("booking:999999", "booking:x", "moon:1", f"booking:{'9' * 30}"):
        assert browser.get(f"/repairs/new/?origin={nothing}").context["form"].initial == {
            "place": "", "asset": None
        }  # fmt: skip


def test_a_fault_wants_words(signed_in, book, teacher):
    path = f"/rooms/bookings/{book().pk}/fault/"
    assert signed_in(teacher).post(path, {"words": " "}).status_code == 422
    assert Booking.objects.get().found == ""


def test_the_keeper_decides_from_my_day(signed_in, lay_room, wish, teacher, technician):
    lab = lay_room("SY-301", needs_approval=True)
    booking = actions.book(
        wish(at_hour(DAY, 14), room=lab), by=teacher, at=timezone.now(), purpose="实验"
    )
    keeper = signed_in(technician)
    waiting = keeper.get("/").context["waiting"]
    mine = [each for each in waiting if each.path == booking.get_absolute_url()]
    assert [each.act_path for each in mine] == [f"/rooms/bookings/{booking.pk}/approve/"]
    assert signed_in(teacher).post(mine[0].act_path).status_code == 403
    keeper.post(mine[0].act_path)
    assert Booking.objects.get().status == "booked"
    assert InboxEntry.objects.filter(person=teacher).count() == 1


def test_the_selected_are_approved_together_by_who_keeps_their_rooms(
    signed_in, lay_room, book, teacher, technician, head
):
    labs = [lay_room(code, needs_approval=True) for code in ("SY-301", "SY-302")]
    foreign = lay_room("SY-303", needs_approval=True, keeper=head)
    start = at_hour(DAY, 14)
    mine = [book(start, room=lab, at=timezone.now()).pk for lab in labs]
    other = book(start, room=foreign, at=timezone.now()).pk
    path = "/rooms/bookings/approve/"
    assert signed_in(teacher).post(path, {"item": mine}).status_code == 403
    assert signed_in(technician).post(path, {"item": [*mine, other]}).status_code == 403
    assert not Booking.objects.booked().exists()
    signed_in(technician).post(path, {"item": mine})
    assert set(Booking.objects.booked().values_list("pk", flat=True)) == set(mine)


def test_whoever_had_a_room_is_asked_how_it_was_left(signed_in, room, teacher):
    now = timezone.now()
    Booking.objects.create(
        room=room, purpose="昨天的实验", starts_at=now - timedelta(hours=30),
        ends_at=now - timedelta(hours=29), blocked_from=now - timedelta(hours=30), people=9,
        by=teacher, at=now,
    )  # fmt: skip
    browser = signed_in(teacher)
    [asked] = [each for each in browser.get("/").context["waiting"] if "昨天的实验" in each.detail]
    browser.post(asked.act_path)
    assert Booking.objects.get().found == "in_order"
    assert "昨天的实验" not in browser.get("/").content.decode()


def test_a_booking_shows_in_the_calendar_of_whom_it_concerns(
    signed_in, book, pupil, teacher, technician, safety_officer, head
):
    booking = book(school_class=pupil.school_class)
    month = "/calendar/?month=2025-11"
    shown = {
        person.name: booking.get_absolute_url() in signed_in(person).get(month).content.decode()
        for person in (teacher, technician, pupil, safety_officer)
    }
    assert shown == {
        teacher.name: True, technician.name: True, pupil.name: True, safety_officer.name: False
    }  # fmt: skip
    page = signed_in(pupil).get(booking.get_absolute_url()).content.decode()
    assert booking.room.place.name in page
    assert teacher.name not in page
    assert signed_in(pupil).get("/rooms/").status_code == 403
    actions.cancel(booking, reason="停课", by=teacher, at=moment(4, 9))
    assert signed_in(pupil).get(booking.get_absolute_url()).status_code == 404


def test_only_whoever_has_it_and_the_keeper_change_a_booking(
    signed_in, book, safety_officer, technician, pupil
):
    path = f"/rooms/bookings/{book().pk}/"
    acts = ("move", "cancel", "in-order", "fault")
    for person, expected in ((safety_officer, 403), (pupil, 404)):
        assert [signed_in(person).post(f"{path}{act}/").status_code for act in acts] == (
            [expected] * 4
        )
    sent = {"reason": "另有安排"}
    assert signed_in(technician).post(f"{path}cancel/", sent).status_code == 302


def test_a_room_is_described_opened_and_closed_by_its_keeper(
    signed_in, room, technician, teacher, head, pupil
):
    path = f"/rooms/{room.pk}/"
    assert signed_in(teacher).post(f"{path}hours/", {}).status_code == 403
    assert signed_in(pupil).get(path).status_code == 404
    browser = signed_in(technician)
    browser.post(f"{path}hours/", {"weekday_6": "9:00-12:00"})
    assert [str(each) for each in RoomHours.objects.all()] == ["星期六 09:00–12:00"]
    assert browser.post(f"{path}hours/", {"weekday_6": "12:00-9:00"}).status_code == 422
    closed = {"starts_at": f"{DAY}T08:00", "ends_at": f"{DAY}T07:00", "kind": "exams",
              "reason": "月考"}  # fmt: skip
    assert browser.post(f"{path}close/", closed).status_code == 422
    browser.post(f"{path}close/", closed | {"ends_at": f"{DAY}T18:00"})
    assert Closure.objects.get().reason == "月考"
    edited = browser.get(f"{path}edit/").context["form"]
    assert (edited["place"].value(), edited["keeper"].value()) == ("SY-102", technician.number)
    same = {"place": "SY-102", "kind": "ai", "seats": "50", "keeper": technician.number,
            "booked_for": "anything", "buffer_minutes": "15",
            "seen": edited["seen"].value()}  # fmt: skip
    browser.post(f"{path}edit/", same)
    room.refresh_from_db()
    assert (room.kind, room.seats, room.buffer_minutes) == ("ai", 50, 15)
    new = {"place": "SY-102", "kind": "robot", "seats": "0", "keeper": technician.number,
           "booked_for": "anything", "buffer_minutes": "0"}  # fmt: skip
    answer = signed_in(head).post("/rooms/list/new/", new)
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["place", "seats"])
    assert SpecialRoom.objects.count() == 1


def test_periods_are_set_as_lines(signed_in, head):
    browser = signed_in(head)
    known = browser.get("/rooms/periods/").context["form"].initial["periods"]
    assert known.splitlines()[0] == "第1节 08:00-08:40"
    for wrong in ("第1节", "8:00-9:00", "一 8:00-9:00\n二 8:30-9:30", "一 8:00-9:00\n一 9:00-10:00",
                  "一 9:00-8:00", "长" * 30 + " 8:00-9:00", ""):  # fmt: skip
        assert browser.post("/rooms/periods/", {"periods": wrong}).status_code == 422
    browser.post("/rooms/periods/", {"periods": "早读 7:00–7:30\n第一节 8：00-8：45"})
    kept = [f"{each} {each.hours}" for each in LessonPeriod.objects.all()]
    assert kept == ["早读 07:00–07:30", "第一节 08:00–08:45"]


def test_the_place_shows_bookings_and_leads_to_its_room(signed_in, wish, room, teacher, pupil):
    booking = actions.book(
        wish(at_hour(DAY, 14)), by=teacher, at=timezone.now(), purpose="机器人社团"
    )
    page = signed_in(teacher).get(f"/places/{room.place_id}/").content.decode()
    assert booking.get_absolute_url() in page
    answer = signed_in(teacher).get(f"/rooms/at/{room.place_id}/")
    assert answer.headers["Location"] == room.get_absolute_url()
    assert f"/rooms/at/{room.place_id}/" in page
    assert "/rooms/" not in signed_in(pupil).get(f"/places/{room.place_id}/").content.decode()


def test_pages_ask_the_same_few_questions(signed_in, room, lay_room, book, head, pupil):
    browser = signed_in(head)

    def asked(path: str) -> int:
        browser.get(path)
        with CaptureQueriesContext(connection) as queries:
            assert browser.get(path).status_code == 200
        return len(queries)

    first = book(school_class=pupil.school_class)
    paths = [
        "/rooms/?week=2025-11-05", f"/rooms/{room.pk}/?week=2025-11-05", "/rooms/list/",
        "/rooms/bookings/", f"/rooms/bookings/{first.pk}/", "/rooms/figures/", "/rooms/find/"
        f"?day={DAY}&starts=14:00&ends=15:00", "/rooms/bookings/new/",
    ]  # fmt: skip
    few = [asked(path) for path in paths]
    for number in range(3):
        other = lay_room(f"SY-{number}")
        book(moment(6, 14), room=other, by=head)
        book(moment(5, 8 + number), school_class=pupil.school_class)
    assert [asked(path) for path in paths] == few
    assert max(few) <= 12
