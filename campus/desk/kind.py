"""The front desk's kind of case, declared."""

from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.cases import actions as cases
from campus.cases import forms
from campus.cases.models import HANDED_ON, MERGED
from campus.cases.registry import CaseKind, Move, PromiseKind, on_duty, register
from campus.desk import actions, rights
from campus.desk.lists import ENQUIRIES
from campus.lists.registry import name_list
from campus.models import Enquiry, Place, Role
from campus.places.registry import name_act_at_place

Status = Enquiry.Status

# One working day to answer, two hours if urgent: as most school service desks promise; the school
# changes the figures on its page of rules.
DAY = 8 * 60
ANSWER = PromiseKind(
    name="answer",
    label=_("Answer"),
    minutes={"normal": DAY, "urgent": 2 * 60},
    met_by=(Status.ANSWERED, Status.REFUSED, Status.CLOSED),
    alarms=(0, DAY // 2),
    again_on_reopening=True,
    source=_("As most service desks of schools promise; the portal's own proposal."),
)


MOVES = (
    Move(
        name="take", label=_("Take it up"), icon="hand-grab", act=actions.take,
        to=Status.UNDER_WAY, start=(Status.NEW,), may=rights.can_take, is_main=True,
    ),
    Move(
        name="go-on", label=_("Go on"), icon="player-play", act=actions.go_on,
        to=Status.UNDER_WAY, start=(Status.ON_HOLD,), may=rights.can_work_on, is_main=True,
    ),
    Move(
        name="answer", label=_("Answer it"), icon="message-check", act=actions.answer,
        to=Status.ANSWERED, may=rights.can_work_on, form=forms.Report, is_main=True,
    ),
    Move(
        name="give", label=_("Give to"), icon="user-share", act=actions.give,
        may=rights.can_take, form=forms.AssignForm,
    ),
    Move(
        name="hold", label=_("Put on hold"), icon="player-pause", act=actions.hold,
        to=Status.ON_HOLD, may=rights.can_work_on, form=forms.Reason,
    ),
    Move(
        name="extend", label=_("Put off"), icon="clock-plus", act=cases.extend,
        may=rights.can_take, form=forms.ExtendForm,
    ),
    Move(
        name="hand-on", label=_("Hand on to an area"), icon="arrow-forward-up", act=cases.hand_on,
        to=HANDED_ON, may=rights.can_take, form=forms.HandOnForm,
    ),
    Move(
        name="merge", label=_("Merge"), icon="git-merge", act=cases.merge,
        to=MERGED, may=rights.can_take, form=forms.MergeForm,
    ),
    Move(
        name="refuse", label=_("Refuse"), icon="ban", act=actions.refuse,
        to=Status.REFUSED, may=rights.can_take, form=forms.Reason,
    ),
    Move(
        name="settle", label=_("That settles it"), icon="circle-check", act=actions.settle,
        to=Status.CLOSED, may=rights.can_settle, staff_only=False, is_main=True,
    ),
    Move(
        name="reopen", label=_("Not settled"), icon="rotate", act=actions.reopen,
        to=Status.UNDER_WAY, start=(Status.ANSWERED, Status.CLOSED, Status.REFUSED),
        may=rights.can_reopen, form=forms.Reason, staff_only=False,
    ),
    Move(
        name="withdraw", label=_("Withdraw"), icon="trash", act=actions.withdraw,
        to=Status.WITHDRAWN, may=rights.can_withdraw, staff_only=False,
    ),
)  # fmt: skip

ENQUIRY = CaseKind(
    name="enquiry",
    model=Enquiry,
    letter="E",
    label=pgettext_lazy("kind of case", "Enquiry"),
    label_plural=_("Enquiries"),
    icon="messages",
    namespace="desk",
    moves=MOVES,
    promises=(ANSWER,),
    desk=(Role.DISPATCHER,),
    chain=(lambda case: on_duty(Role.DISPATCHER), lambda case: on_duty(Role.HEAD)),
    waits_for_reporter=(Status.ANSWERED,),
    shared=lambda found: found.filter(is_shared=True),
    may_comment=rights.can_comment,
    may_edit=rights.can_work_on,
)


def new_at(place: Place) -> str:
    """Where an enquiry about a place is written."""
    return f"{reverse('desk:new')}?{urlencode({'place': place.code})}"


def hand_in() -> None:
    """Let the portal know the front desk's cases and their list."""
    register(ENQUIRY)
    name_list(ENQUIRIES)
    name_act_at_place(_("Tell the front desk"), "messages", path=new_at)
