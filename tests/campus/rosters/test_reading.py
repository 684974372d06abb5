"""Which sheet is which, and what a file without a roster is told."""

from campus.models import RosterImport
from tests.campus.rosters.school import PUPILS, STAFF, read, roster


def told(taken: RosterImport) -> list[tuple[str, int, str, str]]:
    return [(each.sheet, each.row, each.heading, each.sentence) for each in taken.bad_rows]


def counted(taken: RosterImport) -> dict:
    return taken.counts["rows"]


def test_a_sheet_is_told_by_its_headings_whatever_its_name(administrator):
    pupils = [PUPILS, ["1", "林暮云", "高一", "1"]]
    data = roster(Sheet1=[["年级", "班级"], ["高一", "1"]], Sheet2=pupils)
    assert counted(read(data, administrator)) == {"classes": {"added": 1}, "pupils": {"added": 1}}


def test_several_sheets_of_one_kind_are_one_list(administrator):
    data = roster(
        班级=[["年级", "班级"], ["高一", 1], ["高二", 1]],
        高一=[PUPILS, ["1", "林暮云", "高一", "1"]],
        高二=[PUPILS, ["2", "叶听澜", "高二", "1"]],
    )
    assert counted(read(data, administrator))["pupils"] == {"added": 2}


def test_a_csv_of_one_kind_is_read(administrator):
    text = "工号;姓名;部门\nT100;单雄;\n".encode("gb18030")
    assert counted(read(text, administrator, name="staff.csv")) == {"staff": {"added": 1}}


def test_a_list_of_numbers_and_names_alone_may_be_anybodys(administrator):
    rows = [["编号", "姓名"], ["1", "林暮云"]]
    assert told(read(roster(名单=rows), administrator)) == [
        (
            "名单", 1, "",
            "It cannot be told whether these are staff or pupils. Name the column of their numbers"
            " accordingly, or the sheet.",
        )
    ]  # fmt: skip
    assert counted(read(roster(教职工=rows), administrator)) == {"staff": {"added": 1}}


def test_a_sheet_named_like_a_roster_must_be_one(administrator):
    data = roster(教职工=[["姓名", "部门"], ["单雄", "德育处"]], 部门=[["部门"], ["德育处"]])
    assert told(read(data, administrator)) == [
        ("教职工", 0, "", "This sheet lacks the columns Staff number.")
    ]
    data = roster(学生=[["姓名", "座号"], ["林暮云", 1]], 部门=[["部门"], ["德育处"]])
    assert told(read(data, administrator)) == [
        ("学生", 0, "", "This sheet lacks the columns Pupil number.")
    ]


def test_a_table_that_only_mentions_departments_is_no_list_of_them(administrator):
    rows = [["设备", "部门", "数量"], ["打印机", "德育处", 2]]
    taken = read(roster(设备=rows, 处室表=[["序号", "部门"], [1, "安全处"]]), administrator)
    assert (counted(taken), taken.unread) == (
        {"departments": {"added": 1}},
        ["设备", "处室表: 序号"],
    )


def test_what_nobody_knows_is_passed_over_and_told(administrator):
    data = roster(
        教职工=[[*STAFF, "身份证号"], ["T100", "单雄", "", "", "", "x"]], 菜单=[["菜"], ["米饭"]]
    )
    taken = read(data, administrator)
    assert taken.unread == ["教职工: 身份证号", "菜单"]
    assert list(taken.changes.values_list("fields", flat=True)) == [{"name": [None, "单雄"]}]


def test_a_file_without_a_roster_is_one_sentence(administrator):
    assert told(read(roster(菜单=[["菜名"], ["米饭"]]), administrator)) == [
        (
            "", 0, "",
            "No sheet of the file is a roster: none has headings such as Department, Grade, Class,"
            " Staff number, Full name, Pupil number, Number, Role, Place code, Place name, Level"
            " within its first 20 rows. Sheets of the file: 菜单. The template shows which headings"
            " are read.",
        )
    ]  # fmt: skip
