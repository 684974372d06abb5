"""Fuel in the demo school: a semester of fills, cards that are topped up, three months reconciled,
two tanks that stand out, one of them explained."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import partial
from random import Random
from typing import Any

from django.utils import timezone

from campus.school_time.engine import moment_of
from campus.school_time.months import month_after, month_before
from vehicles.actions import card_months, cards, consumption, refuels
from vehicles.demo.moments import person
from vehicles.models import FuelCard, TankInterval, Trip, Vehicle
from vehicles.models.card_figures import figures_of

STATION = "新北定点加油站"
# Plate, card, issuer, kilometres a fill before the trips that are told and among them, used on
# 100 km, price of a unit.
COURSES = (
    ("苏D·3H218", "1000 1132 0041 8821", "中国石化", 380, 130, "9.8", "7.63"),
    ("苏D·0X215", "1000 1132 0041 8822", "中国石化", 175, 90, "21.5", "7.26"),
    ("苏D·F90311", "9100 2203 7765", "国家电网e充电", 260, 90, "14.2", "1.28"),
)  # fmt: skip
# How many months before the day, and how long after a trip it is filled.
MONTHS, AFTER_TRIP = 7, timedelta(minutes=10)
DAYS_BETWEEN, LEAST_LEFT, TOP_UP = 5, 400, 1500
# Which fill of which vehicle used so much more, or less, than usual.
OUTLIERS = {("苏D·3H218", 14): Decimal("1.38"), ("苏D·0X215", 15): Decimal("0.68")}


@dataclass
class Ledger:
    """What happens in the demo school in its order: ledgers are written as things happen."""

    events: list[tuple[datetime, int, Callable[..., Any]]] = field(default_factory=list)

    def later(self, at: datetime, act: Callable[..., Any]) -> None:
        self.events.append((at, len(self.events), act))

    def live(self) -> None:
        """Let everything happen; each act takes its moment as `at`."""
        for at, _number, act in sorted(self.events, key=lambda event: event[:2]):
            act(at=at)


def fill(random: Random, day: date) -> None:
    """Let the months from the seventh before `day` to yesterday happen."""
    first = day.replace(day=1)
    for _number in range(MONTHS):
        first = month_before(first)
    ledger = Ledger()
    for plate, number, issuer, *course in COURSES:
        vehicle = Vehicle.objects.get(plate=plate)
        card = lay_card(vehicle, number, issuer, first)
        plan_fills(ledger, random, vehicle, first, course)
        plan_months(ledger, card, first, day)
    ledger.live()
    explain()


def lay_card(vehicle: Vehicle, number: str, issuer: str, first: date) -> FuelCard:
    """A card with its first money, which the vehicle has from then on."""
    by: dict[str, Any] = {"by": person("fleet"), "at": moment_of(first, time(8))}
    card = cards.write_card(FuelCard(), number=number, issuer=issuer, opened_on=first, **by)
    cards.give(card, to=vehicle, starts_on=first, **by)
    cards.top_up(card, amount=Decimal(TOP_UP), on=first, **by)
    return card


def plan_fills(
    ledger: Ledger, random: Random, vehicle: Vehicle, first: date, course: list[Any]
) -> None:
    """A fill every few days; the tank is full each time but a few."""
    on_100, price = Decimal(course[2]), Decimal(course[3])
    fills = [*before_trips(random, vehicle, first, course[0]), *after_trips(vehicle, course[1])]
    for number, (at, km, driven) in enumerate(fills):
        share = OUTLIERS.get((vehicle.plate, number), Decimal(1))
        wobble = Decimal(random.randrange(92, 109)) / 100
        used = (Decimal(driven) * on_100 / 100 * wobble * share).quantize(Decimal("0.01"))
        what = partial(
            enter, vehicle, km=km, quantity=used, price=price,
            is_full=number < 4 or random.random() > 0.1,
            receipt=f"{at:%y%m%d}{random.randrange(1000, 9999)}",
        )  # fmt: skip
        ledger.later(at, what)


Planned = tuple[datetime, int, int]


def before_trips(random: Random, vehicle: Vehicle, first: date, distance: int) -> list[Planned]:
    """Fills of the time of which no trips are told, up to what the odometer showed then, as
    (moment, odometer, kilometres since the fill before)."""
    reading = vehicle.readings.order_by("at", "id")[0]
    until, days = timezone.localtime(reading.at).date(), []
    last = first + timedelta(days=random.randrange(1, 4))
    while last < until:
        days.append((last, random.randrange(distance - 40, distance + 40)))
        last += timedelta(days=DAYS_BETWEEN)
    km, fills = reading.km - sum(driven for _day, driven in days), []
    for last, driven in days:
        km += driven
        at = moment_of(last, time(random.randrange(8, 17), random.randrange(60)))
        fills.append((at, km, driven))
    return fills


def after_trips(vehicle: Vehicle, distance: int) -> list[Planned]:
    """Fills on the way home, as soon as so many kilometres were driven since the one before."""
    driven, fills = 0, []
    done = Trip.objects.filter(vehicle=vehicle, status=Trip.Status.DONE).order_by("ended_at")
    for trip in done.select_related("end_reading"):
        driven += trip.km or 0
        if driven >= distance and trip.ended_at and trip.end_reading:
            fills.append((trip.ended_at + AFTER_TRIP, trip.end_reading.km, driven))
            driven = 0
    return fills


def enter(
    vehicle: Vehicle, *, km: int, quantity: Decimal, price: Decimal, is_full: bool, receipt: str,
    at: datetime,
) -> None:  # fmt: skip
    """Fill the vehicle; its card is topped up in the morning where too little is left on it."""
    card = FuelCard.objects.get(turns__vehicle=vehicle)
    if card.balance < LEAST_LEFT:
        cards.top_up(card, amount=Decimal(TOP_UP), on=at.date(), by=person("fleet"), at=at)
    what = refuels.Fill(
        vehicle=vehicle, at=at, km=km, quantity=quantity, price=price,
        amount=refuels.cost(quantity, price), station=STATION, receipt=receipt, is_full=is_full,
        over_reason="长途送考，途中一次加满",
    )  # fmt: skip
    by = person("fleet" if what.is_over else "driver")
    refuels.record(what, by=by, at=at + timedelta(minutes=8))


def plan_months(ledger: Ledger, card: FuelCard, first: date, day: date) -> None:
    """Each month that is over is reconciled in the first days of the next one, and checked but for
    the last."""
    month = first
    while month_after(month) <= day.replace(day=1):
        after = month_after(month)
        at = moment_of(min(after + timedelta(days=3), day), time(7, 30))
        is_last = month_after(after) > day
        ledger.later(at, partial(reconcile, card, month, is_checked=not is_last))
        month = after


def reconcile(card: FuelCard, month: date, *, is_checked: bool, at: datetime) -> None:
    """Once the station's statement has 20 yuan more than our records."""
    ours = figures_of([card], month)[card.pk].refuels
    is_off = card.issuer == "国家电网e充电" and not is_checked
    closed = card_months.close(
        card, month, statement=ours + (20 if is_off else 0), by=person("fleet"), at=at,
        explanation="平台多计一笔占位费，已申请退回" if is_off else "",
    )  # fmt: skip
    if is_checked:
        card_months.check(closed, by=person("head"), at=at + timedelta(hours=2))


def explain() -> None:
    """The older of what stands out was explained."""
    oldest = TankInterval.objects.unexplained().order_by("at", "id").first()
    if oldest is not None:
        consumption.explain(
            oldest, words="城区拥堵，全程开空调接送教研专家", by=person("fleet"),
            at=oldest.at + timedelta(hours=3),
        )  # fmt: skip
