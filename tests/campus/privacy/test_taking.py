"""Pupils' data leaves the portal only when a second person has approved it."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from campus.doors import Refused
from campus.models import AuditEntry, Duty, InboxEntry, Job, Person, PupilAccess, Role, TakeAway
from campus.privacy.actions import taking
from tests.conftest import make_person

AT = datetime(2025, 11, 3, 9, tzinfo=ZoneInfo("Asia/Shanghai"))
EXPORT = "/lists/people/export/?kind=pupil"
SHEET = "/lists/people/sheet/?kind=pupil"


@pytest.fixture
def asked(signed_in, administrator, head, pupil) -> TakeAway:
    """The administrator wants all pupils as a file."""
    answer = signed_in(administrator).post(EXPORT, {"reason": "For the doctor"})
    take = TakeAway.objects.get()
    assert answer.headers["Location"] == take.get_absolute_url()
    return take


@pytest.fixture
def class_teacher(pupil) -> Person:
    person = make_person("T020", "韩竹明")
    duty = {"role": Role.CLASS_TEACHER, "school_class": pupil.school_class}
    Duty.objects.create(person=person, starts_on=AT.date(), **duty)
    return person


def path(take: TakeAway, verb: str) -> str:
    return f"{take.get_absolute_url()}{verb}/"


def test_the_list_asks_for_the_reason_and_gives_nothing_yet(signed_in, administrator, head, pupil):
    browser = signed_in(administrator)
    assert browser.get(EXPORT).headers["Content-Type"].startswith("text/html")
    assert browser.post(EXPORT, {"reason": ""}).status_code == 422
    assert (TakeAway.objects.count(), PupilAccess.objects.count()) == (0, 0)


def test_the_head_is_told_and_led_to_the_page(asked, head):
    told = [(entry.notice.path, entry.notice.facts["count"])
            for entry in InboxEntry.objects.filter(person=head)]  # fmt: skip
    assert told == [(asked.get_absolute_url(), 1)]


def test_once_approved_it_is_taken_once_by_a_job(signed_in, asked, head, administrator, pupil):
    assert signed_in(head).post(path(asked, "approve")).status_code == 302
    browser = signed_in(administrator)
    answer = browser.post(path(asked, "use"))
    job = Job.objects.get()
    assert (answer.headers["Location"], job.by) == (job.get_absolute_url(), administrator)
    assert job.facts["query"] == "kind=pupil"
    browser.post(path(asked, "use"))
    assert Job.objects.count() == 1
    kinds = ["take_away_asked", "take_away_approved", "take_away_used"]
    assert list(AuditEntry.objects.order_by("id").values_list("kind", flat=True)) == kinds
    assert {entry.facts["count"] for entry in AuditEntry.objects.all()} == {1}


def test_paper_is_shown_at_once_and_noted(signed_in, administrator, head, pupil):
    browser = signed_in(administrator)
    browser.post(SHEET, {"reason": "Fire drill"})
    take = TakeAway.objects.get()
    assert take.on_paper
    signed_in(head).post(path(take, "approve"))
    assert pupil.name in browser.post(path(take, "use")).content.decode()
    access = PupilAccess.objects.get()
    assert (access.by, access.what, access.pupils, access.reason) == (
        administrator, "paper", [pupil.pk], "Fire drill",
    )  # fmt: skip


def test_declined_with_the_reason_it_is_not_taken(signed_in, asked, head, administrator):
    browser = signed_in(head)
    assert browser.post(path(asked, "decline"), {"words": ""}).status_code == 422
    browser.post(path(asked, "decline"), {"words": "The doctor has a list."})
    signed_in(administrator).post(path(asked, "use"))
    asked.refresh_from_db()
    assert (asked.state, asked.words, Job.objects.count()) == (
        "declined", "The doctor has a list.", 0,
    )  # fmt: skip


def test_after_a_day_the_approval_holds_no_more(asked, head, administrator):
    taking.approve(asked, by=head, at=AT)
    with pytest.raises(Refused):
        taking.use(asked, by=administrator, at=AT + timedelta(hours=24))
    taking.use(asked, by=administrator, at=AT + timedelta(hours=23))


def test_nobody_approves_their_own_and_the_head_needs_a_second(
    signed_in, head, administrator, pupil
):
    browser = signed_in(head)
    browser.post(EXPORT, {"reason": "For the doctor"})
    take = TakeAway.objects.get()
    assert [entry.person for entry in InboxEntry.objects.all()] == [administrator]
    assert browser.post(path(take, "approve")).status_code == 403
    assert signed_in(administrator).post(path(take, "approve")).status_code == 302
    with pytest.raises(IntegrityError), transaction.atomic():
        TakeAway.objects.filter(pk=take.pk).update(decided_by=head)


def test_an_administrator_does_not_approve_what_others_ask(signed_in, asked, db):
    other = make_person("T021", "宋澜", Role.ADMINISTRATOR)
    assert signed_in(other).post(path(asked, "approve")).status_code == 403


def test_whoever_stands_in_for_the_head_approves(signed_in, asked, head, teacher):
    held = Duty.objects.get(person=head)
    today = timezone.localdate()
    days = {"starts_on": today, "ends_on": today}
    Duty.objects.create(person=teacher, role=Role.HEAD, stands_in_for=held, **days)
    assert signed_in(teacher).post(path(asked, "approve")).status_code == 302


def test_others_do_not_even_see_it(signed_in, asked, teacher, pupil):
    for person in (teacher, pupil):
        assert signed_in(person).get(asked.get_absolute_url()).status_code == 404


def test_staff_alone_are_exported_as_ever(signed_in, administrator, pupil):
    answer = signed_in(administrator).get("/lists/people/export/?kind=staff")
    assert answer.headers["Content-Type"].endswith("spreadsheetml.sheet")


def test_a_class_teacher_prints_the_own_class_without_asking(signed_in, class_teacher, pupil):
    browser = signed_in(class_teacher)
    assert pupil.name in browser.get(SHEET).content.decode()
    assert PupilAccess.objects.get().by == class_teacher
    other = make_person("20250401", "岑念初", kind=Person.Kind.PUPIL)
    Duty.objects.create(person=class_teacher, role=Role.DORM_WARDEN, starts_on=AT.date())
    answer = signed_in(class_teacher).get(SHEET)
    assert (other.name in answer.content.decode(), PupilAccess.objects.count()) == (False, 1)


def test_the_whole_roster_leaves_by_an_approval_too_and_once(signed_in, administrator, head, pupil):
    browser = signed_in(administrator)
    browser.post("/rosters/export/", {"reason": "For the new office system"})
    take = TakeAway.objects.get()
    before = browser.post(f"/privacy/taken/{take.pk}/use/").headers.get("Content-Disposition")
    signed_in(head).post(f"/privacy/taken/{take.pk}/approve/")
    taken = browser.post(f"/privacy/taken/{take.pk}/use/")
    again = browser.post(f"/privacy/taken/{take.pk}/use/")
    assert (before, take.pupils) == (None, 1)
    assert ".xlsx" in taken.headers["Content-Disposition"]
    assert again.headers.get("Content-Disposition") is None
    [look] = PupilAccess.objects.all()
    assert (look.by, look.pupils, look.reason) == (
        administrator, [pupil.pk], "For the new office system",
    )  # fmt: skip


def test_a_roster_without_pupils_needs_none(signed_in, administrator):
    answer = signed_in(administrator).get("/rosters/export/")
    assert ".xlsx" in answer.headers["Content-Disposition"]
