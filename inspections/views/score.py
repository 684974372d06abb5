"""What parts have scored: the list, the history of one part; marks put right, appeals against."""

from collections.abc import Iterable

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from campus.attachments.forms import keep_sent
from campus.doors import PersonRequest, require
from campus.lists.views import list_page
from campus.models import Place
from inspections import rights
from inspections.actions import corrections as actions
from inspections.forms.parts import AppealForm, Correct
from inspections.kinds.appeal import APPEAL
from inspections.lists import APPEALS, SCORES
from inspections.lists.walks import number_in
from inspections.models import Finding, PartScore
from inspections.views.finding import found

# A month of two checks a day.
NEWEST = 60


@require_safe
def scores(request: PersonRequest) -> HttpResponse:
    """What parts have scored, the newest first."""
    return list_page(request, SCORES, "inspections/scores.html")


@require_safe
def history(request: PersonRequest, pk: int) -> HttpResponse:
    """The newest scores of one part, each with its marks; of one walk alone with `?walk=12`."""
    place = get_object_or_404(Place.objects.visible_to(request.user), pk=pk)
    seen = PartScore.objects.visible_to(request.user).filter(place=place)
    walk = number_in(request.GET, "walk")
    scores = list(of_walk(seen, walk).select_related("checklist", "inspection")[:NEWEST])
    context = {"place": place, "days": with_marks(request, scores), "walk": walk}
    return render(request, "inspections/place_scores.html", context)


def of_walk(scores: QuerySet[PartScore], walk: int | None) -> QuerySet[PartScore]:
    """Those of one walk, by its number; without one all of them."""
    return scores if walk is None else scores.filter(inspection=walk)


def with_marks(
    request: PersonRequest, scores: Iterable[PartScore]
) -> list[tuple[PartScore, list[Finding]]]:
    """Scores of one part with the marks that the person may see: one query."""
    told = list(scores)
    walks = [score.inspection_id for score in told]
    places = {score.place_id for score in told}
    seen = Finding.objects.visible_to(request.user).filter(inspection__in=walks, place__in=places)
    marks: dict[int, list[Finding]] = {}
    for mark in seen.order_by("pk"):
        marks.setdefault(mark.inspection_id, []).append(mark)
    return [(score, marks.get(score.inspection_id, [])) for score in told]


@require_http_methods(["GET", "POST"])
def correct(request: PersonRequest, pk: int) -> HttpResponse:
    """Change the points of a mark, or take it back."""
    mark = found(request, pk)
    require(rights.can_correct(request.user, mark))
    form = Correct(
        request.POST or None, mark=mark, initial={"points": f"{mark.points.normalize():f}"}
    )
    if not form.is_valid():
        context, status = {"finding": mark, "form": form}, 422 if form.is_bound else 200
        return render(request, "inspections/correct.html", context, status=status)
    actions.correct(mark, by=request.user, at=timezone.now(), **form.cleaned_data)
    messages.success(request, _("“%(mark)s” is put right.") % {"mark": mark})
    return redirect(mark)


@require_http_methods(["GET", "POST"])
def appeal(request: PersonRequest, pk: int) -> HttpResponse:
    """Ask that somebody looks at a mark again."""
    mark = found(request, pk)
    person = request.user
    require(rights.can_appeal(person, mark))
    form = AppealForm(request.POST or None, request.FILES or None, person=person)
    if not form.is_valid():
        keep_sent(form, by=person, at=timezone.now())
        context, status = {"finding": mark, "form": form}, 422 if form.is_bound else 200
        return render(request, "inspections/appeal.html", context, status=status)
    raised = actions.appeal(mark, by=person, at=timezone.now(), **form.cleaned_data)
    messages.success(
        request, _("%(number)s: somebody else than the walker decides.") % {"number": raised.number}
    )
    return redirect(APPEAL.path(raised))


@require_safe
def appeals(request: PersonRequest) -> HttpResponse:
    """The appeals that one may see."""
    return list_page(request, APPEALS, "inspections/appeals.html")
