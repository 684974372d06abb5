"""Planning's kind of case: actions, declared for the mechanism of all cases."""

from typing import Any

from django.db.models import Q
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.cases import actions as cases
from campus.cases import forms
from campus.cases.models import HANDED_ON, MERGED
from campus.cases.registry import CaseKind, Move, PromiseKind, on_duty, receivers, register
from campus.models import Person, Role
from planning import rights
from planning.actions import action_items as actions
from planning.forms.action_item import AgreeOnDay, NewDay
from planning.models import ActionItem

Status = ActionItem.Status

DAY = 8 * 60
# No figures: the meeting agrees on the day. Warned a day before; one day late goes to the head.
DONE = PromiseKind(
    name=actions.DONE_BY,
    label=_("Completion"),
    minutes={},
    met_by=(Status.DONE, Status.ACCEPTED),
    warn_minutes=DAY,
    alarms=(0, DAY),
    source=_("Agreed on day by day; the warnings are the portal's own proposal."),
)


def chaired_by(action: Any) -> list[Person]:
    """Whoever chaired the meeting; without one, whoever has asked for it."""
    asked = action.meeting.chair if action.meeting else action.reporter
    return [asked] if asked and asked.is_active and not asked.is_pupil else on_duty(Role.HEAD)


def facts(action: Any) -> list[tuple[Any, Any]]:
    """The meeting that it comes from, and who accepted it."""
    shown: list[tuple[Any, Any]] = []
    if action.meeting:
        link = format_html('<a href="{}">{}</a>', action.meeting.get_absolute_url(), action.meeting)
        shown.append((_("Decided at"), link))
    if action.accepted_by:
        shown.append((_("Accepted by"), action.accepted_by))
    return shown


MOVES = (
    Move(
        name="done", label=pgettext_lazy("button", "Done"), icon="check", act=actions.finish,
        to=Status.DONE, may=rights.can_work_on, form=forms.Report, is_main=True,
    ),
    Move(
        name="begin", label=pgettext_lazy("button", "Start"), icon="player-play",
        act=actions.begin, to=Status.UNDER_WAY, start=(Status.NEW,), may=rights.can_work_on,
        fits=lambda action: action.assignee_id is not None,
    ),
    Move(
        name="accept", label=pgettext_lazy("button", "Accept"), icon="circle-check",
        act=actions.accept, to=Status.ACCEPTED, may=rights.can_accept, is_main=True,
    ),
    Move(
        name="reopen", label=_("Not done yet"), icon="rotate", act=actions.reopen,
        to=Status.UNDER_WAY, start=(Status.DONE, Status.ACCEPTED), may=rights.can_direct,
        form=NewDay,
    ),
    Move(
        name="go-on", label=_("Go on"), icon="player-play", act=actions.begin,
        to=Status.UNDER_WAY, start=(Status.ON_HOLD,), may=rights.can_go_on, is_main=True,
    ),
    Move(
        name="give", label=_("Give to"), icon="user-share", act=actions.give,
        may=rights.can_direct, form=forms.AssignForm,
    ),
    Move(
        name="agree", label=_("Agree on a day"), icon="calendar-plus", act=actions.agree,
        fits=actions.has_no_day, may=rights.can_direct, form=AgreeOnDay, is_main=True,
    ),
    Move(
        name="put-off", label=_("Put off"), icon="clock-plus", act=actions.put_off,
        fits=lambda action: action.due_at is not None, may=rights.can_direct, form=NewDay,
    ),
    Move(
        name="hold", label=_("Put on hold"), icon="player-pause", act=actions.hold,
        to=Status.ON_HOLD, may=rights.can_direct, form=forms.Reason,
    ),
    Move(
        name="drop", label=pgettext_lazy("button", "Drop"), icon="ban", act=actions.drop,
        to=Status.DROPPED, may=rights.can_direct, form=forms.Reason,
    ),
    Move(
        name="hand-on", label=_("Hand on to an area"), icon="arrow-forward-up", act=cases.hand_on,
        to=HANDED_ON, fits=lambda action: bool(receivers(action)), may=rights.can_direct,
        form=forms.HandOnForm,
    ),
    Move(
        name="merge", label=_("Merge"), icon="git-merge", act=cases.merge, to=MERGED,
        may=rights.can_direct, form=forms.MergeForm,
    ),
)  # fmt: skip

ACTION = CaseKind(
    name="action",
    model=ActionItem,
    letter="A",
    label=pgettext_lazy("kind of case", "Action"),
    label_plural=_("Actions"),
    icon="checkbox",
    namespace="planning:actions",
    moves=MOVES,
    promises=(DONE,),
    desk=(Role.HEAD,),
    chain=(chaired_by, lambda action: on_duty(Role.HEAD)),
    may_comment=rights.can_talk_of_action,
    may_edit=rights.can_direct,
    facts=facts,
    waits=lambda person: Q(pk__in=ActionItem.objects.to_be_accepted_by(person).values("pk")),
    # An enquiry that is handed on has neither owner nor day yet: the head names both.
    receive=lambda case: {},
)


def hand_in() -> None:
    """Let the portal know planning's kind of case."""
    register(ACTION)
