"""What can be written about, and who answers."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from campus.doors import PersonRequest, require
from campus.feedback import actions, forms, rights
from campus.feedback.models import FeedbackTopic
from campus.feedback.registry import AREAS


@require_safe
def topics(request: PersonRequest) -> HttpResponse:
    """The topics of every area."""
    require(rights.can_keep_topics(request.user))
    found = list(FeedbackTopic.objects.all())
    groups = [
        (area, [each for each in found if each.area == area.name]) for area in AREAS.values()
    ]  # fmt: skip
    return render(request, "feedback/topics.html", {"groups": groups})


@require_http_methods(["GET", "POST"])
def new(request: PersonRequest) -> HttpResponse:
    """A new topic."""
    require(rights.can_keep_topics(request.user))
    return kept(request, FeedbackTopic(area=request.GET.get("area", "")[:24]))


@require_http_methods(["GET", "POST"])
def edit(request: PersonRequest, pk: int) -> HttpResponse:
    """Change a topic, or offer it no more."""
    require(rights.can_keep_topics(request.user))
    seen = FeedbackTopic.objects.visible_to(request.user)
    return kept(request, get_object_or_404(seen, pk=pk))


def kept(request: PersonRequest, topic: FeedbackTopic) -> HttpResponse:
    """The form, and keeping what it says."""
    form = forms.TopicForm(request.POST or None, instance=topic)
    if not form.is_valid():
        status = 422 if form.is_bound else 200
        return render(request, "feedback/topic.html", {"form": form, "topic": topic}, status=status)
    actions.keep_topic(form.instance, by=request.user, at=timezone.now())
    messages.success(request, _("“%(topic)s” is kept.") % {"topic": form.instance})
    return redirect("feedback:topics")
