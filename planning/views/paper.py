"""Papers that expire: found, read, written, renewed, set aside."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from campus.attachments.models import Attachment
from campus.doors import PersonRequest, came_from, require
from campus.lists.views import list_page, sent_back
from campus.records.history import history_path
from campus.shell.form_page import form_page
from campus.shell.numbers import number_typed
from planning import papers as watching
from planning import rights
from planning.actions import papers as actions
from planning.forms.paper import (
    NewPaperForm,
    NextPaperForm,
    PaperForm,
    SetAside,
    SetSelectedAside,
)
from planning.lists import PAPERS
from planning.models import Paper, PaperKind


@require_safe
def papers(request: PersonRequest) -> HttpResponse:
    """All papers that one may see, the nearest end first."""
    return list_page(
        request, PAPERS, "planning/papers.html",
        may_write=rights.can_keep_some_papers(request.user, PaperKind.objects.offered()),
        may_keep_kinds=rights.can_keep_kinds(request.user),
    )  # fmt: skip


def found(request: PersonRequest, pk: int) -> Paper:
    seen = Paper.objects.visible_to(request.user).select_related("kind", "by", "renewed_by")
    return get_object_or_404(seen, pk=pk)


@require_safe
def show(request: PersonRequest, pk: int) -> HttpResponse:
    """One paper: until when it is valid, what was before and after it, its files."""
    paper = found(request, pk)
    today = timezone.localdate()
    context = {
        "paper": paper,
        "state": paper.state(today),
        "tone": watching.TONES[paper.state(today)],
        "days_left": paper.days_left(today),
        "renews": Paper.objects.filter(renewed_by=paper).select_related("kind").first(),
        "attachments": Attachment.objects.of(paper),
        "may_keep": rights.can_keep_paper(request.user, paper),
        "history_path": history_path(request.user, paper),
    }
    return render(request, "planning/paper.html", context)


@require_http_methods(["GET", "POST"])
def create(request: PersonRequest) -> HttpResponse:
    """Write a paper: first its kind is chosen (`?kind=`), since that says who can hold it."""
    offered = list(PaperKind.objects.offered())
    require(rights.can_keep_some_papers(request.user, offered))
    if "kind" not in request.GET:
        kinds = [kind for kind in offered if rights.can_keep_kind(request.user, kind)]
        return render(request, "planning/paper_choose.html", {"kinds": kinds})
    kind = kind_numbered(request.GET["kind"])
    require(rights.can_keep_kind(request.user, kind))
    form = NewPaperForm(
        request.POST or None, request.FILES or None, person=request.user, kind=kind,
        initial={"holder": request.GET.get("holder", "")},
    )  # fmt: skip
    if not form.is_valid():
        return form_page(request, form, title=kind.name, back=reverse("planning:papers"))
    paper = actions.record(
        kind, form.cleaned_data["holder"], by=request.user, at=timezone.now(),
        **form.fields_typed,
    )  # fmt: skip
    messages.success(request, _("“%(paper)s” is in the list.") % {"paper": paper})
    return redirect(paper)


def kind_numbered(typed: str) -> PaperKind:
    """The kind of a number in an address; raises Http404."""
    kind = PaperKind.objects.offered().filter(pk=number_typed(typed) or 0).first()
    if kind is None:
        raise Http404
    return kind


@require_http_methods(["GET", "POST"])
def edit(request: PersonRequest, pk: int) -> HttpResponse:
    """Correct a paper."""
    paper = found(request, pk)
    require(rights.can_keep_paper(request.user, paper))
    form = PaperForm(
        request.POST or None, request.FILES or None, person=request.user, kind=paper.kind,
        instance=paper,
    )  # fmt: skip
    if not form.is_valid():
        return form_page(
            request, form, title=_("Correct it"), back=paper.get_absolute_url(), under=str(paper)
        )
    actions.change(paper, by=request.user, at=timezone.now(), **form.fields_typed)
    messages.success(request, _("“%(paper)s” is changed.") % {"paper": paper})
    return redirect(paper)


@require_http_methods(["GET", "POST"])
def renew(request: PersonRequest, pk: int) -> HttpResponse:
    """Write the next paper in place of this one."""
    paper = found(request, pk)
    require(rights.can_keep_paper(request.user, paper))
    form = NextPaperForm(
        request.POST or None, request.FILES or None, person=request.user, renewed=paper
    )
    if not form.is_valid():
        return form_page(
            request, form, title=_("The next paper"), back=paper.get_absolute_url(),
            under=str(paper),
        )  # fmt: skip
    following = actions.renew(paper, by=request.user, at=timezone.now(), **form.fields_typed)
    messages.success(request, _("“%(paper)s” is renewed.") % {"paper": paper})
    return redirect(following)


@require_http_methods(["GET", "POST"])
def set_aside(request: PersonRequest, pk: int) -> HttpResponse:
    """Let a paper count no more."""
    paper = found(request, pk)
    require(rights.can_keep_paper(request.user, paper))
    form = SetAside(request.POST or None)
    if not form.is_valid():
        return form_page(
            request, form, title=_("Set it aside"), back=paper.get_absolute_url(),
            under=str(paper),
        )  # fmt: skip
    actions.set_aside(paper, why=form.cleaned_data["why"], by=request.user, at=timezone.now())
    messages.success(request, _("“%(paper)s” is set aside.") % {"paper": paper})
    return redirect(paper)


@require_POST
def set_selected_aside(request: PersonRequest) -> HttpResponse:
    """Let the selected papers count no more, all for one reason or none."""
    require(rights.can_read_papers(request.user))
    form = SetSelectedAside(
        request.POST, page=PAPERS, person=request.user, query=request.GET.copy()
    )
    if not form.is_valid():
        return sent_back(request, form)
    rows = form.cleaned_data["rows"]
    for paper in rows:
        require(rights.can_keep_paper(request.user, paper))
    actions.set_all_aside(rows, why=form.cleaned_data["why"], by=request.user, at=timezone.now())
    words = ngettext("%(count)d set aside.", "%(count)d set aside.", len(rows))
    messages.success(request, words % {"count": len(rows)})
    return redirect(came_from(request))
