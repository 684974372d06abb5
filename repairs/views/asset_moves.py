"""Transfers and disposals of assets: asked for, approved, refused, taken back."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from campus.doors import PersonRequest, came_from, require
from campus.lists.views import list_page, sent_back
from campus.shell.form_page import form_page
from repairs import rights
from repairs.actions import assets as actions
from repairs.forms.assets import Decide, DecideSelected, Dispose, Transfer, TransferSelected
from repairs.lists import ASSET_MOVES, ASSETS
from repairs.models import AssetMove
from repairs.views.assets import found

State = AssetMove.State


@require_safe
def moves(request: PersonRequest) -> HttpResponse:
    """What was asked for, the newest first."""
    return list_page(request, ASSET_MOVES)


@require_http_methods(["GET", "POST"])
def transfer(request: PersonRequest, pk: int) -> HttpResponse:
    """Ask for the transfer of one asset."""
    asset = found(request, pk)
    require(rights.can_move_asset(request.user, asset))
    actions.refuse_disposed(asset)
    form = Transfer(request.POST or None)
    if not form.is_valid():
        return form_page(
            request, form, title=_("Transfer it"), back=asset.get_absolute_url(),
            under=str(asset), button=sending(request),
        )  # fmt: skip
    move = actions.ask_to_move(
        asset, AssetMove.Kind.TRANSFER, reason=form.cleaned_data["reason"], to=form.to,
        by=request.user, at=timezone.now(),
    )  # fmt: skip
    messages.success(request, said(move))
    return redirect(asset)


def sending(request: PersonRequest) -> str:
    """The head decides by asking; everybody else waits for the head."""
    return _("Save") if rights.can_approve_moves(request.user) else _("Ask the head")


def said(move: AssetMove) -> str:
    if move.is_waiting:
        return _("The head was asked; you will be told.")
    return _("Done: %(move)s.") % {"move": move}


@require_http_methods(["GET", "POST"])
def dispose(request: PersonRequest, pk: int) -> HttpResponse:
    """Ask for an asset to be taken off the books."""
    asset = found(request, pk)
    require(rights.can_keep_assets(request.user))
    actions.refuse_disposed(asset)
    form = Dispose(request.POST or None)
    if not form.is_valid():
        return form_page(
            request, form, title=_("Dispose of it"), back=asset.get_absolute_url(),
            under=str(asset), button=sending(request),
        )  # fmt: skip
    move = actions.ask_to_move(
        asset, AssetMove.Kind.DISPOSAL, reason=form.cleaned_data["reason"], by=request.user,
        at=timezone.now(),
    )  # fmt: skip
    messages.success(request, said(move))
    return redirect(asset)


@require_POST
def transfer_selected(request: PersonRequest) -> HttpResponse:
    """Ask for the transfer of all that were selected."""
    require(rights.can_keep_assets(request.user))
    form = TransferSelected(
        request.POST, page=ASSETS, person=request.user, query=request.GET.copy()
    )
    if not form.is_valid():
        return sent_back(request, form)
    rows = form.cleaned_data["rows"]
    actions.transfer_all(
        rows, to=form.to, reason=form.cleaned_data["reason"], by=request.user, at=timezone.now()
    )
    words = (
        ngettext("%(count)d transferred.", "%(count)d transferred.", len(rows))
        if rights.can_approve_moves(request.user)
        else ngettext(
            "The head was asked for %(count)d transfer.",
            "The head was asked for %(count)d transfers.", len(rows),
        )
    )  # fmt: skip
    messages.success(request, words % {"count": len(rows)})
    return redirect(came_from(request))


# The head's word


def found_move(request: PersonRequest, pk: int) -> AssetMove:
    seen = AssetMove.objects.visible_to(request.user).select_related("asset")
    return get_object_or_404(seen, pk=pk)


def decided(request: PersonRequest, move: AssetMove, state: str) -> HttpResponse:
    form = Decide(request.POST)
    form.is_valid()
    words = form.cleaned_data.get("words", "")
    move = actions.decide(move, state, by=request.user, at=timezone.now(), words=words)
    messages.success(request, f"{move}: {move.get_state_display()}")
    return redirect(came_from(request))


@require_POST
def approve(request: PersonRequest, pk: int) -> HttpResponse:
    """Let it be so."""
    move = found_move(request, pk)
    require(rights.can_approve_moves(request.user))
    return decided(request, move, State.APPROVED)


@require_POST
def refuse(request: PersonRequest, pk: int) -> HttpResponse:
    """Refuse it, and say why."""
    move = found_move(request, pk)
    require(rights.can_approve_moves(request.user))
    return decided(request, move, State.REFUSED)


@require_POST
def withdraw(request: PersonRequest, pk: int) -> HttpResponse:
    """Take back what one has asked for."""
    move = found_move(request, pk)
    require(rights.can_withdraw_move(request.user, move))
    return decided(request, move, State.WITHDRAWN)


@require_POST
def approve_selected(request: PersonRequest) -> HttpResponse:
    """Approve all that were selected, or none."""
    return decided_all(request, State.APPROVED)


@require_POST
def refuse_selected(request: PersonRequest) -> HttpResponse:
    """Refuse all that were selected for one reason."""
    return decided_all(request, State.REFUSED)


def decided_all(request: PersonRequest, state: str) -> HttpResponse:
    require(rights.can_approve_moves(request.user))
    form = DecideSelected(
        request.POST, page=ASSET_MOVES, person=request.user, query=request.GET.copy()
    )
    if not form.is_valid():
        return sent_back(request, form)
    rows: list[Any] = form.cleaned_data["rows"]
    words = form.cleaned_data["words"]
    actions.decide_all(rows, state, by=request.user, at=timezone.now(), words=words)
    said = ngettext("%(count)d decided.", "%(count)d decided.", len(rows))
    messages.success(request, said % {"count": len(rows)})
    return redirect(came_from(request))
