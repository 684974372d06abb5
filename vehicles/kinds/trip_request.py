"""Requests for trips, declared for the mechanism of all cases."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.cases import forms
from campus.cases.registry import CaseKind, Move, PromiseKind, Section, on_duty, register
from campus.doors import Answer
from campus.models import Person, Role
from campus.shell.words import moment_in_words, money
from vehicles import rights
from vehicles.actions import requests as actions
from vehicles.forms.requests import Approve
from vehicles.models import Approval, TripRequest, Use

Status = TripRequest.Status

# Half a working day to say yes or no, an hour if urgent; our own figures.
ANSWER = PromiseKind(
    name="answer",
    label=_("Answer"),
    minutes={"normal": 4 * 60, "urgent": 60},
    met_by=(Status.APPROVED, Status.REFUSED, Status.DISPATCHED, Status.DONE),
    alarms=(0, 4 * 60),
    source=_("The portal's own proposal; every figure can be changed."),
)

MOVES = (
    Move(
        name="approve", label=pgettext_lazy("a request", "Approve"), icon="check",
        act=actions.approve, to=Status.APPROVED, may=rights.can_decide, form=Approve, is_main=True,
    ),
    Move(
        name="refuse", label=pgettext_lazy("a request", "Refuse"), icon="ban", act=actions.refuse,
        to=Status.REFUSED, start=(Status.REQUESTED,), may=rights.can_decide, form=forms.Reason,
    ),
    Move(
        name="turn-down", label=_("No vehicle can be had"), icon="car-off", act=actions.refuse,
        to=Status.REFUSED, start=(Status.APPROVED,), may=rights.can_dispatch_request,
        form=forms.Reason,
    ),
    Move(
        name="withdraw", label=pgettext_lazy("a request", "Take it back"), icon="trash",
        act=actions.withdraw, to=Status.WITHDRAWN, may=rights.can_withdraw,
        fits=lambda request: request.trip is None or request.trip.status == "planned",
    ),
)  # fmt: skip


def facts(request: TripRequest) -> list[tuple[Any, Any]]:
    """Where to, when, with how many, at what cost, by which trip."""
    shown: list[tuple[Any, Any]] = [
        (pgettext_lazy("of trips", "Kind"), request.get_kind_display()),
        (_("Department"), request.department),
        (_("Destination"), f"{request.destination} · {request.get_direction_display()}"),
        (_("Leaves at"), moment_in_words(request.starts_at)),
        (_("Back at"), moment_in_words(request.ends_at)),
        (_("Passengers"), " · ".join(filter(None, [str(request.passengers), request.riders]))),
        (_("Kilometres, about"), request.km),
    ]
    if request.yuan:
        shown.append((_("Cost, about"), money(request.yuan)))
    if request.needs_school_bus:
        shown.append((_("Vehicle"), _("School bus")))
    if request.exception_why:
        shown.append((_("Why on a day off"), request.exception_why))
    if request.over_cap_why:
        shown.append((_("Why above the cap"), request.over_cap_why))
    if request.trip:
        link = format_html('<a href="{}">{}</a>', request.trip.get_absolute_url(), request.trip)
        shown.append((_("Trip"), link))
        shown.append((_("Driven by"), f"{request.trip.vehicle} · {request.trip.driver}"))
    if request.status == Status.DONE:
        shown.append((_("Its share"), f"{request.used_km} km · {money(request.used_yuan)}"))
    return shown


@dataclass(frozen=True)
class Way:
    """The steps of a request, what it takes of the caps, and whether the person dispatches it."""

    request: TripRequest
    steps: list[Approval]
    uses: list[Use]
    may_dispatch: Answer

    @property
    def is_over(self) -> bool:
        return any(use.is_over for use in self.uses)


def way_of(request: TripRequest, person: Person) -> Way:
    """What a request has before and behind it; caps are for whoever keeps them, and whoever
    decides."""
    steps = list(request.approvals.select_related("decided_by"))
    reads_caps = rights.can_read_caps(person) or rights.can_decide(person, request)
    uses = actions.cap_uses(request) if reads_caps and request.is_open else []
    may = rights.can_dispatch(person)
    if request.status != Status.APPROVED:
        may = Answer(allowed=False)
    return Way(request, steps, uses, may)


def waits(person: Person) -> Q:
    """The steps that are the person's, and what is to be dispatched; never one's own to approve."""
    roles = {duty.role for duty in person.duties_today}
    if not roles:
        return Q(pk__in=[])
    theirs = Q(waits_for__in=roles)
    return theirs & (Q(status=Status.REQUESTED) & ~Q(reporter=person) | Q(status=Status.APPROVED))


def whose_turn(request: TripRequest) -> list[Role]:
    """The role of the step that waits."""
    return [Role(request.waits_for)] if request.waits_for else [Role.FLEET_MANAGER]


TRIP_REQUEST = CaseKind(
    name="trip_request",
    model=TripRequest,
    letter="V",
    label=pgettext_lazy("kind of case", "Trip request"),
    label_plural=_("Trip requests"),
    icon="car",
    namespace="vehicles:requests",
    moves=MOVES,
    promises=(ANSWER,),
    desk_of=whose_turn,
    chain=(
        lambda request: on_duty(*whose_turn(request)), lambda request: on_duty(Role.HEAD),
    ),
    facts=facts,
    related=("department", "trip__vehicle", "trip__driver"),
    sections=(Section(template="vehicles/request_way.html", of=way_of),),
    waits=waits,
)  # fmt: skip


def hand_in() -> None:
    """Let the portal know requests for trips."""
    register(TRIP_REQUEST)
