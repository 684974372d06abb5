"""How inspections are kept."""

from functools import partial

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from campus.doors import PersonRequest, require
from campus.figures import figures_page
from inspections import figures as counted
from inspections import rights


@require_safe
def figures(request: PersonRequest) -> HttpResponse:
    """The semester's figures by month, and how much of the school is seen in time."""
    require(rights.can_see_figures(request.user))
    today = timezone.localdate()
    return figures_page(
        request, title=_("Figures of inspections"), icon="clipboard-check", today=today,
        groups=partial(counted.groups, today=today), standing=[counted.coverage(today)],
    )  # fmt: skip
