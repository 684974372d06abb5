"""The evening roll: rooms counted, missing pupils told of, cleared when they are back."""

from datetime import UTC, date, timedelta

import pytest
from django.core.exceptions import ValidationError

from campus.doors import Refused
from campus.models import Person, Place, Role
from dormitory.actions import headcount as actions
from dormitory.actions import leave
from dormitory.figures.nights import floors_of_night, whole
from dormitory.models import Absence, LeaveSlip, Occupancy, RoomCount
from dormitory.tasks import tell_of_missing
from safety.actions import duty_shifts
from safety.models import DutyShift
from tests.conftest import make_person
from tests.dormitory.conftest import moment, put_on_duty, room_of, told

EVENING = moment(11, 3, 22, 5)
NIGHT = date(2025, 11, 3)


@pytest.fixture
def class_teacher(db, boarders) -> Person:
    teacher = make_person("T040", "夏听澜")
    school_class = boarders(1, number=9)[0].school_class
    teacher.duties.create(
        role=Role.CLASS_TEACHER, school_class=school_class, starts_on=date(2020, 1, 1)
    )
    return Person.objects.get(pk=teacher.pk)


@pytest.fixture
def three(class_teacher, sleeping) -> list[Person]:
    """Three pupils of the teacher's class sleep in room 101."""
    pupils = [Person.objects.get(number="100901")]
    for seat in (2, 3):
        pupils.append(
            Person.objects.create(
                number=f"10090{seat}", name=f"住校9班{seat}号", kind="pupil", password="!",
                school_class=pupils[0].school_class,
            )
        )  # fmt: skip
    sleeping("101", pupils)
    return pupils


def count(house, missing: list[Person], by: Person, at=EVENING) -> list[Absence]:
    rooms = [room_of("101", house)]
    return actions.count(rooms, missing=[pupil.pk for pupil in missing], by=by, at=at)


def test_the_night_belongs_to_the_evening_before():
    assert actions.night_of(moment(11, 3, 22)) == NIGHT
    assert actions.night_of(moment(11, 4, 1)) == NIGHT
    assert actions.night_of(moment(11, 4, 12)) == date(2025, 11, 4)


def test_missing_pupils_are_told_at_once_and_to_the_leader_on_duty_within_minutes(
    house, three, class_teacher, warden, head, safety_officer
):
    anna, _berta, clara = three
    leave.give(
        clara, starts_at=moment(11, 3, 17), ends_at=moment(11, 4, 18), reason="home",
        by=class_teacher, at=moment(11, 2, 9),
    )  # fmt: skip
    # Whoever has leave is not missing, and strangers are not counted.
    absences = count(house, [anna, clara, warden], warden)
    assert [absence.pupil for absence in absences] == [anna]
    counted = RoomCount.objects.get()
    assert (counted.night, counted.sleepers, counted.on_leave) == (NIGHT, 3, 1)
    floor = whole(floors_of_night(house, NIGHT, EVENING))
    assert (floor.rooms, floor.counted, floor.expected, floor.present, floor.missing,
            floor.on_leave) == (1, 1, 2, 1, 1, 1)  # fmt: skip
    for person, sentences in ((warden, [actions.MISSING]), (class_teacher, [actions.MISSING]),
                              (head, [])):  # fmt: skip
        assert told(person) == sentences
    # Counted once more, nobody is told twice.
    assert count(house, [anna], warden, at=EVENING + timedelta(minutes=2)) == []

    early, late = (EVENING + timedelta(minutes=minutes) for minutes in (14, 15))
    absence = absences[0]
    assert (actions.ring(absence.pk, at=early), told(head)) == (False, [])
    assert (actions.ring(absence.pk, at=late), actions.ring(absence.pk, at=late)) == (True, False)
    assert told(head) == [actions.STILL]
    duty_shifts.lay(
        DutyShift(), members=[], starts_at=moment(11, 4, 17), ends_at=moment(11, 5, 7),
        leader=safety_officer, by=head, at=EVENING,
    )  # fmt: skip
    again = count(house, [anna], warden, at=moment(11, 4, 22))[0]
    assert actions.ring(again.pk, at=moment(11, 4, 23))
    assert (told(safety_officer), told(head)) == ([actions.STILL], [actions.STILL])


def test_whoever_was_told_at_once_hears_it_again_while_nobody_is_back(
    house, three, warden, class_teacher, head
):
    evening = EVENING.astimezone(UTC)  # as the clock gives it
    absence = count(house, [three[0]], warden, at=evening)[0]
    assert actions.ring(absence.pk, at=evening + timedelta(minutes=15))
    assert told(class_teacher) == [actions.MISSING, actions.STILL]
    assert told(head) == [actions.STILL]


def test_a_late_return_has_its_time_and_a_found_pupil_clears_it(
    house, three, warden, class_teacher, head
):
    anna, berta, _clara = three
    first, second = count(house, [anna, berta], warden)
    back = EVENING + timedelta(minutes=9)
    with pytest.raises(Refused):
        actions.come_back(first, returned_at=back + timedelta(hours=1), by=warden, at=back)
    actions.come_back(first, returned_at=back, by=warden, at=back)
    with pytest.raises(Refused):
        actions.find(first, by=warden, at=back)
    # Nobody ticks her any more: she was there after all.
    count(house, [], warden, at=back)
    assert list(Absence.objects.order_by("pupil").values_list("status", "rings_at")) == [
        ("late", None), ("found", None)
    ]  # fmt: skip
    tell_of_missing()
    assert told(head) == []
    assert told(class_teacher) == [actions.MISSING, actions.MISSING, actions.BACK]
    # Gone once more in the same night.
    assert count(house, [berta], warden, at=back + timedelta(hours=1))[0].pk == second.pk


def test_leave_is_given_by_the_class_teacher_in_order(three, class_teacher, teacher, signed_in):
    browser, anna = signed_in(class_teacher), three[0]
    typed = {"pupil": anna.number, "starts_at": "2026-03-02T17:00", "reason": "home",
             "ends_at": "2026-03-02T16:00"}  # fmt: skip
    assert browser.post("/dormitory/leave/new/", typed).status_code == 422
    typed["ends_at"] = "2026-03-03T18:00"
    assert browser.post("/dormitory/leave/new/", typed).status_code == 302
    assert browser.post("/dormitory/leave/new/", {**typed, "pupil": "T040"}).status_code == 422
    browser.post("/dormitory/leave/new/", typed)  # twice
    slip = LeaveSlip.objects.get()
    with pytest.raises(ValidationError):
        leave.give(anna, starts_at=moment(11, 4, 9), ends_at=moment(11, 4, 8), reason="home",
                   by=class_teacher, at=EVENING)  # fmt: skip
    assert signed_in(teacher).get("/dormitory/leave/").status_code == 403
    browser.post("/dormitory/leave/withdraw/", {"item": slip.pk})
    slip.refresh_from_db()
    assert slip.withdrawn_at is None or slip.ends_at > slip.withdrawn_at


def test_leaders_count_where_they_lead_and_nowhere_else(house, sleeping, boarders, signed_in):
    anna, berta = boarders(2)
    carla = boarders(1, number=2)[0]
    sleeping("101", [anna, berta])
    sleeping("102", [carla])
    Occupancy.objects.update(starts_on=date(2020, 1, 1), ends_on=None)
    room, other = room_of("101", house), room_of("102", house)
    upper = Place.objects.get(code="S1-2")
    leader = put_on_duty(anna, Role.DORM_LEADER, room.place)
    floor_leader = put_on_duty(berta, Role.FLOOR_LEADER, Place.objects.get(code="S1-1"))
    floor = f"/dormitory/floors/{room.place.parent_id}/roll/"

    def post(person: Person, path: str, *missing: Person) -> int:
        data = {"sent": "1", "missing": [pupil.pk for pupil in missing]}
        return signed_in(person).post(path, data).status_code

    # Their room alone, whatever is forged.
    assert post(leader, floor, carla) == 422
    assert post(leader, floor, berta) == 302
    assert list(RoomCount.objects.values_list("room", flat=True)) == [room.pk]
    assert post(leader, f"/dormitory/rooms/{other.pk}/roll/") == 404
    assert post(floor_leader, floor, carla) == 302
    assert set(RoomCount.objects.values_list("room", flat=True)) == {
        room.pk, other.pk, room_of("103", house).pk
    }  # fmt: skip
    assert post(floor_leader, f"/dormitory/floors/{upper.pk}/roll/") == 404
    assert post(carla, floor) == 403
    statuses = dict(Absence.objects.values_list("pupil", "status"))
    assert statuses == {berta.pk: "found", carla.pk: "missing"}
    page = signed_in(floor_leader).get("/dormitory/my-floor/").content.decode()
    assert carla.name in page
    assert signed_in(carla).get("/dormitory/my-floor/").status_code == 403


def test_the_warden_sees_the_evening_at_a_glance(
    house, other_house, sleeping, boarders, warden, teacher, signed_in
):
    anna = boarders(3)[0]
    sleeping("101", [anna])
    Occupancy.objects.update(starts_on=date(2020, 1, 1), ends_on=None)
    browser = signed_in(warden)
    browser.post(f"/dormitory/rooms/{room_of('101', house).pk}/roll/", {"missing": [anna.pk]})
    absence = Absence.objects.get()
    page = browser.get(f"/dormitory/houses/{house.pk}/tonight/")
    assert (anna.name in page.content.decode(), page.context["whole"].missing) == (True, 1)
    assert browser.get(f"/dormitory/houses/{other_house.pk}/tonight/").status_code == 403
    assert signed_in(teacher).get(f"/dormitory/houses/{house.pk}/tonight/").status_code == 403
    assert browser.get("/dormitory/absences/?state=missing").context["found"].count == 1
    assert browser.get(absence.get_absolute_url()).status_code == 200
    assert signed_in(teacher).get(absence.get_absolute_url()).status_code == 404
    path = f"{absence.get_absolute_url()}back/"
    assert browser.post(path, {"returned_at": ""}).status_code == 422
    assert browser.post(path, {"returned_at": "2020-01-01T22:00"}).status_code == 302
    assert browser.get("/dormitory/counts/").context["found"].count == 1


def test_the_visitors_book(house, other_house, warden, signed_in):
    browser = signed_in(warden)
    new = f"/dormitory/houses/{house.pk}/visits/new/"
    typed = {"name": "王先生", "whom": "送衣物", "until": "2020-01-01T10:00"}
    assert browser.post(new, {**typed, "name": ""}).status_code == 422
    browser.post(new, typed)  # over before it begins
    browser.post(new, {**typed, "until": "2099-01-01T10:00"})
    page = browser.get("/dormitory/visits/?inside=yes")
    assert page.context["found"].count == 1
    browser.post("/dormitory/visits/out/", {"item": page.context["found"].rows[0].pk})
    assert browser.get("/dormitory/visits/?inside=yes").context["found"].count == 0
    assert browser.post(new.replace(str(house.pk), str(other_house.pk)), typed).status_code == 403
