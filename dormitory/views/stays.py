"""Stays: their list, those of one pupil, given and ended by hand."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from campus.doors import PersonRequest, require
from campus.lists.views import list_page
from campus.models import Person
from campus.people.actions import note_look
from campus.shell.form_page import form_page
from dormitory import rights
from dormitory.actions import stays as actions
from dormitory.forms.houses import EndStayForm, SettleForm
from dormitory.lists import STAYS
from dormitory.models import Bed, Occupancy


@require_safe
def stays(request: PersonRequest) -> HttpResponse:
    """Who sleeps where."""
    return list_page(request, STAYS, "dormitory/stays.html")


@require_safe
def stays_of(request: PersonRequest, pk: int) -> HttpResponse:
    """The stays of one pupil, the latest first."""
    seen = Occupancy.objects.visible_to(request.user).filter(pupil=pk)
    related = ("bed__room__place", "bed__room__house__place")
    found = list(seen.select_related(*related).order_by("-starts_on", "-pk"))
    pupils = Person.objects.filter(kind=Person.Kind.PUPIL).select_related("school_class")
    pupil = get_object_or_404(pupils, pk=found[0].pupil_id if found else None)
    note_look(pupil, by=request.user, at=timezone.now(), page=request.path)
    today = timezone.localdate()
    context = {
        "pupil": pupil,
        "stays": [
            (stay, stay.ends_on is None or stay.ends_on >= today,
             rights.can_settle_in(request.user, stay.bed.room))
            for stay in found
        ],
    }  # fmt: skip
    return render(request, "dormitory/stays_of.html", context)


@require_http_methods(["GET", "POST"])
def settle(request: PersonRequest, pk: int) -> HttpResponse:
    """Give a bed to a pupil."""
    seen = Bed.objects.visible_to(request.user).select_related("room__place", "room__house")
    bed = get_object_or_404(seen, pk=pk)
    require(rights.can_settle_in(request.user, bed.room))
    form = SettleForm(request.POST or None, by=request.user)
    if not form.is_valid():
        back = bed.room.get_absolute_url()
        return form_page(request, form, title=_("Give the bed to a pupil"), back=back,
                         under=str(bed))  # fmt: skip
    stay = actions.settle(bed, by=request.user, at=timezone.now(), **form.cleaned_data)
    words = _("%(name)s sleeps in %(bed)s.") % {"name": stay.pupil, "bed": stay.bed}
    messages.success(request, words)
    return redirect(bed.room)


@require_http_methods(["GET", "POST"])
def stay_end(request: PersonRequest, pk: int) -> HttpResponse:
    """Say which night of a stay is the last."""
    seen = Occupancy.objects.visible_to(request.user)
    stay = get_object_or_404(seen.select_related("pupil", "bed__room__place"), pk=pk)
    require(rights.can_settle_in(request.user, stay.bed.room))
    form = EndStayForm(
        request.POST or None, instance=stay, initial={"ends_on": timezone.localdate()}
    )
    if not form.is_valid():
        return form_page(request, form, title=_("Ends the stay"), back=stay.get_absolute_url(),
                         under=str(stay))  # fmt: skip
    ends_on = form.cleaned_data["ends_on"]
    actions.end_stay(stay, ends_on=ends_on, by=request.user, at=timezone.now())
    messages.success(request, _("The stay ends."))
    return redirect(stay)
