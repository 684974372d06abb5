"""The list of actions, and raising one by hand; its page and its moves are those of any case."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from campus.attachments.forms import keep_sent
from campus.cases.views import given
from campus.doors import PersonRequest, came_from, require
from campus.lists.forms import Selection
from campus.lists.views import list_page, sent_back
from campus.shell.numbers import number_typed
from planning import rights
from planning.actions import action_items as actions
from planning.forms.action_item import NewAction
from planning.kinds import ACTION
from planning.lists import ACTIONS
from planning.models import Meeting


@require_safe
def listed(request: PersonRequest) -> HttpResponse:
    """The actions that one may see."""
    may_raise = rights.can_raise_actions(request.user)
    return list_page(request, ACTIONS, "planning/actions.html", may_raise=may_raise)


@require_http_methods(["GET", "POST"])
def new(request: PersonRequest) -> HttpResponse:
    """Give somebody something to do; from a meeting's page for that meeting (`?meeting=7`)."""
    meeting = meeting_of(request)
    require(rights.can_raise_actions(request.user, meeting))
    form = NewAction(request.POST or None, request.FILES or None, person=request.user)
    if not form.is_valid():
        keep_sent(form, by=request.user, at=timezone.now())
        context = {"form": form, "meeting": meeting}
        status = 422 if form.is_bound else 200
        return render(request, "planning/action_new.html", context, status=status)
    action = actions.raise_action(
        meeting=meeting, by=request.user, at=timezone.now(), **form.cleaned_data
    )
    messages.success(
        request,
        _("%(number)s is given to %(person)s.")
        % {"number": action.number, "person": action.assignee},
    )
    return redirect(ACTION.path(action))


def meeting_of(request: PersonRequest) -> Meeting | None:
    """The meeting that the address names; 404 where the person may not see it."""
    typed = request.GET.get("meeting", "")
    if not typed:
        return None
    return get_object_or_404(Meeting.objects.visible_to(request.user), pk=number_typed(typed))


@require_POST
def give(request: PersonRequest) -> HttpResponse:
    """Make one person responsible for the selected actions."""
    require(rights.can_direct_actions(request.user))
    return given(request, ACTIONS, actions.give_all)


@require_POST
def accept(request: PersonRequest) -> HttpResponse:
    """Accept the selected ones that are done."""
    require(rights.can_direct_actions(request.user))
    form = Selection(request.POST, page=ACTIONS, person=request.user, query=request.GET.copy())
    if not form.is_valid():
        return sent_back(request, form)
    accepted = actions.accept_all(form.cleaned_data["rows"], by=request.user, at=timezone.now())
    words = ngettext("%(count)d accepted.", "%(count)d accepted.", len(accepted))
    messages.success(request, words % {"count": len(accepted)})
    return redirect(came_from(request))
