"""How far vehicles went in some days, by their odometers."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery

from vehicles.models.odometer import OdometerReading
from vehicles.models.vehicle import Vehicle

Moments = tuple[datetime, datetime]


def driven(vehicles: QuerySet[Vehicle], spans: Sequence[Moments]) -> dict[int, list[int | None]]:
    """The kilometres of each of `vehicles` in each span of moments, by number of the vehicle: from
    the last reading before the span, or the first within it, to the last before its end. None where
    there are no two readings. One query, which reads an index for each bound."""
    bounds: dict[str, Any] = {}
    for at, (start, end) in enumerate(spans):
        bounds |= {
            f"before_{at}": km("-", at__lt=start),
            f"first_{at}": km("", at__gte=start, at__lt=end),
            f"last_{at}": km("-", at__lt=end),
        }
    rows = vehicles.order_by().annotate(**bounds).values("pk", *bounds)
    return {row["pk"]: [of_span(row, at) for at in range(len(spans))] for row in rows}


def km(sign: str, **within: datetime) -> Subquery:
    """What the vehicle's odometer showed at the first or last reading within some moments."""
    found = OdometerReading.objects.filter(vehicle=OuterRef("pk"), **within)
    return Subquery(found.order_by(f"{sign}at", f"{sign}id").values("km")[:1])


def of_span(row: dict[str, Any], at: int) -> int | None:
    before, first, last = (row[f"{name}_{at}"] for name in ("before", "first", "last"))
    begun = first if before is None else before
    return None if begun is None or last is None else int(last - begun)
