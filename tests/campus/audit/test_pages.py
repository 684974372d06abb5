"""The log as its readers see it."""

from datetime import datetime, timedelta
from io import BytesIO
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone, translation
from openpyxl import load_workbook

from campus.audit.actions import record, seals
from campus.models import AuditEntry, Duty, Role
from tests.conftest import make_person

AT = datetime(2025, 11, 3, 9, tzinfo=ZoneInfo("Asia/Shanghai"))


@pytest.fixture
def auditor(db):
    return make_person("T900", "顾明鉴", Role.AUDITOR)


@pytest.fixture
def noted(administrator, pupil):
    """A new password for a pupil, and a robot two days later."""
    record("password_given", by=administrator, at=AT, about=pupil)
    later = AT + timedelta(days=2)
    record("robot_added", by=administrator, at=later, name="后勤群", ip="10.0.0.7")


def told(answer) -> list[str]:
    return [row.record.sentence for row in answer.context["rows"]]


def test_an_auditor_begins_with_the_log(signed_in, auditor, noted):
    answer = signed_in(auditor).get("/", follow=True)
    assert answer.redirect_chain == [("/audit/", 302)]
    with translation.override("zh-hans"):
        assert len(told(answer)) == 2


@pytest.mark.parametrize(
    ("question", "kinds"),
    [
        ("kind=robot_added", ["robot_added"]),
        ("by=t004", ["robot_added", "password_given"]),
        ("by=T005", []),
        ("whom=20250301", ["password_given"]),
        ("since=2025-11-04", ["robot_added"]),
        ("until=2025-11-04", ["password_given"]),
    ],
)
def test_it_is_narrowed_by_kind_person_and_day(signed_in, auditor, noted, question, kinds):
    answer = signed_in(auditor).get(f"/audit/?{question}")
    assert [row.record.kind for row in answer.context["rows"]] == kinds


def test_whom_it_was_done_to_is_told_in_words_and_leads_nowhere(signed_in, auditor, noted, pupil):
    browser = signed_in(auditor)
    entry = AuditEntry.objects.get(kind="password_given")
    for page in ("/audit/", entry.get_absolute_url()):
        text = browser.get(page).content.decode()
        assert (pupil.name in text, pupil.get_absolute_url() in text) == (True, False)


def test_the_file_holds_what_was_found_and_is_noted_itself(signed_in, auditor, noted):
    answer = signed_in(auditor).get("/lists/audit_log/export/?kind=robot_added")
    [sheet] = load_workbook(BytesIO(answer.content)).worksheets
    assert sheet.max_row == 2
    taken = AuditEntry.objects.get(kind="audit_taken")
    assert (taken.by, taken.facts) == (auditor, {"count": 1})


def test_it_asks_the_database_as_much_for_many_as_for_one(
    signed_in, auditor, administrator, pupil, django_assert_num_queries
):
    record("password_given", by=administrator, at=AT, about=pupil)
    browser = signed_in(auditor)
    browser.get("/audit/")
    with django_assert_num_queries(7):
        browser.get("/audit/")
    for number in range(20):
        person = make_person(f"T8{number}", "某人")
        record("password_given", by=person, at=AT, about=person)
    with django_assert_num_queries(7):
        browser.get("/audit/")


def test_it_says_whether_the_seals_hold(signed_in, auditor, noted):
    browser = signed_in(auditor)
    night = AT + timedelta(days=3)
    assert browser.get("/audit/").context["check"] is None
    seals.seal_days(at=night)
    check = seals.check_seals(at=night)
    assert browser.get("/audit/").context["check"] == check


def test_an_auditor_reads_who_has_looked_at_pupils(signed_in, auditor, head, pupil):
    signed_in(head).get(pupil.get_absolute_url())
    answer = signed_in(auditor).get("/people/looks/")
    assert [row.record.by for row in answer.context["rows"]] == [head]


def test_nobody_else_reads_the_log(signed_in, head, administrator, pupil):
    for person in (head, administrator, pupil):
        assert signed_in(person).get("/audit/").status_code == 403


def test_the_day_after_the_duty_everything_else_is_open_again(signed_in, auditor):
    Duty.objects.filter(person=auditor).update(ends_on=timezone.localdate() - timedelta(days=1))
    browser = signed_in(auditor)
    assert [browser.get(path).status_code for path in ("/audit/", "/")] == [403, 200]


def test_the_head_appoints_auditors_and_administrators_do_not(
    signed_in, head, administrator, teacher
):
    day = timezone.localdate().isoformat()
    form = {"role": "auditor", "starts_on": day}
    path = f"/people/{teacher.pk}/duties/new/"
    assert signed_in(administrator).post(path, form).status_code == 422
    assert signed_in(head).post(path, form).status_code == 302
    duty = Duty.objects.get(person=teacher)
    ending = {"ends_on": day}
    change = f"/people/duties/{duty.pk}/last-day/"
    assert signed_in(administrator).post(change, ending).status_code == 403


def test_whoever_is_head_and_administrator_in_one_appoints_none(signed_in, head, teacher):
    Duty.objects.create(person=head, role=Role.ADMINISTRATOR, starts_on=AT.date())
    form = {"role": "auditor", "starts_on": timezone.localdate().isoformat()}
    assert signed_in(head).post(f"/people/{teacher.pk}/duties/new/", form).status_code == 422


def test_the_rescue_pages_make_no_auditor_and_are_noted(signed_in, administrator, teacher):
    path = f"/rescue/campus/person/{teacher.pk}/change/"
    typed = {
        "number": teacher.number, "name": "许知言", "kind": "staff", "is_active": "on",
        "department": teacher.department_id, "phone": "1", "duties-TOTAL_FORMS": "1",
        "duties-INITIAL_FORMS": "0", "duties-0-person": teacher.pk, "duties-0-role": "auditor",
        "duties-0-starts_on": "2025-11-03",
    }  # fmt: skip
    browser = signed_in(administrator)
    assert browser.post(path, typed).status_code == 200
    assert not Duty.objects.filter(person=teacher).exists()
    assert browser.post(path, {**typed, "duties-0-role": "driver"}).status_code == 302
    entry = AuditEntry.objects.get(kind="rescued")
    assert (entry.by, entry.about_id, entry.facts) == (
        administrator, teacher.pk, {"fields": "phone", "count": 1},
    )  # fmt: skip
