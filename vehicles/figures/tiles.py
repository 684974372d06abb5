"""The first page of the vehicles."""

from datetime import datetime, timedelta

from django.contrib.contenttypes.models import ContentType
from django.db.models import Count, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.models import Person
from campus.tiles import Figure, Tile
from planning.models import Paper
from vehicles import rights
from vehicles.models import Trip, TripRequest, Vehicle

# Papers that end within a month are near their end, as in the list of papers.
SOON = timedelta(days=30)


def tiles_for(person: Person, *, at: datetime) -> list[Tile]:
    """The parts that the person may open, with how they stand; four queries."""
    tiles = [requests_tile(person)]
    if rights.can_see_board(person):
        tiles += [board_tile(person, at), files_tile(at)]
    else:
        tiles.append(
            Tile(
                label=pgettext_lazy("work area", "Vehicles"), icon="car",
                path=reverse("vehicles:vehicles"), about=_("What there is, and for how many."),
            )
        )  # fmt: skip
    if rights.can_drive(person):
        tiles.append(
            Tile(
                label=_("My trips"), icon="steering-wheel", path=reverse("vehicles:my_trips"),
                about=_("What you drive, begun and ended on your phone."),
            )
        )  # fmt: skip
    if rights.can_refuel(person):
        tiles.append(running_tile())
    if rights.can_read_caps(person):
        tiles += [caps_tile(), month_tile()]
    return tiles


def requests_tile(person: Person) -> Tile:
    """What waits for approval and for a vehicle."""
    path = reverse("vehicles:requests:requests")
    seen = TripRequest.objects.visible_to(person).order_by()
    counts = seen.filter(status__in=["requested", "approved"]).aggregate(
        waiting=Count("pk", filter=Q(status="requested")),
        approved=Count("pk", filter=Q(status="approved")),
    )
    return Tile(
        label=_("Trip requests"), icon="send", path=path,
        about=_("Asked for, approved step by step, sent out."),
        figures=(
            Figure(words=_("wait for approval"), value=counts["waiting"],
                   path=f"{path}?status=requested"),
            Figure(words=_("want a vehicle"), value=counts["approved"],
                   path=f"{path}?status=approved", stands_out=counts["approved"] > 0),
        ),
    )  # fmt: skip


def board_tile(person: Person, at: datetime) -> Tile:
    """Who is on the road, and who should be back."""
    path = reverse("vehicles:trips")
    out = Trip.objects.visible_to(person).not_ended().order_by().aggregate(
        under_way=Count("pk", filter=Q(status="under_way")),
        late=Count("pk", filter=Q(ends_at__lt=at)),
    )  # fmt: skip
    return Tile(
        label=_("Board of vehicles"), icon="calendar-time", path=reverse("vehicles:board"),
        about=_("Vehicles and drivers over the day and the week."),
        figures=(
            Figure(words=_("on the road"), value=out["under_way"],
                   path=f"{path}?status=under_way"),
            Figure(words=_("should be back"), value=out["late"], path=f"{path}?which=late",
                   stands_out=out["late"] > 0),
        ),
    )  # fmt: skip


def files_tile(at: datetime) -> Tile:
    """Vehicles in use, and papers that end."""
    path, today = reverse("vehicles:vehicles"), timezone.localtime(at).date()
    in_use = Vehicle.objects.in_use().count()
    kind = ContentType.objects.get_for_model(Vehicle)
    kept = Vehicle.objects.kept().order_by().values("pk")
    ending = Paper.objects.watched().filter(
        holder_type=kind, holder_id__in=kept, ends_on__lte=today + SOON
    ).count()  # fmt: skip
    return Tile(
        label=_("Files of vehicles"), icon="car", path=path,
        about=_("One file for each vehicle: papers, drivers, readings."),
        figures=(
            Figure(words=_("in use"), value=in_use, path=f"{path}?status=in_use"),
            Figure(words=_("papers end within 30 days"), value=ending,
                   path=reverse("planning:papers"), stands_out=ending > 0),
        ),
    )  # fmt: skip


def running_tile() -> Tile:
    """The other half of the area, whose own first page tells how it stands."""
    return Tile(
        label=_("Fuel and service"), icon="gas-station", path=reverse("vehicles:running"),
        about=_("Fills, cards and consumption, service and repair, accidents."),
    )  # fmt: skip


def caps_tile() -> Tile:
    return Tile(
        label=_("Usage caps"), icon="gauge", path=reverse("vehicles:caps"),
        about=_("How much may be driven, and what is left of it."),
    )  # fmt: skip


def month_tile() -> Tile:
    return Tile(
        label=_("Monthly sheet"), icon="report", path=reverse("vehicles:month"),
        about=_("What each vehicle drove, used and cost in a month, published by the 5th."),
    )  # fmt: skip
