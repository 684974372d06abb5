"""After anything that people do: balances, tallies and consumption equal a count of the rows."""

from collections.abc import Callable
from datetime import timedelta
from decimal import ROUND_HALF_UP, Decimal
from functools import partial
from random import Random
from statistics import median
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db.models import Sum

from campus.doors import Refused
from campus.figures import spans_of
from campus.models import Person
from tests.campus.lists.counting import rows_behind, rows_behind_in
from tests.campus.tallied import counted, kept
from tests.vehicles.running.conftest import AT, fill_of, fresh, photo
from vehicles.actions import card_months, cards, incidents, odometer, refuels
from vehicles.actions import service_requests as service
from vehicles.figures import money, running
from vehicles.lists import BILLS, INCIDENTS, REFUELS, TANKS
from vehicles.models import (
    FUEL_BY_DAY,
    INCIDENTS_BY_DAY,
    MOVES_BY_MONTH,
    SERVICE_BY_DAY,
    TANKS_BY_DAY,
    FuelCard,
    RefuelRecord,
    ServiceBill,
    TankInterval,
    Vehicle,
    VehicleWorkshop,
)

CENT = Decimal("0.01")


class Chance:
    """A fleet of two vehicles, and what people do with it, drawn by chance."""

    def __init__(self, seed: int, vehicles: list[Vehicle], held: list[FuelCard]) -> None:
        self.random, self.at = Random(seed), AT - timedelta(days=60)
        self.vehicles, self.held = vehicles, held
        self.km = {each.pk: 10_000 for each in vehicles}

    def fill(self, driver: Person) -> None:
        random, vehicle = self.random, self.random.choice(self.vehicles)
        self.km[vehicle.pk] += random.randrange(0, 500)
        days, is_cash = random.choice([0, 0, 0, 3, 40]), random.random() < 0.2
        what = fill_of(
            vehicle, at=self.at - timedelta(days=days),
            km=self.km[vehicle.pk] - (200 if days else 0),
            quantity=Decimal(random.randrange(100, 5000)) / 100, price=Decimal(6),
            is_full=random.random() < 0.8, paid_by="cash" if is_cash else "card",
            photos=[photo()] if is_cash else [],
        )  # fmt: skip
        refuels.record(what, by=driver, at=self.at)

    def some(self) -> RefuelRecord:
        return self.random.choice(list(RefuelRecord.objects.select_related("reading")))

    def put_right(self, by: Person) -> None:
        if reading := self.some().reading:
            km = reading.km + self.random.randrange(-60, 60)
            odometer.correct(reading, km, why="x", by=by, at=self.at)

    def cancel(self, by: Person) -> None:
        refuels.cancel(self.some(), why="x", by=by, at=self.at)

    def top_up(self, by: Person) -> None:
        card, amount = self.random.choice(self.held), Decimal(self.random.randrange(1, 3000))
        cards.top_up(card, amount=amount, on=self.at.date(), by=by, at=self.at)

    def correct(self, by: Person) -> None:
        card, there = self.random.choice(self.held), Decimal(self.random.randrange(2000))
        cards.correct(card, there=there, reason="x", by=by, at=self.at)

    def close(self, by: Person) -> None:
        card, figure = fresh(self.random.choice(self.held)), Decimal(self.random.randrange(900))
        card_months.close(
            card, card.next_month, statement=figure, explanation="差", by=by, at=self.at
        )

    def mend(self, workshop: VehicleWorkshop, driver: Person, by: Person) -> None:
        mine: dict[str, Any] = {"by": driver, "at": self.at}
        asked = service.ask(
            vehicle=self.random.choice(self.vehicles), kind="repair", title="刹车",
            workshop=workshop, estimate=Decimal(500), **mine,
        )  # fmt: skip
        service.approve(asked, by=by, at=self.at)
        service.bring(asked, expected_back=self.at.date(), **mine)
        service.fetch(asked, words="换片", **mine)
        service.bill(
            asked, invoice=f"F{asked.pk}", billed_on=self.at.date(), labour=Decimal(80),
            parts=[service.Part("刹车片", Decimal(2), Decimal("90.50"))], **mine,
        )  # fmt: skip

    def scrape(self, driver: Person, by: Person) -> None:
        incident = incidents.write_down(
            by=driver, at=self.at, vehicle=self.random.choice(self.vehicles), driver=driver,
            kind=self.random.choice(["accident", "violation"]), where="校门", description="擦碰",
            happened_at=self.at - timedelta(days=1),
        )  # fmt: skip
        incidents.change(incident, cost=Decimal(self.random.randrange(900)), by=by, at=self.at)


@pytest.fixture
def busy(registered, carded, driver, fleet_manager, head, workshop):
    """`busy(seed)`: a hundred acts over three months; some are refused."""

    def run(seed: int) -> None:
        vehicles = [registered(f"苏D000{n}", tank_litres=None) for n in (1, 2)]
        held = [carded(each, f"1000 {n}") for n, each in enumerate(vehicles)]
        chance = Chance(seed, vehicles, held)
        keeper_s = (chance.cancel, chance.top_up, chance.correct, chance.close)
        acts: list[Callable[[], object]] = [
            *[partial(chance.fill, driver)] * 8,
            partial(chance.scrape, driver, head),
            partial(chance.mend, workshop, driver, fleet_manager),
            *[partial(chance.put_right, head)] * 2,
            *[partial(act, fleet_manager) for act in keeper_s],
        ]
        chance.fill(driver)
        for _step in range(100):
            chance.at += timedelta(hours=chance.random.randrange(1, 30))
            try:
                chance.random.choice(acts)()
            except (Refused, ValidationError):
                continue

    return run


def judged(tanks: list[TankInterval]) -> list[tuple[int, Decimal, bool]]:
    """Kilometres, quantity and whether it stands out, of the stored intervals of one vehicle."""
    return [(each.km, each.quantity, each.is_outlier) for each in tanks]


def far_off(value: Decimal, earlier: list[Decimal]) -> bool:
    if len(earlier) < 3:
        return False
    middle = median(earlier).quantize(CENT, ROUND_HALF_UP)
    return not middle * 75 <= value * 100 <= middle * 125


def recounted(records: list[RefuelRecord]) -> list[tuple[int, Decimal, bool]]:
    """The same, from the live records of one vehicle in their order and nothing else."""
    told: list[tuple[int, Decimal, bool]] = []
    usual: list[Decimal] = []
    since, filled = None, Decimal(0)
    for record in records:
        filled += record.quantity
        if not record.is_full:
            continue
        assert record.reading  # a live record has one
        if since is not None and record.reading.km > since:
            km = record.reading.km - since
            per_100 = (filled * 100 / km).quantize(CENT, ROUND_HALF_UP)
            told.append((km, filled, far_off(per_100, usual[-10:])))
            usual.append(per_100)
        since, filled = record.reading.km, Decimal(0)
    return told


@pytest.mark.parametrize("seed", range(4))
def test_everything_adds_up(seed, busy, head, semester):
    busy(seed)
    for card in FuelCard.objects.all():
        moves = card.moves.order_by("-pk")
        assert card.balance == moves.aggregate(sum=Sum("amount"))["sum"] == moves[0].balance
    for tally in (FUEL_BY_DAY, TANKS_BY_DAY, SERVICE_BY_DAY, INCIDENTS_BY_DAY, MOVES_BY_MONTH):
        assert kept(tally) == counted(tally) != set()
    live = RefuelRecord.objects.live().select_related("reading").order_by("at", "pk")
    for vehicle in {each.vehicle_id for each in live}:
        tanks = TankInterval.objects.filter(vehicle=vehicle).order_by("at", "pk")
        assert judged(list(tanks)) == recounted(list(live.filter(vehicle=vehicle)))
    figures_are_proved(head, semester)


def figures_are_proved(head, semester) -> None:
    """Each number equals the rows of the list behind it."""
    spans = spans_of(semester, AT.date() + timedelta(days=80))
    fuel, used, costs = running.groups(spans)
    pages = {0: REFUELS, 1: TANKS, 2: BILLS}
    fills, outliers, bills = fuel.lines[0], used.lines[3], costs.lines[0]
    for number, line in enumerate((fills, outliers, bills)):
        for value in line.values:
            assert value.number == rows_behind(pages[number], head, value.path)
    sums = ((fuel.lines[1], "quantity"), (fuel.lines[3], "amount"), (fuel.lines[4], "amount"))
    for line, field in sums:
        for value in line.values:
            rows = rows_behind_in(REFUELS, head, value.path)
            assert value.number == sum(getattr(each, field) for each in rows)
    for line in costs.lines[2:4]:
        for value in line.values:
            assert value.number == rows_behind(INCIDENTS, head, value.path)
    whole = spans[:1]
    assert money.total_fuel(money.fuel_of(whole)[0]).money == fuel.lines[3].values[0].number
    of_each = [money.fuel_of(whole, of=vehicle)[0] for vehicle in Vehicle.objects.all()]
    assert {pk: fuel for one in of_each for pk, fuel in one.items()} == money.fuel_of(whole)[0]
    assert sum(money.service_of(whole)[0].values()) == sum(
        each.total for each in ServiceBill.objects.all()
    )
    for value in costs.lines[4].values:
        rows = rows_behind_in(INCIDENTS, head, value.path)
        assert value.number == sum(each.cost or 0 for each in rows)
    tanks = rows_behind_in(TANKS, head, used.lines[0].values[0].path)
    on_100 = sum(each.quantity for each in tanks) * 100 / sum(each.km for each in tanks)
    assert used.lines[0].values[0].number == on_100
