"""The nouns of the area, each in its own file."""

from vehicles.models.odometer import OdometerReading
from vehicles.models.vehicle import Vehicle

__all__ = ["OdometerReading", "Vehicle"]
