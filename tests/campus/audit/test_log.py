"""The audit log: added to, never changed, kept for half a year at the least."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from campus.audit import registry
from campus.audit.actions import record
from campus.models import AuditEntry, Duty, Role
from tests.conftest import make_person

NOW = datetime(2025, 11, 3, 9, tzinfo=ZoneInfo("Asia/Shanghai"))


@pytest.fixture(autouse=True)
def kind(monkeypatch) -> None:
    """A kind of act of this test's own."""
    kinds = {"tried": registry.AuditKind("tried", "Tried", "%(what)s was tried.")}
    monkeypatch.setattr(registry, "KINDS", kinds)
    monkeypatch.setattr("campus.audit.actions.KINDS", kinds)


def test_an_entry_tells_who_did_what_to_whom(head, pupil):
    entry = record("tried", by=head, at=NOW, about=pupil, ip="10.0.0.7", what="Something")
    entry.refresh_from_db()
    told = (entry.by, entry.at, str(entry.ip), entry.sentence, entry.about_id)
    assert told == (head, NOW, "10.0.0.7", "Something was tried.", pupil.pk)


def test_a_kind_that_nobody_has_named_cannot_be_noted(head):
    with pytest.raises(KeyError):
        record("unheard-of", by=head, at=NOW)


def refused(statement: str) -> bool:
    """Whether the database itself refuses it."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)
    except DatabaseError:
        return True
    return False


def test_nobody_changes_the_log_or_empties_it(head):
    record("tried", by=head, at=timezone.now(), what="x")
    statements = (
        "UPDATE campus_auditentry SET text = 'y'",
        "DELETE FROM campus_auditentry",
        "TRUNCATE campus_auditentry",
    )
    assert [refused(each) for each in statements] == [True, True, True]


def test_what_is_older_than_half_a_year_can_be_let_go(head):
    record("tried", by=head, at=timezone.now() - timedelta(days=181), what="old")
    record("tried", by=head, at=timezone.now() - timedelta(days=179), what="young")
    assert not refused("DELETE FROM campus_auditentry WHERE at < NOW() - INTERVAL '180 days'")
    assert [entry.facts for entry in AuditEntry.objects.all()] == [{"what": "young"}]


def test_only_auditors_read_it(head, administrator, teacher):
    record("tried", by=head, at=NOW, what="x")
    auditor = make_person("T900", "顾明鉴", Role.AUDITOR)
    counts = [
        AuditEntry.objects.visible_to(person).count()
        for person in (auditor, administrator, head, teacher)
    ]
    assert counts == [1, 0, 0, 0]


def test_an_auditor_holds_no_other_duty_at_the_same_time(teacher):
    day = date(2025, 9, 1)
    Duty.objects.create(person=teacher, role=Role.AUDITOR, starts_on=day)
    with pytest.raises(DatabaseError), transaction.atomic():
        Duty.objects.create(person=teacher, role=Role.DISPATCHER, starts_on=day)
