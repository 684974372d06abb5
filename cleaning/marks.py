"""What counts for the assessment of classes: points by care on the day, and by weeks on duty."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Subquery
from django.urls import reverse

from cleaning.models import Care, DutyWeek
from cleaning.registry import TOPICS
from inspections.models import Checklist, PartScore


@dataclass(frozen=True, kw_only=True)
class Mark:
    """Points of one class on one day: what for, and the record that shows it. Points taken are
    never negative, points given neither."""

    school_class: int
    day: date
    taken: Decimal
    given: Decimal
    what: str
    path: str


def marks(first: date, last: date) -> Iterator[Mark]:
    """What checks of cleaning took from classes and gave them between two days, by the care of that
    day; second looks, and parts in nobody's care, are left out. One query."""
    care = Subquery(Care.objects.of_row().values("school_class")[:1])
    found = PartScore.objects.counted().between(first, last).filter(checklist__topic__in=TOPICS)
    rows = found.annotate(whose=care).filter(whose__isnull=False).order_by("day", "pk")
    fields = (
        "whose", "day", "taken", "given", "checklist__name", "place__name", "inspection", "place"
    )  # fmt: skip
    for whose, day, taken, given, checklist, name, walk, place in rows.values_list(*fields):
        yield Mark(
            school_class=whose, day=day, taken=taken, given=given, what=f"{checklist} · {name}",
            path=f"{reverse('inspections:inspection', args=[walk])}#part-{place}",
        )  # fmt: skip


def duty_points(first: date, last: date) -> Iterator[Mark]:
    """What classes earned by weeks on duty that ended between two days. One query."""
    weeks = DutyWeek.objects.filter(ends_on__range=(first, last), points__isnull=False)
    for week in weeks.select_related("school_class").order_by("ends_on"):
        yield Mark(
            school_class=week.school_class_id, day=week.ends_on, taken=Decimal(0),
            given=week.points or Decimal(0), what=str(week), path=week.get_absolute_url(),
        )  # fmt: skip


def last_day() -> date | None:
    """The last day on which anything of cleaning was checked; None for never. One query."""
    lists = Checklist.objects.filter(topic__in=TOPICS).order_by().values("pk")
    scores = PartScore.objects.counted().filter(checklist__in=lists)
    return scores.order_by("-day", "-pk").values_list("day", flat=True).first()
