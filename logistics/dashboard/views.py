"""The dashboard, its file, and the wish for its weekly letter."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from campus.doors import PersonRequest, require
from campus.models import Role, SchoolClass
from campus.sheets.writer import workbook_answer
from campus.shell.form_page import form_page
from logistics.areas import waiting_things
from logistics.dashboard import actions, exports, forms, pictures, rights
from logistics.dashboard.arranging import chosen_keys, in_order
from logistics.dashboard.models import DigestWish
from logistics.dashboard.readings import Board, board_of, leaders
from logistics.dashboard.scope import Scope, buildings, scope_of
from logistics.dashboard.tiles import tiles_of

# As many as fit beside the tiles; My day has all of them.
WAITING = 4


@require_safe
def dashboard(request: PersonRequest) -> HttpResponse:
    """The semester on one screen, and what needs the reader now."""
    person = request.user
    require(rights.can_open(person))
    offered = buildings()
    scope = scope_of(request, offered)
    waiting = waiting_things(person, timezone.now())
    context: dict[str, Any] = {
        "waiting": waiting[:WAITING], "more": max(0, len(waiting) - WAITING), "scope": scope,
        "buildings": offered, "grades": SchoolClass.Grade.choices,
        "may_hang_screens": rights.can_hang_screens(person),
    }  # fmt: skip
    if scope:
        board = board_of(scope)
        shown = in_order(person, chosen_keys(person))
        context |= beside(board, scope, {each.key for each in shown}) | {
            "semester": scope.semester, "semesters": scope.semesters, "board": board,
            "tiles": tiles_of(shown, board, scope, person),
        }  # fmt: skip
    return render(request, "dashboard/dashboard.html", context)


def beside(board: Board, scope: Scope, keys: set[str]) -> dict[str, Any]:
    """What stands below the tiles, of those measures that the reader has there."""
    charts = {
        "planning.done": pictures.plan_by_month(board, scope),
        "repairs.backlog": pictures.backlog(board.ages),
        "canteen.satisfaction": pictures.satisfaction(board),
    }
    return {
        "charts": [chart for key, chart in charts.items() if chart and key in keys],
        "aims": board.aims if "planning.done" in keys else [],
        "leaders": leaders(board.standings) if "assessment.mean" in keys else [],
    }


@require_safe
def table(request: PersonRequest) -> HttpResponse:
    """All figures that the reader is told, as an .xlsx file."""
    require(rights.can_open(request.user))
    scope = scope_of(request, buildings())
    if scope is None:
        messages.info(request, _("No semester is laid yet."))
        return redirect("dashboard:dashboard")
    told = in_order(request.user, None)
    data = exports.workbook(told, board_of(scope), scope)
    return workbook_answer(data, _("Dashboard %(scope)s") % {"scope": scope.words})


@require_http_methods(["GET", "POST"])
def letter(request: PersonRequest) -> HttpResponse:
    """Whether the weekly letter is wanted, and in which language."""
    person = request.user
    require(rights.can_open(person))
    wish = DigestWish.objects.filter(person=person).first()
    initial = {
        "wants": wish.wants if wish else person.on_duty_as(Role.HEAD),
        "language": wish.language if wish else get_language(),
    }
    form = forms.WishLetter(request.POST or None, initial=initial, email=person.email)
    if not form.is_valid():
        return form_page(
            request, form, title=_("Weekly letter"), back="/dashboard/",
            under=_("Dashboard"),
            words=_("Your tiles with last week's numbers and the lists behind them, by e-mail."),
        )  # fmt: skip
    actions.wish(**form.cleaned_data, by=person, at=timezone.now())
    told = _("The letter comes on Monday.") if form.cleaned_data["wants"] else _("No letter comes.")
    messages.success(request, told)
    return redirect("dashboard:dashboard")
