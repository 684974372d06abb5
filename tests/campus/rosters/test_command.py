"""`manage.py import_roster FILE --by NUMBER`."""

from io import StringIO

import pytest
from django.core.management import call_command

from campus.models import Person, RosterImport
from tests.campus.rosters.school import PUPILS, imported, roster


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "roster.xlsx"
    path.write_bytes(roster())
    return path


def call(*arguments: str) -> tuple[str, str, int]:
    """What it says, what it complains of, and its exit code."""
    out, err = StringIO(), StringIO()
    try:
        call_command("import_roster", *arguments, stdout=out, stderr=err)
    except SystemExit as end:
        return out.getvalue(), err.getvalue(), int(str(end.code))
    return out.getvalue(), err.getvalue(), 0


def test_a_dry_run_says_what_would_happen_and_where_to_look(administrator, file, settings):
    out, err, code = call(str(file), "--by", "T004", "--dry-run")
    page = RosterImport.objects.get().get_absolute_url()
    assert out.splitlines() == [
        "staff: added 1", "duties: added 1", "pupils: added 2", "classes: added 2",
        "departments: added 2", f"{settings.SITE_URL}{page}",
    ]  # fmt: skip
    assert (err, code, Person.objects.count()) == ("", 0, 1)


def test_without_it_the_file_is_imported(administrator, file):
    out, _err, code = call(str(file), "--by", "T004")
    assert out.splitlines()[-1] == "“roster.xlsx” is imported: 8 added, 0 changed, 0 ended."
    assert (code, Person.objects.count()) == (0, 4)


def test_faults_are_lines_and_the_exit_code_is_2(administrator, tmp_path):
    path = tmp_path / "pupils.csv"
    path.write_text("学号,姓名,年级,班级\n1,,高一,\n", encoding="utf-8")
    out, err, code = call(str(path), "--by", "T004")
    assert out.splitlines()[:2] == [
        "pupils.csv 2 姓名: This cell must be filled in.",
        "pupils.csv 2 班级: This cell must be filled in.",
    ]
    assert (err, code) == (
        "“pupils.csv” has 2 faults to mend before it can be imported.\n", 2,
    )  # fmt: skip


def test_many_leavers_want_a_second_word(administrator, tmp_path):
    imported(roster(), administrator)
    path = tmp_path / "pupils.xlsx"
    path.write_bytes(roster(学生=[PUPILS, ["20250101", "林暮云", "高一", "1"]]))
    given = (str(path), "--by", "T004", "--complete", "pupils")
    _out, err, code = call(*given)
    assert (err, code) == (
        "More than a tenth would leave. Say --sure if this is what you mean.\n", 2,
    )  # fmt: skip
    assert call(*given, "--sure")[2] == 0
    assert not Person.objects.get(number="20250102").is_active


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        ("T999", "Nobody has the number T999.\n"),
        ("T001", "Only administrators import the school's rosters.\n"),
    ],
)
def test_only_administrators_import(head, file, number, sentence):
    assert call(str(file), "--by", number) == ("", sentence, 2)


def test_what_is_no_table_is_refused(administrator, tmp_path):
    path = tmp_path / "roster.xlsx"
    path.write_bytes(b"MZ\x90\x00")
    assert call(str(path), "--by", "T004")[1:] == (
        "This is a program, whatever its name says. It is not opened.\n", 2,
    )  # fmt: skip
