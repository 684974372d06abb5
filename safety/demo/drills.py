"""Drills of the demo school: four that were held, one called off, one planned."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random

from campus.models import Person, Place, SchoolClass
from campus.places.models import Use
from campus.school_time.engine import moment_of
from planning.models import PlanItem
from safety.actions import drills as actions
from safety.demo.days import Days
from safety.models import Drill

Kind, Level = Drill.Kind, Drill.Level


@dataclass(frozen=True)
class Plan:
    """One drill: working days before the day (less than nought: ahead), and how long it took;
    `of_plan` is how the title of its item of the work plan begins."""

    days: int
    title: str
    kind: str
    level: str
    cohort: str
    hour: int
    seconds: int = 0
    grade: int = 0
    problem: str = ""
    reason: str = ""
    of_plan: str = ""


PLANS = (
    Plan(52, "高一宿舍消防应急逃生演练", Kind.FIRE, Level.DORMITORY, "高一住校生", 20, 286,
         problem="4层西楼梯口堆放行李箱", of_plan="高一新生宿舍"),
    Plan(36, "西藏学生宿舍消防演练", Kind.FIRE, Level.DORMITORY, "西藏班住校生", 20, 241,
         of_plan="西藏学生宿舍"),
    Plan(25, "实验室及危化品应急演练", Kind.CHEMICALS, Level.BUILDING, "化学组与值日班级", 15, 105,
         grade=12, problem="洗眼器水压不足", of_plan="实验室危化品"),
    Plan(6, "高二教室防震应急逃生演练", Kind.EARTHQUAKE, Level.GRADE, "高二年级", 10, 131, grade=11,
         problem="西侧楼道两班交汇拥挤", of_plan="高二学生教室"),
    Plan(11, "校门口反恐防暴演练", Kind.TERROR, Level.SCHOOL, "安保与值班教师", 16,
         reason="当日暴雨橙色预警，改期。"),
    Plan(-6, "全校应急疏散演练", Kind.FIRE, Level.SCHOOL, "全体师生", 16, grade=10),
)  # fmt: skip
POSTS = "东楼梯一层|东楼梯二层|西楼梯一层|西楼梯二层|集合点"


def fill(random: Random, day: date) -> None:
    """Plan them all, hold those that are past."""
    days = Days(day)
    for plan in sorted(PLANS, key=lambda each: -each.days):
        hold(random, plan, days, lay(random, plan, days))


def when(plan: Plan, days: Days) -> datetime:
    day = days.ahead(-plan.days) if plan.days < 0 else days.ago(plan.days)
    return moment_of(day, time(plan.hour))


def lay(random: Random, plan: Plan, days: Days) -> Drill:
    """The plan with its tables."""
    head = Person.objects.get(number="head")
    staff = list(Person.objects.staff().order_by("number")[20:40])
    posts = [[random.choice(staff).name, point, "引导疏散，维持秩序"] for point in POSTS.split("|")]
    classes = list(SchoolClass.objects.filter(grade=plan.grade)) if plan.grade else []
    routes = [[f"{each}", "东楼梯" if each.number % 2 else "西楼梯", "1号门", "田径场"]
              for each in classes]  # fmt: skip
    floors = [(f"{floor}层", random.randrange(70, 110)) for floor in range(1, 6)]
    routes = routes or [[name, "东、西楼梯", "宿舍大门", "宿舍前广场"] for name, _count in floors]
    begins = when(plan, days)
    clock = [f"{begins + timedelta(minutes=minutes):%H:%M}" for minutes in (0, 1, 5, 10)]
    steps = [
        [clock[0], "警报鸣响，广播提示", "全楼", "广播员", ""],
        [clock[1], "按路线撤离，捂口鼻弯腰", "各楼梯", "引导员", "不推搡、不跑"],
        [clock[2], "集合清点，逐级报告应到实到", "集合点", "班主任、宿管员", ""],
        [clock[3], "总指挥讲评", "集合点", head.name, ""],
    ]  # fmt: skip
    item = item_called(plan.of_plan)
    houses = Place.objects.filter(kind=Place.Kind.BUILDING, parts__parts__use=Use.DORM_ROOM)
    return actions.plan(
        by=Person.objects.get(number="safety"), title=plan.title, kind=plan.kind, plan_item=item,
        at=min(begins - timedelta(days=5), days.at(1)), level=plan.level, cohort=plan.cohort,
        planned_at=begins, commander=head,
        place=None if classes else houses.first(),
        assembly="田径场" if classes else "宿舍前广场", scenario="楼内突发险情，广播发出警报，"
        "师生按预定路线撤离至集合点，逐级清点人数并报告。", rain_plan="改为室内讲解与桌面推演。",
        target_seconds=300 if plan.level == Level.DORMITORY else 120,
        is_evacuation=plan.kind != Kind.TERROR,
        lines={"post": posts, "route": routes, "step": steps},
        classes=classes, groups=[] if classes else floors,
    )  # fmt: skip


def item_called(title: str) -> PlanItem | None:
    """The item of the work plan whose title begins so, if the semester's plan has one."""
    items = PlanItem.objects.filter(title__startswith=title) if title else PlanItem.objects.none()
    return items.order_by("id").first()


def hold(random: Random, plan: Plan, days: Days, drill: Drill) -> None:
    """Let it take place, with head counts, unless it was called off or is still to come."""
    safety, begins = Person.objects.get(number="safety"), when(plan, days)
    if plan.reason:
        actions.call_off(drill, reason=plan.reason, by=safety, at=begins - timedelta(hours=6))
    elif plan.days > 0:
        actions.start(drill, by=safety, at=begins)
        actions.all_out(drill, by=safety, at=begins + timedelta(seconds=plan.seconds))
        for number, group in enumerate(drill.groups.all()):
            away = random.choice((0, 0, 0, 1, 2))
            told = begins + timedelta(seconds=plan.seconds + 20 + number * 7)
            actions.report(
                group, present=group.expected - away, words=f"病事假 {away} 人" if away else "",
                known=None, by=safety, at=told,
            )  # fmt: skip
        learn(plan, drill, safety, begins + timedelta(hours=1))


def learn(plan: Plan, drill: Drill, by: Person, at: datetime) -> None:
    """What was found becomes a hazard; what was learned is written down."""
    if plan.problem:
        problem = actions.find_problem(drill, text=plan.problem, place=None, by=by, at=at)
        if plan.days < 10:
            actions.make_hazard(problem, by=by, at=at)
    actions.sum_up(
        drill, summary="总体有序，路线清楚，引导到位；个别班级集合报数偏慢，已提醒改进。",
        by=by, at=at,
    )  # fmt: skip
