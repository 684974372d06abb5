"""Rows of the monthly sheet."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.utils.translation import gettext, pgettext

from vehicles.models import MonthLine


def month_rows(lines: Iterable[MonthLine]) -> Iterator[list[Any]]:
    """A header, a row for each vehicle, and one for all of them."""
    yield [
        gettext("Plate"), gettext("Make and model"), gettext("Trips"), gettext("Trips shared"),
        gettext("Kilometres"), pgettext("of driving", "Hours"),
        gettext("Tolls and parking in yuan"),
    ]  # fmt: skip
    for line in lines:
        named = line.vehicle
        names = [named.plate, named.model] if named else [gettext("All vehicles"), ""]
        yield [*names, line.trips, line.shared, line.km, line.hours, line.yuan]
