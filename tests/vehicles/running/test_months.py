"""Months of fuel cards: reconciled with the station's statement, checked by another, locked."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction

from campus.doors import Refused
from campus.rows import read
from tests.vehicles.running.conftest import fresh, moment
from vehicles.actions import card_months, cards, refuels
from vehicles.agenda import running as agenda
from vehicles.models import CardMonth, CardMove
from vehicles.models.card_figures import figures_of

SEPTEMBER, OCTOBER, NOVEMBER = date(2025, 9, 1), date(2025, 10, 1), date(2025, 11, 1)
LATER = moment(11, 4)


def closed(card, month, by, statement="0", explanation="", at=LATER) -> CardMonth:
    return card_months.close(
        card, month, statement=Decimal(statement), explanation=explanation, by=by, at=at
    )


def test_a_month_opens_with_what_the_one_before_has_left(car, card, filled, fleet_manager):
    filled(at=moment(9, 10), km=10_000)
    filled(at=moment(10, 10), km=10_500, quantity=Decimal(30))
    filled(at=moment(10, 30), km=10_900, quantity=Decimal(32))
    cards.correct(
        card, there=Decimal(2200), reason="卡费", by=fleet_manager, at=moment(10, 31, 23, 59)
    )
    figures = figures_of([card], OCTOBER)[card.pk]
    assert vars(figures) == {
        "vehicle": car, "unit": "litre", "opening": Decimal(2700), "top_ups": Decimal(0),
        "refuels": Decimal(465), "corrections": Decimal(-35), "closing": Decimal(2200),
        "quantity": Decimal(62), "km": 900, "used": Decimal(62), "used_km": 900,
    }  # fmt: skip
    closed(card, SEPTEMBER, fleet_manager, "300")
    made = closed(card, OCTOBER, fleet_manager, "470", "站方多记一笔手续费")
    assert (made.opening, made.closing, made.difference) == (
        Decimal(2700),
        Decimal(2200),
        Decimal(5),
    )
    assert made.per_100_km == pytest.approx(Decimal("6.8889"), abs=Decimal("0.0001"))


def test_months_are_closed_one_after_the_other_when_they_are_over(card, fleet_manager):
    for wrong in (OCTOBER, date(2025, 8, 1)):
        with pytest.raises(Refused):
            closed(card, wrong, fleet_manager)
    with pytest.raises(Refused):
        closed(card, SEPTEMBER, fleet_manager, at=moment(9, 30))
    closed(card, SEPTEMBER, fleet_manager)
    closed(card, OCTOBER, fleet_manager)
    with pytest.raises(Refused):
        closed(card, OCTOBER, fleet_manager)
    with pytest.raises(Refused):
        closed(card, NOVEMBER, fleet_manager)
    assert fresh(card).closed_until == OCTOBER


def test_a_difference_is_explained(card, filled, fleet_manager):
    filled(at=moment(9, 10))
    with pytest.raises(ValidationError):
        closed(card, SEPTEMBER, fleet_manager, "299.99")
    assert closed(card, SEPTEMBER, fleet_manager, "299.99", "抹零").difference == Decimal("-0.01")


def test_another_person_checks(card, fleet_manager, head):
    made = closed(card, SEPTEMBER, fleet_manager)
    with pytest.raises(Refused):
        card_months.check(made, by=fleet_manager, at=LATER)
    card_months.check(made, by=head, at=LATER)
    with pytest.raises(Refused, match=head.name):
        card_months.check(made, by=head, at=LATER)


def test_what_comes_late_counts_in_the_month_that_is_open(card, filled, fleet_manager):
    refuel = filled(at=moment(9, 10), km=10_000)
    closed(card, SEPTEMBER, fleet_manager, "300")
    late = filled(at=moment(9, 20), km=10_200, entered=LATER)
    refuels.cancel(refuel, why="不是本车", by=fleet_manager, at=LATER)
    rows = CardMove.objects.exclude(kind="top_up").order_by("pk").values_list("kind", "counts_on")
    assert list(rows) == [
        ("refuel", date(2025, 9, 10)), ("refuel", LATER.date()), ("back", LATER.date()),
    ]  # fmt: skip
    assert (late.at, CardMonth.objects.get().refuels) == (moment(9, 20), Decimal(300))
    assert figures_of([card], SEPTEMBER)[card.pk].refuels == 300
    assert figures_of([card], NOVEMBER)[card.pk].refuels == 0
    with pytest.raises(Refused):
        cards.top_up(card, amount=Decimal(9), on=date(2025, 9, 30), by=fleet_manager, at=LATER)


def test_the_database_keeps_a_closed_month_as_it_was_signed(card, fleet_manager):
    closed(card, SEPTEMBER, fleet_manager)
    rows = CardMonth.objects.all()
    late = CardMove(
        card=card, kind="top_up", amount=1, balance=1, counts_on=date(2025, 9, 9),
        by=fleet_manager, at=LATER,
    )  # fmt: skip
    for change in (
        lambda: rows.update(statement=5, explanation="x"), lambda: rows.delete(), late.save,
        lambda: rows.update(checked_by=fleet_manager, checked_at=LATER),
    ):  # fmt: skip
        with pytest.raises(DatabaseError), transaction.atomic():
            change()


def test_my_day_asks_for_the_ledger_from_the_25th_and_for_the_month_when_it_is_over(
    card, filled, fleet_manager, head, driver
):
    def asked(person, at) -> list[tuple[str, date | None]]:
        return [(each.title, each.due) for each in read(agenda.waiting(person, at))]

    name = "中国石化 1000 0001"
    assert asked(fleet_manager, moment(9, 24)) == []
    ledger = ("2025年9月加油台账：请补登记", date(2025, 9, 30))
    assert asked(fleet_manager, moment(9, 25)) == [ledger]
    month = (f"2025年9月油卡对账：{name}", date(2025, 10, 5))
    assert asked(fleet_manager, moment(10, 1)) == [month]
    assert asked(driver, moment(10, 1)) == []
    closed(card, SEPTEMBER, fleet_manager, at=moment(10, 2))
    assert asked(fleet_manager, moment(10, 2)) == []
    assert asked(head, moment(10, 2)) == [(f"复核2025年9月对账：{name}", date(2025, 10, 5))]
