"""Naming people in forms: offered while somebody types, by number or name."""

import pytest
from django import forms
from django.urls import reverse

from campus.people.picking import PersonField
from tests.conftest import make_person


class Naming(forms.Form):
    who = PersonField(required=False)


def named(typed: str):
    form = Naming({"who": typed})
    return form.cleaned_data["who"] if form.is_valid() else form.errors["who"][0]


def test_the_staff_are_offered_by_name_initials_and_number(signed_in, head, technician, pupil):
    browser = signed_in(head)
    offered = {"code": "T003", "name": "江小川", "where": "后勤服务处"}
    for begun in ("江", "小川", "t003"):
        answer = browser.get(reverse("people:suggest"), {"q": begun})
        assert answer.json() == {"offers": [offered]}
    for begun in ("", "林暮云", "\x00"):
        assert browser.get(reverse("people:suggest"), {"q": begun}).json() == {"offers": []}
    assert signed_in(pupil).get(reverse("people:suggest"), {"q": "江"}).status_code == 403


@pytest.mark.parametrize("typed", ["T003", "t003", " 江小川 "])
def test_somebody_is_named_by_number_or_name(technician, typed):
    assert named(typed) == technician


def test_nothing_typed_is_nobody(technician):
    assert named("") is None


@pytest.mark.parametrize("typed", ["江", "王五", "林暮云", "'", "x" * 81])
def test_whoever_is_not_of_the_staff_is_told(technician, pupil, typed):
    assert isinstance(named(typed), str)


def test_a_name_that_two_bear_wants_the_number(technician):
    make_person("T033", "江小川")
    assert "T003" in named("江小川")
    assert "T033" in named("江小川")
    assert named("T033").number == "T033"


def test_a_form_shows_the_number_of_whoever_is_named(technician):
    shown = [Naming(initial={"who": value})["who"].value() for value in (technician, technician.pk)]
    assert shown == ["T003", "T003"]
