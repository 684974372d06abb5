"""How much is driven, and how much of the cap that is."""

from django.db.models import Sum
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.measures import Counted, Measure
from vehicles import rights
from vehicles.figures.trips import most_km
from vehicles.lists import REQUESTS, TRIPS
from vehicles.models import Trip, TripRequest, TripTally, UseTally

MEASURES = (
    Measure(
        key="vehicles.km_of_cap", label=_("Kilometres of the cap"), icon="gauge",
        hint=_("of the whole school"), more_is_better=False, rows=TripRequest.objects.all,
        day="starts_at", page=REQUESTS, tally=UseTally.objects.all,
        number=Counted(query={"status": "done"}, columns=("used_km",), sum=Sum("used_km")),
        most=most_km, most_at="vehicles:caps", reads_all=rights.can_read_caps,
    ),
    Measure(
        key="vehicles.trips", label=_("Trips driven"), icon="road",
        unit=pgettext_lazy("unit", "trips"), more_is_better=False, rows=Trip.objects.all,
        day="starts_at", page=TRIPS, tally=TripTally.objects.all,
        number=Counted(query={"status": "done"}, columns=("trips",)),
        reads_all=rights.can_keep_vehicles,
    ),
)  # fmt: skip
