"""The head's Monday: from a number to its record and to a decision; the same on paper, on a phone
and on a screen of the hall."""

import re
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pypdfium2
import pytest
from django.utils import timezone
from playwright.sync_api import expect

from campus.cases import actions as cases
from campus.models import Place, SchoolYear, Semester
from logistics.dashboard import actions, readings
from safety.actions import hazards
from safety.models import Hazard
from tests.browser.conftest import DESKTOP, PHONE, Arrive

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def term(settings) -> Semester:
    """The semester of now, at a school with a name."""
    settings.SCHOOL_NAME, today = "云山中学", timezone.localdate()
    monday = today - timedelta(days=today.weekday(), weeks=8)
    return Semester.objects.create(
        school_year=SchoolYear.objects.create(starts_in=monday.year), number=1, week_one=monday,
        first_day=monday - timedelta(days=30), last_day=monday + timedelta(days=120),
    )  # fmt: skip


@pytest.fixture
def rectified(safety_officer, technician) -> Hazard:
    """A hazard whose rectification waits for somebody else's look."""
    place = Place.objects.create(kind="spot", code="A-JX1-S1", name="东楼梯间")
    at = timezone.now() - timedelta(days=2)
    made = cases.raise_case(Hazard, by=safety_officer, at=at, title="出口锁着", place=place)
    general: Any = {"level": "general", "domain": "fire", "criterion": None, "grounds": ""}
    hazards.grade(made, **general, by=safety_officer, at=at)
    hazards.order(
        made, owner=technician, department=technician.department, measures="换锁",
        budget=Decimal(1), rectify_by=date(2999, 1, 1), contingency="", isolation="",
        by=safety_officer, at=at,
    )  # fmt: skip
    hazards.finish(Hazard.objects.get(pk=made.pk), words="好了", by=technician, at=at)
    return Hazard.objects.get(pk=made.pk)


def test_from_a_tile_to_its_record_to_a_decision(
    somebody: Arrive, monkeypatch, head, term, rectified
):
    monkeypatch.setattr(readings, "RENEWED_AFTER", timedelta(0))
    desk = somebody(head, DESKTOP)
    page = desk.page
    page.get_by_role("main").get_by_role("link", name="学期看板").click()
    page.wait_for_url(re.compile(r"/dashboard/$"))
    tile = page.locator(".dash-tile", has_text="未销号隐患")
    expect(tile.locator(".dash-number")).to_contain_text("1")
    assert desk.is_wider_than_its_screen() is False
    sheets = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
    words = "".join(each.get_textpage().get_text_range() for each in sheets)
    assert (len(sheets) <= 2, "云山中学" in words, "未销号隐患" in words) == (True, True, True)

    tile.locator(".dash-number").click()
    page.wait_for_url(re.compile(r"/safety/hazards/\?current=open"))
    page.get_by_role("link", name="出口锁着").click()
    page.wait_for_url(re.compile(r"/safety/hazards/\d+/$"))
    page.get_by_role("link", name="复查销号").click()
    page.locator("#id_verdict").fill("属实")
    page.locator("main form.form-card button.btn-primary").click()
    page.wait_for_url(re.compile(r"/safety/hazards/\d+/$"))
    rectified.refresh_from_db()
    assert (rectified.status, rectified.verifier) == ("closed", head)
    desk.goto("/dashboard/")
    expect(tile.locator(".dash-number")).to_contain_text("0")

    # Moved up, and put away, by buttons alone.
    desk.goto("/dashboard/tiles/")
    page.get_by_role("button", name="未销号隐患：收起").click()
    page.wait_for_load_state()
    desk.goto("/dashboard/")
    expect(tile).to_have_count(0)

    page.set_viewport_size({"width": PHONE["width"], "height": PHONE["height"]})
    for path in ("/dashboard/", "/dashboard/tiles/", "/dashboard/screens/", "/dashboard/letter/"):
        desk.goto(path)
        assert (path, desk.is_wider_than_its_screen()) == (path, False)
    _screen, token = actions.hang_screen("大厅", by=head, at=timezone.now())
    page.context.clear_cookies()
    desk.goto(f"/wall/{token}/")
    expect(page.locator(".dash-tile", has_text="未销号隐患")).to_have_count(1)
    assert (desk.is_wider_than_its_screen(), desk.complaints) == (False, [])
