"""What happens to temperatures: devices laid with their limits, readings put down."""

from datetime import datetime
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from campus.doors import Refused
from campus.models import Person
from campus.notices.actions import tell
from campus.storing import store
from canteen.actions.telling import TOPIC, kitchen
from canteen.models import Canteen, Device, Reading

OUT = gettext_noop("%(device)s: %(value)s °C, out of its limits %(limits)s")
# Usual limits: fridges 0 to 8 °C and heat of 100 °C for ten minutes are common practice, a core of
# 70 °C is the rule for what is cooked through; each school sets its own rows.
USUAL: tuple[tuple[str, str, int | None, int | None, int | None], ...] = (
    (gettext_noop("Fridge for samples"), "fridge", 0, 8, None),
    (gettext_noop("Fridge"), "fridge", 0, 8, None),
    (gettext_noop("Cold store"), "cold", None, -12, None),
    (gettext_noop("Core temperature"), "core", 70, None, None),
    (gettext_noop("Disinfection cabinet"), "heat", 100, None, 10),
)


@transaction.atomic
def write_device(device: Device, *, by: Person, at: datetime, **fields: Any) -> Device:
    """Lay a device, or change its limits; readings keep those of their time.

    Raises ValidationError.
    """
    for name, value in fields.items():
        setattr(device, name, value)
    store(device)
    return device


@transaction.atomic
def lay_devices(canteen: Canteen, *, by: Person, at: datetime) -> list[Device]:
    """Add the usual devices that a canteen lacks; those there are stay."""
    known = set(Device.objects.filter(canteen=canteen).values_list("name", flat=True))
    laid = []
    for name, kind, low, high, minutes in USUAL:
        if _(name) not in known:
            device = Device(
                canteen=canteen, name=_(name), kind=kind, low=low, high=high, minutes=minutes
            )
            store(device)
            laid.append(device)
    return laid


def is_out(device: Device, value: Decimal, minutes: int | None) -> bool:
    """Whether a reading lies outside of what the device should keep to."""
    too_low = device.low is not None and value < device.low
    too_high = device.high is not None and value > device.high
    too_short = device.minutes is not None and (minutes is None or minutes < device.minutes)
    return too_low or too_high or too_short


@transaction.atomic
def read(  # each is a fact of its own, named by its callers
    device: Device, *, value: Decimal, minutes: int | None = None, what: str = "",
    measures: str = "", by: Person, at: datetime,
) -> Reading:  # fmt: skip
    """Put down a temperature in °C. Out of its limits it wants what was done, and the kitchen is
    told. Raises Refused without that, ValidationError."""
    out = is_out(device, value, minutes)
    if out and not measures:
        raise Refused(_("It is out of its limits: say what was done."))
    reading = Reading(
        device=device, at=at, value=value, minutes=minutes, what=what, measures=measures, by=by,
        low=device.low, high=device.high, least_minutes=device.minutes, is_out=out,
    )  # fmt: skip
    store(reading)
    if out:
        tell(
            kitchen(), key=f"reading:{reading.pk}", topic=TOPIC, text=OUT,
            facts={"device": device.name, "value": f"{value:g}", "limits": device.limits},
            path=f"{reverse('canteen:readings')}?which=out", at=at, robots=False,
        )  # fmt: skip
    return reading
