"""The front desk in a browser: raise with one thumb, and two people at once."""

import re

import pytest
from django.utils import timezone

from campus.cases import actions as cases
from campus.models import Enquiry, Place
from tests.browser.conftest import DESKTOP, Visitor

# The page of an enquiry, not the form.
RAISED = re.compile(r"/desk/\d+/$")


@pytest.fixture
def enquiry(teacher, dispatcher) -> Enquiry:
    return cases.raise_case(
        Enquiry, by=teacher, at=timezone.now(), title="走廊灯不亮", is_shared=True,
        place=Place.objects.create(kind=Place.Kind.ROOM, code="A-301", name="301 教室"),
    )  # fmt: skip


@pytest.fixture
def second_visitor(chromium, live_server):
    """Somebody else, at a desktop."""
    context = chromium.new_context(viewport=DESKTOP, locale="zh-CN")
    yield Visitor(context, live_server.url)
    context.close()


def test_raised_on_a_phone_or_a_desktop_it_leads_to_its_page(visitor, pupil, dispatcher):
    visitor.sign_in(pupil)
    page = visitor.goto("/desk/new/")
    page.locator("#id_title").fill("饮水机没有热水")
    page.locator("main form.form-card button.btn-primary").click()
    page.wait_for_url(RAISED)
    assert page.locator("h1").inner_text() == "饮水机没有热水"
    assert "E-" in page.locator("#messages .alert-success").inner_text()
    assert not visitor.is_wider_than_its_screen()
    assert visitor.complaints == []


def test_what_is_reported_already_is_offered_and_joined(visitor, pupil, enquiry):
    visitor.sign_in(pupil)
    page = visitor.goto("/desk/new/")
    page.locator("#id_place").fill("A-301")
    page.locator("#id_place").blur()
    page.locator(".case-already button").click()
    page.wait_for_url(f"**/desk/{enquiry.pk}/")
    assert enquiry.number in page.locator("#messages .alert-success").inner_text()
    assert Enquiry.objects.count() == 1


def test_two_people_at_once_one_wins_and_the_other_reads_what_happened(
    desktop_visitor, second_visitor, dispatcher, head, enquiry
):
    desktop_visitor.sign_in(dispatcher)
    second_visitor.sign_in(head)
    first = desktop_visitor.goto(f"/desk/{enquiry.pk}/")
    second = second_visitor.goto(f"/desk/{enquiry.pk}/")
    first.get_by_role("button", name="受理").click()
    first.wait_for_load_state()
    second.get_by_role("button", name="受理").click()
    told = second.locator("#messages .alert-danger").inner_text()
    assert told.startswith("秦疏影抢先一步：“交给秦疏影”")
    assert second.locator(".case-top .state", has_text="进行中").count() == 1
    enquiry.refresh_from_db()
    assert (enquiry.assignee, enquiry.version) == (dispatcher, 2)


@pytest.mark.parametrize("path", ["/desk/", "/desk/{pk}/", "/desk/{pk}/give/", "/desk/new/"])
def test_every_page_fits_its_screen_and_has_one_heading(visitor, head, enquiry, path):
    visitor.sign_in(head)
    page = visitor.goto(path.format(pk=enquiry.pk))
    assert page.locator("h1").count() == 1
    assert not visitor.is_wider_than_its_screen()
    assert visitor.complaints == []
