"""Sending out, sharing, changing, calling off; no vehicle and no driver in two places."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from threading import Barrier, Event

import pytest
from django.db import IntegrityError, connection, transaction

from campus.doors import Refused
from campus.models import Role
from tests.conftest import make_person
from tests.processes import wait_until
from tests.vehicles.conftest import AT, HOUR, START, drive, fresh, give, registered, told
from vehicles.actions import requests, trips
from vehicles.actions import vehicles as files
from vehicles.dispatch.board import SLOTS, board
from vehicles.dispatch.offers import Wish, busy_range, choices, shareable, wish_of
from vehicles.models import Trip, TripRequest
from vehicles.registry import LICENCE


def test_what_is_approved_gets_a_vehicle_a_driver_and_a_number(sent, van, driver, teacher):
    trip = sent()
    request = trip.requests.get()
    assert (trip.number, trip.status, trip.vehicle, trip.driver) == (
        "D-2025-0001", "planned", van, driver,
    )  # fmt: skip
    assert (request.status, request.waits_for, trip.passengers, trip.parties) == (
        "dispatched", "", 2, 1,
    )  # fmt: skip
    assert (trip.busy.lower, trip.busy.upper) == (
        START - timedelta(minutes=15), START + 2 * HOUR + timedelta(minutes=15),
    )  # fmt: skip
    assert told(driver) == ["You drive on %(start)s: %(vehicle)s, %(trip)s"]
    assert told(teacher)[-1] == "%(number)s is now “%(state)s”: %(title)s"


def test_numbers_have_no_gaps_where_a_dispatch_fails(sent, approved, van, other_driver, fleet):
    sent()
    again = approved()
    with pytest.raises(Refused):
        trips.dispatch(again, vehicle=van, driver=other_driver, by=fleet, at=AT)
    later = sent(starts_at=START + timedelta(days=1))
    assert later.number == "D-2025-0002"


@pytest.mark.parametrize(
    ("hours", "fits"), [(-3, True), (-2, False), (0, False), (1, False), (2, False), (3, True)]
)
def test_who_has_it_is_told_and_the_buffers_count(
    sent, approved, van, other_driver, fleet, hours, fits
):
    """Tuesday from nine to eleven is taken, with a quarter of an hour at either end."""
    sent()
    request = approved(starts_at=START + hours * HOUR)
    chosen = {"vehicle": van, "driver": other_driver, "by": fleet, "at": AT}
    if fits:
        assert trips.dispatch(request, **chosen).number == "D-2025-0002"
        return
    with pytest.raises(Refused, match="课程教学处 许知言"):
        trips.dispatch(request, **chosen)


def test_each_vehicle_and_driver_that_cannot_be_had_says_why(sent, approved, garage):
    (van, car, bus), (driver, other_driver), fleet = garage.vehicles, garage.drivers, garage.fleet
    sent()
    files.lay_up(bus, why="检修", by=fleet, at=AT)
    old = registered("苏D44444", "van", 9, 1, by=fleet, until=date(2025, 11, 3))
    wish = wish_of(approved(passengers=5))
    offers = {offer.of.plate: offer.why_not for offer in choices(wish, at=AT).vehicles}
    assert {plate: bool(why) for plate, why in offers.items()} == {
        van.plate: True, car.plate: True, bus.plate: True, old.plate: True,
    }  # fmt: skip
    assert "许知言" in offers[van.plate]
    assert "4" in offers[car.plate]
    assert choices(wish_of(approved(passengers=3)), at=AT).vehicles[0].of == car
    people = {offer.of: bool(offer.why_not) for offer in choices(wish, at=AT).drivers}
    assert people == {driver: True, other_driver: False}
    needs_bus = Wish(starts_at=START, ends_at=START + HOUR, needs_school_bus=True)
    assert all(offer.why_not for offer in choices(needs_bus, at=AT).vehicles)


def test_an_expired_insurance_and_a_missing_licence_stop_the_dispatch(
    approved, fleet, driver, other_driver, van, office
):
    request = approved()
    expired = registered("苏D55555", "car", 5, 1, by=fleet, until=date(2025, 11, 3))
    with pytest.raises(Refused, match="苏D55555"):
        trips.dispatch(request, vehicle=expired, driver=driver, by=fleet, at=AT)
    new = make_person("T013", "新司机", Role.DRIVER)
    with pytest.raises(Refused, match="新司机"):
        trips.dispatch(request, vehicle=van, driver=new, by=fleet, at=AT)
    give(LICENCE, new, by=fleet)
    assert trips.dispatch(request, vehicle=van, driver=new, by=fleet, at=AT).driver == new


def test_the_database_itself_forbids_two_places_at_once(sent, approved, van, car, other_driver):
    trip = sent()
    clash = {
        "vehicle": van, "driver": other_driver, "route": "x", "direction": "centre",
        "passengers": 1, "starts_at": START, "ends_at": START + HOUR,
        "busy": busy_range(START, START + HOUR), "dispatched_by": trip.driver, "dispatched_at": AT,
    }  # fmt: skip
    for wrong in (
        {}, {"vehicle": car, "driver": trip.driver}, {"starts_at": START + 3 * HOUR},
        {"vehicle": car, "passengers": 5},
    ):  # fmt: skip
        with pytest.raises(IntegrityError), transaction.atomic():
            Trip.objects.create(number="D-x", **clash | wrong)


def test_two_that_go_the_same_way_share_a_vehicle(sent, approved, fleet, teacher, driver, van):
    trip = sent(passengers=3)
    near = approved(starts_at=START + HOUR / 2, passengers=2, destination="市教育局")
    far, west = approved(starts_at=START + 2 * HOUR), approved(direction="west")
    many = approved(passengers=5)
    offered = [
        shareable(each, choices(wish_of(each), at=AT).near) for each in (near, far, west, many)
    ]
    assert offered == [[trip], [], [], []]
    shared = trips.share(near, trip, by=fleet, at=AT)
    assert (shared.passengers, shared.parties, shared.route) == (5, 2, "市考试院、市教育局")
    assert (shared.starts_at, shared.ends_at) == (START, START + 2.5 * HOUR)
    assert fresh(near).status == "dispatched"
    with pytest.raises(Refused):
        trips.share(many, shared, by=fleet, at=AT)
    ended = drive(shared, 31, tolls=10)
    dealt = [(each.used_km, str(each.used_yuan)) for each in ended.requests.order_by("pk")]
    assert dealt == [(18, "6.00"), (13, "4.00")]


def test_one_of_two_leaves_and_the_other_is_still_driven(sent, approved, fleet, teacher):
    trip = sent(passengers=3)
    other = approved(starts_at=START + HOUR / 2, destination="市教育局")
    trips.share(other, trip, by=fleet, at=AT)
    requests.withdraw(fresh(other), by=teacher, at=AT)
    trip = fresh(trip)
    assert (trip.status, trip.passengers, trip.parties, trip.route) == (
        "planned", 3, 1, "市考试院",
    )  # fmt: skip
    assert trip.ends_at == START + 2 * HOUR


def test_a_change_of_vehicle_driver_or_time_is_told_to_all(
    sent, car, driver, other_driver, teacher, fleet
):
    trip = sent()
    wanted = {"vehicle": car, "driver": other_driver, "starts_at": START + HOUR,
              "ends_at": START + 3 * HOUR}  # fmt: skip
    with pytest.raises(Refused):
        trips.change(trip, why=" ", by=fleet, at=AT, **wanted)
    trip = trips.change(trip, why="原车保养", by=fleet, at=AT, **wanted)
    assert (trip.vehicle, trip.driver, trip.starts_at) == (car, other_driver, START + HOUR)
    assert trip.busy.lower == START + HOUR - timedelta(minutes=15)
    assert told(driver)[-1] == "You do not drive any more: %(trip)s"
    assert told(other_driver) == ["Your trip has changed: %(trip)s, %(vehicle)s, %(start)s"]
    assert "Your trip has changed" in told(teacher)[-1]


def test_a_trip_called_off_frees_its_vehicle_and_its_request_wants_another(sent, fleet, driver):
    trip = sent()
    request = trip.requests.get()
    with pytest.raises(Refused):
        trips.call_off(trip, why="", by=fleet, at=AT)
    trips.call_off(trip, why="车辆故障", by=fleet, at=AT)
    assert (fresh(trip).status, fresh(trip).off_why) == ("called_off", "车辆故障")
    assert (fresh(request).status, fresh(request).trip) == ("approved", None)
    assert sent().number == "D-2025-0002"
    with pytest.raises(Refused):
        trips.call_off(fresh(trip), why="again", by=fleet, at=AT)


def test_a_vehicle_with_trips_does_not_leave_use(sent, van, fleet):
    trip = sent()
    with pytest.raises(Refused, match=trip.number):
        files.lay_up(van, why="x", by=fleet, at=AT)
    drive(trip, 20)
    assert files.dispose(van, why="报废", by=fleet, at=AT).status == "disposed"
    with pytest.raises(Refused):
        files.change(van, model="x", by=fleet, at=AT)


def test_the_board_fills_each_row_and_shows_what_lies_outside_at_its_edge(
    sent, van, driver, other_driver, car
):
    sent()
    late = START.replace(hour=20)
    sent(vehicle=car, by_driver=other_driver, starts_at=late, ends_at=late + 5 * HOUR)
    day = board(START.date(), START.date(), at=AT)
    cells = {row.of: [(cell.slots, bool(cell.trip)) for cell in row.cells] for row in day.vehicles}
    assert cells == {van: [(12, False), (8, True), (44, False)], car: [(56, False), (8, True)]}
    assert {sum(cell.slots for cell in row.cells) for row in day.drivers} == {SLOTS}
    week = board(START.date(), START.date() + timedelta(days=6), at=AT)
    counts = {row.of: [len(found) for _day, found in row.days] for row in week.vehicles}
    assert counts == {van: [1, 0, 0, 0, 0, 0, 0], car: [1, 1, 0, 0, 0, 0, 0]}


# Many at once


def somebody_waits() -> bool:
    """Whether another connection waits for a row that this one holds."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted)")
        return bool(cursor.fetchone()[0])


@pytest.mark.django_db(transaction=True)
def test_a_trip_that_somebody_shares_just_now_is_not_called_off_over_their_head(
    approved, sent, fleet
):
    trip, rider = sent(), approved()
    shared = Event()

    def share() -> None:
        with transaction.atomic():
            trips.share(rider, trip, by=fleet, at=AT)
            shared.set()
            wait_until(somebody_waits)
        connection.close()

    with ThreadPoolExecutor(1) as pool:
        sharing = pool.submit(share)
        assert shared.wait(timeout=30)
        with pytest.raises(Refused, match="请重新查看"):
            trips.call_off(trip, why="车辆故障", by=fleet, at=AT)
        sharing.result()
    assert {each.pk for each in Trip.objects.get().requests.all()} == {
        trip.requests.order_by("pk")[0].pk, rider.pk,
    }  # fmt: skip
    assert fresh(trip).status == Trip.Status.PLANNED


@pytest.mark.django_db(transaction=True)
def test_of_two_hundred_who_want_one_vehicle_at_one_hour_one_has_it_and_all_others_are_told_who(
    approved, van, driver, other_driver, fleet
):
    workers, tries = 8, 200
    wanted = [approved() for _each in range(10)]
    barrier = Barrier(workers)

    def send(number: int) -> str:
        try:
            if number < workers:
                barrier.wait(timeout=30)
            request = TripRequest.objects.get(pk=wanted[number % len(wanted)].pk)
            by = (driver, other_driver)[number % 2]
            return trips.dispatch(request, vehicle=van, driver=by, by=fleet, at=AT).number
        except Refused as refused:
            return str(refused)
        finally:
            connection.close()

    with ThreadPoolExecutor(workers) as pool:
        answers = list(pool.map(send, range(tries)))
    assert [answer for answer in answers if answer.startswith("D-")] == ["D-2025-0001"]
    assert Trip.objects.count() == 1
    holder = Trip.objects.get().requests.get()
    named = [a for a in answers if "许知言" in a and "D-2025-0001" in a]
    # Whoever wants the very request that has its trip now is told that instead.
    served = [a for a in answers if holder.number in a and "许知言" not in a]
    assert len(named) + len(served) == tries - 1
    assert len(named) > len(served)
