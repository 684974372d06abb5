"""Asking for supplies; a request's page and its moves are those of any case."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from campus.attachments.forms import keep_sent
from campus.doors import PersonRequest, require
from campus.lists.views import list_page
from repairs import rights
from repairs.actions import supply_requests as actions
from repairs.forms.supply_requests import AskForSupplies, AskToBuy
from repairs.kinds.supply_request import SUPPLY_REQUEST
from repairs.lists import REQUESTS
from repairs.models import SupplyRequest


@require_safe
def requests(request: PersonRequest) -> HttpResponse:
    """All requests that one may see."""
    return list_page(request, REQUESTS, "repairs/requests.html")


@require_http_methods(["GET", "POST"])
def new(request: PersonRequest) -> HttpResponse:
    """Ask for supplies, or (`?kind=purchase`) for something to be bought; the page of an item
    brings its name along (`?item=`)."""
    require(rights.can_list_supplies(request.user))
    is_purchase = request.GET.get("kind") == SupplyRequest.Kind.PURCHASE
    form = (AskToBuy if is_purchase else AskForSupplies)(
        request.POST or None, request.FILES or None, person=request.user,
        initial={"item_1": request.GET.get("item", "")[:140]},
    )  # fmt: skip
    if not form.is_valid():
        keep_sent(form, by=request.user, at=timezone.now())
        context = {"form": form, "is_purchase": is_purchase}
        status = 422 if form.is_bound else 200
        return render(request, "repairs/request_new.html", context, status=status)
    made = actions.ask_for(form.wanted, by=request.user, at=timezone.now(), **form.facts)
    messages.success(request, _("%(number)s is asked for.") % {"number": made.number})
    return redirect(SUPPLY_REQUEST.path(made))
