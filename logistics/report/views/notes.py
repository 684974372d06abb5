"""Notes for the report: listed, written, read, corrected, taken back."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from campus.doors import PersonRequest, Refused, require
from campus.lists.views import list_page
from campus.models import Attachment, Semester
from campus.records.history import history_path
from campus.shell.form_page import form_page
from logistics.report import actions, forms, rights
from logistics.report.lists import NOTES
from logistics.report.models import ReportNote
from logistics.report.parts import part_label


@require_safe
def notes(request: PersonRequest) -> HttpResponse:
    """The notes of all semesters."""
    return list_page(request, NOTES, "report/notes.html", may_note=rights.can_note(request.user))


def current_semester() -> Semester:
    """The one that a note of today goes into. Raises Refused where none is laid."""
    semester = Semester.objects.select_related("school_year").current(timezone.localdate())
    if semester is None:
        raise Refused(_("No semester is laid yet."))
    return semester


@require_http_methods(["GET", "POST"])
def write(request: PersonRequest) -> HttpResponse:
    """Note something; the address may name the part (`?about=safety`)."""
    require(rights.can_note(request.user))
    semester = current_semester()
    form = forms.NoteForm(
        request.POST or None, request.FILES or None, person=request.user,
        initial={"key": request.GET.get("about", "")},
    )  # fmt: skip
    if not form.is_valid():
        return form_page(
            request, form, title=_("Note something for the report"), back=reverse("report:notes"),
            under=str(semester),
        )  # fmt: skip
    note = actions.write_note(semester, by=request.user, at=timezone.now(), **form.cleaned_data)
    messages.success(request, _("The note is kept; it goes into the report with the figures."))
    return redirect(note)


def found(request: PersonRequest, pk: int) -> ReportNote:
    seen = ReportNote.objects.visible_to(request.user)
    return get_object_or_404(seen.select_related("by", "semester__school_year"), pk=pk)


@require_safe
def note(request: PersonRequest, pk: int) -> HttpResponse:
    """One note with its photos."""
    read = found(request, pk)
    context = {
        "note": read, "label": part_label(read.key),
        "may_take_back": rights.can_take_back(request.user, read),
        "attachments": Attachment.objects.of(read),
        "history_path": history_path(request.user, read),
    }  # fmt: skip
    return render(request, "report/note.html", context)


@require_http_methods(["GET", "POST"])
def edit(request: PersonRequest, pk: int) -> HttpResponse:
    """Correct a note, or hang further photos on it."""
    read = found(request, pk)
    require(rights.can_take_back(request.user, read))
    form = forms.NoteForm(
        request.POST or None, request.FILES or None, instance=read, person=request.user
    )
    if not form.is_valid():
        return form_page(
            request, form, title=_("Correct the note"), back=read.get_absolute_url(),
            under=str(read.semester),
        )  # fmt: skip
    actions.correct_note(read, by=request.user, at=timezone.now(), **form.cleaned_data)
    messages.success(request, _("The note is saved."))
    return redirect(read)


@require_POST
def take_back(request: PersonRequest, pk: int) -> HttpResponse:
    """Let the note go into no report any more."""
    read = found(request, pk)
    require(rights.can_take_back(request.user, read))
    actions.take_back(read, by=request.user, at=timezone.now())
    messages.success(request, _("The note is taken back."))
    return redirect("report:notes")
