"""Property checks: rooms with what should be in them, counted by those whose they are, closed."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client
from django.utils import timezone

from campus.doors import Refused
from campus.models import Duty, Place, Role
from campus.rows import read
from campus.sheets.table import Row, Table
from planning.models import Reminder
from repairs.actions import property as checks
from repairs.actions import property_rooms as actions
from repairs.actions.property_import import check as read_sheet
from repairs.actions.property_rooms import Count
from repairs.agenda import dated, waiting
from repairs.models import (
    ExpectedItem,
    RoomCheck,
    SheetImport,
)
from tests.conftest import make_person
from tests.repairs.conftest import AT, DUE, count_all, lines, told

# Making


def test_a_check_takes_the_rooms_with_their_assets_and_bulk_things(counting, class_teacher):
    told_lines = [(line.name, line.expected) for line in counting.lines.order_by("id")]
    assert told_lines == [("ZC-0001 投影仪", 1), ("课桌", 48)]
    assert (counting.keeper, told(class_teacher)) == (class_teacher, [checks.ASKED])


def test_a_warden_counts_the_rooms_of_the_building(storekeeper, semester, made):
    building = Place.objects.create(kind="building", code="S", name="宿舍")
    Place.objects.create(kind="room", code="S-101", name="101", parent=building, use="dorm_room")
    warden = make_person("T020", "叶长青")
    Duty.objects.create(
        person=warden, role=Role.DORM_WARDEN, place=building, starts_on=date(2020, 1, 1)
    )
    building.refresh_from_db()
    found = made(place=building, uses=["dorm_room"])
    assert [room.keeper for room in found.rooms.all()] == [warden]


@pytest.mark.parametrize(
    ("facts", "error"),
    [
        ({"uses": ["kitchen"]}, Refused), ({"uses": []}, ValidationError),
        ({"uses": ["palace"]}, ValidationError), ({"title": "长" * 10_000}, ValidationError),
        ({"status": "done"}, ValidationError),
    ],
    ids=str,
)  # fmt: skip
def test_a_check_that_makes_no_sense_is_refused(made, facts, error):
    with pytest.raises(error):
        made(**facts)


# Counting


def test_a_room_is_counted_once_all_its_lines_are(counting, class_teacher):
    _projector, desks = lines(counting)
    half = actions.count_room(
        counting, [Count(line=desks.pk, good=48, damaged=0)], seen=0, by=class_teacher, at=AT
    )
    assert half.status == "to_count"
    whole = count_all(counting, by=class_teacher, seen=1)
    desks.refresh_from_db()
    assert (whole.status, whole.counted_by) == ("counted", class_teacher)
    assert (desks.damaged, desks.missing, desks.surplus, desks.differs) == (2, 1, 0, True)


def test_nobody_overwrites_what_somebody_else_has_just_counted(counting, class_teacher, dispatcher):
    count_all(counting, by=class_teacher)
    with pytest.raises(Refused, match=class_teacher.name):
        count_all(counting, by=dispatcher, good=1)
    assert lines(counting)[1].good == 45


@pytest.mark.django_db(transaction=True)
def test_of_two_who_count_at_once_one_is_told(counting, class_teacher, dispatcher):
    barrier = Barrier(2)

    def count(person) -> str:
        barrier.wait()
        try:
            count_all(counting, by=person)
        except Refused:
            return "told"
        else:
            return "kept"
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(count, [class_teacher, dispatcher])) == ["kept", "told"]


@pytest.mark.parametrize(
    "count", [{"good": -1}, {"damaged": -3}, {"good": 10**9}, {"cause": "magic"}], ids=str
)
def test_counts_out_of_bounds_are_refused(counting, class_teacher, count):
    with pytest.raises(ValidationError):
        count_all(counting, by=class_teacher, **count)
    assert lines(counting)[1].good is None


def test_lines_of_other_rooms_are_refused(counting, made, class_teacher):
    other = made().rooms.get()
    strange = other.lines.first()
    assert strange
    count = Count(line=strange.pk, good=1, damaged=0)
    with pytest.raises(Refused):
        actions.count_room(counting, [count], seen=0, by=class_teacher, at=AT)


def typed(room: RoomCheck, **others) -> dict:
    projector, desks = lines(room)
    return {
        "seen": room.version, f"line-{projector.pk}-good": 1, f"line-{desks.pk}-good": 47,
        f"line-{desks.pk}-damaged": 1, f"line-{desks.pk}-cause": "wear", **others,
    }  # fmt: skip


def test_counting_on_a_page(counting, class_teacher, signed_in):
    path = f"/repairs/property/rooms/{counting.pk}/count/"
    browser = signed_in(class_teacher)
    new = {"new-0-name": "<b>风扇</b>", "new-0-good": 2}
    answer = browser.post(path, typed(counting, **new), follow=True)
    assert "&lt;b&gt;风扇&lt;/b&gt;" in answer.content.decode()
    assert list(counting.lines.order_by("id").values_list("good", "damaged", "balance")) == [
        (1, 0, 0), (47, 1, 0), (2, 0, 2),
    ]  # fmt: skip
    again = browser.post(path, typed(counting))
    assert (again.status_code, len(again.context["form"].non_field_errors())) == (422, 1)
    seen = again.context["form"].data["seen"]
    held = browser.post(path, typed(counting, seen=seen))
    assert held.status_code == 302


def test_the_rest_is_there(counting, class_teacher, signed_in):
    browser = signed_in(class_teacher)
    path = f"/repairs/property/rooms/{counting.pk}/count/"
    browser.post(path, {"seen": 0, "rest_is_there": "on"})
    counting.refresh_from_db()
    assert (counting.status, [line.good for line in lines(counting)]) == ("counted", [1, 48])


@pytest.mark.parametrize(
    "slip",
    [
        {"new-0-good": 2}, {"new-0-name": "课桌", "new-0-good": 2}, {"new-0-name": "长" * 10_000},
        {"words": "长" * 10_000}, {"seen": "x"}, {"desks": -1}, {"desks": "许多"},
    ],
    ids=str,
)  # fmt: skip
def test_a_slip_changes_nothing(counting, class_teacher, signed_in, slip):
    desks = f"line-{lines(counting)[1].pk}-good"
    slip = {desks if name == "desks" else name: value for name, value in slip.items()}
    path = f"/repairs/property/rooms/{counting.pk}/count/"
    answer = signed_in(class_teacher).post(path, typed(counting, **slip))
    assert answer.status_code == 422
    assert not counting.lines.counted().exists()


def test_an_asset_is_there_once(counting, class_teacher, signed_in):
    projector, _desks = lines(counting)
    path = f"/repairs/property/rooms/{counting.pk}/count/"
    both = {f"line-{projector.pk}-damaged": 1}
    assert signed_in(class_teacher).post(path, typed(counting, **both)).status_code == 422


def test_others_do_not_see_the_room_and_pupils_see_nothing(counting, safety_officer, pupil):
    seen = {}
    for person in (safety_officer, pupil):
        client = Client()
        client.force_login(person)
        paths = (f"rooms/{counting.pk}/", f"rooms/{counting.pk}/count/", f"{counting.check_of_id}/")
        seen[person] = [client.get(f"/repairs/property/{path}").status_code for path in paths]
    assert seen == {safety_officer: [404, 404, 200], pupil: [404, 404, 404]}


# Closing


def test_rooms_that_are_not_counted_want_a_reason(counting, head):
    check = counting.check_of
    with pytest.raises(Refused):
        checks.close(check, reason="  ", by=head, at=AT)
    checks.close(check, reason="装修", by=head, at=AT)
    counting.refresh_from_db()
    assert (counting.status, counting.reason) == ("left_out", "装修")
    for act in (
        lambda: checks.close(check, by=head, at=AT),
        lambda: count_all(counting, by=head),
        lambda: actions.leave_out(counting, reason="x", by=head, at=AT),
    ):
        with pytest.raises(Refused):
            act()


def test_what_was_counted_is_expected_the_next_time(counting, made, class_teacher, head):
    with pytest.raises(Refused):
        checks.take_over(counting.check_of, by=head, at=AT)
    count_all(counting, by=class_teacher, good=40, damaged=5)
    closed = checks.close(counting.check_of, by=head, at=AT)
    assert checks.take_over(closed, by=head, at=AT) == 1
    assert [line.expected for line in lines(made().rooms.get())] == [1, 45]


# Telling


def test_keepers_are_asked_on_my_day_and_reminded(counting, class_teacher, teacher, head):
    told_now = read(waiting(class_teacher, AT))
    assert [(each.title, each.due, each.detail) for each in told_now] == [
        ("期末公物验收", DUE, counting.place.with_code)
    ]
    assert [each.first for each in read(dated(teacher, AT.date(), DUE))] == [DUE]
    assert Reminder.objects.filter(state="planned").exists()
    count_all(counting, by=class_teacher)
    assert read(waiting(class_teacher, AT)) == []
    checks.close(counting.check_of, by=head, at=AT)
    assert not Reminder.objects.filter(state="planned").exists()


# What should be there


def test_a_table_of_what_should_be_there_is_read(classroom, storekeeper):
    rows = [
        ("a-jx1-301", "课桌", 50), ("A-JX1-301", "椅子", 50), ("X-1", "椅子", 5),
        ("A-JX1-301", "灯", 0), ("A-JX1-301", "课桌", 3), ("A-JX1-301", "长" * 50, 3),
    ]  # fmt: skip
    table = Table(
        sheet="x", headings={}, faults=[],
        rows=[Row(number, dict(zip(("place", "name", "count"), row, strict=True)))
              for number, row in enumerate(rows, 2)],
    )  # fmt: skip
    checked = read_sheet(table, SheetImport())
    assert [(item.name, item.count) for item in checked.things] == [("课桌", 50), ("椅子", 50)]
    assert [fault.row for fault in checked.faults] == [4, 5, 6, 7]
    checks.expect_all(checked.things, by=storekeeper, at=timezone.now())
    assert ExpectedItem.objects.count() == 2
