"""What else is kept of pupils: off until the school switches it on."""

from datetime import date

import pytest
from django.urls import reverse

from campus.models import Duty, OptionalField, PupilExtra, Role, TimelineEntry
from tests.conftest import make_person

FIELDS = reverse("people:fields")
PHONE = "13800000001"


@pytest.fixture
def class_teacher(teacher, pupil):
    Duty.objects.create(
        person=teacher, role=Role.CLASS_TEACHER, school_class=pupil.school_class,
        starts_on="2020-01-01",
    )  # fmt: skip
    return teacher


@pytest.fixture
def switch(signed_in, administrator):
    """`switch("guardian_phone")`: to the other position."""

    def turn(key: str, reason: str = "Asked for by the school's council."):
        path = reverse("people:field_switch", args=[key])
        return signed_in(administrator).post(path, {"reason": reason})

    return turn


def fill(browser, pupil, **typed):
    return browser.post(reverse("people:extra", args=[pupil.pk]), {"sent": "1", **typed})


def told(browser, pupil) -> list[str]:
    extra = browser.get(pupil.get_absolute_url()).context["extra"]
    return [value for _label, value in extra]


def test_everything_is_off_at_first(signed_in, administrator, class_teacher, pupil):
    fields = signed_in(administrator).get(FIELDS).context["fields"]
    assert [each["switch"] for each in fields] == [None, None]
    assert fill(signed_in(class_teacher), pupil, guardian_phone=PHONE).status_code == 404


def test_switching_notes_who_when_and_why(switch, administrator):
    assert switch("guardian_phone", reason="").status_code == 422
    switch("guardian_phone")
    [field] = OptionalField.objects.all()
    assert (field.is_on, field.by, field.reason) == (
        True, administrator, "Asked for by the school's council.",
    )  # fmt: skip
    assert switch("birth_date").status_code == 404


def test_the_class_teacher_fills_it_in_and_it_lies_sealed(switch, signed_in, class_teacher, pupil):
    switch("guardian_phone")
    fill(signed_in(class_teacher), pupil, guardian_phone=PHONE)
    assert told(signed_in(class_teacher), pupil) == [PHONE]
    [stored] = PupilExtra.objects.all()
    assert PHONE not in stored.guardian_phone
    assert [each.text for each in TimelineEntry.objects.of(pupil)] == ["Optional data was changed."]


def test_it_is_seen_by_those_alone_whom_the_page_names(
    switch, signed_in, class_teacher, pupil, head, administrator
):
    switch("guardian_phone")
    fill(signed_in(class_teacher), pupil, guardian_phone=PHONE)
    warden = make_person("T020", "费晚舟", Role.DORM_WARDEN)
    seen = [told(signed_in(each), pupil) for each in (pupil, warden, administrator, head)]
    assert seen == [[PHONE], [PHONE], [PHONE], []]
    assert fill(signed_in(warden), pupil, guardian_phone="1").status_code == 403


def test_switched_off_it_is_hidden_and_then_erased(
    switch, signed_in, administrator, class_teacher, pupil
):
    switch("guardian_phone")
    fill(signed_in(class_teacher), pupil, guardian_phone=PHONE)
    erase = reverse("people:field_erase", args=["guardian_phone"])
    signed_in(administrator).post(erase)
    assert PupilExtra.objects.count() == 1
    switch("guardian_phone")
    assert (told(signed_in(class_teacher), pupil), PupilExtra.objects.count()) == ([], 1)
    signed_in(administrator).post(erase)
    assert PupilExtra.objects.count() == 0


def test_the_consent_of_a_guardian_is_kept_without_a_birth_date(
    switch, signed_in, class_teacher, pupil
):
    switch("guardian_consent")
    fill(signed_in(class_teacher), pupil, is_under_14="on", consent_on="2025-09-01")
    [stored] = PupilExtra.objects.all()
    assert (stored.is_under_14, stored.consent_on) == (True, date(2025, 9, 1))


def test_a_field_that_is_off_is_not_written_by_a_forged_form(
    switch, signed_in, class_teacher, pupil
):
    switch("guardian_consent")
    fill(signed_in(class_teacher), pupil, guardian_phone=PHONE)
    assert [each.guardian_phone for each in PupilExtra.objects.all()] == [""]


def test_others_switch_nothing(signed_in, head, teacher, pupil):
    people = (head, teacher, pupil)
    assert [signed_in(each).get(FIELDS).status_code for each in people] == [403, 403, 403]
