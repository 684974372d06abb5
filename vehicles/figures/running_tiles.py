"""The first page of fuel and service: a tile for each part, with what stands out."""

from datetime import date, datetime
from decimal import Decimal

from django.db.models import Count, Q, Sum
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from campus.figures import Span
from campus.models import Person
from campus.school_time.months import month_before
from campus.shell.words import money
from campus.tiles import Figure, Tile
from vehicles import rights
from vehicles.figures.money import fuel_of, total_fuel
from vehicles.models import (
    CardMonth,
    FuelCard,
    RefuelRecord,
    ServicePlan,
    ServiceRequest,
    TankInterval,
    VehicleIncident,
)


def tiles_for(person: Person, *, at: datetime) -> list[Tile]:
    """The parts that the person may open; drivers see their own fills."""
    today = timezone.localtime(at).date()
    shared = [service_tile(person), plans_tile(person, today), incidents_tile(person)]
    if not rights.can_keep_vehicles(person):
        return [fills_tile(person), *shared]
    return [fuel_tile(today), cards_tile(today), tanks_tile(), account_tile(), *shared]


def fills_tile(person: Person) -> Tile:
    path = reverse("vehicles:refuels")
    own = RefuelRecord.objects.visible_to(person).live().count()
    return Tile(
        label=_("My fills"), icon="gas-station", path=path,
        about=_("What you have filled, with its receipts."),
        figures=(Figure(words=_("fills"), value=own, path=path),),
    )  # fmt: skip


def fuel_tile(today: date) -> Tile:
    """What was filled this month."""
    path, first = reverse("vehicles:refuels"), today.replace(day=1)
    [month] = fuel_of([Span("", first, today)])
    all_of_it = total_fuel(month)
    here = f"{path}?which=live&since={first}&until={today}"
    return Tile(
        label=_("Refuellings"), icon="gas-station", path=path,
        about=_("Each fill with odometer, receipt and how it was paid."),
        figures=(
            Figure(words=_("fills this month"), value=all_of_it.fills, path=here),
            Figure(words=_("this month"), value=money(all_of_it.money), path=here),
        ),
    )  # fmt: skip


def cards_tile(today: date) -> Tile:
    """What is on the cards, and what is to be reconciled or checked."""
    path, month = reverse("vehicles:cards"), month_before(today)
    book = FuelCard.objects.in_use().aggregate(
        on_them=Sum("balance", default=Decimal(0)),
        to_close=Count("pk", filter=Q(pk__in=FuelCard.objects.to_close(month).values("pk"))),
    )
    to_check = CardMonth.objects.to_check().count()
    by_month = f"{reverse('vehicles:fuel_month')}?month={month:%Y-%m}"
    return Tile(
        label=_("Fuel cards"), icon="credit-card", path=path,
        about=_("One card for each vehicle, reconciled month by month."),
        figures=(
            Figure(words=_("on the cards"), value=money(book["on_them"]), path=path),
            Figure(
                words=_("to reconcile"), value=book["to_close"], path=by_month,
                stands_out=book["to_close"] > 0,
            ),
            Figure(
                words=_("to check"), value=to_check,
                path=f"{reverse('vehicles:card_months')}?which=to_check", stands_out=to_check > 0,
            ),
        ),
    )  # fmt: skip


def tanks_tile() -> Tile:
    """What stands out and nobody has explained."""
    path = reverse("vehicles:tanks")
    open_ones = TankInterval.objects.unexplained().count()
    return Tile(
        label=_("Consumption"), icon="gauge", path=path,
        about=_("On 100 km, from one full tank to the next."),
        figures=(
            Figure(
                words=_("to be explained"), value=open_ones, path=f"{path}?which=unexplained",
                stands_out=open_ones > 0,
            ),
        ),
    )  # fmt: skip


def account_tile() -> Tile:
    return Tile(
        label=_("Energy account"),
        icon="leaf",
        path=reverse("vehicles:account"),
        about=_("Kilometres, fuel and consumption of each vehicle in the semester."),
    )


def service_tile(person: Person) -> Tile:
    """What is under way, and which vehicles are in a workshop."""
    path = reverse("vehicles:service:requests")
    seen = ServiceRequest.objects.visible_to(person).order_by()
    found = seen.aggregate(
        under_way=Count("pk", filter=Q(status__in=ServiceRequest.OPEN)),
        there=Count("pk", filter=Q(status=ServiceRequest.Status.IN_WORKSHOP)),
    )
    return Tile(
        label=_("Service and repair"), icon="car-garage", path=path,
        about=_("Approved before work, billed within a week."),
        figures=(
            Figure(words=_("under way"), value=found["under_way"], path=f"{path}?current=open"),
            Figure(
                words=_("in the workshop"), value=found["there"], path=f"{path}?status=in_workshop"
            ),
        ),
    )  # fmt: skip


def plans_tile(person: Person, today: date) -> Tile:
    """What is due by kilometres or by day."""
    path = reverse("vehicles:plans")
    plans = ServicePlan.objects.visible_to(person).running()
    overdue, near = plans.overdue(today).count(), plans.near(today).count()
    return Tile(
        label=_("Service plans"), icon="calendar-repeat", path=path,
        about=_("Every so many kilometres or months."),
        figures=(
            Figure(
                words=_("overdue"), value=overdue, path=f"{path}?which=overdue",
                stands_out=overdue > 0,
            ),
            Figure(words=_("due soon, or overdue"), value=near, path=f"{path}?which=near"),
        ),
    )  # fmt: skip


def incidents_tile(person: Person) -> Tile:
    path = reverse("vehicles:incidents")
    open_ones = VehicleIncident.objects.visible_to(person).open().count()
    return Tile(
        label=_("Accidents and violations"), icon="car-crash", path=path,
        about=_("What has happened, and how the insurance stands."),
        figures=(Figure(words=_("not settled"), value=open_ones, path=f"{path}?which=open"),),
    )  # fmt: skip
