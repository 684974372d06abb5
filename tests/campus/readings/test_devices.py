"""Devices: what they send is kept once, told when it matters, and summed by the database."""

from datetime import datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from campus.audit.models import AuditEntry
from campus.doors import Refused
from campus.models import Device, InboxEntry, Place, Reading
from campus.readings import actions
from campus.readings.models import DAYS
from tests.campus.tallied import counted, kept

AT = datetime(2025, 11, 3, 9, tzinfo=ZoneInfo("Asia/Shanghai"))
MINUTE = timedelta(minutes=1)


@pytest.fixture
def place(technician) -> Place:
    return Place.objects.create(kind="room", code="ST-1", name="冷库", manager=technician)


@pytest.fixture
def probe(head, place) -> Device:
    """A probe that should keep between 2 and 8 °C, and send at least every half hour."""
    return actions.write_device(
        Device(), number="T-1", name="冷库探头", kind="probe", unit="°C", place=place,
        low=Decimal(2), high=Decimal(8), silent_minutes=30, by=head, at=AT,
    )  # fmt: skip


def send(device: Device, *values: float, start: int = 0) -> int:
    """The values minute by minute."""
    sent = [
        actions.Sent(device, AT + (start + turn) * MINUTE, Decimal(str(value)))
        for turn, value in enumerate(values)
    ]
    return actions.take(sent, at=AT + (start + len(values)) * MINUTE)


def told() -> list[tuple[str, str]]:
    entries = InboxEntry.objects.select_related("notice", "person").order_by("id")
    return [(entry.person.name, entry.notice.sentence) for entry in entries]


def test_each_moment_is_kept_once_however_often_it_is_sent(probe):
    assert [send(probe, 4, 5), send(probe, 4, 5, 6), send(probe, 4)] == [2, 1, 0]
    assert list(Reading.objects.values_list("value", flat=True)) == [6, 5, 4]


def test_one_batch_may_hold_a_moment_twice(probe):
    twice = [actions.Sent(probe, AT, Decimal(value)) for value in (4, 5)]
    assert actions.take(twice, at=AT) == 1


def test_one_reading_out_of_bounds_is_told_to_nobody_two_in_a_row_are_once(probe, technician):
    send(probe, 9, 5, 9)
    assert told() == []
    send(probe, 9.5, 10, 11, start=3)
    assert [name for name, _sentence in told()] == [technician.name]
    send(probe, 5, 12, 12, start=6)
    assert [name for name, _sentence in told()] == [technician.name] * 2


def test_what_comes_late_changes_nothing_of_how_it_stands(probe):
    send(probe, 5, start=10)
    send(probe, 20, 21)
    probe.refresh_from_db()
    assert (probe.out_in_a_row, probe.last_value, told()) == (0, 5, [])


def test_silence_is_told_once_a_spell(probe, technician):
    assert actions.tell_of_silence(at=AT + 29 * MINUTE) == 0
    told_at = [actions.tell_of_silence(at=AT + minutes * MINUTE) for minutes in (31, 40)]
    send(probe, 5, start=41)
    told_at.append(actions.tell_of_silence(at=AT + 80 * MINUTE))
    assert (told_at, [name for name, _sentence in told()]) == ([1, 0, 1], [technician.name] * 2)


def test_its_keeper_is_told_before_the_manager_and_the_head_where_there_is_neither(
    probe, head, teacher
):
    Device.objects.update(keeper=teacher)
    send(probe, 9, 9)
    Device.objects.update(keeper=None)
    Place.objects.update(manager=None)
    send(probe, 5, 9, 9, start=2)
    assert [name for name, _sentence in told()] == [teacher.name, head.name]


def test_what_is_not_in_use_sends_nothing_and_is_not_missed(probe, head):
    actions.write_device(probe, is_in_use=False, by=head, at=AT)
    with pytest.raises(Refused):
        send(probe, 4)
    assert actions.tell_of_silence(at=AT + 99 * MINUTE) == 0


def test_bounds_in_the_wrong_order_are_refused(probe, head):
    with pytest.raises(ValidationError):
        actions.write_device(probe, low=Decimal(9), by=head, at=AT)


def test_days_are_summed_as_their_readings_are(probe):
    send(probe, 4, 5.5, 9, 9)
    send(probe, 3, start=24 * 60)
    Reading.objects.filter(value=3).update(value=1)
    Reading.objects.filter(value=4).delete()
    assert kept(DAYS) == counted(DAYS)
    assert sorted(row[2:4] for row in kept(DAYS)) == [(1, 1), (3, Decimal("23.5"))]


def test_the_secret_stands_on_one_page_alone_and_the_log_holds_its_making(
    signed_in, probe, administrator
):
    browser, path = signed_in(administrator), reverse("readings:device_token", args=[probe.pk])
    secret = browser.post(path).context["secret"]
    assert secret.startswith("csd_")
    assert secret not in browser.get(probe.get_absolute_url()).content.decode()
    browser.post(reverse("readings:device_token_revoke", args=[probe.pk]))
    kinds = list(AuditEntry.objects.order_by("id").values_list("kind", flat=True))
    assert kinds == ["device.token_made", "device.token_revoked"]


def test_a_device_is_named_and_changed(signed_in, head, place):
    browser, typed = signed_in(head), {
        "number": "M-7", "name": "总表", "kind": "meter", "place": "ST-1", "unit": "kWh",
        "is_in_use": "on",
    }  # fmt: skip
    made = browser.post(reverse("readings:device_new"), typed)
    meter = Device.objects.get()
    assert (made.headers["Location"], meter.place) == (meter.get_absolute_url(), place)
    again = browser.post(reverse("readings:device_new"), typed)
    assert again.status_code == 422


@pytest.mark.parametrize("kind", ["meter", "probe", "gate"])
def test_the_page_draws_its_course_and_its_days(signed_in, probe, head, kind):
    Device.objects.update(kind=kind)
    send(probe, 4, 9, 9)
    send(probe, 14, start=24 * 60)
    charts = signed_in(head).get(probe.get_absolute_url()).context["charts"]
    assert [len(chart.series) for chart in charts][:1] == [3]


@pytest.mark.parametrize(
    ("state", "found"), [("out", ["A"]), ("silent", ["B"]), ("well", ["C"]), ("idle", ["D"])]
)
def test_the_list_finds_devices_by_how_they_stand(signed_in, head, place, state, found):
    for number in "ABCD":
        device = actions.write_device(
            Device(), number=number, name=number, kind="probe", unit="°C", place=place,
            high=Decimal(8), silent_minutes=1 if number == "B" else None,
            is_in_use=number != "D", by=head, at=AT,
        )  # fmt: skip
        if number != "D":
            send(device, 9 if number == "A" else 5)
    rows = signed_in(head).get("/devices/", {"state": state}).context["rows"]
    assert [row.record.number for row in rows] == found
