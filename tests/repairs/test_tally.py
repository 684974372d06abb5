"""What the database counts by itself always equals a count of the rows."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from decimal import Decimal
from threading import Barrier

import pytest
from django.db import connection

from repairs.actions import assets, parts, stock
from repairs.models import ASSETS_BY_STATE, MOVES_BY_DAY, TICKETS_BY_DAY, Category, Ticket
from tests.campus.tallied import counted, kept
from tests.repairs.conftest import AT, moment


@pytest.mark.parametrize("seed", range(5))
def test_after_anything_that_people_do(seed, busy):
    busy(seed)
    assert kept(TICKETS_BY_DAY) == counted(TICKETS_BY_DAY) != set()
    free = Ticket.objects.filter(merged_into=None, merged_cases=None)
    free.update(category=Category.objects.get(code="fire"))
    assert kept(TICKETS_BY_DAY) == counted(TICKETS_BY_DAY)


def test_the_third_fault_at_a_place_within_half_a_year_is_a_repeated_one(reported):
    first, second, third = (reported(at=AT + timedelta(days=n)) for n in range(3))
    assert [each.earlier for each in (first, second, third)] == [0, 1, 2]
    assert list(Ticket.objects.repeated()) == [third]
    assert reported(at=AT + timedelta(days=300)).earlier == 0


def test_moves_of_the_store_by_day(reported, stocked, storekeeper, head):
    item, other = stocked("灯管", 10), stocked("门锁", 3)
    parts.take_for_ticket(reported(), item, 3, by=head, at=AT)
    stock.take(other, 2, by=storekeeper, at=moment(12, 3, 23, 59))
    stock.count(item, 9, reason="盘点", by=storekeeper, at=moment(12, 4, 0))
    assert kept(MOVES_BY_DAY) == counted(MOVES_BY_DAY)
    assert len(kept(MOVES_BY_DAY)) == 3


def test_assets_by_state(registered, storekeeper):
    first, second = registered("ZC-1", price=Decimal(900)), registered("ZC-2", is_spare=True)
    assets.change(first, price=Decimal(800), status="idle", by=storekeeper, at=AT)
    second.delete()
    assert kept(ASSETS_BY_STATE) == counted(ASSETS_BY_STATE)
    assert len(kept(ASSETS_BY_STATE)) == 1


@pytest.mark.django_db(transaction=True)
def test_two_people_who_move_assets_between_the_same_states_do_not_block_each_other(
    registered, storekeeper, head
):
    barrier = Barrier(2)

    def turn(case) -> None:
        asset, states, by = case
        try:
            for status in states * 10:
                barrier.wait(timeout=10)
                assets.change(asset, status=status, by=by, at=AT)
        finally:
            connection.close()

    turns = [
        (registered("ZC-1"), ["idle", "in_use"], storekeeper),
        (registered("ZC-2", status="idle"), ["in_use", "idle"], head),
    ]
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(turn, turns))
    assert kept(ASSETS_BY_STATE) == counted(ASSETS_BY_STATE)
