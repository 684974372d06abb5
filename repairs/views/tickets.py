"""Reporting a fault; a ticket's page and its moves are those of any case."""

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from campus.cases.views import given, raised
from campus.doors import PersonRequest, require
from campus.lists.views import list_page
from inspections.registry import brought_along, first_words
from repairs import rights
from repairs.actions import tickets as actions
from repairs.forms import tickets as forms
from repairs.kinds.ticket import TICKET
from repairs.lists import TICKETS


@require_safe
def tickets(request: PersonRequest) -> HttpResponse:
    """All tickets that one may see."""
    return list_page(
        request, TICKETS, "repairs/tickets.html",
        may_dispatch=rights.can_dispatch_any(request.user),
        may_walk=rights.can_go_round(request.user),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def new(request: PersonRequest) -> HttpResponse:
    """Report a fault; the page of a place brings its code along (`?place=JX1-301`), that of an
    inspection's finding its number (`?finding=12`)."""
    finding = brought_along(request.user, request.GET)
    begun = first_words(finding) if finding else {"place": request.GET.get("place", "")[:80]}
    form = forms.ReportFault(
        request.POST or None, request.FILES or None, person=request.user, finding=finding,
        initial=begun,
    )  # fmt: skip
    told = _("%(number)s is reported. You will be told what happens.")
    return raised(request, TICKET, form, "repairs/new.html", told=told)


@require_POST
def assign(request: PersonRequest) -> HttpResponse:
    """Send one person to the selected tickets."""
    require(rights.can_dispatch_any(request.user))
    return given(request, TICKETS, actions.assign_all)
