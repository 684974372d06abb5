"""Fuel cards: each yuan in the ledger, never below zero, one card for one vehicle."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from decimal import Decimal
from threading import Barrier

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, IntegrityError, connection, transaction

from campus.doors import Refused
from tests.vehicles.running.conftest import AT, OPENED, fill_of, fresh, moment
from vehicles.actions import cards, refuels
from vehicles.models import CardMove, CardTurn, FuelCard


def test_a_top_up_a_fill_and_a_count_leave_what_they_add_up_to(card, filled, fleet_manager):
    filled()
    cards.correct(card, there=Decimal("2690.50"), reason="站方扣卡费", by=fleet_manager, at=AT)
    rows = (
        CardMove.objects.filter(card=card).order_by("pk").values_list("kind", "amount", "balance")
    )
    assert list(rows) == [
        ("top_up", Decimal(3000), Decimal(3000)), ("refuel", Decimal(-300), Decimal(2700)),
        ("correction", Decimal("-9.50"), Decimal("2690.50")),
    ]  # fmt: skip
    assert fresh(card).balance == Decimal("2690.50")


@pytest.mark.parametrize(
    ("amount", "on", "told"),
    [("3000.01", OPENED, "3,000"), ("100", date(2025, 8, 31), "2025")],
)
def test_a_card_is_topped_up_within_the_limit_and_in_open_months(
    card, fleet_manager, amount, on, told
):
    with pytest.raises(Refused, match=told):
        cards.top_up(card, amount=Decimal(amount), on=on, by=fleet_manager, at=AT)
    with pytest.raises(ValidationError):
        cards.top_up(card, amount=Decimal(-5), on=AT.date(), by=fleet_manager, at=AT)
    assert fresh(card).balance == 3000


def test_the_books_are_corrected_for_a_reason_and_only_where_they_differ(card, fleet_manager):
    with pytest.raises(Refused):
        cards.correct(card, there=Decimal(3000), reason="x", by=fleet_manager, at=AT)
    with pytest.raises(ValidationError):
        cards.correct(card, there=Decimal(2999), reason="", by=fleet_manager, at=AT)


def test_a_card_changes_the_vehicle_on_a_day(car, card, registered, carded, fleet_manager):
    other, by = registered("苏D00002"), {"by": fleet_manager, "at": AT}
    mine = carded(other, "1000 0002", 0)
    cards.give(card, to=other, starts_on=date(2025, 11, 1), **by)
    turns = CardTurn.objects.order_by("starts_on", "pk")
    assert list(turns.values_list("card__number", "vehicle__plate", "starts_on", "ends_on")) == [
        (card.number, car.plate, OPENED, date(2025, 10, 31)),
        (mine.number, other.plate, OPENED, date(2025, 10, 31)),
        (card.number, other.plate, date(2025, 11, 1), None),
    ]
    with pytest.raises(Refused, match="苏D00002"):
        cards.give(mine, to=other, starts_on=date(2025, 10, 1), **by)
    with pytest.raises(Refused):
        cards.give(card, to=car, starts_on=date(2025, 8, 1), **by)


def test_the_database_lets_no_vehicle_have_two_cards_and_no_card_two_vehicles(
    car, card, registered, carded, fleet_manager
):
    other = registered("苏D00002")
    mine = carded(other, "1000 0002", 0)
    for wrong in ({"card": card, "vehicle": other}, {"card": mine, "vehicle": car}):
        with pytest.raises(IntegrityError), transaction.atomic():
            CardTurn.objects.create(starts_on=AT.date(), by=fleet_manager, **wrong)


def test_nobody_changes_the_ledger_and_no_balance_falls_below_zero(card):
    moves, balance = CardMove.objects.filter(card=card), FuelCard.objects.filter(pk=card.pk)
    for change in (
        lambda: moves.update(amount=1), lambda: moves.delete(), lambda: balance.update(balance=-1),
    ):  # fmt: skip
        with pytest.raises(DatabaseError), transaction.atomic():
            change()


def test_a_card_is_stopped_when_nothing_is_left_on_it(card, fleet_manager):
    by = {"by": fleet_manager, "at": AT}
    with pytest.raises(Refused, match="3,000"):
        cards.stop(card, on=AT.date(), words="遗失", **by)
    cards.correct(card, there=Decimal(0), reason="余额退回", **by)
    cards.stop(card, on=AT.date(), words="遗失", **by)
    assert (fresh(card).stopped_on, card.turns.get().ends_on) == (AT.date(), AT.date())
    for act in (
        lambda: cards.stop(card, on=AT.date(), words="x", **by),
        lambda: cards.top_up(card, amount=Decimal(1), on=AT.date(), **by),
    ):
        with pytest.raises(Refused):
            act()


def test_a_number_is_written_once(card, fleet_manager):
    with pytest.raises(ValidationError):
        cards.write_card(
            FuelCard(), number="1000 0001", issuer="x", opened_on=OPENED, by=fleet_manager, at=AT
        )


@pytest.mark.django_db(transaction=True)
def test_two_fills_at_the_same_moment_never_leave_less_than_nothing(
    registered, carded, driver, fleet_manager
):
    """One card, two hands: 300 yuan are there, and each takes 200."""
    car = registered()
    card, barrier = carded(car, topped=300), Barrier(2)

    def fill(case) -> str:
        by, minute = case
        what = fill_of(
            car, at=moment(11, 3, 9, minute), km=10_000 + minute, quantity=Decimal(20),
            price=Decimal(10),
        )  # fmt: skip
        try:
            barrier.wait(timeout=10)
            refuels.record(what, by=by, at=AT.replace(hour=12))
            return "filled"
        except Refused as refused:
            return str(refused)
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        told = set(pool.map(fill, [(driver, 0), (fleet_manager, 1)]))
    [refused] = told - {"filled"}
    assert "100.00" in refused
    assert (fresh(card).balance, CardMove.objects.filter(kind="refuel").count()) == (100, 1)
