"""Fuel cards: written, given to vehicles, topped up, counted, stopped; their ledgers."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_http_methods, require_safe

from campus.doors import PersonRequest, require
from campus.lists.views import list_page
from campus.records.history import history_path
from campus.records.timeline import timeline_of
from campus.shell.form_page import form_page
from campus.shell.words import money
from vehicles import rights
from vehicles.actions import cards as actions
from vehicles.forms.cards import CardForm, CorrectBalance, GiveCard, StopCard, TopUp
from vehicles.lists import CARD_MOVES, CARDS
from vehicles.models import FuelCard

LINES = 30
FIELDS = ("number", "issuer", "opened_on", "note")


@require_safe
def cards(request: PersonRequest) -> HttpResponse:
    """All cards."""
    return list_page(request, CARDS, "vehicles/cards.html")


@require_safe
def moves(request: PersonRequest) -> HttpResponse:
    """Everything that came onto cards and left them, newest first."""
    return list_page(request, CARD_MOVES)


def found(request: PersonRequest, pk: int) -> FuelCard:
    """The card, if the person may see it; else 404."""
    seen = FuelCard.objects.visible_to(request.user).with_holder(timezone.localdate())
    return get_object_or_404(seen.defer("sought"), pk=pk)


@require_safe
def show(request: PersonRequest, pk: int) -> HttpResponse:
    """One card: what is on it, who has it, its newest moves and its months."""
    card = found(request, pk)
    moves = card.moves.select_related("by", "refuel__vehicle").order_by("-id")
    context = {
        "card": card, "moves": moves.defer("refuel__sought", "refuel__vehicle__sought")[:LINES],
        "turns": card.turns.select_related("vehicle").defer("vehicle__sought"),
        "months": card.months.select_related("checked_by").order_by("-month")[:6],
        "next_month": card.next_month, "timeline": timeline_of(card),
        "history_path": history_path(request.user, card),
    }  # fmt: skip
    return render(request, "vehicles/card.html", context)


@require_http_methods(["GET", "POST"])
def create(request: PersonRequest) -> HttpResponse:
    """A new card."""
    require(rights.can_keep_vehicles(request.user))
    form = CardForm(request.POST or None, initial={"opened_on": timezone.localdate()})
    if not form.is_valid():
        return form_page(
            request, form, title=_("New fuel card"), back=reverse("vehicles:cards"),
            words=_("One card for each vehicle (一车一卡): who has it is said next."),
        )  # fmt: skip
    typed = {name: form.cleaned_data[name] for name in FIELDS}
    card = actions.write_card(FuelCard(), by=request.user, at=timezone.now(), **typed)
    messages.success(request, _("The card %(card)s is written.") % {"card": card})
    return redirect(card)


@require_http_methods(["GET", "POST"])
def edit(request: PersonRequest, pk: int) -> HttpResponse:
    """Change what is said of a card."""
    card = found(request, pk)
    form = CardForm(request.POST or None, instance=card)
    if not form.is_valid():
        return form_page(
            request, form, title=_("Change the card"), back=card.get_absolute_url(),
            under=str(card),
        )  # fmt: skip
    typed = {name: form.cleaned_data[name] for name in FIELDS}
    actions.write_card(card, by=request.user, at=timezone.now(), **typed)
    messages.success(request, _("The card %(card)s is changed.") % {"card": card})
    return redirect(card)


def act(
    request: PersonRequest, card: FuelCard, form: BaseForm, do: Callable[..., Any], *, title: str,
    done: str,
) -> HttpResponse:  # fmt: skip
    """One act on a card: its form, and doing it with what was typed."""
    if not form.is_valid():
        words = _("%(money)s are on the card.") % {"money": money(card.balance)}
        return form_page(
            request, form, title=title, back=card.get_absolute_url(), under=str(card), words=words
        )
    do(card, by=request.user, at=timezone.now(), **form.cleaned_data)
    messages.success(request, done)
    return redirect(card)


@require_http_methods(["GET", "POST"])
def give(request: PersonRequest, pk: int) -> HttpResponse:
    """Another vehicle has the card from a day on."""
    return act(
        request, found(request, pk), GiveCard(request.POST or None), actions.give,
        title=_("Give the card to a vehicle"), done=_("The vehicle has the card from then on."),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def top_up(request: PersonRequest, pk: int) -> HttpResponse:
    """So many yuan were put onto it."""
    return act(
        request, found(request, pk), TopUp(request.POST or None), actions.top_up,
        title=pgettext("a fuel card", "Top it up"), done=_("The card is topped up."),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def correct(request: PersonRequest, pk: int) -> HttpResponse:
    """The station says that something else is on it."""
    return act(
        request, found(request, pk), CorrectBalance(request.POST or None), actions.correct,
        title=_("Correct the balance"), done=_("The balance is corrected."),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def stop(request: PersonRequest, pk: int) -> HttpResponse:
    """It is used no more."""
    card = found(request, pk)
    return act(
        request, card, StopCard(request.POST or None, card=card), actions.stop,
        title=_("Stop the card"), done=_("The card is stopped."),
    )  # fmt: skip
