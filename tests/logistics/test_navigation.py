"""The ways around every page: who has which, and which one the page lies on."""

import pytest

from logistics.navigation import WAYS, way_to


def here(path: str) -> str:
    way = way_to(path, list(WAYS))
    return way.name if way else ""


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("/", "my_day"),
        ("/inbox/", "notices:inbox"),
        ("/inbox/robots/new/", "notices:robots"),
        ("/plan/", "planning:items"),
        ("/plan/items/7/", "planning:items"),
        ("/plan/rules/plan_item.drill/", "planning:rules"),
        ("/account/password/", ""),
    ],
)
def test_a_page_lies_on_one_way_alone(path, name):
    assert here(path) == name


def test_what_is_for_some_is_not_shown_to_others(head, technician):
    closed = {way.name for way in WAYS if way.is_for(head)} - {
        way.name for way in WAYS if way.is_for(technician)
    }
    assert closed >= {"notices:robots", "planning:rules"}
