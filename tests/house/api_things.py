"""One of everything that the addresses of tokens and devices can name."""

from datetime import datetime
from decimal import Decimal
from typing import Any

from campus.models import Device, Person, Place
from campus.readings import actions as readings
from logistics.api.tokens import actions as tokens


def api_things(head: Person, at: datetime) -> dict[str, Any]:
    """A token of the head, and a meter that has sent something."""
    token, _secret = tokens.make_token(
        name="Meters", scopes=["tickets:read"], days=365, by=head, at=at
    )
    meter = readings.write_device(
        Device(), number="M-1", name="Meter", kind="meter", unit="kWh",
        place=Place.objects.create(kind="room", code="M-9", name="Meters"), by=head, at=at,
    )  # fmt: skip
    readings.make_token(meter, by=head, at=at)
    readings.take([readings.Sent(meter, at, Decimal(1))], at=at)
    return {"tokens:revoke": token.pk, "readings:device": meter.pk}
