"""Which rows an act is for."""

import pytest
from django.http import QueryDict

from campus.lists.forms import Selection
from campus.models import Place
from tests.campus.lists.rooms import ROOMS


@pytest.fixture
def rooms(db) -> list[Place]:
    return [Place.objects.create(kind="room", code=f"R{n}", name=f"房间{n}") for n in range(1, 5)]


def selection(person, data: str, query: str = "") -> Selection:
    return Selection(QueryDict(data), page=ROOMS, person=person, query=QueryDict(query))


def chosen(form: Selection) -> list[str]:
    assert form.is_valid(), form.errors
    return [row.code for row in form.cleaned_data["rows"]]


def test_the_ticked_rows_in_the_order_of_the_list(rooms, head):
    data = f"item={rooms[2].pk}&item={rooms[0].pk}"
    assert chosen(selection(head, data)) == ["R1", "R3"]
    assert chosen(selection(head, data, "sort=-code")) == ["R3", "R1"]


def test_what_is_ticked_counts_even_where_the_address_would_hide_it(rooms, head):
    assert chosen(selection(head, f"item={rooms[0].pk}", "kind=floor")) == ["R1"]


def test_all_that_was_found_without_ticking_each(rooms, head):
    assert chosen(selection(head, "all=1", "q=房间2")) == ["R2"]
    assert chosen(selection(head, "all=4")) == ["R1", "R2", "R3", "R4"]


def test_all_found_must_be_what_was_seen(rooms, head):
    form = selection(head, "all=3")
    assert (form.is_valid(), list(form.errors)) == (False, ["__all__"])


@pytest.mark.parametrize(
    "data", ["", "item=", "item=x", "item=999999", "all=0", "all=1001", "all=x"]
)
def test_anything_else_is_refused(rooms, head, data):
    assert not selection(head, data).is_valid()


def test_of_all_found_only_those_are_taken_that_one_may_select(rooms, head, monkeypatch):
    monkeypatch.setitem(ROOMS.__dict__, "may_select", lambda person, row: row.code == "R3")
    assert chosen(selection(head, "all=4")) == ["R3"]
