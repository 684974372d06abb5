"""How the canteens stand."""

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from campus.doors import PersonRequest, require
from campus.figures import figures_page
from canteen import rights
from canteen.figures import semester


@require_safe
def figures(request: PersonRequest) -> HttpResponse:
    """The semester's figures by month, and how things stand today."""
    require(rights.can_work_in_kitchen(request.user))
    now = timezone.now()
    return figures_page(
        request, title=_("Figures of the canteens"), icon="tools-kitchen-2",
        today=timezone.localdate(now), groups=semester.groups,
        standing=semester.standing(request.user, now),
    )  # fmt: skip
