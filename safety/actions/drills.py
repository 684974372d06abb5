"""What happens to drills: planned, started, counted, ended, called off, learned from."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Count, Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from campus.attachments.actions import Upload, attach
from campus.doors import Refused
from campus.models import Attachment, Person, Place, SchoolClass, TimelineEntry
from campus.records.actions import note
from campus.storing import store
from planning.actions.fulfilment import follow, note_made
from planning.actions.reminders import plan_reminders
from safety.actions import hazards
from safety.models import (
    Domain,
    Drill,
    DrillGroup,
    DrillLine,
    DrillProblem,
    DrillReport,
    Hazard,
)

Status = Drill.Status
Lines = dict[str, list[list[str]]]

PLANNED = gettext_noop("Planned for %(moment)s")
CHANGED = gettext_noop("The plan was changed")
STARTED = gettext_noop("Signal given")
STARTED_AFRESH = gettext_noop("Taken back: the signal was a mistake")
ALL_OUT = gettext_noop("All out after %(seconds)s seconds; target %(target)s")
CALLED_OFF = gettext_noop("Called off")
SUMMED_UP = gettext_noop("Summary written")

# What kind of hazard a drill of a kind finds.
DOMAINS = {
    Drill.Kind.FIRE: Domain.FIRE, Drill.Kind.EARTHQUAKE: Domain.BUILDING,
    Drill.Kind.TERROR: Domain.SECURITY, Drill.Kind.STAMPEDE: Domain.CROWD,
    Drill.Kind.CHEMICALS: Domain.LABORATORY, Drill.Kind.BUS: Domain.TRAFFIC,
    Drill.Kind.FOOD: Domain.FOOD, Drill.Kind.OTHER: Domain.OTHER,
}  # fmt: skip


def locked(drill: Drill) -> Drill:
    return Drill.objects.select_for_update(of=("self",)).get(pk=drill.pk)


@transaction.atomic
def plan(
    *, lines: Lines, classes: Iterable[SchoolClass], groups: Sequence[tuple[str, int]],
    by: Person, at: datetime, **facts: Any,
) -> Drill:  # fmt: skip
    """Plan a drill: `lines` of its tables by part, the `classes` that are counted, and other
    `groups` with how many are expected. With a `plan_item` it is the drill of that item of the work
    plan. Raises ValidationError."""
    drill = Drill(by=by, **facts)
    store(drill)
    lay_lines(drill, lines)
    lay_groups(drill, classes, groups)
    moment = {"moment": drill.planned_at.isoformat()}
    note(drill, by=by, at=at, text=PLANNED, facts={"moment": moment}, status=drill.status)
    note_made(drill, by=by, at=at)
    plan_reminders(drill, at=at)
    return drill


@transaction.atomic
def change(  # each is a fact of its own, named by its one caller
    drill: Drill, *, lines: Lines, classes: Iterable[SchoolClass],
    groups: Sequence[tuple[str, int]], by: Person, at: datetime, **facts: Any,
) -> Drill:  # fmt: skip
    """Change the plan of a drill that has not begun. Raises Refused, ValidationError."""
    drill = locked(drill)
    refuse_unless(drill, Status.PLANNED)
    for name, value in facts.items():
        setattr(drill, name, value)
    store(drill)
    drill.lines.all().delete()
    drill.groups.all().delete()
    lay_lines(drill, lines)
    lay_groups(drill, classes, groups)
    note(drill, by=by, at=at, text=CHANGED)
    plan_reminders(drill, at=at)
    return drill


def refuse_unless(drill: Drill, *states: str) -> None:
    """Raise Refused where the drill stands elsewhere."""
    if drill.status not in states:
        raise Refused(
            _("“%(drill)s” is “%(state)s”, so this cannot be done.")
            % {"drill": drill, "state": drill.get_status_display()}
        )


def lay_lines(drill: Drill, lines: Lines) -> None:
    for part, rows in lines.items():
        for position, cells in enumerate(rows, 1):
            line = DrillLine(drill=drill, part=part, position=position, cells=cells)
            store(line)


def lay_groups(
    drill: Drill, classes: Iterable[SchoolClass], groups: Sequence[tuple[str, int]]
) -> None:
    """Classes first, with their pupils of today as a first number."""
    wanted: list[tuple[SchoolClass | None, str, int]] = []
    pupils = pupils_of(list(classes))
    wanted += [(each, str(each)[:60], pupils[each.pk]) for each in pupils_order(classes)]
    wanted += [(None, name, expected) for name, expected in groups]
    for position, (school_class, name, expected) in enumerate(wanted, 1):
        group = DrillGroup(
            drill=drill, school_class=school_class, name=name, expected=expected, position=position
        )
        store(group)


def pupils_order(classes: Iterable[SchoolClass]) -> list[SchoolClass]:
    return sorted(classes, key=lambda each: (each.grade, each.number))


def pupils_of(classes: list[SchoolClass]) -> dict[int, int]:
    """How many pupils the roster has of each class; one query."""
    active = Count("person", filter=Q(person__is_active=True))
    found = SchoolClass.objects.filter(pk__in=[each.pk for each in classes]).order_by()
    return dict(found.annotate(pupils=active).values_list("pk", "pupils"))


@transaction.atomic
def start(drill: Drill, *, by: Person, at: datetime) -> TimelineEntry:
    """Give the signal: the stopwatch runs, and the roster says how many are expected."""
    drill = locked(drill)
    refuse_unless(drill, Status.PLANNED)
    groups = list(drill.groups.select_related("school_class"))
    pupils = pupils_of([each.school_class for each in groups if each.school_class])
    for group in groups:
        if group.school_class_id:
            group.expected = pupils[group.school_class_id]
            group.save(update_fields=["expected"])
    drill.status, drill.started_at = Status.RUNNING, at
    moved(drill, by=by, at=at)
    return note(drill, by=by, at=at, text=STARTED, status=drill.status)


def stored(drill: Drill) -> None:
    store(drill)


def moved(drill: Drill, *, by: Person, at: datetime) -> None:
    """Store a drill in its new state; its reminders and its plan item follow."""
    stored(drill)
    plan_reminders(drill, at=at)
    follow(drill, by=by, at=at)


@transaction.atomic
def take_back_start(drill: Drill, *, by: Person, at: datetime) -> TimelineEntry:
    """The signal was a mistake. Raises Refused once a group has reported."""
    drill = locked(drill)
    refuse_unless(drill, Status.RUNNING)
    if DrillReport.objects.filter(group__drill=drill).exists():
        raise Refused(_("Groups have reported already."))
    drill.status, drill.started_at = Status.PLANNED, None
    moved(drill, by=by, at=at)
    return note(drill, by=by, at=at, text=STARTED_AFRESH, status=drill.status)


@transaction.atomic
def report(
    group: DrillGroup, *, present: int, words: str = "", known: int | None, by: Person, at: datetime
) -> DrillReport:
    """Note how many of a group are present. `known` is what the person saw reported before.

    Two people count at once: the second is told what the first has reported. Raises Refused.
    """
    group = (
        DrillGroup.objects.select_for_update(of=("self",)).select_related("drill").get(pk=group.pk)
    )
    refuse_unless(group.drill, Status.RUNNING, Status.HELD)
    made = DrillReport.objects.select_related("by").filter(group=group).first()
    if made and made.present != known:
        raise Refused(
            _("%(person)s has reported %(group)s already: %(present)s present.")
            % {"person": made.by, "group": group, "present": made.present}
        )
    made = made or DrillReport(group=group)
    made.present, made.note, made.by, made.at = present, words, by, at
    store(made)
    return made


@transaction.atomic
def all_out(drill: Drill, *, by: Person, at: datetime) -> TimelineEntry:
    """Stop the stopwatch: the last one is out. Counts can still be reported and corrected."""
    drill = locked(drill)
    refuse_unless(drill, Status.RUNNING)
    drill.status, drill.ended_at = Status.HELD, at
    moved(drill, by=by, at=at)
    facts = {"seconds": drill.evacuation_seconds, "target": drill.target_seconds}
    return note(drill, by=by, at=at, text=ALL_OUT, facts=facts, status=drill.status)


@transaction.atomic
def call_off(drill: Drill, *, reason: str, by: Person, at: datetime) -> TimelineEntry:
    """It does not take place, for a reason."""
    drill = locked(drill)
    refuse_unless(drill, Status.PLANNED)
    drill.status, drill.reason = Status.CALLED_OFF, reason
    moved(drill, by=by, at=at)
    return note(drill, by=by, at=at, text=CALLED_OFF, words=reason, status=drill.status)


@transaction.atomic
def sum_up(
    drill: Drill, *, summary: str, by: Person, at: datetime,
    attachments: Iterable[Upload | Attachment] = (),
) -> TimelineEntry:  # fmt: skip
    """Write what it has shown, with photos. Raises Refused before it was held."""
    drill = locked(drill)
    refuse_unless(drill, Status.HELD)
    drill.summary = summary
    stored(drill)
    files = attach(drill, attachments, by=by, at=at)
    return note(drill, by=by, at=at, text=SUMMED_UP, attachments=files)


@transaction.atomic
def find_problem(
    drill: Drill, *, text: str, place: Place | None, by: Person, at: datetime
) -> DrillProblem:
    """Note what did not go well. Raises Refused before it has begun."""
    refuse_unless(locked(drill), Status.RUNNING, Status.HELD)
    problem = DrillProblem(drill=drill, text=text, place=place, by=by, at=at)
    store(problem)
    return problem


@transaction.atomic
def make_hazard(problem: DrillProblem, *, by: Person, at: datetime) -> Hazard:
    """Put a problem into the register of hazards. Raises Refused where it is there already."""
    rows = DrillProblem.objects.select_for_update(of=("self",))
    problem = rows.select_related("drill__place", "place").get(pk=problem.pk)
    kind = ContentType.objects.get_for_model(DrillProblem)
    if known := Hazard.objects.filter(origin_type=kind, origin_id=problem.pk).first():
        raise Refused(_("It is registered already: %(hazard)s.") % {"hazard": known})
    return hazards.report(
        by=by, at=at, title=problem.text, place=problem.place or problem.drill.place,
        source=Hazard.Source.DRILL, origin=problem,
        domain=DOMAINS[Drill.Kind(problem.drill.kind)],
    )  # fmt: skip
