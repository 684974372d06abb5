"""Commenting on any record, and reading its row history."""

from typing import Any

from django.contrib import messages
from django.db.models import Model
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_POST, require_safe

from campus.attachments.forms import keep_sent
from campus.doors import PersonRequest, require
from campus.models import Person
from campus.records import actions, forms, rights
from campus.records.history import history_of
from campus.records.registry import COMMENTABLE, HISTORIES, Commentable
from campus.records.timeline import anchor_of


def found(request: PersonRequest, kind: str, pk: int) -> tuple[Commentable, Model]:
    """A record that can be talked about, for whoever sees it; 404 for all others."""
    commentable = COMMENTABLE.get(kind)
    if commentable is None:
        raise Http404
    return commentable, seen_by(request.user, commentable.model, pk)


def seen_by(person: Person, model: type[Model], pk: int) -> Model:
    """The record, for whoever sees it; raises Http404 for all others."""
    records: Any = model._default_manager
    found: Model = get_object_or_404(records.visible_to(person), pk=pk)
    return found


@require_POST
def comment(request: PersonRequest, kind: str, pk: int) -> HttpResponse:
    """Add a comment; one with a slip is shown again on a page of its own."""
    commentable, thing = found(request, kind, pk)
    require(commentable.may_comment(request.user, thing))
    form = forms.WriteComment(request.POST, request.FILES, thing=thing, person=request.user)
    path = commentable.path(thing)
    if not form.is_valid():
        keep_sent(form, by=request.user, at=timezone.now())
        context = {"form": form, "thing": thing, "back": path}
        return render(request, "records/comment.html", context, status=422)
    entry = actions.comment(thing, by=request.user, at=timezone.now(), **form.cleaned_data)
    messages.success(request, told_whom(form))
    return redirect(f"{path}#{anchor_of(entry)}")


def told_whom(form: forms.WriteComment) -> str:
    """What has been done, in words."""
    people = [person for person in form.cleaned_data["mentioned"] if person != form.person]
    if not people:
        return _("Your comment stands in the timeline.")
    names = pgettext("between names", ", ").join(person.name for person in people)
    return _("Your comment stands in the timeline; told: %(names)s.") % {"names": names}


@require_safe
def history(request: PersonRequest, kind: str, pk: int) -> HttpResponse:
    """The row history of a record: as a page of its own, or as what unfolds on the record's."""
    if kind not in HISTORIES:
        raise Http404
    historical = HISTORIES[kind]
    thing = seen_by(request.user, historical.model, pk)
    require(rights.may_read_history(request.user, thing))
    template = "records/steps.html" if request.htmx else "records/history_page.html"
    context = {"steps": history_of(thing), "thing": thing, "back": historical.path(thing)}
    return render(request, template, context)
