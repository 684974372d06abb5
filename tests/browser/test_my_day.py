"""My day, the inbox and reminders, as a browser sees them at both widths."""

from datetime import timedelta

import pytest
from django.utils import timezone

from planning.actions.reminders import plan_reminders, send_reminder
from planning.models import PlanItem, Reminder
from tests.reminding import make_item


@pytest.fixture
def drill(semester, office, head, technician) -> PlanItem:
    """A drill of the technician's that is due today, with all reminders that have come."""
    today, now = timezone.localdate(), timezone.now()
    item = make_item(semester, office, head, owner=technician, starts_on=today, ends_on=today)
    plan_reminders(item, at=now - timedelta(days=9))
    for reminder in Reminder.objects.due(now):
        send_reminder(reminder.pk, at=now)
    return item


def test_one_press_does_what_waits(visitor, technician, drill):
    page = visitor.sign_in(technician)
    page.locator(".wait-main button").click()
    page.wait_for_load_state()
    drill.refresh_from_db()
    assert (drill.status, page.locator(".wait").count()) == ("done", 0)
    assert visitor.complaints == []


def test_a_notice_leads_to_what_it_tells_of_and_is_read_then(visitor, technician, drill):
    visitor.sign_in(technician)
    page = visitor.goto("/inbox/")
    unread = technician.inbox.unread().count()
    page.locator(".notice-open button").first.click()
    page.wait_for_url(visitor.address + drill.get_absolute_url())
    assert technician.inbox.unread().count() == unread - 1
    assert visitor.complaints == []


@pytest.mark.parametrize(
    "path",
    ["/", "/inbox/?show=all", "/inbox/robots/", "/inbox/robots/new/", "/inbox/robots/deliveries/",
     "/plan/rules/", "/plan/rules/plan_item.drill/", "{item}reminders/"],
)  # fmt: skip
def test_every_page_fits_its_screen_and_has_one_heading(visitor, head, drill, path):
    visitor.sign_in(head)
    page = visitor.goto(path.format(item=drill.get_absolute_url()))
    assert page.locator("h1").count() == 1
    assert not visitor.is_wider_than_its_screen()
    assert visitor.complaints == []
