"""One cell's value made what its column holds, or the sentence that says what is wrong with it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from django.utils.translation import gettext_noop

from campus.sheets.table import Cell, Kind

FORMULA = gettext_noop("This is a formula. Copy the column and paste it as values only.")
ERROR = gettext_noop("The cell shows the error %(error)s instead of a value.")
EMPTY = gettext_noop("This cell must be filled in.")
CUT = gettext_noop(
    "The program has shortened this long number to %(value)s. Format the column as text and type"
    " the number again."
)
BECAME_DAY = gettext_noop(
    "The program has made this a day (%(value)s). Format the column as text and type it again."
)
NOT_WHOLE = gettext_noop("“%(value)s” is not a whole number.")
NOT_AMOUNT = gettext_noop("“%(value)s” is not an amount. Write it as 1234.50.")
NOT_DAY = gettext_noop("“%(value)s” is not a day. Write it as 2025-09-01.")
DAY_AS_NUMBER = gettext_noop(
    "%(value)s is a day as a number. Format the column as a date (this cell would then show"
    " %(day)s), or write the day as 2025-09-01."
)
TOO_LONG = gettext_noop("This cell holds more than %(most)s characters.")

MOST_CHARACTERS = 500
# Fifteen digits are what a spreadsheet's numbers hold exactly.
_FIRST_INEXACT = 10**15
_SHORTENED = re.compile(r"\d(\.\d+)?[eE]\+\d+")
_THOUSANDS = re.compile(r",(?=\d{3}(\D|$))|，(?=\d{3}(\D|$))")
_WHOLE_WITH_ZERO = re.compile(r"(\d+)\.0+")
_DAY = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?")
_DAY_TOGETHER = re.compile(r"(\d{4})(\d{2})(\d{2})")
# Days of spreadsheets are counted from here; the plausible ones lie between 1954 and 2118.
_DAY_ZERO = date(1899, 12, 30)
_PLAUSIBLE_DAYS = range(20_000, 80_000)
_BLANKS = re.compile(r"\s+")
# Marks that are seen nowhere and come along when a table is pasted from a page.
_UNSEEN = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\u202a\u202c\x00"))


class Faulty(Exception):
    """A cell is wrong: a source string and its facts."""

    def __init__(self, text: str, **facts: Any) -> None:
        super().__init__(text)
        self.text = text
        self.facts = facts


def tidy(text: str) -> str:
    """Words with full-width digits and letters made plain (NFKC) and blanks made one."""
    plain = unicodedata.normalize("NFKC", text).translate(_UNSEEN)
    return _BLANKS.sub(" ", plain).strip()


def value_of(value: Any, kind: Kind) -> Cell:
    """What the cell says, as its column's kind; raises Faulty."""
    if isinstance(value, str):
        value = tidy(value)
        if len(value) > MOST_CHARACTERS:
            raise Faulty(TOO_LONG, most=MOST_CHARACTERS)
    return READERS[kind](value)


def is_blank(value: Any) -> bool:
    return value is None or (isinstance(value, str) and not tidy(value))


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime | date | time):
        raise Faulty(BECAME_DAY, value=_plain_day(value))
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _number_text(value)
    return str(value)


def _plain_day(value: datetime | date | time) -> str:
    return (value.date() if isinstance(value, datetime) else value).isoformat()


def _number_text(value: int | float) -> str:
    if abs(value) >= _FIRST_INEXACT:
        raise Faulty(CUT, value=f"{value:g}")
    return str(int(value)) if float(value).is_integer() else str(value)


def _day_words(value: Any) -> str:
    is_day = isinstance(value, datetime | date)
    return _plain_day(value) if is_day else _text(value)


def _code(value: Any) -> str:
    text = _text(value)
    if _SHORTENED.fullmatch(text):
        raise Faulty(CUT, value=text)
    whole = _WHOLE_WITH_ZERO.fullmatch(text)
    return whole[1] if whole else text.replace(" ", "")


def _whole(value: Any) -> int | None:
    text = _code(value)
    if not text:
        return None
    if not re.fullmatch(r"-?\d{1,9}", text):
        raise Faulty(NOT_WHOLE, value=text)
    return int(text)


def _amount(value: Any) -> Decimal | None:
    """Up to a thousand million, rounded to cents: programs count in halves of halves."""
    text = _text(value).replace(" ", "")
    if not text:
        return None
    plain = _THOUSANDS.sub("", text.lstrip("¥￥").removesuffix("元"))
    if not re.fullmatch(r"-?\d{1,9}(\.\d{1,20})?", plain):
        raise Faulty(NOT_AMOUNT, value=text)
    return Decimal(plain).quantize(Decimal("0.01"), ROUND_HALF_UP)


def _day(value: Any) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if value is None or value == "":
        return None
    return _day_of_number(value) if isinstance(value, int | float) else _day_of_text(str(value))


def _day_of_number(value: int | float) -> date:
    if int(value) in _PLAUSIBLE_DAYS:
        day = _DAY_ZERO + timedelta(days=int(value))
        raise Faulty(DAY_AS_NUMBER, value=_number_text(value), day=day.isoformat())
    return _day_of_text(_number_text(value))


def _day_of_text(text: str) -> date:
    if text.isdigit() and int(text) in _PLAUSIBLE_DAYS:
        return _day_of_number(int(text))
    parts = _DAY.match(text) or _DAY_TOGETHER.fullmatch(text)
    try:
        if parts and _is_midnight(text[parts.end() :]):
            return date(*map(int, parts.groups()))
    except ValueError:
        pass  # the thirtieth of February: told below as every other no-day
    raise Faulty(NOT_DAY, value=text)


def _is_midnight(rest: str) -> bool:
    """Whether nothing but an empty time of day follows, as exports of other systems have it."""
    return not rest.strip(" T:0.")


READERS: dict[Kind, Callable[[Any], Cell]] = {
    Kind.TEXT: _text,
    Kind.CODE: _code,
    Kind.WHOLE: _whole,
    Kind.AMOUNT: _amount,
    Kind.DAY: _day,
    Kind.DAY_WORDS: _day_words,
}
