"""What special rooms tell the roof: bookings and milestones for the calendar, and what waits."""

from datetime import date, datetime, timedelta
from functools import partial

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from campus.agenda import Dated, Urgency, Waiting
from campus.models import Person
from campus.rows import Rows
from campus.school_time.engine import moments_of
from campus.shell.words import moment_in_words
from planning.models import Kind
from rooms.models import Booking, Milestone

# As many of a sort as somebody reads on a screen.
MOST = 8
# How long somebody is asked how a room was left, and from when on a milestone waits; our own.
ASKED_FOR, DAYS_AHEAD = timedelta(days=3), timedelta(days=3)


def dated(person: Person, first: date, last: date) -> list[Rows[Dated]]:
    """Bookings that concern the person, and milestones of their projects."""
    since, until = moments_of(first, last)
    seen = Booking.objects.visible_to(person).concerning(person).counting()
    told: list[Rows[Dated]] = [
        Rows(
            rows=seen.filter(starts_at__gte=since, starts_at__lt=until),
            fields=("purpose", "starts_at", "ends_at", "status", "room__place__name"),
            draw=dated_booking,
        )
    ]
    if not person.is_pupil:
        own = Milestone.objects.filter(Q(person=person) | Q(project__leader=person))
        told.append(
            Rows(
                rows=own.filter(due_on__range=(first, last)).exclude(project__status="called_off"),
                fields=("title", "due_on", "done_on", "project__title"),
                draw=dated_milestone,
            )
        )
    return told


def dated_booking(booking: Booking) -> Dated:
    """A booking at its hours; one that is only asked for says so."""
    starts, ends = timezone.localtime(booking.starts_at), timezone.localtime(booking.ends_at)
    is_asked = booking.status == Booking.Status.ASKED
    return Dated(
        title=f"{booking.purpose} · {booking.room.place.name}", first=starts.date(),
        last=starts.date(), kind=Kind.OTHER, path=booking.get_absolute_url(),
        starts_at=starts.time(), ends_at=ends.time(), place=booking.room.place.name,
        state="due_soon" if is_asked else "",
        state_words=Booking.Status.ASKED.label if is_asked else "",
    )  # fmt: skip


def dated_milestone(milestone: Milestone) -> Dated:
    return Dated(
        title=f"{milestone.title} · {milestone.project.title}", first=milestone.due_on,
        last=milestone.due_on, kind=Kind.MAINTENANCE, state="planned",
        path=reverse("rooms:project", args=[milestone.project.pk]),
        state_words=pgettext("milestone", "To be reached"), is_done=milestone.done_on is not None,
    )  # fmt: skip


def waiting(person: Person, at: datetime) -> list[Rows[Waiting]]:
    """Bookings of one's rooms to be decided on, rooms of which one has not said how they were left,
    milestones that are near or past."""
    if person.is_pupil:
        return []
    today = timezone.localtime(at).date()
    asked = Booking.objects.filter(room__keeper=person, status=Booking.Status.ASKED)
    left = Booking.objects.unconfirmed(at).filter(by=person, ends_at__gt=at - ASKED_FOR)
    near = Milestone.objects.open().filter(due_on__lte=today + DAYS_AHEAD)
    mine = Q(person=person) | Q(person=None, project__leader=person)
    return [
        Rows(
            rows=asked.filter(ends_at__gt=at).order_by("starts_at")[:MOST],
            fields=("purpose", "starts_at", "by__name", "room__place__name"),
            draw=waiting_decision,
        ),
        Rows(
            rows=left.order_by("-ends_at")[:MOST],
            fields=("purpose", "starts_at", "room__place__name"), draw=waiting_state,
        ),
        Rows(
            rows=near.filter(mine).order_by("due_on")[:MOST],
            fields=("title", "due_on", "project__title"),
            draw=partial(waiting_milestone, today=today),
        ),
    ]  # fmt: skip


def waiting_decision(booking: Booking) -> Waiting:
    """Somebody asks for a room that one keeps; to refuse it wants a reason, on its page."""
    facts = {"person": booking.by.name, "room": booking.room.place.name}
    starts = timezone.localtime(booking.starts_at)
    return Waiting(
        title=_("%(person)s asks for %(room)s") % facts, path=booking.get_absolute_url(),
        icon="calendar-question", urgency=Urgency.TODAY, due=starts.date(),
        detail=f"{moment_in_words(starts)} · {booking.purpose}",
        button=pgettext("a booking", "Approve"),
        act_path=reverse("rooms:booking_approve", args=[booking.pk]),
    )  # fmt: skip


def waiting_state(booking: Booking) -> Waiting:
    """How was the room left? What is broken is written on its page."""
    return Waiting(
        title=_("Was %(room)s left in order?") % {"room": booking.room.place.name},
        path=booking.get_absolute_url(), icon="clipboard-check", urgency=Urgency.SOON,
        detail=f"{moment_in_words(booking.starts_at)} · {booking.purpose}",
        button=pgettext("state of a room", "In order"),
        act_path=reverse("rooms:booking_in_order", args=[booking.pk]),
    )  # fmt: skip


def waiting_milestone(milestone: Milestone, *, today: date) -> Waiting:
    is_late = milestone.due_on < today
    return Waiting(
        title=milestone.title, path=reverse("rooms:project", args=[milestone.project.pk]),
        icon="flag", urgency=Urgency.OVERDUE if is_late else Urgency.SOON, due=milestone.due_on,
        detail=milestone.project.title, button=pgettext("button", "Open"),
    )  # fmt: skip
