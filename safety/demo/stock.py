"""Chemicals in the laboratory and fire equipment of the demo school."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from campus.models import Person, Place
from campus.places.models import Use
from inspections.actions import walking
from inspections.models import Checklist
from safety.actions import chemicals, equipment
from safety.demo.days import Days
from safety.models import Chemical, ChemicalMove, FireEquipment
from safety.models.equipment import ROUND

STOCK = (
    ("无水乙醇", "64-17-5", "分析纯", "none", "mL", 5000),
    ("浓硫酸", "7664-93-9", "98%", "precursor", "mL", 2500),
    ("盐酸", "7647-01-0", "36%", "precursor", "mL", 2500),
    ("硝酸钾", "7757-79-1", "分析纯", "explosive", "g", 1000),
    ("高锰酸钾", "7722-64-7", "分析纯", "explosive", "g", 500),
    ("氢氧化钠", "1310-73-2", "分析纯", "none", "g", 2000),
)  # fmt: skip
# How many of the places the month's round has seen by the day.
WALKED = 0.7
# So many pieces of each sort, about what a school of three buildings has along two corridors.
PIECES = (("powder", 44), ("co2", 6), ("water", 4), ("hydrant", 8), ("light", 6))


def fill(random: Random, day: date) -> None:
    """A store with its ledger, and what hangs along the corridors."""
    days = Days(day)
    fill_store(random, days)
    hang(random, days)
    walk_round(random, days)


def fill_store(random: Random, days: Days) -> None:
    """Received, drawn for lessons, counted every half month; one waits for a signature."""
    safety, head = Person.objects.get(number="safety"), Person.objects.get(number="head")
    keeper, teacher = Person.objects.staff().order_by("number")[30:32]
    place = Place.objects.filter(use=Use.LABORATORY).order_by("code").first()
    for number, (name, cas, spec, control, unit, amount) in enumerate(STOCK):
        chemical = chemicals.write_chemical(
            Chemical(), name=name, cas=cas, spec=spec, control=control, unit=unit, place=place,
            keeper=keeper, second_keeper=safety, by=head, at=days.at(55),
        )  # fmt: skip
        keepers = Keepers(keeper, safety, days)
        keepers.move(chemical, "receipt", Decimal(amount), 50, purpose="教育装备中心统购")
        for lesson in range(3):
            draw(random, chemical, keepers, teacher, 40 - lesson * 12 + number)
        chemicals.take_stock(
            chemical, counted=chemicals.balance_of(chemical), second=safety, note="", by=keeper,
            at=days.at(4 + number, 16),
        )  # fmt: skip
    waiting = Chemical.objects.get(name="高锰酸钾")
    chemicals.move(
        waiting, kind="issue", amount=Decimal(20), purpose="高一氧化还原实验", taker=teacher,
        second_taker=keeper, by=keeper, at=days.at(1, 15),
    )  # fmt: skip


@dataclass(frozen=True)
class Keepers:
    """Who keeps a store, and who signs beside."""

    first: Person
    second: Person
    days: Days

    def move(
        self, chemical: Chemical, kind: str, amount: Decimal, ago: int, **facts: Any
    ) -> ChemicalMove:
        """A move that both have signed where it is controlled."""
        at = self.days.at(ago)
        move = chemicals.move(chemical, kind=kind, amount=amount, by=self.first, at=at, **facts)
        if not move.is_signed:
            move = chemicals.sign(move, by=self.second, at=self.days.at(ago, 9))
        return move


def draw(random: Random, chemical: Chemical, keepers: Keepers, teacher: Person, ago: int) -> None:
    """Drawn for a lesson, and what is left of it comes back the same day."""
    amount = Decimal(random.randrange(20, 80))
    issue = keepers.move(
        chemical, "issue", amount, ago, purpose="高二化学实验", taker=teacher,
        second_taker=keepers.first,
    )  # fmt: skip
    rest = Decimal(random.randrange(0, 20))
    keepers.move(chemical, "return", rest, ago, issue=issue)


def hang(random: Random, days: Days) -> None:
    """Most are in order; some should have been serviced."""
    head = Person.objects.get(number="head")
    corridors = list(Place.objects.filter(use=Use.CORRIDOR).order_by("code"))
    number = 0
    for sort, count in PIECES:
        for _piece in range(count):
            number += 1
            made = days.day - timedelta(days=random.randrange(200, 2600))
            serviced = made + timedelta(days=5 * 365) if random.randrange(3) else None
            known = serviced if serviced and serviced <= days.day else None
            equipment.write_equipment(
                FireEquipment(), sort=sort, code=f"XF-{number:03}", made_on=made,
                place=corridors[number % len(corridors)], last_service=known, by=head,
                at=days.at(40),
            )  # fmt: skip


def walk_round(random: Random, days: Days) -> None:
    """The monthly round is planned, and walked at most of its places this month."""
    safety = Person.objects.get(number="safety")
    equipment.lay_round(by=safety, at=days.at(0))
    checklist = Checklist.objects.select_related("current").get(code=ROUND)
    hung = FireEquipment.objects.hanging().values("place")
    for place in Place.objects.filter(pk__in=hung).order_by("code"):
        if random.random() < WALKED:
            begun = walking.start_at(checklist, place, by=safety, at=days.at(0, minute=1))
            walking.finish(begun, by=safety, at=days.at(0, minute=9))
