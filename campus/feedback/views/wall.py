"""You said, we did: shown to the whole school, without anybody's name."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Exists, OuterRef
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from campus.doors import PersonRequest, back_to
from campus.feedback import actions
from campus.feedback.models import Feedback, FeedbackVote
from campus.feedback.registry import AREAS

A_PAGE = 24


@require_safe
def wall(request: PersonRequest) -> HttpResponse:
    """What is on the wall, newest first; the address narrows it to an area or what is open."""
    own = FeedbackVote.objects.filter(entry=OuterRef("pk"), person=request.user)
    found = Feedback.objects.all().on_wall().annotate(is_voted=Exists(own))
    area = request.GET.get("area", "")
    if area in AREAS:
        found = found.of_area(area)
    if request.GET.get("open"):
        found = found.open()
    found = found.select_related("topic").order_by("-on_wall_on", "-id")
    pages = Paginator(found.defer("description", "sought"), A_PAGE)
    context = {
        "page": pages.get_page(request.GET.get("page")), "areas": AREAS.values(), "area": area,
        "only_open": bool(request.GET.get("open")),
    }  # fmt: skip
    return render(request, "feedback/wall.html", context)


@require_POST
def vote(request: PersonRequest, pk: int) -> HttpResponse:
    """Want the same."""
    entry = get_object_or_404(Feedback.objects.all().on_wall(), pk=pk)
    count = actions.vote(entry, by=request.user)
    words = ngettext("%(count)d wants this.", "%(count)d want this.", count)
    messages.success(request, words % {"count": count})
    return redirect(back_to(request, reverse("feedback:wall")))
