"""Asking for trips, and who approves them; a request's page and moves are those of any case."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from campus.attachments.forms import keep_sent
from campus.doors import PersonRequest, require
from campus.lists.views import list_page
from campus.shell.form_page import form_page
from vehicles import rights
from vehicles.actions import requests as actions
from vehicles.forms.requests import AskForTrip, RuleForm
from vehicles.kinds.trip_request import TRIP_REQUEST
from vehicles.lists import REQUESTS
from vehicles.models import ApprovalRule, Vehicle


@require_safe
def requests(request: PersonRequest) -> HttpResponse:
    """All requests that one may see."""
    require(rights.can_ask_for_trips(request.user))
    return list_page(
        request, REQUESTS, "vehicles/requests.html",
        may_rule=rights.can_rule_approvals(request.user),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def new(request: PersonRequest) -> HttpResponse:
    """Ask for a trip; the board brings the moment of departure along (`?start=`)."""
    require(rights.can_ask_for_trips(request.user))
    form = AskForTrip(
        request.POST or None, request.FILES or None, person=request.user,
        initial={"starts_at": request.GET.get("start", "")[:16]},
    )  # fmt: skip
    if not form.is_valid():
        keep_sent(form, by=request.user, at=timezone.now())
        largest = Vehicle.objects.in_use().order_by("-seats").first()
        status = 422 if form.is_bound else 200
        context: dict[str, Any] = {"form": form, "largest": largest}
        return render(request, "vehicles/request_new.html", context, status=status)
    made = actions.ask(by=request.user, at=timezone.now(), **form.cleaned_data)
    told = _("%(number)s is asked for; it waits for: %(role)s.")
    role = made.get_waits_for_display()
    messages.success(request, told % {"number": made.number, "role": role})
    return redirect(TRIP_REQUEST.path(made))


@require_safe
def rules(request: PersonRequest) -> HttpResponse:
    """Which trips want whose approval."""
    require(rights.can_rule_approvals(request.user))
    return render(request, "vehicles/rules.html", {"rules": ApprovalRule.objects.all()})


@require_http_methods(["GET", "POST"])
def rule(request: PersonRequest, pk: int) -> HttpResponse:
    """Change one rule."""
    require(rights.can_rule_approvals(request.user))
    changed = get_object_or_404(ApprovalRule, pk=pk)
    form = RuleForm(request.POST or None, instance=changed)
    if not form.is_valid():
        return form_page(
            request, form, title=changed.get_why_display(), back=reverse("vehicles:rules"),
            under=_("Who approves trips"),
        )  # fmt: skip
    actions.change_rule(changed, by=request.user, at=timezone.now(), **form.cleaned_data)
    messages.success(request, _("Trips that are asked for from now on follow this rule."))
    return redirect("vehicles:rules")
