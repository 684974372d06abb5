"""Screens of the hall: their addresses, and what they show without anybody's session."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from campus.doors import PersonRequest, require
from campus.models import Semester
from logistics.areas import measures
from logistics.dashboard import actions, forms, rights
from logistics.dashboard.models import WallScreen
from logistics.dashboard.readings import board_of
from logistics.dashboard.scope import school_scope
from logistics.dashboard.tiles import tiles_of

# How often a screen asks again, in seconds; numbers are counted anew at most once in that time.
EVERY = 60


@require_http_methods(["GET", "POST"])
@never_cache
def screens(request: PersonRequest) -> HttpResponse:
    """The screens, and a new one; its address is shown on this one page and never again."""
    require(rights.can_hang_screens(request.user))
    form = forms.HangScreen(request.POST or None)
    made, token = None, ""
    if form.is_valid():
        made, token = actions.hang_screen(
            form.cleaned_data["name"], by=request.user, at=timezone.now()
        )
        form = forms.HangScreen()
    context = {
        "screens": WallScreen.objects.select_related("made_by"), "form": form, "made": made,
        "address": request.build_absolute_uri(reverse("wall", args=[token])) if token else "",
    }  # fmt: skip
    status = 422 if form.is_bound else 200
    return render(request, "dashboard/screens.html", context, status=status)


@require_POST
def take_down(request: PersonRequest, pk: int) -> HttpResponse:
    """Let a screen's address be dead."""
    require(rights.can_hang_screens(request.user))
    screen = get_object_or_404(WallScreen, pk=pk)
    actions.take_down_screen(screen, by=request.user, at=timezone.now())
    messages.success(request, _("“%(screen)s” shows nothing any more.") % {"screen": screen})
    return redirect("dashboard:screens")


@login_not_required
@require_safe
@never_cache
def wall(request: HttpRequest, token: str) -> HttpResponse:
    """The school's numbers, without names and without links; 404 for any other token."""
    screen = WallScreen.objects.opened_by(token).first()
    if screen is None:
        raise Http404
    scope = school_scope(timezone.localdate(), list(Semester.objects.select_related("school_year")))
    board = board_of(scope) if scope else None
    context = {
        "scope": scope, "board": board, "every": EVERY,
        "tiles": tiles_of(measures(), board, scope, None) if board and scope else [],
        "first": [each for each in board.standings if each.rank == 1] if board else [],
    }  # fmt: skip
    is_part = "HX-Request" in request.headers
    template = "dashboard/wall_board.html" if is_part else "dashboard/wall.html"
    return render(request, template, context)
