"""Technicians with their trades, contractors, categories: what the dispatcher keeps."""

from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from campus.doors import PersonRequest, require
from campus.models import Person, Place
from repairs import dispatch, rights
from repairs.actions import workshop as actions
from repairs.forms import workshop as forms
from repairs.models import Category, Contractor


@require_safe
def workshop(request: PersonRequest) -> HttpResponse:
    """Who mends what, and where."""
    require(rights.can_keep_workshop(request.user))
    technicians = dispatch.technicians(timezone.now())
    held = {place for each in technicians for place in each.places}
    context = {
        "technicians": technicians,
        "places": Place.objects.in_bulk(held),
        "categories": list(Category.objects.all()),
        "contractors": Contractor.objects.all(),
    }
    return render(request, "repairs/workshop.html", context)


@require_http_methods(["GET", "POST"])
def trades(request: PersonRequest, pk: int) -> HttpResponse:
    """What one technician mends."""
    require(rights.can_keep_workshop(request.user))
    technician = get_object_or_404(Person.objects.staff(), pk=pk)
    # Nothing ticked is an answer, too.
    sent = request.POST if request.method == "POST" else None
    form = forms.TradesForm(sent, technician=technician)
    if not form.is_valid():
        return kept_page(request, form, technician.name)
    actions.set_trades(technician, by=request.user, at=timezone.now(), **form.cleaned_data)
    messages.success(request, _("Noted what %(person)s mends.") % {"person": technician})
    return redirect("repairs:workshop")


@require_http_methods(["GET", "POST"])
def contractor(request: PersonRequest, pk: int | None = None) -> HttpResponse:
    """Add or change a contractor."""
    require(rights.can_keep_workshop(request.user))
    found = get_object_or_404(Contractor, pk=pk) if pk else Contractor()
    form = forms.ContractorForm(request.POST or None, instance=found)
    if not form.is_valid():
        return kept_page(request, form, _("Contractor"))
    actions.keep_contractor(form.instance, by=request.user, at=timezone.now())
    messages.success(request, _("%(contractor)s is stored.") % {"contractor": form.instance})
    return redirect("repairs:workshop")


@require_http_methods(["GET", "POST"])
def category(request: PersonRequest, pk: int | None = None) -> HttpResponse:
    """Add or change a category of faults."""
    require(rights.can_keep_workshop(request.user))
    found = get_object_or_404(Category, pk=pk) if pk else Category()
    form = forms.CategoryForm(request.POST or None, instance=found)
    if not form.is_valid():
        return kept_page(request, form, _("Category of faults"))
    actions.keep_category(form.instance, by=request.user, at=timezone.now())
    messages.success(request, _("%(category)s is stored.") % {"category": form.instance})
    return redirect("repairs:workshop")


def kept_page(request: PersonRequest, form: BaseForm, title: str) -> HttpResponse:
    """The form of one thing that the workshop keeps, with the errors of what was typed."""
    context = {"form": form, "title": title, "button": _("Save")}
    status = 422 if form.is_bound else 200
    return render(request, "repairs/workshop_form.html", context, status=status)
