"""The ledger of hazardous chemicals."""

from typing import Any

import django_filters
from django.db.models import Q, QuerySet
from django.http import QueryDict
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.cases.lists import place_cell
from campus.lists.filters import ListFilters
from campus.lists.registry import Column, Hit, ListPage
from campus.models import Person
from campus.shell.words import moment_in_words
from safety import rights
from safety.models import Chemical
from safety.models.chemical import COUNT_EVERY


class ChemicalFilters(ListFilters):
    """By control, and what is due to be counted."""

    control = django_filters.ChoiceFilter(
        label=_("control"), choices=Chemical.Control.choices, empty_label=_("Controlled or not")
    )
    current = django_filters.ChoiceFilter(
        label=_("Which"),
        choices=[("count", _("Stocktake due")), ("all", _("No longer kept, too"))],
        empty_label=_("Those that are kept"), method="narrow",
    )  # fmt: skip

    def narrow(self, found: Any, name: str, value: str) -> QuerySet[Chemical]:
        if value == "all":
            return found
        before = timezone.now() - COUNT_EVERY
        return found.filter(Q(counted_at=None) | Q(counted_at__lt=before))


def rows(person: Person, query: QueryDict) -> QuerySet[Chemical]:
    found = Chemical.objects.visible_to(person).select_related("place", "keeper", "second_keeper")
    if query.get("current") != "all":
        found = found.filter(is_kept=True)
    return found.with_balance()


def balance_cell(chemical: Any) -> str:
    return f"{chemical.balance or 0:g} {chemical.unit}"


def counted_cell(chemical: Any) -> SafeString | str:
    """When it was counted last, red where it is due."""
    at = chemical.counted_at
    late = at is None or at < timezone.now() - COUNT_EVERY
    words = moment_in_words(at) if at else _("never")
    return format_html('<span class="due-{}">{}</span>', "overdue" if late else "plain", words)


CHEMICALS = ListPage(
    name="chemicals",
    title=_("Hazardous chemicals"),
    icon="flask",
    address="safety:chemicals",
    rows=rows,
    order=("name", "id"),
    filters=ChemicalFilters,
    columns=(
        Column(key="name", label=_("Name"), is_title=True, sort=("name",), width=20),
        Column(key="cas", label=_("CAS number or hazard class")),
        Column(key="spec", label=_("Specification, purity")),
        Column(key="control", label=_("Control")),
        Column(
            key="balance", label=pgettext_lazy("of a chemical", "Left"), cell=balance_cell,
            is_whole=True, value=lambda chemical: chemical.balance or 0,
        ),
        Column(key="unit", label=pgettext_lazy("of an amount", "Unit"), on_page=False, width=6),
        Column(
            key="place", label=_("Store"), cell=place_cell,
            value=lambda chemical: chemical.place.full_name if chemical.place else "",
        ),
        Column(key="keeper", label=_("Keeper")),
        Column(key="second_keeper", label=_("Second keeper")),
        Column(key="counted_at", label=_("Counted last"), cell=counted_cell),
    ),
    named_by=("place", "keeper"),
    hit=Hit(fields=("name", "spec", "cas"), brief=lambda chemical: chemical.cas),
    may_read=rights.can_read_chemicals,
    may_export=rights.can_direct_chemicals,
    empty_title=_("No chemicals in the ledger"),
    empty_text=_("What lies in the laboratories' stores, with every gram that moves."),
)  # fmt: skip
