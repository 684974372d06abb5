"""The nouns of the roof, as Django expects them in one place."""

from logistics.assessment.models import (
    AssessmentScheme,
    AssessmentWeek,
    ClassResult,
    FrozenMark,
    LineResult,
    SchemeLine,
)

__all__ = [
    "AssessmentScheme",
    "AssessmentWeek",
    "ClassResult",
    "FrozenMark",
    "LineResult",
    "SchemeLine",
]
