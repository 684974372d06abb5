"""How repairs do."""

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from campus.doors import PersonRequest, require
from campus.figures import figures_page
from repairs import rights
from repairs.figures import assets, maintenance, supplies, tickets


@require_safe
def figures(request: PersonRequest) -> HttpResponse:
    """The semester's figures by month, and what is open by age."""
    require(rights.can_see_figures(request.user))
    today = timezone.localdate()
    return figures_page(
        request, title=_("Figures of repairs"), icon="tool", today=today,
        groups=lambda spans: [*tickets.groups(spans), *maintenance.groups(spans, today)],
        template="repairs/figures.html", backlog=tickets.backlog(today),
    )  # fmt: skip


@require_safe
def store(request: PersonRequest) -> HttpResponse:
    """What the store cost by month, and how store, register and spare pool stand."""
    require(rights.can_keep_store(request.user))
    today = timezone.localdate()
    return figures_page(
        request, title=_("Figures of assets and supplies"), icon="packages", today=today,
        groups=lambda spans: [supplies.group(spans)],
        standing=[*assets.today_lines(today), *supplies.today_lines()],
    )  # fmt: skip
