"""Hazards, declared for the mechanism of all cases."""

from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.cases import actions as cases
from campus.cases import forms as asking
from campus.cases.models import HANDED_ON, MERGED
from campus.cases.registry import (
    CaseKind,
    Move,
    PromiseKind,
    Section,
    kind_of,
    on_duty,
    receivers,
    register,
)
from campus.models import Person, Place, Role
from campus.people.registry import name_act
from campus.places.registry import name_act_at_place
from safety import registry, rights
from safety.actions import hazards as actions
from safety.forms import hazards as forms
from safety.models import Hazard

Status = Hazard.Status

# Our own figures, every one to be changed on the page of rules: graded within a day, rectified by
# the day agreed on, verified within three days.
HOUR, DAY = 60, 8 * 60
SOURCE = _("The portal's own proposal; every figure can be changed.")
GRADED = PromiseKind(
    name="graded",
    label=pgettext_lazy("what is promised", "Grading"),
    minutes={"normal": DAY, "urgent": 2 * HOUR},
    met_by=(Status.GRADED, Status.RECTIFYING, Status.REPORTED_UP),
    urgent_hours="clock",
    alarms=(0, DAY // 2),
    again_on_reopening=True,
    source=SOURCE,
)
RECTIFIED = PromiseKind(
    name=actions.RECTIFIED,
    label=pgettext_lazy("what is promised", "Rectification"),
    minutes={},
    met_by=(Status.VERIFYING, Status.CLOSED),
    warn_minutes=DAY,
    alarms=(0, DAY),
    source=_("Agreed on hazard by hazard, usually a week; the portal's own proposal."),
)
VERIFIED = PromiseKind(
    name="verified",
    label=pgettext_lazy("what is promised", "Verification"),
    minutes={"normal": 3 * DAY, "urgent": DAY},
    met_by=(Status.CLOSED, Status.SENT_BACK),
    given_in=Status.VERIFYING,
    alarms=(0, DAY),
    source=SOURCE,
)


def is_graded(hazard: Any) -> bool:
    return hazard.status == Status.GRADED


MOVES = (
    Move(
        name="grade", label=pgettext_lazy("a hazard", "Grade"), icon="scale", act=actions.grade,
        to=Status.GRADED, may=rights.can_direct, form=forms.Grade, is_main=True,
    ),
    Move(
        name="order", label=_("Order rectification"), icon="clipboard-check", act=actions.order,
        to=Status.RECTIFYING, may=rights.can_direct, form=forms.Order, is_main=True,
    ),
    Move(
        name="finish", label=pgettext_lazy("a hazard", "Rectified"), icon="check",
        act=actions.finish, to=Status.VERIFYING, may=rights.can_rectify, form=asking.Report,
        is_main=True,
    ),
    Move(
        name="close", label=_("Verify and close out"), icon="circle-check", act=actions.close,
        to=Status.CLOSED, may=rights.can_verify, form=forms.CloseOut, is_main=True,
    ),
    Move(
        name="send-back", label=_("Send back"), icon="rotate", act=actions.send_back,
        to=Status.SENT_BACK, start=(Status.VERIFYING,), may=rights.can_verify, form=forms.NewDay,
    ),
    Move(
        name="again", label=_("There again"), icon="rotate", act=actions.send_back,
        to=Status.SENT_BACK, start=(Status.CLOSED,), may=rights.can_direct, form=forms.NewDay,
    ),
    Move(
        name="isolate", label=_("Keep people safe"), icon="barrier-block", act=actions.isolate,
        may=rights.can_rectify, form=forms.Isolate,
    ),
    Move(
        name="put-off", label=_("Put off"), icon="clock-plus", act=actions.put_off,
        start=(Status.RECTIFYING, Status.SENT_BACK), may=rights.can_direct, form=forms.NewDay,
    ),
    Move(
        name="report-upward", label=_("Report upward"), icon="building-bank",
        act=actions.report_upward, to=Status.REPORTED_UP, may=rights.can_direct,
        form=forms.ReportUpward,
    ),
    Move(
        name="regrade", label=_("Grade anew"), icon="scale", act=actions.grade, fits=is_graded,
        may=rights.can_direct, form=forms.Grade,
    ),
    Move(
        name="remark", label=_("Remark"), icon="note", act=actions.remark,
        may=rights.can_direct, form=forms.Remark, open_only=False,
    ),
    Move(
        name="hand-on", label=_("Hand on to an area"), icon="arrow-forward-up", act=cases.hand_on,
        to=HANDED_ON, fits=lambda hazard: bool(receivers(hazard)), may=rights.can_direct,
        form=asking.HandOnForm,
    ),
    Move(
        name="merge", label=_("Merge"), icon="git-merge", act=cases.merge, to=MERGED,
        may=rights.can_direct, form=asking.MergeForm,
    ),
    Move(
        name="reject", label=_("No hazard"), icon="ban", act=actions.reject, to=Status.REJECTED,
        may=rights.can_direct, form=asking.Reason,
    ),
    Move(
        name="reopen", label=_("Take it up again"), icon="rotate", act=actions.reopen,
        to=Status.REPORTED, start=(Status.REJECTED,), may=rights.can_direct, form=asking.Reason,
    ),
)  # fmt: skip


def facts(hazard: Any) -> list[tuple[Any, Any]]:
    """What anybody who sees it is told: category, source, level."""
    shown = [
        (_("Category"), hazard.get_domain_display()),
        (_("Source"), hazard.get_source_display()),
    ]
    if hazard.level:
        shown.append((pgettext_lazy("of a hazard", "Level"), hazard.get_level_display()))
    return shown


def commitments(hazard: Any, person: Person) -> Any:
    """What was fixed when its rectification was ordered: told to the staff."""
    return None if person.is_pupil or not hazard.level else hazard


HAZARD = CaseKind(
    name="hazard",
    model=Hazard,
    letter="H",
    label=pgettext_lazy("kind of case", "Hazard"),
    label_plural=_("Hazards"),
    icon="alert-triangle",
    namespace="safety:hazards",
    moves=MOVES,
    promises=(GRADED, RECTIFIED, VERIFIED),
    desk=(Role.SAFETY_OFFICER,),
    chain=(lambda hazard: on_duty(Role.SAFETY_OFFICER), lambda hazard: on_duty(Role.HEAD)),
    may_comment=rights.can_talk_of_hazard,
    may_edit=rights.can_direct,
    facts=facts,
    sections=(Section(template="safety/commitments.html", of=commitments),),
    came_from=registry.told,
    receive=lambda case: {"source": registry.source_of_kind(kind_of(case).name)},
)


def new_at(place: Place) -> str:
    """Where a hazard at a place is registered."""
    return f"{reverse('safety:hazards:new')}?{urlencode({'place': place.code})}"


def hand_in() -> None:
    """Let the portal know hazards, and offer them at every place."""
    register(HAZARD)
    name_act_at_place(_("Report a hazard"), "alert-triangle", path=new_at)
    area = _("Safety")
    name_act(
        area, _("Grade hazards, order and verify their rectification"), rights.can_direct_hazards
    )
    name_act(area, _("Say what makes a hazard a major one"), rights.can_keep_criteria)
    name_act(area, _("Read what makes a hazard a major one"), rights.can_read_criteria)
