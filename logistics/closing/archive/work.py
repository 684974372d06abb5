"""Archives are written as jobs, and kept for good."""

import hashlib
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryFile

from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.files import File
from django.core.files.storage import default_storage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import get_language, gettext_noop, override
from django.utils.translation import gettext as _

from campus.closing import rights
from campus.doors import Refused
from campus.jobs.actions import ask
from campus.jobs.registry import Outcome, Progress, name_work
from campus.models import Job, Person, SemesterClose
from logistics.closing import actions
from logistics.closing.archive.contents import add_all
from logistics.closing.archive.package import Package, pieces_of

WORK = "closing.archive"
READY = gettext_noop("The archive is ready: %(count)s files.")
OPEN_AGAIN = gettext_noop("The semester is open again; close it first.")


def ask_for_archive(close: SemesterClose, *, by: Person, at: datetime) -> Job:
    """Let a worker write the archive of a closed semester."""
    facts = {"close": close.pk, "language": get_language()}
    title = _("Archive of %(semester)s") % {"semester": close.semester}
    return ask(WORK, title=title[:120], by=by, at=at, facts=facts)


def write_archive(job: Job, progress: Progress, at: datetime) -> Outcome:
    """The job's work; safe to begin anew, since a file takes the place of the one before."""
    if not (may := rights.can_close(job.by)):
        raise Refused(str(may.reason))
    closes = SemesterClose.objects.in_force().select_related("semester__school_year")
    close = closes.filter(pk=job.facts["close"]).first()
    if close is None:
        raise Refused(_(OPEN_AGAIN))
    with override(job.facts["language"]), TemporaryFile() as held:
        package = Package(held, at)
        contents = add_all(package, close.semester, job.by, progress)
        facts = {
            "semester": close.semester, "close": close, "contents": contents, "at": at,
            "school": settings.SCHOOL_NAME or _("Demo High School"),
            "language": job.facts["language"],
        }  # fmt: skip
        index = render_to_string("closing/archive_index.html", facts)
        package.add("index.html", [index.encode()])
        package.add("index.css", [style_sheet()])
        package.add("README.txt", [render_to_string("closing/archive_readme.txt", facts).encode()])
        package.close()
        size = held.tell()
        held.seek(0)
        digest = hashlib.sha256()
        for piece in pieces_of(held):
            digest.update(piece)
        held.seek(0)
        path = f"archives/{close.pk}-{job.pk}.zip"
        default_storage.delete(path)
        stored = default_storage.save(path, File(held))
    actions.keep_archive(
        close, file=stored, sha256=digest.hexdigest(), size=size, files=len(package.entries),
        by=job.by, at=at,
    )  # fmt: skip
    count = {"count": len(package.entries)}
    return Outcome(
        text=READY, facts=count, path=reverse("closing:semester", args=[close.semester_id])
    )


def style_sheet() -> bytes:
    """What the index wears."""
    path = finders.find("css/archive.css")
    assert path  # it comes with the portal
    return Path(path).read_bytes()


def hand_in() -> None:
    """Let jobs write archives."""
    name_work(WORK, write_archive)
