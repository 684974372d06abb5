"""Recording an incident; its page and its moves are those of any case."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from campus.attachments.forms import keep_sent
from campus.doors import PersonRequest, require
from campus.lists.views import list_page
from safety import rights
from safety.actions import incidents as actions
from safety.forms.incidents import Record
from safety.kinds.incident import INCIDENT
from safety.lists import INCIDENTS

# What a page of another area may say of an incident in the address of its form, in characters.
TOLD = {"place": 80, "title": 110, "description": 600, "domain": 12}


@require_safe
def incidents(request: PersonRequest) -> HttpResponse:
    """The incidents that one may see."""
    return list_page(request, INCIDENTS, "safety/incidents.html")


@require_http_methods(["GET", "POST"])
def new(request: PersonRequest) -> HttpResponse:
    """Record one."""
    require(rights.can_record_incidents(request.user))
    form = Record(
        request.POST or None, request.FILES or None, person=request.user,
        initial={name: request.GET[name][:most] for name, most in TOLD.items()
                 if name in request.GET},
    )  # fmt: skip
    if not form.is_valid():
        keep_sent(form, by=request.user, at=timezone.now())
        context, status = {"form": form, "kind": INCIDENT}, 422 if form.is_bound else 200
        return render(request, "safety/incident_new.html", context, status=status)
    incident = actions.record(by=request.user, at=timezone.now(), **form.cleaned_data)
    messages.success(request, _("%(number)s is recorded.") % {"number": incident.number})
    return redirect(INCIDENT.path(incident))
