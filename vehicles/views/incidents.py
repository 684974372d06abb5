"""Accidents and violations: written down, followed, closed."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from campus.attachments.models import Attachment
from campus.doors import PersonRequest, require
from campus.lists.views import list_page
from campus.records.past import past_of, talk_of
from campus.shell.form_page import form_page
from vehicles import rights
from vehicles.actions import incidents as actions
from vehicles.forms.incidents import CloseIncident, FollowIncident, WriteDown
from vehicles.lists import INCIDENTS
from vehicles.models import VehicleIncident
from vehicles.views.typed import numbers_in


@require_safe
def incidents(request: PersonRequest) -> HttpResponse:
    """What has happened, as far as one may see it."""
    return list_page(request, INCIDENTS, "vehicles/incidents.html")


@require_http_methods(["GET", "POST"])
def new(request: PersonRequest) -> HttpResponse:
    """Write one down; the page of a vehicle brings its number along (`?vehicle=`)."""
    require(rights.can_write_incidents(request.user))
    form = WriteDown(
        request.POST or None, request.FILES or None, person=request.user,
        initial=numbers_in(request, "vehicle"),
    )  # fmt: skip
    if not form.is_valid():
        return form_page(
            request, form, title=_("Write down an accident or a violation"),
            back=reverse("vehicles:incidents"),
            words=_("Only the driver concerned, the fleet manager and the head read it."),
        )  # fmt: skip
    incident = actions.write_down(by=request.user, at=timezone.now(), **form.cleaned_data)
    messages.success(request, _("It is written down; the fleet manager is told."))
    return redirect(incident)


def found(request: PersonRequest, pk: int) -> VehicleIncident:
    """The incident, if the person may see it; else 404."""
    return get_object_or_404(VehicleIncident.objects.visible_to(request.user).told(), pk=pk)


@require_safe
def show(request: PersonRequest, pk: int) -> HttpResponse:
    """What has happened, how it stands, what is said of it."""
    incident, now = found(request, pk), timezone.now()
    context = {
        "incident": incident, "may_follow": rights.can_follow_incident(request.user, incident),
        "attachments": Attachment.objects.of(incident), **past_of(incident, request.user, now),
        **talk_of(incident, request.user),
    }  # fmt: skip
    return render(request, "vehicles/incident.html", context)


@require_http_methods(["GET", "POST"])
def edit(request: PersonRequest, pk: int) -> HttpResponse:
    """Write what became of it."""
    incident = found(request, pk)
    require(rights.can_follow_incident(request.user, incident))
    form = FollowIncident(
        request.POST or None, request.FILES or None, instance=incident, person=request.user
    )
    if not form.is_valid():
        return form_page(
            request, form, title=_("What became of it"), under=str(incident),
            back=incident.get_absolute_url(),
        )  # fmt: skip
    actions.change(incident, by=request.user, at=timezone.now(), **form.typed)
    messages.success(request, _("It is changed."))
    return redirect(incident)


@require_http_methods(["GET", "POST"])
def close(request: PersonRequest, pk: int) -> HttpResponse:
    """All is settled."""
    incident = found(request, pk)
    require(rights.can_follow_incident(request.user, incident))
    form = CloseIncident(request.POST or None)
    if not form.is_valid():
        return form_page(
            request, form, title=_("Close it"), under=str(incident),
            back=incident.get_absolute_url(),
        )  # fmt: skip
    actions.close(incident, by=request.user, at=timezone.now(), **form.cleaned_data)
    messages.success(request, _("It is closed."))
    return redirect(incident)


@require_POST
def again(request: PersonRequest, pk: int) -> HttpResponse:
    """Something is to be said yet."""
    incident = found(request, pk)
    require(rights.can_follow_incident(request.user, incident))
    actions.take_up_again(incident, by=request.user, at=timezone.now())
    messages.success(request, _("It is taken up again."))
    return redirect(incident)
