"""Which jobs of a maintenance plan are to be laid by a day, and laying them; whoever calls holds
the plan's row.

By interval the next is due so many months after the thing was last done, so there is one at a time
and nothing piles up while the portal was down. By the year the latest occasion alone is laid: one
that has passed meanwhile is not made up for, and one that is still planned when the next one comes
is missed.
"""

from datetime import date, timedelta

from django.utils import timezone

from campus.models import Place
from campus.school_time.months import months_after
from repairs.models import FixedAsset, MaintenanceJob, MaintenancePlan

Status = MaintenanceJob.Status
# An asset, or a place: what a job is for, by their numbers.
Key = tuple[int | None, int | None]
Thing = FixedAsset | Place
PARTS = ("asset_id", "place_id")
BATCH = 1000


def things_of(plan: MaintenancePlan, on: date) -> list[Thing]:
    """The assets on the books or the places in use that the plan covers on a day."""
    if plan.covers == plan.Covers.PLACE:
        return list(places_of(plan, on))
    assets = FixedAsset.objects.on_the_books().defer("sought")
    if plan.covers == plan.Covers.ASSET:
        return list(assets.filter(maintenance_plans=plan))
    if plan.category_id:
        assets = assets.filter(category=plan.category_id)
    if plan.place:
        there = Place.objects.within(plan.place).order_by().values("pk")
        assets = assets.filter(place__in=there)
    return list(assets.order_by("number"))


def places_of(plan: MaintenancePlan, on: date) -> list[Place]:
    assert plan.place is not None  # the database holds it for plans of places
    places = Place.objects.active(on).defer("sought")
    if plan.part_kind:
        return list(places.within(plan.place).filter(kind=plan.part_kind).order_by("code"))
    return list(places.filter(pk=plan.place.pk))


def key_of(thing: Thing) -> Key:
    return (thing.pk, None) if isinstance(thing, FixedAsset) else (None, thing.pk)


def lay_due(plan: MaintenancePlan, on: date) -> int:
    """Lay what is to be laid on a day; how many jobs."""
    if plan.is_paused:
        return 0
    jobs = MaintenanceJob.objects.filter(plan=plan).defer("sought")
    latest = {
        (job.asset_id, job.place_id): job
        for job in jobs.order_by(*PARTS, "-due_on").distinct(*PARTS)
    }
    running = {(job.asset_id, job.place_id): job for job in jobs.open()}
    things = {key_of(thing): thing for thing in things_of(plan, on)}
    let_go_of_strangers(things, running, on)
    return lay_all(plan, things, latest, running, on)


def lay_all(
    plan: MaintenancePlan, things: dict[Key, Thing], latest: dict[Key, MaintenanceJob],
    running: dict[Key, MaintenanceJob], on: date,
) -> int:  # fmt: skip
    """A job for each thing whose next is to be laid and that has none open."""
    wanted, overtaken = [], []
    for key, thing in things.items():
        due_on, open_job = next_due(plan, thing, latest.get(key), on), running.get(key)
        if due_on is None or due_on - timedelta(days=plan.lead_days) > on:
            continue
        if open_job and (open_job.status != Status.PLANNED or open_job.due_on >= due_on):
            continue
        if open_job:
            overtaken.append(open_job.pk)
        wanted.append(new_job(plan, thing, due_on))
    MaintenanceJob.objects.filter(pk__in=overtaken).update(status=Status.MISSED)
    MaintenanceJob.objects.bulk_create(wanted, batch_size=BATCH)
    return len(wanted)


def new_job(plan: MaintenancePlan, thing: Thing, due_on: date) -> MaintenanceJob:
    asset, place = (thing, None) if isinstance(thing, FixedAsset) else (None, thing)
    named = str(asset) if asset else place.with_code if place else ""
    title = f"{plan.name} · {named}"
    return MaintenanceJob(plan=plan, asset=asset, place=place, title=title[:260], due_on=due_on)


def let_go_of_strangers(
    things: dict[Key, Thing], running: dict[Key, MaintenanceJob], on: date
) -> None:
    """Planned jobs of what the plan does not cover any more: disposed of, moved, out of use. Those
    that were due stay in the books as missed."""
    strangers = [
        job for key, job in running.items() if key not in things and job.status == Status.PLANNED
    ]
    due = [job.pk for job in strangers if job.due_on <= on]
    MaintenanceJob.objects.filter(pk__in=due).update(status=Status.MISSED)
    coming = [job.pk for job in strangers if job.due_on > on]
    MaintenanceJob.objects.filter(pk__in=coming).delete()


def take_off_coming(plan: MaintenancePlan, on: date) -> None:
    """Take off what is not due yet and nobody has begun, before the plan is laid anew."""
    coming = MaintenanceJob.objects.filter(plan=plan, status=Status.PLANNED, due_on__gt=on)
    coming.delete()


def next_due(
    plan: MaintenancePlan, thing: Thing, latest: MaintenanceJob | None, on: date
) -> date | None:
    """When a thing is due next, as far as it can be said on a day; None where it is not yet, or
    was laid already. Nothing is due before the day on which it was registered."""
    known_since = registered_on(thing)
    if plan.is_yearly:
        due_on = plan.occasion_by(on + timedelta(days=plan.lead_days))
        is_new = due_on is not None and due_on >= known_since
        laid = latest is not None and due_on is not None and latest.due_on >= due_on
        return due_on if is_new and not laid else None
    if latest is None:
        return max(first_due(plan, thing), known_since)
    if latest.is_open:
        return latest.due_on
    return due_again(plan, latest)


def registered_on(thing: Thing) -> date:
    if isinstance(thing, FixedAsset):
        return timezone.localtime(thing.at).date()
    return thing.starts_on or date.min


def first_due(plan: MaintenancePlan, thing: Thing) -> date:
    """By interval: the plan's first day, but what was bought later is not due at once."""
    bought = thing.bought_on if isinstance(thing, FixedAsset) else None
    if bought is None or bought <= plan.starts_on:
        return plan.starts_on
    return plan.due_after(bought)


def due_again(plan: MaintenancePlan, latest: MaintenanceJob) -> date:
    """By interval after the last one: from the day it was done; where it was left out, from the day
    it was due, on by intervals until after the day it was left out."""
    if latest.done_on:
        return plan.due_after(latest.done_on)
    assert plan.every_months is not None  # the database holds it for this rhythm
    left_out = timezone.localtime(latest.ended_at).date() if latest.ended_at else latest.due_on
    count = 1
    while (due_on := months_after(latest.due_on, plan.every_months * count)) <= left_out:
        count += 1
    return due_on
