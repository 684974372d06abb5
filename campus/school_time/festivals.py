"""Days that a school's calendar names: public holidays, observances, and the days of safety work.

The public holidays come from the package `holidays`; the others fall on the same day, or the same
weekday of a month, every year. None of them is a day off by itself: what is off says the engine.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from campus.school_time.state import holiday_names

# (month, day): the day's name
SAFETY_DAYS: dict[tuple[int, int], str | Promise] = {
    (4, 15): _("National Security Education Day"),
    (4, 30): _("Traffic Safety Reflection Day"),
    (5, 12): _("Disaster Prevention Day"),
    (6, 16): _("Work Safety Advice Day"),
    (6, 26): _("Day against Drugs"),
    (9, 1): _("First Lesson of the School Year"),
    (11, 9): _("Fire Safety Day"),
    (12, 2): _("Road Safety Day"),
    (12, 4): _("Constitution Day"),
}
OBSERVANCES: dict[tuple[int, int], str | Promise] = {
    (3, 8): _("Women's Day"),
    (3, 12): _("Arbor Day"),
    (5, 4): _("Youth Day"),
    (9, 10): _("Teachers' Day"),
    (12, 13): _("National Memorial Day"),
}
PUPILS_SAFETY_DAY: str | Promise = _("Pupils' Safety Education Day")


def festivals(first: date, last: date) -> list[tuple[date, str]]:
    """The named days from `first` to `last`, both inclusive, by day, in the reader's language.

    A holiday of several days is named on its first.
    """
    return sorted(
        (day, name)
        for year in range(first.year, last.year + 1)
        for day, name in named_days(year, get_language() or "zh-hans")
        if first <= day <= last
    )


def named_days(year: int, language: str) -> Iterator[tuple[date, str]]:
    """The named days of one year, in no order."""
    seen: set[str] = set()
    for day, name in sorted(holiday_names(year, language).items()):
        if name not in seen:
            seen.add(name)
            yield day, name
    for (month, number), label in (OBSERVANCES | SAFETY_DAYS).items():
        yield date(year, month, number), str(label)
    yield last_monday_of_march(year), str(PUPILS_SAFETY_DAY)


def last_monday_of_march(year: int) -> date:
    last = date(year, 3, 31)
    return last - timedelta(days=last.weekday())
