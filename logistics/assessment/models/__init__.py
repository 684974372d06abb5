"""Schemes, and weeks that were published."""

from logistics.assessment.models.scheme import AssessmentScheme, SchemeLine
from logistics.assessment.models.week import AssessmentWeek, ClassResult, FrozenMark, LineResult

__all__ = [
    "AssessmentScheme",
    "AssessmentWeek",
    "ClassResult",
    "FrozenMark",
    "LineResult",
    "SchemeLine",
]
