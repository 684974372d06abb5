"""What is written can be read again, and does nothing of its own."""

import io
from datetime import date, datetime
from urllib.parse import unquote

from openpyxl import load_workbook

from campus.sheets.reader import read_table
from campus.sheets.writer import Sheet, sheet_answer, write_sheets, write_workbook
from tests.campus.sheets.files import HEADINGS


def test_what_is_written_is_read_back():
    stream = io.BytesIO()
    rows: list[list] = [["00123", "林暮云", 5, date(2025, 9, 1)], ["4", "叶", None, None]]
    header = ["学号", "姓名", "座号", "入学日期"]
    count = write_workbook(stream, title="高一/3班", header=header, rows=iter(rows))
    found = read_table(stream.getvalue(), "list.xlsx", headings=HEADINGS)
    assert (count, found.sheet, found.faults) == (2, "高一 3班", [])
    assert [list(row.cells.values()) for row in found.rows] == rows


def test_words_never_become_formulas_and_control_characters_go():
    stream = io.BytesIO()
    write_workbook(stream, title="x", header=["a", "b"], rows=[["=1+1", "a\x07b"], ["+1", "@x"]])
    page = load_workbook(stream).worksheets[0]
    written = [(cell.data_type, cell.value) for row in page["A2:B3"] for cell in row]
    assert written == [("s", "=1+1"), ("s", "ab"), ("s", "+1"), ("s", "@x")]


def test_the_header_stays_the_filter_covers_all_and_columns_have_their_widths():
    stream = io.BytesIO()
    write_workbook(stream, title="x", header=["a", "b"], rows=[["1", "2"]], widths=[8, 30])
    page = load_workbook(stream).worksheets[0]
    assert (page.freeze_panes, page.auto_filter.ref) == ("A2", "A1:B2")
    assert [int(page.column_dimensions[name].width) for name in "AB"] == [8, 30]
    assert [cell.font.bold for cell in page["A"]] == [True, False]


def test_several_sheets_and_columns_that_keep_text():
    stream = io.BytesIO()
    sheets = [
        Sheet("one", ["a", "b"], [["01", 2]], as_text=frozenset({0})),
        Sheet("two", ["c"], [[date(2025, 9, 1)]]),
    ]
    assert write_sheets(stream, sheets) == 2
    one, two = load_workbook(stream).worksheets
    assert [(cell.value, cell.number_format) for cell in one[2]] == [("01", "@"), (2, "General")]
    assert (two["A2"].value, two["A2"].is_date) == (datetime(2025, 9, 1), True)  # noqa: DTZ001  # a cell has no zone


def test_an_answer_is_kept_under_its_name():
    answer = sheet_answer(iter([["a"], ["1"]]), "高一 3班")
    assert unquote(answer["Content-Disposition"]) == "attachment; filename*=UTF-8''高一 3班.xlsx"
    assert load_workbook(io.BytesIO(answer.content)).worksheets[0]["A2"].value == "1"
