"""Moves and swaps."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from campus.doors import PersonRequest, require
from campus.lists.views import list_page
from campus.shell.form_page import form_page
from dormitory import rights
from dormitory.actions import moves as actions
from dormitory.forms.moves import AskMove
from dormitory.lists import MOVES
from dormitory.models import BedMove, Occupancy


@require_safe
def moves(request: PersonRequest) -> HttpResponse:
    """What was asked for, and what came of it."""
    return list_page(request, MOVES, "dormitory/stays.html")


@require_http_methods(["GET", "POST"])
def ask(request: PersonRequest, pk: int) -> HttpResponse:
    """Ask for another bed, or a swap."""
    seen = Occupancy.objects.visible_to(request.user)
    related = ("pupil", "bed__room__place", "bed__room__house")
    stay = get_object_or_404(seen.select_related(*related), pk=pk)
    require(rights.can_ask_move_of(request.user, stay.pupil, stay.bed.room))
    form = AskMove(request.POST or None, stay=stay, person=request.user)
    if not form.is_valid():
        return form_page(
            request, form, title=_("Move or swap"), back=stay.get_absolute_url(), under=str(stay),
            words=_("Somebody else approves it."), button=_("Ask for it"),
        )  # fmt: skip
    move = actions.ask(stay, by=request.user, at=timezone.now(), **form.cleaned_data)
    messages.success(request, _("You will be told the answer."))
    return redirect(move)


def found(request: PersonRequest, pk: int) -> BedMove:
    seen = BedMove.objects.visible_to(request.user).select_related(
        "pupil__school_class", "other", "asked_by", "answered_by", "from_bed__room__place",
        "to_bed__room__place", "from_bed__room__house__place", "to_bed__room__house__place",
    )  # fmt: skip
    return get_object_or_404(seen, pk=pk)


@require_safe
def move(request: PersonRequest, pk: int) -> HttpResponse:
    """One move: from where, to where, and the answer."""
    shown = found(request, pk)
    context = {
        "move": shown,
        "may_answer": rights.can_answer(request.user, shown),
        "may_withdraw": rights.can_withdraw(request.user, shown),
    }
    return render(request, "dormitory/move.html", context)


@require_POST
def approve(request: PersonRequest, pk: int) -> HttpResponse:
    """Let them move."""
    shown = found(request, pk)
    require(rights.can_answer(request.user, shown))
    actions.approve(shown, by=request.user, at=timezone.now())
    messages.success(request, _("They have their new beds."))
    return redirect(shown)


@require_POST
def decline(request: PersonRequest, pk: int) -> HttpResponse:
    """Let all stay as it is."""
    shown = found(request, pk)
    require(rights.can_answer(request.user, shown))
    actions.decline(shown, by=request.user, at=timezone.now())
    messages.success(request, _("The move is declined."))
    return redirect(shown)


@require_POST
def withdraw(request: PersonRequest, pk: int) -> HttpResponse:
    """Ask no more."""
    shown = found(request, pk)
    require(rights.can_withdraw(request.user, shown))
    actions.withdraw(shown, by=request.user, at=timezone.now())
    messages.success(request, _("The move is withdrawn."))
    return redirect(shown)
