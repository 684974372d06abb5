"""Who may do this, and what may this person do."""

import importlib
import inspect
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from campus.models import Role
from campus.people.registry import ACTS, key_of
from tests.conftest import make_person

WHO = reverse("people:who_may")


def rights_of_one_argument() -> set[str]:
    """Of every rights.py the functions that ask about a person alone."""
    found = set()
    for app in settings.HOUSE:
        for path in (settings.BASE_DIR / app).rglob("rights.py"):
            name = ".".join(Path(path).relative_to(settings.BASE_DIR).with_suffix("").parts)
            module = importlib.import_module(name)
            found |= {
                key_of(right)
                for label, right in vars(module).items()
                if label.startswith(("can_", "may_")) and inspect.isfunction(right)
                if right.__module__ == name and takes_a_person_alone(right)
            }
    return found


def takes_a_person_alone(right) -> bool:
    needed = [
        each for each in inspect.signature(right).parameters.values()
        if each.default is inspect.Parameter.empty
    ]  # fmt: skip
    has_options = len(inspect.signature(right).parameters) > len(needed)
    return len(needed) == 1 and not has_options


def test_every_right_over_a_person_alone_has_a_name():
    assert set(ACTS) == rights_of_one_argument()


def test_no_two_acts_of_an_area_have_the_same_name():
    names = [(str(act.area), str(act.label)) for act in ACTS.values()]
    assert len(names) == len(set(names))


def who(browser, act: str) -> list[tuple[str, bool, list[str]]]:
    holders = browser.get(WHO, {"act": act}).context["holders"]
    return [
        (each.person.number, each.as_staff, [duty.role for duty in each.duties]) for each in holders
    ]


def test_who_may_is_told_with_the_duty_it_comes_from(
    signed_in, head, administrator, teacher, pupil
):
    assert who(signed_in(head), "campus.people.can_export_people") == [
        ("T001", False, ["head"]), ("T004", False, ["administrator"]),
    ]  # fmt: skip


def test_what_all_staff_may_hangs_on_no_duty(signed_in, head, teacher, pupil):
    assert who(signed_in(head), "campus.people.can_list_people") == [
        ("T001", True, []), ("T005", True, []),
    ]  # fmt: skip


@pytest.mark.parametrize("act", ["", "campus.people.nothing", "\0"])
def test_an_unknown_act_names_nobody(signed_in, head, act):
    assert who(signed_in(head), act) == []


def test_it_asks_as_much_for_many_staff_as_for_one(signed_in, head):
    counts = []
    for number in ("T101", "T102", "T103"):
        make_person(number, "叶听澜", Role.TECHNICIAN)
        browser = signed_in(head)
        with CaptureQueriesContext(connection) as asked:
            browser.get(WHO, {"act": "planning.can_plan"})
        counts.append(len(asked))
    assert len(set(counts)) == 1


def test_what_a_person_may_is_told_with_the_reason_of_each_no(signed_in, head, teacher):
    areas = signed_in(head).get(reverse("people:acts_of", args=[teacher.pk])).context["areas"]
    told = {act.key: answer for _area, acts in areas for act, answer, _holder in acts}
    assert set(told) == set(ACTS)
    answer = told["campus.people.can_export_people"]
    assert (bool(answer), bool(str(answer.reason))) == (False, True)


def test_others_are_asked_about_by_head_and_administrator_alone(
    signed_in, head, administrator, teacher, pupil
):
    path = reverse("people:acts_of", args=[teacher.pk])
    people = (head, administrator, teacher, pupil)
    assert [signed_in(each).get(path).status_code for each in people] == [200, 200, 200, 404]
    assert [signed_in(each).get(WHO).status_code for each in people] == [200, 200, 403, 403]
