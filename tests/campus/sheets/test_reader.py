"""Headings are found wherever they stand; cells become what they mean; every fault is told."""

from datetime import date, datetime

import pytest
from django.utils import translation

from campus.sheets.grid import MOST_COLUMNS, MOST_ROWS
from campus.sheets.reader import read_table
from campus.sheets.table import Heading, Kind, Row, Table
from tests.campus.sheets.files import HEADINGS, NAME, saved, table, workbook

HEAD = ["学号", "姓名", "座号", "入学日期"]


def cells(found: Table) -> list[dict]:
    return [row.cells for row in found.rows]


def told(found: Table) -> list[tuple[int, str, str]]:
    with translation.override("en"):
        return [(fault.row, fault.heading, fault.sentence) for fault in found.faults]


def read_text(text: str, encoding: str = "utf-8") -> Table:
    return read_table(text.encode(encoding), "list.csv", headings=HEADINGS)


def test_rows_come_with_the_numbers_that_the_program_shows():
    day = date(2025, 9, 1)
    found = table(["2025级名单"], [], HEAD, ["20250301", "林暮云", 5, day], [], ["7", "叶"])
    assert found.rows == [
        Row(4, {"number": "20250301", "name": "林暮云", "seat": 5, "since": day}),
        Row(6, {"number": "7", "name": "叶", "seat": None, "since": None}),
    ]
    assert found.faults == []


def test_the_headings_are_looked_for_on_every_sheet_and_under_every_name():
    book = workbook(["通知"], title="说明")
    sheet = book.create_sheet("学生")
    for row in (["序号", "工 号*", "名字（必填）："], [1, "T001", "程远山"]):
        sheet.append(row)
    found = read_table(saved(book), "list.xlsx", headings=HEADINGS)
    assert (found.sheet, found.headings) == ("学生", {"number": "工 号*", "name": "名字(必填):"})
    assert cells(found) == [{"number": "T001", "name": "程远山"}]
    assert found.unread == ["序号"]


def test_headings_below_the_twentieth_row_are_not_looked_for():
    rows = [["说明"]] * 19
    assert cells(table(*rows, HEAD, ["1", "叶"]))[0]["name"] == "叶"
    with pytest.raises(Exception, match=r"within its first"):
        table(*rows, ["说明"], HEAD, ["1", "叶"])


@pytest.mark.parametrize(
    ("value", "number"),
    [
        (20250301, "20250301"), (20250301.0, "20250301"), ("20250301.0", "20250301"),
        ("００１２３", "00123"), (" 001 23 ", "00123"), ("\u200bT001", "T001"),
    ],
)  # fmt: skip
def test_a_number_is_read_as_it_is_meant(value, number):
    assert cells(table(HEAD, [value, "叶"]))[0]["number"] == number


@pytest.mark.parametrize(
    "value",
    [
        date(2025, 9, 1), datetime(2025, 9, 1, 8), "2025-09-01", "2025/9/1", "2025.9.1",  # noqa: DTZ001  # a cell has no zone
        "2025年9月1日", "２０２５年９月１日", 20250901, "20250901", "2025-09-01 00:00:00",
    ],
)  # fmt: skip
def test_a_day_is_read_however_it_is_written(value):
    assert cells(table(HEAD, ["1", "叶", None, value]))[0]["since"] == date(2025, 9, 1)


def test_every_fault_of_the_file_is_told_with_its_row_and_heading():
    found = table(
        HEAD,
        ["1", "叶", "x", 45910],
        [1.5e17, "=1+1", 2, "二月"],
        ["3", date(2025, 3, 1), None, "2025-02-30"],
        [None, "", 4, None],
        ["4", "长" * 501],
    )
    assert told(found) == [
        (2, "座号", "“x” is not a whole number."),
        (
            2,
            "入学日期",
            "45910 is a day as a number. Format the column as a date (this cell would then show"
            " 2025-09-10), or write the day as 2025-09-01.",
        ),
        (
            3,
            "学号",
            "The program has shortened this long number to 1.5e+17. Format the column as text and"
            " type the number again.",
        ),
        (3, "姓名", "This is a formula. Copy the column and paste it as values only."),
        (3, "入学日期", "“二月” is not a day. Write it as 2025-09-01."),
        (
            4,
            "姓名",
            "The program has made this a day (2025-03-01). Format the column as text and type it"
            " again.",
        ),
        (4, "入学日期", "“2025-02-30” is not a day. Write it as 2025-09-01."),
        (5, "学号", "This cell must be filled in."),
        (5, "姓名", "This cell must be filled in."),
        (6, "姓名", "This cell holds more than 500 characters."),
    ]


def test_an_error_in_a_cell_is_told():
    book = workbook(HEAD, ["1", "叶"])
    cell = book.worksheets[0]["B2"]
    cell.value, cell.data_type = "#N/A", "e"
    found = read_table(saved(book), "list.xlsx", headings=HEADINGS)
    assert told(found) == [(2, "姓名", "The cell shows the error #N/A instead of a value.")]


def test_a_heading_that_stands_twice_is_told():
    assert told(table(["学号", "姓名", "工号"], ["1", "叶", "2"])) == [
        (1, "工号", "This heading stands twice: in the columns 1 and 3.")
    ]


def test_merged_cells_are_named_and_what_they_emptied_is_not_told_again():
    book = workbook(["名单"], HEAD, ["1", "叶"], ["2", None])
    book.worksheets[0].merge_cells("A1:D1")
    book.worksheets[0].merge_cells("B3:B4")
    found = read_table(saved(book), "list.xlsx", headings=HEADINGS)
    assert told(found) == [
        (3, "姓名", "The cells B3:B4 are merged. Unmerge them and fill in each cell of its own.")
    ]


def test_hidden_rows_are_read_and_hidden_sheets_are_not():
    book = workbook(HEAD, ["1", "叶"])
    book.worksheets[0].row_dimensions[2].hidden = True
    hidden = book.create_sheet("旧", 0)
    hidden.append(HEAD)
    hidden.append(["2", "旧人"])
    hidden.sheet_state = "hidden"
    found = read_table(saved(book), "list.xlsx", headings=HEADINGS)
    assert [row["name"] for row in cells(found)] == ["叶"]


def test_a_row_that_is_marked_as_an_example_is_no_row():
    found = table(HEAD, ["（示例）20250301", "x", "five"], ["(Example) 1", ""], ["1", "叶"])
    assert [row["number"] for row in cells(found)] == ["1"]
    assert found.faults == []


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "gb18030"])
@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_a_text_is_read_in_every_encoding_and_with_every_mark(encoding, mark):
    lines = ["学号,姓名,座号", '="00123",林暮云,5', "20250302,㐂清和,6"]
    text = "\r\n".join(lines).replace(",", mark)
    assert cells(read_text(text, encoding)) == [
        {"number": "00123", "name": "林暮云", "seat": 5},
        {"number": "20250302", "name": "㐂清和", "seat": 6},
    ]


def test_a_formula_and_a_shortened_number_in_a_text_are_told():
    found = read_text("学号,姓名\n2.02503E+07,=A1\n")
    assert [fault.heading for fault in found.faults] == ["学号", "姓名"]


def test_lines_within_quotation_marks_are_one_cell():
    assert cells(read_text('学号,姓名\n1,"林\n暮云"\n')) == [{"number": "1", "name": "林 暮云"}]


def test_what_is_too_long_or_too_wide_is_told_and_not_cut_in_silence():
    text = "学号,姓名\n" + "1,叶\n" * MOST_ROWS
    assert told(read_text(text)) == [
        (20_001, "", "The sheet goes on below row 20000, which is as far as is read.")
    ]
    wide = table([*HEAD, *[""] * MOST_COLUMNS, "x"], ["1", "叶"])
    assert told(wide) == [
        (0, "", "The sheet goes on beyond column 100, which is as far as is read.")
    ]


def test_empty_rows_far_below_do_no_harm():
    book = workbook(HEAD, ["1", "叶"])
    book.worksheets[0]["B50000"].number_format = "@"
    found = read_table(saved(book), "list.xlsx", headings=HEADINGS)
    assert (len(found.rows), found.faults) == (1, [])


def test_a_fault_survives_being_stored():
    [fault] = table(HEAD, ["1", "叶", "x"]).faults
    assert type(fault)(**fault.stored()) == fault


def test_what_is_said_once_for_several_rows_fills_down():
    said = Heading("day", "Day", ("时间",), Kind.DAY_WORDS, required=True, fills_down=True)
    book = workbook(["时间", "姓名"], ["周一", "a"], [None, "b"], [date(2025, 9, 2), "c"])
    assert book.active is not None
    book.active.merge_cells("A2:A3")
    found = read_table(saved(book), "menu.xlsx", headings=(said, NAME))
    assert cells(found) == [
        {"day": "周一", "name": "a"}, {"day": "周一", "name": "b"},
        {"day": "2025-09-02", "name": "c"},
    ]  # fmt: skip
    assert found.faults == []
