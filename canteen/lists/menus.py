"""Dishes, prices over time, portions that were weighed."""

from typing import Any

import django_filters
from django.db.models import QuerySet
from django.http import QueryDict
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.lists.filters import ListFilters, Since, Until
from campus.lists.registry import Column, Hit, ListPage
from campus.models import Person
from campus.shell.words import day_in_words, moment_in_words, money
from canteen import rights
from canteen.lists.cells import days_filters, toned
from canteen.models import Canteen, Dish, PortionCheck, PriceNotice, Standards


class DishFilters(ListFilters):
    """Those offered for menus, and the others."""

    offered = django_filters.BooleanFilter(field_name="is_offered", label=_("offered for menus"))


def dishes(person: Person, query: QueryDict) -> QuerySet[Any]:
    return Dish.objects.visible_to(person).prefetch_related("allergens")


def allergens_cell(dish: Dish) -> str:
    return "、".join(each.name for each in dish.allergens.all())


DISHES = ListPage(
    name="dishes",
    title=_("Dishes"),
    icon="soup",
    address="canteen:dishes",
    rows=dishes,
    order=("name", "id"),
    filters=DishFilters,
    columns=(
        Column(key="name", label=_("Name"), is_title=True, width=20),
        Column(key="ingredients", label=_("Ingredients"), width=40),
        Column(key="allergens", label=_("Allergens"), cell=allergens_cell, value=allergens_cell),
        Column(key="is_offered", label=_("offered for menus"), on_page=False),
    ),
    hit=Hit(fields=("name", "ingredients"), brief=lambda dish: dish.ingredients),
    may_export=rights.can_export_menus,
    empty_title=_("No dishes yet"),
    empty_text=_("They come with the first menu, or are written one by one."),
)  # fmt: skip


class PriceFilters(days_filters("since")):  # type: ignore[misc]  # made for this field
    """By canteen, by what has changed, by days."""

    canteen = django_filters.ModelChoiceFilter(
        field_name="counter__canteen", label=_("Canteen"), queryset=Canteen.objects.all(),
        empty_label=_("All canteens"),
    )  # fmt: skip
    which = django_filters.ChoiceFilter(
        label=_("Which"), empty_label=_("All prices"), method="narrow",
        choices=[("changed", _("Changed prices")), ("lighter", _("Same price, lighter"))],
    )  # fmt: skip

    def narrow(self, found: Any, name: str, value: str) -> QuerySet[PriceNotice]:
        return found.lighter() if value == "lighter" else found.changes()


def prices(person: Person, query: QueryDict) -> QuerySet[Any]:
    found = PriceNotice.objects.visible_to(person)
    return found.select_related("dish", "counter__canteen", "by").defer("dish__sought")


def change_cell(notice: PriceNotice) -> SafeString | str:
    """What it cost before, and what it weighed."""
    if notice.previous_price is None:
        return ""
    tone = "overdue" if notice.is_lighter else "plain"
    return toned(tone, f"{money(notice.previous_price)} · {notice.previous_grams} g")


PRICES = ListPage(
    name="canteen-prices",
    title=_("Price notices"),
    icon="receipt-yuan",
    address="canteen:prices",
    rows=prices,
    order=("-since", "-id"),
    filters=PriceFilters,
    sought="",
    columns=(
        Column(key="dish", label=_("Dish"), is_title=True, width=20),
        Column(key="counter", label=_("Counter"), width=20),
        Column(key="is_small", label=_("small portion"), on_page=False),
        Column(
            key="since", label=_("Since"), cell=lambda row: day_in_words(row.since),
            sort=("since",), is_whole=True,
        ),
        Column(key="price", label=_("Price"), cell=lambda row: money(row.price), is_whole=True),
        Column(key="grams", label=_("Grams"), width=8),
        Column(
            key="before", label=pgettext_lazy("a price", "Before"), cell=change_cell,
            on_sheet=False,
        ),
        Column(key="previous_price", label=_("Price before"), on_page=False),
        Column(key="previous_grams", label=_("Grams before"), on_page=False),
        Column(key="reason", label=_("Why the price changes"), width=30),
        Column(key="by", label=_("By"), shown_to=rights.sees_names),
    ),
    row_path=lambda row: f"{reverse('canteen:prices')}?canteen={row.counter.canteen_id}",
    may_export=rights.can_export_menus,
    empty_title=_("No prices yet"),
    empty_text=_("Each price is noted as the menu states it first, and whenever it changes."),
)  # fmt: skip


class PortionFilters(ListFilters):
    """By canteen, by what was light, by days."""

    canteen = django_filters.ModelChoiceFilter(
        field_name="item__counter__canteen", label=_("Canteen"), queryset=Canteen.objects.all(),
        empty_label=_("All canteens"),
    )  # fmt: skip
    which = django_filters.ChoiceFilter(
        label=_("Which"), empty_label=_("All portions"), method="narrow",
        choices=[("light", _("Lighter than stated"))],
    )  # fmt: skip
    since = Since(field_name="at", label=_("from"))
    until = Until(field_name="at", label=_("until"))

    def narrow(self, found: Any, name: str, value: str) -> QuerySet[PortionCheck]:
        return found.light(Standards.objects.get(pk=1).light_percent)


def portions(person: Person, query: QueryDict) -> QuerySet[Any]:
    found = PortionCheck.objects.visible_to(person)
    return found.select_related("item__dish", "item__counter__canteen", "by").defer(
        "item__dish__sought"
    )


def weighed_cell(portion: PortionCheck) -> SafeString | str:
    """What it weighed, and by how much that is less than stated."""
    words = f"{portion.weighed} / {portion.stated} g"
    short = portion.short_percent
    return toned("overdue", f"{words} · −{short} %") if short else words


PORTIONS = ListPage(
    name="canteen-portions",
    title=_("Weighed portions"),
    icon="scale",
    address="canteen:portions",
    rows=portions,
    order=("-at", "-id"),
    filters=PortionFilters,
    sought="",
    columns=(
        Column(key="item.dish", label=_("Dish"), is_title=True, width=20),
        Column(key="item.counter", label=_("Counter"), width=20),
        Column(
            key="at", label=pgettext_lazy("a portion", "Weighed at"), sort=("at",), is_whole=True,
            cell=lambda row: moment_in_words(row.at),
        ),
        Column(key="weighed", label=_("Weighed"), cell=weighed_cell),
        Column(key="stated", label=_("Grams stated"), on_page=False),
        Column(key="note", label=_("Remark"), width=30),
        Column(key="by", label=_("By"), shown_to=rights.sees_names),
    ),
    may_export=rights.can_export_menus,
    empty_title=_("No portion was weighed yet"),
    empty_text=_("The committee weighs at the counter what the menu states."),
)  # fmt: skip
