"""Webhooks to a real server on this machine."""

from collections.abc import Callable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from campus.models import Person, Webhook
from campus.webhooks import actions

AT = datetime(2025, 11, 3, 9, tzinfo=ZoneInfo("Asia/Shanghai"))


@pytest.fixture
def hook(administrator, other_system) -> Webhook:
    """Told of enquiries and bookings; `hook.told` is its secret."""
    return made(administrator, other_system.address, "enquiry.state", "booking.state")


def made(by: Person, address: str, *events: str, name: str = "办公系统") -> Webhook:
    webhook = Webhook(name=name, address=address, events=list(events))
    vars(webhook)["told"] = actions.add_webhook(webhook, by=by, at=AT)
    return webhook


@pytest.fixture
def deliver(hook) -> Callable[..., int]:
    """Send what waits, so many minutes after the beginning."""

    def send(minutes: float = 0) -> int:
        at = AT + timedelta(minutes=minutes)
        return actions.deliver_all(hook.pk, clock=lambda: at, until=at + timedelta(seconds=1))

    return send


@pytest.fixture(autouse=True)
def quiet_broker(monkeypatch) -> list:
    """Whom workers are woken for; nobody listens here."""
    woken: list = []
    monkeypatch.setattr(
        "campus.webhooks.actions.announcing.wake_task", lambda name, given: woken.append(given)
    )
    return woken
