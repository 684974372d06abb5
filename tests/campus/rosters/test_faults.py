"""Every bad row of a roster is told with its sheet, its row, its column and a sentence."""

import pytest

from campus.models import Person, RosterImport, SchoolClass
from tests.campus.rosters.school import DUTIES, PUPILS, SCHOOL, STAFF, read, roster, said
from tests.conftest import make_person

NUMBER, NAME, PLACE, FROM, TO = "工号", "姓名", "场所编码", "开始日期", "结束日期"


def told(taken: RosterImport) -> list[tuple[int, str, str]]:
    return [(each.row, each.heading, each.sentence) for each in taken.bad_rows]


def with_rows(title: str, *rows: list) -> bytes:
    """The small school with more rows on one sheet; the first of them is in the fourth row or
    so, as the sheet has it."""
    return roster(**{**SCHOOL, title: [*SCHOOL[title], *rows]})


@pytest.mark.parametrize(
    ("row", "heading", "sentence"),
    [
        (["T100", "单雄二"], NUMBER, "This stands in row 2 already."),
        (["20250101", "单雄"], "学号", "This stands in row 3 already."),
        (
            ["t004", "温以宁"],
            NUMBER,
            "This number is written T004 in the portal. Write it the same way.",
        ),
        (["T101", ""], NAME, "This cell must be filled in."),
        (
            ["T101", "安若溪", "信息处"],
            "部门",
            "There is no department “信息处”. Add it to the sheet of departments, or mend its"
            " name.",
        ),
        (["T101", "安若溪", "", "", "an@"], "邮箱", "“an@” is not an e-mail address."),
        (["T101", "长" * 61], NAME, "This cell holds more than 60 characters."),
        (["9" * 33, "安若溪"], NUMBER, "This cell holds more than 32 characters."),
    ],
)  # fmt: skip
def test_a_bad_row_of_staff(administrator, row, heading, sentence):
    taken = read(with_rows("教职工", row), administrator)
    assert taken.state == RosterImport.State.FAULTY
    assert [(each[1], each[2]) for each in told(taken)] == [(heading, sentence)]
    assert not taken.changes.exists()


@pytest.mark.parametrize(
    ("row", "heading", "sentence"),
    [
        (["1", "叶", "高一", ""], "班级", "This cell must be filled in."),
        (
            ["1", "叶", "", "1"],
            "班级",
            "The grade is missing: fill in its column, or write 高一(3)班.",
        ),
        (
            ["1", "叶", "初一", "1"],
            "年级",
            "“初一” is not a grade of this school. Write 高一, 高二 or 高三.",
        ),
        (
            ["1", "叶", "高一", "火箭班"],
            "班级",
            "“火箭班” is not a class. Write its number, such as 3 or 3班.",
        ),
        (
            ["1", "叶", "高二", "高一(1)班"],
            "班级",
            "The class belongs to another grade than the column of grades says.",
        ),
        (
            ["1", "叶", "高一", "9"],
            "班级",
            "There is no class 9 in this grade. Add it to the sheet of classes, or mend it.",
        ),
        (["T004", "叶", "高一", "1"], "学号", "This number belongs to a member of staff (温以宁)."),
    ],
)
def test_a_bad_row_of_pupils(administrator, row, heading, sentence):
    taken = read(with_rows("学生", row), administrator)
    assert told(taken) == [(4, heading, sentence)]


@pytest.mark.parametrize(
    ("row", "heading", "sentence"),
    [
        (
            ["T999", "", "班主任"],
            NUMBER,
            "Nobody at this school has the number T999. Add the person to the staff or pupils"
            " first.",
        ),
        (["T900", "", "司机"], NUMBER, "岑南乔 (T900) has left the school."),
        (["T100", "单大", "司机"], NAME, "The number T100 belongs to 单雄, not to 单大."),
        (
            ["T100", "", "厨师"],
            "职责",
            "“厨师” is not a role. The sheet of notes in the template lists them.",
        ),
        (["20250101", "", "司机"], "职责", "A pupil cannot be on duty as “司机”."),
        (
            ["T100", "", "司机", "", "", "", "X-1"],
            PLACE,
            "There is no place with the code “X-1”.",
        ),
        (
            ["T100", "", "班主任", "", "高一"],
            "年级",
            "A duty is held over a class and not over a grade: fill in the class too.",
        ),
        (
            ["T100", "", "driver", "", "", "", "", "2025-09-02", "2025-09-01"],
            TO,
            "The last day lies before the first.",
        ),
        (
            ["T004", "", "Administrator", "", "", "", "", "2025-09-01"],
            FROM,
            "This duty runs since 2020-01-01 already. Give that day, or leave the first day empty.",
        ),
        (
            ["T100", "", "班主任", "", "高一", "1班", "", "2025/9/1"],
            NUMBER,
            "This stands in row 2 already.",
        ),
    ],
)
def test_a_bad_row_of_duties(administrator, row, heading, sentence):
    make_person("T900", "岑南乔", is_active=False)
    taken = read(with_rows("职责", row), administrator)
    assert told(taken) == [(3, heading, sentence)]


def test_all_faults_of_a_file_are_told_in_the_order_of_its_sheets(administrator):
    data = roster(
        教职工=[STAFF, ["T1", "=1+1"], ["T2", "", "没有处"]],
        学生=[PUPILS, ["1", "叶", "高一", 45910]],
    )
    taken = read(data, administrator)
    assert [(each.sheet, each.row, each.heading) for each in taken.bad_rows] == [
        ("教职工", 2, "姓名"), ("教职工", 3, "姓名"), ("教职工", 3, "部门"), ("学生", 2, "班级"),
    ]  # fmt: skip


def test_a_complete_list_must_be_there_and_hold_whoever_imports(administrator):
    assert told(read(roster(部门=[["部门"], ["x"]]), administrator, complete=["pupils"])) == [
        (0, "", "The list of pupils is said to be complete, but the file has none.")
    ]
    assert told(read(roster(), administrator, complete=["staff"])) == [
        (
            0, "",
            "You yourself (T004) are missing from the list of staff: you would lock yourself out.",
        )
    ]  # fmt: skip


def test_whoever_leaves_by_the_same_file_gets_no_duty(administrator):
    make_person("T900", "岑南乔")
    data = roster(教职工=[STAFF[:2], ["T004", "温以宁"]], 职责=[DUTIES[:3], ["T900", "", "司机"]])
    taken = read(data, administrator, complete=["staff"])
    assert told(taken) == [(2, NUMBER, "岑南乔 (T900) has left the school.")]


def test_a_pupil_without_a_class_may_stay_without(administrator):
    make_person("1", "叶", kind=Person.Kind.PUPIL)
    SchoolClass.objects.create(grade=10, number=1)
    taken = read(roster(学生=[PUPILS, ["1", "叶", "", ""]]), administrator)
    assert taken.counts["rows"] == {"pupils": {"unchanged": 1}}


def test_of_very_many_faults_the_first_are_listed_and_the_rest_counted(administrator):
    rows = [[f"T{n}", "叶", "没有处"] for n in range(2003)]
    taken = read(roster(教职工=[STAFF, *rows]), administrator)
    assert len(taken.bad_rows) == 2001
    assert told(taken)[-1] == (0, "", "There are 3 more faults; mend these first.")
    assert said(taken) == "“roster.xlsx” has 2003 faults to mend before it can be imported."
