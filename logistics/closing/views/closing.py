"""Which semesters are closed, what is open in one, and the close itself."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from campus.closing import actions, rights
from campus.closing.registry import Closable, closables
from campus.doors import PersonRequest, require
from campus.models import Semester
from campus.shell.form_page import form_page
from logistics.closing.forms import OpenAgain, ReasonForAll, Reasons
from logistics.closing.models import SemesterArchive
from logistics.closing.standing import MOST, open_things, semester_lines, standing


@require_safe
def semesters(request: PersonRequest) -> HttpResponse:
    """All semesters, and which of them are closed."""
    require(rights.can_read(request.user))
    context = {"lines": semester_lines(), "today": timezone.localdate()}
    return render(request, "closing/semesters.html", context)


def found(pk: int) -> Semester:
    """The semester; everybody knows which there are."""
    return get_object_or_404(Semester.objects.select_related("school_year"), pk=pk)


def sort_named(key: str) -> Closable:
    """The sort of an address; else 404."""
    for closable in closables():
        if closable.key == key:
            return closable
    raise Http404


@require_safe
def semester(request: PersonRequest, pk: int) -> HttpResponse:
    """What is open in a semester, sort by sort; its close."""
    require(rights.can_read(request.user))
    semester, today = found(pk), timezone.localdate()
    close = actions.close_of(semester)
    sorts = [] if close else standing(semester)
    context = {
        "semester": semester, "close": close, "sorts": sorts,
        "lacking": sum(each.lacking for each in sorts),
        "carried": actions.carried_counts(semester) if close else [],
        "is_over": today > semester.last_day, "may_close": rights.can_close(request.user),
        "archive": SemesterArchive.objects.filter(close=close).first() if close else None,
        "past": semester.closes.select_related("closed_by", "reopened_by").exclude(
            reopened_at=None
        ),
    }  # fmt: skip
    return render(request, "closing/semester.html", context)


@require_http_methods(["GET", "POST"])
def things(request: PersonRequest, pk: int, key: str) -> HttpResponse:
    """What of one sort is open, each with why it is carried over; one reason for the rest."""
    require(rights.can_close(request.user))
    semester, closable = found(pk), sort_named(key)
    listed = open_things(semester, closable)
    form = Reasons(request.POST or None, things=listed)
    if request.method == "POST" and form.is_valid():
        by_reason: dict[str, list[int]] = {}
        for thing, reason in form.changed_reasons.items():
            by_reason.setdefault(reason, []).append(thing)
        actions.carry_over_each(semester, closable, by_reason, by=request.user, at=timezone.now())
        messages.success(request, _("The reasons are kept."))
        return redirect("closing:semester", pk)
    context = {
        "semester": semester, "closable": closable, "form": form, "for_all": ReasonForAll(),
        "most": MOST, "is_cut": len(listed) == MOST,
    }  # fmt: skip
    status = 422 if form.is_bound else 200
    return render(request, "closing/things.html", context, status=status)


@require_http_methods(["GET", "POST"])
def carry_all(request: PersonRequest, pk: int, key: str) -> HttpResponse:
    """One reason for all of a sort that nobody has given one for."""
    require(rights.can_close(request.user))
    semester, closable = found(pk), sort_named(key)
    form = ReasonForAll(request.POST or None)
    if not form.is_valid():
        return form_page(
            request, form, title=_("One reason for all"), under=f"{semester} · {closable.label}",
            back=reverse("closing:semester", args=[pk]),
        )  # fmt: skip
    count = actions.carry_over(
        semester, closable, None, reason=form.cleaned_data["reason"], by=request.user,
        at=timezone.now(),
    )  # fmt: skip
    words = _("%(sort)s: %(count)s are carried over.")
    messages.success(request, words % {"sort": closable.label, "count": count})
    return redirect("closing:semester", pk)


@require_POST
def close(request: PersonRequest, pk: int) -> HttpResponse:
    """Close the semester."""
    require(rights.can_close(request.user))
    semester = found(pk)
    actions.close(semester, by=request.user, at=timezone.now())
    words = _("%(semester)s is closed. What was not carried over stays as it is.")
    messages.success(request, words % {"semester": semester})
    return redirect("closing:semester", pk)


@require_http_methods(["GET", "POST"])
def reopen(request: PersonRequest, pk: int) -> HttpResponse:
    """Open a closed semester again, for a reason."""
    require(rights.can_close(request.user))
    semester = found(pk)
    form = OpenAgain(request.POST or None)
    if not form.is_valid():
        return form_page(
            request, form, title=_("Open the semester again"), under=str(semester),
            back=reverse("closing:semester", args=[pk]),
            button=pgettext("a semester", "Open it again"),
        )  # fmt: skip
    actions.reopen(semester, why=form.cleaned_data["why"], by=request.user, at=timezone.now())
    messages.success(request, _("%(semester)s is open again.") % {"semester": semester})
    return redirect("closing:semester", pk)
