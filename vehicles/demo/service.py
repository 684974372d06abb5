"""Service in the demo school: workshops, plans, a request in every state, an accident and a
violation."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from vehicles.actions import incidents, service_plans, workshops
from vehicles.actions import service_requests as actions
from vehicles.demo.moments import ago, person
from vehicles.models import (
    ServicePlan,
    ServiceRequest,
    Vehicle,
    VehicleIncident,
    VehicleWorkshop,
)

GL8, BUS, EV = "苏D·3H218", "苏D·0X215", "苏D·F90311"
WORKSHOPS = (
    ("新北区机关定点维修中心", "通江中路88号", "0519-8510 2233"),
    ("长江汽车服务有限公司", "黄河西路12号", "0519-8602 7719"),
)
# Vehicle, what, every so many kilometres, months, days since it was done last, kilometres since.
PLANS = (
    (GL8, "更换机油机滤", 5000, 6, 70, 4700),
    (BUS, "更换机油三滤", 10_000, 6, 150, 5200),
    (BUS, "制动系统检查", None, 3, 100, 5000),
    (EV, "动力电池与底盘检查", 20_000, 12, 200, 7400),
)
# Vehicle, kind, what, estimate, days ago, how far it has come.
REQUESTS = (
    (GL8, "repair", "右前门异响，车窗升降卡顿", 450, 1, "asked"),
    (BUS, "repair", "空调压缩机不制冷", 3800, 2, "second"),
    (EV, "tyres", "右后轮胎鼓包，更换一条", 680, 3, "approved"),
    (BUS, "service", "更换机油三滤", 1500, 4, "in_workshop"),
    (GL8, "repair", "前刹车片更换", 900, 9, "back"),
    (EV, "repair", "前保险杠修复喷漆", 600, 16, "over"),
    (GL8, "service", "更换机油机滤", 620, 24, "done"),
    (BUS, "inspection", "年检前检测调整", 800, 45, "checked"),
    (GL8, "other", "加装行车记录仪", 1200, 30, "refused"),
    (EV, "repair", "后视镜外壳松动", 200, 38, "withdrawn"),
)
PARTS = {
    "over": [actions.Part("前保险杠喷漆", Decimal(1), Decimal(480))],
    "done": [
        actions.Part("全合成机油 5W-30", Decimal(5), Decimal(78)),
        actions.Part("机油滤清器", Decimal(1), Decimal(45)),
    ],
    "checked": [actions.Part("前照灯灯泡", Decimal(2), Decimal(65))],
}
BILLED = ("over", "done", "checked")
CAME_BACK = ("back", *BILLED)
APPROVED = ("approved", "in_workshop", *CAME_BACK)


def fill(day: date) -> None:
    """Workshops, plans, requests and incidents."""
    fleet = person("fleet")
    shops = [
        workshops.write_workshop(
            VehicleWorkshop(), name=name, address=address, phone=phone, by=fleet, at=ago(day, 180)
        )
        for name, address, phone in WORKSHOPS
    ]
    lay_plans(day)
    by_day = sorted(REQUESTS, key=lambda each: -each[4])
    for number, (plate, kind, title, estimate, days, until) in enumerate(by_day):
        request = actions.ask(
            vehicle=Vehicle.objects.get(plate=plate), kind=kind, title=title,
            estimate=Decimal(estimate), workshop=shops[number % 2], by=person("driver"),
            at=ago(day, days, 8, 20),
        )  # fmt: skip
        go_on(request, day, days, until)
    lay_incidents(day)


def lay_plans(day: date) -> None:
    for plate, title, km, every, days, since in PLANS:
        vehicle = Vehicle.objects.get(plate=plate)
        service_plans.write_plan(
            ServicePlan(), vehicle=vehicle, title=title, every_km=km, every_months=every,
            last_on=day - timedelta(days=days), last_km=max(vehicle.odometer - since, 0),
            by=person("fleet"), at=ago(day, 1),
        )  # fmt: skip


def go_on(request: ServiceRequest, day: date, days: int, until: str) -> None:
    """Bring a request so far; each step an hour or a day after the one before."""
    fleet, head, driver = person("fleet"), person("head"), person("driver")
    answered = ago(day, days, 10)
    refused = "费用未列入预算，暂不加装。"
    steps: tuple[tuple[bool, Callable[[], Any]], ...] = (
        (until == "withdrawn", lambda: actions.withdraw(request, by=driver, at=answered)),
        (
            until == "refused",
            lambda: actions.refuse(request, words=refused, by=fleet, at=answered),
        ),
        (
            until in ("second", *APPROVED),
            lambda: actions.approve(request, by=fleet, at=answered),
        ),
        (
            until in ("in_workshop", *CAME_BACK),
            lambda: actions.bring(
                request, expected_back=day + timedelta(days=1) if until == "in_workshop"
                else day - timedelta(days=days - 2),
                by=driver, at=ago(day, days - 1, 9),
            ),
        ),
        (
            until in CAME_BACK,
            lambda: actions.fetch(
                request, words="已修好，试车正常。", by=driver, at=ago(day, days - 2, 15)
            ),
        ),
        (until in BILLED, lambda: enter_bill(request, day, days, until)),
        (
            until == "checked",
            lambda: actions.check(request, by=head, at=ago(day, days - 6, 9)),
        ),
    )  # fmt: skip
    for is_due, step in steps:
        if is_due:
            step()


def enter_bill(request: ServiceRequest, day: date, days: int, until: str) -> None:
    actions.bill(
        request, invoice=f"2532{request.pk:06}", billed_on=day - timedelta(days=days - 4),
        labour=Decimal(260 if until == "over" else 120), parts=PARTS[until], by=person("driver"),
        at=ago(day, days - 4, 16),
    )  # fmt: skip


def lay_incidents(day: date) -> None:
    """An accident that is not settled yet, and a violation that was paid."""
    driver, fleet = person("driver"), person("fleet")
    accident = incidents.write_down(
        vehicle=Vehicle.objects.get(plate=EV), kind=VehicleIncident.Kind.ACCIDENT,
        happened_at=ago(day, 17, 16, 40), where="通江路与汉江路路口", driver=driver,
        description="等红灯时被后车追尾，前保险杠亦擦碰前车，人员无伤。", by=driver,
        at=ago(day, 17, 18),
    )  # fmt: skip
    incidents.change(
        accident, fault=VehicleIncident.Fault.OTHERS, claim=VehicleIncident.Claim.REPORTED,
        by=fleet, at=ago(day, 15, 9),
    )  # fmt: skip
    violation = incidents.write_down(
        vehicle=Vehicle.objects.get(plate=GL8), kind=VehicleIncident.Kind.VIOLATION,
        happened_at=ago(day, 52, 7, 50), where="龙城大道", driver=driver,
        description="超速10%以上未达20%。", by=fleet, at=ago(day, 48, 9),
    )  # fmt: skip
    incidents.change(
        violation, fault=VehicleIncident.Fault.OURS, cost=Decimal(50), by=fleet,
        at=ago(day, 47, 10),
    )  # fmt: skip
    incidents.close(violation, words="驾驶员已缴款，安全教育一次。", by=fleet, at=ago(day, 46, 10))
