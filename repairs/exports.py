"""Workbooks of repairs: the templates of tables that come in, ledgers, the monthly sheet."""

from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from typing import Any

from django.utils import timezone
from django.utils.translation import get_language, gettext, pgettext

from campus.sheets.table import Heading, Kind
from campus.sheets.writer import Sheet, write_sheets
from repairs.models import MonthLine, StockMove

MARKS = {"zh-hans": "（示例）", "en": "(example) "}


def template(
    title: str, headings: Sequence[Heading], examples: dict[str, tuple[Any, ...]], notes: list[str]
) -> bytes:
    """An empty workbook in the reader's language: headings, an example that reading passes over,
    and a sheet of notes."""
    language = get_language() or "en"
    language = language if language in MARKS else "en"
    first, *rest = examples[language]
    table = Sheet(
        title,
        [gettext(heading.label) for heading in headings],
        [[f"{MARKS[language]}{first}", *rest]],
        [18] * len(headings),
        frozenset(at for at, each in enumerate(headings) if each.kind == Kind.CODE),
    )
    told = Sheet(
        gettext("Notes"), [gettext("How to fill in this workbook")],
        [[words] for words in notes], [100],
    )  # fmt: skip
    stream = BytesIO()
    write_sheets(stream, [table, told])
    return stream.getvalue()


def ledger_rows(moves: Iterable[StockMove]) -> Iterator[list[Any]]:
    """A header and a row for each move, oldest first."""
    yield [
        gettext("Moment"), gettext("Kind"), pgettext("ledger", "In"), pgettext("ledger", "Out"),
        gettext("Balance"),
        gettext("Amount"), gettext("What for"), gettext("By"),
    ]  # fmt: skip
    for move in moves:
        pieces = [move.pieces, None] if move.is_inward else [None, move.pieces]
        moment = timezone.localtime(move.at).replace(tzinfo=None)
        kind = str(move.get_kind_display())
        yield [moment, kind, *pieces, move.balance, move.amount, move.what_for, move.by.name]


def month_rows(lines: Iterable[MonthLine]) -> Iterator[list[Any]]:
    """A header and a row for each item of the monthly sheet."""
    yield [
        gettext("Name"), gettext("Model and specification"), gettext("Unit"), gettext("Opening"),
        pgettext("monthly sheet", "Received"), pgettext("monthly sheet", "Returned"),
        gettext("Handed out"), gettext("Corrected"),
        gettext("Closing"), gettext("Opening value"), gettext("Closing value"),
    ]  # fmt: skip
    for line in lines:
        supply = line.supply
        yield [
            supply.name, supply.spec, supply.unit, line.opening, line.received, line.returned,
            line.issued, line.corrected, line.closing, line.opening_value, line.closing_value,
        ]  # fmt: skip
