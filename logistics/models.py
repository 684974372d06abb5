"""The nouns of the roof, as Django expects them in one place."""

from logistics.api.repeating.models import RepeatedCall
from logistics.api.tokens.models import Token
from logistics.assessment.models import (
    AssessmentScheme,
    AssessmentWeek,
    ClassResult,
    FrozenMark,
    LineResult,
    SchemeLine,
)
from logistics.closing.models import SemesterArchive
from logistics.dashboard.models import (
    Arrangement,
    Digest,
    DigestWish,
    MeasureWeek,
    WallScreen,
)
from logistics.launcher.models import LinkedSystem, RecentUse, UnreadCount
from logistics.report.models import (
    ReportNote,
    ReportSection,
    SectionPhoto,
    SectionVersion,
    SemesterReport,
)

__all__ = [
    "Arrangement",
    "AssessmentScheme",
    "AssessmentWeek",
    "ClassResult",
    "Digest",
    "DigestWish",
    "FrozenMark",
    "LineResult",
    "LinkedSystem",
    "MeasureWeek",
    "RecentUse",
    "RepeatedCall",
    "ReportNote",
    "ReportSection",
    "SchemeLine",
    "SectionPhoto",
    "SectionVersion",
    "SemesterArchive",
    "SemesterReport",
    "Token",
    "UnreadCount",
    "WallScreen",
]
