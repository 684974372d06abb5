"""Reports with their sections and versions; notes and photos that go into them."""

from logistics.report.models.note import ReportNote
from logistics.report.models.report import SemesterReport
from logistics.report.models.section import ReportSection, SectionPhoto, SectionVersion

__all__ = ["ReportNote", "ReportSection", "SectionPhoto", "SectionVersion", "SemesterReport"]
