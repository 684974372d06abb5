"""The figures as a workbook: what stands on the tiles, and the course of the weeks."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from io import BytesIO
from typing import Any

from django.utils.translation import gettext as _

from campus.measures import Measure
from campus.sheets.writer import Sheet, write_sheets
from campus.shell.words import moment_in_words
from logistics.dashboard.readings import Board, Sum
from logistics.dashboard.scope import Scope
from logistics.dashboard.tiles import notes, tile, value_of

TENTH = Decimal("0.1")


def workbook(measures: Sequence[Measure], board: Board, scope: Scope) -> bytes:
    """The bytes of an .xlsx file."""
    held = BytesIO()
    weeks = [_("week %(week_no)s") % {"week_no": week.label} for week in scope.weeks]
    write_sheets(
        held,
        [
            Sheet(
                _("Figures"),
                [
                    _("Figure"), _("Value"), _("Unit"), _("Number"), _("Of"),
                    _("Same time last semester"), _("Remark"),
                ],
                list(figures(measures, board, scope)), [30, 12, 12, 12, 12, 16, 40],
            ),
            Sheet(
                _("Course"), [_("Figure"), *weeks], list(courses(measures, board)),
                [30, *(10 for _week in weeks)],
            ),
        ],
    )  # fmt: skip
    return held.getvalue()


def figures(measures: Sequence[Measure], board: Board, scope: Scope) -> Iterator[list[Any]]:
    """A row for each measure; then what all of it is about, and the moment it is true for."""
    for each in measures:
        reading = board.readings[each.key]
        drawn = tile(each, reading, scope, None)
        unit = "%" if drawn.number.endswith("%") else str(drawn.unit)
        yield [
            str(each.label), value(each, reading.period), unit, reading.period.number,
            reading.period.of, value(each, reading.then), "; ".join(notes(each, scope)),
        ]  # fmt: skip
    yield [scope.words, "", "", "", "", "", moment_in_words(board.at)]


def courses(measures: Sequence[Measure], board: Board) -> Iterator[list[Any]]:
    for each in measures:
        yield [str(each.label), *(value(each, week) for week in board.readings[each.key].weeks)]


def value(measure: Measure, found: Sum | None) -> Decimal | None:
    """As it is compared, to a tenth."""
    number = value_of(measure, found) if found else None
    return None if number is None else number.quantize(TENTH)
