"""How content people are, and how they are answered."""

from collections.abc import Sequence

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from campus.doors import PersonRequest, require
from campus.feedback import rights
from campus.feedback.lines import by_subject, feedback_groups
from campus.feedback.registry import FeedbackArea
from campus.feedback.views.writing import area_named
from campus.figures import Group, Span, figures_page


@require_safe
def figures(request: PersonRequest, area: str) -> HttpResponse:
    """What was said of an area in a semester, by topic and by what it compares."""
    require(rights.can_read_entries(request.user))
    asked = area_named(area)
    return figures_page(
        request, title=_("Feedback: %(area)s") % {"area": asked.label}, icon="message-heart",
        today=timezone.localdate(), groups=lambda spans: groups_of(asked, spans),
    )  # fmt: skip


def groups_of(area: FeedbackArea, spans: Sequence[Span]) -> list[Group]:
    """Everything that is counted of an area's feedback; five queries at most."""
    told = feedback_groups(area.name, spans)
    if area.compared is None:
        return told
    title, subjects = area.compared()
    return [*told, by_subject(title, subjects, spans)]
