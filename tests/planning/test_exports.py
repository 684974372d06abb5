"""The list of plan items as a spreadsheet."""

from dataclasses import replace
from datetime import date, datetime
from io import BytesIO

from django.urls import reverse
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from planning.actions import items
from tests.planning.school_plan import AT, DRILL, EXAMS, FIRE_DAY, MEETING, adopted, item_of

EXPORT = reverse("planning:items_export")


def sheet_of(answer) -> Worksheet:
    page = load_workbook(BytesIO(answer.content)).active
    assert isinstance(page, Worksheet)
    return page


def exported(browser, **query) -> list[tuple]:
    """The rows below the header."""
    answer = browser.get(EXPORT, query)
    page = sheet_of(answer)
    return list(page.iter_rows(min_row=2, values_only=True))


def test_the_sheet_holds_what_is_known_of_each_item(signed_in, head, plan, technician):
    meeting = item_of(plan, MEETING.title)
    items.give_owner(meeting, to=technician, by=head, at=AT)
    days = (date(2025, 10, 8), date(2025, 10, 9))
    items.move(meeting, "postponed", reason="台风", days=days, by=head, at=AT)
    (row,) = exported(signed_in(head), kind="meeting")
    assert row == (
        1, datetime(2025, 10, 8), datetime(2025, 10, 9), MEETING.title, "会议", "守住校园安全底线",  # noqa: DTZ001  # days have no zone
        "安全处", "后勤服务处", technician.name, None, "已推迟", "台风",
    )  # fmt: skip


def test_the_sheet_holds_exactly_what_is_filtered(signed_in, head, plan):
    titles = [row[3] for row in exported(signed_in(head), q="消防")]
    assert titles == [DRILL.title, FIRE_DAY.title]


def test_words_that_look_like_a_formula_stay_words(signed_in, head, semester):
    adopted(replace(EXAMS, title='=HYPERLINK("http://x.example")'), by=head)
    answer = signed_in(head).get(EXPORT)
    cell = sheet_of(answer)["D2"]
    assert (cell.data_type, cell.value) == ("s", '=HYPERLINK("http://x.example")')


def test_the_sheet_has_a_name_in_the_readers_language(signed_in, head, plan):
    header = signed_in(head).get(EXPORT).headers["Content-Disposition"]
    assert header.startswith("attachment; filename*=UTF-8''")
    assert header.endswith(".xlsx")


def test_pupils_export_nothing(signed_in, pupil, plan):
    assert signed_in(pupil).get(EXPORT).status_code == 403


def test_the_sheet_asks_as_much_for_many_items_as_for_one(
    signed_in, head, plan, django_assert_num_queries
):
    browser = signed_in(head)
    for query in ({"kind": "drill"}, {}):
        # Person; semesters, whether there are too many, items, their units.
        with django_assert_num_queries(6):
            browser.get(EXPORT, query)
