"""Lists in a browser: find, sort, page, go back, select, export what is seen."""

from io import BytesIO
from pathlib import Path

import pytest
from django.utils import timezone
from openpyxl import load_workbook
from playwright.sync_api import Page, expect

from campus.cases.actions import raise_case
from campus.models import Enquiry, Person, Role, SchoolClass
from planning.models import PlanItem
from tests.conftest import make_person
from tests.planning.school_plan import adopted

PEOPLE = "/people/"


@pytest.fixture
def crowd(db) -> None:
    """Forty of the staff and three pupils."""
    for number in range(1, 41):
        make_person(f"T{number:03}0", f"教师{number}")
    school_class = SchoolClass.objects.create(grade=10, number=3)
    for number in range(1, 4):
        fields = {"kind": Person.Kind.PUPIL, "school_class": school_class}
        make_person(f"2025{number}", f"学生{number}", **fields)


def shown(page: Page) -> list[str]:
    """The names in the rows, in their order."""
    return [name.strip() for name in page.locator(".list-table tbody th").all_inner_texts()]


def sheet_rows(path: Path) -> list[tuple]:
    page = load_workbook(BytesIO(path.read_bytes())).active
    assert page is not None
    return list(page.iter_rows(min_row=2, values_only=True))


def test_a_list_is_found_sorted_paged_and_exported(visitor, head, crowd):
    visitor.sign_in(head)
    page = visitor.goto(PEOPLE)
    expect(page.locator(".list-table tbody tr")).to_have_count(25)
    page.locator("#list-words").press_sequentially("教师", delay=30)
    expect(page.locator("#list-count")).to_contain_text("40")
    assert page.locator("#list-words").input_value() == "教师"
    page.locator("select[name=sort]").select_option("-number")
    expect(page.locator(".list-table tbody th").first).to_have_text("教师40")
    first_page = shown(page)
    page.locator("a[rel=next]").click()
    expect(page.locator(".list-table tbody th").first).to_have_text("教师15")
    second_page = shown(page)
    assert page.url.endswith("?q=%E6%95%99%E5%B8%88&sort=-number&page=2")
    with page.expect_download() as download:
        page.locator("form[action*='/export/'] button").click()
    exported = [row[0] for row in sheet_rows(Path(download.value.path()))]
    assert exported == first_page + second_page
    assert not visitor.is_wider_than_its_screen()
    assert visitor.complaints == []


def test_back_leads_through_what_was_asked(visitor, head, crowd):
    visitor.sign_in(head)
    page = visitor.goto(PEOPLE)
    page.locator("select[name=kind]").select_option("pupil")
    expect(page.locator("#list-count")).to_contain_text("3")
    page.locator("select[name=kind]").select_option("staff")
    expect(page.locator("#list-count")).to_contain_text("41")
    page.go_back()
    expect(page.locator("#list-count")).to_contain_text("3")
    assert page.locator("select[name=kind]").input_value() == "pupil"
    assert page.locator("h1").count() == 1


def test_a_filter_is_taken_off_by_its_chip(visitor, head, crowd):
    visitor.sign_in(head)
    page = visitor.goto(f"{PEOPLE}?kind=pupil&q=学生1")
    page.locator(".list-chip").last.click()
    expect(page.locator("#list-words")).to_have_value("学生1")
    assert page.url.endswith("?q=%E5%AD%A6%E7%94%9F1")


def test_a_row_is_a_card_on_a_phone_and_a_row_on_a_desktop(visitor, head, crowd):
    visitor.sign_in(head)
    page = visitor.goto(PEOPLE)
    is_phone = page.viewport_size["width"] < 768
    assert page.locator(".list-table thead").is_visible() != is_phone
    label = page.evaluate(
        "getComputedStyle(document.querySelector('.list-table td[data-label]'), '::before').content"
    )
    assert (label != "none") == is_phone


def test_it_all_works_without_scripts(chromium, live_server, head, crowd):
    from tests.browser.conftest import PHONE, Visitor

    context = chromium.new_context(viewport=PHONE, locale="zh-CN", java_script_enabled=False)
    visitor = Visitor(context, live_server.url)
    visitor.sign_in(head)
    page = visitor.goto(PEOPLE)
    page.locator("#list-words").fill("学生")
    page.locator("#find button").click()
    expect(page.locator(".list-table tbody tr")).to_have_count(3)
    page.locator(".list-tools details summary").click()
    page.locator("#view-name").fill("学生们")
    page.locator(".list-save button").click()
    expect(page.locator(".list-tabs [aria-current]")).to_have_text("学生们")
    context.close()


def test_the_selected_are_done_together(visitor, head, semester):
    adopted(by=head)
    visitor.sign_in(head)
    page = visitor.goto("/plan/")
    button = page.locator(".list-bar button[formaction*='finish']")
    expect(button).to_be_hidden()
    page.locator("#selected input[name=item]").first.check()
    expect(page.locator("[data-selected]")).to_have_text("1")
    page.locator("[data-select-all]").check()
    expect(page.locator("[data-selected]")).to_have_text("4")
    button.click()
    expect(page.locator(".state-done")).to_have_count(4)
    assert set(PlanItem.objects.values_list("status", flat=True)) == {"done"}
    assert visitor.complaints == []


def test_everything_is_searched_from_every_page(visitor, head, semester):
    adopted(by=head)
    make_person("T077", "消防员甲", Role.TECHNICIAN)
    page = visitor.sign_in(head)
    if page.viewport_size["width"] < 992:
        page.locator(".topbar-search").click()
        page.locator("main input[name=q]").fill("消防")
        page.locator("main form button").click()
    else:
        page.locator(".sidebar-search input").fill("消防")
        page.locator(".sidebar-search input").press("Enter")
    expect(page.locator(".search-group")).to_have_count(2)
    assert not visitor.is_wider_than_its_screen()
    assert visitor.complaints == []


def test_somebody_is_chosen_by_typing_to_be_given_the_selected(
    desktop_visitor, dispatcher, technician, teacher
):
    given = raise_case(Enquiry, by=teacher, at=timezone.now(), title="走廊灯不亮")
    desktop_visitor.sign_in(dispatcher)
    page = desktop_visitor.goto("/desk/")
    page.locator("input[name=item]").check()
    page.locator("input[name=to]").press_sequentially("江")
    page.locator(".list-bar .offer li").first.click()
    page.get_by_role("button", name="交办").click()
    page.wait_for_load_state()
    given.refresh_from_db()
    assert (given.assignee, desktop_visitor.complaints) == (technician, [])
