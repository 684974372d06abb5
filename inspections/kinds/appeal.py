"""Appeals against points, declared for the mechanism of all cases."""

from typing import Any

from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.cases import forms as asking
from campus.cases.registry import CaseKind, Move, PromiseKind, on_duty, register
from campus.models import Person, Role
from campus.people.registry import name_act
from inspections import rights
from inspections.actions import corrections as actions
from inspections.forms.parts import Grant
from inspections.models import Appeal, decided_by

Status = Appeal.Status

# Three office days to decide; our own figure, which the school changes on its page of rules.
DAY = 8 * 60
DECISION = PromiseKind(
    name="decision",
    label=pgettext_lazy("what is promised", "Decision"),
    minutes={"normal": 3 * DAY},
    met_by=(Status.GRANTED, Status.REFUSED),
    alarms=(0, DAY),
    source=_("The portal's own proposal: three office days."),
)

MOVES = (
    Move(
        name="grant", label=pgettext_lazy("an appeal", "Grant"), icon="circle-check",
        act=actions.grant, to=Status.GRANTED, may=rights.can_decide, form=Grant, is_main=True,
    ),
    Move(
        name="refuse", label=pgettext_lazy("an appeal", "Refuse"), icon="ban", act=actions.refuse,
        to=Status.REFUSED, may=rights.can_decide, form=asking.Reason,
    ),
    Move(
        name="withdraw", label=pgettext_lazy("an appeal", "Withdraw"), icon="trash",
        act=actions.withdraw, to=Status.WITHDRAWN, may=rights.can_withdraw, staff_only=False,
    ),
)  # fmt: skip


def facts(appeal: Any) -> list[tuple[Any, Any]]:
    """What it is against, in numbers; whom the mark is about is told on the mark's own page."""
    mark = appeal.finding
    return [
        (_("Checklist"), mark.checklist),
        (_("Day"), mark.day),
        (_("Points"), f"{mark.points.normalize():f}"),
        (_("Walked by"), mark.by),
    ]


def came_from(appeal: Any) -> tuple[Any, str]:
    """The mark that it is against."""
    return _("Against “%(mark)s”") % {"mark": appeal.finding.title}, (
        appeal.finding.get_absolute_url()
    )


def waits(person: Person) -> Q:
    """Those that the person decides on."""
    return Q(status=Status.RAISED) & decided_by(person)


APPEAL = CaseKind(
    name="appeal",
    model=Appeal,
    letter="AP",
    label=pgettext_lazy("kind of case", "Appeal"),
    label_plural=_("Appeals"),
    icon="gavel",
    namespace="inspections:appeals",
    moves=MOVES,
    promises=(DECISION,),
    desk=(Role.STUDENT_AFFAIRS,),
    chain=(lambda case: on_duty(Role.HEAD),),
    may_edit=rights.can_decide,
    facts=facts,
    came_from=came_from,
    related=("finding__checklist", "finding__by"),
    waits=waits,
)


def hand_in() -> None:
    """Let the portal know appeals."""
    register(APPEAL)
    name_act(_("Inspections"), _("Decide on appeals"), rights.can_decide_appeals)
