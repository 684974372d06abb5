"""The nouns of the area, each in its own file."""

from vehicles.models.card_month import CardMonth
from vehicles.models.card_move import MOVES_BY_MONTH, CardMove, CardTally
from vehicles.models.fuel_card import CardTurn, FuelCard
from vehicles.models.incident import VehicleIncident
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
from vehicles.models.vehicle import KEEPERS, READERS, Vehicle
from vehicles.models.workshop import VehicleWorkshop

__all__ = [
    "FUEL_BY_DAY",
    "INCIDENTS_BY_DAY",
    "KEEPERS",
    "MOVES_BY_MONTH",
    "READERS",
    "SERVICE_BY_DAY",
    "TANKS_BY_DAY",
    "CardMonth",
    "CardMove",
    "CardTally",
    "CardTurn",
    "FuelCard",
    "FuelTally",
    "IncidentTally",
    "OdometerReading",
    "RefuelRecord",
    "ServiceBill",
    "ServicePart",
    "ServicePlan",
    "ServiceRequest",
    "ServiceTally",
    "TankInterval",
    "TankTally",
    "Unit",
    "Vehicle",
    "VehicleIncident",
    "VehicleWorkshop",
    "in_workshop",
    "unit_of",
]
