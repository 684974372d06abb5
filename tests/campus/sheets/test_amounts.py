"""Amounts of money, as programs and people write them."""

from decimal import Decimal

import pytest

from campus.sheets.table import Kind
from campus.sheets.values import NOT_AMOUNT, Faulty, value_of


@pytest.mark.parametrize(
    ("value", "amount"),
    [
        (3200, "3200"), (2890.5, "2890.5"), ("2,890.50", "2890.50"), ("￥1，234.5", "1234.5"),
        ("12元", "12"), (0.1 + 0.2, "0.30"), ("-5", "-5"), (19.995, "20.00"), (" 8 ", "8"),
    ],
)  # fmt: skip
def test_an_amount_is_read_to_the_cent(value, amount):
    assert value_of(value, Kind.AMOUNT) == Decimal(amount)


@pytest.mark.parametrize("value", ["约三千", "1.2.3", "12,34", "1e5", "9999999999", "--1"])
def test_what_is_no_amount_is_told(value):
    with pytest.raises(Faulty) as refused:
        value_of(value, Kind.AMOUNT)
    assert refused.value.text == NOT_AMOUNT


def test_an_empty_cell_is_none():
    assert [value_of(value, Kind.AMOUNT) for value in (None, "", " ")] == [None, None, None]
