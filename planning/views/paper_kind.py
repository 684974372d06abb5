"""The kinds of papers, as the school keeps them."""

from typing import Any

from django.contrib import messages
from django.db.models import Count, Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from campus.doors import PersonRequest, require
from campus.shell.form_page import form_page
from planning import rights
from planning.actions import papers as actions
from planning.forms.paper import KindForm
from planning.models import PaperKind, ReminderRule
from planning.papers import STEPS, USUAL
from planning.views.reminder import steps_in_words


@require_safe
def kinds(request: PersonRequest) -> HttpResponse:
    """Every kind with its months, whose work it is, and when it is reminded of."""
    require(rights.can_keep_kinds(request.user))
    own = {rule.subject: rule for rule in ReminderRule.objects.filter(subject__startswith="paper.")}
    counted = PaperKind.objects.annotate(
        count=Count("papers", filter=Q(papers__renewed_by=None, papers__set_aside_on=None))
    )
    rows: list[dict[str, Any]] = [
        {"kind": kind, "steps": steps_in_words(
            own.get(kind.subject) or ReminderRule(**STEPS), in_calendar_days=True
        )}
        for kind in counted.select_related("holder_type")
    ]  # fmt: skip
    known = {row["kind"].code for row in rows}
    context = {"rows": rows, "lacks_usual": any(usual.code not in known for usual in USUAL)}
    return render(request, "planning/paper_kinds.html", context)


@require_http_methods(["GET", "POST"])
def create(request: PersonRequest) -> HttpResponse:
    """Add a kind of the school's own."""
    require(rights.can_keep_kinds(request.user))
    return kind_page(request, PaperKind(), title=_("New kind of paper"))


@require_http_methods(["GET", "POST"])
def edit(request: PersonRequest, pk: int) -> HttpResponse:
    """Change a kind."""
    require(rights.can_keep_kinds(request.user))
    kind = get_object_or_404(PaperKind, pk=pk)
    return kind_page(request, kind, title=kind.name)


def kind_page(request: PersonRequest, kind: PaperKind, *, title: str) -> HttpResponse:
    form = KindForm(request.POST or None, instance=kind)
    if not form.is_valid():
        return form_page(request, form, title=title, back=reverse("planning:paper_kinds"))
    written = actions.write_kind(kind, by=request.user, at=timezone.now(), **form.cleaned_data)
    messages.success(request, _("“%(kind)s” is saved.") % {"kind": written})
    return redirect("planning:paper_kinds")


@require_POST
def usual(request: PersonRequest) -> HttpResponse:
    """Add the kinds that most schools have."""
    require(rights.can_keep_kinds(request.user))
    laid = actions.lay_usual_kinds(by=request.user, at=timezone.now())
    words = ngettext("%(count)d kind is added.", "%(count)d kinds are added.", len(laid))
    messages.success(request, words % {"count": len(laid)})
    return redirect("planning:paper_kinds")
