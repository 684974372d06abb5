"""Fuel in the demo school: a semester of fills, cards that are topped up, three months reconciled,
two tanks that stand out, one of them explained."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import partial
from random import Random
from typing import Any

from campus.school_time.engine import moment_of
from campus.school_time.months import month_after, month_before
from vehicles.actions import card_months, cards, consumption, refuels
from vehicles.demo.moments import person
from vehicles.models import FuelCard, TankInterval, Vehicle
from vehicles.models.card_figures import figures_of

STATION = "新北定点加油站"
# Plate, card, issuer, kilometres at first, kilometres a fill, used on 100 km, price of a unit.
COURSES = (
    ("苏D83K21", "1000 1132 0041 8821", "中国石化", 46_210, 380, "9.8", "7.63"),
    ("苏D10955", "1000 1132 0041 8822", "中国石化", 98_400, 175, "21.5", "7.26"),
    ("苏DF20688", "9100 2203 7765", "国家电网e充电", 18_930, 260, "14.2", "1.28"),
)  # fmt: skip
DAYS_BETWEEN, LEAST_LEFT, TOP_UP = 4, 400, 1500
# Which fill of which vehicle used so much more than usual.
OUTLIERS = {("苏D83K21", 14): Decimal("1.38"), ("苏D10955", 15): Decimal("0.68")}


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
    """Let the months from the third before `day` to yesterday happen."""
    first = month_before(month_before(month_before(day)))
    ledger = Ledger()
    for plate, number, issuer, *course in COURSES:
        vehicle = Vehicle.objects.get(plate=plate)
        card = lay_card(vehicle, number, issuer, first)
        plan_fills(ledger, random, vehicle, first, day, course)
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
    ledger: Ledger, random: Random, vehicle: Vehicle, first: date, day: date, course: list[Any]
) -> None:
    """A fill every few days; the tank is full each time but a few."""
    km, distance, on_100, price = course[0], course[1], Decimal(course[2]), Decimal(course[3])
    last, number = first + timedelta(days=random.randrange(1, 4)), 0
    while last < day:
        driven = random.randrange(distance - 40, distance + 40)
        km += driven
        is_full = random.random() > 0.1
        share = OUTLIERS.get((vehicle.plate, number), Decimal(1))
        wobble = Decimal(random.randrange(92, 109)) / 100
        litres = (Decimal(driven) * on_100 / 100 * wobble * share).quantize(Decimal("0.01"))
        what = partial(
            enter, vehicle, km=km, quantity=litres, price=price, is_full=is_full or number < 4,
            receipt=f"{last:%y%m%d}{random.randrange(1000, 9999)}",
        )  # fmt: skip
        ledger.later(moment_of(last, time(random.randrange(8, 17), random.randrange(60))), what)
        last, number = last + timedelta(days=DAYS_BETWEEN), number + 1


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
