"""The rules: versions, the draft, trying it out, putting it in use."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from campus.doors import PersonRequest, require
from campus.school_time.scope import semester_scope
from logistics.areas import mark_sources
from logistics.assessment import actions, forms, rights
from logistics.assessment.models import AssessmentScheme
from logistics.assessment.weeks import Week, labels_of, open_week, week_of


@require_safe
def schemes(request: PersonRequest) -> HttpResponse:
    """The versions of a semester, newest first."""
    scope = semester_scope(request)
    found = AssessmentScheme.objects.visible_to(request.user).filter(semester=scope["semester"])
    context = {
        **scope, "schemes": found.prefetch_related("lines").select_related("semester__school_year"),
        "labels": labels_of(mark_sources()), "may_keep": rights.can_keep_scheme(request.user),
    }  # fmt: skip
    return render(request, "assessment/schemes.html", context)


@require_POST
def new_draft(request: PersonRequest) -> HttpResponse:
    """Begin a draft for the semester, or go on with the one there is."""
    require(rights.can_keep_scheme(request.user))
    made = actions.draft(semester_scope(request)["semester"], by=request.user, at=timezone.now())
    return redirect("assessment:scheme_edit", made.pk)


def found(request: PersonRequest, pk: int) -> AssessmentScheme:
    seen = AssessmentScheme.objects.visible_to(request.user).select_related("semester__school_year")
    return get_object_or_404(seen.prefetch_related("lines"), pk=pk)


@require_safe
def scheme(request: PersonRequest, pk: int) -> HttpResponse:
    """One version; tried out on a week that the address names, beside what holds there."""
    read = found(request, pk)
    form = forms.DryRun(request.GET if "week" in request.GET else None)
    context = {
        "scheme": read, "form": form, "labels": labels_of(mark_sources()),
        "compared": compared(read, form) if form.is_valid() else None,
        "may_keep": rights.can_keep_scheme(request.user),
    }  # fmt: skip
    status = 422 if form.is_bound and not form.is_valid() else 200
    return render(request, "assessment/scheme.html", context, status=status)


def compared(scheme: AssessmentScheme, form: forms.DryRun) -> list[tuple]:
    """Each class's result by the version, and by what holds in that week."""
    monday = form.cleaned_data["week"]
    holds: Week = week_of(monday)
    before = {each.school_class.pk: each for each in holds.results}
    return [(each, before.get(each.school_class.pk)) for each in open_week(monday, scheme).results]


@require_http_methods(["GET", "POST"])
def edit(request: PersonRequest, pk: int) -> HttpResponse:
    """The draft's figures, and a line for each source."""
    require(rights.can_keep_scheme(request.user))
    read = found(request, pk)
    form = forms.SchemeForm(request.POST or None, instance=read)
    lines = forms.SchemeLines(request.POST or None, read)
    if not (form.is_valid() & lines.is_valid()):
        context = {"scheme": read, "form": form, "lines": lines}
        status = 422 if form.is_bound else 200
        return render(request, "assessment/scheme_edit.html", context, status=status)
    actions.keep_draft(form.instance, lines.counting, by=request.user, at=timezone.now())
    messages.success(request, _("The draft is kept. Try it out on a week before you use it."))
    return redirect("assessment:scheme", pk)


@require_POST
def use(request: PersonRequest, pk: int) -> HttpResponse:
    """Let the weeks from its Monday on be reckoned by it."""
    require(rights.can_keep_scheme(request.user))
    used = actions.put_in_use(found(request, pk), by=request.user, at=timezone.now())
    messages.success(request, _("%(scheme)s is in use.") % {"scheme": used})
    return redirect("assessment:schemes")
