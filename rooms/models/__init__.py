"""Nouns of the special rooms, each in its file."""

from rooms.models.booking import Booking, BookingSeries
from rooms.models.diary import Diary, Obstacle, Wish
from rooms.models.money import BudgetLine, Spending
from rooms.models.period import LessonPeriod
from rooms.models.project import ProjectStage, RoomProject
from rooms.models.risk import Acceptance, Milestone, Risk
from rooms.models.room import Closure, RoomHours, SpecialRoom
from rooms.models.tally import USE_BY_DAY, UseTally

__all__ = [
    "USE_BY_DAY",
    "Acceptance",
    "Booking",
    "BookingSeries",
    "BudgetLine",
    "Closure",
    "Diary",
    "LessonPeriod",
    "Milestone",
    "Obstacle",
    "ProjectStage",
    "Risk",
    "RoomHours",
    "RoomProject",
    "SpecialRoom",
    "Spending",
    "UseTally",
    "Wish",
]
