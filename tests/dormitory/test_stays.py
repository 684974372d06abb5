"""Beds and who sleeps in them."""

from datetime import date
from threading import Thread

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from campus.doors import Refused
from campus.jobs.actions import run
from campus.models import Job, Person, Place, PupilAccess, Role, SchoolClass, TakeAway
from campus.people.actions import end_person
from campus.privacy.actions import taking
from dormitory.actions import houses, stays
from dormitory.actions.stays import Wish, lay_stays
from dormitory.models import Bed, DormRoom, House, Occupancy, classes_of_rooms, free_beds
from tests.conftest import make_person
from tests.dormitory.conftest import (
    AT,
    FIRST,
    LAST,
    bed_of,
    lay_house,
    put_on_duty,
    queries,
    room_of,
)

TODAY = date(2025, 11, 3)


def test_a_house_is_set_up_from_the_places_and_stays_for_whom_it_is(
    house, building, affairs, sleeping, boarders
):
    sides = DormRoom.objects.order_by("place__code").values_list("place__name", "side")
    assert list(sides) == [
        ("101", "boys"), ("102", "boys"), ("103", "boys"), ("201", "girls"), ("202", "girls"),
        ("203", "girls"),
    ]  # fmt: skip
    assert Bed.objects.count() == 24
    houses.set_up(building.parts.first(), side="boys", beds=6, by=affairs, at=AT)
    assert Bed.objects.count() == 30

    sleeping("101", boarders(1))
    with pytest.raises(Refused):
        houses.set_up(room_of("101", house).place, side="girls", by=affairs, at=AT)
    with pytest.raises(Refused):
        houses.remove_bed(bed_of("101", "1", house), by=affairs, at=AT)
    houses.remove_bed(bed_of("101", "6", house), by=affairs, at=AT)
    with pytest.raises(Refused):
        houses.set_up(Place.objects.create(kind="building", code="X", name="X"), side="boys",
                      by=affairs, at=AT)  # fmt: skip


def test_no_bed_has_two_sleepers_and_no_pupil_two_beds(house, affairs, boarders, teacher, sleeping):
    anna, berta, gone = boarders(3)
    bed, other = bed_of("101", "1", house), bed_of("101", "2", house)
    sleeping("101", [anna])

    def settle(bed, pupil, first=FIRST, last=LAST):
        return stays.settle(bed, pupil=pupil, starts_on=first, ends_on=last, by=affairs, at=AT)

    for refused in ((bed, berta), (other, anna)):
        with pytest.raises(Refused):
            settle(*refused)
    with pytest.raises(ValidationError):
        settle(other, teacher)
    with pytest.raises(ValidationError):
        settle(other, berta, LAST, FIRST)
    gone.is_active = False
    gone.save()
    with pytest.raises(Refused):
        settle(other, gone)
    # Not even past the actions.
    for wrong in ((bed, berta), (other, anna), (other, teacher)):
        with pytest.raises(IntegrityError), transaction.atomic():
            Occupancy.objects.create(bed=wrong[0], pupil=wrong[1], starts_on=FIRST)
    stay = settle(bed, berta, date(2026, 2, 1), None)
    with pytest.raises(ValidationError):
        stays.end_stay(stay, ends_on=LAST, by=affairs, at=AT)


@pytest.mark.django_db(transaction=True)
def test_two_who_give_the_same_bed_away_at_once_give_it_once(house, affairs, boarders):
    bed = bed_of("101", "1", house)
    answers = []

    def give(pupil: Person) -> None:
        try:
            stays.settle(bed, pupil=pupil, starts_on=FIRST, ends_on=None, by=affairs, at=AT)
            answers.append("given")
        except Refused:
            answers.append("refused")
        finally:
            connection.close()

    threads = [Thread(target=give, args=[pupil]) for pupil in boarders(2)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert sorted(answers) == ["given", "refused"]
    assert Occupancy.objects.count() == 1


def test_stays_are_laid_anew_from_a_day_on(house, sleeping, boarders):
    anna, berta, clara = boarders(3)
    sleeping("101", [anna, berta, clara])
    first, last = date(2025, 11, 10), date(2026, 6, 30)
    beds = {label: bed_of("101", label, house).pk for label in "1234"}
    wishes = [
        Wish(anna.pk, beds["2"], last), Wish(berta.pk, beds["1"], last), Wish(clara.pk, None)
    ]  # fmt: skip
    assert lay_stays(wishes, first=first) == 2
    rows = Occupancy.objects.order_by("pupil", "starts_on")
    before = date(2025, 11, 9)
    assert list(rows.values_list("pupil", "bed__label", "starts_on", "ends_on")) == [
        (anna.pk, "1", FIRST, before), (anna.pk, "2", first, last),
        (berta.pk, "2", FIRST, before), (berta.pk, "1", first, last),
        (clara.pk, "3", FIRST, before),
    ]  # fmt: skip
    # Who has the bed keeps it, for longer; and nobody is pushed out of theirs.
    assert lay_stays([Wish(anna.pk, beds["2"], None)], first=date(2026, 7, 1)) == 0
    assert Occupancy.objects.get(pupil=anna, ends_on=None).starts_on == first
    with pytest.raises(Refused):
        lay_stays([Wish(clara.pk, beds["2"], None)], first=date(2025, 12, 1))


def test_whoever_leaves_the_school_leaves_the_bed(house, sleeping, boarders, administrator):
    anna, berta = boarders(2)
    sleeping("101", [anna, berta])
    end_person(anna, on=date(2025, 11, 1), by=administrator, at=AT)
    assert (stays.end_stays_of_leavers(at=AT), stays.end_stays_of_leavers(at=AT)) == (1, 0)
    ends = dict(Occupancy.objects.values_list("pupil", "ends_on"))
    assert ends == {anna.pk: date(2025, 11, 1), berta.pk: LAST}
    assert free_beds(TODAY, None).filter(room__place__name="101").count() == 3


def test_a_room_belongs_to_the_classes_of_its_sleepers(
    house, sleeping, boarders, django_assert_num_queries
):
    sleeping("101", [*boarders(2), *boarders(1, number=2)])
    sleeping("102", boarders(1, number=3))
    rooms = [room_of(name, house) for name in ("101", "102", "103")]
    one, two, three = SchoolClass.objects.order_by("number")
    with django_assert_num_queries(1):
        found = classes_of_rooms(rooms, TODAY)
    assert found == {rooms[0].pk: {one, two}, rooms[1].pk: {three}, rooms[2].pk: set()}


def test_who_sees_who_sleeps_where(house, other_house, sleeping, boarders, head, warden, teacher):
    anna, berta = boarders(1)[0], boarders(1, number=2)[0]
    carla = boarders(1, number=3)[0]
    sleeping("101", [anna])
    sleeping("102", [berta])
    sleeping("101", [carla], of=other_house)
    class_teacher = make_person("T040", "夏听澜")
    class_teacher.duties.create(
        role=Role.CLASS_TEACHER, school_class=berta.school_class, starts_on=FIRST
    )
    dorm_leader = put_on_duty(anna, Role.DORM_LEADER, room_of("101", house).place)
    floor_leader = put_on_duty(carla, Role.FLOOR_LEADER, Place.objects.get(code="S1-1"))

    def seen(person: Person) -> set[int]:
        return set(Occupancy.objects.visible_to(person).values_list("pupil", flat=True))

    assert seen(head) == {anna.pk, berta.pk, carla.pk}
    assert seen(warden) == {anna.pk, berta.pk}
    assert seen(teacher) == set()
    assert seen(class_teacher) == {berta.pk}
    # Leaders see who sleeps there on the very day of the database, not of the test.
    Occupancy.objects.update(ends_on=None)
    assert seen(dorm_leader) == {anna.pk}
    assert seen(floor_leader) == {anna.pk, berta.pk, carla.pk}
    assert seen(berta) == {berta.pk}


def test_pages_of_houses_tell_names_to_whoever_may_know_them(
    house, sleeping, boarders, signed_in, warden, teacher, pupil
):
    anna = boarders(1)[0]
    Occupancy.objects.filter(pk=sleeping("101", [anna])[0].pk).update(ends_on=None)
    room = room_of("101", house)
    for path in (room.get_absolute_url(), f"/dormitory/floors/{room.place.parent_id}/"):
        assert anna.name in signed_in(warden).get(path).content.decode()
        page = signed_in(teacher).get(path)
        assert page.status_code == 200
        assert anna.name not in page.content.decode()
        assert signed_in(pupil).get(path).status_code == 404
    assert signed_in(teacher).get(f"/dormitory/pupils/{anna.pk}/").status_code == 404
    assert signed_in(warden).get(f"/dormitory/pupils/{anna.pk}/").status_code == 200
    assert PupilAccess.objects.of(anna).filter(by=warden, what="look").count() == 1


def test_a_warden_gives_a_bed_of_the_own_house_and_ends_the_stay(
    house, other_house, boarders, signed_in, warden
):
    anna = boarders(1)[0]
    browser, bed = signed_in(warden), bed_of("101", "1", house)
    typed = {"pupil": anna.number, "starts_on": "2026-03-02", "ends_on": "2026-03-01"}
    assert browser.post(f"/dormitory/beds/{bed.pk}/settle/", typed).status_code == 422
    typed["ends_on"] = ""
    assert browser.post(f"/dormitory/beds/{bed.pk}/settle/", typed).status_code == 302
    stay = Occupancy.objects.get(pupil=anna)
    path = f"/dormitory/stays/{stay.pk}/end/"
    assert browser.post(path, {"ends_on": "2026-03-01"}).status_code == 422
    assert browser.post(path, {"ends_on": "2026-03-09"}).status_code == 302
    strange = bed_of("101", "1", other_house)
    assert browser.post(f"/dormitory/beds/{strange.pk}/settle/", typed).status_code == 403
    assert browser.post("/dormitory/beds/999999/settle/", typed).status_code == 404


def test_the_list_narrows_and_its_export_is_approved_and_noted(
    house, sleeping, boarders, signed_in, warden, head
):
    sleeping("101", [*boarders(2), *boarders(1, number=2)])
    Occupancy.objects.update(ends_on=None)
    browser = signed_in(warden)
    one = SchoolClass.objects.get(number=1)
    asked = (
        ("", 3), (f"school_class={one.pk}", 2), ("who=住校2班1号", 1), ("room=102", 0),
        (f"house={house.pk}&side=boys", 3), ("which=over", 0),
    )  # fmt: skip
    for query, count in asked:
        page = browser.get(f"/dormitory/stays/?{query}")
        assert page.context["found"].count == count, query
    path = "/lists/dorm-stays/export/"
    answers = [browser.get(path), browser.post(path, {"reason": ""})]
    assert [answer.status_code for answer in answers] == [200, 422]
    assert not PupilAccess.objects.filter(what="file").exists()
    browser.post(path, {"reason": "门牌"})
    take = TakeAway.objects.get()
    taking.approve(take, by=head, at=timezone.now())
    browser.post(f"{take.get_absolute_url()}use/")
    run(Job.objects.get().pk, at=timezone.now())
    taken = PupilAccess.objects.get(what="file")
    assert taken.pupils == sorted(Occupancy.objects.values_list("pupil", flat=True))
    assert taken.reason == "门牌"


@pytest.mark.parametrize("path", ["/dormitory/", "/dormitory/houses/{house}/", "/dormitory/stays/"])
def test_pages_ask_the_same_with_one_and_with_three(
    path, house, sleeping, boarders, signed_in, head, affairs
):
    sleeping("101", boarders(1))
    Occupancy.objects.update(ends_on=None)
    browser, path = signed_in(head), path.format(house=house.pk)
    asked = queries(browser, path)
    for code in ("S8", "S9"):
        houses.set_up(lay_house(code, code), side="boys", by=affairs, at=AT)
    sleeping("102", boarders(3, number=2), of=house)
    Occupancy.objects.update(ends_on=None)
    assert queries(browser, path) == asked <= 12
    assert House.objects.count() == 3
