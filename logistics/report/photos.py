"""Which photos can stand in a section: those of its records, as far as somebody may see them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Case, Exists, OuterRef, Q, QuerySet, When

from campus.attachments.models import files_of
from campus.models import Attachment, Person, StoredFile
from campus.school_time.engine import moments_of
from logistics.report.models import ReportNote, ReportSection
from logistics.report.parts import PART, Records

PAGE = 24


@dataclass(frozen=True)
class Found:
    """A page of photos; `has_more` with others after them."""

    photos: list[Attachment]
    has_more: bool


def photos_for(section: ReportSection, person: Person) -> QuerySet[Attachment]:
    """Photos of the semester that can stand in the section and do not yet: those of its notes
    first, then the newest."""
    semester = section.report.semester
    start, end = moments_of(semester.first_day, semester.last_day)
    note = ContentType.objects.get_for_model(ReportNote)
    own = ReportNote.objects.visible_to(person).filter(semester=semester, key=section.key)
    among = Q(content_type=note, object_id__in=own.order_by().values("pk"))
    part = PART.get(section.key)
    for records in part.records if part else ():
        among |= of_records(records, person)
    found = Attachment.objects.filter(among, at__gte=start, at__lt=end, removed_at=None)
    pictures = found.filter(file__kind__in=StoredFile.PICTURES)
    there = section.photos.order_by().values("attachment")
    of_note = Case(When(content_type=note, then=0), default=1)
    new = pictures.exclude(pk__in=there).shown()
    return new.order_by(of_note, "-at", "id")


def of_records(records: Records, person: Person) -> Q:
    """Attachments of some records, as far as the person may see their files."""
    everything: Any = records.model._default_manager.filter(records.where)
    seen = files_of(everything, person).order_by().filter(pk=OuterRef("object_id"))
    sort = ContentType.objects.get_for_model(records.model)
    # Asked of each photo: a semester's photos are fewer than all records there are.
    return Q(Exists(seen), content_type=sort)


def page_of(photos: QuerySet[Attachment], number: int) -> Found:
    """One page of photos with the records that they belong to; one query for each sort of record
    beside that of the photos."""
    first = (number - 1) * PAGE
    rows = list(photos.prefetch_related("thing")[first : first + PAGE + 1])
    return Found(rows[:PAGE], len(rows) > PAGE)


def caption_of(photo: Attachment) -> str:
    """What a photo is called at first: its record, and whether it shows it before or after."""
    words = [str(photo.thing or photo.name), photo.get_role_display() if photo.role else ""]
    return " · ".join(filter(None, words))[:60]


def captions_of(photos: Iterable[Attachment]) -> dict[int, str]:
    return {photo.pk: caption_of(photo) for photo in photos}
