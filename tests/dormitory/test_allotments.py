"""Beds allotted as a whole: from a table, by rule, into the next semester."""

from datetime import date
from io import BytesIO

import pytest
from openpyxl import Workbook

from campus.doors import Refused
from campus.jobs.actions import run
from campus.models import Person, Place, Role, Semester
from dormitory.actions import allotments as actions
from dormitory.models import Allotment, DormRoom, Occupancy
from tests.conftest import make_person
from tests.dormitory.conftest import AT, FIRST, LAST, bed_of, room_of, told

HEAD = ["学号", "姓名", "性别", "宿舍楼", "寝室", "床位", "班主任"]
FROM = date(2025, 11, 10)
State = Allotment.State


def workbook(rows: list[list]) -> bytes:
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    for row in [HEAD, *rows]:
        sheet.append(row)
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def worked(found: Allotment) -> Allotment:
    """The allotment after a worker has done what was asked for last."""
    assert found.job
    run(found.job.pk, at=AT)
    return Allotment.objects.select_related("job").get(pk=found.pk)


def taken_up(rows: list[list], by: Person) -> Allotment:
    found = actions.take_up(
        data=workbook(rows), name="住宿名单.xlsx", starts_on=FROM, ends_on=LAST, by=by, at=AT
    )
    return worked(found)


def sleepers(on: date = FROM) -> dict[str, str]:
    """Room and bed of everybody, by number."""
    stays = Occupancy.objects.on(on).select_related("pupil", "bed__room__place")
    return {stay.pupil.number: f"{stay.bed.room}-{stay.bed.label}" for stay in stays}


def test_a_table_is_read_looked_at_and_applied_as_a_whole(
    house, other_house, boarders, sleeping, affairs
):
    anna, berta, clara, dora = boarders(4)
    sleeping("101", [anna, berta])
    found = taken_up(
        [
            [anna.number, anna.name, "男", "松园", "101", "2", "甲"],  # changes with the next one
            [berta.number, "", "", "S1", "101", 1.0, ""],
            [clara.number, "", "", "", "S1-102", "", ""],  # any bed of the room
            [dora.number, "", "女", "", "", "", ""],  # by rule
        ],
        affairs,
    )
    assert (found.state, found.unread) == (State.READY, ["班主任"])
    assert sleepers() == {anna.number: "101-1", berta.number: "101-2"}
    done = worked(actions.ask_to_apply(found, by=affairs, at=AT))
    assert done.state == State.APPLIED
    assert sleepers() == {
        anna.number: "101-2", berta.number: "101-1", clara.number: "102-1", dora.number: "201-1",
    }  # fmt: skip
    assert told(dora) == [actions.NEW_BED]
    with pytest.raises(Refused):
        actions.ask_to_apply(done, by=affairs, at=AT)


def test_each_slip_of_a_table_is_told_at_its_row(
    house, other_house, boarders, sleeping, warden, teacher
):
    anna, berta, gone, third = boarders(4)
    sleeping("101", [third])
    gone.is_active = False
    gone.save()
    found = taken_up(
        [
            ["0000", "", "", "松园", "101", "2"],  # nobody
            [teacher.number, "", "", "松园", "101", "2"],  # no pupil
            [gone.number, "", "", "松园", "101", "2"],  # has left
            [anna.number, "别名", "", "松园", "101", "2"],  # called otherwise
            [anna.number, "", "", "松园", "999", "2"],  # forged room
            [anna.number, "", "", "松园", "101", "9"],  # no such bed
            [anna.number, "", "", "竹园", "101", "1"],  # another's house
            [anna.number, "", "", "", "101", "1"],  # which house?
            [anna.number, "", "女", "松园", "101", "2"],  # other side
            [anna.number, "", "", "", "", ""],  # nothing said
            [anna.number, "", "", "松园", "101", "1"],  # somebody sleeps there
            [berta.number, "", "", "松园", "101", "2"],
            [berta.number, "", "", "松园", "101", "3"],  # twice
        ],
        warden,
    )
    assert found.state == State.FAULTY
    assert [(fault.row, fault.heading) for fault in found.bad_rows] == [
        (2, "学号"), (3, "学号"), (4, "学号"), (5, "姓名"), (6, "寝室"), (7, "床位"), (8, "寝室"),
        (9, "寝室"), (10, "寝室"), (11, "寝室"), (12, "床位"), (14, "学号"),
    ]  # fmt: skip
    assert not found.lines.exists()
    with pytest.raises(Refused):
        actions.ask_to_apply(found, by=warden, at=AT)


def test_two_thousand_rows_with_five_slips_and_then_none(
    two_thousand, affairs, django_assert_max_num_queries
):
    """As many queries as for two rows: the table is read and applied in portions."""
    wrong = [list(row) for row in two_thousand]
    for at in (0, 500, 1000, 1500, 1999):
        wrong[at][4] = "没有"
    with django_assert_max_num_queries(60):
        found = taken_up(wrong, affairs)
    assert [fault.row for fault in found.bad_rows] == [2, 502, 1002, 1502, 2001]
    found = taken_up(two_thousand, affairs)
    assert found.state == State.READY
    with django_assert_max_num_queries(60):
        worked(actions.ask_to_apply(found, by=affairs, at=AT))
    assert Occupancy.objects.count() == 2000


def test_pupils_without_a_bed_get_one_by_rule_and_the_preview_can_be_changed(
    house, boarders, sleeping, affairs, warden, signed_in
):
    ones, twos = boarders(5), boarders(3, number=2)
    sleeping("201", [twos[0]])  # a girl, it seems; and she has a bed
    Occupancy.objects.update(ends_on=date(2025, 11, 1))
    ground = DormRoom.objects.filter(side="boys").select_related("place")
    found = actions.lay_by_rule(
        ground, [*ones, *twos], title="高一", starts_on=FROM, ends_on=LAST, by=warden, at=AT
    )
    lines = {line.pupil.number: line for line in found.lines.select_related("pupil", "bed__room")}
    assert lines[twos[0].number].bed is None
    rooms = {number: str(line.bed.room) for number, line in lines.items() if line.bed}
    assert rooms == {
        **{pupil.number: "101" for pupil in ones[:4]}, ones[4].number: "103",
        **{pupil.number: "102" for pupil in twos[1:]},
    }  # fmt: skip

    line, browser = lines[ones[4].number], signed_in(warden)
    free = bed_of("103", "4", house)
    path = f"/dormitory/lines/{line.pk}/"
    strange = bed_of("201", "4", house)
    for bed in (strange.pk, lines[ones[0].number].bed_id):  # a girls' room; another's bed
        assert browser.post(path, {"bed": bed}).status_code == 422
    assert browser.post(path, {"bed": free.pk}).status_code == 302
    assert browser.post(f"/dormitory/lines/{lines[twos[1].number].pk}/take-out/").status_code == 302
    with pytest.raises(Refused):
        actions.place_line(line, bed=lines[ones[0].number].bed, by=warden, at=AT)
    page = browser.get(f"{found.get_absolute_url()}?show=without")
    assert [each.pupil for each in page.context["lines"]] == [twos[0]]
    worked(actions.ask_to_apply(found, by=warden, at=AT))
    assert sleepers()[ones[4].number] == "103-4"
    assert twos[1].number not in sleepers()


def test_a_semester_goes_on_into_the_next(house, boarders, sleeping, affairs, semester):
    spring = Semester.objects.create(
        school_year=semester.school_year, number=2, first_day=date(2026, 2, 1),
        last_day=date(2026, 7, 31), week_one=date(2026, 2, 23),
    )  # fmt: skip
    anna, gone = boarders(2)
    old = boarders(1, grade=12)[0]
    sleeping("101", [anna, gone, old])
    Person.objects.filter(pk=gone.pk).update(is_active=False, left_on=date(2026, 1, 10))
    found = actions.carry_on(spring, leaving=[12], by=affairs, at=AT)
    worked(actions.ask_to_apply(found, by=affairs, at=AT))
    ends = dict(Occupancy.objects.values_list("pupil", "ends_on"))
    assert ends == {anna.pk: spring.last_day, gone.pk: LAST, old.pk: LAST}
    assert Occupancy.objects.get(pupil=anna).starts_on == FIRST


def test_who_lays_allotments_and_sees_them(
    house, affairs, warden, teacher, pupil, signed_in, boarders
):
    anna = boarders(1)[0]
    found = taken_up([[anna.number, "", "", "松园", "101", "1"]], affairs)
    other = make_person("T050", "阮清和", Role.DORM_WARDEN)
    other.duties.update(place=Place.objects.get(code="S1"))
    answers = {
        person.number: [
            signed_in(person).get(path).status_code
            for path in ("/dormitory/allotments/", found.get_absolute_url())
        ]
        for person in (affairs, warden, teacher, pupil)
    }
    assert answers == {
        affairs.number: [200, 200], warden.number: [200, 404], teacher.number: [403, 404],
        pupil.number: [403, 404],
    }  # fmt: skip
    # A pupil who leaves before it is applied stops it.
    anna.is_active = False
    anna.save()
    failed = worked(actions.ask_to_apply(found, by=affairs, at=AT))
    assert failed.job
    assert (failed.state, failed.job.state) == (State.READY, "failed")
    assert actions.let_go_of_old(at=AT.replace(month=12)) == 1
    assert room_of("101", house).beds.count() == 4
