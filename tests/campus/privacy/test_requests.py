"""Somebody asks that data about them be put right or erased; deciding it does it."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from campus.account.sealing import seal, unseal
from campus.models import (
    AuditEntry,
    DataRequest,
    Duty,
    InboxEntry,
    OptionalField,
    Person,
    Promise,
    PupilExtra,
    Role,
)
from campus.people import actions as people
from tests.campus.privacy.test_erasing import tables_with
from tests.conftest import make_person

AT = datetime(2025, 11, 3, 9, tzinfo=ZoneInfo("Asia/Shanghai"))
PHONE = "13912345678"


@pytest.fixture
def extra(pupil, administrator) -> PupilExtra:
    OptionalField.objects.create(
        key="guardian_phone", is_on=True, reason="x", by=administrator, at=AT
    )
    return PupilExtra.objects.create(person=pupil, guardian_phone=seal("13887654321"))


def ask(browser, **typed) -> DataRequest:
    answer = browser.post("/privacy/new/", typed)
    assert answer.status_code == 302
    return DataRequest.objects.latest("id")


def move(browser, request: DataRequest, verb: str, **typed):
    request.refresh_from_db()
    return browser.post(f"/privacy/{request.pk}/{verb}/", {"seen": request.version, **typed})


def test_it_gets_a_number_and_fifteen_working_days(signed_in, pupil, administrator):
    request = ask(signed_in(pupil), wants="correct", description="My name is 林慕云.")
    assert (request.number[:3], request.subject, request.reporter) == ("PD-", pupil, pupil)
    promise = Promise.objects.get()
    assert promise.kind == "answer"
    assert promise.due_at
    assert (promise.due_at - request.raised_at).days >= 19
    assert [entry.person for entry in InboxEntry.objects.all()] == [administrator]


@pytest.mark.parametrize(
    ("typed", "field"),
    [({"wants": "erase"}, "parts"), ({"wants": "correct"}, "description"), ({}, "wants")],
)
def test_it_says_what_is_wrong_or_what_is_to_go(signed_in, pupil, typed, field):
    answer = signed_in(pupil).post("/privacy/new/", {"x": "1", **typed})
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [field])


def test_putting_right_puts_it_right(signed_in, pupil, administrator):
    request = ask(signed_in(pupil), wants="correct", description="My name is 林慕云.")
    browser = signed_in(administrator)
    answer = move(browser, request, "correct", name="林慕云", phone="", email="", words="Done.")
    assert answer.status_code == 302
    pupil.refresh_from_db()
    request.refresh_from_db()
    assert (pupil.name, request.status) == ("林慕云", "granted")
    kinds = set(AuditEntry.objects.values_list("kind", flat=True))
    assert {"request_raised", "request_granted", "person_corrected"} <= kinds


def test_erasing_erases_it_also_from_its_history(signed_in, pupil, administrator, extra):
    fields = {name: getattr(pupil, name) for name in people.person.EDITED}
    people.change_person(pupil, by=administrator, at=AT, **{**fields, "phone": PHONE})
    request = ask(signed_in(pupil), wants="erase", parts=["contact", "guardian_phone"])
    move(signed_in(administrator), request, "erase", words="Both are erased.")
    pupil.refresh_from_db()
    extra.refresh_from_db()
    assert (pupil.phone, extra.guardian_phone) == ("", "")
    assert tables_with(PHONE) == {}


def test_what_is_not_asked_for_stays(signed_in, pupil, administrator, extra):
    request = ask(signed_in(pupil), wants="erase", parts=["contact"])
    move(signed_in(administrator), request, "erase", words="Erased.")
    extra.refresh_from_db()
    assert unseal(extra.guardian_phone) == "13887654321"


def test_whoever_is_here_is_not_forgotten_but_refused_with_the_reason(
    signed_in, pupil, administrator
):
    request = ask(signed_in(pupil), wants="erase", parts=["person"])
    browser = signed_in(administrator)
    move(browser, request, "erase", words="…")
    request.refresh_from_db()
    assert request.status == "new"
    assert move(browser, request, "refuse", words="").status_code == 422
    move(browser, request, "refuse", words="You are at the school; ask again once you have left.")
    request.refresh_from_db()
    pupil.refresh_from_db()
    assert (request.status, pupil.name) == ("refused", "林暮云")
    letter = signed_in(pupil).get(f"/privacy/{request.pk}/letter/").content.decode()
    assert "ask again once you have left" in letter


def test_whoever_has_left_is_made_anonymous_at_once(signed_in, pupil, administrator):
    request = ask(signed_in(pupil), wants="erase", parts=["person"])
    people.end_person(pupil, on=AT.date(), by=administrator, at=AT)
    move(signed_in(administrator), request, "erase", words="Done.")
    pupil.refresh_from_db()
    assert pupil.number == f"X{pupil.pk}"


def test_the_class_teacher_writes_down_what_a_guardian_asks(signed_in, pupil, teacher):
    duty = {"role": Role.CLASS_TEACHER, "school_class": pupil.school_class}
    browser = signed_in(teacher)
    path = f"/privacy/new/{pupil.pk}/"
    assert browser.get(path).status_code == 404
    Duty.objects.create(person=teacher, starts_on=AT.date(), **duty)
    browser.post(path, {"wants": "erase", "parts": ["guardian_phone"]})
    request = DataRequest.objects.get()
    assert (request.by_guardian, request.reporter, request.subject) == (True, teacher, pupil)
    assert signed_in(pupil).get(f"/privacy/{request.pk}/").status_code == 200


def test_nobody_decides_about_themselves_and_only_administrators_decide(
    signed_in, administrator, head, pupil
):
    request = ask(signed_in(administrator), wants="erase", parts=["contact"])
    assert move(signed_in(administrator), request, "erase", words="x").status_code == 403
    assert move(signed_in(head), request, "erase", words="x").status_code == 403
    assert signed_in(pupil).get(f"/privacy/{request.pk}/").status_code == 404


def test_whoever_asks_takes_it_back(signed_in, pupil):
    browser = signed_in(pupil)
    request = ask(browser, wants="erase", parts=["contact"])
    move(browser, request, "withdraw")
    request.refresh_from_db()
    assert request.status == "withdrawn"


# Under 14


@pytest.fixture
def child(pupil, administrator) -> Person:
    """A pupil under 14 of whom no guardian has agreed."""
    OptionalField.objects.create(
        key="guardian_consent", is_on=True, reason="x", by=administrator, at=AT
    )
    PupilExtra.objects.create(person=pupil, is_under_14=True)
    return pupil


def test_without_consent_feedback_has_neither_name_nor_photos(signed_in, child):
    browser = signed_in(child)
    answer = browser.get("/feedback/new/canteen/")
    form = answer.context["form"]
    assert (bool(answer.context["may_sign"]), "photos" in form.fields) == (False, False)
    topic = form.fields["topic"].queryset.first()
    typed = {"topic": topic.pk, "kind": "opinion", "words": "Good"}
    assert browser.post("/feedback/new/canteen/", typed).status_code == 403
    PupilExtra.objects.update(consent_on=timezone.localdate())
    assert browser.post("/feedback/new/canteen/", typed).status_code == 302


def test_the_rules_are_read_by_all_and_the_class_teacher_sees_who_lacks_it(
    signed_in, child, teacher, settings
):
    settings.DATA_OFFICER = "叶听澜"
    duty = {"role": Role.CLASS_TEACHER, "school_class": child.school_class}
    other = make_person("T031", "邵行南")
    Duty.objects.create(person=teacher, starts_on=AT.date(), **duty)
    lacking = [
        signed_in(each).get("/privacy/children/").context["lacking"]
        for each in (teacher, other, child)
    ]
    assert lacking == [[child], [], []]
    assert "叶听澜" in signed_in(child).get("/privacy/children/").content.decode()
