"""The semester report of a large school: written from the figures, and its files."""

import time
from collections.abc import Callable
from datetime import date, datetime
from datetime import time as clock
from io import BytesIO

from django.utils import timezone
from django.utils.translation import override

from campus.models import Person, Semester
from logistics.report import actions
from logistics.report.models import SemesterReport
from logistics.report.registers import write_registers
from logistics.report.word.writer import write_docx

DAY = date(2025, 11, 20)
# Whoever has asked waits for no page, but not for a coffee either.
DOCUMENT_WITHIN, REGISTERS_WITHIN, WRITING_WITHIN = 30, 30, 2


def seconds() -> dict[str, tuple[float, float]]:
    """How long the figures, the document and the registers take, each with its goal."""
    head = Person.objects.get(number="head")
    semester = Semester.objects.select_related("school_year").current(DAY)
    assert semester
    report = SemesterReport.objects.get(semester=semester)
    at = timezone.make_aware(datetime.combine(DAY, clock(18)))
    with override("zh-hans"):
        return {
            "semester report: figures asked anew, seconds": (
                taken(lambda: actions.renew(report, by=head, at=at)), WRITING_WITHIN,
            ),
            "semester report: Word document, seconds": (
                taken(lambda: write_docx(report, BytesIO())), DOCUMENT_WITHIN,
            ),
            "semester report: registers, seconds": (
                taken(lambda: write_registers(semester, head, BytesIO())), REGISTERS_WITHIN,
            ),
        }  # fmt: skip


def taken(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def pages() -> dict[str, str]:
    """What the head opens."""
    report = SemesterReport.objects.get(semester__first_day__lte=DAY, semester__last_day__gte=DAY)
    section = report.sections.get(key="safety")
    return {
        "semester report": f"/reports/{report.pk}/",
        "photos for the report": f"/reports/sections/{section.pk}/photos/",
    }
