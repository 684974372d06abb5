"""The filters of a list, declared with django-filter and read from the address."""

from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar

import django_filters
from django.db.models import QuerySet

from campus.people.models import Person
from campus.school_time.engine import moments_of
from campus.shell.forms import DayInput


class Since(django_filters.DateFilter):
    """From a day on, in school time; by the moment it begins, which an index of moments answers."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(widget=DayInput(), **kwargs)

    def filter(self, qs: QuerySet[Any], value: date | None) -> QuerySet[Any]:
        if value is None:
            return qs
        start, _end = moments_of(value, value)
        return qs.filter(**{f"{self.field_name}__gte": start})


class Until(Since):
    """Until a day, that one included."""

    def filter(self, qs: QuerySet[Any], value: date | None) -> QuerySet[Any]:
        if value is None:
            return qs
        _start, end = moments_of(value, value)
        return qs.filter(**{f"{self.field_name}__lt": end})


class ListFilters(django_filters.FilterSet):
    """Filters that know who asks and on which day; a bad value filters nothing and is told.

    `staff_only` names filters that pupils neither see nor use: what is not shown to them must not
    be found out by filtering either.
    """

    staff_only: ClassVar[tuple[str, ...]] = ()

    def __init__(
        self, data: Mapping[str, Any], queryset: QuerySet[Any], *, person: Person, today: date
    ) -> None:
        super().__init__(data, queryset)
        self.person, self.today = person, today
        if person.is_pupil:
            for name in self.staff_only:
                del self.filters[name]

    @property
    def chosen(self) -> dict[str, Any]:
        """The filters in force with their values, in their order."""
        self.form.is_valid()
        values = self.form.cleaned_data
        return {name: values[name] for name in self.filters if is_given(values.get(name))}


def is_given(value: Any) -> bool:
    """Whether a cleaned value filters anything; to filter by "no" is something too."""
    if isinstance(value, QuerySet | list | tuple):
        return bool(value)
    return value is not None and value != ""
