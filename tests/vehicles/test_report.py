"""What the report of a semester says of the vehicles, and where their records stand in it."""

from decimal import Decimal
from io import BytesIO

from openpyxl import load_workbook

from logistics.report import actions
from logistics.report.registers import write_registers
from tests.logistics.report.conftest import OVER, section
from tests.vehicles.conftest import AT, drive, moment
from vehicles.actions import caps
from vehicles.models import UsageCap


def test_trips_the_cap_fuel_and_service_are_told_with_their_lists(
    sent, filled, billed, van, head, semester, signed_in
):
    caps.write_cap(UsageCap(), semester=semester, km=500, by=head, at=AT)
    filled(van, 300, km=10_000)
    drive(sent(), 24, tolls=Decimal(30))
    filled(van, 280, km=10_500, at=moment(11, 6, 9))
    billed(van, 500)
    report = actions.make(semester, language="zh-hans", by=head, at=OVER)
    told = section(report, "vehicles")
    assert told.text == (
        "受理用车申请1次，出车1次。行驶24公里，占总量控制指标（500公里）的4%。\n"
        "油料费580元，百公里油耗8.00升。车辆维修保养费500元，过路停车费30元。"
    )
    assert [words for words, _path in told.proofs] == [
        "申请: 1", "行程: 1", "行驶里程（公里）: 24", "里程占总量: 24 / 500 · 4%",
        "油料费（元）: ¥580.00",
        "百公里油耗（升）: 8.00", "维修保养费（元）: ¥500.00", "过路停车费: ¥30.00",
    ]  # fmt: skip
    browser = signed_in(head)
    found = [browser.get(path).context["found"].count for _words, path in told.proofs]
    assert found == [1, 1, 1, 1, 2, 1, 1, 1]
    held = BytesIO()
    write_registers(semester, head, held)
    held.seek(0)
    contents = list(load_workbook(held).worksheets[0].values)
    assert {title: rows for title, rows, *_days in contents[1:] if rows} == {
        "行程": 1, "加油记录": 2, "维修保养申报": 1,
    }  # fmt: skip
