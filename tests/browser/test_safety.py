"""Safety in a browser: a hazard until somebody else closes it out, a drill timed on a phone, the
register on paper."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page

from campus.models import Place
from safety.actions import drills, hazards
from safety.models import Drill, Hazard
from tests.browser.conftest import DESKTOP, PHONE

BUTTON = "main form.form-card button.btn-primary"


def fill(page: Page, **typed: str) -> None:
    """Fill the form of a move in, and send it."""
    for name, words in typed.items():
        page.locator(f"#id_{name}").fill(words)
    page.locator(BUTTON).click()
    page.wait_for_url(re.compile(r"/safety/hazards/\d+/$"))


@pytest.fixture
def stairs(db) -> Place:
    return Place.objects.create(kind="spot", code="A-JX1-S1", name="东楼梯间")


def test_a_hazard_is_refused_to_its_own_rectifier_and_closed_by_another(
    somebody, stairs, pupil, safety_officer, head
):
    reporter = somebody(pupil)
    page = reporter.goto("/safety/hazards/new/?place=A-JX1-S1")
    fill(page, title="安全出口上锁")
    hazard = Hazard.objects.get()
    path = f"/safety/hazards/{hazard.pk}/"

    officer = somebody(safety_officer)
    page = officer.goto(f"{path}grade/")
    page.locator(BUTTON).click()
    page.wait_for_url(re.compile(rf"{path}$"))
    officer.goto(f"{path}order/")
    fill(page, owner=safety_officer.number, measures="换推杠锁", budget="600")
    officer.goto(f"{path}finish/")
    fill(page, words="已换锁")
    page.locator(".case-others summary").click()
    assert page.locator("button[aria-describedby=why-close]").is_disabled()
    page.goto(f"{officer.address}{path}close/")
    assert "不能复查自己的整改" in page.locator("main").inner_text()

    verifier = somebody(head)
    page = verifier.goto(f"{path}close/")
    fill(page, verdict="经复查，整改到位。")
    hazard.refresh_from_db()
    assert (hazard.status, hazard.verifier, hazard.rectifier) == ("closed", head, safety_officer)
    assert "已销号" in reporter.goto(path).locator("main").inner_text()
    for each in (reporter, officer, verifier):
        assert (each.complaints, each.is_wider_than_its_screen()) == ([], False)


@pytest.fixture
def drill(head) -> Drill:
    return drills.plan(
        by=head, at=timezone.now(), title="宿舍夜间疏散演练", planned_at=timezone.now(),
        commander=head, lines={}, classes=[], groups=[("5层", 40), ("6层", 38)],
    )  # fmt: skip


def test_a_drill_is_timed_while_two_count_and_the_missing_are_found(somebody, drill, head, teacher):
    path = f"/safety/drills/{drill.pk}/stopwatch/"
    leader, counter = somebody(head), somebody(teacher)
    leader.goto(path).get_by_role("button", name="发出警报，开始计时").click()
    first, second = drill.groups.all()

    page = counter.goto(path)
    page.locator(f"#present-{first.pk}").fill("38")
    page.locator(f"#group-{first.pk} input[name=words]").fill("两人去医务室")
    page.locator(f"#group-{first.pk} button").click()
    page.wait_for_load_state()

    board = leader.page.locator(".watch-board .is-missing dd")
    board.wait_for()  # brought by the page itself, every few seconds
    assert board.inner_text() == "2"
    seconds = int(leader.page.locator(".watch-time span").inner_text())
    leader.page.wait_for_timeout(2100)
    assert int(leader.page.locator(".watch-time span").inner_text()) > seconds

    page = leader.goto(path)
    page.locator(f"#group-{second.pk} button").click()
    page.wait_for_load_state()
    page.locator(f"#present-{first.pk}").fill("40")
    page.locator(f"#group-{first.pk} button").click()
    page.wait_for_load_state()
    page.get_by_role("button", name="全部撤离").click()
    page.wait_for_load_state()
    assert page.locator(".is-missing").count() == 0
    drill.refresh_from_db()
    assert drill.status == "held"
    for each in (leader, counter):
        assert (each.complaints, each.is_wider_than_its_screen()) == ([], False)


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_the_register_scrolls_inside_itself_and_prints_across(
    somebody, stairs, head, teacher, size
):
    now = timezone.now() - timedelta(hours=1)
    for number in range(12):
        hazards.report(by=teacher, at=now, title=f"隐患{number}", place=stairs)
    visitor = somebody(head, size)
    page = visitor.goto("/safety/hazards/register/")
    assert page.locator(".register thead th").count() == 21
    assert not visitor.is_wider_than_its_screen()
    page.emulate_media(media="print")
    pages = page.pdf(prefer_css_page_size=True)
    width, height = re.search(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", pages).groups()  # type: ignore[union-attr]  # every PDF has one
    assert float(width) > float(height)
    assert visitor.complaints == []
