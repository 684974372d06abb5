"""What inspections tell the roof: planned walks in the calendar, and what waits for a person."""

from datetime import date, datetime, timedelta
from functools import partial

from django.db.models import Count, F, Q, Window
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from campus.agenda import Dated, Urgency, Waiting
from campus.models import Person
from campus.rows import Rows
from campus.school_time.engine import moments_of
from inspections.models import EARLY, Campaign, Inspection, Schedule, roles_of, walks_for
from inspections.models import Window as Occasion

Status = Inspection.Status
# What the calendar shows inspections as.
KIND = "inspection"
MOST = 12


def dated(person: Person, first: date, last: date) -> list[Rows[Dated]]:
    """Occasions of schedules and campaigns that touch the days; rounds of every day and night are
    left to My day, where they do not bury everything else."""
    if person.is_pupil:
        return []
    start, end = moments_of(first, last)
    return [dated_occasions(person, start, end), dated_campaigns(person, first, last)]


def dated_occasions(person: Person, start: datetime, end: datetime) -> Rows[Dated]:
    """The windows of schedules that are not walked every day."""
    seen = Schedule.objects.visible_to(person).exclude(rhythm__in=Schedule.FREQUENT)
    windows = Occasion.objects.filter(schedule__in=seen.order_by().values("pk"))
    return Rows(
        rows=windows.filter(opens_at__lt=end, due_at__gte=start),
        fields=(
            "opens_at", "due_at", "schedule_id", "schedule__checklist__name",
            "schedule__place__name",
        ),
        draw=dated_occasion,
    )  # fmt: skip


def dated_occasion(window: Occasion) -> Dated:
    """One occasion, over all of its places."""
    schedule = window.schedule
    return Dated(
        title=schedule.checklist.name,
        first=timezone.localtime(window.opens_at).date(),
        last=timezone.localtime(window.due_at).date(),
        kind=KIND,
        path=f"{reverse('inspections:inspections')}?window={window.pk}",
        place=schedule.place.name,
    )


def dated_campaigns(person: Person, first: date, last: date) -> Rows[Dated]:
    """Campaigns from their first day to their deadline."""
    found = Campaign.objects.visible_to(person).filter(starts_on__lte=last, due_on__gte=first)
    return Rows(
        rows=found.exclude(status=Campaign.Status.PREPARED),
        fields=("title", "starts_on", "due_on"),
        draw=lambda campaign: Dated(
            title=campaign.title, first=campaign.starts_on, last=campaign.due_on, kind=KIND,
            path=campaign.get_absolute_url(),
        ),
    )  # fmt: skip


# My day


def waiting(person: Person, at: datetime) -> list[Rows[Waiting]]:
    """Walks under way, walks that may be begun now (of one occasion together), and walks that want
    the person's signature."""
    told = [waiting_begun(person), waiting_open(person, at)]
    if person.duties_today and not person.is_pupil:
        told.append(waiting_signature(person))
    return told


FIELDS = ("due_at", "opens_at", "checklist__name", "place__name", "place__code")


def waiting_begun(person: Person) -> Rows[Waiting]:
    """What the person has begun and not finished."""
    walks = Inspection.objects.filter(status=Status.UNDER_WAY, walker=person)
    return Rows(rows=walks.order_by("started_at")[:MOST], fields=FIELDS, draw=drawn_begun)


def drawn_begun(walk: Inspection) -> Waiting:
    return Waiting(
        title=walk.checklist.name,
        path=reverse("inspections:inspection_walk", args=[walk.pk]),
        icon="clipboard-check",
        urgency=Urgency.TODAY,
        detail=" · ".join((walk.place.with_code, _("you have begun it"))),
        button=_("Go on walking"),
    )


def waiting_open(person: Person, at: datetime) -> Rows[Waiting]:
    """Walks planned for the person or a role held today that may be begun, of each occasion and
    checklist the first with how many there are."""
    for_role = Q(role__in=roles_of(person)) | walks_for(person)
    mine = Q(planned_for=person) | Q(planned_for=None) & for_role
    walks = Inspection.objects.filter(mine, status=Status.PLANNED, opens_at__lte=at + EARLY)
    together = ("checklist_id", "window_id")
    return Rows(
        rows=walks.order_by(*together, "due_at", "id").distinct(*together),
        fields=(*FIELDS, "window_id"),
        extra={"count": Window(Count("*"), partition_by=[F(name) for name in together])},
        draw=partial(drawn_open, at=at),
    )


def drawn_open(walk: Inspection, *, at: datetime) -> Waiting:
    """One walk by its place, several as their list."""
    count: int = walk.count  # type: ignore[attr-defined]  # an extra of its rows
    due = timezone.localtime(walk.due_at)
    words = ngettext("%(count)d place", "%(count)d places", count) % {"count": count}
    where = walk.place.with_code if count == 1 else words
    until = _("until %(time)s") % {"time": f"{due:%H:%M}"}
    return Waiting(
        title=walk.checklist.name,
        path=walk.get_absolute_url() if count == 1 else path_of(walk),
        icon="clipboard-check",
        urgency=urgency_of(walk, at),
        due=due.date(),
        detail=" · ".join((where, until)),
        button=_("Begin this walk") if count == 1 else pgettext("button", "Open"),
        act_path=reverse("inspections:inspection_start", args=[walk.pk]) if count == 1 else "",
    )


def path_of(walk: Inspection) -> str:
    """The list of an occasion's planned walks."""
    query = f"window={walk.window_id}&state={Status.PLANNED}" if walk.window_id else "state=mine"
    return f"{reverse('inspections:inspections')}?{query}"


def urgency_of(walk: Inspection, at: datetime) -> Urgency:
    """By when it is due."""
    assert walk.due_at is not None  # planned ones have it
    if walk.due_at < at:
        return Urgency.OVERDUE
    left = walk.due_at - at
    if left < timedelta(hours=24):
        return Urgency.TODAY
    return Urgency.SOON if left < timedelta(days=7) else Urgency.LATER


def waiting_signature(person: Person) -> Rows[Waiting]:
    """Walks that want the person's signature: of each checklist the first with how many."""
    waits = Inspection.objects.to_be_signed_by(person)
    return Rows(
        rows=waits.order_by("checklist_id", "finished_at").distinct("checklist_id"),
        fields=("finished_at", "checklist_id", "checklist__name", "place__name", "place__code"),
        extra={"count": Window(Count("*"), partition_by=[F("checklist_id")])},
        draw=drawn_signature,
    )


def drawn_signature(walk: Inspection) -> Waiting:
    count: int = walk.count  # type: ignore[attr-defined]  # an extra of its rows
    words = ngettext(
        "%(count)d walk waits for your signature", "%(count)d walks wait for your signature", count
    )
    query = f"state={Status.TO_SIGN}&checklist={walk.checklist_id}"
    many = f"{reverse('inspections:inspections')}?{query}"
    return Waiting(
        title=walk.checklist.name,
        path=walk.get_absolute_url() if count == 1 else many,
        icon="signature",
        urgency=Urgency.SOON,
        detail=words % {"count": count} if count > 1 else walk.place.with_code,
        button=pgettext("button", "Sign"),
    )
