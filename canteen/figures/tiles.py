"""The first page of the canteens."""

from datetime import datetime, timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from campus.models import Person
from canteen.figures.shapes import Figure, Tile
from canteen.models import MenuItem, PortionCheck, PriceNotice, Standards

# What is told of weighed portions and prices reaches back so many days; our own figure.
BACK = timedelta(days=30)


def tiles_for(person: Person, *, at: datetime) -> list[Tile]:
    """The parts of the canteens that the person may open, with what stands out."""
    return [menu_tile(at), prices_tile(at), portions_tile(at)]


def menu_tile(at: datetime) -> Tile:
    """Dishes on today's menus."""
    path, today = reverse("canteen:today"), timezone.localdate(at)
    count = MenuItem.objects.on(today).count()
    return Tile(
        label=_("Menus"), icon="soup", path=path,
        about=_("What is served, at what price, how much of it."),
        figures=(Figure(words=_("dishes today"), value=count, path=path, stands_out=not count),),
    )  # fmt: skip


def prices_tile(at: datetime) -> Tile:
    """The same price for less."""
    path, since = reverse("canteen:prices"), timezone.localdate(at) - BACK
    lighter = PriceNotice.objects.filter(since__gte=since).lighter().count()
    return Tile(
        label=_("Price notices"), icon="receipt-yuan", path=path,
        about=_("Since when a dish costs what, and why it changed."),
        figures=(
            Figure(
                words=_("same price, lighter"), value=lighter, stands_out=lighter > 0,
                path=f"{path}?which=lighter&since={since.isoformat()}",
            ),
        ),
    )  # fmt: skip


def portions_tile(at: datetime) -> Tile:
    """Portions that were weighed and light."""
    path, since = reverse("canteen:portions"), timezone.localdate(at) - BACK
    weighed = PortionCheck.objects.filter(at__gte=at - BACK)
    percent = Standards.objects.get(pk=1).light_percent
    light, count = weighed.light(percent).count(), weighed.count()
    return Tile(
        label=_("Weighed portions"), icon="scale", path=path,
        about=_("The committee weighs what the menu states."),
        figures=(
            Figure(
                words=_("lighter than stated"), value=f"{light}/{count}", stands_out=light > 0,
                path=f"{path}?which=light&since={since.isoformat()}",
            ),
        ),
    )  # fmt: skip
