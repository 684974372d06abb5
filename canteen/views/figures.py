"""How the canteens stand."""

from collections.abc import Sequence

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from campus.doors import PersonRequest, require
from campus.feedback.lines import by_subject, feedback_groups
from campus.figures import Group, Span, figures_page
from canteen import rights
from canteen.feedback import AREA
from canteen.figures import semester
from canteen.models import Counter


def said(spans: Sequence[Span]) -> list[Group]:
    """What guests said, by topic and by counter; four queries."""
    counters = list(Counter.objects.filter(is_open=True).select_related("canteen"))
    by_counter = by_subject(_("Stars by counter"), counters, spans)
    return [*feedback_groups(AREA, spans), by_counter]


@require_safe
def figures(request: PersonRequest) -> HttpResponse:
    """The semester's figures by month, and how things stand today."""
    require(rights.can_work_in_kitchen(request.user))
    now = timezone.now()
    return figures_page(
        request, title=_("Figures of the canteens"), icon="tools-kitchen-2",
        today=timezone.localdate(now),
        groups=lambda spans: [*semester.groups(spans), *said(spans)],
        standing=semester.standing(request.user, now),
    )  # fmt: skip
