"""Three projects: one being designed, one under way and late, one accepted and finished."""

from dataclasses import dataclass
from datetime import date, time, timedelta
from decimal import Decimal
from random import Random

from campus.models import Person, Place
from campus.school_time.engine import moment_of
from rooms.actions import money, watching
from rooms.actions import projects as actions
from rooms.models import BudgetLine, Milestone, Risk, RoomProject

# Weeks that each stage takes, in the usual order.
WEEKS = (3, 3, 2, 4, 6, 1, 1)


@dataclass(frozen=True)
class Told:
    """A project: where, led by whom, begun how many weeks ago, and how many stages are done."""

    title: str
    kind: str
    codes: tuple[str, ...]
    leader: str
    weeks: int
    done: int
    aim: str


PROJECTS = (
    Told("人工智能教室升级", "upgrade", ("A-SY-501", "A-SY-502"), "technician", 5, 1,
         "更新工作站与网络，支撑信息科技必修与人工智能选修。"),
    Told("创新中心与无人机实训室建设", "new", ("A-SY-101", "A-SY-102"), "technician", 14, 3,
         "把通用技术教室改为创新中心，增设无人机飞行网笼与装配工位。"),
    Told("大会议室录播与统一身份认证接入", "systems", ("A-XZ-403",), "dispatcher", 24, 7,
         "会议室设备联网，师生用同一账号登录各系统。"),
)  # fmt: skip
LINES = (("设备", 180000), ("改造工程", 90000), ("软件与集成", 40000))
SUPPLIERS = ("云起教育装备有限公司", "清和装饰工程有限公司", "望舒信息技术有限公司")
RISKS = (
    ("设备到货延迟", 4, 4, "分批下单，先到先装；备用教室预留两周。"),
    ("施工影响相邻实验室上课", 2, 3, "噪声作业安排在周末。"),
)


def fill(random: Random, day: date) -> None:
    """Each as far as it has come on `day`."""
    for told in PROJECTS:
        Course(day, told).run(random)


class Course:
    """The way of one project up to a day."""

    def __init__(self, day: date, told: Told) -> None:
        self.day, self.done = day, told.done
        wanted = Person.objects.filter(number__in=["head", told.leader])
        people = {each.number: each for each in wanted}
        self.head, self.leader = people["head"], people[told.leader]
        self.begun = day - timedelta(weeks=told.weeks)
        self.at = moment_of(self.begun, time(9))
        self.project = actions.lay_project(
            title=told.title, kind=told.kind, aim=told.aim, leader=self.leader,
            places=list(Place.objects.filter(code__in=told.codes)), by=self.head, at=self.at,
        )  # fmt: skip

    def run(self, random: Random) -> None:
        """Stages, money, milestones, risks; the one whose stages are all done is accepted."""
        self.plan()
        self.go()
        lines = [self.line(name, amount) for name, amount in LINES]
        for line, supplier in zip(lines[: (self.done + 1) // 2], SUPPLIERS, strict=False):
            self.spend(line, supplier, random.randrange(35, 90))
        self.watch()
        if self.done == len(WEEKS):
            self.accept()

    def plan(self) -> None:
        """When each stage is to take place, the first from the beginning on."""
        start = self.begun
        for stage, weeks in zip(self.project.stages.order_by("position"), WEEKS, strict=True):
            end = start + timedelta(weeks=weeks)
            actions.write_stage(
                stage, position=stage.position, planned_from=start, planned_to=end,
                person=self.leader, by=self.head, at=self.at,
            )  # fmt: skip
            start = end + timedelta(days=1)

    def go(self) -> None:
        """The stages that are done took as long as planned; the next has begun."""
        for stage in self.project.stages.order_by("position")[: self.done + 1]:
            assert stage.planned_from
            assert stage.planned_to
            begins = min(stage.planned_from, self.day)
            actions.begin_stage(stage, by=self.leader, at=moment_of(begins, time(9)))
            if stage.position <= self.done:
                ends = moment_of(min(stage.planned_to, self.day), time(17))
                actions.end_stage(stage, by=self.leader, at=ends)

    def line(self, name: str, amount: int) -> BudgetLine:
        return money.write_line(
            BudgetLine(project=self.project), name=name, planned=Decimal(amount), by=self.head,
            at=self.at,
        )  # fmt: skip

    def spend(self, line: BudgetLine, supplier: str, share: int) -> None:
        """So many per cent of a line, a week ago."""
        on = self.day - timedelta(days=7)
        money.spend(
            line, amount=line.planned * share / 100, on=on, supplier=supplier,
            invoice=f"FP{on:%Y%m%d}{line.pk:03}", words=line.name, by=self.leader,
            at=moment_of(on, time(10)),
        )  # fmt: skip

    def watch(self) -> None:
        """A milestone that is reached, one still to come; risks as long as it goes on."""
        for title, days, is_reached in (
            ("方案评审通过", -14, self.done > 1),
            ("设备到货", 9, False),
        ):
            milestone = watching.write_milestone(
                Milestone(project=self.project), title=title, person=self.leader,
                due_on=self.day + timedelta(days=days), by=self.head, at=self.at,
            )  # fmt: skip
            if is_reached or self.done == len(WEEKS):
                watching.reach(milestone, by=self.leader, at=moment_of(self.day, time(7)))
        for title, likelihood, impact, measure in RISKS:
            watching.write_risk(
                Risk(project=self.project), title=title, likelihood=likelihood, impact=impact,
                measure=measure, owner=self.leader, by=self.leader, at=self.at,
            )  # fmt: skip

    def accept(self) -> None:
        at = moment_of(self.day, time(7, 30))
        actions.accept(
            self.project, on=self.day - timedelta(days=2), people="信息处、后勤服务处、供应商",
            result="accepted", defects="", inspection=None, by=self.leader, at=at,
        )  # fmt: skip
        actions.finish(RoomProject.objects.get(pk=self.project.pk), by=self.head, at=at)
