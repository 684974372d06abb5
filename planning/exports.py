"""Plan items as rows of a spreadsheet."""

from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import Any
from urllib.parse import quote

from django.http import HttpResponse
from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell, MergedCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from planning.models import PlanItem

SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
WIDTHS = (6, 13, 13, 50, 12, 24, 18, 24, 14, 14, 12, 30)


def item_rows(items: Iterable[PlanItem]) -> Iterator[list[Any]]:
    """A header and a row for each item; wants units, owner and aim at hand."""
    yield [
        _("No."), _("First day"), _("Last day"), _("Title"), _("Kind"), _("Aim"), _("Lead unit"),
        _("Supporting units"), _("Person responsible"), _("Cohort"), _("State"), _("Reason"),
    ]  # fmt: skip
    for number, item in enumerate(items, 1):
        yield [
            number,
            item.starts_on,
            item.ends_on,
            item.title,
            item.get_kind_display(),
            item.aim.title if item.aim else "",
            item.lead_unit.name,
            "、".join(unit.name for unit in item.support_units.all()),
            item.owner.name if item.owner else "",
            item.cohort,
            item.get_status_display(),
            item.reason,
        ]


def sheet_answer(rows: Iterable[list[Any]], name: str) -> HttpResponse:
    """The rows as an .xlsx file named `name` for the browser to keep."""
    answer = HttpResponse(workbook_of(rows, name), content_type=SPREADSHEET)
    answer["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name)}.xlsx"
    return answer


def workbook_of(rows: Iterable[list[Any]], name: str) -> bytes:
    """The rows on one sheet, the first of them as its header."""
    workbook = Workbook()
    page = workbook.active
    assert page is not None
    page.title = name[:31]
    for number, row in enumerate(rows, 1):
        for column, value in enumerate(row, 1):
            write(page.cell(number, column), value, is_header=number == 1)
    for column, width in enumerate(WIDTHS, 1):
        page.column_dimensions[get_column_letter(column)].width = width
    page.freeze_panes = "A2"
    page.auto_filter.ref = page.dimensions
    held = BytesIO()
    workbook.save(held)
    return held.getvalue()


def write(cell: Cell | MergedCell, value: Any, *, is_header: bool) -> None:
    """Put a value into its cell; words are never taken for a formula, whatever they begin with."""
    if isinstance(value, str):
        cell.value = ILLEGAL_CHARACTERS_RE.sub("", value)
        cell.data_type = "s"
    else:
        cell.value = value
    cell.alignment = Alignment(vertical="top", wrap_text=True)
    if is_header:
        cell.font = Font(bold=True)
