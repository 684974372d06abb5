"""Parts for tickets, as the technician takes them out of the store and gives them back."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from campus.doors import PersonRequest, require
from campus.shell.form_page import form_page
from repairs import rights
from repairs.actions import parts as actions
from repairs.forms.supplies import GiveBack, TakePart
from repairs.models import Supply, Ticket


def found(request: PersonRequest, pk: int) -> Ticket:
    """The ticket, for who may see it and take parts for it."""
    ticket = get_object_or_404(Ticket.objects.visible_to(request.user).defer("sought"), pk=pk)
    require(rights.can_take_parts_for(request.user, ticket))
    return ticket


@require_http_methods(["GET", "POST"])
def take(request: PersonRequest, pk: int) -> HttpResponse:
    """Take a part out of the store for the ticket."""
    ticket = found(request, pk)
    form = TakePart(request.POST or None)
    path = reverse("repairs:case", args=[ticket.pk])
    if not form.is_valid():
        return form_page(
            request, form, title=_("Take a part"), back=path, under=str(ticket),
            button=_("Take it"),
        )  # fmt: skip
    item, quantity = form.cleaned_data["item"], form.cleaned_data["quantity"]
    actions.take_for_ticket(ticket, item, quantity, by=request.user, at=timezone.now())
    facts = {"count": item.counted(quantity), "supply": item, "ticket": ticket.number}
    messages.success(request, _("%(count)s of “%(supply)s” taken for %(ticket)s.") % facts)
    return redirect(path)


@require_http_methods(["GET", "POST"])
def give_back(request: PersonRequest, pk: int, supply: int) -> HttpResponse:
    """Give back what was not used."""
    ticket = found(request, pk)
    item = get_object_or_404(Supply.objects.visible_to(request.user).defer("sought"), pk=supply)
    used = actions.used_of(ticket, item)
    if used is None:
        raise Http404
    path = reverse("repairs:case", args=[ticket.pk])
    form = GiveBack(request.POST or None, initial={"quantity": used.quantity})
    if not form.is_valid():
        return form_page(
            request, form, title=_("Give back"), back=path,
            under=f"{ticket.number} · {item}: {item.counted(used.quantity)}",
            button=_("Give back"),
        )  # fmt: skip
    quantity = form.cleaned_data["quantity"]
    actions.give_back(ticket, item, quantity, by=request.user, at=timezone.now())
    facts = {"count": item.counted(quantity), "supply": item}
    messages.success(request, _("%(count)s of “%(supply)s” given back.") % facts)
    return redirect(path)
