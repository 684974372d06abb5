"""A semester of trips, in every state that one can be in, with caps and monthly sheets."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from django.utils import timezone

from campus.models import Department, Person, Role, Semester
from campus.school_time.calendar import school_calendar
from campus.school_time.months import month_before
from vehicles.actions import caps, driving, months, requests
from vehicles.actions import trips as actions
from vehicles.models import Direction, Trip, TripRequest, UsageCap, Vehicle

Kind = TripRequest.Kind

# What for, where to, which way, km there and back, hours, passengers, sort.
PLACES = (
    ("送试卷到考务中心", "市考试院", Direction.CENTRE, 24, 2, 2, Kind.EXAM),
    ("参加区教育局安全工作会议", "区教育局", Direction.CENTRE, 16, 3, 3, Kind.OFFICIAL),
    ("采购实验室耗材", "化工市场", Direction.EAST, 42, 3, 1, Kind.PURCHASE),
    ("取体检报告", "市第二人民医院", Direction.CENTRE, 14, 2, 1, Kind.OFFICIAL),
    ("外出教研活动", "省立中学", Direction.WEST, 38, 4, 4, Kind.OFFICIAL),
    ("接待兄弟学校来访", "高铁站", Direction.NORTH, 30, 2, 4, Kind.RECEPTION),
    ("运送劳动实践工具", "农业实践基地", Direction.SOUTH, 56, 4, 2, Kind.ACTIVITY),
    ("维修设备送检", "计量检测所", Direction.EAST, 34, 3, 1, Kind.OFFICIAL),
)
# What grades do together wants the school bus.
OUTINGS = (
    ("运动员参加市田径比赛", "市体育中心", Direction.WEST, 28, 5, 28, Kind.ACTIVITY),
    ("学生社会实践", "青少年活动中心", Direction.SOUTH, 46, 6, 40, Kind.ACTIVITY),
)
UNITS = ("课程教学处", "德育处", "安全处", "信息处", "团委", "高一年级", "高二年级")
WEEKS = 15
BUS, VAN, CAR, ELECTRIC = "苏D·0X215", "苏D·3H218", "苏D·7K506", "苏D·F90311"
# By the clock of the day: who drives what, so that nobody is asked for twice at once.
MORNING, AFTERNOON = time(8, 30), time(13, 30)


@dataclass
class Fleet:
    """Who does what in the demo school, and the numbers that are drawn."""

    random: Random
    day: date
    fleet: Person
    head: Person
    askers: list[Person]
    drivers: list[Person]
    vehicles: dict[str, Vehicle]
    units: dict[str, Department]

    def at(self, days: int, hour: time) -> datetime:
        """An hour of the working day so many working days after the day, before it for less; of
        the last one for none where the day itself is off."""
        then = school_calendar().working_days_from(self.day, days)
        return timezone.make_aware(datetime.combine(then, hour))


def fill(random: Random, day: date) -> None:
    """Set the caps, let fifteen weeks happen, and leave something in every state."""
    people = {person.number: person for person in Person.objects.filter(is_active=True).staff()}
    fleet = Fleet(
        random, day, people["fleet"], people["head"],
        [people[number] for number in ("teacher", "safety", "affairs", "canteen", "store")],
        list(Person.objects.on_duty_as(Role.DRIVER).order_by("number")),
        {vehicle.plate: vehicle for vehicle in Vehicle.objects.all()},
        {unit.name: unit for unit in Department.objects.all()},
    )  # fmt: skip
    set_caps(fleet)
    for week in range(WEEKS - 1, 1, -1):
        drive_week(fleet, week)
    share_one(fleet)
    drive_week(fleet, 1)
    leave_open(fleet)
    publish_months(fleet)


def set_caps(fleet: Fleet) -> None:
    """The school's for the semester and the year, and a small one that is nearly used up."""
    at = fleet.at(-WEEKS * 5, time(9))
    semester = next(
        each for each in Semester.objects.order_by("-first_day") if each.first_day <= fleet.day
    )
    whole = {"km": 4500, "yuan": Decimal(8000), "trips": 110}
    caps.write_cap(UsageCap(), semester=semester, by=fleet.head, at=at, **whole)
    caps.write_cap(UsageCap(), year=fleet.day.year, km=12000, by=fleet.head, at=at)
    unit = fleet.units["团委"]
    caps.write_cap(
        UsageCap(), semester=semester, department=unit, km=420, by=fleet.head, at=at,
        note="以一次市内活动为主。",
    )  # fmt: skip


def drive_week(fleet: Fleet, week: int) -> None:
    """Four trips, in every third week one with the school bus."""
    for turn in range(4):
        days = -week * 5 + turn + 1
        what = PLACES[(week * 4 + turn) % len(PLACES)]
        plate = (VAN, CAR, ELECTRIC)[(week + turn) % 3]
        driver = fleet.drivers[(week + turn) % len(fleet.drivers)]
        hour = MORNING if turn % 2 else AFTERNOON
        drive(fleet, what, plate, driver, fleet.at(days, hour))
    if week % 3 == 0:
        outing = OUTINGS[week // 3 % 2]
        drive(fleet, outing, BUS, fleet.drivers[0], fleet.at(-week * 5, MORNING))


def asked(
    fleet: Fleet, what: tuple[str, str, str, int, int, int, str], start: datetime,
    **facts: Any,
) -> TripRequest:  # fmt: skip
    """Somebody asks the day before."""
    title, destination, direction, km, hours, passengers, kind = what
    unit = fleet.units[UNITS[fleet.random.randrange(len(UNITS))]]
    given: dict[str, Any] = {
        "title": title, "destination": destination, "direction": direction, "km": km, "kind": kind,
        "passengers": passengers, "starts_at": start, "ends_at": start + timedelta(hours=hours),
        "needs_school_bus": passengers > 6, "yuan": Decimal(km) / 2, "department": unit, **facts,
    }  # fmt: skip
    at = min(start - timedelta(hours=20), fleet.at(0, time(8, 5)))
    return requests.ask(by=fleet.random.choice(fleet.askers), at=at, **given)


def approved(fleet: Fleet, request: TripRequest) -> TripRequest:
    """All its steps are taken within an hour."""
    at = request.raised_at + timedelta(minutes=25)
    while request.is_waiting:
        by = fleet.fleet if request.waits_for == Role.FLEET_MANAGER else fleet.head
        words = "工作需要，同意。" if by == fleet.head else ""
        requests.approve(request, words=words, by=by, at=at)
        request = TripRequest.objects.get(pk=request.pk)
        at += timedelta(minutes=20)
    return request


def sent(fleet: Fleet, request: TripRequest, plate: str, driver: Person) -> Trip:
    """Given a vehicle and a driver as soon as it is approved."""
    request = approved(fleet, request)
    at = request.changed_at + timedelta(minutes=10)
    vehicle = fleet.vehicles[plate]
    return actions.dispatch(request, vehicle=vehicle, driver=driver, by=fleet.fleet, at=at)


def drive(
    fleet: Fleet, what: tuple[str, str, str, int, int, int, str], plate: str, driver: Person,
    start: datetime,
) -> Trip:  # fmt: skip
    """From the request to the end of the trip."""
    trip = sent(fleet, asked(fleet, what, start), plate, driver)
    return driven(fleet, begun(trip), what[3])


def begun(trip: Trip) -> Trip:
    """Left at the planned minute, with what the odometer shows."""
    km = Vehicle.objects.get(pk=trip.vehicle_id).odometer
    return driving.start(trip, km=km, started_at=trip.starts_at, by=trip.driver, at=trip.starts_at)


def driven(fleet: Fleet, trip: Trip, km: int) -> Trip:
    """Back within a quarter of an hour of the plan, some kilometres more or less."""
    at = trip.ends_at + timedelta(minutes=fleet.random.randrange(-10, 15))
    really = max(1, km + fleet.random.randrange(-3, 7))
    odometer = Vehicle.objects.get(pk=trip.vehicle_id).odometer
    tolls = Decimal(fleet.random.choice((0, 0, 10, 15, 25))) if km > 20 else Decimal(0)
    parking = Decimal(fleet.random.choice((0, 0, 5, 8)))
    return driving.end(
        trip, km=odometer + really, ended_at=at, tolls=tolls, parking=parking, by=trip.driver,
        at=at,
    )  # fmt: skip


def leave_open(fleet: Fleet) -> None:
    """On the road, planned, waiting, refused, called off, taken back: one or two each."""
    drop_some(fleet)
    first, second, third = fleet.drivers[:3]
    out = begun(sent(fleet, asked(fleet, PLACES[1], fleet.at(0, time(8, 30))), VAN, first))
    coming = sent(fleet, asked(fleet, PLACES[5], fleet.at(0, time(14))), ELECTRIC, second)
    if not school_calendar().is_working_day(fleet.day):
        driven(fleet, out, 16)
        driven(fleet, begun(coming), 30)
    sent(fleet, asked(fleet, PLACES[0], fleet.at(1, time(9))), VAN, third)
    sent(fleet, asked(fleet, OUTINGS[1], fleet.at(2, MORNING)), BUS, first)
    approved(fleet, asked(fleet, PLACES[4], fleet.at(1, time(13, 30))))
    approved(fleet, asked(fleet, PLACES[2], fleet.at(2, time(9))))
    asked(fleet, PLACES[3], fleet.at(1, time(10)))
    asked(fleet, PLACES[7], fleet.at(3, time(9)), priority="urgent")
    far = ("赴省城参加校舍安全培训", "南京", Direction.AWAY, 260, 11, 3, Kind.OFFICIAL)
    asked(fleet, far, fleet.at(4, time(7, 30)), yuan=Decimal(900), is_out_of_town=True)


def share_one(fleet: Fleet) -> None:
    """Two to the same quarter at nearly the same time ride in one van."""
    start = fleet.at(-5, time(9, 30))
    trip = sent(fleet, asked(fleet, PLACES[1], start), VAN, fleet.drivers[1])
    other = approved(fleet, asked(fleet, PLACES[3], start + timedelta(minutes=15)))
    trip = actions.share(other, trip, by=fleet.fleet, at=other.changed_at + timedelta(minutes=5))
    driven(fleet, begun(trip), 22)


def drop_some(fleet: Fleet) -> None:
    """One on a day off is refused, one is taken back, one trip is called off."""
    day_off = next_day_off(fleet.day)
    start = timezone.make_aware(datetime.combine(day_off, time(9)))
    on_day_off = asked(
        fleet, PLACES[5], start, exception_why="来访团队周末到达。"
    )  # fmt: skip
    at = on_day_off.raised_at + timedelta(minutes=30)
    requests.approve(on_day_off, by=fleet.fleet, at=at)
    requests.refuse(
        TripRequest.objects.get(pk=on_day_off.pk), words="请改乘公共交通。", by=fleet.head,
        at=at + timedelta(minutes=20),
    )  # fmt: skip
    taken_back = asked(fleet, PLACES[2], fleet.at(-2, time(9)))
    assert taken_back.reporter
    requests.withdraw(
        taken_back, by=taken_back.reporter, at=taken_back.raised_at + timedelta(hours=1)
    )
    trip = sent(fleet, asked(fleet, PLACES[6], fleet.at(-3, time(14))), CAR, fleet.drivers[2])
    at = trip.dispatched_at + timedelta(minutes=30)
    actions.call_off(trip, why="基地因大雨关闭。", by=fleet.fleet, at=at)
    request = TripRequest.objects.filter(title=PLACES[6][0]).order_by("-pk")[0]
    requests.refuse(request, words="活动已取消。", by=fleet.fleet, at=at + timedelta(minutes=10))


def next_day_off(day: date) -> date:
    """The first day off after it."""
    calendar = school_calendar()
    while True:
        day += timedelta(days=1)
        if not calendar.is_working_day(day):
            return day


def publish_months(fleet: Fleet) -> None:
    """All sheets but the last month's are published."""
    last = month_before(fleet.day)
    first = month_before(month_before(last))
    for month in (first, month_before(last)):
        at = timezone.make_aware(datetime.combine(month + timedelta(days=33), time(9)))
        months.publish(month, by=fleet.fleet, at=at)
    months.lay_month(at=fleet.at(0, time(6)))
