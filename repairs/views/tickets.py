"""Reporting a fault; a ticket's page and its moves are those of any case."""

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from campus.cases.registry import brought_along as brought_from
from campus.cases.views import given, raised
from campus.doors import PersonRequest, require
from campus.lists.views import list_page
from inspections.registry import brought_along, first_words
from repairs import rights
from repairs.actions import tickets as actions
from repairs.forms import tickets as forms
from repairs.kinds.ticket import TICKET
from repairs.lists import TICKETS
from repairs.models import FixedAsset


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
    inspection's finding (`?finding=12`) and of an asset (`?asset=ZC-0001`) their number, what else
    faults come from its name and number (`?origin=booking:5`)."""
    finding = brought_along(request.user, request.GET)
    origin = brought_from(request.user, request.GET.get("origin", "")[:40])
    about = asset_numbered(request.GET.get("asset", ""))
    place = about.place.code if about and about.place else request.GET.get("place", "")[:80]
    begun = first_words(finding) if finding else {"place": place, "asset": about}
    form = forms.ReportFault(
        request.POST or None, request.FILES or None, person=request.user, finding=finding,
        origin=origin[0] if origin else None, initial=origin[1] if origin else begun,
    )  # fmt: skip
    told = _("%(number)s is reported. You will be told what happens.")
    return raised(request, TICKET, form, "repairs/new.html", told=told, about=about)


def asset_numbered(number: str) -> FixedAsset | None:
    """The asset of this number on the books."""
    found = FixedAsset.objects.on_the_books().select_related("place").defer("sought")
    return found.filter(number__iexact=number[:32]).first() if number else None


@require_POST
def assign(request: PersonRequest) -> HttpResponse:
    """Send one person to the selected tickets."""
    require(rights.can_dispatch_any(request.user))
    return given(request, TICKETS, actions.assign_all)
