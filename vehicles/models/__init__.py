"""The nouns of the area, each in its own file."""

from vehicles.models.approval import APPROVERS, HEADS_OWN, Approval, ApprovalRule, Why
from vehicles.models.cap import LIMITS, UsageCap, Use, uses_of
from vehicles.models.card_month import CardMonth
from vehicles.models.card_move import MOVES_BY_MONTH, CardMove, CardTally
from vehicles.models.fuel_card import CardTurn, FuelCard
from vehicles.models.incident import VehicleIncident
from vehicles.models.month import FleetMonth, MonthLine
from vehicles.models.odometer import OdometerReading
from vehicles.models.refuel import RefuelRecord, TankInterval, Unit, unit_of
from vehicles.models.running_tally import (
    FUEL_BY_DAY,
    INCIDENTS_BY_DAY,
    SERVICE_BY_DAY,
    TANKS_BY_DAY,
    FuelTally,
    IncidentTally,
    ServiceTally,
    TankTally,
)
from vehicles.models.service_bill import ServiceBill, ServicePart
from vehicles.models.service_plan import ServicePlan
from vehicles.models.service_request import ServiceRequest, in_workshop
from vehicles.models.trip import Trip
from vehicles.models.trip_request import FAR_KM, LONGEST, MOST_TRIP_KM, Direction, TripRequest
from vehicles.models.usage import TRIPS_BY_DAY, USE_BY_DAY, TripTally, UseTally
from vehicles.models.vehicle import KEEPERS, READERS, Vehicle
from vehicles.models.workshop import VehicleWorkshop

__all__ = [
    "APPROVERS",
    "FAR_KM",
    "FUEL_BY_DAY",
    "HEADS_OWN",
    "INCIDENTS_BY_DAY",
    "KEEPERS",
    "LIMITS",
    "LONGEST",
    "MOST_TRIP_KM",
    "MOVES_BY_MONTH",
    "READERS",
    "SERVICE_BY_DAY",
    "TANKS_BY_DAY",
    "TRIPS_BY_DAY",
    "USE_BY_DAY",
    "Approval",
    "ApprovalRule",
    "CardMonth",
    "CardMove",
    "CardTally",
    "CardTurn",
    "Direction",
    "FleetMonth",
    "FuelCard",
    "FuelTally",
    "IncidentTally",
    "MonthLine",
    "OdometerReading",
    "RefuelRecord",
    "ServiceBill",
    "ServicePart",
    "ServicePlan",
    "ServiceRequest",
    "ServiceTally",
    "TankInterval",
    "TankTally",
    "Trip",
    "TripRequest",
    "TripTally",
    "Unit",
    "UsageCap",
    "Use",
    "UseTally",
    "Vehicle",
    "VehicleIncident",
    "VehicleWorkshop",
    "Why",
    "in_workshop",
    "unit_of",
    "uses_of",
]
