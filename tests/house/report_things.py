"""One of everything of the semester report that an address can name."""

from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from campus.models import Person, Semester
from logistics.report import actions
from logistics.report.models import SectionPhoto


def report_things(head: Person, semester: Semester, at: Any) -> dict[str, Any]:
    """A report in English with a note and its photo, and a section whose newer text is offered."""
    held = BytesIO()
    Image.new("RGB", (8, 6), "green").save(held, "JPEG")
    photo = SimpleUploadedFile("photo.jpg", held.getvalue())
    note = actions.write_note(semester, key="safety", text="Note", photos=[photo], by=head, at=at)
    report = actions.make(semester, language="en", by=head, at=at)
    section = report.sections.get(key="safety")
    actions.edit(section, title="Safety", text="Text of our own.", by=head, at=at)
    actions.write_note(semester, key="safety", text="Another", photos=[], by=head, at=at)
    actions.renew(report, by=head, at=at)
    return {
        "report:report": report.pk, "report:section": section.pk, "report:note": note.pk,
        "report:version": (section.pk, 1), "report:photo": SectionPhoto.objects.get().pk,
    }  # fmt: skip
