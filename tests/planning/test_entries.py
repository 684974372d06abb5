"""The calendar's own entries: who writes, reads, moves and deletes them."""

from datetime import UTC, date, datetime, time

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from campus.agenda import Dated
from campus.models import Role
from campus.rows import read
from planning import agenda
from planning.actions import entries
from planning.models import CalendarEntry, Plan, PlanItem
from tests.conftest import make_person

AT = datetime(2025, 11, 3, 1, tzinfo=UTC)
FIELDS = {
    "title": "消防演练准备会",
    "kind": "meeting",
    "starts_on": "2025-11-05",
    "ends_on": "",
    "starts_at": "15:30",
    "place": "行政楼302",
    "unit": "",
}


def address(name: str, *args) -> str:
    return reverse(f"planning:{name}", args=args)


@pytest.fixture
def entry(safety_officer, office) -> CalendarEntry:
    """Two days, for staff alone, written by the safety officer."""
    return entries.create(
        title="灭火器检查",
        kind="inspection",
        starts_on=date(2025, 11, 5),
        ends_on=date(2025, 11, 6),
        unit=office,
        by=safety_officer,
        at=AT,
    )


def test_an_entry_of_one_day_is_written_by_its_first_day_alone(signed_in, safety_officer, office):
    posted = FIELDS | {"unit": office.pk}
    answer = signed_in(safety_officer).post(address("entry_new"), posted)
    written = CalendarEntry.objects.get()
    assert answer.headers["Location"] == written.get_absolute_url()
    assert (written.starts_on, written.ends_on, written.starts_at, written.by) == (
        date(2025, 11, 5),
        date(2025, 11, 5),
        time(15, 30),
        safety_officer,
    )


@pytest.mark.parametrize(
    ("changes", "fields"),
    [
        ({"title": ""}, ["title"]),
        ({"starts_on": "soon"}, ["starts_on"]),
        ({"starts_on": "1999-12-31"}, ["starts_on"]),
        ({"ends_on": "2025-11-04"}, ["__all__"]),
        ({"kind": "party"}, ["kind"]),
        ({"starts_at": "25:00"}, ["starts_at"]),
        ({"unit": "999999"}, ["unit"]),
    ],
)
def test_an_entry_that_cannot_be_is_refused_at_its_field(signed_in, head, changes, fields):
    answer = signed_in(head).post(address("entry_new"), FIELDS | changes)
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, fields)
    assert CalendarEntry.objects.count() == 0


LEADING = {
    Role.HEAD, Role.DISPATCHER, Role.SAFETY_OFFICER, Role.DORM_WARDEN, Role.CANTEEN_MANAGER,
    Role.CLEANING_SUPERVISOR, Role.FLEET_MANAGER,
}  # fmt: skip


@pytest.mark.parametrize("role", Role)
def test_whoever_leads_an_area_writes_entries(signed_in, db, role):
    browser = signed_in(make_person("T900", "陆怀瑾", role))
    expected = 200 if role in LEADING else 403
    assert browser.get(address("entry_new")).status_code == expected
    assert (browser.post(address("entry_new"), FIELDS).status_code == 302) == (role in LEADING)


def test_pupils_write_none_even_with_a_duty(signed_in, db):
    pupil = make_person("20250399", "苏望舒", Role.DORM_WARDEN, kind="pupil")
    assert signed_in(pupil).get(address("entry_new")).status_code == 403


def test_the_author_and_the_head_change_it_and_others_read(
    signed_in, safety_officer, head, technician, entry
):
    paths = [address("entry", entry.pk), address("entry_edit", entry.pk)]
    people = (safety_officer, head, technician)
    answers = [[signed_in(who).get(path).status_code for path in paths] for who in people]
    assert answers == [[200, 200], [200, 200], [200, 403]]
    browser = signed_in(technician)
    to = {"to": "2025-11-20"}
    assert browser.post(address("entry_move", entry.pk), to).status_code == 403
    assert browser.post(address("entry_delete", entry.pk)).status_code == 403
    assert browser.post(address("entry_edit", entry.pk), FIELDS).status_code == 403
    entry.refresh_from_db()
    assert (entry.title, entry.starts_on) == ("灭火器检查", date(2025, 11, 5))


def test_pupils_find_only_what_is_shown_to_them(signed_in, pupil, head, entry):
    browser = signed_in(pupil)
    paths = [
        address(name, entry.pk) for name in ("entry", "entry_edit", "entry_move", "entry_delete")
    ]
    assert browser.get(paths[0]).status_code == 404
    assert [browser.post(path, {"to": "2025-11-20"}).status_code for path in paths[1:]] == [404] * 3
    entries.edit(entry, for_pupils=True, at=AT)
    assert browser.get(paths[0]).status_code == 200
    assert [browser.post(path, {"to": "2025-11-20"}).status_code for path in paths[1:]] == [403] * 3


def test_an_edited_entry_keeps_its_author(signed_in, head, safety_officer, entry):
    signed_in(head).post(address("entry_edit", entry.pk), FIELDS)
    entry.refresh_from_db()
    assert (entry.title, entry.by, entry.unit) == ("消防演练准备会", safety_officer, None)


def test_a_moved_entry_lasts_as_long_as_before(signed_in, safety_officer, entry):
    path = address("entry_move", entry.pk)
    here = "http://testserver/calendar/?month=2025-11"
    browser = signed_in(safety_officer)
    answer = browser.post(path, {"to": "2025-12-31"}, headers={"referer": here})
    entry.refresh_from_db()
    assert (entry.starts_on, entry.ends_on) == (date(2025, 12, 31), date(2026, 1, 1))
    assert answer.headers["Location"] == here


@pytest.mark.parametrize("to", ["", "x", "0001-01-01", "9999-12-31"])
def test_a_move_to_nowhere_says_so(signed_in, safety_officer, entry, to):
    answer = signed_in(safety_officer).post(address("entry_move", entry.pk), {"to": to})
    assert (answer.status_code, list(answer.context["move_form"].errors)) == (422, ["to"])


def test_a_deleted_entry_leads_back_to_its_month(signed_in, head, entry):
    answer = signed_in(head).post(address("entry_delete", entry.pk))
    assert answer.headers["Location"] == reverse("calendar:month") + "?month=2025-11"
    assert CalendarEntry.objects.count() == 0


def test_moving_and_deleting_are_posts(signed_in, head, entry):
    paths = [address("entry_move", entry.pk), address("entry_delete", entry.pk)]
    assert [signed_in(head).get(path).status_code for path in paths] == [405, 405]


def test_the_database_refuses_an_entry_that_ends_before_it_starts(entry):
    with pytest.raises(ValidationError):
        entries.edit(entry, ends_on=date(2025, 11, 4), at=AT)


# What planning tells the calendar


@pytest.fixture
def item(semester, office, academic_office, head, technician) -> PlanItem:
    plan = Plan.objects.create(
        semester=semester, department=office, title="工作计划", adopted_by=head, adopted_at=AT
    )
    item = PlanItem.objects.create(
        plan=plan,
        title="消防演练",
        kind="drill",
        starts_on=date(2025, 11, 1),
        ends_on=date(2025, 11, 30),
        lead_unit=office,
        owner=technician,
        status=PlanItem.Status.DONE,
    )
    item.support_units.add(academic_office)
    return item


def november(person) -> list[Dated]:
    return read(agenda.dated(person, date(2025, 11, 1), date(2025, 11, 30)))


def test_staff_see_items_with_progress_and_entries_they_may_move(safety_officer, item, entry):
    assert november(safety_officer) == [
        Dated(
            title="消防演练",
            first=date(2025, 11, 1),
            last=date(2025, 11, 30),
            kind="drill",
            path=item.get_absolute_url(),
            unit="后勤服务处",
            support=("课程教学处",),
            person="江小川",
            state="done",
            state_words=PlanItem.Status.DONE.label,
            is_done=True,
        ),
        Dated(
            title="灭火器检查",
            first=date(2025, 11, 5),
            last=date(2025, 11, 6),
            kind="inspection",
            path=entry.get_absolute_url(),
            unit="后勤服务处",
            move_path=address("entry_move", entry.pk),
        ),
    ]


def test_pupils_see_what_is_to_take_place_without_people_and_progress(pupil, item, entry):
    assert november(pupil) == [
        Dated(
            title="消防演练",
            first=date(2025, 11, 1),
            last=date(2025, 11, 30),
            kind="drill",
            path=item.get_absolute_url(),
            unit="后勤服务处",
            support=("课程教学处",),
        )
    ]


def test_what_was_dropped_is_in_nobodys_calendar(head, item):
    PlanItem.objects.update(status=PlanItem.Status.DROPPED, reason="取消")
    assert november(head) == []


def test_days_at_the_edge_belong(head, item, entry):
    def titles(first: date, last: date) -> list[str]:
        return [thing.title for thing in read(agenda.dated(head, first, last))]

    assert titles(date(2025, 10, 1), date(2025, 10, 31)) == []
    assert titles(date(2025, 10, 1), date(2025, 11, 1)) == ["消防演练"]
    assert titles(date(2025, 11, 6), date(2025, 11, 6)) == ["消防演练", "灭火器检查"]
    assert titles(date(2025, 12, 1), date(2025, 12, 1)) == []
