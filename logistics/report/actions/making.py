"""Reports are made from the figures, and made anew without losing what people wrote."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from campus.doors import Refused
from campus.models import Person, Semester
from campus.storing import store
from logistics.report.actions.photos import add_photos_of_notes
from logistics.report.actions.versions import keep
from logistics.report.facts import Told
from logistics.report.models import ReportSection, SectionVersion, SemesterReport
from logistics.report.parts import POSITION
from logistics.report.writing import headings, signature, title_of, written

Way = SectionVersion.Way


@dataclass
class Renewed:
    """How many sections were written anew, and beside how many a newer text is offered."""

    written: int = 0
    offered: int = 0


@transaction.atomic
def make(semester: Semester, *, language: str, by: Person, at: datetime) -> SemesterReport:
    """Write the semester's report. Raises Refused where there is one, or before its first day."""
    Semester.objects.select_for_update().get(pk=semester.pk)
    today = timezone.localtime(at).date()
    if SemesterReport.objects.filter(semester=semester).exists():
        raise Refused(_("This semester has its report already."))
    if today < semester.first_day:
        raise Refused(_("This semester has not begun yet."))
    report = SemesterReport(
        semester=semester, language=language, title=title_of(semester, language),
        signed_by=signature(language), dated_on=min(today, semester.last_day), made_by=by,
        made_at=at, renewed_at=at,
    )  # fmt: skip
    store(report)
    bring_up_to_date(report, by=by, at=at)
    add_photos_of_notes(report)
    return report


@transaction.atomic
def renew(report: SemesterReport, *, by: Person, at: datetime) -> Renewed:
    """Ask the figures anew: sections that nobody has edited are written anew, beside the others
    the newer text is offered."""
    held = SemesterReport.objects.select_for_update(of=("self",)).select_related(
        "semester__school_year"
    ).get(pk=report.pk)  # fmt: skip
    renewed = bring_up_to_date(held, by=by, at=at)
    held.renewed_at = max(at, held.renewed_at)
    store(held, only=["renewed_at"])
    return renewed


def bring_up_to_date(report: SemesterReport, *, by: Person, at: datetime) -> Renewed:
    """Every section beside what the figures say now; parts that are new to the portal are added."""
    found = written(report.semester, language=report.language, person=by, at=at)
    known = {
        section.key: section
        for section in ReportSection.objects.select_for_update().filter(report=report)
    }
    titles, renewed = headings(report.language), Renewed()
    for key, told in found.items():
        section = known.get(key) or ReportSection(report=report, key=key, title=titles[key])
        section.position = POSITION[key]
        write(section, told, renewed, at=at)
    return renewed


def write(section: ReportSection, told: Told, renewed: Renewed, *, at: datetime) -> None:
    """Bring one section in line with its new text."""
    section.proofs = [list(each) for each in told.proofs]
    if section.is_edited:
        # Compared with what people have decided on last: what they left stays left.
        section.is_offered = told.text != section.generated
        section.offered = told.text if section.is_offered else ""
        store(section)
        renewed.offered += section.is_offered
        return
    is_same = section.pk is not None and told.text == section.text
    section.text = section.generated = told.text
    if is_same:
        store(section)
        return
    keep(section, Way.GENERATED, by=None, at=at)
    renewed.written += 1


@transaction.atomic
def head_with(
    report: SemesterReport, *, title: str, signed_by: str, dated_on: date, by: Person, at: datetime
) -> SemesterReport:
    """Say what the report is called, who signs it, and of which day it is."""
    held = SemesterReport.objects.select_for_update().get(pk=report.pk)
    held.title, held.signed_by, held.dated_on = title, signed_by, dated_on
    store(held)
    return held
