"""The monthly reconciliation: all cards of a month, one card with what the station says, papers."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from campus.doors import PersonRequest, require
from campus.lists.views import list_page
from campus.school_time.months import MONTH, month_after, month_before, month_typed
from campus.sheets.writer import sheet_answer
from campus.shell.words import month_in_words
from vehicles import rights
from vehicles.actions import card_months as actions
from vehicles.exports.fuel import WIDTHS, month_rows
from vehicles.forms.cards import CloseMonth
from vehicles.lists import CARD_MONTHS
from vehicles.models import CardMonth, FuelCard
from vehicles.models.card_figures import CardFigures, figures_of

Line = tuple[FuelCard, CardFigures | CardMonth, CardMonth | None]
MOVES = 200


@require_safe
def card_months(request: PersonRequest) -> HttpResponse:
    """All months that were reconciled."""
    return list_page(request, CARD_MONTHS)


def lines_of(month: date) -> list[Line]:
    """Each card of a month: as it was closed, else as it stands; five queries."""
    after = month_after(month)
    cards = FuelCard.objects.filter(opened_on__lt=after).exclude(stopped_on__lt=month)
    listed = list(cards.order_by("number").defer("sought"))
    closed = {each.card_id: each for each in CardMonth.objects.told().filter(month=month)}
    standing = figures_of(listed, month)
    return [
        (card, closed.get(card.pk) or standing[card.pk], closed.get(card.pk)) for card in listed
    ]


def month_in(request: PersonRequest) -> date:
    """The month that the address asks for (`?month=2025-11`), else the present one."""
    return month_typed(request.GET.get("month", ""), timezone.localdate())


def around(month: date) -> dict[str, Any]:
    """The month as addresses have it, and those before and after; none that is still to come."""
    after = month_after(month)
    return {
        "month": month, "query": f"{month:%Y-%m}", "month_before": f"{month_before(month):%Y-%m}",
        "month_after": f"{after:%Y-%m}" if after <= timezone.localdate() else "",
        "is_over": after <= timezone.localdate(),
    }  # fmt: skip


@require_safe
def month(request: PersonRequest) -> HttpResponse:
    """What stands on all cards in a month."""
    require(rights.can_keep_vehicles(request.user))
    chosen = month_in(request)
    context = {**around(chosen), "lines": lines_of(chosen)}
    return render(request, "vehicles/fuel_month.html", context)


@require_safe
def month_sheet(request: PersonRequest) -> HttpResponse:
    """The same on A4, with its signature lines."""
    require(rights.can_keep_vehicles(request.user))
    chosen = month_in(request)
    context = {**around(chosen), "lines": lines_of(chosen), "today": timezone.localdate()}
    return render(request, "vehicles/fuel_month_sheet.html", context)


@require_safe
def month_export(request: PersonRequest) -> HttpResponseBase:
    """The same as a spreadsheet."""
    require(rights.can_keep_vehicles(request.user))
    chosen = month_in(request)
    name = _("Fuel cards %(month)s") % {"month": month_in_words(chosen)}
    return sheet_answer(month_rows(lines_of(chosen)), name, widths=WIDTHS)


# One card


def named(typed: str) -> date:
    """The month in the address of a card's month; else 404."""
    if not MONTH.fullmatch(typed):
        raise Http404
    return month_typed(typed, timezone.localdate())


def card_in(request: PersonRequest, pk: int) -> FuelCard:
    return get_object_or_404(FuelCard.objects.visible_to(request.user).defer("sought"), pk=pk)


def standing_of(card: FuelCard, month: date) -> dict[str, Any]:
    """The figures of a card in a month, its moves, and whether it is closed."""
    closed = CardMonth.objects.told().filter(card=card, month=month).first()
    moves = card.moves.filter(counts_on__gte=month, counts_on__lt=month_after(month))
    told = moves.select_related("by", "refuel__vehicle").order_by("counts_on", "id")
    return {
        **around(month), "card": card, "closed": closed,
        "figures": closed or figures_of([card], month)[card.pk],
        "moves": told.defer("refuel__sought", "refuel__vehicle__sought")[:MOVES],
        "is_next": month == card.next_month,
    }  # fmt: skip


@require_http_methods(["GET", "POST"])
def card_month(request: PersonRequest, pk: int, month: str) -> HttpResponse:
    """One card in a month; a POST closes it with the total of the station's statement."""
    card, chosen = card_in(request, pk), named(month)
    if request.method == "POST":
        actions.refuse_unless_next(card, chosen, timezone.localdate())
    context = standing_of(card, chosen)
    closed = context["closed"]
    form = None if closed else CloseMonth(request.POST or None, figures=context["figures"])
    if form is None or not form.is_valid():
        context |= {
            "form": form,
            "may_check": closed and rights.can_check_month(request.user, closed),
        }
        status = 422 if request.method == "POST" else 200
        return render(request, "vehicles/card_month.html", context, status=status)
    made = actions.close(card, chosen, by=request.user, at=timezone.now(), **form.cleaned_data)
    words = _("%(month)s of the card %(card)s is reconciled. Another person checks it now.")
    messages.success(request, words % {"month": month_in_words(chosen), "card": card})
    return redirect(made)


@require_POST
def check(request: PersonRequest, pk: int, month: str) -> HttpResponse:
    """A second person has looked at it."""
    closed = get_object_or_404(
        CardMonth.objects.visible_to(request.user).told(), card=pk, month=named(month)
    )
    require(rights.can_check_month(request.user, closed))
    actions.check(closed, by=request.user, at=timezone.now())
    messages.success(request, _("Checked."))
    return redirect(closed)


@require_safe
def card_month_sheet(request: PersonRequest, pk: int, month: str) -> HttpResponse:
    """One card's month with its moves on A4."""
    context = standing_of(card_in(request, pk), named(month))
    return render(request, "vehicles/card_month_sheet.html", context)
