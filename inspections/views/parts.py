"""Walking over the parts of a place: the parts, one part, each mark as it is tapped, once more."""

from django.contrib import messages
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from campus.attachments.forms import keep_sent
from campus.doors import YES, PersonRequest, no, require
from inspections import rights
from inspections.actions import marking
from inspections.forms.parts import MarkForm
from inspections.models import ChecklistItem, Inspection
from inspections.views.part_page import FloorPage, MarkLine, ShownPart
from inspections.views.walk import found


def floor_of(request: PersonRequest, walk: Inspection) -> FloorPage:
    return FloorPage(walk, request.user, timezone.localdate())


def under_way(request: PersonRequest, pk: int) -> FloorPage:
    """The walk that the person is on; else 404 or 403."""
    walk = found(request, pk)
    require(rights.can_walk(request.user, walk))
    if not walk.parts:
        raise Http404
    return floor_of(request, walk)


def part_in(page: FloorPage, place: int) -> ShownPart:
    """The part, if it is of the walk and the person may mark it."""
    shown = page.part(place)
    if shown is None:
        raise Http404
    require(no(shown.barred) if shown.barred else YES)
    return shown


@require_http_methods(["GET", "POST"])
def part(request: PersonRequest, pk: int, place: int) -> HttpResponse:
    """The lines of one part as one form, as it is without script; with photos and whom it is
    about also with it."""
    page = under_way(request, pk)
    if page.walk.status != Inspection.Status.UNDER_WAY:
        return redirect(page.walk)
    shown = part_in(page, place)
    if request.method != "POST":
        return part_page(request, page, shown, page.lines_at(shown))
    lines = page.lines_at(shown, request.POST, request.FILES)
    if not all([line.form.is_valid() for line in lines]):
        for line in lines:
            keep_sent(line.form, by=request.user, at=timezone.now())
        return part_page(request, page, shown, lines, status=422)
    answers = {line.item: line.form.seen for line in lines if line.form.says_something}
    marking.mark_all(page.walk, shown.place, answers, by=request.user, at=timezone.now())
    messages.success(request, _("“%(part)s” is saved.") % {"part": shown.place})
    following = page.after(place) if "next" in request.POST else None
    if following:
        return redirect("inspections:walked_part", pk, following.place.pk)
    return redirect(f"{reverse('inspections:inspection_walk', args=[pk])}#part-{place}")


def part_page(
    request: PersonRequest, page: FloorPage, shown: ShownPart, lines: list[MarkLine], *,
    status: int = 200,
) -> HttpResponse:  # fmt: skip
    context = {
        "walk": page.walk, "part": shown, "lines": lines, "following": page.after(shown.place.pk),
        "pupils": page.pupils_at(shown.place),
    }  # fmt: skip
    return render(request, "inspections/walk_part.html", context, status=status)


@require_POST
def mark(request: PersonRequest, pk: int, place: int, item: int) -> JsonResponse:
    """One line at one part, sent by the page's script as soon as it is tapped."""
    page = under_way(request, pk)
    shown = part_in(page, place)
    asked = get_object_or_404(ChecklistItem, pk=item, version=page.walk.version_id)
    form = MarkForm(
        request.POST, request.FILES, item=asked, person=request.user,
        pupils=page.pupils_at(shown.place),
    )  # fmt: skip
    if not form.is_valid():
        return JsonResponse({"error": form.sentence}, status=422)
    made = marking.mark(
        page.walk, shown.place, asked, form.seen, by=request.user, at=timezone.now()
    )
    return JsonResponse({"saved": asked.pk, "points": str(made.points) if made else "0"})


@require_POST
def again(request: PersonRequest, pk: int) -> HttpResponse:
    """Look again at what had failed."""
    walk = found(request, pk)
    require(rights.can_look_again(request.user, walk))
    begun = marking.look_again(walk, by=request.user, at=timezone.now())
    return redirect("inspections:inspection_walk", begun.pk)
