"""What happens to weeks of duty classes: laid ahead, swapped, grouped, scored."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from campus.doors import Refused
from campus.models import Duty, Person, Place, Role, SchoolClass
from campus.notices.actions import tell
from campus.school_time.days import monday_of
from campus.storing import store
from cleaning.models import DutyGroup, DutyStep, DutyWeek
from cleaning.registry import NOTICE

WEEK = timedelta(days=7)
LAST_OF_WEEK = timedelta(days=6)
SCORED = gettext_noop("Your class's week on duty: place %(rank)s, %(points)s points")
# As one boarding school gives them: the first five of a grade 3, up to the tenth 2, others 1.
USUAL_STEPS = ((5, Decimal(3)), (10, Decimal(2)), (None, Decimal(1)))


def lay_usual_steps() -> None:
    """What places earn where the school has said nothing else; safe to repeat."""
    if DutyStep.objects.exists():
        return
    DutyStep.objects.bulk_create(
        DutyStep(up_to=rank, points=points) for rank, points in USUAL_STEPS
    )


@transaction.atomic
def lay_weeks(
    classes: Sequence[SchoolClass], *, first: date, until: date, by: Person, at: datetime
) -> list[DutyWeek]:
    """Let classes take turns on duty, a week each from Monday on, from the week of `first` to that
    of `until`; weeks that have a class keep it, and the turn goes to the next free week.

    Raises Refused without any class.
    """
    if not classes:
        raise Refused(_("Choose the classes that take turns."))
    monday = monday_of(first)
    taken = set(
        DutyWeek.objects.filter(ends_on__gte=monday, starts_on__lte=until + WEEK).values_list(
            "starts_on", flat=True
        )
    )
    made: list[DutyWeek] = []
    while monday <= until:
        if monday not in taken:
            school_class = classes[len(made) % len(classes)]
            week = DutyWeek(
                school_class=school_class, starts_on=monday, ends_on=monday + LAST_OF_WEEK
            )
            store(week)
            made.append(week)
        monday += WEEK
    return made


@transaction.atomic
def swap(week: DutyWeek, other: DutyWeek, *, by: Person, at: datetime) -> None:
    """Let the classes of two weeks change places; their groups are named anew.

    Raises Refused for one week twice, and where one of them has been scored.
    """
    if week.pk == other.pk:
        raise Refused(_("Choose another week."))
    numbers = sorted([week.pk, other.pk])
    rows = DutyWeek.objects.select_for_update(of=("self",)).filter(pk__in=numbers).order_by("pk")
    first, second = rows
    if first.points is not None or second.points is not None:
        raise Refused(_("A week that has been scored is not swapped any more."))
    first.school_class, second.school_class = second.school_class, first.school_class
    for each in (first, second):
        each.groups.all().delete()
        store(each)


@transaction.atomic
def name_group(
    week: DutyWeek, *, name: str, leader: Person, place: Place | None, by: Person, at: datetime
) -> DutyGroup:
    """Name a group with its leader, who is a pupil of the class; one of the same name is changed.

    Raises Refused for a leader of another class, ValidationError.
    """
    if leader.school_class_id != week.school_class_id:
        raise Refused(_("A group is led by a pupil of the duty class."))
    group = week.groups.filter(name=name).first() or DutyGroup(week=week, name=name)
    group.leader, group.place = leader, place
    store(group)
    return group


@transaction.atomic
def score(week: DutyWeek, *, rank: int, words: str, by: Person, at: datetime, on: date) -> DutyWeek:
    """Give a class its place after its week, on the day `on`, and the points that the place earns;
    its teachers are told. Given again it holds anew.

    Raises Refused before the week is over, ValidationError for no sensible place.
    """
    kept = DutyWeek.objects.select_for_update(of=("self",)).get(pk=week.pk)
    if on <= kept.ends_on:
        raise Refused(_("The week is not over yet."))
    kept.rank, kept.points, kept.words = rank, DutyStep.points_for(rank), words
    kept.scored_by, kept.scored_at = by, at
    store(kept)
    facts = {"rank": rank, "points": f"{kept.points.normalize():f}"}
    tell(
        teachers_of(kept.school_class), key=f"{NOTICE}:duty:{kept.pk}:{at.isoformat()}",
        topic=NOTICE, text=SCORED, facts=facts, path=kept.get_absolute_url(), at=at, robots=False,
        mail=False,
    )  # fmt: skip
    return kept


def teachers_of(school_class: SchoolClass) -> list[Person]:
    """The class teachers of today."""
    held = Duty.objects.running().filter(school_class=school_class, role=Role.CLASS_TEACHER)
    return list(Person.objects.active().filter(pk__in=held.values("person")))


@transaction.atomic
def set_steps(steps: Iterable[tuple[int | None, Decimal]], *, by: Person, at: datetime) -> None:
    """Say what places earn, in place of what was said before. Raises ValidationError."""
    DutyStep.objects.all().delete()
    for rank, points in steps:
        store(DutyStep(up_to=rank, points=points))
