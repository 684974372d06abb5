"""Rooms checked floor by floor: who may, what it scores, whom it concerns, who appeals."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from campus.doors import Refused
from campus.figures import spans_of
from campus.marks import Mark
from campus.models import Duty, Person, Place, Role
from campus.privacy.registry import held_of
from cleaning.models import DutyWeek
from dormitory import marks
from dormitory.figures.checks import check_groups
from dormitory.figures.scores import heat_of, standings_of
from dormitory.models import DormRoom, Occupancy
from dormitory.models.checks import room_checklists
from inspections import rights as walking_rights
from inspections.actions import corrections, marking, walking
from inspections.actions.checklists import write_checklist
from inspections.actions.marking import Seen
from inspections.lists import APPEALS, SCORES
from inspections.models import Checklist, Finding, Inspection, PartScore
from tests.campus.lists.counting import rows_behind
from tests.conftest import make_person
from tests.dormitory.conftest import AT, put_on_duty, queries, room_of

DAY = AT.date()
TIDY, FULL = "dorm-tidiness", Decimal(100)


@pytest.fixture
def tidiness(db) -> Checklist:
    """Hygiene and tidiness, as the portal lays it: a hundred points for each room."""
    return Checklist.objects.get(code=TIDY)


@pytest.fixture
def floor(house) -> Place:
    return Place.objects.get(code="S1-1")


@pytest.fixture
def checked(floor, warden, tidiness):
    """`checked({"101": {FLOOR: Seen(times=2)}})`: the ground floor is walked and finished."""

    def check(faults: dict[str, dict[str, Seen]], *, by: Person = warden, at=AT) -> Inspection:
        walk = walking.start_at(tidiness, floor, by=by, at=at)
        for room, marks_there in faults.items():
            place = Place.objects.get(code=f"S1-{room}")
            for title, seen in marks_there.items():
                line = walk.version.items.get(title=title)
                marking.mark(walk, place, line, seen, by=by, at=at)
        return walking.finish(walk, by=by, at=at)

    return check


FLOOR, BED, PRAISE = "地面没扫净、有积水", "被子没叠、床面不平", "整洁有序，值得别的寝室来看"


def test_wardens_check_their_houses_and_floor_leaders_their_floor_but_never_their_room(
    house, other_house, floor, sleeping, boarders, warden, tidiness
):
    leader, berta = boarders(2)
    sleeping("101", [leader])
    sleeping("102", [berta])
    leader = put_on_duty(leader, Role.FLOOR_LEADER, floor)
    upper = Place.objects.get(code="S1-2")
    asked = [
        (person, place)
        for person in (warden, leader, berta)
        for place in (floor, upper, other_house.place)
    ]
    answers = [bool(walking_rights.can_start_of(who, tidiness, where)) for who, where in asked]
    assert answers == [True, True, False, True, False, False, False, False, False]

    walk = walking.start_at(tidiness, floor, by=leader, at=AT)
    line = walk.version.items.get(title=FLOOR)
    own, other, empty = (room_of(name, house).place for name in ("101", "102", "103"))
    for wrong in (own, empty, room_of("201", house).place):
        with pytest.raises(Refused):
            marking.mark(walk, wrong, line, Seen(), by=leader, at=AT)
    dear = walk.version.items.get(title=BED)
    found = marking.mark(walk, other, dear, Seen(times=9), by=leader, at=AT)
    assert found is not None
    assert found.points == Decimal(12)  # the line's cap
    with pytest.raises(ValidationError):
        marking.mark(walk, other, line, Seen(pupil=warden), by=leader, at=AT)
    walking.finish(walk, by=leader, at=AT)
    # The own room is left to the warden, the room without a sleeper scores nothing.
    assert list(PartScore.objects.values_list("place", "score")) == [(other.pk, Decimal(88))]


def test_the_duty_class_checks_where_a_checklist_says_so_but_never_its_own_rooms(
    house, boarders, sleeping, floor, tidiness, affairs
):
    (checker, mate), others = boarders(2), boarders(2, number=2)
    for room, sleepers in (("101", [checker]), ("102", others), ("103", [mate])):
        sleeping(room, sleepers)
    Occupancy.objects.update(ends_on=None)
    today = timezone.localdate()
    DutyWeek.objects.create(
        school_class=checker.school_class, starts_on=today, ends_on=today + timedelta(days=6)
    )
    now = timezone.now()
    planned = Inspection.objects.create(
        checklist=tidiness, version=tidiness.current, place=floor, role=Role.DORM_WARDEN,
        parts=tidiness.parts, opens_at=now, due_at=now + timedelta(hours=1),
        closes_at=now + timedelta(hours=2),
    )  # fmt: skip
    assert not walking_rights.can_start(checker, planned)
    assert not Inspection.objects.visible_to(checker).exists()

    write_checklist(tidiness, by=affairs, at=AT, helpers=["duty_class"])
    planned = Inspection.objects.select_related("checklist", "place").get(pk=planned.pk)
    assert [bool(walking_rights.can_start(each, planned)) for each in (checker, others[0])] == [
        True, False
    ]  # fmt: skip
    assert list(Inspection.objects.visible_to(checker)) == [planned]
    walk = walking.start(planned, by=checker, at=now)
    line = walk.version.items.get(title=FLOOR)
    own, other, mates = (Place.objects.get(code=f"S1-{room}") for room in ("101", "102", "103"))
    for barred, sentence in ((own, "寝室"), (mates, "自己班")):
        with pytest.raises(Refused, match=sentence):
            marking.mark(walk, barred, line, Seen(), by=checker, at=now)
    assert marking.mark(walk, other, line, Seen(), by=checker, at=now)


def test_an_appeal_is_made_by_whom_it_concerns_and_in_time_and_decided_by_another(
    house, sleeping, boarders, warden, affairs, checked, signed_in
):
    anna, leader, mate = boarders(3)
    sleeping("101", [anna, leader, mate])
    leader = put_on_duty(leader, Role.DORM_LEADER, room_of("101", house).place)
    teacher = make_person("T040", "任课")
    Duty.objects.create(
        person=teacher, role=Role.CLASS_TEACHER, school_class=anna.school_class,
        starts_on=date(2020, 1, 1),
    )  # fmt: skip
    teacher = Person.objects.get(pk=teacher.pk)
    checked({"101": {BED: Seen(pupil=anna), FLOOR: Seen(times=2)}})
    assert [str(mark.label) for mark in held_of(anna)["marks"]] == [BED]
    bed, dirt = Finding.objects.get(title=BED), Finding.objects.get(title=FLOOR)
    may = [
        tuple(bool(walking_rights.can_appeal(person, mark)) for mark in (bed, dirt))
        for person in (anna, leader, mate, teacher, warden)
    ]  # fmt: skip
    assert may == [
        (True, False), (True, True), (False, False), (True, True), (False, False)
    ]  # fmt: skip
    named = [
        Finding.objects.naming_pupils_to(person).filter(pk=bed.pk).exists()
        for person in (anna, leader, mate, teacher, warden)
    ]
    assert named == [True, False, False, True, True]

    raised = corrections.appeal(dirt, words="刚扫过", by=leader, at=AT + timedelta(days=3))
    with pytest.raises(Refused):
        corrections.appeal(bed, words="迟了", by=anna, at=AT + timedelta(days=4))
    corrections.grant(raised, words="看过照片", by=affairs, at=AT + timedelta(days=3))
    assert PartScore.objects.get().taken == Decimal(2)  # the bed's alone

    Occupancy.objects.update(starts_on=date(2020, 1, 1), ends_on=None)
    path = f"/dormitory/rooms/{room_of('101', house).pk}/scores/"
    pages = {who.pk: signed_in(who).get(path).content.decode() for who in (anna, mate, warden)}
    assert [anna.name in page.partition("<main")[2] for page in pages.values()] == [
        True, False, True
    ]  # fmt: skip
    assert signed_in(boarders(1, number=7)[0]).get(path).status_code == 404


def test_what_a_room_scored_counts_for_each_class_that_slept_there_that_day(
    house, sleeping, boarders, warden, checked
):
    anna, berta, clara = (boarders(1, number=number)[0] for number in (1, 2, 3))
    stays = sleeping("101", [anna, berta])
    sleeping("102", [clara])
    walk = checked({"101": {FLOOR: Seen(times=1), PRAISE: Seen(times=1)}})
    stays[1].ends_on = DAY
    stays[1].save()
    checked({}, at=AT + timedelta(days=1))
    # A second look takes no points again.
    again = marking.look_again(walk, by=warden, at=AT)
    walking.finish(again, by=warden, at=AT)
    with CaptureQueriesContext(connection) as asked:
        found = list(marks.marks(DAY, DAY + timedelta(days=6)))
    assert len(asked) == 3
    one = [mark for mark in found if mark.day == DAY]
    classes = [each.school_class_id for each in (anna, berta, clara)]
    told = [(each.school_class, int(each.taken), int(each.given), each.of) for each in one]
    assert told == [
        (classes[0], 2, 1, FULL), (classes[1], 2, 1, FULL), (classes[2], 0, 0, FULL)
    ]  # fmt: skip
    room = room_of("101", house)
    assert isinstance(one[0], Mark)
    assert one[0].words == "101 寝室卫生与内务"
    assert one[0].path.startswith(f"/dormitory/rooms/{room.pk}/scores/?day={DAY}#score-")
    assert [mark.school_class for mark in found if mark.day > DAY] == [classes[0], classes[2]]
    assert list(marks.marks(DAY - timedelta(days=9), DAY - timedelta(days=1))) == []


def test_rooms_are_ranked_by_what_they_lost_on_each_check_and_told_why(
    house, sleeping, boarders, checked
):
    for number, room in enumerate(("101", "102", "103"), 1):
        sleeping(room, boarders(1, number=number))
    checked({"101": {FLOOR: Seen(times=2)}, "103": {FLOOR: Seen(), BED: Seen()}})
    checked({"101": {BED: Seen()}}, at=AT + timedelta(days=1))
    lists = [each.pk for each in room_checklists()]
    rooms = list(DormRoom.objects.select_related("place").order_by("place__code"))
    places = [room.place_id for room in rooms]
    week = (DAY, DAY + timedelta(days=6))
    found = standings_of(rooms, lists, *week, reasons_at=places)
    told = [(each.rank, str(each.room), int(each.cell.mean)) for each in found]
    assert told == [(1, "102", 0), (2, "103", 2), (3, "101", 3)]
    assert [(why.title, why.times, int(why.points)) for why in found[2].reasons] == [
        (FLOOR, 1, 4), (BED, 1, 2)
    ]  # fmt: skip
    heat = heat_of(rooms, lists, *week)
    assert heat.days == [DAY, DAY + timedelta(days=1)]
    assert [[day.step for day in row.days] for row in heat.rooms if row.is_checked] == [
        [4, 2], [0, 0], [4, 0]
    ]  # fmt: skip
    # Those who are equal share the better rank.
    second = standings_of(rooms[1:], lists, DAY + timedelta(days=1), week[1], reasons_at=[])
    assert [(each.rank, each.reasons) for each in second] == [(1, []), (1, [])]


def test_pages_of_scores_ask_the_same_with_one_and_with_three_rooms(
    house, sleeping, boarders, checked, warden, signed_in
):
    room = room_of("101", house)
    query = f"?period=month&on={DAY}"
    paths = [
        f"/dormitory/houses/{house.pk}/scores/{query}", f"/dormitory/rooms/{room.pk}/scores/",
        f"/dormitory/houses/{house.pk}/ranking/{query}",
    ]  # fmt: skip
    sleeping("101", boarders(1))
    checked({"101": {FLOOR: Seen()}})
    browser = signed_in(warden)
    asked = [queries(browser, path) for path in paths]
    for number, name in ((2, "102"), (3, "103")):
        sleeping(name, boarders(1, number=number))
    checked({"101": {BED: Seen()}, "102": {FLOOR: Seen()}}, at=AT + timedelta(days=1))
    assert [queries(browser, path) for path in paths] == asked
    assert max(asked) <= 12
    for wrong in ("?on=31.11.", "?floor=0&checklist=x&period=year"):
        assert browser.get(f"/dormitory/houses/{house.pk}/scores/{wrong}").status_code == 200
    assert browser.get(f"/dormitory/rooms/{room.pk}/scores/?day=2025-13-40").status_code == 200


def test_boarders_see_the_ranking_of_their_house_with_the_reasons_of_their_room(
    house, other_house, sleeping, boarders, checked, signed_in
):
    anna, berta = (boarders(1, number=number)[0] for number in (1, 2))
    sleeping("101", [anna])
    sleeping("102", [berta])
    checked({"101": {FLOOR: Seen()}, "102": {BED: Seen()}})
    Occupancy.objects.update(starts_on=date(2020, 1, 1), ends_on=None)
    browser = signed_in(anna)
    page = browser.get(f"/dormitory/houses/{house.pk}/ranking/?on={DAY}").content.decode()
    assert (FLOOR in page, BED in page) == (True, False)
    assert browser.get(f"/dormitory/houses/{house.pk}/scores/").status_code == 403
    assert browser.get(f"/dormitory/houses/{other_house.pk}/ranking/").status_code == 404


def test_my_room_says_what_the_week_brought_and_why(house, sleeping, boarders, checked, signed_in):
    anna, berta = (boarders(1, number=number)[0] for number in (1, 2))
    sleeping("101", [anna])
    sleeping("102", [berta])
    Occupancy.objects.update(starts_on=date(2020, 1, 1), ends_on=None)
    browser = signed_in(anna)
    asked = queries(browser, "/dormitory/my-room/")
    checked({"101": {FLOOR: Seen(pupil=anna), BED: Seen(words="两张")}}, at=timezone.now())
    page = browser.get("/dormitory/my-room/").content.decode()
    mark = Finding.objects.get(title=FLOOR)
    assert [
        words in page
        for words in (FLOOR, "两张", f"/findings/{mark.pk}/appeal/", "/feedback/new/dormitory/")
    ] == [True] * 4
    assert FLOOR not in signed_in(berta).get("/dormitory/my-room/").content.decode()
    assert queries(browser, "/dormitory/my-room/") <= max(asked + 1, 12)


def test_figures_of_checks_are_the_rows_of_their_lists(
    house, sleeping, boarders, checked, affairs, head, semester
):
    anna, leader = boarders(2)
    sleeping("101", [anna])
    sleeping("102", [leader])
    leader = put_on_duty(leader, Role.DORM_LEADER, room_of("102", house).place)
    checked({"102": {FLOOR: Seen()}})
    raised = corrections.appeal(Finding.objects.get(), words="刚扫过", by=leader, at=AT)
    corrections.refuse(raised, words="看得清楚", by=affairs, at=AT)
    lines = check_groups(spans_of(semester, DAY))[0].lines
    told = {str(line.label): line.values[0] for line in lines}
    numbers = [int(value.number or 0) for value in told.values()]
    assert numbers == [0, 0, 0, 2, 1, 1, 1, 1]
    proofs = list(told.values())
    for value, page in ((proofs[3], SCORES), (proofs[4], SCORES), (proofs[7], APPEALS)):
        assert rows_behind(page, head, value.path) == value.number
