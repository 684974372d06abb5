"""A week's table as rows for a sheet."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from campus.shell.words import weekday_in_words
from logistics.assessment.weeks import Week


def table_of(week: Week) -> Iterator[list[Any]]:
    """The header, then a row for each class: rank, days, sources, total, flag."""
    yield [
        _("Rank"), pgettext("school", "Class"), *(weekday_in_words(day) for day in week.days),
        *(label for _line, label in week.sources), _("Total"), _("Rotating flag"),
    ]  # fmt: skip
    lost = week.lost_by_day
    for each in week.results:
        days = lost.get(each.school_class.pk, {})
        yield [
            each.rank, str(each.school_class), *(-days.get(day, 0) for day in week.days),
            *(part.score for part in each.parts), each.total, "★" if each.has_flag else "",
        ]  # fmt: skip
