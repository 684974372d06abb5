"""Notes are written, corrected, taken back."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from campus.attachments.actions import Upload, attach
from campus.doors import Refused
from campus.models import Attachment, Person, Semester
from campus.storing import store
from logistics.report.actions.photos import add_photos_of_note
from logistics.report.models import ReportNote
from logistics.report.text import tidied


@transaction.atomic
def write_note(  # each is a fact of its own
    semester: Semester, *, key: str, text: str, photos: Iterable[Upload | Attachment], by: Person,
    at: datetime,
) -> ReportNote:  # fmt: skip
    """Note something for the report; its photos stand in the report, if it is made already."""
    note = ReportNote(semester=semester, key=key, text=tidied(text), by=by, at=at)
    store(note)
    attach(note, photos, by=by, at=at)
    add_photos_of_note(note)
    return note


@transaction.atomic
def correct_note(
    note: ReportNote, *, key: str, text: str, photos: Iterable[Upload | Attachment], by: Person,
    at: datetime,
) -> ReportNote:  # fmt: skip
    """Let the note say this, with further photos. Raises Refused where it was taken back."""
    held = standing(note)
    held.key, held.text = key, tidied(text)
    store(held)
    attach(held, photos, by=by, at=at)
    add_photos_of_note(held)
    return held


@transaction.atomic
def take_back(note: ReportNote, *, by: Person, at: datetime) -> None:
    """Let the note go into no report any more. Raises Refused where it was taken back already."""
    held = standing(note)
    held.taken_back_by, held.taken_back_at = by, at
    store(held)


def standing(note: ReportNote) -> ReportNote:
    held = ReportNote.objects.select_for_update(of=("self",)).get(pk=note.pk)
    if held.taken_back_at:
        raise Refused(_("The note has been taken back already."))
    return held
