"""The register of assets: written, corrected, transferred, disposed of."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from campus.doors import Refused
from campus.models import Place, TimelineEntry
from repairs.actions import assets as actions
from repairs.models import AssetMove, FixedAsset
from tests.repairs.conftest import AT, told

Status, State, Kind = FixedAsset.Status, AssetMove.State, AssetMove.Kind


@pytest.fixture
def store_room(db) -> Place:
    return Place.objects.create(kind="room", code="A-XZ-101", name="101 库房")


def now(asset: FixedAsset) -> FixedAsset:
    return FixedAsset.objects.get(pk=asset.pk)


def test_an_asset_is_registered_with_its_first_entry(asset, room):
    entries = TimelineEntry.objects.of(asset)
    assert [entry.text for entry in entries] == [actions.REGISTERED]
    assert (asset.status, asset.place, str(asset.category)) == ("in_use", room, "多媒体设备")
    assert len(now(asset).token) == 16


@pytest.mark.parametrize(
    "wrong",
    [
        {"number": "zc-0001"}, {"price": Decimal(-1)}, {"name": ""}, {"status": "gone"},
        {"bought_on": date(2025, 2, 1), "warranty_until": date(2025, 1, 1)},
    ],
)  # fmt: skip
def test_what_must_not_be_is_not_registered(asset, registered, wrong):
    with pytest.raises(ValidationError):
        registered(**{"number": "ZC-0002", **wrong})
    assert FixedAsset.objects.count() == 1


def test_the_head_moves_at_once_and_others_wait_for_the_head(asset, head, storekeeper, store_room):
    to = {"place": store_room}
    move = actions.ask_to_move(asset, Kind.TRANSFER, reason="入库", to=to, by=storekeeper, at=AT)
    assert (move.state, now(asset).place) == ("asked", asset.place)
    assert told(head) == [actions.WAITS]
    actions.decide(move, State.APPROVED, by=head, at=AT)
    assert now(asset).place == store_room
    assert told(storekeeper) == [actions.ANSWER]
    at_once = actions.ask_to_move(asset, Kind.DISPOSAL, reason="老化", by=head, at=AT)
    assert (at_once.state, now(asset).status) == ("approved", Status.DISPOSED)
    assert now(asset).disposed_on == AT.date()


def test_whoever_answers_for_it_from_now_on_is_told(asset, head, teacher, storekeeper):
    to = {"custodian": teacher}
    actions.ask_to_move(asset, Kind.TRANSFER, reason="领用", to=to, by=head, at=AT)
    assert (now(asset).custodian, told(teacher)) == (teacher, [actions.IS_YOURS])


def test_one_move_waits_at_a_time_and_is_decided_once(asset, head, storekeeper, store_room):
    to = {"place": store_room}
    move = actions.ask_to_move(asset, Kind.TRANSFER, reason="x", to=to, by=storekeeper, at=AT)
    with pytest.raises(Refused):
        actions.ask_to_move(asset, Kind.DISPOSAL, reason="x", by=storekeeper, at=AT)
    with pytest.raises(Refused):
        actions.decide(move, State.REFUSED, by=head, at=AT, words=" ")
    actions.decide(move, State.REFUSED, by=head, at=AT, words="不必")
    with pytest.raises(Refused):
        actions.decide(move, State.APPROVED, by=head, at=AT)
    assert now(asset).place == asset.place


def test_many_are_transferred_or_none_and_the_head_is_told_once(
    registered, head, storekeeper, store_room
):
    many = [registered(f"ZC-{n}") for n in range(3)]
    actions.transfer_all(many, to={"place": store_room}, reason="调整", by=storekeeper, at=AT)
    assert told(head) == [actions.WAIT]
    others = [registered("ZC-9"), many[0]]
    with pytest.raises(Refused):
        actions.transfer_all(others, to={"place": store_room}, reason="x", by=head, at=AT)
    assert AssetMove.objects.filter(asset=others[0]).count() == 0
    actions.decide_all(AssetMove.objects.waiting(), State.APPROVED, by=head, at=AT)
    places = {each.place for each in FixedAsset.objects.exclude(number="ZC-9")}
    assert places == {store_room}


def test_what_is_disposed_of_is_history(asset, head, storekeeper, store_room):
    actions.ask_to_move(asset, Kind.DISPOSAL, reason="老化", by=head, at=AT)
    with pytest.raises(Refused):
        actions.change(asset, name="新名", by=storekeeper, at=AT)
    with pytest.raises(Refused):
        actions.ask_to_move(
            asset, Kind.TRANSFER, reason="x", to={"place": store_room}, by=head, at=AT
        )
    assert list(FixedAsset.objects.on_the_books()) == []


def test_a_change_of_state_stands_in_the_timeline(asset, storekeeper):
    actions.change(asset, status=Status.TO_MEND, by=storekeeper, at=AT)
    actions.change(asset, note="屏幕有划痕", by=storekeeper, at=AT)
    texts = [entry.text for entry in TimelineEntry.objects.of(asset)]
    assert texts == [actions.REGISTERED, actions.IS_NOW]


@pytest.mark.parametrize(
    "wrong", [{"status": "lost"}, {"status": "disposed"}, {"price": -1}, {"disposed_on": AT.date()}]
)
def test_the_database_forbids_what_must_not_be(asset, wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        FixedAsset.objects.filter(pk=asset.pk).update(**wrong)
