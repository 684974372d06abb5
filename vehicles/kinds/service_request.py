"""Requests for service of vehicles, declared for the mechanism of all cases."""

from typing import Any

from django.db.models import Q
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.cases import forms
from campus.cases.registry import CaseKind, Move, PromiseKind, Section, on_duty, register
from campus.models import Person, Role
from campus.shell.words import day_in_words, moment_in_words, money
from vehicles import rights
from vehicles.actions import service_requests as actions
from vehicles.forms.service import Bill, BringVehicle
from vehicles.models import ServiceBill, ServiceRequest

Status = ServiceRequest.Status

# One working day to say yes or no, two hours if urgent: our own figures. A week for the bill: local
# practice, 温泉县 (domain.md §6).
HOUR, DAY = 60, 8 * 60
ANSWER = PromiseKind(
    name="answer",
    label=_("Answer"),
    minutes={"normal": DAY, "urgent": 2 * HOUR},
    met_by=(Status.APPROVED, Status.REFUSED),
    alarms=(0, DAY),
    source=_("The portal's own proposal; every figure can be changed."),
)
BILL = PromiseKind(
    name="bill",
    label=pgettext_lazy("what is promised", "Bill"),
    minutes={"normal": 7 * 24 * HOUR, "urgent": 7 * 24 * HOUR},
    hours="clock",
    met_by=(Status.OVER, Status.DONE),
    given_in=Status.BACK,
    warn_minutes=24 * HOUR,
    alarms=(0, 3 * 24 * HOUR),
    source=_("Local practice of a county: bill, parts and approval within a week."),
)

MOVES = (
    Move(
        name="approve", label=pgettext_lazy("a request", "Approve"), icon="check",
        act=actions.approve, start=(Status.ASKED,), may=rights.can_approve_service,
        form=forms.Words, is_main=True,
    ),
    Move(
        name="second", label=_("Approve as second checker"), icon="checks", act=actions.second,
        to=Status.APPROVED, start=(Status.SECOND,), may=rights.can_second_service,
        form=forms.Words, is_main=True,
    ),
    Move(
        name="bring", label=_("Bring it to the workshop"), icon="building-factory",
        act=actions.bring, to=Status.IN_WORKSHOP, may=rights.can_bring_vehicle,
        form=BringVehicle, is_main=True,
    ),
    Move(
        name="fetch", label=pgettext_lazy("a vehicle", "It is back"), icon="car",
        act=actions.fetch, to=Status.BACK, start=(Status.IN_WORKSHOP,),
        may=rights.can_bring_vehicle, form=forms.Report, is_main=True,
    ),
    Move(
        name="bill", label=_("Enter the bill"), icon="receipt-yuan", act=actions.bill,
        start=(Status.BACK,), may=rights.can_bring_vehicle, form=Bill, is_main=True,
    ),
    Move(
        name="approve-bill", label=_("Approve the bill"), icon="check", act=actions.approve_bill,
        to=Status.DONE, start=(Status.OVER,), may=rights.can_decide_bill, form=forms.Reason,
        is_main=True,
    ),
    Move(
        name="send-back", label=_("Send the bill back"), icon="arrow-back-up",
        act=actions.send_back, to=Status.BACK, start=(Status.OVER,), may=rights.can_decide_bill,
        form=forms.Reason,
    ),
    Move(
        name="check", label=pgettext_lazy("a bill", "Checked"), icon="checks",
        act=actions.check, to=Status.CHECKED, may=rights.can_check_service, form=forms.Words,
        is_main=True,
    ),
    Move(
        name="refuse", label=pgettext_lazy("a request", "Refuse"), icon="ban", act=actions.refuse,
        to=Status.REFUSED, may=rights.can_refuse_service, form=forms.Reason,
    ),
    Move(
        name="withdraw", label=pgettext_lazy("a request", "Take it back"), icon="trash",
        act=actions.withdraw, to=Status.WITHDRAWN, may=rights.can_withdraw_service,
    ),
)  # fmt: skip


def facts(request: Any) -> list[tuple[Any, Any]]:
    """Which vehicle, what work, where, at what cost, and who has said yes."""
    vehicle = request.vehicle
    link = format_html('<a href="{}">{}</a>', vehicle.get_absolute_url(), vehicle)
    shown: list[tuple[Any, Any]] = [
        (_("Vehicle"), link),
        (pgettext_lazy("of a service", "Kind of work"), request.get_kind_display()),
        (pgettext_lazy("for vehicles", "Workshop"), request.workshop),
        (_("Estimated cost"), money(request.estimate)),
    ]
    told = (
        (_("Approved by"), request.approved_by),
        (_("Second checker"), request.second_by),
        (_("In the workshop since"), request.in_at and moment_in_words(request.in_at)),
        (_("Expected back"), request.expected_back and day_in_words(request.expected_back)),
        (_("Back since"), request.back_at and moment_in_words(request.back_at)),
        (_("Bill approved by"), request.bill_approved_by),
        (pgettext_lazy("of a bill", "Checked by"), request.checked_by),
    )
    return [*shown, *(line for line in told if line[1])]


def bill_of(request: Any, person: Person) -> dict[str, Any] | None:
    """The bill with its parts, for those who keep the vehicles and whoever asked."""
    bill = ServiceBill.objects.filter(request=request).select_related("by").first()
    if bill is None:
        return None
    return {"bill": bill, "parts": list(bill.parts.all()), "estimate": request.estimate}


def waits(person: Person) -> Q:
    """The second yes waits for the head, and so does a first one and a bill for any keeper."""
    if person.on_duty_as(Role.HEAD):
        return Q(status__in=[Status.SECOND, Status.OVER])
    return Q(pk__in=[])


SERVICE_REQUEST = CaseKind(
    name="service_request",
    model=ServiceRequest,
    letter="M",
    label=pgettext_lazy("kind of case", "Service request"),
    label_plural=_("Service requests"),
    icon="car-garage",
    namespace="vehicles:service",
    moves=MOVES,
    promises=(ANSWER, BILL),
    desk=(Role.FLEET_MANAGER,),
    chain=(lambda request: on_duty(Role.FLEET_MANAGER), lambda request: on_duty(Role.HEAD)),
    may_comment=rights.can_talk_of_service,
    may_edit=lambda person, request: rights.can_keep_vehicles(person),
    facts=facts,
    related=(
        "vehicle", "workshop", "approved_by", "second_by", "bill_approved_by", "checked_by", "bill",
    ),
    sections=(Section(template="vehicles/service_bill.html", of=bill_of),),
    waits=waits,
)  # fmt: skip


def hand_in() -> None:
    """Let the portal know requests for service."""
    register(SERVICE_REQUEST)
