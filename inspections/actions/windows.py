"""The clock's part: people are told of windows, warned, and what was not walked is missed."""

from datetime import datetime
from urllib.parse import urlencode

from django.db import transaction
from django.urls import reverse

from inspections.actions.telling import MISSED, OPENS, WARNING, tell_of_window
from inspections.models import Inspection, Window

Status = Inspection.Status


def held(pk: int) -> Window | None:
    """The window, held; None while another worker has it."""
    rows = Window.objects.select_for_update(of=("self",), skip_locked=True)
    related = ("schedule__checklist", "schedule__place", "schedule__planned_for")
    return rows.select_related(*related).filter(pk=pk).first()


def undone(window: Window) -> int:
    return window.inspections.filter(status=Status.PLANNED).count()


def path_to(window: Window, status: str) -> str:
    """The list of a window's walks in a state; one walk alone is its own page."""
    walks = list(window.inspections.values_list("pk", flat=True)[:2])
    if len(walks) == 1:
        return reverse("inspections:inspection", args=walks)
    query = urlencode({"window": window.pk, "state": status})
    return f"{reverse('inspections:inspections')}?{query}"


@transaction.atomic
def tell_that_open(pk: int, *, at: datetime) -> bool:
    """Tell whoever walks it that a window has opened; once. Safe to repeat."""
    window = held(pk)
    if window is None or window.told_at:
        return False
    window.told_at = at
    window.save(update_fields=["told_at"])
    if count := undone(window):
        path = path_to(window, Status.PLANNED)
        tell_of_window(window, OPENS, "opens", count=count, path=path, at=at)
    return True


@transaction.atomic
def warn(pk: int, *, at: datetime) -> bool:
    """Warn whoever walks it that a window will close with places left; once. Safe to repeat."""
    window = held(pk)
    if window is None or window.warned_at:
        return False
    window.warned_at = at
    window.save(update_fields=["warned_at"])
    if count := undone(window):
        path = path_to(window, Status.PLANNED)
        tell_of_window(window, WARNING, "warning", count=count, path=path, at=at)
    return True


@transaction.atomic
def close(pk: int, *, at: datetime) -> int:
    """Mark what nobody has begun of a window as missed; how many. Safe to repeat."""
    window = held(pk)
    if window is None or window.closed_at:
        return 0
    walks = Inspection.objects.filter(window=window, status=Status.PLANNED)
    missed = walks.update(status=Status.MISSED)
    window.closed_at = at
    window.told_at = window.told_at or at
    window.save(update_fields=["closed_at", "told_at"])
    return missed


@transaction.atomic
def tell_of_missed(pks: list[int], *, at: datetime) -> None:
    """Tell of the walks that were missed in windows of one schedule, in one notice however many
    windows closed while all was down: whoever should have walked them, and the head."""
    windows = Window.objects.filter(pk__in=pks).order_by("-opens_at")
    last = windows.select_related(
        "schedule__checklist", "schedule__place", "schedule__planned_for"
    ).first()
    missed = Inspection.objects.filter(window__in=pks, status=Status.MISSED).count()
    if last is None or not missed:
        return
    path = path_to(last, Status.MISSED) if len(pks) == 1 else path_to_schedule(last)
    tell_of_window(last, MISSED, "missed", count=missed, path=path, at=at, with_heads=True)


def path_to_schedule(window: Window) -> str:
    query = urlencode({"schedule": window.schedule_id, "state": Status.MISSED})
    return f"{reverse('inspections:inspections')}?{query}"
