"""The spare pool with who has what, and all loans there were."""

from typing import Any

import django_filters
from django.db.models import Exists, OuterRef, Prefetch, QuerySet
from django.http import QueryDict
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext, pgettext_lazy

from campus.lists.filters import ListFilters
from campus.lists.registry import Column, ListPage
from campus.models import Person
from campus.shell.words import day_in_words, moment_in_words
from repairs import rights
from repairs.lists.assets import place_cell, state_cell
from repairs.models import AssetCategory, FixedAsset, Loan

CURRENT = [
    ("free", pgettext_lazy("of spares", "Free")),
    ("lent", pgettext_lazy("of spares", "Lent")),
    ("overdue", _("Overdue")),
]


class PoolFilters(ListFilters):
    """By who has it, and by category."""

    current = django_filters.ChoiceFilter(
        label=_("Which"), choices=CURRENT, empty_label=_("Free or lent"), method="narrow"
    )
    category = django_filters.ModelChoiceFilter(
        label=_("category"), queryset=AssetCategory.objects.all(), empty_label=_("All categories")
    )

    def narrow(self, assets: Any, name: str, value: str) -> QuerySet[FixedAsset]:
        """Asked of the loan that is running, of which there is one at the most."""
        loans = Loan.objects.out()
        if value == "free":
            lendable = assets.filter(status__in=[FixedAsset.Status.IN_USE, FixedAsset.Status.IDLE])
            return lendable.exclude(Exists(loans.filter(asset=OuterRef("pk"))))
        if value == "overdue":
            loans = Loan.objects.overdue(self.today)
        return assets.filter(Exists(loans.filter(asset=OuterRef("pk"))))


def pool_of(person: Person, query: QueryDict) -> QuerySet[FixedAsset]:
    """The spares, each with the loan that is running."""
    running = Prefetch("loans", Loan.objects.out().told(), to_attr="running")
    seen = FixedAsset.objects.visible_to(person).spare()
    return seen.select_related("category", "place").prefetch_related(running)


def running(asset: Any) -> Loan | None:
    return asset.running[0] if asset.running else None


def holder_words(asset: FixedAsset) -> str:
    loan = running(asset)
    return loan.holder if loan else ""


def due_value(asset: FixedAsset) -> Any:
    loan = running(asset)
    return loan.due_on if loan else ""


def holder_cell(asset: FixedAsset) -> SafeString | str:
    """Who has it, or the way to lend it."""
    if loan := running(asset):
        return loan.holder
    return format_html('<span class="text-secondary">{}</span>', pgettext("of spares", "free"))


def due_cell(asset: FixedAsset) -> SafeString | str:
    """By when it is to be returned, red once that has passed."""
    loan = running(asset)
    return due_words(loan) if loan else ""


def due_words(loan: Loan) -> SafeString:
    tone = "overdue" if loan.is_overdue(timezone.localdate()) else "plain"
    return format_html('<span class="due-{}">{}</span>', tone, day_in_words(loan.due_on))


SPARES = ListPage(
    name="spares",
    title=_("Spare pool"),
    icon="device-laptop",
    address="repairs:spares",
    rows=pool_of,
    order=("number",),
    filters=PoolFilters,
    number="number",
    may_read=rights.can_list_assets,
    may_export=rights.can_list_assets,
    empty_title=_("The spare pool is empty"),
    empty_text=_("An asset belongs to it once its page says so."),
    columns=(
        Column(key="number", label=_("Asset number"), sort=("number",), is_whole=True, width=18),
        Column(key="name", label=_("Name"), is_title=True, width=24),
        Column(key="spec", label=_("Model and specification"), width=24),
        Column(key="status", label=_("State"), cell=state_cell, width=12),
        Column(key="place", label=_("Kept at"), cell=place_cell, width=18,
               value=lambda asset: asset.place.with_code if asset.place else ""),
        Column(key="holder", label=_("Who has it"), cell=holder_cell, width=18,
               value=holder_words),
        Column(key="due_on", label=_("To be returned by"), cell=due_cell, width=14,
               value=due_value),
    ),
)  # fmt: skip


class LoanFilters(ListFilters):
    """By whether it is out, and how it came back."""

    current = django_filters.ChoiceFilter(
        label=_("Which"),
        choices=[("out", pgettext_lazy("of loans", "Out")), ("overdue", _("Overdue"))],
        empty_label=_("Out or returned"),
        method="narrow",
    )
    condition = django_filters.ChoiceFilter(
        label=_("condition"), choices=Loan.Condition.choices, empty_label=_("In any condition")
    )

    def narrow(self, loans: Any, name: str, value: str) -> QuerySet[Loan]:
        return loans.out() if value == "out" else loans.overdue(self.today)


def loans_of(person: Person, query: QueryDict) -> QuerySet[Loan]:
    return Loan.objects.visible_to(person).told()


LOANS = ListPage(
    name="loans",
    title=_("Loans of spares"),
    icon="arrow-loop-right-2",
    address="repairs:loans",
    rows=loans_of,
    order=("-lent_at", "-id"),
    filters=LoanFilters,
    sought="",
    row_path=lambda loan: loan.asset.get_absolute_url(),
    may_read=rights.can_list_assets,
    may_export=rights.can_list_assets,
    empty_title=_("Nothing was lent yet"),
    columns=(
        Column(key="asset", label=_("Spare device"), is_title=True, width=30),
        Column(key="holder", label=_("Who has it"), width=18),
        Column(key="ticket.number", label=_("Repair ticket"), is_whole=True, width=14),
        Column(key="lent_at", label=_("Lent"), width=18,
               cell=lambda loan: moment_in_words(loan.lent_at)),
        Column(key="due_on", label=_("To be returned by"), width=14,
               cell=lambda loan: due_words(loan) if loan.is_out else day_in_words(loan.due_on)),
        Column(key="returned_at", label=_("Returned"), width=18,
               cell=lambda loan: moment_in_words(loan.returned_at) if loan.returned_at else ""),
        Column(key="condition", label=_("Condition"), width=14),
        Column(key="returned_note", label=_("Remark on its return"), on_page=False, width=30),
    ),
)  # fmt: skip
