"""What vehicles use and cost by semester and month, each number with the list that proves it."""

from collections.abc import Sequence
from decimal import Decimal
from functools import partial
from typing import Any

from django.utils.translation import gettext_lazy as _

from campus.figures import Group, Line, Number, Span, Sums, Value, proof, summed
from campus.shell.words import money
from vehicles.models import FuelTally, IncidentTally, ServiceTally, TankTally
from vehicles.models.card_month import per_100

REFUELS, TANKS, BILLS = "vehicles:refuels", "vehicles:tanks", "vehicles:bills"
INCIDENTS = "vehicles:incidents"
YUAN: Any = money
FUEL = ("fills", "litres", "kwh", "money", "cash")
USED = ("intervals", "outliers", "litres", "litres_km", "kwh", "kwh_km")


def groups(spans: Sequence[Span]) -> list[Group]:
    """Fuel, consumption, service and incidents of the spans; four queries over the tallies."""
    return [fuel(spans), consumption(spans), costs(spans)]


def litres(number: Number) -> str:
    return f"{number:,.2f}"


def fuel(spans: Sequence[Span]) -> Group:
    """What was filled, and what it cost."""
    line = Sums(spans, summed(spans, FuelTally.objects.all(), FUEL), REFUELS).line
    lines = [
        line(_("Fills"), "fills", which="live"),
        line(_("Litres filled"), "litres", words=litres, unit="litre"),
        line(_("kWh charged"), "kwh", words=litres, unit="kwh"),
        line(_("Fuel, in yuan"), "money", words=YUAN, key="fuel", which="live"),
        line(_("Of that, in cash"), "cash", words=YUAN, paid_by="cash"),
    ]
    return Group(title=_("Fuel"), lines=lines, source=_("By the day of the fill."))


def consumption(spans: Sequence[Span]) -> Group:
    """What was used on 100 km, and what stood out."""
    sums = summed(spans, TankTally.objects.all(), USED)
    line = Sums(spans, sums, TANKS).line
    lines = [
        on_100(_("Litres on 100 km"), spans, sums, "litres", unit="litre"),
        on_100(_("kWh on 100 km"), spans, sums, "kwh", unit="kwh"),
        line(_("Full tanks measured"), "intervals"),
        line(_("Far off the usual"), "outliers", ("intervals",), which="outliers"),
    ]
    source = _(
        "From one full tank to the next, by the day of the later one. Far off is more than a "
        "quarter from the median of the vehicle's own last ten; our own figure."
    )
    return Group(title=_("Consumption"), lines=lines, source=source)


def on_100(
    label: Any, spans: Sequence[Span], sums: Sequence[dict[str, Number]], name: str, **query: str
) -> Line:
    """What was used on 100 km in each span: all of it by all of the kilometres."""
    values = [
        Value(
            number=per_100(Decimal(each[name]), int(each[f"{name}_km"])),
            path=proof(TANKS, span, **query),
        )
        for span, each in zip(spans, sums, strict=True)
    ]
    return Line(label=label, values=values, words=litres, key=f"{name}_on_100")


def costs(spans: Sequence[Span]) -> Group:
    """What workshops asked for, and what accidents and violations cost."""
    bills = summed(spans, ServiceTally.objects.all(), ("bills", "money"))
    incidents = summed(spans, IncidentTally.objects.all(), ("accidents", "violations", "money"))
    service, happened = Sums(spans, bills, BILLS).line, Sums(spans, incidents, INCIDENTS).line
    in_yuan = partial(happened, words=YUAN)
    lines = [
        service(_("Bills of workshops"), "bills"),
        service(_("Service, in yuan"), "money", words=YUAN, key="service"),
        happened(_("Accidents"), "accidents", kind="accident"),
        happened(_("Traffic violations"), "violations", kind="violation"),
        in_yuan(_("Accidents and violations, in yuan"), "money", key="incidents"),
    ]
    source = _("Bills by their own day, incidents by the day on which they happened.")
    return Group(title=_("Service and incidents"), lines=lines, source=source)
