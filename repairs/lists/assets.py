"""The register of assets, and the transfers and disposals that were asked for."""

from datetime import timedelta
from typing import Any

import django_filters
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.lists.filters import ListFilters
from campus.lists.registry import Act, Column, Hit, ListPage, dotted
from campus.models import Department, Person, Place
from campus.shell.words import moment_in_words
from repairs import rights
from repairs.models import AssetCategory, AssetMove, FixedAsset
from repairs.models.asset import AssetQuerySet

# The end of a warranty is near two months before it: time enough to have things looked at; our own
# figure.
SOON = timedelta(days=60)
Status = FixedAsset.Status
# The colour of each state, the same as everywhere.
TONES = {
    Status.IN_USE: "done", Status.IDLE: "new", Status.TO_MEND: "due_soon",
    Status.TO_DISPOSE: "overdue", Status.DISPOSED: "dropped",
}  # fmt: skip
MOVE_TONES = {
    AssetMove.State.ASKED: "due_soon", AssetMove.State.APPROVED: "done",
    AssetMove.State.REFUSED: "refused", AssetMove.State.WITHDRAWN: "withdrawn",
}  # fmt: skip


class AssetFilters(ListFilters):
    """By state, category, building, department, and what wants somebody's attention."""

    status = django_filters.ChoiceFilter(
        label=pgettext_lazy("of assets", "state"),
        choices=Status.choices,
        empty_label=_("On the books"),
        method="standing",
    )
    category = django_filters.ModelChoiceFilter(
        label=_("category"), queryset=AssetCategory.objects.all(), empty_label=_("All categories")
    )
    building = django_filters.ModelChoiceFilter(
        label=_("building"),
        queryset=Place.objects.filter(kind=Place.Kind.BUILDING).order_by("code"),
        empty_label=_("All buildings"),
        method="within",
    )
    department = django_filters.ModelChoiceFilter(
        label=_("department"), queryset=Department.objects.all(), empty_label=_("All departments")
    )
    which = django_filters.ChoiceFilter(
        label=_("Which"),
        choices=[
            ("mine", _("I answer for")),
            ("under_repair", _("Being mended")),
            ("warranty", _("Warranty ends within 60 days")),
            ("spare", _("Spare pool")),
        ],
        empty_label=_("All assets"),
        method="narrow",
    )

    def standing(self, assets: Any, name: str, value: str) -> QuerySet[FixedAsset]:
        return assets.filter(status=value)

    def within(self, assets: Any, name: str, building: Place) -> QuerySet[FixedAsset]:
        return assets.filter(place__in=Place.objects.within(building).order_by().values("pk"))

    def narrow(self, assets: AssetQuerySet, name: str, value: str) -> QuerySet[FixedAsset]:
        """What people ask for most."""
        if value == "mine":
            return assets.filter(custodian=self.person)
        if value == "under_repair":
            return assets.with_open_tickets()
        if value == "spare":
            return assets.filter(is_spare=True)
        return assets.filter(warranty_until__range=(self.today, self.today + SOON))


def assets_of(person: Person, query: QueryDict) -> QuerySet[FixedAsset]:
    """The register; what was disposed of stands in it where that is asked for."""
    seen = FixedAsset.objects.visible_to(person)
    if query.get("status") != Status.DISPOSED and "every" not in query:
        seen = seen.filter(status__in=FixedAsset.KEPT)
    return seen.select_related("category", "place", "department", "custodian")


def state_cell(asset: FixedAsset) -> SafeString:
    """The state in its colour."""
    return format_html(
        '<span class="state state-{}">{}</span>',
        TONES[Status(asset.status)], Status(asset.status).label,
    )  # fmt: skip


def place_cell(asset: FixedAsset) -> SafeString | str:
    """The place with its code: there is a room 301 in every building."""
    if asset.place is None:
        return ""
    return format_html('{} <small class="list-code">{}</small>', asset.place.name, asset.place.code)


ASSETS = ListPage(
    name="assets",
    title=_("Assets"),
    icon="devices",
    address="repairs:assets",
    rows=assets_of,
    order=("number",),
    filters=AssetFilters,
    number="number",
    named_by=("place", "custodian"),
    search_label=_("Number, name, model, place or person"),
    everywhere={"every": "1"},
    hit=Hit(
        fields=("number", "name", "status", "place__name", "place__code"),
        title=lambda asset: asset.name,
        brief=lambda asset: dotted(
            asset.number, asset.place.with_code if asset.place else "",
            str(Status(asset.status).label),
        ),
    ),
    may_read=rights.can_list_assets,
    may_export=rights.can_list_assets,
    acts=(
        Act(
            label=_("Print labels"), icon="qrcode", address="repairs:asset_labels",
            may=rights.can_print_asset_labels, is_hidden=True,
        ),
        Act(
            label=pgettext_lazy("of an asset", "Transfer"), icon="arrows-exchange",
            address="repairs:assets_transfer", may=rights.can_keep_assets, is_hidden=True,
            template="repairs/assets_transfer.html",
        ),
    ),
    may_select=lambda person, asset: asset.is_kept,
    empty_title=_("No assets yet"),
    empty_text=_("Register one, or bring the school's list in from a spreadsheet."),
    columns=(
        Column(key="number", label=_("Asset number"), sort=("number",), is_whole=True, width=18),
        Column(key="name", label=_("Name"), is_title=True, width=24),
        Column(key="spec", label=_("Model and specification"), width=24),
        Column(key="category", label=_("Category"), width=14),
        Column(key="status", label=_("State"), cell=state_cell, width=10),
        Column(key="place", label=_("Place"), cell=place_cell, width=18,
               value=lambda asset: asset.place.code if asset.place else ""),
        Column(key="department", label=_("Department"), on_page=False, width=18),
        Column(key="custodian", label=_("Custodian"), width=12),
        Column(key="custodian_number", label=_("Custodian's number"), on_page=False, width=14,
               value=lambda asset: asset.custodian.number if asset.custodian else ""),
        Column(key="bought_on", label=_("Bought on"), on_page=False, width=12),
        Column(key="price", label=_("Price in yuan"), on_page=False, width=12),
        Column(key="warranty_until", label=_("Warranty until"), on_page=False, width=12),
        Column(key="supplier", label=_("Supplier"), on_page=False, width=24),
        Column(key="note", label=_("Remark"), on_page=False, width=30),
    ),
)  # fmt: skip


# What was asked for


class MoveFilters(ListFilters):
    """By kind and state."""

    kind = django_filters.ChoiceFilter(
        label=_("kind"), choices=AssetMove.Kind.choices, empty_label=_("Transfers and disposals")
    )
    state = django_filters.ChoiceFilter(
        label=pgettext_lazy("of transfers", "state"), choices=AssetMove.State.choices,
        empty_label=_("All states"),
    )  # fmt: skip


def moves_of(person: Person, query: QueryDict) -> QuerySet[AssetMove]:
    related = ("asset", "to_place", "to_department", "to_custodian", "asked_by")
    return AssetMove.objects.visible_to(person).select_related(*related)


def move_state_cell(move: AssetMove) -> SafeString:
    state = AssetMove.State(move.state)
    return format_html('<span class="state state-{}">{}</span>', MOVE_TONES[state], state.label)


ASSET_MOVES = ListPage(
    name="asset_moves",
    title=_("Transfers and disposals"),
    icon="arrows-exchange",
    address="repairs:asset_moves",
    rows=moves_of,
    order=("-id",),
    filters=MoveFilters,
    sought="",
    row_path=lambda move: move.asset.get_absolute_url(),
    may_read=rights.can_list_assets,
    may_export=rights.can_list_assets,
    acts=(
        Act(
            label=_("Approve"), icon="check", address="repairs:asset_moves_approve",
            may=rights.can_approve_moves, is_hidden=True,
        ),
        Act(
            label=pgettext_lazy("a request", "Refuse"), icon="ban",
            address="repairs:asset_moves_refuse", may=rights.can_approve_moves, is_hidden=True,
            template="repairs/asset_moves_refuse.html",
        ),
    ),
    may_select=lambda person, move: move.is_waiting,
    empty_title=_("Nothing was asked for"),
    columns=(
        Column(key="asset", label=_("Asset"), is_title=True, width=32),
        Column(key="kind", label=_("Kind"), width=10),
        Column(key="target", label=pgettext_lazy("of a move", "To"), width=28),
        Column(key="reason", label=_("Reason"), width=40),
        Column(key="asked_by", label=_("Asked for by"), width=14),
        Column(key="asked_at", label=_("Asked for"), width=18,
               cell=lambda move: moment_in_words(move.asked_at)),
        Column(key="state", label=_("State"), cell=move_state_cell, width=14),
    ),
)  # fmt: skip
