"""The tree of places: where each lies follows from what it is a part of, whatever happens."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from campus.doors import Refused
from campus.models import Place
from campus.places import actions

AT = datetime(2025, 11, 3, 9, tzinfo=ZoneInfo("Asia/Shanghai"))
DAY = date(2025, 11, 3)


def way(*places: Place) -> str:
    return "/" + "".join(f"{place.pk}/" for place in places)


def full_names() -> dict[str, str]:
    return dict(Place.objects.values_list("code", "full_name"))


def codes(places) -> set[str]:
    return {place.code for place in places}


def test_a_place_knows_the_way_to_it(school):
    lab = school["JX-201"]
    assert lab.path == way(*(school[code] for code in ("A", "JX", "JX-2", "JX-201")))
    assert lab.full_name == "主校区 › 致知楼 › 2层 › 201 物理实验室"
    assert lab.whereabouts == "主校区 › 致知楼 › 2层"


def test_every_place_has_a_token_of_its_own_that_an_address_can_hold(school):
    tokens = set(Place.objects.values_list("token", flat=True))
    assert len(tokens) == len(school)
    assert {len(token) for token in tokens} == {16}
    assert {character for token in tokens for character in token if not character.isalnum()} <= {
        "-", "_"
    }  # fmt: skip


def test_all_that_is_in_a_building_is_found_by_one_prefix(school):
    found = Place.objects.within(school["JX"])
    assert codes(found) == {"JX", "JX-1", "JX-2", "JX-101", "JX-201", "JX-201-S"}
    around = [place.code for place in Place.objects.around(school["JX-201"])]
    assert around == ["A", "JX", "JX-2", "JX-201"]


def test_many_places_are_laid_level_by_level(school):
    campus = Place(kind="campus", code="B", name="东校区")
    house = Place(kind="building", code="B-1", name="一号楼", parent=campus)
    rooms = [Place(kind="room", code=f"B-{n}", name=str(n), parent=house) for n in range(101, 141)]
    with CaptureQueriesContext(
        connection,
    ) as counted:
        actions.lay_all([*rooms, house, campus])
    assert rooms[0].full_name == "东校区 › 一号楼 › 101"
    assert rooms[39].path == way(campus, house, rooms[39])
    inserts = [each for each in counted if each["sql"].startswith("INSERT")]
    assert len(inserts) == 3


def test_a_place_takes_its_parts_along_in_one_statement(school, administrator):
    with CaptureQueriesContext(connection) as counted:
        actions.move(school["JX-2"], to=school["ST"], by=administrator, at=AT)
    updates = [each for each in counted if each["sql"].startswith("UPDATE")]
    assert len(updates) == 1
    assert full_names()["JX-201-S"] == "主校区 › 食堂 › 2层 › 201 物理实验室 › 洗眼器"
    spot = Place.objects.get(code="JX-201-S")
    assert spot.path == way(*(school[code] for code in ("A", "ST", "JX-2", "JX-201", "JX-201-S")))
    assert codes(Place.objects.within(school["JX"])) == {"JX", "JX-1", "JX-101"}


def test_a_new_name_shows_in_the_names_of_the_parts_and_nowhere_else(school, administrator):
    actions.change(school["JX"], by=administrator, at=AT, name="格物楼", capacity=400)
    names = full_names()
    assert names["JX-101"] == "主校区 › 格物楼 › 1层 › 101"
    assert names["ST"] == "主校区 › 食堂"
    assert Place.objects.get(code="JX").capacity == 400


@pytest.mark.parametrize(
    ("code", "whole"),
    [("JX", "JX-201"), ("JX", "JX"), ("JX-2", "JX-1"), ("JX-101", "JX-201-S"), ("A", "ST")],
)
def test_a_part_lies_deeper_than_its_whole(school, administrator, code, whole):
    with pytest.raises(ValidationError):
        actions.move(school[code], to=school[whole], by=administrator, at=AT)


def test_a_level_cannot_rise_above_the_whole_nor_sink_below_a_part(school, administrator):
    with pytest.raises(ValidationError):
        actions.change(school["JX-101"], by=administrator, at=AT, kind="floor")
    with pytest.raises(Refused):
        actions.change(school["JX"], by=administrator, at=AT, kind="room")


@pytest.mark.parametrize(
    "facts",
    [
        {"parent": "JX-201"},
        {"kind": "room"},
        {"name": "another"},
        {"path": "/1/"},
        {"full_name": "elsewhere"},
        {"use": "castle"},
    ],
)
def test_the_database_itself_keeps_the_tree_true(school, facts):
    if "parent" in facts:
        facts = {"parent": school[facts["parent"]]}
    with pytest.raises(IntegrityError), transaction.atomic():
        Place.objects.filter(pk=school["JX"].pk).update(**facts)


def test_names_are_told_apart_among_siblings_alone(school):
    actions.lay(kind="room", code="ST-101", name="101", parent=school["ST"])
    with pytest.raises(ValidationError):
        actions.lay(kind="room", code="JX-101B", name="101", parent=school["JX-1"])
    with pytest.raises(ValidationError):
        actions.lay(kind="room", code="jx-101", name="102", parent=school["JX-1"])


def test_a_building_out_of_use_takes_its_rooms_along_and_brings_them_back(school, administrator):
    actions.end(school["JX-101"], on=date(2025, 6, 30), by=administrator, at=AT)
    actions.end(school["JX"], on=DAY, by=administrator, at=AT)
    active = codes(Place.objects.active(date(2025, 11, 4)))
    assert active == {"A", "ST"}
    assert codes(Place.objects.active(DAY)) == {
        "A",
        "ST",
        "JX",
        "JX-1",
        "JX-2",
        "JX-201",
        "JX-201-S",
    }
    actions.reopen(school["JX"], by=administrator, at=AT)
    ended = codes(Place.objects.exclude(ends_on=None))
    assert ended == {"JX-101"}


def test_nothing_is_opened_or_laid_in_what_is_out_of_use(school, administrator):
    house = actions.end(school["JX"], on=DAY, by=administrator, at=AT)
    with pytest.raises(Refused):
        actions.reopen(school["JX-101"], by=administrator, at=AT)
    with pytest.raises(ValidationError):
        actions.lay(kind="floor", code="JX-3", name="3层", parent=house)
    with pytest.raises(Refused):
        actions.reopen(school["ST"], by=administrator, at=AT)


def test_new_tokens_for_one_place_or_for_all_that_is_in_it(school, administrator):
    old = dict(Place.objects.values_list("code", "token"))
    assert actions.renew_tokens(school["JX"], with_parts=False, by=administrator, at=AT) == 1
    assert actions.renew_tokens(school["JX-2"], with_parts=True, by=administrator, at=AT) == 3
    new = dict(Place.objects.values_list("code", "token"))
    assert {code for code in new if new[code] != old[code]} == {"JX", "JX-2", "JX-201", "JX-201-S"}
    assert len(set(new.values())) == len(new)
    assert Place.objects.get(code="JX").token_at == AT
