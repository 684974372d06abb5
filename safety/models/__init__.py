"""Nouns of safety, each in its file."""

from safety.models.criterion import Domain, MajorCriterion
from safety.models.drill import (
    Drill,
    DrillGroup,
    DrillLine,
    DrillProblem,
    DrillReport,
)
from safety.models.hazard import OFFICERS, Hazard
from safety.models.incident import Incident
from safety.models.norm import Norm, NormEvidence, NormRequirement

__all__ = [
    "OFFICERS",
    "Domain",
    "Drill",
    "DrillGroup",
    "DrillLine",
    "DrillProblem",
    "DrillReport",
    "Hazard",
    "Incident",
    "MajorCriterion",
    "Norm",
    "NormEvidence",
    "NormRequirement",
]
