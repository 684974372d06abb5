"""An import does what it showed: all of it or nothing, and nothing twice."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
from django.core.files.storage import default_storage
from django.db import connection
from django.test.utils import CaptureQueriesContext

from campus.doors import Refused
from campus.models import Department, Duty, Job, Person, RosterChange, RosterImport, SchoolClass
from campus.rosters import actions
from tests.campus.rosters.school import (
    AT,
    DAY,
    DUTIES,
    PUPILS,
    SCHOOL,
    STAFF,
    applied,
    imported,
    read,
    roster,
    said,
    worked,
)
from tests.conftest import make_person

State = RosterImport.State


def people() -> list[tuple]:
    found = Person.objects.exclude(number="T004").order_by("number")
    return [
        (each.number, each.name, str(each.department or each.school_class or ""), each.is_active)
        for each in found
    ]


def test_a_dry_run_shows_everything_and_changes_nothing(administrator):
    taken = read(roster(), administrator)
    assert (taken.state, people()) == (State.READY, [])
    assert taken.counts["rows"] == {
        "departments": {"added": 2}, "classes": {"added": 2}, "staff": {"added": 1},
        "pupils": {"added": 2}, "duties": {"added": 1},
    }  # fmt: skip
    assert said(taken) == (
        "“roster.xlsx” is read: 8 added, 0 changed, 0 ended. Nothing is imported yet."
    )


def test_a_school_comes_in_from_one_workbook(administrator):
    done = imported(roster(), administrator)
    assert (done.state, done.applied_by, done.applied_at) == (State.APPLIED, administrator, AT)
    assert people() == [
        ("20250101", "林暮云", "Grade 10 class 1", True),
        ("20250102", "曾清和", "Grade 10 class 2", True),
        ("T100", "单雄", "后勤服务处", True),
    ]
    person = Person.objects.get(number="T100")
    assert (person.phone, person.email) == ("13800000000", "shan@school.example")
    assert (person.pinyin, person.has_usable_password(), person.must_change_password) == (
        "sx shanxiong", False, True,
    )  # fmt: skip
    duty = Duty.objects.get(person=person)
    assert (duty.role, str(duty.school_class), duty.starts_on, duty.ends_on) == (
        "class_teacher", "Grade 10 class 1", DAY, None,
    )  # fmt: skip


def test_the_same_file_again_changes_nothing(administrator):
    imported(roster(), administrator)
    again = read(roster(), administrator)
    assert {what for counts in again.counts["rows"].values() for what in counts} == {"unchanged"}
    assert again.changes_nothing
    with pytest.raises(Refused, match=r"changes nothing"):
        actions.ask_to_apply(again, sure=False, by=administrator, at=AT)


def test_a_change_is_shown_with_old_and_new_and_then_done(administrator):
    imported(roster(), administrator)
    staff = [STAFF, ["T100", "单豪", "德育处", None, "shan@school.example"]]
    taken = read(roster(教职工=staff), administrator)
    [change] = taken.changes.all()
    assert (change.what, change.key, change.row, change.fields) == (
        "changed", "T100", 2,
        {
            "name": ["单雄", "单豪"], "department": ["后勤服务处", "德育处"],
            "phone": ["13800000000", ""],
        },
    )  # fmt: skip
    applied(taken, administrator)
    person = Person.objects.get(number="T100")
    assert (person.name, person.pinyin, str(person.department), person.phone) == (
        "单豪", "sh shanhao", "德育处", "",
    )  # fmt: skip


def test_a_column_that_is_missing_changes_nothing(administrator):
    imported(roster(), administrator)
    taken = read(roster(教职工=[["工号", "姓名"], ["T100", "单雄"]]), administrator)
    assert taken.changes_nothing


def test_whoever_is_missing_from_a_complete_list_leaves_and_is_not_deleted(administrator):
    imported(roster(), administrator)
    pupils = [*SCHOOL["学生"], *([str(n), f"生{n}", "高一", "1"] for n in range(30))]
    imported(roster(学生=pupils), administrator)
    [without] = [[PUPILS, *(row for row in pupils[1:] if row[1] != "林暮云")]]
    taken = read(roster(学生=without), administrator, complete=["pupils"])
    assert list(taken.changes.filter(what="ended").values_list("key", "fields")) == [
        ("20250101", {"is_active": [True, False], "left_on": [None, "2025-09-01"]})
    ]
    applied(taken, administrator)
    gone = Person.objects.get(number="20250101")
    assert (gone.is_active, gone.left_on, str(gone.school_class)) == (
        False, DAY, "Grade 10 class 1",
    )  # fmt: skip


def test_the_running_duties_of_whoever_leaves_end_with_them(administrator):
    imported(roster(), administrator)
    staff = [["工号", "姓名"], ["T004", "温以宁"]]
    done = imported(roster(教职工=staff), administrator, complete=["staff"], sure=True)
    duty = Duty.objects.get(person__number="T100")
    assert (done.state, duty.ends_on) == (State.APPLIED, DAY)
    assert done.count("ended") == 2


def test_a_number_that_returns_is_active_again(administrator):
    make_person("T100", "单雄", is_active=False, left_on=date(2024, 7, 1))
    imported(roster(), administrator)
    person = Person.objects.get(number="T100")
    assert (person.is_active, person.left_on) == (True, None)


def test_more_than_a_tenth_leaving_wants_a_second_word(administrator):
    imported(roster(), administrator)
    pupils = [PUPILS, ["20250101", "林暮云", "高一", "1"]]
    taken = read(roster(学生=pupils), administrator, complete=["pupils"])
    assert taken.counts["leaving"] == {"pupils": [1, 2]}
    with pytest.raises(Refused, match=r"^More than a tenth"):
        actions.ask_to_apply(taken, sure=False, by=administrator, at=AT)
    assert applied(taken, administrator, sure=True).state == State.APPLIED


def test_a_duty_ends_by_its_last_day(administrator):
    imported(roster(), administrator)
    ended = [DUTIES, ["T100", "", "班主任", "", "高一", "1", "", None, date(2025, 12, 31)]]
    imported(roster(职责=ended), administrator)
    assert list(Duty.objects.filter(person__number="T100").values_list("ends_on", flat=True)) == [
        date(2025, 12, 31)
    ]


def test_what_somebody_changes_meanwhile_stops_the_import(administrator):
    taken = read(roster(), administrator)
    Department.objects.create(name="德育处")
    late = applied(taken, administrator)
    assert (late.state, people()) == (State.READY, [])
    assert said(late) == (
        "The school has changed since this file was read, so nothing was imported. Read it again"
        " and look at what it would do now."
    )
    again = worked(actions.read_again(late, day=DAY, by=administrator, at=AT))
    assert again.counts["rows"]["departments"] == {"added": 1, "unchanged": 1}
    assert applied(again, administrator).state == State.APPLIED


@pytest.mark.logs_errors
def test_an_import_that_dies_halfway_has_done_nothing(administrator, monkeypatch):
    taken = read(roster(), administrator)

    def dies(*args):
        assert Person.objects.filter(number="T100").exists()
        raise RuntimeError("The power is gone.")

    with monkeypatch.context() as patch:
        patch.setattr("campus.rosters.actions.applying.add_duties", dies)
        broken = applied(taken, administrator)
    assert (broken.state, people(), SchoolClass.objects.count()) == (State.READY, [], 0)
    assert default_storage.exists(broken.file)
    assert applied(broken, administrator).state == State.APPLIED


def test_nobody_applies_what_is_applied_or_being_applied(administrator):
    taken = read(roster(), administrator)
    asked = actions.ask_to_apply(taken, sure=False, by=administrator, at=AT)
    with pytest.raises(Refused, match=r"worked on already"):
        actions.ask_to_apply(taken, sure=False, by=administrator, at=AT)
    done = worked(asked)
    with pytest.raises(Refused, match=r"not ready"):
        actions.ask_to_apply(done, sure=False, by=administrator, at=AT)


@pytest.mark.django_db(transaction=True)
def test_of_two_that_apply_at_once_one_does_and_the_other_does_nothing(administrator):
    taken = [read(roster(), administrator, name=name) for name in ("one.xlsx", "two.xlsx")]
    asked = [actions.ask_to_apply(each, sure=False, by=administrator, at=AT) for each in taken]

    def work(each: RosterImport) -> str:
        try:
            return worked(each).state
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        states = sorted(pool.map(work, asked))
    assert states == ["applied", "ready"]
    assert (Person.objects.count(), Duty.objects.count()) == (4, 2)
    assert Job.objects.filter(state="failed").count() == 1


def test_the_file_goes_when_it_is_imported_and_so_does_what_changed_nothing(
    administrator, django_capture_on_commit_callbacks
):
    Department.objects.create(name="德育处")
    taken = read(roster(), administrator)
    stored = taken.file
    assert default_storage.exists(stored)
    with django_capture_on_commit_callbacks(execute=True):
        done = applied(taken, administrator)
    assert (done.file, default_storage.exists(stored)) == ("", False)
    assert not done.changes.filter(what=RosterChange.What.UNCHANGED).exists()
    assert done.counts["rows"]["departments"] == {"added": 1, "unchanged": 1}


def test_a_big_roster_takes_as_many_queries_as_a_small_one(administrator):
    def pupils(grade: str, count: int) -> bytes:
        rows = [[f"{grade}{n:04}", f"生{n}", grade, n % 12 + 1] for n in range(count)]
        classes = [["年级", "班级"], *([grade, n] for n in range(1, 13))]
        return roster(班级=classes, 学生=[PUPILS, *rows])

    asked = []
    for grade, count in (("高一", 12), ("高二", 400)):
        with CaptureQueriesContext(connection) as queries:
            imported(pupils(grade, count), administrator)
        asked.append(len(queries))
    assert Person.objects.count() == 413
    assert asked[0] == asked[1]
