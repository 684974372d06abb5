"""How full the houses are, and how the evening roll is kept."""

from collections.abc import Sequence

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from campus.doors import PersonRequest, require
from campus.feedback.lines import feedback_groups
from campus.figures import Group, Span, figures_page
from dormitory import rights
from dormitory.feedback import AREA
from dormitory.figures import semester
from dormitory.figures.checks import check_groups


def all_groups(spans: Sequence[Span]) -> list[Group]:
    """The evening roll, the checks of rooms, what was said."""
    return [
        *semester.groups(spans), *check_groups(spans), *feedback_groups(AREA, spans)
    ]  # fmt: skip


@require_safe
def figures(request: PersonRequest) -> HttpResponse:
    """The semester's figures by month, and how full it is today."""
    require(rights.can_see_figures(request.user))
    today = timezone.localdate()
    return figures_page(
        request, title=_("Figures of the dormitory"), icon="bed", today=today,
        groups=all_groups, standing=semester.standing(today),
    )  # fmt: skip
