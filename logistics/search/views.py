"""The page that searches everything."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from campus.doors import PersonRequest
from campus.lists.finding import MOST_WORDS, SEARCH
from logistics.search.everywhere import look_for, path_of_number


@require_safe
def search(request: PersonRequest) -> HttpResponse:
    """What mentions the words, by kind; a number typed exactly leads straight to its record."""
    words = request.GET.get(SEARCH, "").strip()[:MOST_WORDS]
    path = path_of_number(words, request.user) if words else ""
    if path:
        return redirect(path)
    groups = look_for(words, request.user, today=timezone.localdate()) if words else []
    return render(request, "logistics/search.html", {"words": words, "groups": groups})
