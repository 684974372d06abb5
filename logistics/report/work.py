"""The files of a report, written as jobs: they take seconds, and end in the inbox."""

from collections.abc import Callable
from datetime import datetime
from tempfile import TemporaryFile
from typing import IO, Any

from django.core.files import File
from django.core.files.storage import default_storage
from django.utils.translation import get_language, gettext_noop, override
from django.utils.translation import gettext as _

from campus.doors import Refused
from campus.jobs.actions import ask
from campus.jobs.registry import Outcome, Progress, name_work
from campus.models import Job, Person
from logistics.report import rights
from logistics.report.models import SemesterReport
from logistics.report.registers import write_registers
from logistics.report.word.writer import write_docx

DOCUMENT, REGISTERS = "report.document", "report.registers"
READY = gettext_noop("The document is ready.")
ROWS = gettext_noop("%(count)s rows of the semester's registers are in the file.")
GONE = gettext_noop("The report is no longer there.")


def ask_for_document(report: SemesterReport, *, by: Person, at: datetime) -> Job:
    """Let a worker write the report as a Word document."""
    return asked(DOCUMENT, report, str(report), by=by, at=at)


def ask_for_registers(report: SemesterReport, *, by: Person, at: datetime) -> Job:
    """Let a worker write the semester's registers as a workbook."""
    title = _("Registers of %(semester)s") % {"semester": report.semester}
    return asked(REGISTERS, report, title, by=by, at=at)


def asked(kind: str, report: SemesterReport, title: str, *, by: Person, at: datetime) -> Job:
    facts = {"report": report.pk, "name": title, "language": get_language()}
    return ask(kind, title=title[:120], by=by, at=at, facts=facts)


def write_document(job: Job, progress: Progress, at: datetime) -> Outcome:
    """The job's work: the report as it stands when the file is written."""
    report = report_of(job)
    return kept(job, ".docx", READY, {}, lambda file: write_docx(report, file, progress))


def write_annexes(job: Job, progress: Progress, at: datetime) -> Outcome:
    """The job's work: the registers as whoever asked may see them, in that person's language."""
    semester, facts = report_of(job).semester, {"count": 0}

    def write(file: IO[bytes]) -> None:
        with override(job.facts["language"]):
            facts["count"] = write_registers(semester, job.by, file, progress)

    return kept(job, ".xlsx", ROWS, facts, write)


def report_of(job: Job) -> SemesterReport:
    """The report that the job is about; whoever asked must still be allowed to."""
    may = rights.can_write(job.by)
    if not may:
        raise Refused(str(may.reason))
    seen = SemesterReport.objects.visible_to(job.by).select_related("semester__school_year")
    report = seen.filter(pk=job.facts["report"]).first()
    if report is None:
        raise Refused(_(GONE))
    return report


def kept(
    job: Job, ending: str, text: str, facts: dict[str, Any], write: Callable[[IO[bytes]], None]
) -> Outcome:
    """What was written, in the storage of private files; a killed worker may have left the like."""
    path = f"exports/report-{job.pk}{ending}"
    with TemporaryFile() as held:
        write(held)
        held.seek(0)
        default_storage.delete(path)
        stored = default_storage.save(path, File(held))
    return Outcome(text=text, facts=facts, file=stored, file_name=f"{job.facts['name']}{ending}")


def hand_in() -> None:
    """Let jobs write both."""
    name_work(DOCUMENT, write_document)
    name_work(REGISTERS, write_annexes)
