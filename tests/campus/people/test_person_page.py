"""The page of one person."""

from datetime import date

import pytest
from django.urls import reverse

from campus.models import Duty, Person, PupilAccess, Role, SchoolClass, TimelineEntry
from tests.conftest import make_person


@pytest.fixture
def warden(db) -> Person:
    return make_person("T020", "费晚舟", Role.DORM_WARDEN)


@pytest.fixture
def class_teacher(teacher, pupil) -> Person:
    Duty.objects.create(
        person=teacher, role=Role.CLASS_TEACHER, school_class=pupil.school_class,
        starts_on="2020-01-01",
    )  # fmt: skip
    return teacher


def page(browser, person):
    return browser.get(person.get_absolute_url())


def test_staff_see_staff_with_phone_and_mail_and_pupils_do_not(
    signed_in, teacher, technician, pupil
):
    assert page(signed_in(teacher), technician).context["shows_contact"]
    assert page(signed_in(pupil), technician).status_code == 404


def test_a_pupil_is_seen_by_whoever_answers_for_them(
    signed_in, pupil, head, administrator, warden, class_teacher, technician
):
    readers = (head, administrator, warden, class_teacher, pupil, technician)
    answers = [page(signed_in(each), pupil).status_code for each in readers]
    assert answers == [200, 200, 200, 200, 200, 404]


def test_another_class_teacher_does_not_see_the_pupil(signed_in, pupil, technician):
    other = SchoolClass.objects.create(grade=12, number=1)
    Duty.objects.create(
        person=technician, role=Role.CLASS_TEACHER, school_class=other, starts_on="2020-01-01"
    )
    assert page(signed_in(technician), pupil).status_code == 404


def test_sign_in_is_told_to_administrators_and_history_to_those_who_may(
    signed_in, teacher, head, administrator
):
    told = [
        (answer.context["sign_in"] is not None, answer.context["history_path"] != "")
        for answer in (page(signed_in(each), teacher) for each in (administrator, head, teacher))
    ]
    assert told == [(True, True), (False, True), (False, False)]


# Who looks at pupils


def test_a_look_at_a_pupil_by_somebody_else_is_noted(signed_in, pupil, head, warden):
    for reader in (head, warden, pupil):
        page(signed_in(reader), pupil)
    noted = [(each.by, each.what, each.pupils, each.roles) for each in PupilAccess.objects.all()]
    assert noted == [
        (warden, "look", [pupil.pk], ["dorm_warden"]),
        (head, "look", [pupil.pk], ["head"]),
    ]


def test_a_look_at_staff_is_not_noted(signed_in, teacher, head):
    page(signed_in(head), teacher)
    assert not PupilAccess.objects.exists()


def test_the_pupil_reads_by_which_duty_and_not_by_whom(signed_in, pupil, head):
    page(signed_in(head), pupil)
    answer = page(signed_in(pupil), pupil)
    assert [each.roles_in_words for each in answer.context["looks"]] == ["后勤负责人"]
    assert head.name not in answer.content.decode()


def test_head_and_administrator_read_all_looks_and_nobody_else(
    signed_in, pupil, head, administrator, teacher
):
    page(signed_in(head), pupil)
    path = reverse("people:looks")
    rows = [
        [row.record.first_name for row in signed_in(each).get(path).context["rows"]]
        for each in (head, administrator)
    ]
    assert rows == [[pupil.name], [pupil.name]]
    answers = [signed_in(each).get(path).status_code for each in (teacher, pupil)]
    assert answers == [403, 403]


def test_looks_are_found_by_the_number_of_the_pupil(signed_in, pupil, head):
    page(signed_in(head), pupil)
    rows = [
        len(signed_in(head).get(reverse("people:looks"), {"pupil": number}).context["rows"])
        for number in (pupil.number, "nobody")
    ]
    assert rows == [1, 0]


def test_a_noted_look_is_never_changed_or_deleted(signed_in, pupil, head, transactional_db):
    from django.db import InternalError

    page(signed_in(head), pupil)
    with pytest.raises(InternalError):
        PupilAccess.objects.update(page="/elsewhere/")
    with pytest.raises(InternalError):
        PupilAccess.objects.all().delete()


# Correcting, ending, taking back


def test_an_administrator_corrects_a_name_and_it_is_found_by_its_new_pinyin(
    signed_in, administrator, teacher, office
):
    typed = {"name": "单听澜", "department": office.pk, "phone": "13800000000", "email": ""}
    path = reverse("people:person_edit", args=[teacher.pk])
    assert signed_in(administrator).post(path, typed).status_code == 302
    teacher.refresh_from_db()
    assert (teacher.name, teacher.pinyin, teacher.department) == (
        "单听澜", "stl shantinglan", office,
    )  # fmt: skip


def test_a_pupil_is_given_no_department(signed_in, administrator, pupil, office):
    typed = {"name": pupil.name, "department": office.pk, "school_class": pupil.school_class.pk}
    signed_in(administrator).post(reverse("people:person_edit", args=[pupil.pk]), typed)
    pupil.refresh_from_db()
    assert (pupil.department, pupil.school_class.number) == (None, 3)


@pytest.mark.parametrize("name", ["person_edit", "person_end", "duty_give"])
def test_others_change_nobody(signed_in, teacher, technician, name):
    path = reverse(f"people:{name}", args=[technician.pk])
    answers = [getattr(signed_in(teacher), way)(path).status_code for way in ("get", "post")]
    assert answers == [403, 403]


def test_whoever_leaves_holds_no_duty_any_more_and_can_come_back(
    signed_in, administrator, technician
):
    browser = signed_in(administrator)
    browser.post(reverse("people:person_end", args=[technician.pk]), {"on": "2026-01-31"})
    technician.refresh_from_db()
    assert (technician.is_active, technician.left_on) == (False, date(2026, 1, 31))
    assert [duty.ends_on for duty in technician.duties.all()] == [date(2026, 1, 31)]
    browser.post(reverse("people:person_back", args=[technician.pk]))
    technician.refresh_from_db()
    assert (technician.is_active, technician.left_on) == (True, None)
    assert [each.text for each in TimelineEntry.objects.of(technician)] == [
        "Left the school on %(day)s.", "Is back at the school.",
    ]  # fmt: skip


def test_administrators_do_not_end_themselves(signed_in, administrator):
    path = reverse("people:person_end", args=[administrator.pk])
    signed_in(administrator).post(path, {"on": "2026-01-31"})
    administrator.refresh_from_db()
    assert administrator.is_active


def test_the_page_asks_as_much_for_many_duties_as_for_one(
    signed_in, administrator, teacher, django_assert_num_queries
):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    counts = []
    for role in (Role.DRIVER, Role.TECHNICIAN, Role.FLEET_MANAGER):
        Duty.objects.create(person=teacher, role=role, starts_on="2020-01-01")
        browser = signed_in(administrator)
        with CaptureQueriesContext(connection) as asked:
            page(browser, teacher)
        counts.append(len(asked))
    assert len(set(counts)) == 1
