"""The numbers of items are told from dates, quantities and each other by the count around them."""

import pytest

from planning.plan_text import read_plan
from planning.plan_text.units import units_of
from tests.planning.plan_text.plans import TITLE, items_below


def titles(*lines: str) -> list[str]:
    return [line.split("\t")[3] for line in items_below("十一月份：", *lines)]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["111.9消防教育", "2例会"], ["11.9消防教育", "例会"]),
        (["1.5日上午演练", "2.10-14日检查"], ["5日上午演练", "10-14日检查"]),
        (["1配备用品", "2.消毒", "3）演练", "（4）检查"], ["配备用品", "消毒", "演练", "检查"]),
        (["1、检查", "24小时值守", "3、演练"], ["检查", "24小时值守", "演练"]),
        (["1、检查", "2、演练", "324小时值守", "4、消毒"], ["检查", "演练", "24小时值守", "消毒"]),
        (["1、a检查。2、b检查", "3、c检查"], ["a检查", "b检查", "c检查"]),
        (["1、检查1、2、3号楼；2、消毒"], ["检查1、2、3号楼", "消毒"]),
        (["①检查②消毒"], ["检查", "消毒"]),
        (["任务1：检查", "任务2：消毒"], ["检查", "消毒"]),
        (["- 检查", "- 消毒"], ["检查", "消毒"]),
        (["- [ ] 检查", "- [x] 消毒"], ["检查", "消毒"]),
        (["1、检查", "2、消毒", "2、演练"], ["检查", "消毒", "演练"]),
    ],
)
def test_a_list_is_read_as_a_whole(lines, expected):
    assert titles(*lines) == expected


def test_doubts_are_marked():
    plan = read_plan("\n".join([TITLE, "十一月份：", "111.9教育。", "2、检查。", "2、消毒。"]))
    assert [item.doubts for item in plan.items] == [("number_or_date",), (), ("number_repeated",)]


@pytest.mark.parametrize(
    ("cell", "units"),
    [
        ("安全处医务室", ("安全处", "医务室")),
        ("总务处、安全处", ("总务处", "安全处")),
        ("总务处/教务处", ("总务处", "教务处")),
        ("安全处，后勤服务处", ("安全处", "后勤服务处")),
        ("安全处 总务处", ("安全处", "总务处")),
        ("总务处\n体育组", ("总务处", "体育组")),
        ("党政办公室", ("党政办公室",)),
        ("宿管科后勤服务处学生处", ("宿管科", "后勤服务处", "学生处")),
        ("總務處學務處", ("總務處", "學務處")),
        ("各年级部", ("各年级部",)),
        ("教科室", ("教科室",)),
        ("", ()),
    ],
)
def test_departments_are_parted(cell, units):
    assert units_of(cell) == units
