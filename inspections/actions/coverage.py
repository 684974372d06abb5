"""Keeping up when each place was last seen, and which places are wanted."""

from collections.abc import Iterable
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from campus.models import Place
from inspections.models import Checklist, Coverage, Inspection, Schedule
from inspections.models.checklist import due_after
from inspections.models.coverage import soon_before

BATCH = 2000


def note_seen(walk: Inspection, *, at: datetime) -> None:
    """The place was seen by the checklist: one statement. A walk that is finished late does not
    hide a newer one."""
    day = timezone.localtime(at).date()
    row, _made = Coverage.objects.select_for_update().get_or_create(
        place=walk.place, checklist=walk.checklist
    )
    if row.last_on is not None and row.last_on > day:
        return
    row.last, row.last_on, row.last_faults = walk, day, walk.faults
    row.due_on = due_after(day, walk.checklist)
    row.soon_on = soon_before(row.due_on, walk.checklist.every_days)
    row.save()


def places_of(schedule: Schedule, on: date) -> list[Place]:
    """The places that a schedule wants walked on a day, each once, by code."""
    active = Place.objects.active(on)
    found = {place.pk: place for place in schedule.places.all() if place.is_active(on)}
    if schedule.part_kind or schedule.part_use:
        parts = active.within(schedule.place)
        if schedule.part_kind:
            parts = parts.filter(kind=schedule.part_kind)
        if schedule.part_use:
            parts = parts.filter(use=schedule.part_use)
        found |= {place.pk: place for place in parts.defer("sought")}
    elif schedule.place.is_active(on):
        found[schedule.place_id] = schedule.place
    return sorted(found.values(), key=lambda place: place.code)


@transaction.atomic
def expect(checklist: Checklist, *, on: date) -> None:
    """Let coverage want just those places that running schedules of the checklist walk.

    Places that were never seen are due as if they had been seen the day before they were wanted
    first. Safe to repeat.
    """
    schedules = Schedule.objects.running(on).filter(checklist=checklist)
    related = schedules.select_related("place").prefetch_related("places")
    wanted = {place.pk for schedule in related for place in places_of(schedule, on)}
    rows = Coverage.objects.filter(checklist=checklist)
    rows.exclude(place__in=wanted).filter(is_expected=True).update(is_expected=False)
    add_missing(checklist, wanted, on=on)
    rows.filter(place__in=wanted, is_expected=False).update(is_expected=True)


def add_missing(checklist: Checklist, wanted: Iterable[int], *, on: date) -> None:
    """Rows for places that nobody has seen yet."""
    due = due_after(on, checklist)
    Coverage.objects.bulk_create(
        (
            Coverage(place_id=number, checklist=checklist, due_on=due, is_expected=True)
            for number in sorted(wanted)
        ),
        ignore_conflicts=True, batch_size=BATCH,
    )  # fmt: skip


@transaction.atomic
def reckon_due(checklist: Checklist) -> None:
    """Bring the days on which places are due in line with a changed `every_days`."""
    rows = list(Coverage.objects.select_for_update().filter(checklist=checklist))
    for row in rows:
        if row.last_on is not None:
            row.due_on = due_after(row.last_on, checklist)
            row.soon_on = soon_before(row.due_on, checklist.every_days)
    Coverage.objects.bulk_update(rows, ["due_on", "soon_on"], batch_size=BATCH)
