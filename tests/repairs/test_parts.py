"""Parts for tickets: taken, costed, given back."""

from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from threading import Barrier

import pytest
from django.db import connection

from campus.doors import Refused
from campus.models import TimelineEntry
from repairs.actions import parts as actions
from repairs.actions import tickets
from repairs.models import StockMove
from tests.repairs.conftest import AT, there


def test_a_part_is_the_tickets_cost(ticket, valve, technician):
    actions.take_for_ticket(ticket, valve, 3, by=technician, at=AT)
    part = actions.used_of(ticket, valve)
    assert part
    assert (part.quantity, part.cost, there(valve)[0]) == (3, Decimal(6), 7)
    assert StockMove.objects.get(ticket=ticket).kind == "issue"
    assert actions.TAKEN in [entry.text for entry in TimelineEntry.objects.of(ticket)]


def test_what_was_not_used_goes_back_at_its_cost(ticket, valve, technician):
    actions.take_for_ticket(ticket, valve, 3, by=technician, at=AT)
    actions.give_back(ticket, valve, 2, by=technician, at=AT)
    part = actions.used_of(ticket, valve)
    assert part
    assert (part.quantity, part.cost, there(valve)) == (1, Decimal(2), (9, Decimal(18)))
    with pytest.raises(Refused, match="1"):
        actions.give_back(ticket, valve, 2, by=technician, at=AT)
    actions.give_back(ticket, valve, 1, by=technician, at=AT)
    assert (actions.used_for(ticket), there(valve)) == ([], (10, Decimal(20)))


def test_nothing_is_taken_for_what_is_not_mended(ticket, valve, technician, dispatcher):
    tickets.reject(ticket, words="不属报修", by=dispatcher, at=AT)
    with pytest.raises(Refused):
        actions.take_for_ticket(ticket, valve, 1, by=technician, at=AT)
    assert there(valve)[0] == 10


def test_no_more_than_there_is(ticket, valve, technician):
    with pytest.raises(Refused, match="10"):
        actions.take_for_ticket(ticket, valve, 11, by=technician, at=AT)


@pytest.mark.django_db(transaction=True)
def test_two_who_give_back_the_same_at_once_give_it_back_once(
    ticket, valve, technician, dispatcher
):
    actions.take_for_ticket(ticket, valve, 3, by=technician, at=AT)
    barrier = Barrier(2)

    def give(by) -> str:
        try:
            barrier.wait(timeout=10)
            actions.give_back(ticket, valve, 2, by=by, at=AT)
            return "gave"
        except Refused:
            return "was told"
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(give, [technician, dispatcher])) == ["gave", "was told"]
    assert there(valve)[0] == 9
