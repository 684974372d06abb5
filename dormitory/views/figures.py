"""How full the houses are, and how the evening roll is kept."""

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from campus.doors import PersonRequest, require
from campus.figures import figures_page
from dormitory import rights
from dormitory.figures import semester


@require_safe
def figures(request: PersonRequest) -> HttpResponse:
    """The semester's figures by month, and how full it is today."""
    require(rights.can_see_figures(request.user))
    today = timezone.localdate()
    return figures_page(
        request, title=_("Figures of the dormitory"), icon="bed", today=today,
        groups=semester.groups, standing=semester.standing(today),
    )  # fmt: skip
