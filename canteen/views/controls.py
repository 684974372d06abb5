"""Controls of a month, the five constants, the pupils' committee."""

from datetime import timedelta

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from campus.doors import PersonRequest, require
from campus.models import Attachment, Person, Role
from campus.school_time.months import month_after, month_typed
from canteen import rights
from canteen.actions import controls as actions
from canteen.actions.five_c import write_area
from canteen.figures import controls as figures
from canteen.forms.school import AreaForm
from canteen.models import Canteen, FiveCArea, PortionCheck, Standards
from canteen.views.pages import kept
from inspections.models import Checklist

SHOWN = 12


@require_safe
def controls(request: PersonRequest) -> HttpResponse:
    """How daily control, weekly review and the monthly meeting were kept."""
    require(rights.can_work_in_kitchen(request.user))
    first = month_typed(request.GET.get("month", ""), timezone.localdate())
    canteens = list(Canteen.objects.running())
    context = {
        "first": first, "rows": figures.controls_of(canteens, first),
        "meetings": list(figures.meetings_of(first).select_related("chair")),
        "previous": (first - timedelta(days=1)).strftime("%Y-%m"),
        "next": f"{month_after(first):%Y-%m}",
        "checklists": {each.code: each for each in Checklist.objects.filter(
            code__in=[actions.DAILY, actions.WEEKLY])},
        "may_keep": rights.can_keep_menus(request.user),
    }  # fmt: skip
    return render(request, "canteen/controls.html", context)


@require_POST
def lay_schedules(request: PersonRequest) -> HttpResponse:
    """Have every canteen walked by the usual checklists."""
    require(rights.can_keep_menus(request.user))
    laid = actions.lay_schedules(by=request.user, at=timezone.now())
    words = ngettext("%(count)d schedule is laid.", "%(count)d schedules are laid.", len(laid))
    messages.success(request, words % {"count": len(laid)})
    return redirect("canteen:controls")


@require_safe
def five_c(request: PersonRequest) -> HttpResponse:
    """Areas with their keepers, the last audits and how far they are from the target."""
    require(rights.can_read_accompanied(request.user))
    canteens = list(Canteen.objects.running())
    chosen = [each for each in canteens if str(each.pk) == request.GET.get("canteen", "")]
    canteen = next(iter(chosen or canteens), None)
    target = Standards.objects.get(pk=1).five_c_target
    found = figures.audits_of(canteen) if canteen else []
    audits = [each for each in found if each.score is not None]
    context = {
        "canteen": canteen, "canteens": canteens, "target": target,
        "audits": [(each, target - (each.score or 0)) for each in audits],
        "course": figures.course_of(audits, target),
        "areas": FiveCArea.objects.filter(canteen=canteen).select_related("owner"),
        "checklist": Checklist.objects.filter(code=actions.FIVE_C).first(),
        "may_keep": rights.can_keep_menus(request.user),
    }  # fmt: skip
    return render(request, "canteen/five_c.html", context)


@require_safe
def five_c_area(request: PersonRequest, pk: int) -> HttpResponse:
    """An area with the state that was agreed upon."""
    seen = FiveCArea.objects.visible_to(request.user).select_related("owner", "canteen")
    area = get_object_or_404(seen, pk=pk)
    context = {
        "area": area, "attachments": Attachment.objects.of(area),
        "may_keep": rights.can_keep_menus(request.user),
    }  # fmt: skip
    return render(request, "canteen/five_c_area.html", context)


@require_http_methods(["GET", "POST"])
def five_c_write(request: PersonRequest, pk: int | None = None) -> HttpResponse:
    """Lay an area, or change it."""
    seen = FiveCArea.objects.visible_to(request.user)
    edited = get_object_or_404(seen, pk=pk) if pk else FiveCArea()
    require(rights.can_keep_menus(request.user))
    form = AreaForm(
        request.POST or None, request.FILES or None, instance=edited, person=request.user,
        initial={} if pk else {"canteen": request.GET.get("canteen", "")},
    )  # fmt: skip
    back = edited.get_absolute_url() if pk else reverse("canteen:five_c")
    return kept(request, form, title=_("Area of the five constants"), back=back, write=write_area)


@require_safe
def committee(request: PersonRequest) -> HttpResponse:
    """The pupils' committee: what it asked for and what became of it, meetings, rounds, portions;
    members are named to staff and to each other."""
    person = request.user
    require(rights.can_read_committee(person))
    percent = Standards.objects.get(pk=1).light_percent
    demands = list(figures.demands()[:SHOWN])
    context = {
        "members": Person.objects.on_duty_as(Role.CANTEEN_COMMITTEE).select_related("school_class"),
        "demands": demands,
        "open": sum(each.is_open for each in demands),
        "meetings": figures.committee_meetings(person)[:SHOWN],
        "rounds": figures.rounds()[:SHOWN],
        "light": PortionCheck.objects.light(percent).select_related("item__dish", "item__counter")
        .order_by("-at")[:SHOWN],
        "round": Checklist.objects.filter(code=actions.ROUND).first(),
        "is_pupil": person.is_pupil,
    }  # fmt: skip
    return render(request, "canteen/committee.html", context)
