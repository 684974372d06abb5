"""The nouns of the roof, as Django expects them in one place."""

from logistics.assessment.models import (
    AssessmentScheme,
    AssessmentWeek,
    ClassResult,
    FrozenMark,
    LineResult,
    SchemeLine,
)
from logistics.closing.models import SemesterArchive
from logistics.report.models import (
    ReportNote,
    ReportSection,
    SectionPhoto,
    SectionVersion,
    SemesterReport,
)

__all__ = [
    "AssessmentScheme",
    "AssessmentWeek",
    "ClassResult",
    "FrozenMark",
    "LineResult",
    "ReportNote",
    "ReportSection",
    "SchemeLine",
    "SectionPhoto",
    "SectionVersion",
    "SemesterArchive",
    "SemesterReport",
]
