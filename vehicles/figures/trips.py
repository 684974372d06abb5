"""Trips by semester and month: driven, shared, refused, of the cap; read from the tallies."""

from collections.abc import Callable, Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _

from campus.figures import Group, Line, Span, Sums, Value, proof, summed
from campus.shell.words import money
from vehicles.models import TripTally, UsageCap, UseTally

TRIPS, REQUESTS = "vehicles:trips", "vehicles:requests:requests"
YUAN: Any = money
SOURCE = _(
    "Trips and requests by the day of departure. Of a shared trip each request has its share."
)


def groups(spans: Sequence[Span]) -> list[Group]:
    """All figures of trips for the spans; three queries."""
    driven = summed(spans, TripTally.objects.all(), ("trips", "shared", "called_off", "km", "yuan"))
    asked = summed(spans, UseTally.objects.all(), ("requests", "refused", "used_km"))
    trips, requests = Sums(spans, driven, TRIPS), Sums(spans, asked, REQUESTS)
    lines = [
        requests.line(_("Requests"), "requests", which="asked"),
        requests.line(_("Requests refused"), "refused", ("requests",), status="refused"),
        trips.line(_("Trips"), "trips", status="done"),
        trips.line(_("Trips shared"), "shared", ("trips",), status="done", which="shared"),
        trips.line(_("Trips called off"), "called_off", status="called_off"),
        trips.line(_("Kilometres"), "km", status="done"),
        of_cap(spans, asked),
        trips.line(_("Tolls and parking"), "yuan", status="done", words=YUAN),
    ]
    return [Group(title=_("Trips"), lines=lines, source=SOURCE)]


def of_cap(spans: Sequence[Span], asked: Sequence[dict[str, Any]]) -> Line:
    """The kilometres as a share of the school's cap, of which a month takes its part; one query."""
    most = most_km()
    values = [
        Value(
            number=each["used_km"] if most(span) else None, of=most(span) or None,
            path=proof(REQUESTS, span, status="done"),
        )
        for span, each in zip(spans, asked, strict=True)
    ]  # fmt: skip
    return Line(label=_("Kilometres of the cap"), values=values, key="of_cap")


def most_km() -> Callable[[Span], int]:
    """Says of a span how much the whole school may drive by the cap that holds on its first day, of
    the semester or else of the year; nought where there is none. One query for all spans."""
    of_school = UsageCap.objects.filter(department=None, km__isnull=False)
    caps = sorted(of_school.select_related("semester"), key=lambda cap: cap.semester is None)

    def most(span: Span) -> int:
        holding = (cap.km for cap in caps if cap.days[0] <= span.first <= cap.days[1])
        return next(holding, None) or 0

    return most
