"""Devices of the demo school, and what they have sent in the last days."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from random import Random

from django.utils import timezone

from campus.models import Device, Person, Place
from campus.readings import actions

HOURS = 48
# Number, name, kind, unit, at the least, at most, minutes of silence, what it begins with.
DEVICES: tuple[tuple[str, str, str, str, int | None, int | None, int | None, int], ...] = (
    ("DB-JX1", "教学楼一总电表", "meter", "kWh", None, None, 1440, 48_210),
    ("SB-SS3", "宿舍楼三水表", "meter", "m³", None, None, 1440, 9_035),
    ("WD-ST1", "食堂冷藏库探头", "probe", "°C", 0, 8, 1440, 4),
    ("WD-ST2", "食堂冷冻库探头", "probe", "°C", None, -12, 1440, -18),
    ("ZJ-NM", "南门闸机", "gate", "人次", None, None, None, 60),
)


def fill(random: Random, day: date) -> None:
    """Two meters, two probes of which one has just become too warm, and a gate: hour by hour."""
    head = Person.objects.get(number="head")
    end = timezone.make_aware(datetime.combine(day, time(8)))
    places = list(Place.objects.filter(kind=Place.Kind.BUILDING).order_by("code"))
    for turn, (number, name, kind, unit, low, high, silent, start) in enumerate(DEVICES):
        device = actions.write_device(
            Device(), number=number, name=name, kind=kind, unit=unit, low=low, high=high,
            silent_minutes=silent, place=places[turn % len(places)], by=head,
            at=end - timedelta(hours=HOURS),
        )  # fmt: skip
        sent = [
            sent_at(device, start, hour, end - timedelta(hours=HOURS - hour), random)
            for hour in range(HOURS + 1)
        ]
        actions.take(sent, at=end)


def sent_at(device: Device, start: int, hour: int, at: datetime, random: Random) -> actions.Sent:
    """What the device sends at an hour: a stand that grows by day, a temperature, a count."""
    by_day = 6 <= timezone.localtime(at).hour <= 21
    if device.kind == Device.Kind.METER:
        return actions.Sent(device, at, Decimal(start + hour * 12 + random.randint(0, 9)))
    if device.kind == Device.Kind.GATE:
        came = random.randint(10, start) if by_day else 0
        return actions.Sent(device, at, Decimal(came), max(0, came - random.randint(0, 8)))
    warm = 6 if device.number == "WD-ST1" and hour > HOURS - 3 else 0
    return actions.Sent(device, at, Decimal(start + warm) + Decimal(random.randint(-9, 9)) / 10)
