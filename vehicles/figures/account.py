"""The energy account of each vehicle (单车能耗核算), as the regulations on energy saving in public
institutions ask for it."""

from collections.abc import Sequence

from django.utils.translation import gettext_lazy as _

from campus.charts import Chart, Series
from campus.figures import Span
from campus.school_time.engine import moments_of
from vehicles.figures.money import fuel_of, used_of
from vehicles.models import Vehicle, unit_of
from vehicles.models.driven import driven
from vehicles.models.running import AccountLine, Fuel, Used


def of_vehicles(span: Span) -> list[AccountLine]:
    """A line for each vehicle that the school has, or that was filled in these days; four
    queries."""
    [filled], [used] = fuel_of([span]), used_of([span])
    kept = Vehicle.objects.kept() | Vehicle.objects.filter(pk__in=filled)
    went = driven(kept, [moments_of(span.first, span.last)])
    return [
        AccountLine(
            str(vehicle), vehicle, went[vehicle.pk][0], filled.get(vehicle.pk, Fuel()),
            used.get(vehicle.pk, Used()),
        )
        for vehicle in kept.order_by("plate").defer("sought")
    ]  # fmt: skip


def of_months(vehicle: Vehicle, spans: Sequence[Span]) -> list[AccountLine]:
    """A line for each span of one vehicle; three queries."""
    filled, used = fuel_of(spans, of=vehicle), used_of(spans, of=vehicle)
    moments = [moments_of(span.first, span.last) for span in spans]
    went = driven(Vehicle.objects.filter(pk=vehicle.pk), moments)[vehicle.pk] if spans else []
    return [
        AccountLine(
            span.label, vehicle, went[at], filled[at].get(vehicle.pk, Fuel()),
            used[at].get(vehicle.pk, Used()),
        )
        for at, span in enumerate(spans)
    ]  # fmt: skip


def course(vehicle: Vehicle, months: Sequence[AccountLine]) -> Chart | None:
    """What it used on 100 km month by month; None where nothing was measured."""
    values = [None if line.on_100 is None else round(line.on_100, 2) for line in months]
    if not any(value is not None for value in values):
        return None
    return Chart(
        title=_("Used on 100 km"), heading=_("Month"), unit=str(unit_of(vehicle).label), least=0,
        labels=[line.label for line in months], series=[Series(name=vehicle.plate, values=values)],
    )  # fmt: skip
