"""Nouns of safety, each in its file."""

from safety.models.criterion import Domain, MajorCriterion
from safety.models.hazard import OFFICERS, Hazard

__all__ = ["OFFICERS", "Domain", "Hazard", "MajorCriterion"]
