"""Papers that expire: written, asked for, renewed, set aside, reminded of in time."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from campus.doors import Refused
from campus.models import Duty, InboxEntry, Person, Place, Role
from campus.rows import read
from planning import agenda, registry
from planning.actions import papers, reminder_rules, reminders
from planning.forms.paper import last_day
from planning.models import Paper, PaperKind, Reminder
from tests.reminding import laid, moment

AT = moment("2025-09-01 10:00")
DAY = date(2025, 9, 1)


@pytest.fixture
def kinds(head) -> dict[str, PaperKind]:
    """The kinds that come with the portal, by code, named in English."""
    with translation.override("en"):
        return {kind.code: kind for kind in papers.lay_usual_kinds(by=head, at=AT)}


@pytest.fixture
def cook(office) -> Person:
    return Person.objects.create(number="T100", name="苏静姝", kind="staff", department=office)


@pytest.fixture
def canteen_manager(office) -> Person:
    person = Person.objects.create(number="T101", name="夏南乔", kind="staff", department=office)
    Duty.objects.create(person=person, role=Role.CANTEEN_MANAGER, starts_on=date(2020, 1, 1))
    return person


@pytest.fixture
def certificate(kinds, cook, canteen_manager) -> Paper:
    """A health certificate until Sunday, 30 November 2025."""
    return papers.record(
        kinds["health_certificate"], cook, by=canteen_manager, at=AT, number="H-1",
        issued_on=date(2024, 12, 1), ends_on=date(2025, 11, 30),
    )  # fmt: skip


# What is asked of papers


def test_whoever_asks_is_told_who_lacks_a_paper_in_one_query(certificate, cook, teacher, kinds):
    people = [cook, teacher]

    def lacking(on: date) -> list[str]:
        found = Paper.objects.missing_or_expired(people, "health_certificate", on)
        return [person.name for person in found]

    with CaptureQueriesContext(connection) as counted:
        assert lacking(date(2025, 11, 30)) == ["许知言"]
    assert len(counted) == 1
    assert lacking(date(2025, 12, 1)) == ["苏静姝", "许知言"]
    assert lacking(date(2024, 11, 30)) == ["苏静姝", "许知言"]
    assert Paper.objects.missing_or_expired([], "health_certificate", DAY) == []
    other = kinds["driving_licence"]
    assert Paper.objects.missing_or_expired(people, other, DAY) == people


def test_a_paper_holds_on_its_days_whether_renewed_or_not(certificate, cook, canteen_manager):
    papers.renew(
        certificate, by=canteen_manager, at=AT, issued_on=date(2025, 10, 1),
        ends_on=date(2026, 9, 30),
    )  # fmt: skip
    ends = Paper.objects.valid(cook, "health_certificate", date(2025, 10, 15))
    assert [paper.ends_on for paper in ends] == [date(2025, 11, 30), date(2026, 9, 30)]
    assert not Paper.objects.valid(cook, "health_certificate", date(2026, 10, 1)).exists()


@pytest.mark.parametrize(
    ("on", "state", "left"),
    [
        (date(2025, 10, 30), "valid", 31),
        (date(2025, 10, 31), "due_soon", 30),
        (date(2025, 11, 30), "due_soon", 0),
        (date(2025, 12, 1), "expired", -1),
    ],
)
def test_its_state_follows_from_the_day(certificate, on, state, left):
    assert (certificate.state(on), certificate.days_left(on)) == (state, left)


# What happens to them


def test_a_renewed_paper_rings_no_more_and_the_next_one_does(certificate, canteen_manager):
    following = papers.renew(
        certificate, by=canteen_manager, at=AT, number="H-2", ends_on=date(2026, 11, 30)
    )
    certificate.refresh_from_db()
    assert (certificate.renewed_by, certificate.is_watched) == (following, False)
    assert (following.holder, following.kind) == (certificate.holder, certificate.kind)
    assert laid(certificate) == []
    assert len(laid(following)) == 8
    with pytest.raises(Refused):
        papers.renew(certificate, by=canteen_manager, at=AT, ends_on=date(2027, 1, 1))


def test_the_next_paper_lasts_longer(certificate, canteen_manager):
    with pytest.raises(Refused):
        papers.renew(certificate, by=canteen_manager, at=AT, ends_on=date(2025, 11, 30))


def test_a_paper_set_aside_says_why_and_does_not_count(certificate, cook, canteen_manager):
    papers.set_aside(certificate, why="已调离食堂", by=canteen_manager, at=AT)
    certificate.refresh_from_db()
    assert (certificate.set_aside_on, certificate.set_aside_why) == (DAY, "已调离食堂")
    assert laid(certificate) == []
    assert not Paper.objects.valid(cook, "health_certificate", DAY).exists()
    with pytest.raises(Refused):
        papers.set_aside(certificate, why="again", by=canteen_manager, at=AT)


def test_whoever_leaves_takes_their_papers_out_of_the_watch(certificate, cook):
    Person.objects.filter(pk=cook.pk).update(is_active=False)
    assert not Paper.objects.watched().exists()
    assert not Paper.objects.get().is_watched


def test_the_same_paper_is_not_written_twice(certificate, cook, kinds, head):
    with pytest.raises(ValidationError):
        papers.record(kinds["health_certificate"], cook, by=head, at=AT, ends_on=date(2025, 11, 30))


def test_a_paper_belongs_to_what_its_kind_is_for(kinds, cook, head):
    with pytest.raises(Refused):
        papers.record(kinds["fire_check"], cook, by=head, at=AT, ends_on=date(2026, 1, 1))


@pytest.mark.parametrize(
    "facts",
    [
        {"ends_on": date(2024, 1, 1)},
        {"set_aside_on": DAY},
        {"set_aside_why": "x"},
        {"renewed_by": "itself"},
    ],
)
def test_the_database_itself_refuses(certificate, facts):
    if "renewed_by" in facts:
        facts = {"renewed_by": certificate}
    with pytest.raises(IntegrityError), transaction.atomic():
        Paper.objects.filter(pk=certificate.pk).update(**facts)


@pytest.mark.parametrize(
    ("first", "months", "last"),
    [
        (date(2025, 9, 1), 12, date(2026, 8, 31)),
        (date(2025, 8, 31), 6, date(2026, 2, 27)),
        (date(2025, 12, 15), 1, date(2026, 1, 14)),
        (date(2024, 2, 29), 12, date(2025, 2, 27)),
    ],
)
def test_so_many_months_from_a_day_end_the_day_before(first, months, last):
    assert last_day(first, months) == last


# Reminders


def test_reminders_are_counted_in_days_and_sent_on_working_days(certificate):
    # The end is a Sunday. 90 days before it is Monday, 1 September, past its opening: at once.
    assert laid(certificate) == [
        "09-01 08:00 before",
        "09-30 08:00 before",
        "10-31 08:00 before",
        "11-21 08:00 before",
        "11-28 08:00 on_day",
        "12-01 08:00 overdue",
        "12-03 08:00 escalation",
        "12-08 08:00 overdue",
    ]


def test_holder_and_keeper_are_reminded_and_no_group(certificate, cook, canteen_manager, robot):
    reminder = Reminder.objects.about(certificate).earliest("moment")
    assert reminders.send_reminder(reminder.pk, at=AT)
    told = list(InboxEntry.objects.filter(notice__key=reminder.key).select_related("notice"))
    assert {entry.person for entry in told} == {cook, canteen_manager}
    entry = told[0]
    with translation.override("en"):
        assert entry.notice.sentence == ("Ends on Sun 30 Nov: Health certificate · 苏静姝")
    assert entry.notice.path == certificate.get_absolute_url()
    assert not entry.notice.deliveries.filter(robot=robot).exists()


@pytest.fixture
def robot(db):
    from campus.models import Robot

    return Robot.objects.create(name="后勤群", address="json://127.0.0.1:9/")


def test_without_a_keeper_the_head_is_reminded(kinds, head):
    place = Place.objects.create(kind="building", code="ST", name="食堂")
    paper = papers.record(kinds["food_licence"], place, by=head, at=AT, ends_on=date(2026, 1, 1))
    assert registry.remindable_for(paper).responsible(paper) == [head]


def test_a_kind_has_its_rule_like_every_other_sort_of_thing(certificate, head):
    subject = certificate.kind.subject
    assert registry.subjects()[subject].label == "Health certificate"
    steps = {"days_before": [14], "on_the_day": False, "overdue_after": [], "escalate_after": []}
    reminder_rules.set_rule(subject, steps=steps, by=head, at=AT)
    assert laid(certificate) == ["11-14 08:00 before"]


# Calendar and My day


def test_ends_stand_in_the_calendar_of_those_who_may_see_them(
    certificate, cook, head, teacher, pupil
):
    def titles(person) -> list[str]:
        with translation.override("en"):
            found = read(agenda.dated(person, date(2025, 11, 1), date(2025, 11, 30)))
        return [each.title for each in found]

    told = ["Ends: Health certificate · 苏静姝"]
    assert [titles(person) for person in (head, cook, teacher, pupil)] == [told, told, [], []]


def test_many_that_end_on_one_day_stand_together(certificate, teacher, head, kinds):
    papers.record(kinds["health_certificate"], teacher, by=head, at=AT, ends_on=date(2025, 11, 30))
    with translation.override("en"):
        [each] = read(agenda.dated(head, date(2025, 11, 1), date(2025, 11, 30)))
    kind = kinds["health_certificate"].pk
    assert (each.title, each.path) == (
        "2 end: Health certificate", f"/plan/papers/?kind={kind}&until=2025-11-30"
    )  # fmt: skip


def test_what_ends_within_a_month_waits_for_holder_and_keeper(
    certificate, cook, canteen_manager, teacher
):
    def waits(person, at) -> list[str]:
        return [each.path for each in read(agenda.waiting(person, at))]

    path = certificate.get_absolute_url()
    late = moment("2025-11-10 09:00")
    assert [waits(person, late) for person in (cook, canteen_manager, teacher)] == [
        [path], [path], []
    ]  # fmt: skip
    assert waits(cook, moment("2025-10-01 09:00")) == []
