"""Finding a place: the tree, the list, what is offered while somebody types, a scanned label."""

from django.db.models import Case, IntegerField, Q, QuerySet, Value, When
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from campus.doors import PersonRequest
from campus.lists.search import mentioning
from campus.lists.views import list_page, wants_part
from campus.models import Place
from campus.places import rights
from campus.places.lists import PLACES
from campus.places.models import PlaceQuerySet
from campus.places.tree import branches, parts_of
from campus.shell.numbers import number_typed

# As many as fit under a field, and as many as somebody reads through.
OFFERED, FOUND = 8, 30
MOST_WORDS = 100


@require_safe
def places(request: PersonRequest) -> HttpResponse:
    """All places, as a list."""
    return list_page(request, PLACES)


@require_safe
def tree(request: PersonRequest) -> HttpResponse:
    """The tree, open as far as `?in=` says; `?q=` finds places wherever they are.

    For htmx only the part that was asked for: the parts of one place, or what was found.
    """
    words = request.GET.get("q", "").strip()[:MOST_WORDS]
    seen = Place.objects.visible_to(request.user)
    of = place_numbered(seen, request.GET.get("in", ""))
    if words:
        context = {"words": words, "found": found_by(seen, words)[:FOUND]}
        part = "places/found.html"
    elif of and wants_part(request):
        context = {"branches": parts_of(of, on=timezone.localdate())}
        part = "places/branches.html"
    else:
        context = {"branches": branches(of, on=timezone.localdate()), "words": ""}
        part = "places/found.html"
    answer = render(request, part if wants_part(request) else "places/tree.html", {
        **context, "of": of, "may_keep": rights.can_keep_places(request.user),
    })  # fmt: skip
    patch_vary_headers(answer, ["HX-Request"])
    return answer


def place_numbered(seen: PlaceQuerySet, typed: str) -> Place | None:
    """The place of a number in an address; raises Http404 for one that is not there."""
    if not typed:
        return None
    place = seen.filter(pk=number_typed(typed) or 0).first()
    if place is None:
        raise Http404
    return place


def found_by(seen: PlaceQuerySet, words: str) -> QuerySet[Place]:
    """Places in use that the words name: first the code itself, then codes and names that begin
    with the words, then by code."""
    in_use = mentioning(seen.active(timezone.localdate()), words)
    nearness = Case(
        When(code__iexact=words, then=Value(0)),
        When(Q(code__istartswith=words) | Q(name__istartswith=words), then=Value(1)),
        default=Value(2),
        output_field=IntegerField(),
    )
    return in_use.defer("sought").order_by(nearness, "code")


@require_safe
def suggest(request: PersonRequest) -> HttpResponse:
    """What somebody may mean who has typed `?q=` into a field."""
    words = request.GET.get("q", "").strip()[:MOST_WORDS]
    seen = Place.objects.visible_to(request.user)
    found = found_by(seen, words)[:OFFERED] if words else []
    offered = [
        {"code": place.code, "name": place.name, "where": place.whereabouts} for place in found
    ]
    return JsonResponse({"offers": offered})


@require_safe
def scan(request: PersonRequest, token: str) -> HttpResponse:
    """A label was scanned: on to the place's page. A label that was replaced says so kindly."""
    place = Place.objects.visible_to(request.user).filter(token=token).first()
    if place is None:
        return render(request, "places/old_label.html", status=404)
    return redirect(place)
