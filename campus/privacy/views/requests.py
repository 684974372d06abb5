"""Requests about data: one's own, and those of guardians that somebody writes down."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from campus.doors import PersonRequest, require
from campus.lists.views import list_page
from campus.models import DataRequest, Person
from campus.people.views.person import seen
from campus.privacy import forms, rights
from campus.privacy.actions import requesting
from campus.privacy.lists import REQUESTS
from campus.records.timeline import timeline_of


@require_safe
def requests(request: PersonRequest) -> HttpResponse:
    """The requests that one may see."""
    return list_page(request, REQUESTS)


@require_http_methods(["GET", "POST"])
def ask(request: PersonRequest) -> HttpResponse:
    """Ask about one's own data."""
    return asked(request, request.user)


@require_http_methods(["GET", "POST"])
def ask_for(request: PersonRequest, pk: int) -> HttpResponse:
    """Write down what a pupil's guardian asks."""
    subject = seen(request, pk)
    require(rights.can_ask_for(request.user, subject))
    return asked(request, subject)


def asked(request: PersonRequest, subject: Person) -> HttpResponse:
    form = forms.AskAboutData(request.POST or None, subject=subject)
    if not form.is_valid():
        status = 422 if form.is_bound else 200
        context = {"form": form, "subject": subject, "is_own": subject == request.user}
        return render(request, "privacy/ask.html", context, status=status)
    raised = requesting.ask(
        subject, **form.cleaned_data, by_guardian=subject != request.user, by=request.user,
        at=timezone.now(),
    )  # fmt: skip
    told = _("%(number)s is raised; it is answered in writing.")
    messages.success(request, told % {"number": raised.number})
    return redirect("privacy:case", raised.pk)


@require_safe
def letter(request: PersonRequest, pk: int) -> HttpResponse:
    """The answer on paper: what was asked, what was done or why not."""
    related = DataRequest.objects.visible_to(request.user).select_related("subject", "assignee")
    found = get_object_or_404(related, pk=pk)
    past = timeline_of(found)
    answers = [each for day in past for each in day.happenings if each.words and each.status]
    context = {"case": found, "answers": answers, "today": timezone.localdate()}
    return render(request, "privacy/letter.html", context)
