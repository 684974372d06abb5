"""What the report of a semester says of special rooms and their projects."""

from datetime import date
from decimal import Decimal

from logistics.report import actions
from rooms.actions import money, projects
from rooms.models import BudgetLine
from tests.logistics.report.conftest import OVER, section
from tests.rooms.conftest import AT, moment


def test_hours_stages_and_money_are_told(book, project, technician, head, semester, signed_in):
    book()
    book(moment(6, 14), hours=1.5)
    first = project.stages.order_by("position")[0]
    projects.end_stage(first, by=head, at=AT)
    line = money.write_line(
        BudgetLine(project=project), name="设备", planned=Decimal(1000), by=head, at=AT
    )
    money.spend(
        line, amount=Decimal(300), on=date(2025, 11, 3), supplier="云起教育装备", invoice="",
        by=technician, at=AT,
    )  # fmt: skip
    report = actions.make(semester, language="zh-hans", by=head, at=OVER)
    told = section(report, "rooms")
    assert told.text == (
        "专用室场预约使用2次，共2.5小时。\n"
        "“人工智能教室升级”已完成1个阶段（共7个）。\n室场升级项目支出300元。"
    )
    assert [words for words, _path in told.proofs] == [
        "预约次数: 2", "预约时长（小时）: 2.5", "人工智能教室升级: 1 / 7", "项目支出: ¥300.00",
    ]  # fmt: skip
    browser = signed_in(head)
    found = [browser.get(path).context.get("found") for _words, path in told.proofs]
    assert [each and each.count for each in found] == [2, 2, None, 1]
