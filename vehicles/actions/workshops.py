"""Which workshops the school has its vehicles mended in."""

from datetime import datetime
from typing import Any

from django.db import transaction

from campus.models import Person
from campus.storing import store
from vehicles.models import VehicleWorkshop


@transaction.atomic
def write_workshop(
    workshop: VehicleWorkshop, *, by: Person, at: datetime, **facts: Any
) -> VehicleWorkshop:
    """Write a new one, or change what is said of one. Raises ValidationError."""
    for name, value in facts.items():
        setattr(workshop, name, value)
    store(workshop)
    return workshop
