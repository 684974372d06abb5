"""Warranties that end: one asset stands for all that end on its day."""

from datetime import date, timedelta

from django.utils import timezone

from planning.actions.reminders import plan_all_reminders
from planning.registry import REMINDABLE
from repairs.models import FixedAsset
from tests.reminding import laid, moment


def test_what_ends_together_is_told_once(registered, storekeeper):
    end = date(2026, 3, 31)
    first, second = (registered(number, warranty_until=end) for number in ("ZC-1", "ZC-2"))
    plan_all_reminders([first, second], at=moment("2025-11-03 09:00"))
    warranties = REMINDABLE[FixedAsset]
    assert laid(first) == ["01-30 08:00 before", "03-24 08:00 before"]
    assert (laid(second), warranties.responsible(first)) == ([], [storekeeper])
    assert warranties.title(first) == f"{first} 等，另有 1 项"
    first.status, first.disposed_on = "disposed", date(2025, 11, 3)
    first.save()
    plan_all_reminders([first, second], at=moment("2025-11-03 09:00"))
    assert (laid(first), len(laid(second))) == ([], 2)
    assert warranties.title(second) == str(second)


def test_every_morning_only_warranties_that_end_soon_are_looked_at(registered):
    today = timezone.localdate()
    soon = registered("ZC-1", warranty_until=today + timedelta(days=50))
    registered("ZC-2", warranty_until=today + timedelta(days=900))
    registered("ZC-3", warranty_until=today - timedelta(days=900))
    registered("ZC-4")
    assert list(REMINDABLE[FixedAsset].open_things()) == [soon]
