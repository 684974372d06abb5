"""Seals of the log: a change that goes past its triggers is found."""

from datetime import date, datetime, timedelta
from io import StringIO
from zoneinfo import ZoneInfo

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from campus.audit.actions import record, seals
from campus.models import AuditCheck, AuditEntry, AuditRelease, AuditSeal, InboxEntry

SHANGHAI = ZoneInfo("Asia/Shanghai")
MONDAY, TUESDAY, WEDNESDAY = date(2025, 11, 3), date(2025, 11, 4), date(2025, 11, 5)
NIGHT = datetime(2025, 11, 6, 4, tzinfo=SHANGHAI)


@pytest.fixture
def three_days(head) -> None:
    """Two acts on Monday, the second just before midnight, none on Tuesday, one on Wednesday."""
    for moment in ((3, 9, 0), (3, 23, 59), (5, 0, 0)):
        at = datetime(2025, 11, *moment, tzinfo=SHANGHAI)
        record("robot_added", by=head, at=at, name="后勤群", ip="10.0.0.7")
    assert seals.seal_days(at=NIGHT) == 3


def past_the_triggers(statement: str) -> None:
    """As somebody does who has the database to themselves."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("ALTER TABLE campus_auditentry DISABLE TRIGGER USER")
        cursor.execute(statement)
        cursor.execute("ALTER TABLE campus_auditentry ENABLE TRIGGER USER")


def broken() -> list[date]:
    check = seals.check_seals(at=NIGHT)
    assert check is not None
    return check.broken


def test_every_day_gets_a_seal_once_it_is_over(three_days):
    sealed = list(AuditSeal.objects.values_list("day", "count"))
    assert sealed == [(MONDAY, 2), (TUESDAY, 0), (WEDNESDAY, 1)]
    assert seals.seal_days(at=NIGHT) == 0
    assert broken() == []


def test_nothing_is_sealed_and_checked_where_nothing_was_noted(db):
    assert (seals.seal_days(at=NIGHT), seals.check_seals(at=NIGHT)) == (0, None)


@pytest.mark.parametrize(
    "statement",
    [
        """UPDATE campus_auditentry SET facts = '{"name": "x"}' WHERE at < '2025-11-03 10:00+8'""",
        "UPDATE campus_auditentry SET by_id = NULL WHERE at < '2025-11-03 10:00+8'",
        "DELETE FROM campus_auditentry WHERE at < '2025-11-03 10:00+8'",
        """INSERT INTO campus_auditentry (kind, at, text, facts)
        VALUES ('robot_added', '2025-11-03 11:00+8', '', '{}')""",
    ],
)
def test_an_entry_that_was_changed_taken_out_or_slipped_in_is_found(three_days, statement):
    past_the_triggers(statement)
    assert broken() == [MONDAY]


def test_a_seal_that_is_missing_or_written_anew_is_found(three_days):
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE campus_auditseal DISABLE TRIGGER USER")
        cursor.execute("DELETE FROM campus_auditseal WHERE day = '2025-11-04'")
        assert broken() == [TUESDAY, WEDNESDAY]


def test_seals_and_checks_are_never_changed(three_days):
    seals.check_seals(at=NIGHT)
    for table in ("campus_auditseal", "campus_auditcheck"):
        for statement in (f"UPDATE {table} SET at = NOW()", f"DELETE FROM {table}"):
            with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(statement)


def test_the_head_is_told_once_of_the_first_day_that_is_wrong(three_days, head):
    past_the_triggers("DELETE FROM campus_auditentry WHERE at < '2025-11-03 10:00+8'")
    broken(), broken()
    told = [entry.notice.facts for entry in InboxEntry.objects.filter(person=head)]
    assert told == [{"day": {"day": "2025-11-03"}}]


def test_the_command_says_whether_all_seals_hold(three_days):
    told = StringIO()
    call_command("verify_audit", stdout=told)
    assert told.getvalue() == "All seals from 2025-11-03 to 2025-11-05 hold.\n"
    past_the_triggers("DELETE FROM campus_auditentry WHERE at > '2025-11-04 10:00+8'")
    with pytest.raises(CommandError, match="2025-11-05"):
        call_command("verify_audit", stdout=told)


def test_days_that_were_let_go_of_keep_their_place_in_the_chain(three_days):
    at = NIGHT + timedelta(days=400)
    assert seals.let_go(until=TUESDAY, at=at) == 2
    assert AuditEntry.objects.count() == 1
    assert broken() == []
    past_the_triggers("UPDATE campus_auditentry SET by_id = NULL")
    assert broken() == [WEDNESDAY]


def test_nobody_says_that_young_days_were_let_go_of(db):
    today = timezone.localdate()
    with pytest.raises(DatabaseError), transaction.atomic():
        AuditRelease.objects.create(until=today - timedelta(days=90), count=1, at=timezone.now())
    assert AuditCheck.objects.count() == 0
