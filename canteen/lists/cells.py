"""Cells that several lists of the canteens have."""

from collections.abc import Callable
from typing import Any

import django_filters
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from campus.lists.filters import ListFilters
from campus.shell.forms import DayInput
from campus.shell.words import day_in_words


def day_cell(row: Any) -> str:
    return day_in_words(row.day)


def toned(tone: str, words: object) -> SafeString:
    """Words in the colour of a state."""
    return format_html('<span class="due-{}">{}</span>', tone, words)


def state(tone: str, words: object) -> SafeString:
    return format_html('<span class="state state-{}">{}</span>', tone, words)


def days_filters(field: str) -> type[ListFilters]:
    """Filters from a day on and until a day, by a field that holds a day."""

    class Days(ListFilters):
        since = django_filters.DateFilter(
            field_name=field, lookup_expr="gte", label=_("from"), widget=DayInput()
        )
        until = django_filters.DateFilter(
            field_name=field, lookup_expr="lte", label=_("until"), widget=DayInput()
        )

    return Days


def named(name: str) -> Callable[[Any], str]:
    """A cell with the name of a related person; empty for nobody."""
    return lambda row: str(getattr(row, name) or "")
