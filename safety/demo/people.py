"""Duty and safety education of the demo school."""

from datetime import date, timedelta
from random import Random

from campus.models import Person, SchoolClass
from campus.school_time.engine import moment_of
from safety.actions import duty_shifts, education
from safety.demo.days import Days
from safety.demo.drills import item_called
from safety.forms.duty_shifts import NIGHT
from safety.models import DutyShift, SafetyDate, SafetyEvent

EVENTS = (
    (48, "开学安全第一课", "other", "first-lesson", "各班教室"),
    (40, "交通安全主题教育", "traffic", "", "报告厅"),
    (20, "饮食卫生与传染病防控宣传", "food", "", "食堂前广场"),
    (7, "11.9消防日主题教育", "fire", "fire-day", "田径场"),
)  # fmt: skip
QUIZ = (
    ("发现火情应先做什么？", ["乘电梯下楼", "报警并按路线疏散", "回宿舍取物"], 1),
    ("灭火器压力表指针应在哪里？", ["红区", "绿区"], 1),
)
NIGHTS_BEFORE, NIGHTS_AHEAD = 20, 12


def fill(random: Random, day: date) -> None:
    """Nights around the day, and the activities of the semester."""
    days = Days(day)
    teach(random, days)
    keep_watch(random, days)


def teach(random: Random, days: Days) -> None:
    """Each for a grade; most pupils were there."""
    head = Person.objects.get(number="head")
    for number, (ago, title, domain, occasion, where) in enumerate(EVENTS):
        classes = list(SchoolClass.objects.filter(grade=10 + number % 3))
        event = education.write_event(
            SafetyEvent(plan_item=item_called(title)), title=title, domain=domain,
            on=days.ago(ago), where=where, organiser=head, classes=classes,
            content="讲解、案例与现场演示相结合。",
            occasion=SafetyDate.objects.filter(code=occasion or "-").first(),
            questions=[(text, list(answers), right) for text, answers, right in QUIZ],
            by=head, at=days.at(ago),
        )  # fmt: skip
        present = {row.pk: row.expected - random.randrange(0, 4) for row in event.classes.all()}
        education.count_classes(event, present=present, by=head, at=days.at(ago, 17))
        answer(random, event, days.at(ago, 18).date())


def answer(random: Random, event: SafetyEvent, on: date) -> None:
    """Some pupils of its classes take the quiz."""
    questions = list(event.questions.all())
    classes = event.classes.values("school_class")
    pupils = Person.objects.active().filter(school_class__in=classes).order_by("number")
    for pupil in list(pupils)[::40]:
        right = {each.pk: each.right if random.randrange(5) else 0 for each in questions}
        education.take_quiz(event, answers=right, by=pupil, at=moment_of(on, NIGHT[0]))


def keep_watch(random: Random, days: Days) -> None:
    """A leader and two others every night; what is past is logged and handed over."""
    head = Person.objects.get(number="head")
    staff = list(Person.objects.staff().order_by("number")[:24])
    for offset in range(-NIGHTS_BEFORE, NIGHTS_AHEAD):
        on = days.day + timedelta(days=offset)
        leader, *others = random.sample(staff, 3)
        shift = duty_shifts.lay(
            DutyShift(), kind="weekend" if on.weekday() > 4 else "night",
            starts_at=moment_of(on, NIGHT[0]), ends_at=moment_of(on + timedelta(days=1), NIGHT[1]),
            leader=leader, members=others, by=head, at=days.at(30),
        )  # fmt: skip
        if offset < -1:
            log(random, shift, leader, staff, others)


def log(
    random: Random, shift: DutyShift, leader: Person, staff: list[Person], others: list[Person]
) -> None:
    """Two rounds in the night, and the signature of the next morning."""
    words = ("21:30 巡查宿舍，就寝正常。", "23:00 巡查校园，门窗已关。", "个别宿舍说话，已提醒。")
    for hours in (4, 6):
        at = shift.starts_at + timedelta(hours=hours)
        duty_shifts.write_log(shift, text=random.choice(words), by=leader, at=at)
    after = next(each for each in staff if each != leader and each not in others)
    duty_shifts.take_over(shift, by=after, at=shift.ends_at)
