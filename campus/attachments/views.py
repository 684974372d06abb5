"""Uploading one file at once, and handing files to whoever may see them."""

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from campus.attachments import actions, forms, rights
from campus.attachments.models import Attachment, StoredFile
from campus.doors import PersonRequest, came_from, require
from campus.shell.downloads import file_answer

# A picture or paper is a page of its own that may run nothing, send nothing and load nothing.
SANDBOX = "sandbox; default-src 'none'; img-src 'self'; style-src 'unsafe-inline'"


@require_POST
def upload(request: PersonRequest) -> JsonResponse:
    """Keep one file loose, for the form that is being filled in; answers with what to draw."""
    form = forms.Upload(request.POST, request.FILES, person=request.user)
    if not form.is_valid():
        return JsonResponse({"error": form.sentence}, status=422)
    kept = actions.keep_upload(form.cleaned_data["file"], by=request.user, at=timezone.now())
    return JsonResponse(forms.drawn(kept), status=201)


def found(request: PersonRequest, pk: int) -> tuple[Attachment, StoredFile]:
    """The attachment with its file, for whoever may see it; 404 for all others."""
    rows = Attachment.objects.select_related("file", "content_type")
    attachment = get_object_or_404(rows, pk=pk)
    if attachment.file is None or not rights.can_see(request.user, attachment):
        raise Http404
    return attachment, attachment.file


@require_safe
def show(request: PersonRequest, pk: int, name: str) -> HttpResponseBase:
    """The file itself; pictures and PDF are shown, all else is saved."""
    attachment, file = found(request, pk)
    is_shown = file.is_picture or file.kind == StoredFile.Kind.PDF
    return shut_in(file_answer(file.path, name=attachment.name, inline=is_shown))


@require_safe
def small(request: PersonRequest, pk: int) -> HttpResponseBase:
    """The small picture."""
    attachment, file = found(request, pk)
    if not file.is_picture:
        raise Http404
    return shut_in(file_answer(file.small_path, name=attachment.name, inline=True))


def shut_in(answer: HttpResponseBase) -> HttpResponseBase:
    """The answer in its sandbox."""
    answer["Content-Security-Policy"] = SANDBOX
    return answer


@require_POST
def remove(request: PersonRequest, pk: int) -> HttpResponse:
    """Take a file away again."""
    attachment, _file = found(request, pk)
    require(rights.can_remove(request.user, attachment, timezone.now()))
    actions.remove(attachment, by=request.user, at=timezone.now())
    if attachment.content_type_id is None:
        return HttpResponse(status=204)
    messages.success(request, _("“%(name)s” is removed.") % {"name": attachment})
    return redirect(came_from(request))
