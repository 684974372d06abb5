"""What counts for the assessment of classes: points by care on the day, and by weeks on duty."""

from collections.abc import Iterator
from datetime import date

from django.db.models import Subquery
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.marks import NOTHING, Mark, MarkSource
from cleaning.models import Care, DutyWeek
from cleaning.registry import TOPICS
from inspections.models import Checklist, PartScore

SCORE, WEEK = "inspections.partscore", "cleaning.dutyweek"


def marks(first: date, last: date) -> Iterator[Mark]:
    """What checks of cleaning took from classes and gave them between two days, by the care of that
    day; second looks, and parts in nobody's care, are left out. One query."""
    care = Subquery(Care.objects.of_row().values("school_class")[:1])
    found = PartScore.objects.counted().between(first, last).filter(checklist__topic__in=TOPICS)
    rows = found.annotate(whose=care).filter(whose__isnull=False).order_by("day", "pk")
    fields = (
        "pk", "whose", "day", "taken", "given", "full_marks", "checklist__name", "place__name",
        "inspection", "place",
    )  # fmt: skip
    for pk, whose, day, taken, given, of, checklist, name, walk, place in rows.values_list(*fields):
        yield Mark(
            school_class=whose, day=day, taken=taken, given=given, of=of, kind=SCORE, record=pk,
            words=f"{checklist} · {name}",
            path=f"{reverse('inspections:place_scores', args=[place])}?walk={walk}",
        )  # fmt: skip


def duty_points(first: date, last: date) -> Iterator[Mark]:
    """What classes earned by weeks on duty that ended between two days. One query."""
    weeks = DutyWeek.objects.filter(ends_on__range=(first, last), points__isnull=False)
    for week in weeks.select_related("school_class").order_by("ends_on"):
        yield Mark(
            school_class=week.school_class_id, day=week.ends_on, given=week.points or NOTHING,
            kind=WEEK, record=week.pk, words=str(week), path=week.get_absolute_url(),
        )  # fmt: skip


SOURCES = (
    MarkSource(key="cleaning", label=pgettext_lazy("work area", "Cleaning"), marks=marks),
    MarkSource(key="duty", label=_("Week on duty"), marks=duty_points),
)


def last_day() -> date | None:
    """The last day on which anything of cleaning was checked; None for never. One query."""
    lists = Checklist.objects.filter(topic__in=TOPICS).order_by().values("pk")
    scores = PartScore.objects.counted().filter(checklist__in=lists)
    return scores.order_by("-day", "-pk").values_list("day", flat=True).first()
