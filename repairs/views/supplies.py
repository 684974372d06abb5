"""The store: its items, their ledgers, receipts and counts, and the monthly sheet."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_http_methods, require_safe

from campus.doors import PersonRequest, require
from campus.lists.search import mentioning
from campus.lists.views import list_page
from campus.records.history import history_path
from campus.school_time.months import month_after, month_before, month_typed
from campus.sheets.writer import sheet_answer
from campus.shell.form_page import form_page
from campus.shell.numbers import number_typed
from campus.shell.words import month_in_words
from repairs import rights
from repairs.actions import stock
from repairs.actions import supplies as actions
from repairs.exports import ledger_rows, month_rows
from repairs.figures import supplies as figures
from repairs.forms.supplies import Count, Receive, SupplyForm
from repairs.lists import STOCK_MOVES, SUPPLIES
from repairs.models import StockMove, Supply

OFFERED = 8
LINES_A_PAGE, ITEMS_A_PAGE, MOST_ON_PAPER = 50, 50, 1000


@require_safe
def supplies(request: PersonRequest) -> HttpResponse:
    """What the store has."""
    may_keep = rights.can_keep_store(request.user)
    return list_page(request, SUPPLIES, "repairs/supplies.html", may_keep=may_keep)


@require_safe
def moves(request: PersonRequest) -> HttpResponse:
    """Everything that came and went, newest first."""
    return list_page(request, STOCK_MOVES)


@require_safe
def suggest(request: PersonRequest) -> HttpResponseBase:
    """Items that somebody may mean who has typed `?q=` into a field."""
    require(rights.can_list_supplies(request.user))
    words = request.GET.get("q", "").strip()[:60]
    offered = Supply.objects.offered().select_related("stock").defer("sought")
    found = mentioning(offered, words).order_by("name", "spec", "id")[:OFFERED] if words else []
    offers = [
        {
            "code": str(each), "name": each.name,
            "where": _("in stock: %(count)s") % {"count": each.counted(each.stock.quantity)},
        }
        for each in found
    ]  # fmt: skip
    return JsonResponse({"offers": offers})


def found(request: PersonRequest, pk: int) -> Supply:
    seen = Supply.objects.visible_to(request.user).select_related("stock", "by").defer("sought")
    return get_object_or_404(seen, pk=pk)


@require_safe
def show(request: PersonRequest, pk: int) -> HttpResponse:
    """One item, and for those who keep the store its ledger, newest first."""
    supply = found(request, pk)
    context: dict[str, Any] = {
        "supply": supply,
        "may_keep": rights.can_keep_store(request.user),
        "history_path": history_path(request.user, supply),
    }
    if context["may_keep"]:
        before = number_typed(request.GET.get("before", ""))
        context |= ledger_page(supply, before=before) | {"is_older": before is not None}
    return render(request, "repairs/supply.html", context)


def ledger_page(supply: Supply, *, before: int | None) -> dict[str, Any]:
    """The moves before a number: each page reads as much as the first, however long the ledger."""
    moves = supply.moves.told().order_by("-id")
    if before is not None:
        moves = moves.filter(pk__lt=before)
    lines = list(moves[: LINES_A_PAGE + 1])
    older = lines[LINES_A_PAGE - 1].pk if len(lines) > LINES_A_PAGE else None
    return {"lines": lines[:LINES_A_PAGE], "older": older}


@require_http_methods(["GET", "POST"])
def create(request: PersonRequest) -> HttpResponse:
    """A new item."""
    require(rights.can_keep_store(request.user))
    form = SupplyForm(request.POST or None)
    if not form.is_valid():
        return form_page(
            request, form, title=pgettext("the store", "New item"), back=reverse("repairs:supplies")
        )
    supply = actions.write_supply(Supply(), by=request.user, at=timezone.now(), **form.cleaned_data)
    messages.success(request, _("“%(supply)s” is in the store's list.") % {"supply": supply})
    return redirect(supply)


@require_http_methods(["GET", "POST"])
def edit(request: PersonRequest, pk: int) -> HttpResponse:
    """Change what is said of an item."""
    supply = found(request, pk)
    require(rights.can_keep_store(request.user))
    form = SupplyForm(request.POST or None, instance=supply)
    if not form.is_valid():
        return form_page(
            request, form, title=_("Change the item"), back=supply.get_absolute_url(),
            under=str(supply),
        )  # fmt: skip
    typed = {name: form.cleaned_data[name] for name in SupplyForm.Meta.fields}
    actions.write_supply(supply, by=request.user, at=timezone.now(), **typed)
    messages.success(request, _("“%(supply)s” is changed.") % {"supply": supply})
    return redirect(supply)


@require_http_methods(["GET", "POST"])
def receive(request: PersonRequest, pk: int) -> HttpResponse:
    """So many have come."""
    supply = found(request, pk)
    require(rights.can_keep_store(request.user))
    form = Receive(request.POST or None)
    if not form.is_valid():
        return form_page(
            request, form, title=_("Receive"), back=supply.get_absolute_url(), under=str(supply),
            button=_("Receive into the store"),
        )  # fmt: skip
    moved = stock.receive(supply, by=request.user, at=timezone.now(), **form.cleaned_data)
    messages.success(request, now_there(moved))
    return redirect(supply)


def now_there(moved: StockMove) -> str:
    """What there is after a move."""
    there = moved.supply.counted(moved.balance)
    return _("“%(supply)s”: now %(count)s in stock.") % {"supply": moved.supply, "count": there}


@require_http_methods(["GET", "POST"])
def count(request: PersonRequest, pk: int) -> HttpResponse:
    """What was counted differs from the ledger."""
    supply = found(request, pk)
    require(rights.can_keep_store(request.user))
    form = Count(request.POST or None, initial={"there": supply.stock.quantity})
    if not form.is_valid():
        return form_page(
            request, form, title=_("Correct the count"), back=supply.get_absolute_url(),
            under=str(supply),
        )  # fmt: skip
    moved = stock.count(supply, by=request.user, at=timezone.now(), **form.cleaned_data)
    messages.success(request, now_there(moved))
    return redirect(supply)


@require_safe
def ledger(request: PersonRequest, pk: int) -> HttpResponse:
    """The ledger of a month on paper, with its running balance."""
    supply = found(request, pk)
    require(rights.can_keep_store(request.user))
    month = month_in(request)
    context = {
        "supply": supply, "month": month, "line": figures.month_lines([supply], month)[0],
        "lines": moves_in(supply, month)[:MOST_ON_PAPER], **months_around(month),
        "query": f"{month:%Y-%m}",
    }  # fmt: skip
    return render(request, "repairs/ledger_sheet.html", context)


def moves_in(supply: Supply, month: date) -> Any:
    """The moves of a month, oldest first."""
    start, end = figures.moments_of_month(month)
    return supply.moves.told().between(start, end).order_by("at", "id")


@require_safe
def ledger_export(request: PersonRequest, pk: int) -> HttpResponse:
    """The ledger of a month as a spreadsheet."""
    supply = found(request, pk)
    require(rights.can_keep_store(request.user))
    month = month_in(request)
    rows = ledger_rows(moves_in(supply, month).iterator(chunk_size=500))
    return sheet_answer(rows, f"{supply} {month:%Y-%m}", widths=[18, 12, 10, 10, 12, 12, 30, 14])


# The monthly sheet


def month_in(request: PersonRequest) -> date:
    """The month that the address asks for (`?month=2025-11`), else the present one."""
    return month_typed(request.GET.get("month", ""), timezone.localdate())


def months_around(month: date) -> dict[str, Any]:
    """The months before and after, as addresses have them; none that is still to come."""
    following = month_after(month)
    return {
        "month_before": f"{month_before(month):%Y-%m}",
        "month_after": f"{following:%Y-%m}" if following <= timezone.localdate() else "",
    }


def items_in(request: PersonRequest) -> Any:
    """The items of the sheet; of one category where the address asks for it."""
    items = Supply.objects.order_by("name", "spec", "id").defer("sought")
    category = request.GET.get("category", "")
    return items.filter(category=category) if category in Supply.Category.values else items


@require_safe
def month(request: PersonRequest) -> HttpResponse:
    """What there was of each item, what came and went in a month, what there is."""
    require(rights.can_keep_store(request.user))
    chosen = month_in(request)
    page = Paginator(items_in(request), ITEMS_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "month": chosen, "query": f"{chosen:%Y-%m}", "page": page,
        "lines": figures.month_lines(page.object_list, chosen),
        "totals": figures.month_totals(chosen), "categories": Supply.Category.choices,
        "category": request.GET.get("category", ""), **months_around(chosen),
    }  # fmt: skip
    return render(request, "repairs/month.html", context)


@require_safe
def month_sheet(request: PersonRequest) -> HttpResponse:
    """The monthly sheet on A4, with its signature lines."""
    require(rights.can_keep_store(request.user))
    chosen = month_in(request)
    lines = figures.month_lines(items_in(request)[:MOST_ON_PAPER], chosen)
    context = {
        "month": chosen, "query": f"{chosen:%Y-%m}", "lines": lines,
        "totals": figures.month_totals(chosen), "today": timezone.localdate(),
    }  # fmt: skip
    return render(request, "repairs/month_sheet.html", context)


@require_safe
def month_export(request: PersonRequest) -> HttpResponse:
    """The monthly sheet as a spreadsheet."""
    require(rights.can_keep_store(request.user))
    chosen = month_in(request)
    rows = month_rows(figures.month_lines(items_in(request), chosen))
    name = _("Store %(month)s") % {"month": month_in_words(chosen)}
    return sheet_answer(rows, name, widths=[24, 20, 8, 10, 10, 10, 10, 10, 10, 14, 14])
