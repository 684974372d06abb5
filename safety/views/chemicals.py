"""Hazardous chemicals: ledger, moves that two people sign, stocktakes."""

from decimal import Decimal
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from campus.doors import PersonRequest, require
from campus.lists.views import list_page
from campus.records.history import history_path
from campus.sheets.writer import sheet_answer
from campus.shell.form_page import form_page
from safety import rights
from safety.actions import chemicals as actions
from safety.exports.chemicals import WIDTHS, ledger_rows
from safety.forms.chemicals import ChemicalForm, MoveForm, ReturnForm, StocktakeForm
from safety.lists import CHEMICALS
from safety.models import Chemical, ChemicalMove

# The page shows the newest; paper and sheet have all of a year.
SHOWN, MOST = 50, 1000
KINDS = {
    "receipt": gettext_lazy("Receive"), "issue": gettext_lazy("Issue"),
    "disposal": gettext_lazy("Dispose of"),
}  # fmt: skip


@require_safe
def chemicals(request: PersonRequest) -> HttpResponse:
    """The chemicals that one may see."""
    return list_page(
        request, CHEMICALS, "safety/chemicals.html",
        may_write=rights.can_direct_chemicals(request.user),
    )  # fmt: skip


def found(request: PersonRequest, pk: int) -> Any:
    seen = Chemical.objects.visible_to(request.user).with_balance()
    return get_object_or_404(seen.select_related("place", "keeper", "second_keeper"), pk=pk)


@require_http_methods(["GET", "POST"])
def write(request: PersonRequest, pk: int | None = None) -> HttpResponse:
    """Add a chemical, or change what is said of it."""
    require(rights.can_direct_chemicals(request.user))
    edited = found(request, pk) if pk else Chemical()
    form = ChemicalForm(request.POST or None, instance=edited)
    if not form.is_valid():
        back = edited.get_absolute_url() if pk else reverse("safety:chemicals")
        return form_page(request, form, title=_("Chemical"), back=back)
    kept = actions.write_chemical(edited, by=request.user, at=timezone.now(), **form.cleaned_data)
    messages.success(request, _("“%(chemical)s” is saved.") % {"chemical": kept})
    return redirect(kept)


def moves_of(chemical: Chemical) -> Any:
    """Its moves with everybody who signed, the newest first."""
    people = ("by", "second", "taker", "second_taker", "issue")
    return chemical.moves.select_related(*people, "returned_by").order_by("-at", "-id")


@require_safe
def show(request: PersonRequest, pk: int) -> HttpResponse:
    """One chemical: what is left, what waits for a signature, what is out."""
    chemical = found(request, pk)
    moves, now = list(moves_of(chemical)[:SHOWN]), timezone.now()
    context = {
        "chemical": chemical,
        "balance": chemical.balance or 0,
        "moves": [(each, rights.can_sign(request.user, each), each.is_late(now)) for each in moves],
        "counts": chemical.counts.select_related("by", "second")[:6],
        "may_keep": rights.can_keep_chemical(request.user, chemical),
        "may_write": rights.can_direct_chemicals(request.user),
        "history_path": history_path(request.user, chemical),
    }
    return render(request, "safety/chemical.html", context)


@require_safe
def sheet(request: PersonRequest, pk: int) -> HttpResponse:
    """Its ledger on A4 across."""
    chemical = found(request, pk)
    moves = list(moves_of(chemical).signed().order_by("-serial")[:MOST])[::-1]
    context = {
        "chemical": chemical, "moves": moves, "today": timezone.localdate(),
        "back": chemical.get_absolute_url(),
    }  # fmt: skip
    return render(request, "safety/chemical_sheet.html", context)


@require_safe
def export(request: PersonRequest, pk: int) -> HttpResponse:
    """Its ledger as a spreadsheet."""
    chemical = found(request, pk)
    moves = moves_of(chemical).signed().order_by("serial")
    return sheet_answer(ledger_rows(chemical, moves), str(chemical), widths=WIDTHS)


@require_http_methods(["GET", "POST"])
def move(request: PersonRequest, pk: int, kind: str) -> HttpResponse:
    """Receive, issue or dispose of some."""
    chemical = found(request, pk)
    if kind not in KINDS:
        raise Http404
    require(rights.can_keep_chemical(request.user, chemical))
    form = MoveForm(request.POST or None, chemical=chemical, kind=kind)
    if not form.is_valid():
        words = _("It counts once a second person has signed it.") if chemical.is_controlled else ""
        return form_page(
            request, form, title=str(KINDS[kind]), back=chemical.get_absolute_url(),
            under=str(chemical), words=words,
        )  # fmt: skip
    made = actions.move(
        chemical, kind=kind, by=request.user, at=timezone.now(), **form.cleaned_data
    )
    return told(request, made)


def told(request: PersonRequest, made: ChemicalMove) -> HttpResponse:
    """What came of a move: what is left, or that somebody else has to sign."""
    if made.is_signed:
        left = f"{made.balance_after:g} {made.chemical.unit}"
        messages.success(request, _("Put down; %(left)s are left.") % {"left": left})
    else:
        messages.info(request, _("It counts once a second person has signed it."))
    return redirect(made.chemical)


def found_move(request: PersonRequest, pk: int) -> ChemicalMove:
    seen = Chemical.objects.visible_to(request.user)
    moves = ChemicalMove.objects.filter(chemical__in=seen).select_related("chemical")
    return get_object_or_404(moves, pk=pk)


@require_http_methods(["GET", "POST"])
def give_back(request: PersonRequest, pk: int) -> HttpResponse:
    """What was issued comes back, or was used up."""
    issue = found_move(request, pk)
    require(rights.can_keep_chemical(request.user, issue.chemical))
    form = ReturnForm(request.POST or None, issue=issue)
    if not form.is_valid():
        return form_page(
            request, form, title=pgettext("a chemical", "Take back"), under=str(issue),
            back=issue.chemical.get_absolute_url(),
        )  # fmt: skip
    made = actions.move(
        issue.chemical, kind="return", issue=issue, by=request.user, at=timezone.now(),
        **form.cleaned_data,
    )  # fmt: skip
    return told(request, made)


@require_POST
def sign(request: PersonRequest, pk: int) -> HttpResponse:
    """Sign a move as the second person."""
    signed = found_move(request, pk)
    require(rights.can_sign(request.user, signed))
    return told(request, actions.sign(signed, by=request.user, at=timezone.now()))


@require_POST
def take_back(request: PersonRequest, pk: int) -> HttpResponse:
    """Take back a move that nobody has signed yet."""
    taken = found_move(request, pk)
    require(rights.can_keep_chemical(request.user, taken.chemical))
    actions.take_back(taken, by=request.user, at=timezone.now())
    messages.success(request, _("It is taken back."))
    return redirect(taken.chemical)


@require_http_methods(["GET", "POST"])
def stocktake(request: PersonRequest, pk: int) -> HttpResponse:
    """Count what is there, two together."""
    chemical = found(request, pk)
    require(rights.can_keep_chemical(request.user, chemical))
    balance = chemical.balance or Decimal(0)
    form = StocktakeForm(request.POST or None, person=request.user, balance=balance)
    if not form.is_valid():
        return form_page(
            request, form, title=_("Stocktake"), back=chemical.get_absolute_url(),
            under=f"{chemical} · {balance:g} {chemical.unit}",
        )  # fmt: skip
    actions.take_stock(chemical, by=request.user, at=timezone.now(), **form.cleaned_data)
    messages.success(request, _("The stocktake is put down."))
    return redirect(chemical)
