"""The nouns of the roof, as Django expects them in one place."""

from logistics.assessment.models import (
    AssessmentScheme,
    AssessmentWeek,
    ClassResult,
    FrozenMark,
    LineResult,
    SchemeLine,
)
from logistics.launcher.models import LinkedSystem, RecentUse

__all__ = [
    "AssessmentScheme",
    "AssessmentWeek",
    "ClassResult",
    "FrozenMark",
    "LineResult",
    "LinkedSystem",
    "RecentUse",
    "SchemeLine",
]
