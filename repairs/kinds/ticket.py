"""Repair tickets, declared for the mechanism of all cases."""

from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.cases import actions as cases
from campus.cases import forms
from campus.cases.models import HANDED_ON, MERGED
from campus.cases.registry import CaseKind, Move, PromiseKind, on_duty, register
from campus.models import Place, Role
from campus.people.registry import name_act
from campus.places.registry import name_act_at_place
from repairs import rights
from repairs.actions import tickets as actions
from repairs.forms.tickets import Confirm, Finish
from repairs.kinds.sections import PARTS, SPARES, asset_facts
from repairs.models import Category, Ticket

Status = Ticket.Status
IN_HANDS = (Status.TAKEN_UP, Status.UNDER_WAY, Status.ON_HOLD, Status.DONE)

# Figures of a college's repair service (包头师范学院后勤: dispatch 30 minutes, accept 10 minutes;
# urgent 2 h and 24 h, normal 24 h and 3 working days). Urgent ones run around the clock; a working
# day has eight hours. The school changes them on its page of rules.
HOUR, DAY = 60, 8 * 60
SOURCE = _("Practice of a college's repair service; every figure can be changed.")
DISPATCH = PromiseKind(
    name="dispatch",
    label=pgettext_lazy("what is promised", "Dispatch"),
    minutes={"normal": 30, "urgent": 30},
    met_by=(Status.ASSIGNED, *IN_HANDS),
    alarms=(0, HOUR),
    again_on_reopening=True,
    source=SOURCE,
)
ACCEPT = PromiseKind(
    name="accept",
    label=pgettext_lazy("what is promised", "Acceptance"),
    minutes={"normal": 10, "urgent": 10},
    met_by=IN_HANDS,
    given_in=Status.ASSIGNED,
    warn_minutes=0,
    alarms=(0, HOUR),
    source=SOURCE,
)
ANSWER = PromiseKind(
    name="answer",
    label=pgettext_lazy("what is promised", "Arrival"),
    minutes={"normal": DAY, "urgent": 2 * HOUR},
    met_by=(Status.UNDER_WAY, Status.DONE),
    urgent_hours="clock",
    alarms=(0, DAY // 2),
    again_on_reopening=True,
    source=SOURCE,
)
DONE = PromiseKind(
    name="done",
    label=pgettext_lazy("what is promised", "Repair"),
    minutes={"normal": 3 * DAY, "urgent": 24 * HOUR},
    met_by=(Status.DONE,),
    urgent_hours="clock",
    warn_minutes=4 * HOUR,
    alarms=(0, DAY),
    again_on_reopening=True,
    source=SOURCE,
)

MOVES = (
    Move(
        name="assign", label=_("Assign"), icon="user-share", act=actions.assign,
        may=rights.can_dispatch, form=forms.AssignForm, is_main=True,
    ),
    Move(
        name="accept", label=pgettext_lazy("a ticket", "Accept"), icon="thumb-up",
        act=actions.accept, to=Status.TAKEN_UP, may=rights.can_mend, is_main=True,
    ),
    Move(
        name="begin", label=_("I am there"), icon="map-pin", act=actions.begin,
        to=Status.UNDER_WAY, start=(Status.ASSIGNED, Status.TAKEN_UP), may=rights.can_mend,
    ),
    Move(
        name="go-on", label=_("Go on"), icon="player-play", act=actions.begin,
        to=Status.UNDER_WAY, start=(Status.ON_HOLD,), may=rights.can_mend, is_main=True,
    ),
    Move(
        name="finish", label=pgettext_lazy("button", "Done"), icon="check", act=actions.finish,
        to=Status.DONE, may=rights.can_mend, form=Finish,
    ),
    Move(
        name="hold", label=_("Put on hold"), icon="player-pause", act=actions.hold,
        to=Status.ON_HOLD, may=rights.can_mend, form=forms.Reason,
    ),
    Move(
        name="extend", label=_("Put off"), icon="clock-plus", act=cases.extend,
        may=rights.can_dispatch, form=forms.ExtendForm,
    ),
    Move(
        name="hand-on", label=_("Hand on to an area"), icon="arrow-forward-up", act=cases.hand_on,
        to=HANDED_ON, may=rights.can_dispatch, form=forms.HandOnForm,
    ),
    Move(
        name="merge", label=_("Merge"), icon="git-merge", act=cases.merge,
        to=MERGED, may=rights.can_dispatch, form=forms.MergeForm,
    ),
    Move(
        name="reject", label=pgettext_lazy("a ticket", "Reject"), icon="ban", act=actions.reject,
        to=Status.REJECTED, may=rights.can_dispatch, form=forms.Reason,
    ),
    Move(
        name="confirm", label=_("It is mended"), icon="circle-check", act=actions.confirm,
        to=Status.CONFIRMED, may=rights.can_confirm, form=Confirm, staff_only=False, is_main=True,
    ),
    Move(
        name="reopen", label=_("It is not mended"), icon="rotate", act=actions.reopen,
        to=Status.REPORTED, start=(Status.DONE, Status.CONFIRMED, Status.REJECTED),
        may=rights.can_reopen, form=forms.Reason, staff_only=False,
    ),
    Move(
        name="cancel", label=_("Take it back"), icon="trash", act=actions.cancel,
        to=Status.CANCELLED, may=rights.can_cancel, staff_only=False,
    ),
)  # fmt: skip

TICKET = CaseKind(
    name="ticket",
    model=Ticket,
    letter="R",
    label=pgettext_lazy("kind of case", "Repair ticket"),
    label_plural=_("Repair tickets"),
    icon="tool",
    namespace="repairs",
    moves=MOVES,
    promises=(DISPATCH, ACCEPT, ANSWER, DONE),
    desk=(Role.DISPATCHER,),
    chain=(lambda ticket: on_duty(Role.DISPATCHER), lambda ticket: on_duty(Role.HEAD)),
    waits_for_reporter=(Status.DONE,),
    shared=lambda found: found,
    may_comment=rights.can_comment,
    may_edit=rights.can_mend,
    facts=lambda ticket: [(_("Category"), ticket.category), *asset_facts(ticket)],
    related=("category", "asset"),
    sections=(SPARES, PARTS),
    receive=lambda case: {"category": Category.objects.catch_all()},
)


def new_at(place: Place) -> str:
    """Where a fault at a place is reported."""
    return f"{reverse('repairs:new')}?{urlencode({'place': place.code})}"


def hand_in() -> None:
    """Let the portal know repair tickets, and offer them at every place."""
    register(TICKET)
    name_act_at_place(_("Report a fault"), "tool", path=new_at)
    name_act(_("Repairs"), _("Send technicians, reject tickets"), rights.can_dispatch_any)
