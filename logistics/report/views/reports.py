"""Reports as a whole: which there are, making one, reading it, taking it away."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from campus.doors import PersonRequest, require
from campus.models import Semester
from campus.records.history import history_path
from campus.shell.form_page import form_page
from logistics.report import actions, forms, rights, work
from logistics.report.models import SemesterReport
from logistics.report.outline import chapters_of, dated


@require_safe
def reports(request: PersonRequest) -> HttpResponse:
    """The reports of all semesters, and what can be made."""
    require(rights.can_read(request.user))
    seen = SemesterReport.objects.visible_to(request.user).select_related("semester__school_year")
    context = {
        "reports": seen, "may_write": rights.can_write(request.user),
        "may_note": rights.can_note(request.user),
        "can_be_made": semesters_without().exists(),
    }  # fmt: skip
    return render(request, "report/reports.html", context)


def semesters_without() -> Any:
    """Semesters that have begun and have no report yet, the latest first."""
    begun = Semester.objects.filter(first_day__lte=timezone.localdate(), report=None)
    return begun.select_related("school_year")


@require_http_methods(["GET", "POST"])
def make(request: PersonRequest) -> HttpResponse:
    """Write a semester's report from the figures."""
    require(rights.can_write(request.user))
    semesters = semesters_without()
    form = forms.MakeReport(request.POST or None, semesters=semesters)
    if not form.is_valid():
        return form_page(
            request, form, title=_("Make a report"), back=reverse("report:reports"),
            button=_("Write it from the figures"),
            words=_("Every part is written from what the areas have counted. Then it is yours to "
                    "edit; figures can be asked anew at any time, and nothing you wrote is lost."),
        )  # fmt: skip
    made = actions.make(by=request.user, at=timezone.now(), **form.cleaned_data)
    messages.success(request, _("The report is written. Read it, and put it right."))
    return redirect(made)


def found(request: PersonRequest, pk: int) -> SemesterReport:
    seen = SemesterReport.objects.visible_to(request.user)
    return get_object_or_404(seen.select_related("semester__school_year", "made_by"), pk=pk)


@require_safe
def report(request: PersonRequest, pk: int) -> HttpResponse:
    """The whole report as it stands, each section with what can be done to it."""
    read = found(request, pk)
    chapters = chapters_of(read)
    context = {
        "report": read, "chapters": chapters, "dated": dated(read),
        "may_write": rights.can_write(request.user),
        "may_note": rights.can_note(request.user),
        "offers": [each for each in chapters if each.section.is_offered],
        "history_path": history_path(request.user, read),
    }  # fmt: skip
    return render(request, "report/report.html", context)


@require_safe
def sheet(request: PersonRequest, pk: int) -> HttpResponse:
    """The report on A4, printed by the browser."""
    read = found(request, pk)
    chapters = [each for each in chapters_of(read) if not each.says_nothing]
    return render(
        request, "report/sheet.html", {"report": read, "chapters": chapters, "dated": dated(read)}
    )


@require_http_methods(["GET", "POST"])
def head(request: PersonRequest, pk: int) -> HttpResponse:
    """The report's title, signature and day."""
    require(rights.can_write(request.user))
    read = found(request, pk)
    form = forms.HeadForm(request.POST or None, instance=read)
    if not form.is_valid():
        return form_page(
            request, form, title=_("Title, signature, date"), back=read.get_absolute_url()
        )
    typed = form.cleaned_data
    actions.head_with(
        read, title=typed["title"], signed_by=typed["signed_by"], dated_on=typed["dated_on"],
        by=request.user, at=timezone.now(),
    )  # fmt: skip
    messages.success(request, _("The report's title, signature and date are saved."))
    return redirect(read)


@require_POST
def renew(request: PersonRequest, pk: int) -> HttpResponse:
    """Ask the figures anew."""
    require(rights.can_write(request.user))
    read = found(request, pk)
    renewed = actions.renew(read, by=request.user, at=timezone.now())
    messages.success(request, told(renewed))
    return redirect(read)


def told(renewed: actions.Renewed) -> str:
    """What came of it, in words."""
    if not renewed.written and not renewed.offered:
        return _("The figures are as they were.")
    facts = {"written": renewed.written, "offered": renewed.offered}
    return _(
        "Sections written anew: %(written)s. Edited sections for which a newer text is offered: "
        "%(offered)s."
    ) % facts  # fmt: skip


@require_POST
def document(request: PersonRequest, pk: int) -> HttpResponse:
    """Let a worker write the Word document."""
    require(rights.can_write(request.user))
    return redirect(work.ask_for_document(found(request, pk), by=request.user, at=timezone.now()))


@require_POST
def registers(request: PersonRequest, pk: int) -> HttpResponse:
    """Let a worker write the registers."""
    require(rights.can_write(request.user))
    return redirect(work.ask_for_registers(found(request, pk), by=request.user, at=timezone.now()))
