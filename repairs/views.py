"""Reporting a fault; a ticket's page and its moves are those of any case."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from campus.attachments.forms import keep_sent
from campus.cases import actions as cases
from campus.cases.forms import GiveSelected
from campus.doors import PersonRequest, came_from, require
from campus.lists.views import list_page, sent_back
from repairs import actions, forms, rights
from repairs.kinds import TICKET
from repairs.lists import TICKETS
from repairs.models import Ticket


@require_safe
def tickets(request: PersonRequest) -> HttpResponse:
    """All tickets that one may see."""
    return list_page(request, TICKETS, "repairs/tickets.html")


@require_http_methods(["GET", "POST"])
def new(request: PersonRequest) -> HttpResponse:
    """Report a fault; the page of a place brings its code along (`?place=JX1-301`)."""
    form = forms.ReportFault(
        request.POST or None, request.FILES or None, person=request.user,
        initial={"place": request.GET.get("place", "")[:80]},
    )  # fmt: skip
    if not form.is_valid():
        keep_sent(form, by=request.user, at=timezone.now())
        status = 422 if form.is_bound else 200
        return render(request, "repairs/new.html", {"form": form, "kind": TICKET}, status=status)
    ticket = cases.raise_case(Ticket, by=request.user, at=timezone.now(), **form.cleaned_data)
    messages.success(
        request, _("%(number)s is reported. You will be told what happens.")
        % {"number": ticket.number},
    )  # fmt: skip
    return redirect(TICKET.path(ticket))


@require_POST
def assign(request: PersonRequest) -> HttpResponse:
    """Send one person to the selected tickets."""
    require(rights.can_dispatch_any(request.user))
    form = GiveSelected(request.POST, page=TICKETS, person=request.user, query=request.GET.copy())
    if not form.is_valid():
        return sent_back(request, form)
    rows, to = form.cleaned_data["rows"], form.cleaned_data["to"]
    actions.assign_all(rows, to=to, by=request.user, at=timezone.now())
    words = ngettext("%(count)d given to %(person)s.", "%(count)d given to %(person)s.", len(rows))
    messages.success(request, words % {"count": len(rows), "person": to})
    return redirect(came_from(request))
