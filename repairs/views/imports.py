"""Tables that come in: upload, what they would do, bringing them in or throwing them away."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext, gettext_lazy, gettext_noop
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from campus.doors import PersonRequest, require
from campus.jobs.progress import how_far
from campus.sheets.writer import workbook_answer
from repairs import exports, rights
from repairs.actions import asset_import, issue_import, property_import
from repairs.actions import imports as actions
from repairs.forms.imports import UploadIssue, UploadTable
from repairs.models import SheetImport

Kind = SheetImport.Kind
LATEST, FAULTS_A_PAGE = 10, 50


@dataclass(frozen=True, kw_only=True)
class Intake:
    """The pages of one kind of table: its words, its form and its template."""

    title: str | Promise
    hint: str | Promise
    icon: str
    back: str
    form: type[UploadTable]
    template: Callable[[], bytes]
    # What the counts of a table that was read are called.
    counts: dict[str, str | Promise]


def assets_template() -> bytes:
    """The headings of the register, and how it is filled in."""
    return exports.template(
        _("Fixed assets"), asset_import.HEADINGS, asset_import.EXAMPLES,
        [
            _("One row for each thing, with the number on its label; numbers that are in the "
              "register already are passed over."),
            _("The school's stocktaking list is read as it is: columns that are not known are "
              "passed over, and the page says which."),
            _("States: %(states)s.") % {"states": "在用、闲置、待修、待报废"},
            _("Write days as 2025-09-01. No formulas and no merged cells."),
        ],
    )  # fmt: skip


def issue_template() -> bytes:
    """The headings of what classes are given."""
    return exports.template(
        _("Supplies for classes"), issue_import.HEADINGS, issue_import.EXAMPLES,
        [
            _("One row for each class and item. All rows are handed out at once, or none."),
            _("Items are named as in the store; where several bear one name, with their "
              "specification."),
        ],
    )  # fmt: skip


def property_template() -> bytes:
    """The headings of what should be in rooms."""
    return exports.template(
        _("What should be in rooms"), property_import.HEADINGS, property_import.EXAMPLES,
        [
            _("One row for each room and thing. What is in the list of a room already gets the new "
              "number."),
            _("Assets with a number of their own come by themselves; do not write them here."),
        ],
    )  # fmt: skip


INTAKES: dict[str, Intake] = {
    Kind.ASSETS: Intake(
        title=gettext_lazy("Bring assets in"),
        hint=gettext_lazy(
            "The school's list or a stocktaking list as a spreadsheet. You see what it would do "
            "before anything is done; one bad row stops all of it."
        ),
        icon="devices",
        back="repairs:assets",
        form=UploadTable,
        template=assets_template,
        counts={
            "added": gettext_noop("New assets"),
            "there": gettext_noop("In the register already"),
        },
    ),
    Kind.ISSUE: Intake(
        title=gettext_lazy("Hand out to classes"),
        hint=gettext_lazy(
            "A spreadsheet with class, item and quantity. You see what it would do before anything "
            "leaves the store; one bad row stops all of it."
        ),
        icon="package-export",
        back="repairs:issues",
        form=UploadIssue,
        template=issue_template,
        counts={"lines": gettext_noop("Lines"), "classes": gettext_noop("Classes")},
    ),
    Kind.PROPERTY: Intake(
        title=gettext_lazy("Bring in what should be in rooms"),
        hint=gettext_lazy(
            "A spreadsheet with room, thing and number. You see what it would do before anything "
            "is done; one bad row stops all of it."
        ),
        icon="armchair",
        back="repairs:expected",
        form=UploadTable,
        template=property_template,
        counts={"lines": gettext_noop("Lines"), "rooms": gettext_noop("Rooms")},
    ),
}


def intake_of(kind: str) -> Intake:
    """Raises Http404 for a kind that there is not."""
    if kind not in INTAKES:
        raise Http404
    return INTAKES[kind]


@require_http_methods(["GET", "POST"])
def upload(request: PersonRequest, kind: str) -> HttpResponse:
    """Take a table up and have it read; and the latest ones."""
    intake = intake_of(kind)
    require(rights.can_keep_store(request.user))
    form = intake.form(request.POST or None, request.FILES or None)
    if form.is_valid():
        name = form.cleaned_data["file"].name
        found = actions.take_up(
            kind=kind, data=form.data_read, name=name, by=request.user, at=timezone.now(),
            facts=form.facts,
        )  # fmt: skip
        return redirect(found)
    latest = SheetImport.objects.visible_to(request.user).filter(kind=kind).select_related("by")
    context = {"intake": intake, "kind": kind, "form": form, "latest": latest[:LATEST]}
    status = 422 if form.is_bound else 200
    return render(request, "repairs/imports.html", context, status=status)


@require_safe
def template(request: PersonRequest, kind: str) -> HttpResponse:
    """An empty workbook with the headings that are read."""
    intake = intake_of(kind)
    require(rights.can_keep_store(request.user))
    return workbook_answer(intake.template(), _("Template"))


def found_import(request: PersonRequest, pk: int) -> SheetImport:
    seen = SheetImport.objects.visible_to(request.user)
    return get_object_or_404(seen.select_related("by", "job", "applied_by"), pk=pk)


@require_safe
def show(request: PersonRequest, pk: int) -> HttpResponse:
    """How far it is, what is wrong with the file, or what it would do."""
    found = found_import(request, pk)
    intake = intake_of(found.kind)
    header, *preview = found.preview or [[]]
    faults = Paginator(found.bad_rows, FAULTS_A_PAGE).get_page(request.GET.get("page"))
    context: dict[str, Any] = {
        "found": found,
        "intake": intake,
        "how_far": how_far(found.job) if found.job and found.is_under_way else None,
        "failed": found.job if found.job and found.job.state == "failed" else None,
        "header": [gettext(label) for label in header],
        "preview": preview,
        "counts": [(_(str(intake.counts[key])), count) for key, count in found.counts.items()],
        "faults": faults,
    }
    return render(request, "repairs/import.html", context)


@require_POST
def apply(request: PersonRequest, pk: int) -> HttpResponse:
    """Have the table brought in."""
    found = found_import(request, pk)
    require(rights.can_keep_store(request.user))
    return redirect(actions.ask_to_apply(found, by=request.user, at=timezone.now()))


@require_POST
def throw_away(request: PersonRequest, pk: int) -> HttpResponse:
    """Give up a table that was not brought in."""
    found = found_import(request, pk)
    require(rights.can_keep_store(request.user))
    actions.throw_away(found, by=request.user, at=timezone.now())
    messages.success(request, _("The import and its file are gone; nothing has changed."))
    return redirect("repairs:import_new", found.kind)
