"""Each figure of repairs equals the rows of the list behind it."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from campus.figures import Span, spans_of
from repairs.actions import parts, spares, stock
from repairs.figures import assets, supplies
from repairs.figures.tickets import backlog, groups
from repairs.lists import ASSETS, LOANS, SPARES, STOCK_MOVES, SUPPLIES, TICKETS
from repairs.models import Ticket
from tests.campus.lists.counting import rows_behind, rows_behind_in
from tests.repairs.conftest import AT, moment

TODAY = date(2026, 1, 20)


@pytest.mark.parametrize("seed", range(4))
def test_a_number_is_the_number_of_rows_behind_it(seed, busy, head, semester):
    busy(seed)
    [group] = groups(spans_of(semester, TODAY))
    counted = [line for line in group.lines if line.words is str]
    told = {
        (str(line.label), value.path): value.number
        for line in counted for value in line.values
    }  # fmt: skip
    assert told == {key: rows_behind(TICKETS, head, key[1]) for key in told}
    assert {age.path: age.count for age in backlog(TODAY)} == {
        age.path: rows_behind(TICKETS, head, age.path) for age in backlog(TODAY)
    }


def test_money_and_stars_are_the_sum_of_the_rows(busy, head, semester):
    for seed in range(3):
        busy(seed)
    [group] = groups(spans_of(semester, TODAY))
    bills = group.lines[-1]
    assert bills.values[0].number == sum(each.bill for each in Ticket.objects.all())
    rated = [each.rating or 0 for each in Ticket.objects.exclude(rating=None)]
    assert rated
    assert group.lines[-2].values[0].number == sum(rated) / len(rated)


def test_the_page_asks_the_same_few_questions_and_pupils_do_not_read_it(
    signed_in, head, pupil, semester, busy
):
    browser = signed_in(head)

    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert browser.get(f"/repairs/figures/?semester={semester.pk}").status_code == 200
        return len(queries)

    asked()
    few = asked()
    busy(2)
    assert asked() == few == 7
    assert signed_in(pupil).get("/repairs/figures/").status_code == 403


def test_the_store_s_page_asks_the_same_few_questions_and_is_for_those_who_keep_it(
    signed_in, storekeeper, technician, semester, stocked, registered
):
    browser = signed_in(storekeeper)

    def asked() -> int:
        path = f"/repairs/supplies/figures/?semester={semester.pk}"
        with CaptureQueriesContext(connection) as queries:
            assert browser.get(path).status_code == 200
        return len(queries)

    asked()
    few = asked()
    stocked("灯管")
    registered()
    assert asked() == few <= 12
    assert signed_in(technician).get("/repairs/supplies/figures/").status_code == 403


def test_the_store_is_told_by_month_and_the_list_of_moves_proves_it(
    semester, head, storekeeper, stocked, reported
):
    item = stocked("灯管", 10)
    parts.take_for_ticket(reported(), item, 3, by=head, at=AT)
    stock.take(item, 2, by=storekeeper, at=moment(12, 3, 9))
    stock.count(item, 4, reason="盘点", by=storekeeper, at=moment(12, 4, 9))
    whole, months = (
        {str(line.label): line.values[0] for line in supplies.group(spans).lines}
        for spans in (spans_of(semester, TODAY), [Span("", date(2025, 12, 1), date(2025, 12, 31))])
    )
    assert [value.number for value in whole.values()] == [20, 10, 6, -2]
    assert [value.number for value in months.values()] == [0, 4, 0, -2]
    for value in (*whole.values(), *months.values()):
        moves = rows_behind_in(STOCK_MOVES, head, value.path)
        assert abs(sum(move.amount for move in moves)) == abs(value.number or 0)


def test_today_s_numbers_are_the_rows_of_their_lists(head, asset, spare, stocked, reported):
    item = stocked("灯管", 10, minimum=20)
    ticket = reported(asset=asset)
    parts.take_for_ticket(ticket, item, 3, by=head, at=AT)
    spares.lend(spare, borrower=head, due_on=AT.date(), by=head, at=AT)
    told = [line.values[0] for line in assets.today_lines(date(2025, 11, 9))]
    assert [value.number for value in told] == [2, 0, 1, 1, 1, 1]
    store = [line.values[0] for line in supplies.today_lines()]
    assert [value.number for value in store] == [1, Decimal(14), 0, 0]
    later = date(2025, 11, 9)
    pages = [ASSETS, ASSETS, SPARES, LOANS, LOANS, SUPPLIES]
    for page, value in zip(pages, [told[0], *told[2:], store[0]], strict=True):
        assert rows_behind(page, head, value.path, today=later) == value.number
