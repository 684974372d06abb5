"""The nouns of the roof, as Django expects them in one place."""

from logistics.assessment.models import (
    AssessmentScheme,
    AssessmentWeek,
    ClassResult,
    FrozenMark,
    LineResult,
    SchemeLine,
)
from logistics.dashboard.models import (
    Arrangement,
    Digest,
    DigestWish,
    MeasureWeek,
    WallScreen,
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
    "MeasureWeek",
    "SchemeLine",
    "WallScreen",
]
