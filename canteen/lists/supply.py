"""Registers of what comes in: suppliers, goods receipts, batches."""

from typing import Any

import django_filters
from django.db.models import Exists, OuterRef, QuerySet
from django.http import QueryDict
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from campus.lists.filters import ListFilters
from campus.lists.registry import Column, Hit, ListPage
from campus.models import Person
from campus.shell.words import day_in_words
from canteen import rights
from canteen.lists.cells import days_filters, state, toned
from canteen.lists.kitchen import canteen_filter, day_or_nothing
from canteen.models import Batch, GoodsReceipt, Supplier
from canteen.models.supply import LICENCE
from planning.models import Paper


class SupplierFilters(ListFilters):
    """Those without a licence that holds."""

    which = django_filters.ChoiceFilter(
        label=_("Which"), empty_label=_("Those who deliver"), method="narrow",
        choices=[
            ("unlicensed", _("Without a licence that holds")), ("gone", _("No longer delivering")),
        ],
    )  # fmt: skip

    def narrow(self, found: Any, name: str, value: str) -> QuerySet[Supplier]:
        return found.filter(is_licensed=False) if value == "unlicensed" else found


def suppliers(person: Person, query: QueryDict) -> QuerySet[Any]:
    licences = Paper.objects.of_kind(LICENCE).in_force(timezone.localdate()).filter(
        holder_type__app_label="canteen", holder_type__model="supplier", holder_id=OuterRef("pk")
    )  # fmt: skip
    found = Supplier.objects.visible_to(person).filter(is_kept=query.get("which") != "gone")
    return found.annotate(is_licensed=Exists(licences))


def licence_cell(supplier: Any) -> SafeString:
    words = _("holds") if supplier.is_licensed else _("none that holds")
    return state("done" if supplier.is_licensed else "overdue", words)


SUPPLIERS = ListPage(
    name="canteen-suppliers",
    title=_("Suppliers of food"),
    icon="truck-delivery",
    address="canteen:suppliers",
    rows=suppliers,
    order=("name", "id"),
    filters=SupplierFilters,
    columns=(
        Column(key="name", label=_("Name"), is_title=True, width=30),
        Column(key="phone", label=_("Telephone")),
        Column(key="address", label=_("Address"), width=40),
        Column(
            key="licence", label=_("Licence"), cell=licence_cell,
            value=lambda supplier: supplier.is_licensed,
        ),
    ),
    hit=Hit(fields=("name", "address"), brief=lambda supplier: supplier.address),
    may_read=rights.can_work_in_kitchen,
    may_export=rights.can_work_in_kitchen,
    empty_title=_("No supplier yet"),
    empty_text=_("Who delivers, with licences whose end is reminded of."),
)  # fmt: skip


class ReceiptFilters(days_filters("on")):  # type: ignore[misc]  # made for this field
    """By canteen, supplier, signature, days."""

    canteen = canteen_filter("canteen")
    supplier = django_filters.ModelChoiceFilter(
        label=_("Supplier"), queryset=Supplier.objects.all(), empty_label=_("All suppliers")
    )
    which = django_filters.ChoiceFilter(
        label=_("Which"), empty_label=_("All receipts"), method="narrow",
        choices=[("unsigned", _("Waiting for a second signature"))],
    )  # fmt: skip

    def narrow(self, found: Any, name: str, value: str) -> QuerySet[GoodsReceipt]:
        return found.unsigned()


def receipts(person: Person, query: QueryDict) -> QuerySet[Any]:
    found = GoodsReceipt.objects.visible_to(person)
    joined = found.select_related("supplier", "canteen", "by", "second")
    return joined.defer("supplier__sought").prefetch_related("batches")


def what_cell(receipt: GoodsReceipt) -> str:
    return "、".join(each.ingredient for each in receipt.batches.all())


def second_cell(receipt: GoodsReceipt) -> SafeString | str:
    return str(receipt.second) if receipt.second else toned("due_soon", _("waits"))


RECEIPTS = ListPage(
    name="canteen-receipts",
    title=_("Goods receipts"),
    icon="clipboard-check",
    address="canteen:receipts",
    rows=receipts,
    order=("-on", "-id"),
    filters=ReceiptFilters,
    sought="",
    columns=(
        Column(key="supplier", label=_("Supplier"), is_title=True, width=24),
        Column(
            key="on", label=_("Delivered on"), sort=("on",), is_whole=True,
            cell=lambda row: day_in_words(row.on),
        ),
        Column(key="canteen", label=_("Canteen")),
        Column(key="what", label=_("What came"), cell=what_cell, value=what_cell, width=40),
        Column(key="by", label=_("Received by")),
        Column(key="second", label=_("Signed by"), cell=second_cell),
    ),
    may_read=rights.can_work_in_kitchen,
    may_export=rights.can_work_in_kitchen,
    empty_title=_("Nothing came yet"),
    empty_text=_("What came, batch by batch, signed by two people."),
)  # fmt: skip


def batches(person: Person, query: QueryDict) -> QuerySet[Any]:
    found = Batch.objects.visible_to(person).select_related("receipt__supplier")
    return found.defer("receipt__supplier__sought")


class BatchFilters(ListFilters):
    """By supplier."""

    supplier = django_filters.ModelChoiceFilter(
        field_name="receipt__supplier", label=_("Supplier"), queryset=Supplier.objects.all(),
        empty_label=_("All suppliers"),
    )  # fmt: skip


BATCHES = ListPage(
    name="canteen-batches",
    title=_("Batches"),
    icon="packages",
    address="canteen:batches",
    rows=batches,
    order=("-id",),
    filters=BatchFilters,
    columns=(
        Column(key="ingredient", label=_("Ingredient"), is_title=True, width=20),
        Column(key="number", label=_("Batch")),
        Column(key="receipt.supplier", label=_("Supplier"), width=24),
        Column(
            key="receipt.on", label=_("Delivered on"), is_whole=True,
            cell=lambda row: day_in_words(row.receipt.on),
        ),
        Column(key="produced_on", label=_("Produced on"), cell=day_or_nothing("produced_on")),
        Column(key="expires_on", label=_("Keeps until"), cell=day_or_nothing("expires_on")),
        Column(
            key="quantity", label=_("Quantity"), cell=lambda row: f"{row.quantity:g} {row.unit}"
        ),
        Column(key="unit", label=_("Unit of quantity"), on_page=False),
    ),
    hit=Hit(fields=("ingredient", "number"), brief=lambda batch: batch.number),
    may_read=rights.can_work_in_kitchen,
    may_export=rights.can_work_in_kitchen,
    empty_title=_("No batch yet"),
    empty_text=_("They come with goods receipts."),
)  # fmt: skip
