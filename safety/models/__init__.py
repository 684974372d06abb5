"""Nouns of safety, each in its file."""

from safety.models.chemical import Chemical, ChemicalCount, ChemicalMove
from safety.models.criterion import Domain, MajorCriterion
from safety.models.drill import Drill, DrillGroup, DrillLine, DrillProblem, DrillReport
from safety.models.duty_shift import DutyLogEntry, DutyMember, DutyShift, DutySwap
from safety.models.education import (
    EventClass,
    QuizCount,
    QuizQuestion,
    QuizTaken,
    SafetyDate,
    SafetyEvent,
)
from safety.models.equipment import EquipmentRule, FireEquipment
from safety.models.hazard import OFFICERS, Hazard
from safety.models.incident import Incident
from safety.models.norm import Norm, NormEvidence, NormRequirement
from safety.models.tally import HAZARDS_BY_DAY, HazardTally

__all__ = [
    "HAZARDS_BY_DAY",
    "OFFICERS",
    "Chemical",
    "ChemicalCount",
    "ChemicalMove",
    "Domain",
    "Drill",
    "DrillGroup",
    "DrillLine",
    "DrillProblem",
    "DrillReport",
    "DutyLogEntry",
    "DutyMember",
    "DutyShift",
    "DutySwap",
    "EquipmentRule",
    "EventClass",
    "FireEquipment",
    "Hazard",
    "HazardTally",
    "Incident",
    "MajorCriterion",
    "Norm",
    "NormEvidence",
    "NormRequirement",
    "QuizCount",
    "QuizQuestion",
    "QuizTaken",
    "SafetyDate",
    "SafetyEvent",
]
