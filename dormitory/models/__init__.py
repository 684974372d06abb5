"""Nouns of the dormitory, each in its file."""

from dormitory.models.allotment import Allotment, AllotmentLine
from dormitory.models.award import AwardCycle, Nomination
from dormitory.models.bed_move import BedMove
from dormitory.models.headcount import Absence, LeaveSlip, RoomCount
from dormitory.models.house import Bed, DormRoom, House, Side
from dormitory.models.leader_turn import LeaderTurn
from dormitory.models.occupancy import Occupancy, classes_of_rooms, free_beds
from dormitory.models.reach import LEADERS, OVERSEERS, Reach, leader_reach, reach_of, warden_reach
from dormitory.models.tally import AbsenceTally, CountTally
from dormitory.models.visit import Visit

__all__ = [
    "LEADERS",
    "OVERSEERS",
    "Absence",
    "AbsenceTally",
    "Allotment",
    "AllotmentLine",
    "AwardCycle",
    "Bed",
    "BedMove",
    "CountTally",
    "DormRoom",
    "House",
    "LeaderTurn",
    "LeaveSlip",
    "Nomination",
    "Occupancy",
    "Reach",
    "RoomCount",
    "Side",
    "Visit",
    "classes_of_rooms",
    "free_beds",
    "leader_reach",
    "reach_of",
    "warden_reach",
]
