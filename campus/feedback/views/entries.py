"""The list of entries; the page of one and its moves are those of any case."""

from django.http import HttpResponse
from django.views.decorators.http import require_POST, require_safe

from campus.cases.views import given
from campus.doors import PersonRequest, require
from campus.feedback import actions, rights
from campus.feedback.lists import ENTRIES
from campus.feedback.registry import AREAS
from campus.lists.views import list_page


@require_safe
def entries(request: PersonRequest) -> HttpResponse:
    """All entries that one may see."""
    require(rights.can_read_entries(request.user))
    return list_page(
        request, ENTRIES, "feedback/entries.html", areas=AREAS.values(),
        may_keep=rights.can_keep_topics(request.user),
    )  # fmt: skip


@require_POST
def give(request: PersonRequest) -> HttpResponse:
    """Give the selected entries to one person."""
    require(rights.can_read_entries(request.user))
    return given(request, ENTRIES, actions.give_all)
