"""The calendar as a browser sees it: at both widths, dragged over, and printed."""

import re
from datetime import UTC, date, datetime, time

import pytest

from planning.actions import entries
from planning.models import CalendarEntry

AT = datetime(2025, 11, 3, 1, tzinfo=UTC)


def write(head, title: str, first: date, last: date | None = None, **fields) -> CalendarEntry:
    return entries.create(
        title=title, kind="drill", starts_on=first, ends_on=last or first, by=head, at=AT, **fields
    )


@pytest.fixture
def entry(head, semester) -> CalendarEntry:
    return write(head, "消防演练准备会", date(2025, 11, 4), date(2025, 11, 5))


PATHS = [
    "/calendar/?month=2025-11", "/calendar/week/?week=2025-11-03", "/calendar/list/?month=2025-11",
    "/calendar/month-sheet/?month=2025-11", "/calendar/week-plan/?week=2025-11-03",
    "/school-time/", "/school-time/days/?year=2025", "/school-time/hours/",
    "/school-time/hours/office/edit/", "/school-time/semesters/new/", "/plan/entries/new/",
]  # fmt: skip


def test_every_page_fits_its_screen_and_has_one_heading(visitor, head, entry):
    visitor.sign_in(head)
    paths = [*PATHS, entry.get_absolute_url()]
    found = {}
    for path in paths:
        headings = visitor.goto(path).locator("h1").count()
        found[path] = (headings, visitor.is_wider_than_its_screen())
    assert found == dict.fromkeys(paths, (1, False))
    assert visitor.complaints == []


def test_an_entry_dragged_by_its_second_day_lands_with_that_day_under_the_hand(
    desktop_visitor, head, entry
):
    desktop_visitor.page.set_viewport_size({"width": 1440, "height": 1300})
    desktop_visitor.sign_in(head)
    page = desktop_visitor.goto("/calendar/?month=2025-11&kind=drill")
    bar = page.locator(".bar[data-move]")
    width = bar.bounding_box()["width"]
    with page.expect_navigation():
        bar.drag_to(
            page.locator(".day[data-day='2025-11-20']"),
            source_position={"x": width * 0.8, "y": 5},
            target_position={"x": 50, "y": 60},
        )
    entry.refresh_from_db()
    assert (entry.starts_on, entry.ends_on) == (date(2025, 11, 19), date(2025, 11, 20))
    assert page.url == f"{desktop_visitor.address}/calendar/?month=2025-11&kind=drill"
    assert desktop_visitor.complaints == []


@pytest.mark.parametrize(
    ("count", "title", "place", "size"),
    [
        (20, "灭火器检查", "", "roomy"),
        (30, "灭火器检查", "行政楼302", "dense"),
        (17, "消防安全应急疏散演练" * 4, "", "dense"),
        (38, "灭火器检查", "行政楼302", "small"),
    ],
)
def test_a_month_sheet_is_one_a4_page(desktop_visitor, head, semester, count, title, place, size):
    for n in range(count):
        write(
            head,
            title,
            date(2025, 11, 1 + n % 28),
            place=place,
            starts_at=time(8) if place else None,
        )
    desktop_visitor.sign_in(head)
    page = desktop_visitor.goto("/calendar/month-sheet/?month=2025-11")
    assert page.locator(".sheet").get_attribute("class") == f"sheet size-{size}"
    assert pages_of(page.pdf(prefer_css_page_size=True)) == 1


def pages_of(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", pdf))
