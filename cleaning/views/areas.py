"""Areas: the overview, the list, one area and its care; on paper, and from a sheet."""

from datetime import timedelta
from itertools import groupby
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from campus.doors import PersonRequest, require
from campus.lists.views import list_page
from campus.models import Attachment, Role, SchoolClass
from campus.records.history import history_path
from campus.sheets.writer import sheet_answer
from campus.shell.form_page import form_page
from cleaning import exports, rights
from cleaning.actions import areas as actions
from cleaning.forms.areas import AreaForm, BringIn, EndForm, GiveForm
from cleaning.lists import AREAS
from cleaning.models import Care, CleaningArea, DutyWeek, classes_of, gaps_between
from cleaning.registry import TOPICS
from inspections.models import Inspection
from planning.figures import talks_for
from planning.models import Meeting

# How far ahead gaps are looked for.
AHEAD = timedelta(weeks=4)
MOST_WALKS = 20


@require_safe
def overview(request: PersonRequest) -> HttpResponse:
    """Who is on duty, what is checked today, what nobody cleans now or soon, one's own."""
    today = timezone.localdate()
    person = request.user
    walks = Inspection.objects.visible_to(person).filter(checklist__topic__in=TOPICS)
    own = Care.objects.running(today).filter(school_class__in=classes_of(person))
    gaps = gaps_between(today, today + AHEAD) if rights.can_keep_areas(person) else []
    context = {
        "today": today,
        "week": DutyWeek.objects.running(today).select_related("school_class").first(),
        "walks": walks.filter(status__in=["planned", "under_way"], due_at__date__lte=today)
        .select_related("checklist", "place", "walker").order_by("due_at")[:MOST_WALKS],
        "own": own.select_related("area", "school_class"),
        "gaps_today": [gap for gap in gaps if gap.first <= today],
        "gaps_soon": [gap for gap in gaps if gap.first > today],
        "may_keep": rights.can_keep_areas(person), "may_lay": rights.can_lay_weeks(person),
        "talks": talks_for(person, [Meeting.Kind.LABOR]),
        "calls": calls() if rights.can_keep_areas(person) else [],
    }  # fmt: skip
    return render(request, "cleaning/overview.html", context)


def calls() -> list[dict[str, str]]:
    """Where the labour monitors of a grade, and of all, are called to meet (年级劳动委员会议)."""
    kind = Meeting.Kind.LABOR
    asked = {"kind": kind.value, "role": Role.LABOR_MONITOR.value}
    told = [(str(grade.label), {"grade": str(grade.value)}) for grade in SchoolClass.Grade]
    told.append((_("All grades"), {}))
    titled = _("%(kind)s, %(grade)s")
    return [
        {"label": label, "path": calling(
            asked | narrowed | {"title": titled % {"kind": kind.label, "grade": label}}
        )}
        for label, narrowed in told
    ]  # fmt: skip


def calling(query: dict[str, str]) -> str:
    return f"{reverse('planning:meeting_new')}?{urlencode(query)}"


@require_safe
def areas(request: PersonRequest) -> HttpResponse:
    """All areas in use, each with its class."""
    return list_page(
        request, AREAS, "cleaning/areas.html", may_keep=rights.can_keep_areas(request.user)
    )


def found(request: PersonRequest, pk: int) -> CleaningArea:
    seen = CleaningArea.objects.visible_to(request.user).select_related("place")
    return get_object_or_404(seen, pk=pk)


@require_safe
def area(request: PersonRequest, pk: int) -> HttpResponse:
    """What it is, whose care it is in, was and will be."""
    shown = found(request, pk)
    context = {
        "area": shown, "today": timezone.localdate(),
        "care": shown.care.select_related("school_class").order_by("-starts_on")[:30],
        "attachments": Attachment.objects.of(shown),
        "may_keep": rights.can_keep_areas(request.user),
        "history_path": history_path(request.user, shown),
    }  # fmt: skip
    return render(request, "cleaning/area.html", context)


@require_http_methods(["GET", "POST"])
def create(request: PersonRequest) -> HttpResponse:
    """A new area."""
    require(rights.can_keep_areas(request.user))
    fresh = CleaningArea(starts_on=timezone.localdate())
    return write(request, fresh, title=_("New cleaning area"), back=reverse("cleaning:areas"))


@require_http_methods(["GET", "POST"])
def edit(request: PersonRequest, pk: int) -> HttpResponse:
    """Change what an area is."""
    shown = found(request, pk)
    require(rights.can_keep_areas(request.user))
    return write(request, shown, title=str(shown), back=shown.get_absolute_url())


def write(request: PersonRequest, shown: CleaningArea, *, title: str, back: str) -> HttpResponse:
    form = AreaForm(
        request.POST or None, request.FILES or None, instance=shown, person=request.user
    )
    if not form.is_valid():
        return form_page(request, form, title=title, back=back)
    target = CleaningArea.objects.get(pk=shown.pk) if shown.pk else CleaningArea()
    written = actions.write_area(target, by=request.user, at=timezone.now(), **form.cleaned_data)
    messages.success(request, _("“%(area)s” is saved.") % {"area": written})
    return redirect(written)


@require_http_methods(["GET", "POST"])
def give(request: PersonRequest, pk: int) -> HttpResponse:
    """Give a class the care of an area."""
    shown = found(request, pk)
    require(rights.can_keep_areas(request.user))
    form = GiveForm(request.POST or None, area=shown, initial={"starts_on": timezone.localdate()})
    if not form.is_valid():
        words = _("Whoever has it until further notice hands it over the day before.")
        return form_page(
            request, form, title=_("Give into care"), back=shown.get_absolute_url(),
            under=str(shown), words=words,
        )  # fmt: skip
    made = actions.give(shown, by=request.user, at=timezone.now(), **form.cleaned_data)
    words = _("“%(area)s” is in the care of %(class)s from %(day)s.")
    messages.success(
        request, words % {"area": shown, "class": made.school_class, "day": made.starts_on}
    )
    return redirect(shown)


@require_http_methods(["GET", "POST"])
def care_end(request: PersonRequest, pk: int) -> HttpResponse:
    """End a class's care of an area."""
    require(rights.can_keep_areas(request.user))
    care = get_object_or_404(Care.objects.select_related("area", "school_class"), pk=pk)
    form = EndForm(request.POST or None, initial={"on": timezone.localdate()})
    if not form.is_valid():
        return form_page(
            request, form, title=_("End this care"), back=care.area.get_absolute_url(),
            under=str(care),
        )  # fmt: skip
    actions.take_away(care, by=request.user, at=timezone.now(), **form.cleaned_data)
    messages.success(request, _("The care of %(class)s ends.") % {"class": care.school_class})
    return redirect(care.area)


@require_http_methods(["GET", "POST"])
def give_up(request: PersonRequest, pk: int) -> HttpResponse:
    """The area is cleaned no more."""
    shown = found(request, pk)
    require(rights.can_keep_areas(request.user))
    form = EndForm(request.POST or None, initial={"on": timezone.localdate()})
    if not form.is_valid():
        return form_page(
            request, form, title=_("Give this area up"), back=shown.get_absolute_url(),
            under=str(shown),
        )  # fmt: skip
    actions.give_up(shown, by=request.user, at=timezone.now(), **form.cleaned_data)
    messages.success(request, _("“%(area)s” is given up.") % {"area": shown})
    return redirect("cleaning:areas")


@require_POST
def classrooms(request: PersonRequest) -> HttpResponse:
    """Make the rooms of classes areas in their care."""
    require(rights.can_keep_areas(request.user))
    count = actions.lay_classrooms(on=timezone.localdate(), by=request.user, at=timezone.now())
    words = ngettext("%(count)d classroom is new.", "%(count)d classrooms are new.", count)
    messages.success(request, words % {"count": count})
    return redirect("cleaning:areas")


# Paper and sheets


@require_safe
def who_sheet(request: PersonRequest) -> HttpResponse:
    """Who cleans what, by class or by area, on paper."""
    today = timezone.localdate()
    care = Care.objects.running(today).select_related("area__place", "school_class")
    care = care.exclude(area__kind=CleaningArea.Kind.CLASSROOM)
    by_class = request.GET.get("by") != "area"
    order = ("school_class__grade", "school_class__number") if by_class else ("area__name",)
    rows = list(care.order_by(*order, "area__name"))
    groups = [(key, list(each)) for key, each in groupby(rows, key=lambda row: row.school_class)]
    context = {
        "today": today, "by_class": by_class, "rows": rows, "groups": groups,
        "back": reverse("cleaning:areas"),
        "unassigned": CleaningArea.objects.outside().unassigned(today),
    }  # fmt: skip
    return render(request, "cleaning/who_sheet.html", context)


@require_safe
def template(request: PersonRequest) -> HttpResponse:
    """The empty sheet to fill in."""
    require(rights.can_keep_areas(request.user))
    return sheet_answer(exports.template_rows(), _("Cleaning areas"), widths=exports.WIDTHS)


@require_http_methods(["GET", "POST"])
def bring_in(request: PersonRequest) -> HttpResponse:
    """Areas from a sheet; with a fault in any row none is taken."""
    require(rights.can_keep_areas(request.user))
    form = BringIn(request.POST or None, request.FILES or None)
    if not form.is_valid():
        status = 422 if form.is_bound else 200
        return render(request, "cleaning/bring_in.html", {"form": form}, status=status)
    read = exports.read_areas(form.data_read, form.cleaned_data["file"].name)
    if not read.is_good:
        context = {"form": form, "read": read}
        return render(request, "cleaning/bring_in.html", context, status=422)
    count = actions.bring_in(
        read.things, on=timezone.localdate(), by=request.user, at=timezone.now()
    )
    words = ngettext("%(count)d area is in.", "%(count)d areas are in.", count)
    messages.success(request, words % {"count": count})
    return redirect("cleaning:areas")
