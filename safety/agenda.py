"""What safety tells the roof: dated things for the calendar, and what waits for a person."""

from datetime import date, datetime, timedelta
from functools import partial
from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from campus.agenda import Dated, Urgency, Waiting
from campus.models import Person
from campus.rows import Rows
from campus.school_time.engine import moments_of
from planning.models import Kind
from safety.models import (
    Chemical,
    ChemicalMove,
    Drill,
    DutyShift,
    DutySwap,
    SafetyEvent,
)
from safety.models.chemical import RETURN_WITHIN

# As many of a sort as somebody reads on a screen.
MOST = 8
# Duty is shown from so many days before it begins.
DAYS_AHEAD = timedelta(days=3)


def dated(person: Person, first: date, last: date) -> list[Rows[Dated]]:
    """Drills, activities of safety education, and the person's own duty, from `first` to `last`."""
    since, until = moments_of(first, last)
    return [
        Rows(
            rows=Drill.objects.visible_to(person).between(since, until).exclude(
                status=Drill.Status.CALLED_OFF
            ),
            fields=("title", "planned_at", "status", "assembly", "commander__name"),
            draw=dated_drill,
        ),
        Rows(
            rows=SafetyEvent.objects.visible_to(person).filter(on__range=(first, last)).exclude(
                status=SafetyEvent.Status.CALLED_OFF
            ),
            fields=("title", "on", "where", "status"),
            draw=partial(dated_event, is_told=not person.is_pupil),
        ),
        Rows(
            rows=DutyShift.objects.visible_to(person).of(person).between(since, until),
            fields=("kind", "starts_at", "ends_at"),
            draw=dated_shift,
        ),
    ]  # fmt: skip


def dated_drill(drill: Drill) -> Dated:
    """A drill at its hour."""
    planned = timezone.localtime(drill.planned_at)
    return Dated(
        title=drill.title, first=planned.date(), last=planned.date(), kind=Kind.DRILL,
        path=drill.get_absolute_url(), starts_at=planned.time(), person=str(drill.commander),
        place=drill.assembly, state=drill.status, state_words=Drill.Status(drill.status).label,
        is_done=drill.is_held,
    )  # fmt: skip


def dated_event(event: SafetyEvent, *, is_told: bool) -> Dated:
    """An activity on its day; whether it was held is told to staff."""
    return Dated(
        title=event.title, first=event.on, last=event.on, kind=Kind.EDUCATION,
        path=event.get_absolute_url(), place=event.where,
        state=event.tone if is_told else "", state_words=SafetyEvent.Status(event.status).label,
        is_done=event.status == SafetyEvent.Status.HELD,
    )  # fmt: skip


def dated_shift(shift: DutyShift) -> Dated:
    """One's own duty."""
    starts, ends = timezone.localtime(shift.starts_at), timezone.localtime(shift.ends_at)
    return Dated(
        title=_("On duty: %(kind)s") % {"kind": DutyShift.Kind(shift.kind).label},
        first=starts.date(), last=starts.date(), kind=Kind.DUTY, path=shift.get_absolute_url(),
        starts_at=starts.time(), ends_at=ends.time() if ends.date() == starts.date() else None,
    )  # fmt: skip


def waiting(person: Person, at: datetime) -> list[Rows[Waiting]]:
    """One's own duty that is near, swaps asked of one, drills to be held or summed up, chemicals to
    be signed for or brought back."""
    if person.is_pupil:
        return []
    near = DutyShift.objects.of(person).filter(ends_at__gt=at, starts_at__lt=at + DAYS_AHEAD)
    asked = DutySwap.objects.filter(taker=person, status=DutySwap.Status.ASKED)
    own = Drill.objects.filter(Q(commander=person) | Q(by=person))
    kept = Chemical.objects.filter(Q(keeper=person) | Q(second_keeper=person)).values("pk")
    unsigned = ChemicalMove.objects.unsigned().filter(chemical__in=kept).exclude(by=person)
    late = ChemicalMove.objects.out().filter(at__lt=at - RETURN_WITHIN)
    return [
        Rows(
            rows=near.order_by("starts_at")[:MOST], fields=("kind", "starts_at", "ends_at"),
            draw=partial(waiting_shift, at=at),
        ),
        Rows(
            rows=asked.order_by("asked_at")[:MOST],
            fields=("reason", "giver__name", "shift__starts_at", "shift__kind"),
            draw=waiting_swap,
        ),
        Rows(
            rows=own.filter(
                Q(status__in=["planned", "running"], planned_at__lt=at + DAYS_AHEAD)
                | Q(status="held", summary="")
            ).order_by("planned_at")[:MOST],
            fields=("title", "planned_at", "status"),
            draw=partial(waiting_drill, at=at),
        ),
        Rows(
            rows=unsigned.order_by("at")[:MOST],
            fields=("kind", "amount", "chemical__name", "chemical__spec", "chemical__unit"),
            draw=waiting_signature,
        ),
        Rows(
            rows=late.filter(Q(chemical__in=kept) | Q(taker=person)).order_by("at")[:MOST],
            fields=("kind", "amount", "at", "chemical__name", "chemical__spec", "chemical__unit"),
            draw=waiting_return,
        ),
    ]  # fmt: skip


def waiting_shift(shift: DutyShift, *, at: datetime) -> Waiting:
    """One's own duty, today or soon."""
    starts = timezone.localtime(shift.starts_at)
    is_near = starts.date() <= timezone.localtime(at).date()
    return Waiting(
        title=_("On duty: %(kind)s") % {"kind": DutyShift.Kind(shift.kind).label},
        path=shift.get_absolute_url(), icon="moon",
        urgency=Urgency.TODAY if is_near else Urgency.SOON, due=starts.date(),
        detail=f"{starts:%H:%M} – {timezone.localtime(shift.ends_at):%H:%M}",
        button=pgettext("button", "Open"),
    )  # fmt: skip


def waiting_swap(swap: Any) -> Waiting:
    """Somebody asks one to stand in."""
    starts = timezone.localtime(swap.shift.starts_at)
    return Waiting(
        title=_("%(person)s asks you to stand in on duty") % {"person": swap.giver},
        path=reverse("safety:shift", args=[swap.shift_id]), icon="arrows-exchange",
        urgency=Urgency.TODAY, due=starts.date(), detail=swap.reason,
        button=_("I stand in"),
        act_path=reverse("safety:swap_answer", args=[swap.pk, "accept"]),
        aside=_("I cannot"), aside_path=reverse("safety:swap_answer", args=[swap.pk, "decline"]),
    )  # fmt: skip


def waiting_drill(drill: Drill, *, at: datetime) -> Waiting:
    """A drill that is near, or that nobody has summed up."""
    planned = timezone.localtime(drill.planned_at)
    today = timezone.localtime(at).date()
    if drill.is_held:
        return Waiting(
            title=_("Sum up: %(drill)s") % {"drill": drill.title}, icon="stopwatch",
            path=drill.get_absolute_url(), urgency=Urgency.SOON, button=_("Sum up"),
        )  # fmt: skip
    urgency = Urgency.SOON if planned.date() > today else Urgency.TODAY
    return Waiting(
        title=drill.title, path=reverse("safety:drill_stopwatch", args=[drill.pk]),
        icon="stopwatch", due=planned.date(), detail=f"{planned:%H:%M}",
        urgency=urgency if planned.date() >= today else Urgency.OVERDUE,
        button=_("Stopwatch"),
    )  # fmt: skip


def amount_of(move: ChemicalMove) -> str:
    return f"{move.chemical} {move.amount:g} {move.chemical.unit}"


def waiting_signature(move: ChemicalMove) -> Waiting:
    """A move of a controlled chemical that one keeps too."""
    return Waiting(
        title=_("Sign: %(move)s") % {"move": amount_of(move)}, icon="signature",
        path=move.chemical.get_absolute_url(), urgency=Urgency.TODAY,
        detail=str(ChemicalMove.Kind(move.kind).label), button=pgettext("button", "Open"),
    )  # fmt: skip


def waiting_return(move: ChemicalMove) -> Waiting:
    """What was drawn and has not come back within the half day."""
    return Waiting(
        title=_("Not back yet: %(move)s") % {"move": amount_of(move)}, icon="flask",
        path=move.chemical.get_absolute_url(), urgency=Urgency.OVERDUE,
        due=timezone.localtime(move.at).date(), button=pgettext("button", "Open"),
    )  # fmt: skip
