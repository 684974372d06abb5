"""Readings come in by HTTP: from a device for itself, from a gateway for many."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from campus.models import Device, Place, Reading
from campus.readings import actions
from tests.logistics.api.conftest import Program
from tests.logistics.api.describing import misfits


@pytest.fixture
def devices(head) -> dict[str, tuple[Device, Program]]:
    """A meter and a gate with programs that send for them."""
    place = Place.objects.create(kind="room", code="ST-1", name="配电室")
    made = {}
    for number, kind in (("M-1", "meter"), ("G-1", "gate")):
        device = actions.write_device(
            Device(), number=number, name=number, kind=kind, unit="kWh", place=place, by=head,
            at=timezone.now(),
        )  # fmt: skip
        made[number] = (device, Program(actions.make_token(device, by=head, at=timezone.now())))
    return made


def moment(minutes: int = 0) -> str:
    return (timezone.now() - timedelta(minutes=minutes)).isoformat()


def test_a_device_sends_for_itself_and_may_send_again(devices):
    _meter, sends = devices["M-1"]
    batch = {"readings": [{"at": moment(each), "value": each + 0.125} for each in range(3)]}
    first, again = sends.send("readings", batch), sends.send("readings", batch)
    assert (first.json(), again.json()) == ({"taken": 3, "known": 0}, {"taken": 0, "known": 3})
    assert misfits("readings_new", first) == []
    assert set(Reading.objects.values_list("value", flat=True)) == {
        Decimal("0.125"), Decimal("1.125"), Decimal("2.125"),
    }  # fmt: skip


def test_a_gate_counts_in_and_out(devices):
    sent = {"at": moment(), "value": 12, "left_count": 3}
    assert devices["G-1"][1].send("readings", sent).json() == {"taken": 1, "known": 0}
    assert Reading.objects.values_list("left_count", flat=True).get() == 3


def test_a_device_can_do_nothing_else_and_not_send_for_another(devices):
    _meter, sends = devices["M-1"]
    assert sends.ask("readings").status_code == 401
    assert sends.ask("tickets").status_code == 401
    other = sends.send("readings", {"device": "G-1", "at": moment(), "value": 1})
    assert (other.status_code, Reading.objects.count()) == (422, 0)


def test_a_gateway_sends_for_many_if_its_person_keeps_devices(devices, program, head, teacher):
    batch = {
        "readings": [
            {"device": "M-1", "at": moment(), "value": 1},
            {"device": "G-1", "at": moment(), "value": 2},
        ]
    }  # fmt: skip
    assert program(teacher).send("readings", batch).status_code == 403
    assert program(head).send("readings", batch).json() == {"taken": 2, "known": 0}


def test_one_slip_keeps_the_whole_batch_out_and_says_where(devices, program, head):
    batch = {
        "readings": [
            {"device": "M-1", "at": moment(), "value": 1},
            {"device": "X-1", "at": moment(), "value": 1},
            {"device": "M-1", "at": "2020-01-01T00:00:00Z", "value": 1},
            {"device": "M-1", "at": moment(-60), "value": 1},
        ]
    }
    answer = program(head).send("readings", batch)
    places = [each["pointer"] for each in answer.json()["errors"]]
    assert (answer.status_code, places, Reading.objects.count()) == (
        422, ["/readings/1/device", "/readings/2/at", "/readings/3/at"], 0,
    )  # fmt: skip


@pytest.mark.parametrize(
    "body",
    [
        {}, [], {"readings": []}, {"at": "now", "value": 1}, {"at": moment(), "value": "1"},
        {"at": moment(), "value": 10**12}, {"at": moment(), "value": True},
        {"at": "2025-13-45T99:00:00Z", "value": 1},
        {"readings": [{"at": moment(), "value": 1}] * 501},
    ],
)  # fmt: skip
def test_what_is_no_reading_is_refused(devices, body):
    answer = devices["M-1"][1].send("readings", body)
    assert (answer.status_code, answer.headers["Content-Type"]) == (
        422, "application/problem+json",
    )  # fmt: skip


def test_a_revoked_device_is_refused(devices, head):
    meter, sends = devices["M-1"]
    actions.revoke_token(meter, by=head, at=timezone.now())
    assert sends.send("readings", {"at": moment(), "value": 1}).status_code == 401


def test_what_was_sent_is_read_as_a_list(devices, program, teacher):
    meter, sends = devices["M-1"]
    sends.send("readings", {"readings": [{"at": moment(each), "value": each} for each in (1, 2)]})
    found = program(teacher).ask("readings", device=meter.pk).json()["data"]
    assert [(each["device"]["number"], each["value"]) for each in found] == [
        ("M-1", "1.000"), ("M-1", "2.000"),
    ]  # fmt: skip
