"""What hazards may come from, and what of safety has its history read.

The form of a hazard takes `?origin=ticket:5`: the name of a kind of case, or one that somebody has
handed in with `name_origin` (`campus.cases.registry`), and a number. The thing is looked for among
what the person may see; what is not found is as if it had not been asked for.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from campus.cases.models import Case
from campus.cases.registry import (
    KINDS,
    ORIGINS,
    Origin,
    brought_along,
    kind_of,
    name_origin,
    name_way_on,
)
from campus.doors import YES, Answer, no
from campus.models import Person, Place
from campus.notices.topics import name_topic
from campus.people.registry import name_act, name_leading
from campus.records.registry import Commentable, Historical, keep_history, take_comments
from campus.shell.numbers import number_typed
from campus.webhooks.names import name_states
from inspections.models import Finding
from inspections.registry import Shown, continues, show_at_walk
from inspections.registry import name_way_on as name_way_on_from_finding
from safety import mapped, rights
from safety.models import (
    Chemical,
    Drill,
    DrillProblem,
    DutyShift,
    FireEquipment,
    Hazard,
    Norm,
    SafetyEvent,
)
from safety.models.equipment import ROUND

Words = str | Promise
# What hazards are found by that come from these; from any other record by a report.
SOURCES: dict[type[Model], str] = {
    DrillProblem: Hazard.Source.DRILL, Finding: Hazard.Source.INSPECTION,
}  # fmt: skip


@dataclass(frozen=True)
class Found:
    """What a hazard is being registered from, and what the form says of it at first."""

    thing: Model
    source: str
    initial: dict[str, Any]


def origin_named(typed: str, person: Person) -> Found | None:
    """What "ticket:5" names, if the person may see it."""
    if found := brought_along(person, typed):
        thing, initial = found
        return Found(thing, SOURCES.get(type(thing), Hazard.Source.REPORT), initial)
    name, _colon, number = typed.partition(":")
    return case_named(name, number_typed(number), person)


def case_named(name: str, number: int | None, person: Person) -> Found | None:
    """A case of the kind `name`, of any area; hazards themselves are no origin."""
    kind = KINDS.get(name)
    if kind is None or kind.model is Hazard:
        return None
    cases: Any = kind.model._default_manager
    case = cases.visible_to(person).select_related("place").filter(pk=number).first()
    if case is None:
        return None
    facts = {"title": case.title, "place": case.place, "description": case.description}
    return Found(case, source_of_kind(name), facts)


def source_of_kind(name: str) -> str:
    """The source of a hazard that comes from a case of the kind."""
    return Hazard.Source.REPAIR if name == "ticket" else Hazard.Source.REPORT


def told(hazard: Hazard) -> tuple[Words, str] | None:
    """Where a hazard comes from, if that is no case."""
    if hazard.origin_type_id is None:
        return None
    model = ContentType.objects.get_for_id(hazard.origin_type_id).model_class()
    origin = next((each for each in ORIGINS.values() if each.model is model), None)
    thing = hazard.origin if origin else None
    return origin.told(thing) if origin and thing else None


def path_of(thing: Any) -> str:
    """The page of a record, which every record with a page of its own knows."""
    path: str = thing.get_absolute_url()
    return path


def keepers(right: Callable[[Person], Answer]) -> Callable[[Person, Any], Answer]:
    """A right that asks nothing of the record."""
    return lambda person, thing: right(person)


# What can be asked about: who may do it.
ACTS = (
    (_("Plan drills"), rights.can_plan_drills),
    (_("Read plans and records of drills"), rights.can_read_drills),
    (_("Word norms and what they require"), rights.can_keep_norms),
    (_("Read norms"), rights.can_read_norms),
    (_("Keep the ledger of chemicals"), rights.can_direct_chemicals),
    (_("Look into the ledger of chemicals"), rights.can_read_chemicals),
    (_("Keep fire equipment"), rights.can_keep_equipment),
    (_("See fire equipment"), rights.can_read_equipment),
    (_("Lay the roster of duty"), rights.can_lay_duty),
    (_("See who is on duty"), rights.can_read_duty),
    (_("Plan safety education"), rights.can_teach),
)
HISTORIES: tuple[tuple[type[Model], Callable[[Person, Any], Answer]], ...] = (
    (Drill, rights.can_run_drill),
    (Chemical, rights.can_keep_chemical),
    (SafetyEvent, keepers(rights.can_teach)),
    (Norm, keepers(rights.can_keep_norms)),
)
PROBLEM = Origin(
    name="problem",
    model=DrillProblem,
    seen_by=DrillProblem.objects.visible_to,
    initial=lambda problem: {"title": problem.text, "place": problem.place},
    told=lambda problem: (problem.drill.title, problem.drill.get_absolute_url()),
)

FINDING = Origin(
    name="finding",
    model=Finding,
    seen_by=lambda person: (
        Finding.objects.visible_to(person).reported().select_related("place", "checklist")
    ),
    initial=lambda finding: {
        "title": finding.sentence[:120], "place": finding.place,
        "description": str(finding.checklist),
    },
)  # fmt: skip


def new_from(name: str, thing: Model) -> str:
    """Where a hazard is registered that comes from the thing."""
    return f"{reverse('safety:hazards:new')}?{urlencode({'origin': f'{name}:{thing.pk}'})}"


def can_continue(person: Person, finding: Finding) -> Answer:
    """Register a finding as a hazard: once."""
    if continues(finding, Hazard):
        return no(_("This finding is in the register already."))
    return YES


def can_register_from(person: Person, case: Case) -> Answer:
    """Register the safety risk that a case of another area has shown: staff."""
    if person.is_pupil or isinstance(case, Hazard):
        return no(_("Hazards are registered from other areas' cases by staff."))
    return YES


def pieces_at(place: Place) -> list[Shown]:
    """The fire equipment that hangs at the place and its parts, as the monthly round shows it; one
    query."""
    found = FireEquipment.objects.at(place).select_related("place").defer("place__sought")
    return [
        Shown(title=str(piece), place=piece.place.name, detail=piece.note)
        for piece in found.order_by("place__code", "code")
    ]


def leaders_at(moment: datetime) -> list[Person]:
    """Who leads the shifts of a moment."""
    shifts = DutyShift.objects.between(moment, moment).select_related("leader")
    return [shift.leader for shift in shifts if shift.leader.is_active]


def hand_in() -> None:
    """Let drills lead to hazards and be talked about, and the past of what people write be read."""
    mapped.hand_in()
    name_origin(PROBLEM)
    name_origin(FINDING)
    label = _("Register a hazard")
    name_way_on_from_finding(
        label, "alert-triangle", path=lambda finding: new_from("finding", finding),
        right=can_continue,
    )  # fmt: skip
    name_way_on(
        label, "alert-triangle", path=lambda case: new_from(kind_of(case).name, case),
        may=can_register_from,
    )  # fmt: skip
    show_at_walk(ROUND, _("Equipment here"), pieces_at)
    take_comments(Commentable(model=Drill, may_comment=rights.can_talk_of_drill, path=path_of))
    for model, may_edit in HISTORIES:
        keep_history(Historical(model=model, may_edit=may_edit, path=path_of))
    name_topic("duty", _("Duty"))
    name_states(Drill, "drill", _("Drills"))
    name_leading(leaders_at)
    for words, right in ACTS:
        name_act(_("Safety"), words, right)
