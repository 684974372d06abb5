"""On the road: checks, odometers, ends, and what nobody ends; sums that the database keeps."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from campus.doors import Refused
from campus.figures import Span
from campus.rows import read
from planning.models import Reminder
from tests.campus.tallied import counted, kept
from tests.vehicles.conftest import AT, HOUR, START, drive, fresh, moment, registered, told
from vehicles import agenda, tasks
from vehicles.actions import driving, months, odometer, requests, service_requests, trips
from vehicles.figures.month import month_lines, total
from vehicles.figures.trips import groups
from vehicles.models import (
    TRIPS_BY_DAY,
    USE_BY_DAY,
    FleetMonth,
    OdometerReading,
    Trip,
    TripRequest,
)
from vehicles.reminders.months import MonthReminders

BACK = START + 2 * HOUR
QUARTER = timedelta(minutes=15)


@pytest.fixture
def registered_car(van, fleet):
    """A car whose papers end on the day of the trip."""
    return registered("苏D55555", "car", 5, 1, by=fleet, until=START.date())


def begin(trip, km=10_000, **facts):
    at = facts.pop("at", trip.starts_at)
    return driving.start(trip, km=km, started_at=at, by=trip.driver, at=at, **facts)


def finish(trip, km, **facts):
    at = facts.pop("at", trip.ends_at)
    return driving.end(trip, km=km, ended_at=at, by=trip.driver, at=at, **facts)


def test_from_the_check_to_the_receipt(sent, van, teacher):
    trip = begin(sent(), faults=["tyres"], fault_words="左前胎气压低")
    assert (trip.status, trip.start_reading.km, trip.found) == ("under_way", 10_000, ["轮胎"])
    trip = finish(
        trip, 10_031, tolls=Decimal("12.5"), parking=Decimal(5), words="一切正常", at=BACK + QUARTER
    )
    request = trip.requests.get()
    assert (trip.status, trip.km, trip.money) == ("done", 31, Decimal("17.5"))
    assert (request.status, request.used_km, request.used_yuan) == ("done", 31, Decimal("17.5"))
    assert (fresh(van).odometer, fresh(trip).busy.upper) == (10_031, BACK + QUARTER)


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"km": 9_999}, "km"),
        ({"km": 10_040}, "why_gap"),
        ({"faults": ["brakes"]}, "fault_words"),
    ],
)
def test_a_start_that_does_not_fit_is_asked_about_at_its_field(sent, facts, field):
    trip = sent()
    with pytest.raises(ValidationError) as refused:
        begin(trip, **facts)
    assert list(refused.value.message_dict) == [field]
    assert fresh(trip).status == "planned"
    assert begin(trip, km=10_040, why_gap="送去洗车").start_reading.note == "送去洗车"


def test_none_leaves_from_a_workshop_nor_after_a_paper_has_run_out(
    sent, brought, registered_car, driver, fleet
):
    trip = sent()
    stay = brought(trip.vehicle, back=START.date())
    with pytest.raises(Refused, match=stay.number):
        begin(trip)
    service_requests.fetch(stay, words="好了", by=driver, at=START - HOUR)
    insured = sent(vehicle=registered_car, starts_at=START + 6 * HOUR)
    assert begin(trip).status == "under_way"
    finish(trip, 10_020)
    with pytest.raises(Refused, match="苏D55555"):
        begin(insured, km=1, at=insured.starts_at + timedelta(days=1))
    assert fresh(insured).status == "planned"


def test_an_end_lies_after_the_start_and_no_odometer_runs_backwards(sent, driver):
    trip = begin(sent())
    for km, at, field in ((9_000, BACK, "km"), (10_020, START - HOUR, "ended_at")):
        with pytest.raises(ValidationError) as refused:
            finish(trip, km, at=at)
        assert list(refused.value.message_dict) == [field]
    with pytest.raises(ValidationError):
        driving.end(trip, km=10_020, ended_at=BACK, by=driver, at=START)
    assert finish(trip, 10_020).km == 20
    with pytest.raises(Refused):
        finish(fresh(trip), 10_030)


def test_a_zero_too_many_is_doubted_and_what_was_taken_is_put_right(sent, van, fleet):
    trip = begin(sent())
    assert odometer.doubt(van, 100_240, BACK)
    trip = finish(trip, 100_240)
    with pytest.raises(Refused):
        driving.put_right(trip.end_reading, 10_024, why=" ", by=fleet, at=AT)
    driving.put_right(trip.end_reading, 10_024, why="多写一个零", by=fleet, at=BACK)
    trip, request = fresh(trip), trip.requests.get()
    assert (trip.km, request.used_km, fresh(van).odometer) == (24, 24, 10_024)
    assert kept(USE_BY_DAY) == counted(USE_BY_DAY)
    assert kept(TRIPS_BY_DAY) == counted(TRIPS_BY_DAY)


def test_whoever_is_late_can_still_end_although_the_next_has_the_vehicle(sent, other_driver):
    first = begin(sent())
    after = sent(starts_at=START + 3 * HOUR, by_driver=other_driver)
    with pytest.raises(Refused, match=first.number):
        begin(after, km=10_040)
    ended = finish(first, 10_040, at=START + 4 * HOUR)
    assert (ended.ended_at, ended.busy.upper) == (START + 4 * HOUR, after.busy.lower)
    assert begin(after, km=10_040, at=START + 4 * HOUR).status == "under_way"


def test_a_trip_that_nobody_ends_is_asked_after_once_each(sent, driver, fleet):
    trip = begin(sent())
    before = (len(told(driver)), len(told(fleet)))

    def more() -> tuple[int, int]:
        return len(told(driver)) - before[0], len(told(fleet)) - before[1]

    later = [BACK + timedelta(minutes=minutes) for minutes in (29, 31, 40, 121, 150)]
    seen = []
    for at in later:
        for pk in list(Trip.objects.to_ask_after(at).values_list("pk", flat=True)):
            driving.ask_after(pk, at=at)
        seen.append(more())
    assert seen == [(0, 0), (1, 0), (1, 0), (1, 1), (1, 1)]
    finish(fresh(trip), 10_020)
    assert not driving.ask_after(trip.pk, at=later[-1])


def test_the_clock_asks_after_trips_and_notes_that_a_month_is_over(sent, driver, fleet):
    before = len(told(driver)), len(told(fleet))
    sent()
    for _time in range(2):
        tasks.ask_after_trips()
        tasks.lay_months()
    # The driver was told of the trip itself too, the fleet manager of its request.
    assert (len(told(driver)), len(told(fleet))) == (before[0] + 2, before[1] + 2)
    assert not FleetMonth.objects.exists()


def test_the_calendar_and_my_day_show_trips_to_whom_they_concern(
    sent, driver, other_driver, teacher, fleet, pupil
):
    trip = sent()
    day = START.date()
    shown = {
        person.number: [each.path for each in read(agenda.dated(person, day, day))]
        for person in (driver, other_driver, teacher, fleet, pupil)
    }
    path = trip.get_absolute_url()
    assert shown == {
        "T011": [path], "T012": [], "T005": [path], "T010": [path], "20250301": [],
    }  # fmt: skip
    (waiting,) = read(agenda.waiting(driver, START - HOUR))
    assert (waiting.path, waiting.button) == (f"{path}start/", "出车")
    begin(trip)
    (waiting,) = read(agenda.waiting(driver, BACK + HOUR))
    assert (waiting.path, waiting.urgency) == (f"{path}end/", 0)
    assert read(agenda.waiting(teacher, START)) == []


# Sums


@pytest.mark.parametrize("seed", range(4))
def test_sums_are_a_recount_after_anything_that_people_do(seed, busy):
    busy(seed)
    assert kept(USE_BY_DAY) == counted(USE_BY_DAY) != set()
    assert kept(TRIPS_BY_DAY) == counted(TRIPS_BY_DAY)
    driven = Trip.objects.filter(status="done")
    dealt = TripRequest.objects.filter(status="done").values_list("used_km", "used_yuan")
    assert sum(trip.km or 0 for trip in driven) == sum(km for km, _yuan in dealt)
    assert sum(trip.money for trip in driven) == sum(yuan for _km, yuan in dealt)


def test_the_months_sheet_and_its_publication(sent, van, car, other_driver, fleet, head):
    drive(sent(), 24, tolls=Decimal(10), parking=Decimal("2.5"))
    drive(sent(starts_at=START + timedelta(days=1)), 30)
    drive(sent(vehicle=car, by_driver=other_driver, starts_at=moment(12, 1, 9)), 99)
    lines = month_lines(date(2025, 11, 1))
    told_of = [(each.vehicle, each.trips, each.km, each.hours, each.yuan) for each in lines]
    assert told_of == [
        (van, 2, 54, Decimal("4.0"), Decimal("12.50")), (car, 0, 0, Decimal("0.0"), Decimal(0)),
    ]  # fmt: skip
    whole = total(lines)
    assert (whole.vehicle, whole.trips, whole.km, whole.yuan) == (None, 2, 54, Decimal("12.50"))

    first = moment(12, 1, 6)
    month = months.lay_month(at=first)
    assert months.lay_month(at=first) == month
    assert month
    assert (month.due_on, MonthReminders().responsible(month)) == (date(2025, 12, 5), [fleet])
    planned = Reminder.objects.about(month).filter(state="planned")
    assert planned.exists()
    assert [each.title for each in read(agenda.waiting(fleet, first))] == [str(month)]
    with pytest.raises(Refused):
        months.publish(date(2025, 12, 1), by=fleet, at=first)
    months.publish(date(2025, 11, 1), by=fleet, at=first)
    assert not planned.exists()
    with pytest.raises(Refused):
        months.publish(date(2025, 11, 1), by=head, at=first)
    assert months.lay_month(at=moment(11, 1, 6)) is None
    assert FleetMonth.objects.count() == 1


def test_each_figure_is_what_its_list_shows(
    sent, asked, approved, signed_in, head, fleet, semester
):
    drive(sent(), 24, tolls=Decimal(10))
    shared = sent(starts_at=START + timedelta(days=1))
    other = approved(starts_at=START + timedelta(days=1))
    trips.share(other, shared, by=fleet, at=AT)
    drive(fresh(shared), 30)
    trips.call_off(sent(starts_at=START + timedelta(days=2)), why="x", by=fleet, at=AT)
    requests.refuse(asked(), words="x", by=fleet, at=AT)
    span = Span("", date(2025, 11, 1), date(2025, 11, 30))
    (group,) = groups([span])
    found = {}
    for line in group.lines:
        (value,) = line.values
        page = signed_in(head).get(value.path)
        found[str(line.label)] = (value.number, value.of, page.context["found"].count)
    numbers = list(found.values())
    assert [each[:2] for each in numbers] == [
        (5, None), (1, 5), (2, None), (1, 2), (1, None), (54, None), (None, None),
        (Decimal(10), None),
    ]  # fmt: skip
    assert [each[2] for each in numbers] == [5, 1, 2, 1, 1, 2, 3, 2]


def test_a_reading_by_the_keeper_belongs_to_no_trip(van, fleet):
    reading = OdometerReading.objects.get(vehicle=van)
    assert driving.put_right(reading, 9_990, why="误读", by=fleet, at=AT).km == 9_990
    assert fresh(van).odometer == 9_990
