"""Watching long work, and fetching what it made."""

from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from campus.doors import PersonRequest
from campus.jobs.progress import how_far
from campus.models import Job
from campus.shell.downloads import file_answer


@require_safe
def job(request: PersonRequest, pk: int) -> HttpResponse:
    """How far the job is, and what came of it; drawn anew by itself while it is under way."""
    found = get_object_or_404(Job.objects.visible_to(request.user), pk=pk)
    context = {"job": found, "how_far": how_far(found)}
    return render(request, "jobs/job.html", context)


@require_safe
def job_file(request: PersonRequest, pk: int) -> HttpResponseBase:
    """The file that the job has made."""
    found = get_object_or_404(Job.objects.visible_to(request.user), pk=pk)
    if not found.file:
        raise Http404
    return file_answer(found.file, name=found.file_name)
