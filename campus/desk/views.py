"""Raising an enquiry; its page and its moves are those of any case."""

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
from campus.desk import actions, forms, rights
from campus.desk.kind import ENQUIRY
from campus.desk.lists import ENQUIRIES
from campus.doors import PersonRequest, came_from, require
from campus.lists.views import list_page, sent_back
from campus.models import Enquiry


@require_safe
def enquiries(request: PersonRequest) -> HttpResponse:
    """All enquiries that one may see."""
    return list_page(request, ENQUIRIES, "desk/enquiries.html")


@require_POST
def give(request: PersonRequest) -> HttpResponse:
    """Give the selected enquiries to one person."""
    require(rights.can_use_desk(request.user))
    form = GiveSelected(request.POST, page=ENQUIRIES, person=request.user, query=request.GET.copy())
    if not form.is_valid():
        return sent_back(request, form)
    rows, to = form.cleaned_data["rows"], form.cleaned_data["to"]
    actions.give_all(rows, to=to, by=request.user, at=timezone.now())
    words = ngettext("%(count)d given to %(person)s.", "%(count)d given to %(person)s.", len(rows))
    messages.success(request, words % {"count": len(rows), "person": to})
    return redirect(came_from(request))


@require_http_methods(["GET", "POST"])
def new(request: PersonRequest) -> HttpResponse:
    """Raise an enquiry; the page of a place brings its code along (`?place=JX1-301`)."""
    form = forms.EnquiryForm(
        request.POST or None, request.FILES or None, person=request.user,
        initial={"place": request.GET.get("place", "")[:80]},
    )  # fmt: skip
    if not form.is_valid():
        keep_sent(form, by=request.user, at=timezone.now())
        status = 422 if form.is_bound else 200
        return render(request, "desk/new.html", {"form": form, "kind": ENQUIRY}, status=status)
    enquiry = cases.raise_case(Enquiry, by=request.user, at=timezone.now(), **form.cleaned_data)
    messages.success(
        request, _("%(number)s has arrived at the front desk.") % {"number": enquiry.number}
    )
    return redirect(ENQUIRY.path(enquiry))
