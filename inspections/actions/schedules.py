"""What happens to schedules: written, paused, and their windows laid ahead."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from campus.models import Person, Place, Semester
from campus.school_time.calendar import school_calendar
from campus.storing import store
from inspections.actions.coverage import expect, places_of
from inspections.actions.rhythm import Occasion, Times, occasions
from inspections.models import Inspection, Schedule, Window

# How far ahead walks are laid: rounds of a day two days, all others two weeks; our own figures.
AHEAD_FREQUENT, AHEAD = timedelta(days=2), timedelta(days=14)
# How far back missed walks are noted after an outage; what lies further back is left alone.
BACK = timedelta(days=31)
BATCH = 1000
Status = Inspection.Status


@transaction.atomic
def write_schedule(
    schedule: Schedule, *, places: Iterable[Place], by: Person, at: datetime, **fields: Any
) -> Schedule:
    """Write a schedule; what it has laid ahead and nobody has begun is laid anew.

    Raises ValidationError.
    """
    kept = locked(schedule.pk) if schedule.pk else schedule
    for name, value in fields.items():
        setattr(kept, name, value)
    store(kept)
    kept.places.set(places)
    lay_anew(kept, at=at)
    return kept


def locked(pk: int) -> Schedule:
    """The schedule as it stands, held until the transaction ends."""
    return Schedule.objects.select_for_update(of=("self",)).get(pk=pk)


@transaction.atomic
def pause(schedule: Schedule, *, by: Person, at: datetime) -> Schedule:
    """Lay no more windows; what is laid ahead and not begun goes."""
    return set_paused(schedule, is_paused=True, at=at)


@transaction.atomic
def resume(schedule: Schedule, *, by: Person, at: datetime) -> Schedule:
    """Lay windows again, from now on: what was not laid meanwhile was not missed."""
    return set_paused(schedule, is_paused=False, at=at)


def set_paused(schedule: Schedule, *, is_paused: bool, at: datetime) -> Schedule:
    kept = locked(schedule.pk)
    kept.is_paused = is_paused
    kept.save(update_fields=["is_paused"])
    lay_anew(kept, at=at)
    return kept


def lay_anew(schedule: Schedule, *, at: datetime) -> None:
    """Take off what has not opened yet, and lay it as the schedule stands now."""
    coming = Window.objects.filter(schedule=schedule, opens_at__gt=at)
    Inspection.objects.filter(window__in=coming, status=Status.PLANNED).delete()
    coming.filter(inspections=None).delete()
    schedule.laid_until = at
    schedule.save(update_fields=["laid_until"])
    lay_held(schedule, at=at)
    expect(schedule.checklist, on=timezone.localtime(at).date())


@transaction.atomic
def lay_windows(pk: int, *, at: datetime) -> int:
    """Lay the windows of a schedule as far ahead as is due; how many. Safe to repeat, also at
    once: whoever comes second finds it held and leaves it alone."""
    rows = Schedule.objects.select_for_update(of=("self",), skip_locked=True)
    today = timezone.localtime(at).date()
    schedule = rows.running(today).select_related("checklist", "place").filter(pk=pk).first()
    return lay_held(schedule, at=at) if schedule else 0


def lay_held(schedule: Schedule, *, at: datetime) -> int:
    """Lay windows from where the last laying ended; those that have closed already are missed."""
    today = timezone.localtime(at).date()
    if schedule.is_paused or not schedule.checklist.current:
        return 0
    until = at + (AHEAD_FREQUENT if schedule.is_frequent else AHEAD)
    since = max(schedule.laid_until or at - timedelta(days=1), at - BACK)
    times = Times(school_calendar(), tuple(Semester.objects.all()))
    wanted = occasions(schedule, times, since, until) if until > since else []
    places = places_of(schedule, today) if wanted else []
    for occasion in wanted:
        lay_one(schedule, occasion, places)
    schedule.laid_until = max(until, since)
    schedule.save(update_fields=["laid_until"])
    return len(wanted)


def lay_one(schedule: Schedule, occasion: Occasion, places: list[Place]) -> None:
    """One window with a walk for each place; the constraints see to it that none is laid twice."""
    window, _made = Window.objects.get_or_create(
        schedule=schedule, opens_at=occasion.opens_at,
        defaults={
            "due_at": occasion.due_at, "closes_at": occasion.closes_at, "warn_at": occasion.warn_at
        },
    )  # fmt: skip
    version = schedule.checklist.current
    assert version is not None  # `lay_held` sees to it
    Inspection.objects.bulk_create(
        (
            Inspection(
                checklist=schedule.checklist, version=version, place=place, window=window,
                planned_for=schedule.planned_for, role=schedule.role, opens_at=occasion.opens_at,
                due_at=occasion.due_at, closes_at=occasion.closes_at,
            )
            for place in places
        ),
        ignore_conflicts=True, batch_size=BATCH,
    )  # fmt: skip
