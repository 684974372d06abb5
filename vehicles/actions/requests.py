"""Trips are asked for, approved step by step, refused, taken back."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from campus.attachments.actions import Upload
from campus.cases.actions import change, move, raise_case
from campus.cases.actions.locking import locked
from campus.cases.actions.moving import refuse_unless_possible
from campus.cases.actions.telling import call_group, tell_people
from campus.cases.registry import on_duty
from campus.doors import Refused
from campus.models import Attachment, Person, Role, TimelineEntry
from campus.records.actions import note
from campus.school_time.calendar import school_calendar
from campus.storing import store
from vehicles.actions import trips
from vehicles.models import (
    FAR_KM,
    Approval,
    ApprovalRule,
    Direction,
    TripRequest,
    UsageCap,
    Use,
    Vehicle,
    Why,
    uses_of,
)
from vehicles.rights import can_decide

Status = TripRequest.Status

STEP_TAKEN = gettext_noop("Step %(step)s approved")
NEXT_STEP = gettext_noop("Waits for your approval: %(number)s %(title)s")
NOW_OVER = gettext_noop("Above the cap by now: the head decides")
TO_DISPATCH = gettext_noop("Approved, wants a vehicle: %(number)s %(title)s")


@dataclass(frozen=True)
class Step:
    """A step that a request has to take: whose turn, and why."""

    role: Role
    why: list[Why]


@transaction.atomic
def ask(
    *, by: Person, at: datetime, attachments: Iterable[Upload | Attachment] = (), **facts: Any
) -> TripRequest:
    """Ask for a trip; whoever has the first step of its way is told.

    `facts` are fields of the request. Raises ValidationError at `starts_at` for what has passed, at
    `passengers` for more than the largest vehicle takes, and at `exception_why` for a day off
    without a reason.
    """
    facts.setdefault("reporter", by)
    request = TripRequest(**facts)
    refuse_what_cannot_be(request, at)
    far = request.km >= FAR_KM or request.direction == Direction.AWAY
    facts["is_out_of_town"] = bool(facts.get("is_out_of_town")) or far
    facts["is_on_day_off"] = is_on_day_off(request)
    if facts["is_on_day_off"] and not request.exception_why.strip():
        raise ValidationError({"exception_why": _("That is a day off. Say why it must be.")})
    steps = steps_of(request, on_day_off=facts["is_on_day_off"])
    made = raise_case(
        TripRequest, by=by, at=at, attachments=attachments, waits_for=steps[0].role, **facts
    )
    for number, step in enumerate(steps, 1):
        lay_step(made, number, step)
    return made


def refuse_what_cannot_be(request: TripRequest, at: datetime) -> None:
    """Raise ValidationError for a trip that no vehicle could take any more."""
    if request.starts_at < at:
        raise ValidationError({"starts_at": _("That has passed already.")})
    if request.ends_at <= request.starts_at:
        raise ValidationError({"ends_at": _("It must be back after it has left, within 14 days.")})
    largest = Vehicle.objects.in_use().order_by("-seats").first()
    if largest and request.passengers > largest.room:
        raise ValidationError({
            "passengers": _("The largest vehicle takes %(room)s beside the driver.")
            % {"room": largest.room}
        })  # fmt: skip


def days_of(request: TripRequest) -> list[date]:
    """The days on which it is out, in school time."""
    first = timezone.localtime(request.starts_at).date()
    last = timezone.localtime(request.ends_at).date()
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]


def is_on_day_off(request: TripRequest) -> bool:
    """Whether one of its days is none of the office's: vehicles are sealed then (封存停驶)."""
    calendar = school_calendar()
    return not all(calendar.is_working_day(day) for day in days_of(request))


def steps_of(request: TripRequest, *, on_day_off: bool) -> list[Step]:
    """The steps of its way by the rules in force: the fleet manager's before the head's, each once
    with all its reasons."""
    days = len(days_of(request))
    cases = {
        Why.ALWAYS: True, Why.DAY_OFF: on_day_off,
        Why.OVER_CAP: any(use.is_over for use in cap_uses(request)),
    }  # fmt: skip
    wanted: dict[Role, list[Why]] = {}
    for rule in ApprovalRule.objects.filter(is_on=True):
        asks = rule.asks_for(km=request.km, days=days, yuan=request.yuan)
        if cases.get(Why(rule.why), asks):
            wanted.setdefault(Role(rule.role), []).append(Why(rule.why))
    ordered = sorted(wanted.items(), key=lambda each: each[0] == Role.HEAD)
    return in_their_hands(ordered or [(Role.FLEET_MANAGER, [Why.ALWAYS])], request.reporter)


def in_their_hands(steps: Iterable[tuple[Role, list[Why]]], asker: Person | None) -> list[Step]:
    """The steps with the roles that really take them: never the asker alone."""
    taken: dict[Role, list[Why]] = {}
    for role, why in steps:
        taken.setdefault(taken_by(role, asker), []).extend(why)
    return [Step(role, why) for role, why in taken.items()]


def taken_by(role: Role, asker: Person | None) -> Role:
    """The role, or where nobody but the asker holds it the next above it: the head, then, as
    everywhere, administrators."""
    for each in dict.fromkeys((role, Role.HEAD, Role.ADMINISTRATOR)):
        if any(person != asker for person in Person.objects.on_duty_as(each)):
            return each
    return role


def cap_uses(request: TripRequest, *, lock: bool = False) -> list[Use]:
    """The caps that bear on a request, and what it would leave of them. With `lock` no other
    request is approved against them meanwhile."""
    day = timezone.localtime(request.starts_at).date()
    caps = UsageCap.objects.bearing_on(request.department, day).order_by("pk")
    if lock:
        caps = caps.select_for_update(of=("self",))
    asked: dict[str, int | Decimal] = {}
    if counts_itself(request):
        asked = {"km": request.km, "yuan": request.yuan, "trips": 1}
    return uses_of(caps, asked)


def counts_itself(request: TripRequest) -> bool:
    """Whether it is to be added to what is committed: no more once it is approved."""
    return request.status == Status.REQUESTED


def lay_step(request: TripRequest, number: int, step: Step) -> None:
    assert request.reporter  # nobody asks for a trip without a name
    store(
        Approval(
            request=request, step=number, role=step.role, why=[each.value for each in step.why],
            asker=request.reporter,
        )
    )  # fmt: skip


@transaction.atomic
def approve(
    request: TripRequest, *, words: str = "", by: Person, at: datetime, seen: int | None = None
) -> TimelineEntry:
    """Take the step of the request that waits; with the last it can be dispatched.

    Above the cap only the head goes on, with a reason: where it has come to that since it was asked
    for, the head gets a step. Raises Refused.
    """
    request = locked(request, seen=seen)
    refuse_unless_possible(request, Status.APPROVED, words)
    refuse_stranger(request, by)
    over = any(use.is_over for use in cap_uses(request, lock=True))
    may_exceed = allows_more(request, by)
    if over and may_exceed and not words.strip():
        raise Refused(_("This is above the cap. Say why it may be."))
    step = decide(request, Approval.Answer.APPROVED, words=words, by=by, at=at)
    following = request.approvals.waiting().order_by("step").first()
    if following is None and over and not may_exceed:
        following = lay_head_step(request, step.step + 1, by=by, at=at)
    if following is not None:
        return go_on(request, step, following, words=words, by=by, at=at)
    changes: dict[str, Any] = {"over_cap_why": words[:300]} if over else {}
    entry = move(
        request, Status.APPROVED, by=by, at=at, words=words, waits_for=Role.FLEET_MANAGER, **changes
    )
    now = TripRequest.objects.get(pk=request.pk)
    tell_people(on_duty(Role.FLEET_MANAGER), now, TO_DISPATCH, by=by, at=at)
    call_group(now, at=at)
    return entry


def allows_more(request: TripRequest, by: Person) -> bool:
    """Whether this person's word goes above the cap: the head's, or of whoever has the head's step
    where the head is who asks."""
    step = request.approvals.waiting().order_by("step").first()
    return by.on_duty_as(Role.HEAD) or bool(step and Why.OVER_CAP in step.why)


def refuse_stranger(request: TripRequest, by: Person) -> None:
    """Raise Refused where the step is not this person's."""
    if not (answer := can_decide(by, request)):
        raise Refused(str(answer.reason))


def decide(request: TripRequest, answer: str, *, words: str, by: Person, at: datetime) -> Approval:
    """Write down the answer of the step that waits. Raises ValidationError."""
    step: Approval = request.approvals.waiting().order_by("step")[0]
    step.answer, step.decided_by, step.decided_at, step.words = answer, by, at, words[:300]
    store(step)
    return step


def lay_head_step(request: TripRequest, number: int, *, by: Person, at: datetime) -> Approval:
    """One more step, since the cap was reached meanwhile."""
    role = taken_by(Role.HEAD, request.reporter)
    lay_step(request, number, Step(role, [Why.OVER_CAP]))
    note(request, by=None, at=at, text=NOW_OVER)
    return request.approvals.get(step=number)


def go_on(  # each is a fact of its own
    request: TripRequest, step: Approval, following: Approval, *, words: str, by: Person,
    at: datetime,
) -> TimelineEntry:  # fmt: skip
    """On to the next step; whoever has it is told."""
    request = change(request, at=at, waits_for=following.role)
    text, facts = STEP_TAKEN, {"step": str(step.step)}
    entry = note(request, by=by, at=at, text=text, facts=facts, words=words)
    tell_people(on_duty(Role(following.role)), request, NEXT_STEP, by=by, at=at)
    call_group(request, at=at)
    return entry


@transaction.atomic
def refuse(
    request: TripRequest, *, words: str, by: Person, at: datetime, seen: int | None = None
) -> TimelineEntry:
    """Refuse it, and say why: at the step that waits, or once it is approved, where no vehicle can
    be had. Raises Refused."""
    request = locked(request, seen=seen)
    refuse_unless_possible(request, Status.REFUSED, words)
    if request.is_waiting:
        refuse_stranger(request, by)
        decide(request, Approval.Answer.REFUSED, words=words, by=by, at=at)
    return move(request, Status.REFUSED, by=by, at=at, words=words, waits_for="")


@transaction.atomic
def withdraw(
    request: TripRequest, *, by: Person, at: datetime, seen: int | None = None
) -> TimelineEntry:
    """Take it back, also out of a trip that has not begun; a trip that nobody else rides by is
    called off. Raises Refused once it is on the road."""
    request = locked(request, seen=seen)
    refuse_unless_possible(request, Status.WITHDRAWN, "")
    trip = request.trip
    if trip:
        trips.refuse_begun(trip)
    entry = move(request, Status.WITHDRAWN, by=by, at=at, waits_for="", trip=None)
    if trip:
        trips.leave(trip, by=by, at=at)
    return entry


# Rules


# Long from a day's drive or more than one day on, costly from what one refuelling is capped at on;
# our own figures, which each school changes.
USUAL_RULES: tuple[tuple[Why, Role, dict[str, Any]], ...] = (
    (Why.ALWAYS, Role.FLEET_MANAGER, {}),
    (Why.LONG, Role.HEAD, {"km": 200, "days": 2}),
    (Why.COSTLY, Role.HEAD, {"yuan": Decimal(500)}),
    (Why.DAY_OFF, Role.HEAD, {}),
    (Why.OVER_CAP, Role.HEAD, {}),
)


@transaction.atomic
def lay_usual_rules() -> None:
    """Add those of the rules that are missing; safe to repeat."""
    ApprovalRule.objects.bulk_create(
        (ApprovalRule(why=why, role=role, **limits) for why, role, limits in USUAL_RULES),
        ignore_conflicts=True,
    )


@transaction.atomic
def change_rule(rule: ApprovalRule, *, by: Person, at: datetime, **fields: Any) -> ApprovalRule:
    """Change who approves trips of a sort, and from when on. What waits keeps its steps. Raises
    ValidationError."""
    found = ApprovalRule.objects.select_for_update().get(pk=rule.pk)
    for name, value in fields.items():
        setattr(found, name, value)
    store(found)
    return found
