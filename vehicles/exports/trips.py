"""Rows of the monthly sheet."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.utils.translation import gettext, pgettext

from vehicles.exports.fuel import rounded
from vehicles.models import MonthLine

WIDTHS = [12, 24, 8, 10, 10, 10, 10, 10, 14, 14, 16, 12, 12, 12]


def month_rows(lines: Iterable[MonthLine]) -> Iterator[list[Any]]:
    """A header, a row for each vehicle, and one for all of them."""
    yield [
        gettext("Plate"), gettext("Make and model"), gettext("Trips"), gettext("Trips shared"),
        gettext("Kilometres"), pgettext("of driving", "Hours"),
        gettext("Litres filled"), gettext("kWh charged"), gettext("Litres on 100 km"),
        gettext("kWh on 100 km"), gettext("Tolls and parking in yuan"), gettext("Fuel, in yuan"),
        gettext("Service, in yuan"), gettext("In all, in yuan"),
    ]  # fmt: skip
    for line in lines:
        named = line.vehicle
        names = [named.plate, named.model] if named else [gettext("All vehicles"), ""]
        yield [
            *names, line.trips, line.shared, line.km, line.hours, line.fuel.litres, line.fuel.kwh,
            rounded(line.used.litres_per_100), rounded(line.used.kwh_per_100), line.yuan,
            line.fuel.money, line.service, line.money,
        ]  # fmt: skip
