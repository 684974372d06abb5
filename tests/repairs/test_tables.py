"""Tables that come in as a whole or not at all: the register of assets, what classes are given."""

from decimal import Decimal
from io import BytesIO

import pytest
from openpyxl import Workbook

from campus.doors import Refused
from campus.jobs.actions import run
from campus.models import Department, Place, SchoolClass
from repairs.actions import imports, stock
from repairs.models import FixedAsset, SheetImport, StockMove, SupplyIssue
from tests.repairs.conftest import AT, there

HEAD = [
    "资产编号", "名称", "规格型号", "单位", "账面数量", "原值", "累计折旧", "存放地点",
    "使用部门/人", "使用状况", "盘点人",
]  # fmt: skip
ROW = ["ZC-1", "投影仪", "EB-X51", "台", 1, 3200, 640, "A-JX1-301", "后勤服务处", "在用", "甲"]


def workbook(*rows: list) -> bytes:
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    for row in rows:
        sheet.append(row)
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def worked(found: SheetImport) -> None:
    """A worker does what was asked for last."""
    assert found.job
    run(found.job.pk, at=AT)


@pytest.fixture
def brought(storekeeper, room):
    """`brought(rows, kind=…)`: the import after a worker has read it."""

    def bring(*rows: list, kind="assets", **facts) -> SheetImport:
        found = imports.take_up(
            kind=kind, data=workbook(*rows), name="盘点表.xlsx", by=storekeeper, at=AT, facts=facts
        )
        worked(found)
        return SheetImport.objects.get(pk=found.pk)

    return bring


def applied(found: SheetImport, by) -> SheetImport:
    asked = imports.ask_to_apply(found, by=by, at=AT)
    worked(asked)
    return SheetImport.objects.select_related("job").get(pk=found.pk)


def sentences(found: SheetImport) -> list[tuple[int, str]]:
    return [(fault.row, fault.heading) for fault in found.bad_rows]


def test_a_stocktaking_list_comes_in_as_it_is(brought, storekeeper, room, office, head):
    rows = [ROW, ["ZC-2", "空调", "", "台", 1, "2,890.50", 0, "301 教室", "程远山", "闲置", "甲"]]
    found = brought(["固定资产盘点表"], HEAD, *rows)
    assert (found.state, found.counts) == ("ready", {"added": 2, "there": 0})
    assert set(found.unread) == {"单位", "累计折旧", "盘点人"}
    assert FixedAsset.objects.count() == 0
    assert applied(found, storekeeper).state == "applied"
    first, second = FixedAsset.objects.order_by("number")
    assert (first.place, first.department, first.price) == (room, office, Decimal(3200))
    assert (second.custodian, second.status, second.price) == (head, "idle", Decimal("2890.50"))


def test_what_is_there_already_is_passed_over(brought, storekeeper):
    applied(brought(HEAD, ROW), storekeeper)
    again = brought(HEAD, ROW)
    assert (again.state, len(again.faults)) == ("faulty", 1)
    more = brought(HEAD, ROW, ["ZC-9", *ROW[1:]])
    assert more.counts == {"added": 1, "there": 1}


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("资产编号", ""), ("名称", ""), ("账面数量", 3), ("原值", "约三千"), ("原值", -5),
        ("存放地点", "没有此处"), ("使用部门/人", "无此人"), ("使用状况", "好"),
        ("使用状况", "已报废"), ("规格型号", "长" * 121),
    ],
)  # fmt: skip
def test_every_fault_stands_at_its_cell_and_nothing_comes_in(
    brought, storekeeper, office, column, value
):
    bad = [*ROW]
    bad[HEAD.index(column)] = value
    found = brought(HEAD, ["ZC-0", *ROW[1:]], bad)
    assert (found.state, sentences(found)) == ("faulty", [(3, column)])
    with pytest.raises(Refused):
        imports.ask_to_apply(found, by=storekeeper, at=AT)
    assert not FixedAsset.objects.exists()


def test_a_number_twice_and_a_name_that_two_places_bear(brought, office):
    building = Place.objects.create(kind="building", code="B", name="B 楼")
    Place.objects.create(kind="room", code="B-301", name="301 教室", parent=building)
    found = brought(HEAD, [*ROW[:7], "301 教室", *ROW[8:]], ROW)
    assert sentences(found) == [(2, "存放地点"), (3, "资产编号")]


def test_what_is_no_table_is_told(storekeeper):
    found = imports.take_up(kind="assets", data=b"just words", name="x.csv", by=storekeeper, at=AT)
    worked(found)
    assert SheetImport.objects.get(pk=found.pk).state == "faulty"


def test_what_has_changed_since_it_was_read_stops_all_of_it(brought, storekeeper, office):
    found = brought(HEAD, ROW)
    Department.objects.filter(pk=office.pk).update(name="改名处")
    failed = applied(found, storekeeper)
    assert failed.job
    assert (failed.state, failed.job.state) == ("ready", "failed")
    assert not FixedAsset.objects.exists()


def test_a_thrown_away_table_is_gone(brought, storekeeper, office):
    found = brought(HEAD, ROW)
    imports.throw_away(found, by=storekeeper, at=AT)
    with pytest.raises(Refused):
        imports.ask_to_apply(found, by=storekeeper, at=AT)
    assert SheetImport.objects.get().file == ""


# What classes are given

LINES = ["班级", "物品", "数量"]


@pytest.fixture
def classes(db) -> list[SchoolClass]:
    return [SchoolClass.objects.create(grade=10, number=number) for number in (1, 2)]


def test_many_classes_are_given_their_things_at_once(brought, stocked, classes, storekeeper):
    broom = stocked("扫把", 10)
    rows = [["高一(1)班", "扫把", 2], ["高一2班", "扫把", 3]]
    found = brought(LINES, *rows, kind="issue", title="学期初")
    assert (found.state, found.counts) == ("ready", {"lines": 2, "classes": 2})
    assert there(broom)[0] == 10
    done = applied(found, storekeeper)
    issue = SupplyIssue.objects.get()
    assert (done.path, issue.title, there(broom)[0]) == (issue.get_absolute_url(), "学期初", 5)
    given = StockMove.objects.filter(issue=issue).order_by("pk")
    assert [(each.school_class, each.pieces) for each in given] == [
        (classes[0], 2),
        (classes[1], 3),
    ]


@pytest.mark.parametrize(
    ("row", "at"),
    [
        (["高一(9)班", "扫把", 1], (2, "班级")), (["后勤处", "扫把", 1], (2, "班级")),
        (["高一(1)班", "扫帚", 1], (2, "物品")), (["高一(1)班", "扫把", 0], (2, "数量")),
        (["高一(1)班", "扫把", "两把"], (2, "数量")), (["高一(1)班", "扫把", 11], (0, "物品")),
    ],
)  # fmt: skip
def test_a_bad_line_stops_all_of_them(brought, stocked, classes, row, at):
    broom = stocked("扫把", 10)
    found = brought(LINES, row, kind="issue", title="x")
    assert (found.state, sentences(found), there(broom)[0]) == ("faulty", [at], 10)


def test_what_was_taken_meanwhile_stops_all_of_them(brought, stocked, classes, storekeeper):
    broom = stocked("扫把", 10)
    found = brought(LINES, ["高一(1)班", "扫把", 8], kind="issue", title="x")
    stock.take(broom, 5, by=storekeeper, at=AT)
    failed = applied(found, storekeeper)
    assert (failed.state, there(broom)[0], SupplyIssue.objects.count()) == ("ready", 5, 0)
