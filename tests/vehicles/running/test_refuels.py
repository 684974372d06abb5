"""Fills: what is refused, what is asked about, what is written, what is cancelled."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction

from campus.attachments.actions import attach
from campus.doors import Refused
from campus.models import Attachment
from tests.vehicles.running.conftest import AT, fill_of, fresh, moment, photo
from vehicles.actions import cards, odometer, refuels
from vehicles.models import OdometerReading, RefuelRecord


def test_a_fill_takes_the_money_and_leaves_a_reading(car, card, filled):
    refuel = filled()
    assert (refuel.amount, refuel.unit, refuel.card) == (300, "litre", card)
    assert (refuel.reading.km, refuel.reading.occasion) == (10_000, "refuel")
    assert (fresh(card).balance, fresh(car).odometer) == (2700, 10_000)


def test_an_electric_vehicle_is_charged_in_kilowatt_hours(registered, driver):
    bus = registered("苏D00009", energy="electric", tank_litres=None)
    what = fill_of(bus, paid_by="cash", photos=[photo()])
    assert refuels.record(what, by=driver, at=AT).unit == "kwh"


@pytest.mark.parametrize(
    "wrong",
    [{"quantity": Decimal(-5)}, {"price": Decimal(0)}, {"amount": Decimal(0)}, {"station": ""},
     {"at": AT + timedelta(hours=1)}],
)  # fmt: skip
def test_what_cannot_be_is_not_written(car, card, driver, wrong):
    with pytest.raises((ValidationError, Refused)):
        refuels.record(fill_of(car, **wrong), by=driver, at=AT)
    assert (RefuelRecord.objects.count(), OdometerReading.objects.count()) == (0, 0)


def faults_of(vehicle, by, **facts) -> dict[str, str]:
    return refuels.faults(fill_of(vehicle, **facts), by=by)


def test_an_odometer_does_not_run_backwards(car, card, filled, driver):
    filled()
    later = AT + timedelta(days=1)
    assert set(faults_of(car, driver, at=later, km=9_999)) == {"km"}
    assert set(faults_of(car, driver, at=AT - timedelta(days=1), km=10_001)) == {"km"}


def test_a_receipt_is_entered_once_and_whoever_was_first_is_named(
    car, card, filled, driver, fleet_manager
):
    first = filled(receipt="A-7")
    again = {"at": AT + timedelta(days=1), "km": 10_100, "receipt": "a-7"}
    told = faults_of(car, fleet_manager, **again)
    assert set(told) == {"receipt"}
    assert driver.name in told["receipt"]
    assert "11月3日" in told["receipt"]
    assert faults_of(car, driver, **{**again, "station": "城西加油站"}) == {}
    refuels.cancel(first, why="重复", by=fleet_manager, at=AT)
    assert faults_of(car, driver, **again) == {}


def test_more_than_the_limit_is_entered_by_the_keeper_with_the_reason(
    car, card, driver, fleet_manager
):
    large = {"quantity": Decimal(45)}
    assert set(faults_of(car, driver, **large)) == {"amount"}
    assert set(faults_of(car, driver, **large, over_reason="跑长途")) == {"amount"}
    assert set(faults_of(car, fleet_manager, **large)) == {"over_reason"}
    assert faults_of(car, fleet_manager, **large, over_reason="跑长途") == {}


def test_without_a_card_or_with_too_little_on_it_it_is_not_paid_by_card(
    car, registered, carded, driver
):
    assert set(faults_of(car, driver)) == {"paid_by"}
    carded(car, topped=200)
    told = faults_of(car, driver)
    assert set(told) == {"amount"}
    assert "200.00" in told["amount"]
    before_the_card = moment(8, 31)
    assert set(faults_of(car, driver, at=before_the_card)) == {"paid_by"}


def test_cash_needs_a_photo(car, driver):
    assert set(faults_of(car, driver, paid_by="cash")) == {"attachments"}
    refuel = refuels.record(fill_of(car, paid_by="cash", photos=[photo()]), by=driver, at=AT)
    assert Attachment.objects.of(refuel).count() == 1
    assert refuel.card is None


def test_what_is_unlikely_is_asked_about(car, card, filled, driver):
    filled()
    later: dict[str, Any] = {"at": AT + timedelta(days=1), "km": 10_300}

    def asked(**facts) -> set[str]:
        return set(refuels.doubts(fill_of(car, **{**later, **facts})))

    assert asked() == set()
    assert asked(km=103_000) == {"km"}
    assert asked(amount=Decimal("300.05")) == set()
    assert asked(amount=Decimal("300.06")) == {"amount"}
    assert asked(quantity=Decimal("70.01")) == {"quantity"}
    refuels.record(
        fill_of(car, **later, paid_by="cash", photos=[photo()]), by=driver, at=later["at"]
    )
    loose = attach(car, [photo("another.jpg")], by=driver, at=AT)
    assert asked(photos=loose) == {"attachments"}


def test_a_wrong_record_gives_back_what_it_took_and_stays(car, card, filled, fleet_manager):
    refuel = filled()
    refuels.cancel(refuel, why="里程输错", by=fleet_manager, at=AT)
    kept = fresh(refuel)
    assert (kept.cancelled_by, kept.cancelled_why, kept.reading) == (
        fleet_manager,
        "里程输错",
        None,
    )
    assert (fresh(card).balance, fresh(car).odometer) == (3000, 0)
    assert list(card.moves.order_by("pk").values_list("kind", "counts_on")) == [
        ("top_up", moment(9, 1).date()), ("refuel", AT.date()), ("back", AT.date()),
    ]  # fmt: skip
    with pytest.raises(Refused, match=fleet_manager.name):
        refuels.cancel(refuel, why="x", by=fleet_manager, at=AT)


def test_a_record_is_cancelled_for_a_reason(card, filled, fleet_manager):
    with pytest.raises(ValidationError):
        refuels.cancel(filled(), why="", by=fleet_manager, at=AT)
    with pytest.raises(DatabaseError), transaction.atomic():
        RefuelRecord.objects.update(reading=None)


def test_the_card_of_the_day_pays_also_for_what_is_entered_late(
    car, card, registered, carded, filled, fleet_manager
):
    other = registered("苏D00002")
    cards.give(card, to=other, starts_on=moment(11, 5).date(), by=fleet_manager, at=AT)
    refuel = filled(at=moment(11, 4), entered=moment(11, 6))
    assert refuel.card == card
    assert set(faults_of(car, fleet_manager, at=moment(11, 5), km=10_100)) == {"paid_by"}


def test_keepers_see_all_fills_drivers_their_own_others_none(
    card, filled, driver, fleet_manager, head, teacher, pupil
):
    mine = filled()
    theirs = filled(by=fleet_manager, at=AT + timedelta(days=1), km=10_100)
    seen = {each: set(RefuelRecord.objects.visible_to(each)) for each in (driver, head, teacher)}
    assert seen == {driver: {mine}, head: {mine, theirs}, teacher: set()}
    assert not RefuelRecord.objects.visible_to(pupil).exists()


def test_a_reading_that_is_put_right_changes_what_was_used(card, course, fleet_manager):
    made = course([400, 400])
    odometer.correct(made[1].reading, 10_500, why="看错", by=fleet_manager, at=AT)
    assert [fresh(each).interval.km for each in made[1:]] == [500, 300]
