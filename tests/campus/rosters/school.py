"""A small school's workbook, and imports done in one go."""

import io
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from openpyxl import Workbook

from campus.jobs.actions import run
from campus.models import Person, RosterImport
from campus.rosters import actions

AT = datetime(2025, 9, 1, 9, tzinfo=ZoneInfo("Asia/Shanghai"))
DAY = date(2025, 9, 1)
STAFF = ["工号", "姓名", "部门", "手机", "邮箱"]
PUPILS = ["学号", "姓名", "年级", "班级"]
DUTIES = ["工号", "姓名", "职责", "部门", "年级", "班级", "场所编码", "开始日期", "结束日期"]

# What `roster` fills in where a test says nothing.
SCHOOL: dict[str, list] = {
    "部门": [["部门"], ["后勤服务处"], ["德育处"]],
    "班级": [["年级", "班级"], ["高一", "1班"], ["高一", 2]],
    "教职工": [STAFF, ["T100", "单雄", "后勤服务处", 13800000000, "shan@school.example"]],
    "学生": [PUPILS, [20250101, "林暮云", "高一", "1班"], ["20250102", "曾清和", "", "高一(2)班"]],
    "职责": [DUTIES, ["T100", "单雄", "班主任", "", "高一", "1", "", date(2025, 9, 1), None]],
}


def roster(**sheets: Any) -> bytes:
    """A workbook of these sheets; without any the small school's."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for title, rows in (sheets or SCHOOL).items():
        page = book.create_sheet(title)
        for row in rows:
            page.append(list(row))
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def read(
    data: bytes, by: Person, *, name: str = "roster.xlsx", complete: Sequence[str] = ()
) -> RosterImport:
    """The import after its dry run."""
    taken = actions.take_up(data=data, name=name, complete=complete, day=DAY, by=by, at=AT)
    return worked(taken)


def worked(taken: RosterImport) -> RosterImport:
    """The import after a worker has done its job."""
    assert taken.job
    run(taken.job.pk, at=AT)
    return RosterImport.objects.select_related("job", "by").get(pk=taken.pk)


def applied(taken: RosterImport, by: Person, *, sure: bool = False) -> RosterImport:
    return worked(actions.ask_to_apply(taken, sure=sure, by=by, at=AT))


def imported(data: bytes, by: Person, **options: Any) -> RosterImport:
    """Read and applied."""
    sure = options.pop("sure", False)
    return applied(read(data, by, **options), by, sure=sure)


def taken_back(done: RosterImport, by: Person) -> RosterImport:
    return worked(actions.ask_to_take_back(done, by=by, at=AT))


def said(of: RosterImport) -> str:
    """What the last job ended with."""
    assert of.job
    return of.job.sentence
