"""The school's own list, from a real directory by SCIM and from files: tried, brought in, held."""

from datetime import timedelta

import pytest

from campus.directory import actions
from campus.directory.channels import NoList, fetch
from campus.directory.tasks import begin, go_on
from campus.doors import Refused
from campus.models import AuditEntry, DirectoryRun, InboxEntry, Person
from tests.campus.directory.conftest import AT
from tests.conftest import make_person

S = DirectoryRun.State


@pytest.fixture
def school(directory, administrator, office):
    """A directory that says what the portal has: the administrator and ten of the staff."""
    directory.add(administrator.number, administrator.name)
    for number in range(10):
        make_person(f"S{number}", f"员工{number}", department=office)
        directory.add(f"S{number}", f"员工{number}", department=office.name)
    return directory


def test_newcomers_come_with_department_class_and_nothing_else(directory, sync, office, pupil):
    directory.add("N1", "新来的", department=office.name)
    directory.add("20250399", "新同学", kind="student", division="高一3班")
    run = sync()
    came = Person.objects.get(number="N1"), Person.objects.get(number="20250399")
    assert run.state == S.DONE
    assert [(each.name, each.kind, each.department, each.school_class) for each in came] == [
        ("新来的", "staff", office, None), ("新同学", "pupil", None, pupil.school_class),
    ]  # fmt: skip
    assert not any(each.has_usable_password() for each in came)


def test_a_trial_says_what_would_be_done_and_does_nothing(directory, sync, office, administrator):
    directory.add("N1", "新来的", department=office.name)
    run = sync(is_trial=True)
    assert (run.state, run.facts) == (S.TRIED, {"added": 1, "changed": 0, "ended": 0})
    assert not Person.objects.filter(number="N1").exists()
    told = InboxEntry.objects.filter(person=administrator, notice__topic="directory")
    assert [each.notice.path for each in told] == [run.roster.get_absolute_url()]


def test_nothing_to_change_leaves_no_import_to_look_at(school, sync):
    run = sync(complete=["staff"], most_leavers=20)
    assert (run.state, run.roster.state) == (S.UNCHANGED, "let_go")


def test_whoever_is_missing_or_not_active_leaves_within_the_limit(school, sync):
    for each in school.ask("GET", "/Users?count=100").json()["Resources"]:
        if each["userName"] == "S3":
            school.ask("PUT", f"/Users/{each['id']}", **{**each, "active": False})
    run = sync(complete=["staff"], most_leavers=10)
    assert (run.state, run.facts) == (S.DONE, {"added": 0, "changed": 0, "ended": 1})
    assert not Person.objects.get(number="S3").is_active


def test_more_leavers_than_the_limit_are_held_for_somebody(directory, school, sync, administrator):
    directory.clear()
    directory.add(administrator.number, administrator.name)
    run = sync(complete=["staff"], most_leavers=20)
    assert (run.state, run.facts) == (S.HELD, {"count": 10, "there": 11})
    assert Person.objects.filter(number__startswith="S", is_active=True).count() == 10
    assert run.roster.state == "ready"


def test_a_list_that_is_not_called_complete_ends_nobody(directory, school, sync):
    directory.clear()
    directory.add("N1", "新来的")
    assert sync().state == S.DONE
    assert Person.objects.filter(number__startswith="S", is_active=True).count() == 10


def test_an_empty_directory_ends_nobody_even_when_it_is_called_complete(directory, school, sync):
    directory.clear()
    run = sync(complete=["staff", "pupils"], most_leavers=20)
    assert run.state == S.HELD
    assert Person.objects.filter(number__startswith="S", is_active=True).count() == 10


def test_faults_of_the_list_are_shown_and_nothing_is_done(directory, sync):
    directory.add("N1", "新来的", department="没有这个部门")
    run = sync()
    assert (run.state, run.roster.state) == (S.HELD, "faulty")
    assert not Person.objects.filter(number="N1").exists()


def test_the_number_can_stand_in_another_attribute(directory, sync, office):
    directory.add("N1", "新来的", department=office.name)
    sync(number_from="employeeNumber")
    assert Person.objects.filter(number="E-N1").exists()


def test_several_pages_are_read_to_the_end(directory, sync, office, monkeypatch):
    monkeypatch.setattr("campus.directory.channels.PAGE", 3)
    for number in range(8):
        directory.add(f"N{number}", f"新来的{number}", department=office.name)
    assert sync().facts["added"] == 8


def test_a_directory_that_says_no_or_nothing_is_a_run_that_failed(directory, sync, settings):
    settings.DIRECTORY_SCIM_TOKEN = "another"
    refused = sync()
    settings.DIRECTORY_SCIM_URL = "http://127.0.0.1:9/v2"
    silent = sync()
    told = [(run.state, run.facts) for run in (refused, silent)]
    assert told == [
        (S.FAILED, {"fault": "UnauthorizedException"}),
        (S.FAILED, {"fault": "RequestNetworkException"}),
    ]


def test_one_run_at_a_time(directory, administrator):
    actions.begin(is_trial=True, by=administrator, at=AT)
    with pytest.raises(Refused):
        actions.begin(is_trial=True, by=administrator, at=AT + timedelta(minutes=1))


def test_going_on_twice_does_nothing_twice(directory, sync, office):
    directory.add("N1", "新来的", department=office.name)
    run = sync()
    again = actions.go_on(run.pk, at=AT + timedelta(hours=1))
    assert (again.state, DirectoryRun.objects.count()) == (S.DONE, 1)


def test_whoever_may_not_import_any_more_brings_nothing_in(directory, administrator, teacher):
    with pytest.raises(Refused):
        actions.begin(is_trial=False, by=teacher, at=AT)


def test_the_clock_runs_it_only_where_it_is_on(directory, sync, administrator, office):
    directory.add("N1", "新来的", department=office.name)
    begin()
    assert DirectoryRun.objects.count() == 0
    actions.change_sync(by=administrator, at=AT, is_on=True, is_trial=True)
    begin()
    begin()
    go_on()
    assert [run.is_trial for run in DirectoryRun.objects.all()] == [True]
    assert AuditEntry.objects.filter(kind="directory_changed", by=administrator).count() == 1


# Files in a folder


@pytest.fixture
def folder(settings, tmp_path):
    settings.DIRECTORY_FOLDER = str(tmp_path)
    return tmp_path


def test_texts_and_workbooks_of_a_folder_come_in_together(folder, sync, office, pupil):
    (folder / "教职工.csv").write_text(f"工号,姓名,部门\nN1,新来的,{office.name}\n", "utf-8")
    (folder / "学生.csv").write_bytes("学号;姓名;班级\n20250399;新同学;高一3班\n".encode("gb18030"))
    (folder / "readme.txt").write_text("not read")
    assert sync().facts == {"added": 2, "changed": 0, "ended": 0}
    assert Person.objects.filter(number__in=["N1", "20250399"]).count() == 2


@pytest.mark.parametrize(
    "content",
    [b"", b"\x00\x01\x02", "工号,姓名\nN1,=HYPERLINK(1)\n".encode(),
     b"number,name\n" + b"N,x\n" * 20_001],
    ids=["empty", "binary", "formula", "too long"],
)  # fmt: skip
def test_a_file_that_cannot_be_read_whole_stops_it_all(folder, sync, content):
    (folder / "staff.csv").write_bytes(content)
    run = sync(complete=["staff"])
    assert (run.state, run.facts) == (S.FAILED, {"file": "staff.csv"})


def test_an_empty_folder_and_no_folder_say_so(folder, settings):
    with pytest.raises(NoList):
        fetch("userName")
    settings.DIRECTORY_FOLDER = ""
    with pytest.raises(NoList):
        fetch("userName")


# Pages


def test_its_setting_and_its_runs_are_for_administrators_and_the_head(
    signed_in, administrator, head, teacher, directory
):
    answers = [
        [signed_in(each).get(path).status_code for path in ("/directory/", "/directory/edit/")]
        for each in (administrator, head, teacher)
    ]
    assert answers == [[200, 200], [200, 403], [403, 403]]


@pytest.mark.parametrize("typed", ["-1", "21", "many", ""])
def test_a_limit_beyond_what_is_sensible_comes_back(signed_in, administrator, typed):
    sent = {"is_on": "on", "most_leavers": typed, "number_from": "userName"}
    assert signed_in(administrator).post("/directory/edit/", sent).status_code == 422


def test_a_run_by_hand_leads_to_its_report(signed_in, administrator, directory):
    answer = signed_in(administrator).post("/directory/run/")
    run = DirectoryRun.objects.get()
    assert run.roster
    assert (answer.url, run.is_trial) == (run.roster.get_absolute_url(), True)
