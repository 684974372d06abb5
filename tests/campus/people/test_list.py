"""The list of people: who sees whom, and how they are found."""

import pytest
from django.urls import reverse

from campus.models import Duty, Person, Role, SchoolClass
from tests.conftest import make_person

LIST = reverse("people:people")


@pytest.fixture
def other_class(db) -> SchoolClass:
    return SchoolClass.objects.create(grade=11, number=1)


@pytest.fixture
def school(head, safety_officer, teacher, pupil, other_class) -> None:
    """Three of the staff, one pupil in each of two classes, and somebody who has left."""
    make_person("20240102", "沈秋禾", kind=Person.Kind.PUPIL, school_class=other_class)
    make_person("T090", "已走人", is_active=False)


def seen(browser, **query) -> set[str]:
    rows = browser.get(LIST, query).context["rows"]
    return {row.record.number for row in rows}


STAFF = {"T001", "T002", "T005"}
PUPILS = {"20250301", "20240102"}


def test_staff_see_the_staff_who_are_here(school, signed_in, teacher):
    assert seen(signed_in(teacher)) == STAFF


def test_head_and_administrator_see_everybody_and_who_has_left(
    school, signed_in, head, administrator
):
    everybody = STAFF | PUPILS | {"T004", "T090"}
    assert (seen(signed_in(head)), seen(signed_in(administrator))) == (everybody, everybody)


def test_a_class_teacher_sees_the_own_class_too(school, signed_in, teacher, pupil):
    Duty.objects.create(
        person=teacher, role=Role.CLASS_TEACHER, school_class=pupil.school_class,
        starts_on="2020-01-01",
    )  # fmt: skip
    assert seen(signed_in(teacher)) == STAFF | {pupil.number}


def test_a_dorm_warden_sees_all_pupils(school, signed_in):
    warden = make_person("T020", "费晚舟", Role.DORM_WARDEN)
    assert seen(signed_in(warden)) == STAFF | PUPILS | {"T020"}


def test_pupils_see_no_list(school, signed_in, pupil):
    assert signed_in(pupil).get(LIST).status_code == 403
    for name in ("list_sheet", "list_export"):
        path = reverse(f"lists:{name}", args=["people"])
        assert signed_in(pupil).get(path).status_code == 403


@pytest.mark.parametrize(
    ("query", "numbers"),
    [
        ({"q": "若溪"}, {"T002"}),
        ({"q": "T00"}, {"T001", "T002", "T005"}),
        ({"q": "2025"}, {"20250301"}),
        ({"kind": "pupil"}, PUPILS),
        ({"role": "safety_officer"}, {"T002"}),
        ({"state": "left"}, {"T090"}),
        ({"state": "here", "kind": "staff"}, STAFF),
    ],
)
def test_people_are_found_by_name_number_and_what_they_are(school, signed_in, head, query, numbers):
    assert seen(signed_in(head), **query) == numbers


def test_people_are_found_by_the_initials_of_their_names(signed_in, head):
    Person.objects.filter(pk=head.pk).update(pinyin="cys chengyuanshan")
    assert (seen(signed_in(head), q="cys"), seen(signed_in(head), q="xyz")) == ({"T001"}, set())


def test_what_one_does_not_see_one_cannot_filter_by(school, signed_in, teacher):
    names = [field.name for field in signed_in(teacher).get(LIST).context["filters"]]
    assert names == ["department", "role"]
    assert seen(signed_in(teacher), kind="pupil", state="left") == STAFF


def test_only_who_answers_for_the_data_takes_it_away(school, signed_in, head, teacher):
    path = reverse("lists:list_export", args=["people"])
    answers = [signed_in(person).get(path).status_code for person in (head, teacher)]
    assert answers == [200, 403]
