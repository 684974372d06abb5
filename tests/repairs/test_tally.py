"""What the database counts by itself always equals a count of the rows."""

from datetime import timedelta

import pytest
from django.db import connection

from repairs.models import TICKETS_BY_DAY, Category, Ticket, TicketTally
from tests.repairs.conftest import AT


def kept() -> dict:
    """The cells that are not empty, as the database keeps them."""
    names = [*TICKETS_BY_DAY.keys, *TICKETS_BY_DAY.sums]
    rows = TicketTally.objects.values_list(*names)
    return {row[:2]: row[2:] for row in rows if any(row[2:])}


def counted() -> dict:
    """The same, counted from the tickets."""
    with connection.cursor() as cursor:
        cursor.execute(TICKETS_BY_DAY.counted)
        return {row[:2]: row[2:] for row in cursor.fetchall() if any(row[2:])}


@pytest.mark.parametrize("seed", range(5))
def test_after_anything_that_people_do(seed, busy):
    busy(seed)
    assert kept() == counted()
    free = Ticket.objects.filter(merged_into=None, merged_cases=None)
    free.update(category=Category.objects.get(code="fire"))
    assert kept() == counted()


def test_the_third_fault_at_a_place_within_half_a_year_is_a_repeated_one(reported):
    first, second, third = (reported(at=AT + timedelta(days=n)) for n in range(3))
    assert [each.earlier for each in (first, second, third)] == [0, 1, 2]
    assert list(Ticket.objects.repeated()) == [third]
    assert reported(at=AT + timedelta(days=300)).earlier == 0
