"""Controls, the five constants, accompanied meals and surveys of the demo school."""

from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any

from campus.models import Person, Role
from campus.school_time.calendar import school_calendar
from campus.school_time.engine import moment_of
from canteen.actions import accompany, controls, five_c, surveys
from canteen.models import AccompaniedMeal, Canteen, FiveCArea, Survey
from canteen.models.accompany import GRADED
from inspections.actions import schedules, walking
from inspections.actions.walking import Seen
from inspections.models import Checklist, Inspection, Schedule
from planning.actions import action_items, meetings
from planning.actions.minutes import Decided
from planning.demo import call_one, publish_one
from planning.models import ActionItem, Meeting

AREAS = (
    ("切配间", "刀板上架、色标朝外；台面只留当班用具。"),
    ("主食库", "离地离墙，先进先出，标签朝外写明日期和责任人。"),
    ("洗消间", "一刮二洗三冲四消毒五保洁，水池标识清楚。"),
)
WORDS = ("饭菜热，秩序好。", "青菜略咸。", "排队较快，窗口微笑服务。", "")
BACK, AUDITS = timedelta(days=20), ((75, 4), (45, 3), (15, 2))


def fill(random: Random, day: date) -> None:
    """A month of controls, three audits, three weeks of accompanied meals, two surveys."""
    walk_controls(random, day)
    for canteen in Canteen.objects.order_by("id"):
        audit(random, canteen, day)
        eat_along(random, canteen, day)
    ask(random, day)


def walk_controls(random: Random, day: date) -> None:
    """The schedules were laid weeks ago; most walks were done in time, few found something."""
    manager, now = Person.objects.get(number="canteen"), moment_of(day, time(7))
    officer, director = (Person.objects.get(number=each) for each in ("foodsafety", "director"))
    controls.lay_schedules(by=manager, at=now - BACK)
    codes = {
        controls.DAILY: officer, controls.WEEKLY: director, controls.FIVE_C: director,
        controls.ROUND: Person.objects.get(number="committee"),
    }  # fmt: skip
    laid = Schedule.objects.filter(checklist__topic=controls.TOPIC)
    for schedule in laid.order_by("id"):
        schedules.lay_windows(schedule.pk, at=now)
    due = Inspection.objects.filter(status="planned", due_at__lt=now, checklist__code__in=codes)
    for walk in due.select_related("checklist", "place").order_by("opens_at", "pk"):
        assert walk.opens_at is not None
        at = walk.opens_at + timedelta(minutes=random.randrange(1, 30))
        walker = codes[walk.checklist.code]
        begun = walking.start(walk, by=walker, at=at)
        if random.randrange(6) == 0:
            item = random.choice(list(begun.version.items.all()))
            seen = Seen(result="failed", words="当场纠正，已提醒当班人员。")
            walking.answer(begun, item, seen, by=walker, at=at + timedelta(minutes=5))
        done = walking.finish(begun, by=walker, at=at + timedelta(minutes=20))
        if done.status == Inspection.Status.TO_SIGN and at < now - timedelta(days=1):
            other = director if walker == officer else Person.objects.get(number="head")
            walking.sign(done, by=other, at=at + timedelta(hours=1))
    meet(day)
    hear_the_committee(day)


def meet(day: date) -> None:
    """The head hears the director this month."""
    director, head = (Person.objects.get(number=each) for each in ("director", "head"))
    starts_at = moment_of(day.replace(day=min(day.day, 28)), time(16))
    meetings.call(
        title="食品安全月调度会议", kind=Meeting.Kind.FOOD_SAFETY, chair=head, people=[director],
        agenda=["本月日管控、周排查情况", "下月重点"], starts_at=starts_at,
        ends_at=starts_at + timedelta(minutes=40), place=None, by=head, roles=[], departments=[],
        at=moment_of(day, time(6)),
    )  # fmt: skip


def hear_the_committee(day: date) -> None:
    """Its last meeting asked for two things; one of them is done."""
    manager = Person.objects.get(number="canteen")
    calendar = school_calendar()
    agenda = {"菜品与价格意见": "同学希望增加清淡菜品。", "排队与服务": "高峰时段加开一个窗口。"}
    meeting = call_one(
        manager, "食堂学生监督管理委员会例会", Meeting.Kind.COMMITTEE,
        calendar.working_days_from(day, -8), [], agenda, recorder=manager,
        roles=[Role.CANTEEN_COMMITTEE],
    )  # fmt: skip
    wanted = ("午餐高峰加开风味窗口", "每天至少两道清淡菜")
    due = calendar.working_days_from(day, 4)
    decided = [Decided(text=text, owner=manager, due_on=due) for text in wanted]
    publish_one(meeting, decided, agenda)
    first = ActionItem.objects.filter(meeting=meeting).order_by("pk")[0]
    at = moment_of(calendar.working_days_from(day, -2), time(10))
    action_items.finish(first, words="已加开，排队缩短到五分钟。", by=manager, at=at)


def audit(random: Random, canteen: Canteen, day: date) -> None:
    """Three audits, each with fewer faults than the one before; and the areas."""
    director = Person.objects.get(number="director")
    checklist = Checklist.objects.select_related("current").get(code=controls.FIVE_C)
    for ago, faults in AUDITS:
        at = moment_of(day - timedelta(days=ago), time(15))
        walk = walking.start_at(checklist, canteen.place, by=director, at=at)
        for item in random.sample(list(walk.version.items.all()), faults):
            seen = Seen(result="failed", words="限三天整改。")
            walking.answer(walk, item, seen, by=director, at=at)
        walking.finish(walk, by=director, at=at + timedelta(minutes=40))
    keepers = list(canteen.workers.order_by("id"))
    for number, (name, state) in enumerate(AREAS):
        five_c.write_area(
            FiveCArea(), canteen=canteen, name=name, state=state, owner=keepers[number],
            by=director, at=moment_of(day, time(6)),
        )  # fmt: skip


def eat_along(random: Random, canteen: Canteen, day: date) -> None:
    """Lunches by turns; most are recorded, one had a problem, one nobody has recorded."""
    manager = Person.objects.get(number="canteen")
    staff = [Person.objects.get(number="head"), *Person.objects.staff().order_by("number")[40:47]]
    accompany.lay_rota(
        canteen, meals=["lunch"], first=day - BACK, last=day + BACK, people=staff, by=manager,
        at=moment_of(day - BACK, time(8)),
    )  # fmt: skip
    past = AccompaniedMeal.objects.filter(canteen=canteen, day__lt=day).order_by("day")
    for number, meal in enumerate(list(past.select_related("person"))[:-1]):
        record(random, meal, manager, had_problem=number == 4)


def record(random: Random, meal: AccompaniedMeal, manager: Person, *, had_problem: bool) -> None:
    grades = random.choices(("excellent", "good", "fair"), (5, 5, 1), k=4)
    found: dict[str, Any] = dict(zip(GRADED, grades, strict=True))
    if had_problem:
        found |= {"problem": "汤温偏低，保温台未开", "owner": manager}
    at = moment_of(meal.day, time(12, 40))
    accompany.record(meal, words=random.choice(WORDS), by=meal.person, at=at, **found)


def ask(random: Random, day: date) -> None:
    """Two surveys of earlier semesters are published, this one is open."""
    manager = Person.objects.get(number="canteen")
    pupils = list(Person.objects.active().filter(kind=Person.Kind.PUPIL).order_by("pk"))[::45]
    spans = (
        ("去年秋季食堂满意度调查", 350, 340, (4, 4, 3)),
        ("上学期食堂满意度调查", 170, 160, (5, 4, 2)),
        ("本学期食堂满意度调查", 5, -9, (6, 4, 1)),
    )
    for title, opens, closes, weights in spans:
        begun = moment_of(day - timedelta(days=opens), time(9))
        survey = surveys.write_survey(
            Survey(), title=title, opens_on=day - timedelta(days=opens),
            closes_on=day - timedelta(days=closes),
            questions=[str(each) for each in QUESTIONS], by=manager, at=begun,
        )  # fmt: skip
        answer(random, survey, pupils, weights, begun)
        if closes > 0:
            surveys.publish(survey, by=manager, at=begun + timedelta(days=opens - closes + 2))


QUESTIONS = (
    "总体满意度",
    "菜价",
    "环境",
    "卫生",
    "口味",
    "品种",
    "服务态度",
    "排队",
    "保温",
    "分量",
)


def answer(
    random: Random, survey: Survey, people: list[Person], weights: tuple[int, ...], at: datetime
) -> None:
    canteens, numbers = list(Canteen.objects.order_by("id")), list(
        survey.questions.values_list("pk", flat=True)
    )  # fmt: skip
    for person in people:
        choices = random.choices(("very", "satisfied", "not"), weights, k=len(numbers))
        surveys.answer(
            survey, canteen=random.choice(canteens), by=person, at=at,
            choices=dict(zip(numbers, choices, strict=True)),
        )  # fmt: skip
