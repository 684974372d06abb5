"""Photos are chosen for a section, and taken out again."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from campus.doors import Refused
from campus.models import Attachment, Person
from campus.storing import store
from logistics.report.models import ReportNote, ReportSection, SectionPhoto, SemesterReport

# A page of the document, two in a row; more make a section an album. Our own figure.
MOST = 8
LONGEST_CAPTION = 60


@transaction.atomic
def choose_photos(
    section: ReportSection, captions: Mapping[Attachment, str], *, by: Person, at: datetime
) -> list[SectionPhoto]:
    """Let these photos stand below the section under their captions, after those that are there.

    The caller has looked for them among what `by` may see. Raises Refused for more than MOST,
    ValidationError for a photo that stands there already.
    """
    held = ReportSection.objects.select_for_update(of=("self",)).get(pk=section.pk)
    there = held.photos.count()
    if there + len(captions) > MOST:
        raise Refused(_("A section has at most %(most)s photos.") % {"most": MOST})
    photos = [
        SectionPhoto(section=held, attachment=photo, caption=caption, position=position)
        for position, (photo, caption) in enumerate(captions.items(), there + 1)
    ]
    for photo in photos:
        store(photo)
    return photos


@transaction.atomic
def drop_photo(photo: SectionPhoto, *, by: Person, at: datetime) -> None:
    """Take a photo out of its section; the record it belongs to keeps it."""
    SectionPhoto.objects.filter(pk=photo.pk).delete()


def add_photos_of_notes(report: SemesterReport) -> None:
    """The photos of all notes, each in the section that its note is about."""
    for note in ReportNote.objects.standing().filter(semester=report.semester_id).order_by("at"):
        add_photos_of_note(note)


def add_photos_of_note(note: ReportNote) -> None:
    """The note's photos in the report, as far as there is one and room in it."""
    sections = ReportSection.objects.select_for_update(of=("self",))
    section = sections.filter(report__semester=note.semester_id, key=note.key).first()
    if section is None:
        return
    there = set(section.photos.values_list("attachment", flat=True))
    new = [
        photo for photo in Attachment.objects.of(note) if photo.is_picture and photo.pk not in there
    ]
    for position, photo in enumerate(new[: max(0, MOST - len(there))], len(there) + 1):
        caption = note.text.splitlines()[0][:LONGEST_CAPTION]
        store(SectionPhoto(section=section, attachment=photo, caption=caption, position=position))
