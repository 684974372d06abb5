"""Nothing typed is lost, and nothing is done twice."""

import re

import pytest

from campus.models import Enquiry
from tests.conftest import PASSWORD

# The page of an enquiry, not the form.
RAISED = re.compile(r"/desk/\d+/$")


@pytest.fixture
def page(desktop_visitor, teacher, dispatcher):
    """The front desk's form, half filled in."""
    desktop_visitor.sign_in(teacher)
    page = desktop_visitor.goto("/desk/new/")
    page.locator("#id_title").fill("水龙头滴水")
    page.locator("#id_description").fill("每天都滴")
    return page


def typed(page) -> tuple[str, str]:
    return page.locator("#id_title").input_value(), page.locator("#id_description").input_value()


def send(page) -> None:
    page.locator("main form.form-card button.btn-primary").click()


def test_a_double_click_happens_once(page):
    page.locator("main form.form-card button.btn-primary").dblclick()
    page.wait_for_url(RAISED)
    assert Enquiry.objects.count() == 1


def test_without_a_connection_the_page_says_so_and_keeps_what_was_typed(page):
    page.context.set_offline(True)
    send(page)
    assert page.locator("#no-connection").is_visible()
    page.context.set_offline(False)
    assert typed(page) == ("水龙头滴水", "每天都滴")
    send(page)
    page.wait_for_url(RAISED)
    assert Enquiry.objects.get().description == "每天都滴"


def test_a_reload_brings_back_what_was_typed(page):
    page.reload()
    assert typed(page) == ("水龙头滴水", "每天都滴")
    assert page.locator("[data-kept-note]").is_visible()
    page.locator("[data-forget-typed]").click()
    assert typed(page) == ("", "")


def test_what_was_sent_does_not_come_back(page, desktop_visitor):
    send(page)
    page.wait_for_url(RAISED)
    desktop_visitor.goto("/desk/new/")
    assert typed(page) == ("", "")


def test_an_error_stands_at_its_field_and_loses_nothing(page):
    page.locator("#id_place").fill("没有这里")
    send(page)
    page.locator(".is-invalid").wait_for()
    assert page.locator(".is-invalid").get_attribute("name") == "place"
    assert typed(page) == ("水龙头滴水", "每天都滴")


def test_a_session_that_ran_out_loses_nothing(page, desktop_visitor, teacher):
    page.context.clear_cookies(name="sessionid")
    send(page)
    page.locator("input[name=login]").fill(teacher.number)
    page.locator("input[name=password]").fill(PASSWORD)
    page.locator("main form button.btn-primary").click()
    page.wait_for_url("**/kept/*/")
    page.locator("main form button.btn-primary").click()
    page.wait_for_url(RAISED)
    assert Enquiry.objects.get().description == "每天都滴"
    assert desktop_visitor.complaints == []
