"""Maintenance of the demo school: water pipes before the frost, air conditioners, water tank,
generators; some done, some due, one overdue."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from django.utils import timezone

from campus.models import Place, Role
from inspections.actions import walking
from inspections.actions.checklists import lay_checklist
from inspections.models import Checklist, ChecklistItem
from repairs.actions import maintenance as actions
from repairs.demo.moments import moment, person
from repairs.models import AssetCategory, MaintenanceJob, MaintenancePlan

# What is looked at: practice of school maintenance, in our own words.
LISTS = {
    "空调清洗保养": ("滤网、面板已清洗", "排水管通畅不滴漏", "运行无异响", "制冷制热正常",
                     "插头、线路无发热老化"),
    "水箱清洗消毒": ("箱体内壁已清洗", "已消毒并冲洗", "箱盖加锁、通气孔有防虫网",
                     "水质送检有报告"),
    "发电机试机": ("机油、冷却液液位正常", "蓄电池电压正常", "燃油够用八小时", "带载运行十分钟正常",
                   "机房通风、无杂物"),
}  # fmt: skip


@dataclass(frozen=True)
class Plan:
    """A plan, and how often of ten its jobs of the past were done."""

    name: str
    facts: dict[str, Any]
    checklist: str = ""
    category: str = ""
    done: int = 10
    cost: int = 0
    words: str = "已按要求完成"


YEARLY, INTERVAL = MaintenancePlan.Rhythm.YEARLY, MaintenancePlan.Rhythm.INTERVAL
PLANS = (
    Plan("水管防冻", {"covers": "place", "part_kind": Place.Kind.BUILDING, "rhythm": YEARLY,
         "month": 12, "month_day": 1, "lead_days": 30,
         "words": "检查室外明管、屋顶水箱和水表箱的保温；关闭并放空不用的支管。"},
         done=3, cost=120, words="明管已包扎，屋顶水箱保温完好"),
    Plan("空调换季清洗", {"covers": "assets", "rhythm": YEARLY, "month": 5, "month_day": 20,
         "lead_days": 30}, checklist="空调清洗保养", category="空调"),
    Plan("空调滤网清洗", {"covers": "assets", "rhythm": INTERVAL, "every_months": 3,
         "lead_days": 14}, category="空调", done=9, words="滤网已清洗"),
    Plan("生活水箱清洗消毒", {"covers": "place", "rhythm": INTERVAL, "every_months": 6,
         "lead_days": 14}, checklist="水箱清洗消毒"),
    Plan("应急发电机试机", {"covers": "assets", "rhythm": INTERVAL, "every_months": 1,
         "lead_days": 7}, checklist="发电机试机", category="动力设备"),
)  # fmt: skip


def fill(random: Random, day: date) -> None:
    """Write the plans some months ago, and do what was due since."""
    crew = Crew(random, day)
    crew.lay_lists()
    for plan in PLANS:
        crew.work(plan)


@dataclass(frozen=True)
class Crew:
    """Whoever maintains, on a day of the demo school."""

    random: Random
    day: date

    def lay_lists(self) -> None:
        """The checklists of maintenance."""
        for name, titles in LISTS.items():
            passed = ChecklistItem.Kind.PASS_FAIL
            lines = [ChecklistItem(title=title, kind=passed) for title in titles]
            lay_checklist(
                {"name": name, "topic": "repairs", "roles": [Role.TECHNICIAN]}, lines, code="",
                at=moment(self.day, 101),
            )  # fmt: skip

    def work(self, plan: Plan) -> None:
        """The plan as it was written, and its jobs day by day of the weeks that have passed."""
        begun = moment(self.day, 75)
        written = actions.write_plan(
            MaintenancePlan(), name=plan.name, by=person("dispatcher"), at=begun,
            starts_on=begun.date() + timedelta(days=12), role=Role.TECHNICIAN,
            checklist=Checklist.objects.filter(name=plan.checklist).first(),
            category=AssetCategory.objects.filter(name=plan.category).first(),
            place=self.place_of(plan), **plan.facts,
        )  # fmt: skip
        now = timezone.make_aware(datetime.combine(self.day, time(6)))
        at = begun
        while at < now:
            at += timedelta(days=3)
            self.do_some(written, plan, at=min(at, now))
            actions.lay_jobs(written.pk, at=min(at, now))

    def place_of(self, plan: Plan) -> Place | None:
        if plan.facts["covers"] != "place":
            return None
        if plan.facts.get("part_kind"):
            return Place.objects.filter(kind=Place.Kind.CAMPUS).order_by("code").first()
        return Place.objects.filter(code="A-ST").first()

    def do_some(self, written: MaintenancePlan, plan: Plan, *, at: datetime) -> None:
        """What is due within days: most of it, but nothing of today."""
        near = written.jobs.open().filter(due_on__lte=at.date() + timedelta(days=9))
        for job in near.order_by("due_on", "id"):
            if at.date() < self.day and self.random.randrange(10) < plan.done:
                self.do(job, plan, at=at)

    def do(self, job: MaintenanceJob, plan: Plan, *, at: datetime) -> None:
        worker = person("technician")
        if plan.checklist:
            begun = actions.start(job, by=worker, at=at)
            assert begun.inspection is not None  # its plan has a checklist
            walking.finish(begun.inspection, by=worker, at=at + timedelta(minutes=25))
            return
        cost = Decimal(plan.cost if self.random.random() < 0.5 else 0)
        actions.finish(job, words=plan.words, cost=cost, done_on=at.date(), by=worker, at=at)
