"""What happens to devices and what they send."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from campus.account.keys import digest_of, hint_of, new_secret
from campus.audit.actions import record
from campus.doors import Refused
from campus.models import Device, Person, Reading, Role
from campus.notices.actions import tell
from campus.readings.models import OUT_IN_A_ROW, PREFIX
from campus.storing import store

TOPIC = "readings"
OUT = gettext_noop("%(device)s (%(place)s) is out of its bounds %(limits)s: %(value)s %(unit)s")
SILENT = gettext_noop("%(device)s (%(place)s) has sent nothing since %(moment)s")
NEVER = gettext_noop("%(device)s (%(place)s) has sent nothing yet")
# A device's own clock may be fast; what lies further ahead is a mistake.
AHEAD = timedelta(minutes=10)


@dataclass(frozen=True)
class Sent:
    """One reading as it came in."""

    device: Device
    at: datetime
    value: Decimal
    left_count: int | None = None


@transaction.atomic
def write_device(device: Device, *, by: Person, at: datetime, **fields: Any) -> Device:
    """Name a device, or change one. Raises ValidationError."""
    for name, value in fields.items():
        setattr(device, name, value)
    if "silent_minutes" in fields:
        begun = device.last_at or (at if device.is_in_use else None)
        device.expected_by = device.next_by(begun) if begun else None
        device.silence_told = False
    store(device)
    return device


@transaction.atomic
def make_token(device: Device, *, by: Person, at: datetime, ip: str = "") -> str:
    """A new secret for the device, told this once; the one before opens nothing any more."""
    device = Device.objects.select_for_update().defer("sought").get(pk=device.pk)
    secret = new_secret(PREFIX)
    device.digest, device.hint, device.token_made_at = digest_of(secret), hint_of(secret), at
    store(device, only=["digest", "hint", "token_made_at"])
    record("device.token_made", by=by, at=at, about=device, ip=ip, device=str(device))
    return secret


@transaction.atomic
def revoke_token(device: Device, *, by: Person, at: datetime, ip: str = "") -> None:
    """Let the device send no more. Raises Refused where it has no token."""
    device = Device.objects.select_for_update().defer("sought").get(pk=device.pk)
    if device.digest is None:
        raise Refused(_("“%(device)s” has no token.") % {"device": device})
    device.digest, device.hint, device.token_made_at = None, "", None
    store(device, only=["digest", "hint", "token_made_at"])
    record("device.token_revoked", by=by, at=at, about=device, ip=ip, device=str(device))


# What they send


@transaction.atomic
def take(readings: Sequence[Sent], *, at: datetime) -> int:
    """Keep what devices have sent, each device and moment once; how many were new.

    Devices are locked in one order. Raises Refused for a device that is not in use.
    """
    pks = sorted({each.device.pk for each in readings})
    locked = Device.objects.select_for_update(of=("self",)).select_related("place").defer("sought")
    devices = {device.pk: device for device in locked.filter(pk__in=pks).order_by("pk")}
    idle = [device for device in devices.values() if not device.is_in_use]
    if idle:
        raise Refused(_("“%(device)s” is not in use.") % {"device": idle[0]})
    fresh = unknown_of(readings)
    Reading.objects.bulk_create(
        Reading(
            device=devices[each.device.pk], at=each.at, value=each.value,
            left_count=each.left_count, is_out=devices[each.device.pk].is_out(each.value),
        )
        for each in fresh
    )  # fmt: skip
    for pk, device in devices.items():
        own = sorted((each for each in fresh if each.device.pk == pk), key=lambda each: each.at)
        keep_state(device, [each for each in own if is_newer(each, device)], at=at)
    return len(fresh)


def unknown_of(readings: Iterable[Sent]) -> list[Sent]:
    """Those that are not kept yet; of two of one moment the first."""
    first: dict[tuple[int, datetime], Sent] = {}
    for each in readings:
        first.setdefault((each.device.pk, each.at), each)
    kept = Reading.objects.filter(
        device__in={pk for pk, _at in first}, at__in={moment for _pk, moment in first}
    ).values_list("device", "at")
    known = set(kept)
    return [each for key, each in first.items() if key not in known]


def is_newer(sent: Sent, device: Device) -> bool:
    return device.last_at is None or sent.at > device.last_at


def keep_state(device: Device, newer: list[Sent], *, at: datetime) -> None:
    """How the device stands by what is newer than all before; a spell is told when it begins."""
    if not newer:
        return
    for each in newer:
        device.out_in_a_row = device.out_in_a_row + 1 if device.is_out(each.value) else 0
        if device.out_in_a_row == 0:
            device.out_since = None
        elif device.out_in_a_row >= OUT_IN_A_ROW and device.out_since is None:
            device.out_since = each.at
            tell_out(device, each, at=at)
    last = newer[-1]
    device.last_at, device.last_value, device.last_left = last.at, last.value, last.left_count
    device.expected_by, device.silence_told = device.next_by(last.at), False
    store(
        device,
        only=[
            "last_at", "last_value", "last_left", "out_in_a_row", "out_since", "expected_by",
            "silence_told",
        ],
    )  # fmt: skip


# What is told


def responsible_for(device: Device) -> list[Person]:
    """The device's keeper, else the manager of its place, else the head."""
    one = device.keeper or device.place.manager
    if one and one.is_active:
        return [one]
    return list(Person.objects.on_duty_as(Role.HEAD))


def tell_out(device: Device, sent: Sent, *, at: datetime) -> None:
    value = f"{sent.value.normalize():f}"
    tell_of(
        device, OUT, f"out:{sent.at.isoformat()}", at=at, limits=device.limits, value=value,
        unit=device.unit,
    )  # fmt: skip


def tell_of(device: Device, text: str, occasion: str, *, at: datetime, **facts: Any) -> None:
    place = device.place.with_code
    tell(
        responsible_for(device), key=f"device:{device.pk}:{occasion}"[:160], topic=TOPIC, text=text,
        facts={"device": str(device), "place": place, **facts}, path=device.get_absolute_url(),
        at=at,
    )  # fmt: skip


@transaction.atomic
def tell_of_silence(*, at: datetime) -> int:
    """Tell of each device that has become silent, once a spell; how many."""
    silent = Device.objects.silent(at).filter(silence_told=False).defer("sought")
    locked = silent.select_for_update(of=("self",), skip_locked=True).select_related("place")
    found = list(locked.order_by("pk"))
    for device in found:
        expected = device.expected_by
        occasion = f"silent:{expected.isoformat() if expected else ''}"
        if device.last_at:
            moment = {"moment": device.last_at.isoformat()}
            tell_of(device, SILENT, occasion, at=at, moment=moment)
        else:
            tell_of(device, NEVER, occasion, at=at)
        device.silence_told = True
        store(device, only=["silence_told"])
    return len(found)
