"""The store: what comes and goes, never below zero, each piece in the ledger."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from decimal import Decimal
from threading import Barrier

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, IntegrityError, connection, transaction

from campus.doors import Refused
from repairs.actions import stock, supplies
from repairs.models import Stock, StockMove, Supply
from tests.repairs.conftest import AT, there, told


def test_a_receipt_a_part_of_it_and_the_rest_leave_nothing(valve, storekeeper):
    stock.receive(valve, 5, price=Decimal("3.50"), invoice="FP2", by=storekeeper, at=AT)
    assert there(valve) == (15, Decimal("37.50"))
    moved = stock.take(valve, 4, by=storekeeper, at=AT)
    assert (moved.quantity, moved.amount) == (-4, Decimal("-10.00"))
    stock.take(valve, 11, by=storekeeper, at=AT)
    assert there(valve) == (0, Decimal(0))
    rows = StockMove.objects.filter(supply=valve).values_list("balance", "balance_value")
    assert list(rows) == [
        (10, Decimal(20)), (15, Decimal("37.50")), (11, Decimal("27.50")), (0, Decimal(0)),
    ]  # fmt: skip


def test_cents_that_do_not_divide_go_with_the_last_piece(stocked, storekeeper):
    thirds = stocked("螺丝", 3, "3.33")
    stock.receive(thirds, 1, price=Decimal("0.02"), invoice="F", by=storekeeper, at=AT)
    for _piece in range(4):
        stock.take(thirds, 1, by=storekeeper, at=AT)
    assert there(thirds) == (0, Decimal(0))


def test_more_than_there_is_does_not_leave(valve, storekeeper):
    with pytest.raises(Refused, match="10"):
        stock.take(valve, 11, by=storekeeper, at=AT)
    assert there(valve) == (10, Decimal(20))


@pytest.mark.django_db(transaction=True)
def test_two_keepers_at_once_do_not_go_below_zero(valve, storekeeper, head):
    barrier = Barrier(2)

    def take(by) -> str:
        try:
            barrier.wait(timeout=10)
            stock.take(valve, 6, by=by, at=AT)
            return "took"
        except Refused:
            return "was told"
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(take, [storekeeper, head])) == ["took", "was told"]
    assert there(valve) == (4, Decimal(8))


@pytest.mark.django_db(transaction=True)
def test_two_who_hand_out_the_same_items_in_turn_do_not_block_each_other(
    stocked, storekeeper, head
):
    items, barrier = [stocked("甲", 50), stocked("乙", 50)], Barrier(2)

    def give(case) -> None:
        by, order = case
        try:
            barrier.wait(timeout=10)
            for _time in range(5):
                lines = [supplies.Line(item, 1) for item in order]
                supplies.hand_out(lines, title="x", receiver=by, by=by, at=AT)
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(give, [(storekeeper, items), (head, items[::-1])]))
    assert [there(item)[0] for item in items] == [40, 40]


def test_a_count_corrects_and_says_why(valve, storekeeper):
    moved = stock.count(valve, 7, reason="月末盘点", by=storekeeper, at=AT)
    assert (moved.quantity, moved.amount, there(valve)) == (-3, Decimal(-6), (7, Decimal(14)))
    stock.count(valve, 9, reason="找到两个", by=storekeeper, at=AT)
    assert there(valve) == (9, Decimal(18))
    stock.count(valve, 0, reason="水淹", by=storekeeper, at=AT)
    stock.count(valve, 2, reason="晾干可用", by=storekeeper, at=AT)
    assert there(valve) == (2, Decimal(4))
    with pytest.raises(Refused):
        stock.count(valve, 2, reason="再点", by=storekeeper, at=AT)
    with pytest.raises(ValidationError):
        stock.count(valve, 3, reason="", by=storekeeper, at=AT)


def test_no_move_stands_before_another(valve, storekeeper):
    late = stock.take(valve, 1, by=storekeeper, at=AT + timedelta(hours=1))
    early = stock.take(valve, 1, by=storekeeper, at=AT)
    assert early.at == late.at


def test_the_keeper_is_told_once_for_each_fall_below_the_minimum(stocked, storekeeper):
    item = stocked("灯管", 10, minimum=5)
    for _time in range(3):
        stock.take(item, 2, by=storekeeper, at=AT)
    stock.take(item, 1, by=storekeeper, at=AT)
    assert told(storekeeper) == [stock.LOW]
    stock.receive(item, 10, price=Decimal(2), invoice="F", by=storekeeper, at=AT)
    assert not Stock.objects.get(supply=item).is_low
    stock.take(item, 9, by=storekeeper, at=AT)
    assert told(storekeeper) == [stock.LOW, stock.LOW]
    assert list(Supply.objects.low()) == [item]


def test_a_minimum_that_is_raised_is_told_too_and_a_new_item_is_not(stocked, storekeeper):
    item = stocked("合页", 10)
    stocked("新物品", 0, minimum=5)
    assert told(storekeeper) == []
    supplies.write_supply(item, minimum=20, by=storekeeper, at=AT)
    assert told(storekeeper) == [stock.LOW]


@pytest.mark.parametrize(
    "wrong", [{"name": "水龙头阀芯"}, {"unit": ""}, {"category": "toys"}, {"minimum": -1}]
)
def test_what_must_not_be_is_no_item(valve, storekeeper, wrong):
    facts = {"name": "另一件", "unit": "个", "category": "parts", **wrong}
    with pytest.raises(ValidationError):
        supplies.write_supply(Supply(), by=storekeeper, at=AT, **facts)


def test_nobody_changes_a_ledger(valve):
    for change in (
        lambda moves: moves.update(quantity=99),
        lambda moves: moves.delete(),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            change(StockMove.objects.filter(supply=valve))


@pytest.mark.parametrize("wrong", [{"quantity": -1}, {"value": -1}, {"quantity": 0}])
def test_the_database_keeps_the_balance_above_zero(valve, wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        Stock.objects.filter(supply=valve).update(**wrong)
