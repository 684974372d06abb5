"""The first page of the canteens."""

from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Count, IntegerField, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from campus.models import Person
from campus.tiles import Figure, Tile
from canteen.figures.controls import demands
from canteen.models import (
    AccompaniedMeal,
    CanteenWorker,
    FoodSample,
    GoodsReceipt,
    MenuItem,
    PortionCheck,
    PriceNotice,
    Reading,
    Standards,
    Survey,
)
from canteen.models.sample import KITCHEN
from planning.models import ActionItem

# What is told of weighed portions and prices reaches back so many days; our own figure.
BACK, WEEK = timedelta(days=30), timedelta(days=7)


def tiles_for(person: Person, *, at: datetime) -> list[Tile]:
    """The parts of the canteens that the person may open, with what stands out; two queries."""
    is_kitchen = person.on_duty_as(*KITCHEN)
    counts, today = counts_of(at, is_kitchen=is_kitchen), timezone.localdate(at)
    everybody = menu_tiles(counts, today)
    if person.is_pupil:
        return everybody
    shown = [*everybody, *school_tiles(counts, today)]
    return [*shown, *kitchen_tiles(counts, today)] if is_kitchen else shown


def number(rows: QuerySet[Any]) -> Coalesce:
    """How many rows, as a part of another query."""
    counted = rows.order_by().annotate(one=Value(1)).values("one").annotate(number=Count("pk"))
    return Coalesce(Subquery(counted.values("number"), output_field=IntegerField()), 0)


def counts_of(at: datetime, *, is_kitchen: bool) -> dict[str, int]:
    """All numbers of the page by their names; two queries."""
    today, standards = timezone.localdate(at), Standards.objects.get(pk=1)
    weighed = PortionCheck.objects.filter(at__gte=at - BACK)
    there = CanteenWorker.objects.there(today)
    counted: dict[str, QuerySet[Any]] = {
        "dishes": MenuItem.objects.on(today),
        "lighter": PriceNotice.objects.filter(since__gte=today - BACK).lighter(),
        "weighed": weighed,
        "light": weighed.light(standards.light_percent),
        "surveys": Survey.objects.running(today),
        "unrecorded": AccompaniedMeal.objects.missing(today).filter(day__gte=today - BACK),
        "demands": demands().filter(status__in=ActionItem.OPEN),
    }
    if is_kitchen:
        counted |= {
            "to_dispose": FoodSample.objects.to_dispose_of(at),
            "uncertified": there.with_certificate(today).filter(is_certified=False),
            "untrained": there.with_training(today.year).filter(is_short=True),
            "unsigned": GoodsReceipt.objects.unsigned(),
            "out": Reading.objects.out().filter(at__gte=at - WEEK),
        }
    numbers = {f"count_{name}": number(rows) for name, rows in counted.items()}
    found = Standards.objects.annotate(**numbers).values(*numbers).get(pk=1)
    return {name.removeprefix("count_"): value for name, value in found.items()}


def menu_tiles(counts: dict[str, int], today: date) -> list[Tile]:
    """What everybody may read: menus, prices, portions, surveys."""
    menu, prices, portions, surveys = (
        reverse(f"canteen:{name}") for name in ("today", "prices", "portions", "surveys")
    )
    since = (today - BACK).isoformat()
    return [
        Tile(
            label=_("Menus"), icon="soup", path=menu,
            about=_("What is served, at what price, how much of it."),
            figures=(
                Figure(
                    words=_("dishes today"), value=counts["dishes"], path=menu,
                    stands_out=not counts["dishes"],
                ),
            ),
        ),
        Tile(
            label=_("Price notices"), icon="receipt-yuan", path=prices,
            about=_("Since when a dish costs what, and why it changed."),
            figures=(
                Figure(
                    words=_("same price, lighter"), value=counts["lighter"],
                    path=f"{prices}?which=lighter&since={since}", stands_out=counts["lighter"] > 0,
                ),
            ),
        ),
        Tile(
            label=_("Weighed portions"), icon="scale", path=portions,
            about=_("The committee weighs what the menu states."),
            figures=(
                Figure(
                    words=_("lighter than stated"), value=f"{counts['light']}/{counts['weighed']}",
                    path=f"{portions}?which=light&since={since}", stands_out=counts["light"] > 0,
                ),
            ),
        ),
        Tile(
            label=_("Satisfaction"), icon="mood-smile", path=surveys,
            about=_("Once a semester everybody says how the food is; nobody knows who said what."),
            figures=(Figure(words=_("open now"), value=counts["surveys"], path=surveys),),
        ),
    ]  # fmt: skip


def school_tiles(counts: dict[str, int], today: date) -> list[Tile]:
    """What the staff watches over."""
    accompany, committee = reverse("canteen:accompany"), reverse("canteen:committee")
    since = (today - BACK).isoformat()
    return [
        Tile(
            label=_("Accompanied meals"), icon="users", path=accompany,
            about=_("Who of the school eats with the pupils, and what they found."),
            figures=(
                Figure(
                    words=_("not recorded"), value=counts["unrecorded"],
                    path=f"{accompany}?which=missing&since={since}",
                    stands_out=counts["unrecorded"] > 0,
                ),
            ),
        ),
        Tile(
            label=_("Pupils' canteen committee"), icon="users-group", path=committee,
            about=_("Members, rounds, meetings, and what became of what they asked for."),
            figures=(Figure(words=_("demands open"), value=counts["demands"], path=committee),),
        ),
        Tile(
            label=_("The five constants"), icon="star", path=reverse("canteen:five_c"),
            about=_("Areas, the state agreed upon, audits of a hundred points."),
        ),
    ]  # fmt: skip


def kitchen_tiles(counts: dict[str, int], today: date) -> list[Tile]:
    """What whoever answers for the food looks after."""
    samples, workers, receipts, readings = (
        reverse(f"canteen:{name}") for name in ("samples", "workers", "receipts", "readings")
    )
    since = (today - WEEK).isoformat()
    return [
        Tile(
            label=_("Food samples"), icon="test-pipe", path=samples,
            about=_("Every dish of every meal, kept cold for two days."),
            figures=(
                Figure(
                    words=_("to be disposed of"), value=counts["to_dispose"],
                    path=f"{samples}?which=due",
                ),
            ),
        ),
        Tile(
            label=_("Canteen workers"), icon="chef-hat", path=workers,
            about=_("Certificates, roster, mornings and training."),
            figures=(
                Figure(
                    words=_("without a certificate"), value=counts["uncertified"],
                    path=f"{workers}?which=uncertified", stands_out=counts["uncertified"] > 0,
                ),
                Figure(
                    words=_("short of training this year"), value=counts["untrained"],
                    path=f"{workers}?which=untrained",
                ),
            ),
        ),
        Tile(
            label=_("Goods receipts"), icon="truck-delivery", path=receipts,
            about=_("What came, signed by two, traced into dishes."),
            figures=(
                Figure(
                    words=_("wait for a signature"), value=counts["unsigned"],
                    path=f"{receipts}?which=unsigned", stands_out=counts["unsigned"] > 0,
                ),
            ),
        ),
        Tile(
            label=_("Suppliers of food"), icon="building-store", path=reverse("canteen:suppliers"),
            about=_("Who delivers, with licences whose end is reminded of."),
        ),
        Tile(
            label=_("Temperatures and disinfection"), icon="temperature",
            path=reverse("canteen:devices"), about=_("Read against the limits of each device."),
            figures=(
                Figure(
                    words=_("out of limits this week"), value=counts["out"],
                    path=f"{readings}?which=out&since={since}", stands_out=counts["out"] > 0,
                ),
            ),
        ),
        Tile(
            label=_("Controls"), icon="clipboard-check", path=reverse("canteen:controls"),
            about=_("Every day, every week, every month, with nothing found reported too."),
        ),
    ]  # fmt: skip
