"""The sheets of a roster and their columns: the one place where a column is declared.

A column that a school switches on (a guardian's phone, say) is one more `Heading` here, and a field
of the same key in `snapshot`, `changes` and `actions/apply`.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext_noop

from campus.sheets.table import Heading, Kind

NUMBER_OF_STAFF = ("工号", "教工号", "职工号", "教职工号", "员工编号", "教工编号", "Staff number")
NUMBER_OF_PUPIL = ("学号", "学籍号", "学生编号", "Pupil number", "Student number")
NAME = ("姓名", "名字", "Name", "Full name")
DEPARTMENT = ("部门", "处室", "科室", "所在部门", "所属部门", "部门名称", "处室名称", "Department")
GRADE = ("年级", "所在年级", "学部", "Grade", "Year")
CLASS = ("班级", "班号", "班", "所在班级", "行政班", "Class", "Class number")


@dataclass(frozen=True)
class RosterSheet:
    """One sheet: its kind (RosterChange.Kind), the names that it may bear, its columns, and an
    example row for the template in Chinese and in English."""

    kind: str
    label: str
    names: tuple[str, ...]
    headings: tuple[Heading, ...]
    examples: dict[str, tuple[str, ...]]
    widths: tuple[int, ...]


SHEETS = (
    RosterSheet(
        "departments",
        gettext_noop("Departments"),
        ("部门", "处室", "Departments"),
        (Heading("name", gettext_noop("Department"), DEPARTMENT, required=True),),
        {"zh-hans": ("后勤服务处",), "en": ("Logistics Office",)},
        (30,),
    ),
    RosterSheet(
        "classes",
        gettext_noop("Classes"),
        ("班级", "Classes"),
        (
            Heading("grade", gettext_noop("Grade"), GRADE, required=True),
            Heading("class", gettext_noop("Class"), CLASS, required=True),
        ),
        {"zh-hans": ("高一", "3班"), "en": ("Grade 10", "3")},
        (14, 14),
    ),
    RosterSheet(
        "staff",
        gettext_noop("Staff"),
        ("教职工", "教工", "教师", "Staff", "Teachers"),
        (
            Heading(
                "number",
                gettext_noop("Staff number"),
                (*NUMBER_OF_STAFF, "编号", "Number"),
                Kind.CODE,
                required=True,
            ),
            Heading("name", gettext_noop("Full name"), NAME, required=True),
            Heading("department", gettext_noop("Department"), DEPARTMENT),
            Heading(
                "phone",
                gettext_noop("Phone"),
                ("手机", "电话", "电话号码", "手机号", "手机号码", "联系电话", "Phone", "Mobile"),
                Kind.CODE,
            ),
            Heading(
                "email",
                gettext_noop("E-mail"),
                ("邮箱", "电子邮箱", "电子邮件", "E-mail", "Email"),
                Kind.CODE,
            ),
        ),
        {
            "zh-hans": ("T0123", "安若溪", "后勤服务处", "13800000000", "an@school.example"),
            "en": ("T0123", "An Ruoxi", "Logistics Office", "13800000000", "an@school.example"),
        },
        (18, 14, 20, 16, 28),
    ),
    RosterSheet(
        "pupils",
        gettext_noop("Pupils"),
        ("学生", "Pupils", "Students"),
        (
            Heading(
                "number",
                gettext_noop("Pupil number"),
                (*NUMBER_OF_PUPIL, "编号", "Number"),
                Kind.CODE,
                required=True,
            ),
            Heading("name", gettext_noop("Full name"), NAME, required=True),
            Heading("grade", gettext_noop("Grade"), GRADE),
            # A list of pupils is told from one of staff by its classes.
            Heading("class", gettext_noop("Class"), CLASS),
        ),
        {
            "zh-hans": ("20250301", "林暮云", "高一", "3班"),
            "en": ("20250301", "Lin Muyun", "Grade 10", "3"),
        },
        (20, 14, 12, 12),
    ),
    RosterSheet(
        "duties",
        gettext_noop("Duties"),
        ("职责", "任职", "分工", "Duties"),
        (
            Heading(
                "number",
                gettext_noop("Number"),
                ("编号", "工号或学号", "工号/学号", "Number", *NUMBER_OF_STAFF, *NUMBER_OF_PUPIL),
                Kind.CODE,
                required=True,
            ),
            Heading("name", gettext_noop("Full name"), NAME),
            Heading(
                "role",
                gettext_noop("Role"),
                ("职责", "角色", "职务", "岗位", "Role", "Duty"),
                required=True,
            ),
            Heading("department", gettext_noop("Department"), DEPARTMENT),
            Heading("grade", gettext_noop("Grade"), GRADE),
            Heading("class", gettext_noop("Class"), CLASS),
            Heading(
                "place",
                gettext_noop("Place code"),
                ("场所编码", "地点编码", "场所代码", "地点代码", "Place code", "Place"),
                Kind.CODE,
            ),
            Heading(
                "starts_on",
                gettext_noop("From day"),
                ("开始日期", "起始日期", "起", "开始", "From day", "From"),
                Kind.DAY,
            ),
            Heading(
                "ends_on",
                gettext_noop("To day"),
                ("结束日期", "终止日期", "止", "结束", "To day", "To", "Until"),
                Kind.DAY,
            ),
        ),
        {
            "zh-hans": ("T0123", "安若溪", "班主任", "", "高一", "3班", "", "2025-09-01", ""),
            "en": ("T0123", "An Ruoxi", "Class teacher", "", "Grade 10", "3", "", "2025-09-01", ""),
        },
        (18, 14, 16, 18, 12, 12, 14, 14, 14),
    ),
    RosterSheet(
        "places",
        gettext_noop("Places"),
        ("场所", "地点", "房间", "Places", "Rooms"),
        (
            Heading(
                "code",
                gettext_noop("Place code"),
                ("场所编码", "地点编码", "场所代码", "地点代码", "房间编码", "Place code", "Code"),
                Kind.CODE,
                required=True,
            ),
            Heading(
                "name",
                gettext_noop("Place name"),
                ("场所名称", "地点名称", "房间名称", "名称", "Place name"),
                required=True,
            ),
            Heading(
                "kind",
                gettext_noop("Level"),
                ("层级", "级别", "场所类别", "Level", "Kind"),
                required=True,
            ),
            Heading(
                "parent",
                gettext_noop("Part of (code)"),
                ("上级编码", "上级场所", "所属场所", "Part of (code)", "Part of"),
                Kind.CODE,
            ),
            Heading("use", gettext_noop("Use"), ("用途", "Use")),
            Heading(
                "capacity",
                gettext_noop("People it holds"),
                ("容纳人数", "人数", "座位数", "床位数", "People it holds", "Capacity"),
                Kind.WHOLE,
            ),
            Heading(
                "manager",
                gettext_noop("Manager's number"),
                ("负责人工号", "管理员工号", "Manager's number"),
                Kind.CODE,
            ),
            Heading(
                "starts_on", gettext_noop("In use from"), ("启用日期", "In use from"), Kind.DAY
            ),
            Heading(
                "ends_on", gettext_noop("In use until"), ("停用日期", "In use until"), Kind.DAY
            ),
            Heading("note", gettext_noop("Remark"), ("备注", "说明", "Remark", "Note")),
        ),
        {
            "zh-hans": ("A", "主校区", "校区", "", "", "", "", "", "", ""),
            "en": ("A", "Main campus", "Campus", "", "", "", "", "", "", ""),
        },
        (16, 24, 10, 14, 14, 10, 14, 12, 12, 30),
    ),
)  # fmt: skip
# The template's sheet that tells how to fill in the others; nobody misses it.
NOTES = ("填写说明", "Notes")
BY_KIND = {sheet.kind: sheet for sheet in SHEETS}
# Of these a sheet may claim to list everybody: whoever is missing has left.
PEOPLE = ("staff", "pupils")


def text_columns(headings: Iterable[Heading]) -> frozenset[int]:
    """The columns in which a program must not make numbers or days of what is typed."""
    return frozenset(at for at, heading in enumerate(headings) if heading.kind is not Kind.DAY)
