"""The audit log, for auditors."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from campus.audit import rights
from campus.audit.lists import LOG, by_words, kind_words, whom_words
from campus.doors import PersonRequest, require
from campus.lists.views import list_page
from campus.models import AuditCheck, AuditEntry


@require_safe
def log(request: PersonRequest) -> HttpResponse:
    """All that was noted, the newest first, and whether the seals hold."""
    return list_page(request, LOG, "audit/log.html", check=AuditCheck.objects.first())


@require_safe
def entry(request: PersonRequest, pk: int) -> HttpResponse:
    """One act with all that was noted of it."""
    require(rights.can_read(request.user))
    found: Any = get_object_or_404(AuditEntry.objects.visible_to(request.user).with_people(), pk=pk)
    context = {
        "entry": found, "kind": kind_words(found), "by": by_words(found), "whom": whom_words(found),
        "about": found.about_type.name if found.about_type else "",
    }  # fmt: skip
    return render(request, "audit/entry.html", context)
