"""The lines of a draft one by one, and as a sheet."""

from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from campus.doors import PersonRequest, require
from campus.sheets.writer import sheet_answer
from inspections import exports, rights
from inspections.actions import checklists, lines
from inspections.forms.checklist import BringIn, LineForm
from inspections.models import Checklist, ChecklistItem
from inspections.views.checklist import draft_in, found, kept_by


def path_at(checklist: Checklist, key: object) -> str:
    """The draft, at the line."""
    return f"{reverse('inspections:draft', args=[checklist.pk])}#line-{key}"


@require_http_methods(["GET", "POST"])
def new(request: PersonRequest, pk: int) -> HttpResponse:
    """Add a line; the next one is offered at once."""
    checklist = kept_by(request, pk)
    group = request.GET.get("group", "")[:60]
    line = ChecklistItem(group=group, kind=ChecklistItem.Kind.PASS_FAIL)
    return line_page(request, checklist, line, title=_("New line"))


@require_http_methods(["GET", "POST"])
def edit(request: PersonRequest, pk: int, key: UUID) -> HttpResponse:
    """Change a line."""
    checklist = kept_by(request, pk)
    line = get_object_or_404(draft_in(checklist).items, key=key)
    return line_page(request, checklist, line, title=line.title)


def line_page(
    request: PersonRequest, checklist: Checklist, line: ChecklistItem, *, title: str
) -> HttpResponse:
    draft = draft_in(checklist)
    named = draft.items.exclude(group="").order_by("position").values_list("group", flat=True)
    groups = list(dict.fromkeys(named))
    line.version = draft
    form = LineForm(request.POST or None, instance=line, groups=groups)
    if not form.is_valid():
        context = {"form": form, "title": title, "checklist": checklist, "groups": groups,
                   "is_new": line.pk is None}  # fmt: skip
        status = 422 if form.is_bound else 200
        return render(request, "inspections/line.html", context, status=status)
    written = lines.write_line(checklist, form.instance, by=request.user, at=timezone.now())
    messages.success(request, _("“%(line)s” is saved.") % {"line": written})
    if "another" in request.POST:
        query = urlencode({"group": written.group})
        return redirect(f"{reverse('inspections:draft_line_new', args=[checklist.pk])}?{query}")
    return redirect(path_at(checklist, written.key))


@require_POST
def move(request: PersonRequest, pk: int, key: UUID, way: str) -> HttpResponse:
    """Move a line up or down by one."""
    checklist = kept_by(request, pk)
    lines.move_line(checklist, key=str(key), up=way == "up", by=request.user, at=timezone.now())
    return redirect(path_at(checklist, key))


@require_POST
def copy(request: PersonRequest, pk: int, key: UUID) -> HttpResponse:
    """The same line once more."""
    checklist = kept_by(request, pk)
    made = lines.copy_line(checklist, key=str(key), by=request.user, at=timezone.now())
    return redirect(path_at(checklist, made.key))


@require_POST
def remove(request: PersonRequest, pk: int, key: UUID) -> HttpResponse:
    """Take a line out."""
    checklist = kept_by(request, pk)
    gone = lines.take_line_out(checklist, key=str(key), by=request.user, at=timezone.now())
    messages.success(request, _("“%(line)s” is taken out.") % {"line": gone})
    return redirect("inspections:draft", pk)


# Sheets


@require_safe
def template(request: PersonRequest) -> HttpResponse:
    """The empty sheet to fill in."""
    require(rights.can_read_findings(request.user))
    return sheet_answer(exports.template_rows(), _("Lines of a checklist"), widths=exports.WIDTHS)


@require_safe
def export(request: PersonRequest, pk: int) -> HttpResponse:
    """The lines in use as a sheet."""
    checklist = found(request, pk)
    kept = checklist.current.items.order_by("position") if checklist.current else []
    return sheet_answer(exports.line_rows(kept), checklist.name, widths=exports.WIDTHS)


@require_http_methods(["GET", "POST"])
def bring_in(request: PersonRequest, pk: int) -> HttpResponse:
    """Lines from a sheet into the draft, where they are looked at before they are put into use;
    with a fault in any line none is taken."""
    checklist = kept_by(request, pk)
    form = BringIn(request.POST or None, request.FILES or None)
    context = {"form": form, "checklist": checklist}
    if not form.is_valid():
        status = 422 if form.is_bound else 200
        return render(request, "inspections/bring_in.html", context, status=status)
    read = exports.read_lines(form.data_read, form.cleaned_data["file"].name)
    if not read.is_good:
        return render(request, "inspections/bring_in.html", context | {"read": read}, status=422)
    now = timezone.now()
    checklists.begin_draft(checklist, by=request.user, at=now)
    count = lines.bring_in_lines(
        checklist, read.things, replace=form.cleaned_data["replace"], by=request.user, at=now
    )
    words = ngettext(
        "%(count)d line is in the draft. Look through it, then put it into use.",
        "%(count)d lines are in the draft. Look through them, then put them into use.", count,
    )  # fmt: skip
    messages.success(request, words % {"count": count})
    return redirect("inspections:draft", pk)
