"""The kind of case that requests about data are, declared."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.cases import forms as cases
from campus.cases.registry import CaseKind, Move, PromiseKind, on_duty, register
from campus.models import DataRequest, Role
from campus.privacy import forms, rights
from campus.privacy.actions import requesting

Status, Wants = DataRequest.Status, DataRequest.Wants
DAY = 8 * 60
ANSWER = PromiseKind(
    name="answer",
    label=_("Answer"),
    minutes={"normal": 15 * DAY, "urgent": 5 * DAY},
    met_by=(Status.GRANTED, Status.REFUSED),
    warn_minutes=3 * DAY,
    alarms=(0, DAY),
    again_on_reopening=True,
    source=_("Fifteen working days, as network operators are asked to answer complaints in; the"
             " law says “in time”."),
)  # fmt: skip
MOVES = (
    Move(
        name="take", label=_("Take it up"), icon="hand-grab", act=requesting.take,
        to=Status.UNDER_WAY, start=(Status.NEW,), may=rights.can_decide_request,
    ),
    Move(
        name="correct", label=_("Put right"), icon="pencil-check", act=requesting.correct,
        to=Status.GRANTED, fits=lambda request: request.wants == Wants.CORRECT,
        may=rights.can_decide_request, form=forms.PutRight, is_main=True,
    ),
    Move(
        name="erase", label=pgettext_lazy("a request", "Erase"), icon="eraser",
        act=requesting.erase, to=Status.GRANTED,
        fits=lambda request: request.wants == Wants.ERASE, may=rights.can_decide_request,
        form=forms.Answer, is_main=True,
    ),
    Move(
        name="refuse", label=_("Refuse"), icon="ban", act=requesting.refuse, to=Status.REFUSED,
        may=rights.can_decide_request, form=cases.Reason,
    ),
    Move(
        name="reopen", label=_("Not settled"), icon="rotate", act=requesting.reopen,
        to=Status.UNDER_WAY, start=(Status.REFUSED,), may=rights.can_decide_request,
        form=cases.Reason,
    ),
    Move(
        name="withdraw", label=_("Withdraw"), icon="trash", act=requesting.withdraw,
        to=Status.WITHDRAWN, may=rights.can_withdraw, staff_only=False,
    ),
)  # fmt: skip


def facts(request: Any) -> Iterable[tuple[Any, Any]]:
    """Whose data it is, and what is asked for."""
    yield _("Whose data"), f"{request.subject.name} · {request.subject.number}"
    yield _("What is asked for"), request.get_wants_display()
    if request.parts:
        yield _("What is to be erased"), "、".join(request.parts_in_words)
    if request.by_guardian:
        yield _("Who asks"), _("A guardian")


DATA_REQUEST = CaseKind(
    name="data_request",
    model=DataRequest,
    letter="PD",
    label=pgettext_lazy("kind of case", "Request about data"),
    label_plural=_("Requests about data"),
    icon="user-shield",
    namespace="privacy",
    moves=MOVES,
    promises=(ANSWER,),
    desk=(Role.ADMINISTRATOR,),
    chain=(lambda case: on_duty(Role.ADMINISTRATOR), lambda case: on_duty(Role.HEAD)),
    related=("subject",),
    facts=facts,
)


def hand_in() -> None:
    """Let the portal know requests about data."""
    register(DATA_REQUEST)
