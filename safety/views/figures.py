"""How the school's safety stands."""

from functools import partial

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from campus.doors import PersonRequest, require
from campus.figures import figures_page
from safety import rights
from safety.figures import semester


@require_safe
def figures(request: PersonRequest) -> HttpResponse:
    """The semester's figures by month, and how things stand today."""
    require(rights.can_direct_hazards(request.user))
    now = timezone.now()
    today = timezone.localdate(now)
    return figures_page(
        request, title=_("Figures of safety"), icon="shield-check", today=today,
        groups=partial(semester.groups, person=request.user, today=today),
        standing=semester.standing(request.user, now),
    )  # fmt: skip
