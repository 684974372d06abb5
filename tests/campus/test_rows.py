"""Rows of many models, told by one statement and drawn one by one."""

from datetime import date, time

import pytest

from campus.models import Duty, InboxEntry, Person, Role
from campus.rows import Rows, read
from planning.models import CalendarEntry
from tests.reminding import moment

AT = moment("2025-11-09 08:30")


@pytest.fixture
def entry(head, office) -> CalendarEntry:
    return CalendarEntry.objects.create(
        title="消防车入校", by=head, changed_at=AT, unit=office, starts_at=time(14, 30),
        starts_on=date(2025, 11, 9), ends_on=date(2025, 11, 10),
    )  # fmt: skip


def as_it_is(row):
    return row


def test_a_row_has_the_values_of_its_model_with_their_types(entry, django_assert_num_queries):
    fields = ("title", "starts_on", "starts_at", "changed_at", "unit__name", "by_id")
    with django_assert_num_queries(1):
        [found] = read([Rows(rows=CalendarEntry.objects.all(), fields=fields, draw=as_it_is)])
        assert (found, found.title, found.starts_on, found.starts_at) == (
            entry, "消防车入校", date(2025, 11, 9), time(14, 30),
        )  # fmt: skip
        assert (found.changed_at, str(found.unit), found.by_id) == (AT, "后勤服务处", entry.by_id)


def test_a_relation_that_leads_nowhere_is_none_and_asks_nothing(
    entry, teacher, django_assert_num_queries
):
    CalendarEntry.objects.update(unit=None)
    with django_assert_num_queries(1):
        rows = Rows(rows=CalendarEntry.objects.all(), fields=("unit__name",), draw=as_it_is)
        assert [found.unit for found in read([rows])] == [None]


def test_a_relation_of_a_relation_is_known_without_its_own_fields(
    head, office, django_assert_num_queries
):
    fields = ("person__department__name",)
    with django_assert_num_queries(1):
        [duty] = read([Rows(rows=Duty.objects.all(), fields=fields, draw=as_it_is)])
        assert str(duty.person.department) == office.name


def test_many_models_are_one_question_in_their_order(entry, head, django_assert_num_queries):
    told = [
        Rows(rows=Duty.objects.all(), fields=("role",), draw=lambda duty: duty.role),
        Rows(rows=InboxEntry.objects.none(), fields=(), draw=as_it_is),
        Rows(rows=CalendarEntry.objects.all(), fields=("title",), draw=str),
    ]
    with django_assert_num_queries(1):
        assert read(told) == [Role.HEAD, "消防车入校"]


def test_what_is_drawn_as_nothing_is_left_out(head, teacher):
    rows = Rows(
        rows=Person.objects.order_by("number"),
        fields=("name",),
        draw=lambda person: person.name if person.name == "程远山" else None,
    )
    assert read([rows]) == ["程远山"]


@pytest.mark.parametrize("told", [[], [Rows(rows=Duty.objects.none(), fields=(), draw=as_it_is)]])
def test_nothing_told_is_nothing_read(db, told):
    assert read(told) == []
