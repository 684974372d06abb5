"""A new first password for whoever has lost theirs."""

import pytest
from django.urls import reverse

from campus.models import Duty, InboxEntry, Role, SchoolClass, TimelineEntry
from tests.conftest import PASSWORD, make_person


@pytest.fixture
def class_teacher(teacher, pupil):
    Duty.objects.create(
        person=teacher, role=Role.CLASS_TEACHER, school_class=pupil.school_class,
        starts_on="2020-01-01",
    )  # fmt: skip
    return teacher


def path(person) -> str:
    return reverse("account:give_password", args=[person.pk])


def test_it_is_shown_once_and_has_to_be_changed(signed_in, administrator, teacher):
    answer = signed_in(administrator).post(path(teacher))
    [(_person, password)] = answer.context["given"]
    teacher.refresh_from_db()
    assert (teacher.check_password(password), teacher.must_change_password) == (True, True)
    assert not teacher.check_password(PASSWORD)
    assert "no-store" in answer.headers["Cache-Control"]


def test_its_person_is_signed_out_told_and_it_is_noted(come_in, signed_in, administrator, teacher):
    theirs = come_in(teacher)
    signed_in(administrator).post(path(teacher))
    assert theirs.get("/").status_code == 302
    [entry] = InboxEntry.objects.filter(person=teacher)
    assert entry.notice.facts == {"by": administrator.name}
    assert [(each.by, each.text) for each in TimelineEntry.objects.of(teacher)] == [
        (administrator, "A new first password was given out.")
    ]


def test_a_class_teacher_gives_one_to_pupils_of_the_own_class(signed_in, class_teacher, pupil):
    assert signed_in(class_teacher).get(path(pupil)).status_code == 200
    assert signed_in(class_teacher).post(path(pupil)).status_code == 200


def test_a_class_teacher_gives_none_to_staff_and_to_other_classes(signed_in, class_teacher, head):
    other = make_person(
        "20250999", "沈秋禾", kind="pupil",
        school_class=SchoolClass.objects.create(grade=12, number=1),
    )  # fmt: skip
    answers = [signed_in(class_teacher).post(path(each)).status_code for each in (head, other)]
    assert answers == [403, 404]


def test_the_head_a_pupil_and_whoever_it_is_for_give_none(
    signed_in, head, teacher, pupil, administrator
):
    asked = ((head, teacher), (pupil, pupil), (administrator, administrator))
    assert [signed_in(by).post(path(of)).status_code for by, of in asked] == [403, 403, 403]


def test_whoever_has_left_gets_none(signed_in, administrator):
    gone = make_person("T090", "已走人", is_active=False)
    assert signed_in(administrator).post(path(gone)).status_code == 403
