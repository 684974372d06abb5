"""Whoever has left is forgotten by name, number and phone, also where nothing can be changed."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.utils import timezone

from campus.account.sealing import seal
from campus.audit.actions import record, seals
from campus.cases import actions as cases
from campus.models import (
    AuditEntry,
    Duty,
    Enquiry,
    InboxEntry,
    OptionalField,
    Person,
    PupilAccess,
    PupilExtra,
    RetentionRun,
    Role,
    TimelineEntry,
)
from campus.notices.actions import tell
from campus.people import actions as people
from campus.privacy.actions import erasing, keeping
from tests.conftest import make_person

SHANGHAI = ZoneInfo("Asia/Shanghai")
AT = datetime(2025, 6, 20, 9, tzinfo=SHANGHAI)
LEFT_ON = date(2025, 6, 30)
HALF_A_YEAR_LATER = datetime(2026, 1, 2, 1, 30, tzinfo=SHANGHAI)
PHONE, MAIL, GUARDIAN = "13912345678", "lin@school.example", "13887654321"
WORDS = ("林暮云", "20250301", PHONE, MAIL, "linmuyun", GUARDIAN)


@pytest.fixture
def leaver(pupil, head, administrator) -> Person:
    """A pupil who has done and suffered something everywhere, and left at the end of June."""
    who = {"by": administrator, "at": AT}
    OptionalField.objects.create(key="guardian_phone", is_on=True, reason="x", **who)
    fields = {name: getattr(pupil, name) for name in people.person.EDITED}
    people.change_person(pupil, **who, **{**fields, "phone": PHONE, "email": MAIL})
    PupilExtra.objects.create(person=pupil, guardian_phone=seal(GUARDIAN))
    enquiry = cases.raise_case(
        Enquiry,
        by=pupil,
        at=AT,
        title="林暮云的水卡丢了",
        description=f"请打{PHONE}，学号20250301。",
    )
    cases.assign(enquiry, to=head, words="林暮云来过了", status="under_way", **who)
    tell([head], key="k", topic="t", text="%(name)s", facts={"name": "林暮云"}, path="/", at=AT)
    tell([pupil], key="own", topic="t", text="x", facts={}, path="/", at=AT)
    people.note_look(pupil, by=head, at=AT, page=pupil.get_absolute_url())
    duty = Duty(person=pupil, role=Role.DORM_LEADER, starts_on=AT.date())
    people.give_duty(duty, **who)
    people.end_person(pupil, on=LEFT_ON, **who)
    return Person.objects.get(pk=pupil.pk)


def tables_with(*words: str) -> dict[str, str]:
    """Every table of the database, as text: where one of the words still stands."""
    found: dict[str, str] = {}
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT string_agg(each::text, E'\\n') FROM \"{table}\" AS each")
            told = cursor.fetchone()[0] or ""
            found |= {f"{table}: {word}": told for word in words if word in told}
    return found


def test_before_it_the_words_stand_in_many_tables(leaver):
    tables = {each.partition(":")[0] for each in tables_with(*WORDS)}
    assert {"campus_person", "campus_personevent", "campus_enquiry", "campus_notice"} <= tables


def test_after_half_a_year_they_stand_in_no_table_at_all(leaver, head):
    counts = (Enquiry.objects.count(), TimelineEntry.objects.count(), PupilAccess.objects.count())
    run = keeping.let_go(at=HALF_A_YEAR_LATER)
    assert run.counts["pupils_left"] == 1
    assert list(tables_with(*WORDS)) == []
    assert counts == (
        Enquiry.objects.count(), TimelineEntry.objects.count(), PupilAccess.objects.count()
    )  # fmt: skip
    enquiry = Enquiry.objects.get()
    assert (enquiry.title, enquiry.description) == (
        f"离校学生 {leaver.pk}的水卡丢了", f"请打，学号X{leaver.pk}。",
    )  # fmt: skip
    leaver.refresh_from_db()
    assert (leaver.name, leaver.number, leaver.anonymised_on) == (
        f"离校学生 {leaver.pk}", f"X{leaver.pk}", HALF_A_YEAR_LATER.date(),
    )  # fmt: skip
    assert not InboxEntry.objects.filter(person=leaver).exists()
    told = InboxEntry.objects.filter(notice__key="k").get().notice.sentence
    assert told == f"离校学生 {leaver.pk}"


def test_the_log_and_its_seals_are_untouched_by_it(leaver):
    seals.seal_days(at=HALF_A_YEAR_LATER)
    keeping.let_go(at=HALF_A_YEAR_LATER)
    check = seals.check_seals(at=HALF_A_YEAR_LATER)
    assert check is not None
    assert check.broken == []
    kinds = AuditEntry.objects.filter(at=HALF_A_YEAR_LATER).values_list("kind", flat=True)
    assert list(kinds.order_by("id")) == ["person_anonymised", "retention_run"]


def test_before_the_time_is_up_nothing_happens_and_twice_is_once(leaver):
    early = datetime(2025, 12, 30, 1, 30, tzinfo=SHANGHAI)
    assert keeping.let_go(at=early).counts["pupils_left"] == 0
    assert keeping.let_go(at=HALF_A_YEAR_LATER).counts["pupils_left"] == 1
    assert keeping.let_go(at=HALF_A_YEAR_LATER).counts["pupils_left"] == 0


def test_a_trial_tells_how_many_would_go_and_erases_nothing(leaver, head):
    run = keeping.try_out(by=head, at=HALF_A_YEAR_LATER)
    assert (run.is_trial, run.counts["pupils_left"]) == (True, 1)
    assert tables_with("林暮云")


def test_whoever_is_here_is_never_made_anonymous(pupil):
    assert erasing.anonymise([pupil.pk], at=HALF_A_YEAR_LATER) == 0
    pupil.refresh_from_db()
    assert pupil.name == "林暮云"


def test_a_name_that_another_bears_stays_with_the_other(leaver, head):
    other = make_person("20250499", "林暮云", kind=Person.Kind.PUPIL)
    theirs = cases.raise_case(Enquiry, by=other, at=AT, title="林暮云的伞")
    keeping.let_go(at=HALF_A_YEAR_LATER)
    theirs.refresh_from_db()
    own = Enquiry.objects.exclude(pk=theirs.pk).get()
    assert (theirs.title, own.title) == ("林暮云的伞", f"离校学生 {leaver.pk}的水卡丢了")
    assert Person.objects.filter(name="林暮云").get() == other


def test_numbers_inside_longer_ones_are_not_torn(leaver, head):
    enquiry = cases.raise_case(Enquiry, by=head, at=AT, title="资产A20250301B和120250301")
    keeping.let_go(at=HALF_A_YEAR_LATER)
    enquiry.refresh_from_db()
    assert enquiry.title == "资产A20250301B和120250301"


def test_the_school_sets_its_own_time_within_the_law(head, leaver):
    who = {"by": head, "at": AT}
    keeping.rule("pupils_left", months=12, reason="Alumni office", **who)
    assert keeping.let_go(at=HALF_A_YEAR_LATER).counts["pupils_left"] == 0
    keeping.rule("pupils_left", months=None, reason="Kept", **who)
    later = HALF_A_YEAR_LATER + timedelta(days=4000)
    assert keeping.let_go(at=later).counts["pupils_left"] == 0


def test_logs_are_let_go_of_by_whole_days_after_three_years(head):
    old = timezone.now() - timedelta(days=3 * 366 + 10)
    for at in (old, old + timedelta(days=1), timezone.now()):
        record("robot_added", by=head, at=at, name="x")
    seals.seal_days(at=timezone.now())
    run = keeping.let_go(at=timezone.now())
    assert (run.counts["audit_log"], AuditEntry.objects.filter(kind="robot_added").count()) == (
        2,
        1,
    )
    check = seals.check_seals(at=timezone.now())
    assert check is not None
    assert check.broken == []
    assert RetentionRun.objects.count() == 1
