"""The archive of a closed semester: written by a job, fetched by the head."""

from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from campus.closing import actions, rights
from campus.doors import PersonRequest, Refused, require
from campus.shell.downloads import file_answer
from logistics.closing.archive.work import ask_for_archive
from logistics.closing.models import SemesterArchive
from logistics.closing.views.closing import found


@require_POST
def make(request: PersonRequest, pk: int) -> HttpResponse:
    """Have the archive written; the job's page tells how far it is."""
    require(rights.can_close(request.user))
    close = actions.close_of(found(pk))
    if close is None:
        raise Refused(_("The semester is not closed yet."))
    return redirect(ask_for_archive(close, by=request.user, at=timezone.now()))


@require_safe
def fetch(request: PersonRequest, pk: int) -> HttpResponseBase:
    """The file itself."""
    require(rights.can_close(request.user))
    archive = SemesterArchive.objects.filter(close=actions.close_of(found(pk))).first()
    if archive is None:
        raise Http404
    return file_answer(archive.file, name=f"{found(pk)}.zip")
