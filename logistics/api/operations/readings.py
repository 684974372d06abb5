"""What devices send: taken from devices themselves and from gateways, read as any list."""

from datetime import datetime, timedelta
from decimal import Decimal
from typing import Annotated, Any

from django.http import HttpResponse
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from pydantic import Field, WithJsonSchema

from campus.doors import require
from campus.models import Device
from campus.readings import actions, rights
from campus.readings.lists import DEVICES, READINGS
from logistics.api.bearer import ApiRequest, Caller, Sender, SenderOrBearer
from logistics.api.bodies import MOMENT, Sent
from logistics.api.listing import Listing, serve
from logistics.api.problems import Error, Problem, in_body
from logistics.api.service import answered, operation
from logistics.api.shapes import Amount, Answer, Shape, code, linked, person, place, plain

MOST = 500
# A value with three decimals, as it is kept.
LARGEST = 10**10
OLDEST = timedelta(days=400)
Value = Annotated[
    float | int,
    Field(ge=-LARGEST, le=LARGEST),
    WithJsonSchema({"type": "number", "minimum": -LARGEST, "maximum": LARGEST}),
]
DEVICE = Shape(
    "Device",
    plain("id", int),
    plain("number", str),
    plain("name", str),
    code("kind", Device.Kind),
    place(),
    plain("unit", str),
    plain("low", Amount, empty=True),
    plain("high", Amount, empty=True),
    plain("is_in_use", bool),
    plain("last_at", datetime, empty=True),
    plain("last_value", Amount, empty=True),
    plain("out_in_a_row", int, about="So many readings in a row are out of bounds."),
    person("keeper"),
)
READING = Shape(
    "Reading",
    plain("id", int),
    linked("device", "DeviceRef", "device", number="number", name="name"),
    plain("at", datetime),
    plain("value", Amount, about="A meter's stand, a temperature, how many came in."),
    plain("left_count", int, empty=True, about="Of a gate: how many came out."),
    plain("is_out", bool, about="Whether it was out of the bounds of that time."),
)


class NewReading(Sent):
    """What a device has read at one moment."""

    device: str | None = Field(
        None, min_length=1, max_length=32,
        description="Its number; a device that sends with its own token need not name itself.",
    )  # fmt: skip
    at: MOMENT
    value: Value
    left_count: Annotated[int, Field(ge=0, le=2**31 - 1)] | None = Field(
        None, description="Of a gate: how many came out since the reading before."
    )


class NewReadings(Sent):
    """Up to 500 at once; what was sent before is let be."""

    readings: Annotated[list[NewReading], Field(min_length=1, max_length=MOST)]


class Taken(Answer):
    """What became of them."""

    taken: int = Field(description="So many were new.")
    known: int = Field(description="So many were sent before.")


def declare() -> None:
    """Sending; the lists of devices and of what they have sent."""
    serve(
        Listing(
            name="devices", page=DEVICES, shape=DEVICE, scope_name="readings",
            summary="Devices that send, with their last value.",
        ),
        "Device",
    )  # fmt: skip
    serve(
        Listing(
            name="readings", page=READINGS, shape=READING,
            summary="What devices have sent, the newest first; of one with `device`.",
        ),
        "Reading",
    )  # fmt: skip
    operation(
        "POST", "/readings", scope="readings:write", answer=Taken,
        name="readings_new", bearer=SenderOrBearer,
    )(send)  # fmt: skip


def send(request: ApiRequest, body: NewReading | NewReadings) -> HttpResponse:
    """Readings: send one or up to 500. Each device and moment is kept once."""
    is_one = isinstance(body, NewReading)
    sent = [body] if isinstance(body, NewReading) else body.readings
    devices = devices_of(request.auth, sent)
    now = timezone.now()
    errors: list[Error] = []
    read = []
    for index, each in enumerate(sent):
        path = () if is_one else ("readings", index)
        device, moment = devices.get(each.device or ""), moment_of(each.at, now)
        if device is None:
            errors.append({**in_body(*path, "device"), "detail": _("There is no such device.")})
        elif moment is None:
            errors.append({**in_body(*path, "at"), "detail": _("This moment cannot be.")})
        else:
            value = round(Decimal(str(each.value)), 3)
            read.append(actions.Sent(device, moment, value, each.left_count))
    if errors:
        raise Problem(422, errors=errors)
    taken = actions.take(read, at=now)
    return answered({"taken": taken, "known": len(read) - taken})


def devices_of(caller: Caller | Sender, sent: list[NewReading]) -> dict[str, Device]:
    """The devices that may be meant, by what is written of them: a device is itself alone."""
    if isinstance(caller, Sender):
        return {"": caller.device, caller.device.number: caller.device}
    require(rights.can_keep_devices(caller.person))
    numbers = {each.device for each in sent if each.device}
    found = Device.objects.filter(number__in=numbers).defer("sought")
    return {device.number: device for device in found}


def moment_of(written: str, now: datetime) -> datetime | None:
    """The moment; in school time where no zone is written. None for what no clock says."""
    try:
        moment: Any = parse_datetime(written)
    except ValueError:
        return None
    if moment is None:
        return None
    moment = timezone.make_aware(moment) if timezone.is_naive(moment) else moment
    is_near = now - OLDEST <= moment <= now + actions.AHEAD
    return moment if is_near else None
