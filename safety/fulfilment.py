"""What safety makes of items of the work plan: drills and activities of safety education."""

from datetime import date, time
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from campus.models import Person, SchoolClass
from campus.rows import Rows
from campus.school_time.engine import moment_of
from planning.fulfilment import Made, Thing, first_day, name_fulfilment, name_made, owner_or
from planning.models import Kind, PlanItem
from safety import rights
from safety.models import Domain, Drill, SafetyEvent

# The hour that a form proposes where the plan names none; our own figure.
USUAL_HOUR = time(10)
# What words of a plan tell of a drill and of an activity; the first that fits counts.
DRILL_WORDS = (
    ("震", Drill.Kind.EARTHQUAKE), ("危化", Drill.Kind.CHEMICALS), ("实验", Drill.Kind.CHEMICALS),
    ("反恐", Drill.Kind.TERROR), ("防暴", Drill.Kind.TERROR), ("踩踏", Drill.Kind.STAMPEDE),
    ("校车", Drill.Kind.BUS), ("中毒", Drill.Kind.FOOD), ("食品", Drill.Kind.FOOD),
    ("消防", Drill.Kind.FIRE), ("火灾", Drill.Kind.FIRE), ("疏散", Drill.Kind.FIRE),
)  # fmt: skip
DOMAIN_WORDS = (
    ("消防", Domain.FIRE), ("交通", Domain.TRAFFIC), ("食", Domain.FOOD), ("饮", Domain.FOOD),
    ("反恐", Domain.SECURITY), ("治安", Domain.SECURITY), ("实验", Domain.LABORATORY),
    ("踩踏", Domain.CROWD), ("震", Domain.BUILDING),
)  # fmt: skip
GRADES = (("高一", 10), ("高二", 11), ("高三", 12))
DORMITORY = "宿舍"


def told_by(words: tuple[tuple[str, Any], ...], title: str, otherwise: Any) -> Any:
    """What the first of the words in the title stands for."""
    return next((meant for word, meant in words if word in title), otherwise)


def classes_of(item: PlanItem) -> QuerySet[SchoolClass]:
    """The classes of the grades that the item names; none where it names none."""
    named = f"{item.cohort} {item.title}"
    grades = [grade for word, grade in GRADES if word in named]
    return SchoolClass.objects.filter(grade__in=grades)


def level_of(item: PlanItem) -> str:
    """Who takes part, by the item's words."""
    if DORMITORY in item.title:
        return Drill.Level.DORMITORY
    named = f"{item.cohort} {item.title}"
    return Drill.Level.GRADE if told_by(GRADES, named, None) else Drill.Level.SCHOOL


def drill_from(item: PlanItem, person: Person, today: date) -> dict[str, Any]:
    """What the form of a drill says at first."""
    return {
        "title": item.title[:120], "kind": told_by(DRILL_WORDS, item.title, Drill.Kind.OTHER),
        "level": level_of(item), "cohort": item.cohort, "commander": owner_or(item, person),
        "planned_at": moment_of(first_day(item, today), USUAL_HOUR), "classes": classes_of(item),
    }  # fmt: skip


def event_from(item: PlanItem, person: Person, today: date) -> dict[str, Any]:
    """What the form of an activity says at first."""
    return {
        "title": item.title[:120], "domain": told_by(DOMAIN_WORDS, item.title, Domain.OTHER),
        "on": first_day(item, today), "organiser": owner_or(item, person),
        "classes": classes_of(item),
    }  # fmt: skip


def days_of_drill(drill: Drill) -> tuple[date, date] | None:
    """The day of a drill that is still to be held."""
    return (drill.day, drill.day) if drill.status == Drill.Status.PLANNED else None


def days_of_event(event: SafetyEvent) -> tuple[date, date] | None:
    """The day of an activity that is still to be held."""
    return (event.on, event.on) if event.status == SafetyEvent.Status.PLANNED else None


def drill_rows(found: QuerySet[Any]) -> Rows[Thing]:
    return Rows(rows=found, fields=("title", "planned_at", "status"), draw=drawn_drill)


def drawn_drill(drill: Drill) -> Thing:
    return Thing(
        title=drill.title, path=drill.get_absolute_url(), icon="stopwatch", first=drill.day,
        last=drill.day, state="done" if drill.is_held else drill.status,
        state_words=Drill.Status(drill.status).label,
    )  # fmt: skip


def event_rows(found: QuerySet[Any]) -> Rows[Thing]:
    return Rows(rows=found, fields=("title", "on", "status"), draw=drawn_event)


def drawn_event(event: SafetyEvent) -> Thing:
    return Thing(
        title=event.title, path=event.get_absolute_url(), icon="school", first=event.on,
        last=event.on, state=event.tone, state_words=SafetyEvent.Status(event.status).label,
    )  # fmt: skip


def hand_in() -> None:
    """Drills are done once they were held, and so are activities."""
    drills = name_made(
        Made(
            model=Drill, is_done=Q(status=Drill.Status.HELD),
            is_off=Q(status=Drill.Status.CALLED_OFF), rows=drill_rows,
        )
    )  # fmt: skip
    events = name_made(
        Made(
            model=SafetyEvent, is_done=Q(status=SafetyEvent.Status.HELD),
            is_off=Q(status=SafetyEvent.Status.CALLED_OFF), rows=event_rows,
        )
    )  # fmt: skip
    name_fulfilment(
        kind=Kind.DRILL, label=_("Plan the drill"), icon="stopwatch", address="safety:drill_new",
        right=rights.can_plan_drills, made=drills,
    )  # fmt: skip
    name_fulfilment(
        kind=Kind.EDUCATION, label=_("Plan the activity"), icon="school",
        address="safety:event_new", right=rights.can_teach, made=events,
    )  # fmt: skip
