"""The whole story in a browser: from the plan on the school's website to a reminder acted upon.

An empty database but for three people; a real Celery worker and clock, a real SMTP server, and the
endpoint that a chat group's robot would speak to.
"""

from pathlib import Path

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from campus.models import Person
from planning.demo import AUTUMN
from planning.models import Plan, PlanItem
from tests.browser.conftest import DESKTOP, PHONE, Visitor
from tests.processes import wait_until

pytestmark = [pytest.mark.faults, pytest.mark.django_db(transaction=True)]

FOUNDING = Path(__file__).resolve().parents[3] / "shared" / "data" / "plan-2025-autumn.txt"
FIRE_SAFETY_DAY = "11.9消防"


def plan_text() -> str:
    """The founding plan as it stands on the school's website, else one with the same events."""
    if FOUNDING.exists():
        return FOUNDING.read_text(encoding="utf-8")
    return AUTUMN.format(year=2025, next=2026)


@pytest.fixture
def at(chromium, live_server):
    """Somebody at a screen of the given size: `at(PHONE)`."""
    contexts = []

    def open_window(size) -> Visitor:
        contexts.append(chromium.new_context(viewport=size, locale="zh-CN"))
        return Visitor(contexts[-1], live_server.url)

    yield open_window
    for context in contexts:
        context.close()


def adopt_plan(page: Page, visitor: Visitor) -> None:
    """Paste, look, lay the semester, adopt."""
    visitor.goto("/plan/import/")
    page.locator("textarea[name=pasted]").fill(plan_text())
    page.locator("main form button.btn-primary").click()
    expect(page.locator(".plan-row")).to_have_count(25)
    page.locator(".plan-semester button.btn-primary").click()
    page.locator("button[form=adopt]").click()
    expect(page.locator("#messages .alert-success")).to_be_visible()


def add_robot(page: Page, visitor: Visitor, address: str) -> None:
    visitor.goto("/inbox/robots/new/")
    page.locator("input[name=name]").fill("后勤工作群")
    page.locator("input[name=address]").fill(address)
    page.locator("input[name=topics][value=reminder]").check()
    page.locator("main form button.btn-primary").click()
    expect(page.locator("main")).to_contain_text("后勤工作群")


def give_to(page: Page, visitor: Visitor, owner: Person) -> None:
    """Make `owner` responsible for fire-safety day, today, with a drill's reminders."""
    item = PlanItem.objects.get(title__startswith=FIRE_SAFETY_DAY)
    visitor.goto(f"/plan/items/{item.pk}/edit/")
    today = timezone.localdate().isoformat()
    page.locator("select[name=kind]").select_option("drill")
    page.locator("input[name=owner]").fill(owner.number)
    page.locator("input[name=starts_on]").fill(today)
    page.locator("input[name=ends_on]").fill(today)
    page.locator("main form button.btn-primary").click()
    expect(page.locator("h1")).to_contain_text(FIRE_SAFETY_DAY)


def test_a_pasted_plan_becomes_a_calendar_that_reminds_people(
    at, head, safety_officer, mailbox, group, start
):
    desk = at(DESKTOP)
    page = desk.type_in(head)
    adopt_plan(page, desk)
    assert Plan.objects.get().items.count() == 25

    desk.goto("/calendar/?month=2025-11")
    expect(page.locator(".bar").filter(has_text=FIRE_SAFETY_DAY)).to_contain_text("11月9日(周日)")

    add_robot(page, desk, group.address)
    give_to(page, desk, safety_officer)
    assert mailbox.caught == []
    start("worker")
    start("beat")
    wait_until(lambda: len(mailbox.caught) == 2 and group.heard, seconds=40)

    phone = at(PHONE)
    page = phone.type_in(safety_officer)
    phone.goto("/inbox/")
    # Named responsible, and reminded: once each.
    expect(page.locator("ul.notices li").filter(has_text=FIRE_SAFETY_DAY)).to_have_count(2)
    assert [address for address, _subject in mailbox.letters()] == [safety_officer.email] * 2
    assert [FIRE_SAFETY_DAY in said for said in group.heard] == [True]

    phone.goto("/")
    page.locator(".waiting li").filter(has_text=FIRE_SAFETY_DAY).locator(".btn-primary").click()
    expect(page.locator("#messages .alert-success")).to_be_visible()
    item = PlanItem.objects.get(title__startswith=FIRE_SAFETY_DAY)
    assert item.status == PlanItem.Status.DONE
    expect(page.locator(".waiting li").filter(has_text=FIRE_SAFETY_DAY)).to_have_count(0)
    assert desk.complaints + phone.complaints == []
    assert desk.foreign_hosts() | phone.foreign_hosts() == set()
