"""Nouns of the cleaning area, each in its file."""

from cleaning.models.area import Care, CleaningArea, Gap, gaps_between
from cleaning.models.duty_class import DutyGroup, DutyStep, DutyWeek, classes_of
from cleaning.models.rotation import Rotation, Turn, turns_of

__all__ = [
    "Care", "CleaningArea", "DutyGroup", "DutyStep", "DutyWeek", "Gap", "Rotation", "Turn",
    "classes_of", "gaps_between", "turns_of",
]  # fmt: skip
