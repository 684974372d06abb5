"""Leaders named by the warden, their rota, the page of every boarder."""

from datetime import date, timedelta

import pytest

from campus.doors import Refused
from campus.models import Duty, Person, Place, Role
from campus.people.rights import can_change_duty, can_give_duty
from dormitory.actions import leaders as actions
from dormitory.models import LeaderTurn, Occupancy
from tests.dormitory.conftest import AT, room_of

MONDAY = date(2025, 11, 3)


def leading(place: Place, on: date = MONDAY) -> list[Person]:
    return [duty.person for duty in Duty.objects.running(on).filter(place=place)]


def test_a_warden_names_leaders_of_the_own_house_alone(
    house, other_house, sleeping, boarders, warden, teacher, signed_in
):
    anna, berta = boarders(2)
    stranger = boarders(1, number=2)[0]
    sleeping("101", [anna, berta])
    sleeping("101", [stranger], of=other_house)
    room, other = room_of("101", house), room_of("101", other_house)

    def duty(role: Role, place: Place) -> Duty:
        return Duty(role=role, place=place)

    leads = duty(Role.DORM_LEADER, room.place)
    asked = (
        (warden, leads), (warden, duty(Role.FLOOR_LEADER, Place.objects.get(code="S1-1"))),
        (warden, duty(Role.DORM_LEADER, other.place)),
        (warden, duty(Role.SAFETY_OFFICER, room.place)),
        (warden, Duty(role=Role.DORM_LEADER)), (teacher, leads),
    )  # fmt: skip
    answers = [bool(can_give_duty(person, each)) for person, each in asked]
    assert answers == [True, True, False, False, False, False]

    actions.name_leader(room.place, role=Role.DORM_LEADER, pupil=anna, by=warden, at=AT)
    for wrong in (anna, stranger):
        with pytest.raises(Refused):
            actions.name_leader(room.place, role=Role.DORM_LEADER, pupil=wrong, by=warden, at=AT)
    actions.name_leader(
        room.place, role=Role.DORM_LEADER, pupil=berta, by=warden, at=AT + timedelta(days=1)
    )
    assert leading(room.place, MONDAY + timedelta(days=1)) == [berta]
    assert can_change_duty(warden, Duty.objects.get(person=berta))

    Occupancy.objects.update(starts_on=date(2020, 1, 1), ends_on=None)
    path = f"/dormitory/rooms/{room.pk}/leader/"
    browser = signed_in(warden)
    assert browser.post(path, {"pupil": stranger.pk}).status_code == 422
    assert browser.post(path, {"pupil": anna.pk}).status_code == 302
    assert signed_in(teacher).get(path).status_code == 403
    assert browser.get(f"/dormitory/rooms/{other.pk}/leader/").status_code == 403


def test_leaders_take_turns_by_the_week(house, sleeping, boarders, warden, signed_in):
    anna, berta = boarders(2)
    sleeping("101", [anna])
    sleeping("102", [berta])
    floor = Place.objects.get(code="S1-1")
    with pytest.raises(Refused):
        actions.lay_rota(floor, weeks=2, by=warden, at=AT)
    for room, pupil in (("102", berta), ("101", anna)):
        actions.name_leader(
            room_of(room, house).place, role=Role.DORM_LEADER, pupil=pupil, by=warden, at=AT
        )
    actions.lay_rota(floor, weeks=3, by=warden, at=AT)
    actions.lay_rota(floor, weeks=1, by=warden, at=AT)
    turns = LeaderTurn.objects.values_list("week", "leader")
    assert list(turns) == [
        (MONDAY + timedelta(weeks=week), pupil.pk)
        for week, pupil in enumerate((anna, berta, anna, berta))
    ]  # fmt: skip
    turn = LeaderTurn.objects.get(week=MONDAY)
    Duty.objects.filter(person=berta).update(starts_on=date(2020, 1, 1))
    browser = signed_in(warden)
    assert browser.post(f"/dormitory/turns/{turn.pk}/", {"pupil": berta.pk}).status_code == 302
    turn.refresh_from_db()
    assert turn.leader == berta
    assert browser.get(f"/dormitory/floors/{floor.pk}/rota/").status_code == 200
    assert browser.post(f"/dormitory/floors/{floor.pk}/rota/lay/", {"weeks": 99}).status_code == 422


def test_a_boarder_sees_the_own_room_and_no_mates(house, sleeping, boarders, warden, signed_in):
    anna, berta, leader = boarders(3)
    sleeping("101", [anna, berta, leader])
    Occupancy.objects.update(starts_on=date(2020, 1, 1), ends_on=None)
    actions.name_leader(
        room_of("101", house).place, role=Role.DORM_LEADER, pupil=leader, by=warden, at=AT
    )
    page = signed_in(anna).get("/dormitory/my-room/").content.decode()
    shown = (leader.name in page, berta.name in page, "?place=S1-101" in page)
    assert shown == (True, False, True)
    nobody = boarders(1, number=2)[0]
    assert signed_in(nobody).get("/dormitory/my-room/").status_code == 200
    assert signed_in(warden).get("/dormitory/my-room/").status_code == 403
