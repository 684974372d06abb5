"""Allotments: laid from a table, by rule or from the last semester; looked at, changed, applied."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, F, Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from campus.doors import PersonRequest, require
from campus.jobs.progress import how_far
from campus.sheets.writer import workbook_answer
from campus.shell.form_page import form_page
from dormitory import exports, rights
from dormitory.actions import allotments as actions
from dormitory.forms.allotments import CarryOn, LayByRule, PlaceLine, TakeTable
from dormitory.models import Allotment, AllotmentLine

LATEST, LINES_A_PAGE, FAULTS_A_PAGE = 15, 60, 50
# What of the lines is shown: the condition, and its words.
SHOWN = {
    "without": (Q(bed=None), gettext_lazy("Without a bed")),
    "leaving": (Q(bed=None, was_in__isnull=False), gettext_lazy("Leave the house")),
    "moving": (
        Q(bed__isnull=False, was_in__isnull=False) & ~Q(bed=F("was_in")),
        gettext_lazy("Change beds"),
    ),
}  # fmt: skip


@require_safe
def allotments(request: PersonRequest) -> HttpResponse:
    """The ways to lay one, and the latest."""
    require(rights.can_settle(request.user))
    latest = Allotment.objects.visible_to(request.user).select_related("by")[:LATEST]
    return render(request, "dormitory/allotments.html", {"latest": latest})


@require_http_methods(["GET", "POST"])
def from_table(request: PersonRequest) -> HttpResponse:
    """Take a table up and have it read."""
    require(rights.can_settle(request.user))
    form = TakeTable(request.POST or None, request.FILES or None, today=timezone.localdate())
    if not form.is_valid():
        return form_page(
            request, form, title=_("Beds from a table"), back=reverse("dormitory:allotments"),
            words=_("Columns: number, name, house, room, bed. A row without a bed gets one in its "
                    "room; a row with boys or girls alone gets both by rule."),
            button=_("Read the file"),
        )  # fmt: skip
    typed = form.cleaned_data
    found = actions.take_up(
        data=form.data_read, name=typed["file"].name, starts_on=typed["starts_on"],
        ends_on=typed["ends_on"], by=request.user, at=timezone.now(),
    )  # fmt: skip
    return redirect(found)


@require_safe
def template(request: PersonRequest) -> HttpResponse:
    """An empty workbook with the headings that are read."""
    require(rights.can_settle(request.user))
    return workbook_answer(exports.template(), _("Template"))


@require_http_methods(["GET", "POST"])
def by_rule(request: PersonRequest) -> HttpResponse:
    """Lay beds class by class."""
    require(rights.can_settle(request.user))
    form = LayByRule(request.POST or None, person=request.user, today=timezone.localdate())
    if not form.is_valid():
        return form_page(
            request, form, title=_("Beds by rule"), back=reverse("dormitory:allotments"),
            words=_("Pupils without a bed get one class by class, with as few mixed rooms as "
                    "possible. You see it before anything changes."),
            button=_("Lay it"),
        )  # fmt: skip
    found = actions.lay_by_rule(by=request.user, at=timezone.now(), **form.facts())
    return redirect(found)


@require_http_methods(["GET", "POST"])
def carry_on(request: PersonRequest) -> HttpResponse:
    """Lay the next semester from who sleeps where at the end of this one."""
    require(rights.can_settle(request.user))
    form = CarryOn(request.POST or None, today=timezone.localdate())
    if not form.is_valid():
        return form_page(
            request, form, title=_("Into the next semester"),
            back=reverse("dormitory:allotments"),
            words=_("All keep their beds but those who leave. You see it before anything changes."),
            button=_("Lay it"),
        )  # fmt: skip
    found = actions.carry_on(
        form.cleaned_data["semester"], leaving=form.cleaned_data["leaving"], by=request.user,
        at=timezone.now(),
    )  # fmt: skip
    return redirect(found)


def found_allotment(request: PersonRequest, pk: int) -> Allotment:
    seen = Allotment.objects.visible_to(request.user)
    return get_object_or_404(seen.select_related("by", "job", "applied_by"), pk=pk)


@require_safe
def show(request: PersonRequest, pk: int) -> HttpResponse:
    """How far it is, what is wrong with the table, or who gets which bed."""
    found = found_allotment(request, pk)
    page = request.GET.get("page")
    shown = request.GET.get("show", "")
    context: dict[str, Any] = {
        "found": found,
        "how_far": how_far(found.job) if found.job and found.is_under_way else None,
        "failed": found.job if found.job and found.job.state == "failed" else None,
        "faults": Paginator(found.bad_rows, FAULTS_A_PAGE).get_page(page),
        "counts": counts_of(found),
        "lines": Paginator(lines_of(found, shown), LINES_A_PAGE).get_page(page),
        "shown": shown if shown in SHOWN else "",
    }
    return render(request, "dormitory/allotment.html", context)


def lines_of(found: Allotment, shown: str) -> QuerySet[AllotmentLine]:
    """The lines, narrowed as the address asks, room by room; who has no bed comes last."""
    lines = found.lines.select_related(
        "pupil__school_class", "bed__room__place", "bed__room__house__place",
        "was_in__room__place", "was_in__room__house__place",
    )  # fmt: skip
    narrowed = lines.filter(SHOWN[shown][0]) if shown in SHOWN else lines
    return narrowed.order_by(F("bed__room__place__code").asc(nulls_last=True), "bed__label", "pk")


def counts_of(found: Allotment) -> list[tuple[Any, int, str]]:
    """How many there are of what is worth a look, each with the part of the lines; two queries."""
    shown = {name: Count("pk", filter=condition) for name, (condition, _words) in SHOWN.items()}
    counted = found.lines.aggregate(
        pupils=Count("pk"), rooms=Count("bed__room", distinct=True), **shown
    )
    rooms = found.lines.filter(bed__isnull=False).order_by().values("bed__room")
    mixed = rooms.annotate(classes=Count("pupil__school_class", distinct=True))
    plain = [
        (_("Pupils"), counted["pupils"], ""), (_("Rooms"), counted["rooms"], ""),
        (_("Mixed rooms"), mixed.filter(classes__gt=1).count(), ""),
    ]  # fmt: skip
    names = ("leaving", "moving") if found.carries_on else ("without", "moving")
    return plain + [(SHOWN[name][1], counted[name], name) for name in names]


def found_line(request: PersonRequest, pk: int) -> AllotmentLine:
    seen = Allotment.objects.visible_to(request.user)
    lines = AllotmentLine.objects.filter(allotment__in=seen).select_related(
        "allotment", "pupil", "bed__room", "was_in__room"
    )
    return get_object_or_404(lines, pk=pk)


@require_http_methods(["GET", "POST"])
def line(request: PersonRequest, pk: int) -> HttpResponse:
    """Give a pupil of an allotment another bed."""
    edited = found_line(request, pk)
    require(rights.can_work_on(request.user, edited.allotment))
    form = PlaceLine(request.POST or None, line=edited, person=request.user)
    if not form.is_valid():
        back = edited.allotment.get_absolute_url()
        return form_page(request, form, title=_("Another bed"), back=back, under=str(edited.pupil))
    actions.place_line(edited, bed=form.cleaned_data["bed"], by=request.user, at=timezone.now())
    messages.success(request, _("The allotment is changed."))
    return redirect(edited.allotment)


@require_POST
def line_take_out(request: PersonRequest, pk: int) -> HttpResponse:
    """Leave a pupil out."""
    edited = found_line(request, pk)
    require(rights.can_work_on(request.user, edited.allotment))
    actions.take_out(edited, by=request.user, at=timezone.now())
    messages.success(request, _("Nothing changes for %(name)s.") % {"name": edited.pupil})
    return redirect(edited.allotment)


@require_POST
def apply(request: PersonRequest, pk: int) -> HttpResponse:
    """Have it applied."""
    found = found_allotment(request, pk)
    require(rights.can_work_on(request.user, found))
    return redirect(actions.ask_to_apply(found, by=request.user, at=timezone.now()))


@require_POST
def throw_away(request: PersonRequest, pk: int) -> HttpResponse:
    """Give it up."""
    found = found_allotment(request, pk)
    require(rights.can_work_on(request.user, found))
    actions.throw_away(found, by=request.user, at=timezone.now())
    messages.success(request, _("The allotment is gone; nothing has changed."))
    return redirect("dormitory:allotments")
