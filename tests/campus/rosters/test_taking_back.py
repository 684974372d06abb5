"""An import is taken back whole, or the rows that stand in the way are named."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from campus.doors import Refused
from campus.models import Department, Duty, Notice, Person, RosterImport, SchoolClass
from campus.notices.actions import tell
from campus.people import actions as people
from campus.rosters import actions
from tests.campus.rosters.school import (
    AT,
    PUPILS,
    SCHOOL,
    STAFF,
    imported,
    read,
    roster,
    said,
    taken_back,
)

State = RosterImport.State


def rows() -> list[list]:
    """All that a roster touches, value by value."""
    fields = ["number", "name", "pinyin", "department__name", "school_class__number", "phone"]
    fields += ["email", "is_active", "left_on", "password"]
    duties = ("person__number", "role", "school_class__number", "starts_on", "ends_on")
    return [
        list(Person.objects.order_by("number").values_list(*fields)),
        list(Duty.objects.order_by("pk").values_list(*duties)),
        list(Department.objects.order_by("name").values_list("name", flat=True)),
        list(SchoolClass.objects.order_by("grade", "number").values_list("grade", "number")),
    ]


def test_after_it_everything_is_as_it_was(administrator):
    before = rows()
    done = taken_back(imported(roster(), administrator), administrator)
    assert (done.state, done.taken_back_by, done.taken_back_at) == (
        State.TAKEN_BACK, administrator, AT,
    )  # fmt: skip
    assert rows() == before


def test_changes_returns_leavers_and_ended_duties_go_back(administrator):
    imported(roster(), administrator)
    Person.objects.filter(number="20250102").update(is_active=False, left_on=date(2025, 7, 1))
    before = rows()
    other = roster(
        教职工=[STAFF, ["T004", "温以宁", "", "", ""]],
        学生=[PUPILS, ["20250101", "林慕云", "高一", "2"], ["20250102", "曾清和", "高一", "2"]],
    )
    done = imported(other, administrator, complete=["staff"], sure=True)
    assert (done.count("changed"), done.count("ended")) == (2, 2)
    assert rows() != before
    taken_back(done, administrator)
    assert rows() == before


def test_what_was_changed_since_stands_in_the_way_and_is_named(administrator):
    done = imported(roster(), administrator)
    Person.objects.filter(number="20250101").update(name="林木云")
    Duty.objects.filter(person__number="T100").update(ends_on=date(2025, 12, 1))
    before = rows()
    refused = taken_back(done, administrator)
    assert (refused.state, rows()) == (State.APPLIED, before)
    assert said(refused) == (
        "Nothing was taken back. These have been changed since, or are in use: 林暮云 (20250101)、"
        "单雄 (T100)."
    )


def signs_in(person: Person) -> None:
    Person.objects.filter(pk=person.pk).update(last_login=AT)


def is_told(person: Person) -> None:
    tell([person], key="k", topic="t", text="Hello", facts={}, path="/", at=AT)


def gets_a_duty(person: Person) -> None:
    people.give_duties([Duty(person=person, role="canteen_committee", starts_on=AT.date())])


@pytest.mark.parametrize("use", [signs_in, is_told, gets_a_duty])
def test_whoever_has_come_into_use_stands_in_the_way(administrator, use):
    done = imported(roster(), administrator)
    use(Person.objects.get(number="20250101"))
    before = rows()
    refused = taken_back(done, administrator)
    assert (refused.state, rows()) == (State.APPLIED, before)
    assert said(refused).endswith("in use: 林暮云 (20250101).")
    assert Notice.objects.filter(key="k").count() == (use is is_told)


def test_a_department_or_class_with_people_of_its_own_stands_in_the_way(administrator, head):
    done = imported(roster(), administrator)
    head.department = Department.objects.get(name="德育处")
    head.save()
    assert said(taken_back(done, administrator)).endswith("in use: 德育处 (德育处).")


def test_of_many_in_the_way_ten_are_named(administrator):
    pupils = [PUPILS, *([f"{n:02}", f"生{n:02}", "高一", "1"] for n in range(15))]
    done = imported(roster(班级=SCHOOL["班级"], 学生=pupils), administrator)
    Person.objects.filter(kind="pupil").update(phone="1")
    Person.objects.filter(kind="pupil").update(name="某")
    assert said(taken_back(done, administrator)).endswith("生09 (09)、5 more.")


def test_a_later_import_of_the_same_rows_is_taken_back_first(administrator):
    first = imported(roster(), administrator)
    later = imported(roster(学生=[PUPILS, ["20250101", "林慕云", "高一", "1"]]), administrator)
    assert taken_back(first, administrator).state == State.APPLIED
    assert taken_back(later, administrator).state == State.TAKEN_BACK
    assert taken_back(first, administrator).state == State.TAKEN_BACK


def test_only_what_was_imported_is_taken_back_and_once(administrator):
    with pytest.raises(Refused, match=r"^Only what was imported"):
        actions.ask_to_take_back(read(roster(), administrator), by=administrator, at=AT)
    done = taken_back(imported(roster(), administrator), administrator)
    with pytest.raises(Refused, match=r"^Only what was imported"):
        actions.ask_to_take_back(done, by=administrator, at=AT)


def test_a_slip_given_out_does_not_keep_an_import_from_being_taken_back(administrator):
    done = imported(roster(), administrator)
    people.give_first_passwords(Person.objects.filter(number="20250101"))
    assert taken_back(done, administrator).state == State.TAKEN_BACK


def test_an_upload_that_nobody_imports_goes_after_a_week(
    administrator, django_capture_on_commit_callbacks
):
    from django.core.files.storage import default_storage

    lying, faulty = read(roster(), administrator), read(b"x,y\n1,2\n", administrator)
    done = imported(roster(部门=[["部门"], ["x"]]), administrator)
    day = datetime(2025, 9, 8, 9, 1, tzinfo=ZoneInfo("Asia/Shanghai"))
    assert actions.let_go_of_old(at=AT) == 0
    with django_capture_on_commit_callbacks(execute=True):
        assert actions.let_go_of_old(at=day) == 2
    for each in (lying, faulty, done):
        stored = each.file
        each.refresh_from_db()
        assert not stored or not default_storage.exists(stored)
    assert [each.state for each in (lying, faulty, done)] == [
        State.LET_GO, State.LET_GO, State.APPLIED,
    ]  # fmt: skip
    assert (lying.changes.count(), faulty.faults, done.changes.count()) == (0, [], 1)
