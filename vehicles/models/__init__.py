"""The nouns of the area, each in its own file."""

from vehicles.models.approval import APPROVERS, HEADS_OWN, Approval, ApprovalRule, Why
from vehicles.models.cap import LIMITS, UsageCap, Use, uses_of
from vehicles.models.month import FleetMonth, MonthLine
from vehicles.models.odometer import OdometerReading
from vehicles.models.trip import Trip
from vehicles.models.trip_request import FAR_KM, LONGEST, MOST_TRIP_KM, Direction, TripRequest
from vehicles.models.usage import TRIPS_BY_DAY, USE_BY_DAY, TripTally, UseTally
from vehicles.models.vehicle import KEEPERS, READERS, Vehicle

__all__ = [
    "APPROVERS",
    "FAR_KM",
    "HEADS_OWN",
    "KEEPERS",
    "LIMITS",
    "LONGEST",
    "MOST_TRIP_KM",
    "READERS",
    "TRIPS_BY_DAY",
    "USE_BY_DAY",
    "Approval",
    "ApprovalRule",
    "Direction",
    "FleetMonth",
    "MonthLine",
    "OdometerReading",
    "Trip",
    "TripRequest",
    "TripTally",
    "UsageCap",
    "Use",
    "UseTally",
    "Vehicle",
    "Why",
    "uses_of",
]
