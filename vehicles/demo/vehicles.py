"""Five vehicles with their papers, three drivers with their licences."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal

from django.utils import timezone

from campus.models import Department, Duty, Person, Place, Role
from campus.people import actions as people
from planning.actions import papers
from planning.models import PaperKind
from vehicles.actions import vehicles as actions
from vehicles.models import Vehicle
from vehicles.registry import BUS_CHECK, COMMERCIAL, INSPECTION, INSURANCE, LICENCE

# Plate, make, kind, energy, seats, registered so many days ago, price, tank, odometer at first, and
# how many days the papers have left: compulsory and commercial insurance, inspection.
VEHICLES = (
    ("苏D·3H218", "别克 GL8 ES", "van", "petrol", 7, 1460, 269900, 70, 81240, (160, 160, 250)),
    ("苏D·7K506", "大众 帕萨特", "car", "petrol", 5, 2190, 189800, 66, 126480, (9, 9, 120)),
    ("苏D·F90311", "比亚迪 秦PLUS EV", "car", "electric", 5, 500, 129800, None, 21870,
     (230, 230, 240)),
    ("苏D·0X215", "宇通 ZK6119", "school_bus", "diesel", 45, 1825, 486000, 260, 64310,
     (75, 75, 75)),
    ("苏D·5P782", "江铃 凯运", "truck", "diesel", 3, 2900, 98600, 100, 143905, (44, 44, 200)),
)  # fmt: skip
# Two more of the staff who drive, by their numbers.
MORE_DRIVERS = ("T0030", "T0031")
# Long enough before the day that nothing of the year was driven before.
DAYS_BEFORE = 110


def start_of(day: date) -> datetime:
    """Eight in the morning, some months before `day`."""
    first = day - timedelta(days=DAYS_BEFORE)
    return timezone.make_aware(datetime.combine(first, time(8)))


def fill(day: date) -> None:
    """Write the files, the papers and the drivers."""
    fleet, at = Person.objects.get(number="fleet"), start_of(day)
    office = Department.objects.get(name="后勤服务处")
    parked = Place.objects.filter(kind=Place.Kind.BUILDING).order_by("code").first()
    for plate, model, kind, energy, seats, age, price, tank, km, left in VEHICLES:
        vehicle = actions.register(
            plate=plate, model=model, kind=kind, energy=energy, seats=seats,
            registered_on=day - timedelta(days=age), price=Decimal(price), tank_litres=tank,
            department=office, parked_at=parked, km=km, by=fleet, at=at,
        )  # fmt: skip
        give_papers(vehicle, left, day, by=fleet, at=at)
    laid_up = Vehicle.objects.get(plate="苏D·5P782")
    actions.lay_up(laid_up, why="离合器异响，待检修。", by=fleet, at=at + timedelta(hours=1))
    give_drivers(day, by=fleet, at=at)


def give_papers(
    vehicle: Vehicle, left: tuple[int, int, int], day: date, *, by: Person, at: datetime
) -> None:
    """Insurances and inspection with so many days left; a school bus has its half-yearly check."""
    kinds = {kind.code: kind for kind in PaperKind.objects.exclude(code="")}
    codes = (INSURANCE, COMMERCIAL, INSPECTION)
    held = list(zip(codes, left, strict=True))
    if vehicle.kind == Vehicle.Kind.SCHOOL_BUS:
        held.append((BUS_CHECK, 40))
    for code, days in held:
        ends_on = day + timedelta(days=days)
        months = kinds[code].months or 12
        issuer = "" if "insurance" not in code else "示例财产保险公司"
        papers.record(
            kinds[code], vehicle, issued_on=ends_on - timedelta(days=months * 30 + months // 2),
            ends_on=ends_on, issuer=issuer, by=by, at=at,
        )  # fmt: skip


def give_drivers(day: date, *, by: Person, at: datetime) -> None:
    """Two more who drive, and a licence for whoever has none."""
    start = at.date()
    staff = list(Person.objects.filter(number__in=MORE_DRIVERS).order_by("number"))
    people.give_duties([Duty(person=each, role=Role.DRIVER, starts_on=start) for each in staff])
    kind = PaperKind.objects.get(code=LICENCE)
    for number, driver in enumerate(staff):
        ends_on = day + timedelta(days=400 + 300 * number)
        papers.record(
            kind, driver, issued_on=ends_on - timedelta(days=2190), ends_on=ends_on, by=by, at=at
        )
