"""The store, what was handed out of it, and what was asked for."""

from typing import Any

import django_filters
from django.db.models import QuerySet
from django.http import QueryDict
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from campus.cases.lists import CASE_COLUMNS, CASE_HIT, CASE_NAMES, CaseFilters
from campus.lists.filters import ListFilters, Since, Until
from campus.lists.registry import Column, Hit, ListPage, dotted
from campus.models import Department, Person
from campus.shell.words import moment_in_words
from repairs import rights
from repairs.models import StockMove, Supply, SupplyIssue, SupplyRequest
from repairs.models.supply import SupplyQuerySet


class SupplyFilters(ListFilters):
    """By category, and what is running out."""

    category = django_filters.ChoiceFilter(
        label=_("category"), choices=Supply.Category.choices, empty_label=_("All categories")
    )
    which = django_filters.ChoiceFilter(
        label=_("Which"),
        choices=[("low", _("Below the minimum")), ("old", _("Not offered any more"))],
        empty_label=_("All offered"),
        method="narrow",
    )

    def narrow(self, supplies: SupplyQuerySet, name: str, value: str) -> QuerySet[Supply]:
        return supplies.low() if value == "low" else supplies.filter(is_offered=False)


def supplies_of(person: Person, query: QueryDict) -> QuerySet[Supply]:
    """What the store has; what it does not offer any more where that is asked for."""
    seen = Supply.objects.visible_to(person)
    if query.get("which") != "old" and "every" not in query:
        seen = seen.offered()
    return seen.select_related("stock")


def stock_cell(supply: Supply) -> SafeString | str:
    """How much there is, marked where that is less than there should be."""
    if not supply.stock.is_low:
        return str(supply.stock.quantity)
    return format_html(
        '{} <span class="state state-due_soon">{}</span>',
        supply.stock.quantity, gettext("below the minimum"),
    )  # fmt: skip


SUPPLIES = ListPage(
    name="supplies",
    title=pgettext_lazy("the store", "Supplies"),
    icon="packages",
    address="repairs:supplies",
    rows=supplies_of,
    order=("name", "spec", "id"),
    filters=SupplyFilters,
    search_label=_("Name, specification or shelf"),
    everywhere={"every": "1"},
    hit=Hit(
        fields=("name", "spec", "unit", "shelf", "stock__quantity"),
        brief=lambda supply: dotted(
            gettext("in stock: %(count)s") % {"count": supply.counted(supply.stock.quantity)},
            supply.shelf,
        ),
    ),
    may_read=rights.can_list_supplies,
    may_export=rights.can_list_supplies,
    empty_title=_("The store is empty"),
    empty_text=_("The storekeeper writes its items."),
    columns=(
        Column(key="name", label=_("Name"), is_title=True, width=24, sort=("name", "spec", "id")),
        Column(key="spec", label=_("Model and specification"), width=20),
        Column(key="category", label=_("Category"), width=12),
        Column(key="stock", label=_("In stock"), cell=stock_cell, width=10,
               value=lambda supply: supply.stock.quantity),
        Column(key="unit", label=pgettext_lazy("of an amount", "Unit"), width=8),
        Column(key="minimum", label=_("At least"), width=8),
        Column(key="shelf", label=_("Shelf"), width=12),
        Column(key="stock.value", label=pgettext_lazy("money", "Value"), on_page=False, width=12,
               shown_to=lambda person: bool(rights.can_keep_store(person))),
    ),
)  # fmt: skip


class IssueFilters(ListFilters):
    """By department, and whether it is signed for."""

    department = django_filters.ModelChoiceFilter(
        label=_("department"), queryset=Department.objects.all(), empty_label=_("All departments")
    )
    signed = django_filters.ChoiceFilter(
        label=_("signed"),
        choices=[("no", _("Not signed for")), ("yes", _("Signed for"))],
        empty_label=_("Signed for or not"),
        method="narrow",
    )

    def narrow(self, issues: Any, name: str, value: str) -> QuerySet[SupplyIssue]:
        return issues.filter(signed_at__isnull=value == "no")


def issues_of(person: Person, query: QueryDict) -> QuerySet[SupplyIssue]:
    return SupplyIssue.objects.visible_to(person).select_related("department", "receiver", "by")


def signed_cell(issue: SupplyIssue) -> SafeString:
    tone, words = (
        ("done", _("Signed for")) if issue.is_signed else ("due_soon", _("Not signed for"))
    )
    return format_html('<span class="state state-{}">{}</span>', tone, words)


ISSUES = ListPage(
    name="issues",
    title=_("Handed out"),
    icon="package-export",
    address="repairs:issues",
    rows=issues_of,
    order=("-id",),
    filters=IssueFilters,
    number="number",
    named_by=("receiver",),
    hit=Hit(
        fields=("number", "title", "at"),
        brief=lambda issue: moment_in_words(issue.at),
    ),
    may_read=rights.can_list_supplies,
    may_export=rights.can_list_supplies,
    empty_title=_("Nothing was handed out yet"),
    columns=(
        Column(key="number", label=_("Number"), is_whole=True, width=14),
        Column(key="title", label=_("What for"), is_title=True, width=36),
        Column(key="department", label=_("Department"), width=18),
        Column(key="receiver", label=_("Received by"), width=14),
        Column(key="at", label=_("Handed out"), width=18,
               cell=lambda issue: moment_in_words(issue.at)),
        Column(key="by", label=_("Handed out by"), on_page=False, width=14),
        Column(key="is_signed", label=_("Signed for"), cell=signed_cell, width=12),
    ),
)  # fmt: skip


class MoveFilters(ListFilters):
    """By kind, what was for repairs, and days."""

    kind = django_filters.ChoiceFilter(
        label=pgettext_lazy("of moves", "kind"), choices=StockMove.Kind.choices,
        empty_label=_("In and out"),
    )  # fmt: skip
    which = django_filters.ChoiceFilter(
        label=_("further"), method="narrow", empty_label=_("For repairs or not"),
        choices=[
            ("out", _("Handed out, less what came back")),
            ("parts", _("Parts for repairs")),
        ],
    )  # fmt: skip
    since = Since(field_name="at", label=_("from"))
    until = Until(field_name="at", label=pgettext_lazy("end of a time", "until"))

    def narrow(self, moves: Any, name: str, value: str) -> QuerySet[StockMove]:
        return moves.handed_out() if value == "out" else moves.for_repairs()


def moves_of(person: Person, query: QueryDict) -> QuerySet[StockMove]:
    told = StockMove.objects.visible_to(person).told()
    return told.select_related("supply").defer("supply__sought")


STOCK_MOVES = ListPage(
    name="stock_moves",
    title=_("Moves of the store"),
    icon="transfer",
    address="repairs:stock_moves",
    rows=moves_of,
    order=("-at", "-id"),
    filters=MoveFilters,
    sought="",
    row_path=lambda move: move.supply.get_absolute_url(),
    may_read=rights.can_keep_store,
    may_export=rights.can_keep_store,
    empty_title=_("Nothing came or went yet"),
    columns=(
        Column(key="supply", label=pgettext_lazy("the store", "Item"), is_title=True, width=28),
        Column(key="at", label=pgettext_lazy("of a move", "When"), width=18,
               cell=lambda move: moment_in_words(move.at)),
        Column(key="kind", label=pgettext_lazy("of moves", "Kind"), width=12),
        Column(key="quantity", label=_("Pieces"), width=8),
        Column(key="amount", label=_("Amount in yuan"), width=12),
        Column(key="balance", label=_("Then in stock"), width=10),
        Column(key="what_for", label=_("What for"), width=36),
        Column(key="by", label=_("By"), on_page=False, width=14),
    ),
)  # fmt: skip


class RequestFilters(CaseFilters):
    """By state and kind, beside what all cases have."""

    status = django_filters.ChoiceFilter(
        label=_("state"), choices=SupplyRequest.Status.choices[:7], empty_label=_("All states")
    )
    kind = django_filters.ChoiceFilter(
        label=pgettext_lazy("of requests", "kind"), choices=SupplyRequest.Kind.choices,
        empty_label=_("From the store or to be bought"),
    )  # fmt: skip

    class Meta:
        model = SupplyRequest
        fields = ["current", "status", "kind", "priority"]


def requests_of(person: Person, query: QueryDict) -> QuerySet[SupplyRequest]:
    related = ("place", "assignee", "reporter")
    return SupplyRequest.objects.visible_to(person).select_related(*related)


REQUESTS = ListPage(
    name="supply_requests",
    title=_("Requests for supplies"),
    icon="shopping-cart",
    address="repairs:requests:requests",
    rows=requests_of,
    order=("-raised_at", "-id"),
    filters=RequestFilters,
    number="number",
    named_by=CASE_NAMES,
    hit=CASE_HIT,
    may_read=rights.can_list_supplies,
    may_export=rights.can_list_supplies,
    row_path=lambda request: reverse("repairs:requests:case", args=[request.pk]),
    empty_title=_("Nothing was asked for yet"),
    empty_text=_("Ask for what you need; the answer comes here."),
    columns=(
        *CASE_COLUMNS[:2],
        Column(key="kind", label=pgettext_lazy("of requests", "Kind"), width=12),
        CASE_COLUMNS[3],
        Column(key="amount", label=_("Worth about"), width=12),
        Column(key="reporter", label=_("Asked for by"), width=14),
        CASE_COLUMNS[7],
        CASE_COLUMNS[8],
    ),
)  # fmt: skip
