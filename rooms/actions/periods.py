"""The periods of a day: the usual ones, and those that the school sets."""

from collections.abc import Iterable
from datetime import datetime, time

from django.db import transaction

from campus.models import Person
from campus.storing import store
from rooms.models import LessonPeriod

Row = tuple[str, time, time]

# A common timetable of a boarding senior high school; every school sets its own.
USUAL: tuple[Row, ...] = (
    ("第1节", time(8), time(8, 40)), ("第2节", time(8, 50), time(9, 30)),
    ("第3节", time(10), time(10, 40)), ("第4节", time(10, 50), time(11, 30)),
    ("第5节", time(13, 40), time(14, 20)), ("第6节", time(14, 30), time(15, 10)),
    ("第7节", time(15, 30), time(16, 10)), ("第8节", time(16, 20), time(17)),
    ("晚自习", time(18, 30), time(21)),
)  # fmt: skip


@transaction.atomic
def lay_usual_periods() -> None:
    """Lay the usual periods where there are none."""
    if not LessonPeriod.objects.exists():
        lay(USUAL)


def lay(rows: Iterable[Row]) -> None:
    for position, (name, opens, closes) in enumerate(rows, 1):
        period = LessonPeriod(position=position, name=name, opens=opens, closes=closes)
        store(period)


@transaction.atomic
def write_periods(rows: Iterable[Row], *, by: Person, at: datetime) -> None:
    """Put these periods in place of those there were. Raises ValidationError."""
    LessonPeriod.objects.all().delete()
    lay(rows)
