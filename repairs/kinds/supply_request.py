"""Requests for supplies, declared for the mechanism of all cases."""

from typing import Any

from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.cases import forms
from campus.cases.registry import CaseKind, Move, PromiseKind, Section, on_duty, register
from campus.models import Person, Role
from repairs import rights
from repairs.actions import supply_requests as actions
from repairs.forms.supply_requests import HandOverRequest, ReceiveRequest
from repairs.models import SupplyIssue, SupplyRequest

Status = SupplyRequest.Status

# Two working days to say yes or no, four hours if urgent; our own figures.
DAY = 8 * 60
ANSWER = PromiseKind(
    name="answer",
    label=_("Answer"),
    minutes={"normal": 2 * DAY, "urgent": DAY // 2},
    met_by=(
        Status.APPROVED, Status.REFUSED, Status.READY, Status.ISSUED, Status.RECEIVED,
    ),
    alarms=(0, DAY),
    source=_("The portal's own proposal; every figure can be changed."),
)  # fmt: skip


def is_stock(request: Any) -> bool:
    return not request.is_purchase


MOVES = (
    Move(
        name="approve", label=pgettext_lazy("a request", "Approve"), icon="check",
        act=actions.approve, to=Status.APPROVED, may=rights.can_approve_request,
        form=forms.Words, is_main=True,
    ),
    Move(
        name="hand-out", label=_("Hand out"), icon="package-export", act=actions.hand_out,
        to=Status.ISSUED, fits=is_stock, may=rights.can_serve_request, form=HandOverRequest,
        is_main=True,
    ),
    Move(
        name="ready", label=_("It lies ready"), icon="package", act=actions.put_ready,
        to=Status.READY, fits=is_stock, may=rights.can_serve_request,
    ),
    Move(
        name="receive", label=_("Receive into the store"), icon="package-import",
        act=actions.receive, to=Status.RECEIVED, fits=lambda request: request.is_purchase,
        may=rights.can_serve_request, form=ReceiveRequest, is_main=True,
    ),
    Move(
        name="refuse", label=pgettext_lazy("a request", "Refuse"), icon="ban", act=actions.refuse,
        to=Status.REFUSED, may=rights.can_approve_request, form=forms.Reason,
    ),
    Move(
        name="withdraw", label=pgettext_lazy("a request", "Take it back"), icon="trash",
        act=actions.withdraw, to=Status.WITHDRAWN, may=rights.can_withdraw_request,
    ),
)  # fmt: skip


def facts(request: Any) -> list[tuple[Any, Any]]:
    """What sort it is, what it is worth, who approved it."""
    shown = [
        (pgettext_lazy("of requests", "Kind"), request.get_kind_display()),
        (_("Worth about"), f"¥{request.amount}"),
    ]
    if request.approved_by:
        shown.append((_("Approved by"), request.approved_by))
    return shown


def lines_of(request: Any, person: Person) -> dict[str, Any]:
    """Its lines with what is in stock, and the issue that it became."""
    lines = list(request.lines.select_related("supply__stock").order_by("id"))
    is_over = request.status == Status.ISSUED
    issue = SupplyIssue.objects.filter(request=request).first() if is_over else None
    return {"lines": lines, "issue": issue, "is_purchase": request.is_purchase}


def waits(person: Person) -> Q:
    """What is asked for waits for the head, too."""
    if person.on_duty_as(Role.HEAD):
        return Q(status=Status.REQUESTED)
    return Q(pk__in=[])


SUPPLY_REQUEST = CaseKind(
    name="supply_request",
    model=SupplyRequest,
    letter="S",
    label=pgettext_lazy("kind of case", "Request for supplies"),
    label_plural=_("Requests for supplies"),
    icon="shopping-cart",
    namespace="repairs:requests",
    moves=MOVES,
    promises=(ANSWER,),
    desk=(Role.STOREKEEPER,),
    chain=(lambda request: on_duty(Role.STOREKEEPER), lambda request: on_duty(Role.HEAD)),
    may_edit=rights.can_serve_request,
    facts=facts,
    related=("approved_by",),
    sections=(Section(template="repairs/request_lines.html", of=lines_of),),
    waits=waits,
)


def hand_in() -> None:
    """Let the portal know requests for supplies."""
    register(SUPPLY_REQUEST)
