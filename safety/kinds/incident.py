"""Incidents, declared for the mechanism of all cases."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.cases import actions as cases
from campus.cases import forms as asking
from campus.cases.models import MERGED
from campus.cases.registry import CaseKind, Move, PromiseKind, on_duty, register
from campus.models import Role
from campus.people.registry import name_act
from campus.shell.words import moment_in_words
from safety import rights
from safety.actions import incidents as actions
from safety.forms import incidents as forms
from safety.models import Incident

Status = Incident.Status

# 宁波市学校安全条例 36: reported within 24 hours, serious ones at once; the hour is our own figure.
HOUR = 60
NOTIFIED = PromiseKind(
    name="notified",
    label=pgettext_lazy("what is promised", "Report to the authority"),
    minutes={"normal": 24 * HOUR, "urgent": HOUR},
    hours="clock",
    met_by=(Status.NOTIFIED, Status.HANDLED),
    warn_minutes=4 * HOUR,
    alarms=(0, HOUR),
    source=_("Ningbo's school safety regulations, article 36, as a default: 24 hours."),
)

MOVES = (
    Move(
        name="notify", label=_("Reported to the authority"), icon="building-bank",
        act=actions.notify, to=Status.NOTIFIED, may=rights.can_direct_incident,
        form=forms.Notify, is_main=True,
    ),
    Move(
        name="handle", label=_("Dealt with"), icon="check", act=actions.handle,
        to=Status.HANDLED, start=(Status.RECORDED, Status.NOTIFIED),
        may=rights.can_direct_incident, form=asking.Report,
    ),
    Move(
        name="close", label=_("Draw the lessons"), icon="bulb", act=actions.close,
        to=Status.CLOSED, may=rights.can_direct_incident, form=forms.Lessons, is_main=True,
    ),
    Move(
        name="again", label=_("Take it up again"), icon="rotate", act=actions.handle,
        to=Status.HANDLED, start=(Status.CLOSED,), may=rights.can_direct_incident,
        form=asking.Report,
    ),
    Move(
        name="merge", label=_("Merge"), icon="git-merge", act=cases.merge, to=MERGED,
        may=rights.can_direct_incident, form=asking.MergeForm,
    ),
)  # fmt: skip


def facts(incident: Any) -> list[tuple[Any, Any]]:
    """When, how grave, how many were hurt, what was done and learned."""
    shown = [
        (_("Happened"), moment_in_words(incident.happened_at)),
        (pgettext_lazy("of an incident", "Level"), incident.get_level_display()),
        (_("Category"), incident.get_domain_display()),
        (_("Hurt pupils"), incident.hurt_pupils),
        (_("Hurt staff"), incident.hurt_staff),
    ]
    if incident.is_simulated:
        shown.append((_("Kind"), _("Simulated, for training")))
    if incident.notified_at:
        shown.append((_("Reported to the authority"), moment_in_words(incident.notified_at)))
    told = [(_("Measures"), incident.measures), (_("Lessons"), incident.lessons)]
    return [*shown, *(line for line in told if line[1])]


INCIDENT = CaseKind(
    name="incident",
    model=Incident,
    letter="I",
    label=pgettext_lazy("kind of case", "Incident"),
    label_plural=_("Incidents"),
    icon="urgent",
    namespace="safety:incidents",
    moves=MOVES,
    promises=(NOTIFIED,),
    desk=(Role.SAFETY_OFFICER,),
    chain=(lambda case: on_duty(Role.SAFETY_OFFICER), lambda case: on_duty(Role.HEAD)),
    may_comment=rights.can_talk_of_incident,
    may_edit=rights.can_direct_incident,
    facts=facts,
)


def hand_in() -> None:
    """Let the portal know incidents."""
    register(INCIDENT)
    name_act(_("Safety"), _("Record an incident"), rights.can_record_incidents)
    name_act(_("Safety"), _("Follow incidents to their lessons"), rights.can_direct_incidents)
