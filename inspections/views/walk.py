"""Walking: where to begin, the page of lines, each line saved as it is tapped, the end."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from campus.doors import PersonRequest, require
from campus.models import Place
from inspections import rights
from inspections.actions import single_walks, walking
from inspections.actions.walking import Seen
from inspections.forms.walk import FinishForm, LineForm, PlanForm, StartForm
from inspections.fulfilment import walk_from
from inspections.models import EARLY, SEE_ALL, Checklist, ChecklistItem, Coverage, Inspection
from inspections.views.page import WalkPage
from inspections.views.part_page import FloorPage
from planning.fulfilment import item_named, origin_of


def offered_to(request: PersonRequest) -> Any:
    """The checklists that the person may begin."""
    offered = Checklist.objects.offered().select_related("current")
    person = request.user
    return offered if person.on_duty_as(*SEE_ALL) else offered.walked_by(person)


@require_safe
def new(request: PersonRequest) -> HttpResponse:
    """What can be walked at a place: planned walks first, then the person's checklists.

    The page of a place brings its code along (`?place=JX1-301`).
    """
    require(rights.can_inspect(request.user))
    code = request.GET.get("place", "")[:80]
    place = Place.objects.filter(code__iexact=code).defer("sought").first() if code else None
    offered = list(offered_to(request))
    context = {
        "place": place,
        "form": StartForm(offered=offered_to(request), initial={"place": code}),
        "planned": planned_at(request, place) if place else [],
        "checklists": in_order(offered, place) if place else [],
    }
    return render(request, "inspections/new.html", context)


def in_order(offered: list[Checklist], place: Place) -> list[Checklist]:
    """Those that the place is wanted to be seen by come first."""
    wanted = set(
        Coverage.objects.filter(place=place, is_expected=True).values_list("checklist", flat=True)
    )
    return sorted(offered, key=lambda each: (each.pk not in wanted, each.topic, each.name))


def planned_at(request: PersonRequest, place: Place) -> list[Inspection]:
    """Walks that wait for the person at the place or its parts, those due first."""
    waiting = Inspection.objects.waiting_for(request.user).at(place)
    now = timezone.now()
    open_now = waiting.exclude(opens_at__gt=now + EARLY).exclude(closes_at__lt=now)
    return list(open_now.select_related("checklist", "place").order_by("due_at", "id")[:12])


@require_POST
def start_new(request: PersonRequest) -> HttpResponse:
    """Begin a walk of a checklist at a place; the planned one there, if it waits for the person."""
    require(rights.can_inspect(request.user))
    form = StartForm(request.POST, offered=offered_to(request))
    if not form.is_valid():
        return render(request, "inspections/new.html", {"form": form}, status=422)
    checklist, place = form.cleaned_data["checklist"], form.where
    require(rights.can_start_of(request.user, checklist, place))
    planned = planned_at(request, place)
    same = [each for each in planned if (each.checklist, each.place) == (checklist, place)]
    now = timezone.now()
    if same:
        walk = walking.start(same[0], by=request.user, at=now)
    else:
        walk = walking.start_at(checklist, place, by=request.user, at=now)
    return redirect("inspections:inspection_walk", walk.pk)


@require_http_methods(["GET", "POST"])
def plan(request: PersonRequest) -> HttpResponse:
    """Plan one walk, of an item of the work plan (`?item=3`) or without one."""
    person, today = request.user, timezone.localdate()
    require(rights.can_write_checklists(person))
    item = item_named(person, request.GET, Inspection)
    initial: dict[str, Any] = {"starts_on": today, "due_on": today}
    form = PlanForm(
        request.POST or None, person=person,
        initial=walk_from(item, person, today) if item else initial,
    )  # fmt: skip
    if not form.is_valid():
        back = item.get_absolute_url() if item else reverse("inspections:inspections")
        origin = origin_of(Inspection(plan_item=item), person)
        context = {"form": form, "back": back, "origin": origin}
        status = 422 if form.is_bound else 200
        return render(request, "inspections/plan.html", context, status=status)
    walk = single_walks.plan_walk(
        plan_item=item, by=person, at=timezone.now(), **form.cleaned_data
    )  # fmt: skip
    messages.success(request, _("“%(walk)s” is planned.") % {"walk": walk})
    return redirect(walk)


def found(request: PersonRequest, pk: int) -> Inspection:
    """The walk, if the person may see it; else 404."""
    seen = Inspection.objects.visible_to(request.user).select_related(
        "checklist", "version", "place", "walker", "planned_for", "signed_by", "plan_item"
    )
    return get_object_or_404(seen, pk=pk)


@require_POST
def start(request: PersonRequest, pk: int) -> HttpResponse:
    """Begin a planned walk."""
    walk = found(request, pk)
    require(rights.can_start(request.user, walk))
    walking.start(walk, by=request.user, at=timezone.now())
    return redirect("inspections:inspection_walk", walk.pk)


@require_http_methods(["GET", "POST"])
def walk(request: PersonRequest, pk: int) -> HttpResponse:
    """The lines on a phone; without script they are saved together."""
    shown = found(request, pk)
    require(rights.can_walk(request.user, shown))
    if shown.status != Inspection.Status.UNDER_WAY:
        return redirect(shown)
    if shown.parts:
        return parts_page(request, shown)
    page = WalkPage(shown, request.user)
    if request.method != "POST":
        return render(request, "inspections/walk.html", {"page": page, "walk": shown})
    forms = page.forms_of(request.POST, request.FILES)
    if not all(form.is_valid() for form in forms):
        context = {"page": page, "walk": shown}
        return render(request, "inspections/walk.html", context, status=422)
    save(request, shown, forms)
    if "finish" in request.POST:
        return finished(request, shown)
    messages.success(request, _("Saved. Go on, or finish when you are through."))
    return redirect("inspections:inspection_walk", pk)


def parts_page(request: PersonRequest, shown: Inspection) -> HttpResponse:
    """The parts of the walk; each is marked on its own, so that the page itself only finishes."""
    if "finish" in request.POST:
        return finished(request, shown)
    page = FloorPage(shown, request.user, timezone.localdate())
    return render(request, "inspections/walk_parts.html", {"page": page, "walk": shown})


def save(request: PersonRequest, shown: Inspection, forms: list[LineForm]) -> None:
    """Keep the lines of which something was said."""
    answers: dict[ChecklistItem, Seen] = {
        form.item: form.seen for form in forms if not form.seen.says_nothing or form.is_known
    }
    walking.answer_all(shown, answers, by=request.user, at=timezone.now())


@require_POST
def line(request: PersonRequest, pk: int, item: int) -> JsonResponse:
    """One line, sent by the page's script as soon as it is tapped; answers with its faults."""
    shown = found(request, pk)
    require(rights.can_walk(request.user, shown))
    asked = get_object_or_404(ChecklistItem, pk=item, version=shown.version_id)
    form = LineForm(request.POST, request.FILES, item=asked, person=request.user)
    if not form.is_valid():
        return JsonResponse({"error": form.sentence}, status=422)
    finding = walking.answer(shown, asked, form.seen, by=request.user, at=timezone.now())
    return JsonResponse({"saved": asked.pk, "finding": finding.pk if finding else None})


@require_POST
def finish(request: PersonRequest, pk: int) -> HttpResponse:
    """End the walk; the lines are saved already."""
    shown = found(request, pk)
    require(rights.can_walk(request.user, shown))
    return finished(request, shown)


def finished(request: PersonRequest, shown: Inspection) -> HttpResponse:
    form = FinishForm(request.POST)
    words = form.cleaned_data["remark"] if form.is_valid() else ""
    walk = walking.finish(shown, words=words, by=request.user, at=timezone.now())
    told = _("“%(walk)s” is finished.") % {"walk": walk}
    if walk.status == Inspection.Status.TO_SIGN:
        told = _("“%(walk)s” is walked; it waits for the second signature.") % {"walk": walk}
    messages.success(request, told)
    return redirect(walk)
