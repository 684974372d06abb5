"""A small school of two buildings and two grades, and all that can be done there by chance."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.utils import timezone

from campus.cases import actions as cases
from campus.doors import Refused
from campus.feedback import actions as feedback
from campus.models import FeedbackTopic, Person, Place, Role, SchoolClass, Semester
from canteen.models import Canteen, Choice, Survey, SurveyCell, SurveyQuestion
from dormitory.models import Absence, DormRoom, House
from inspections.actions import checklists, walking
from inspections.actions.single_walks import plan_walk
from inspections.models import Checklist, ChecklistItem, Coverage, Inspection, PartScore
from logistics.assessment.models import AssessmentScheme, AssessmentWeek, ClassResult
from planning.models import Paper, PaperKind, Plan, PlanItem
from repairs.actions import stock, supplies
from repairs.actions import tickets as repairs
from repairs.models import Category, Supply, Ticket
from safety.actions import drills, hazards, incidents
from safety.models import Hazard
from tests.conftest import make_person
from vehicles.actions import caps
from vehicles.dispatch.offers import busy_range
from vehicles.models import OdometerReading, Trip, TripRequest, UsageCap, Vehicle

DAY = timedelta(days=1)
HOUR = timedelta(hours=1)
# The day on which the numbers are read: a Saturday.
TODAY = date(2025, 12, 20)


@dataclass
class School:
    """Who and what there is; the acts add to it."""

    head: Person
    officer: Person
    technician: Person
    pupils: list[Person]
    places: list[Place]
    rooms: list[DormRoom]
    semester: Semester
    patrol: Checklist
    dorm_check: Checklist
    topic: FeedbackTopic
    scheme: AssessmentScheme
    canteen: Canteen
    number: int = 0

    def next(self) -> int:
        self.number += 1
        return self.number


def lay_school(head: Person, semester: Semester) -> School:
    """Two buildings with a room each, a house with a dorm room in each, two pupils."""
    office = head.department
    places, rooms, classes = [], [], []
    for code in ("A", "B"):
        building = Place.objects.create(kind="building", code=code, name=f"{code}楼")
        places.append(
            Place.objects.create(kind="room", code=f"{code}-1", name="101", parent=building)
        )
        house = House.objects.create(place=building)
        bedroom = Place.objects.create(
            kind="room", code=f"{code}-2", name="201", parent=building, use="dorm_room"
        )
        rooms.append(DormRoom.objects.create(place=bedroom, house=house, side="boys"))
    for place in places:
        place.refresh_from_db()
    for grade in (10, 11):
        classes.append(SchoolClass.objects.create(grade=grade, number=1))
    at = moment(0)
    walked = {"roles": [Role.SAFETY_OFFICER], "every_days": 400}
    patrol: Any = {"name": "巡查", "topic": "safety", **walked}
    check: Any = {"name": "寝室", "topic": "dormitory", **walked}
    line = ChecklistItem(title="通畅", kind="pass_fail")
    mark = ChecklistItem(title="整洁", kind="pass_fail")
    return School(
        head=head,
        officer=make_person("T402", "安若溪", Role.SAFETY_OFFICER, department=office),
        technician=make_person("T403", "江小川", Role.TECHNICIAN, department=office),
        pupils=[
            make_person(f"P{each.grade}", f"学生{each.grade}", kind="pupil", school_class=each)
            for each in classes
        ],
        places=places, rooms=rooms, semester=semester,
        patrol=checklists.lay_checklist(
            patrol, [line], code="", at=at,
            scoring="none", full=None,
        ),
        dorm_check=checklists.lay_checklist(
            check, [mark], code="", at=at,
            scoring="none", full=None,
        ),
        topic=FeedbackTopic.objects.filter(area="canteen")[0],
        scheme=AssessmentScheme.objects.create(
            semester=semester, number=1, starts_on=date(2025, 9, 1), made_by=head, made_at=at,
            in_use_at=at,
        ),
        canteen=Canteen.objects.create(name="一食堂", place=places[0]),
    )  # fmt: skip


def moment(number: int) -> datetime:
    """Nine in the morning of a day of the semester, school time."""
    return datetime(2025, 9, 1, 1, 0, tzinfo=UTC) + DAY * number


# What can be done: at a place, at a moment, in one of some ways


def ticket(school: School, place: int, at: datetime, way: int) -> None:
    facts: Any = {"place": school.places[place], "category": Category.objects.all()[way % 3]}
    made = cases.raise_case(Ticket, by=school.officer, at=at, title="坏了", **facts)
    if way == 3:
        other = Ticket.objects.exclude(pk=made.pk).order_by("-pk").first()
        if other:
            cases.merge(made, into=other, by=school.head, at=at)
        return
    if way:
        done = at + (HOUR if way == 1 else DAY * 40)
        repairs.assign(made, to=school.technician, by=school.head, at=at)
        repairs.begin(Ticket.objects.get(pk=made.pk), by=school.technician, at=at + HOUR / 2)
        repairs.finish(
            Ticket.objects.get(pk=made.pk), words="好了", damage_cause="wear",
            by=school.technician, at=done,
        )  # fmt: skip


def hazard(school: School, place: int, at: datetime, way: int) -> None:
    made = cases.raise_case(
        Hazard, by=school.officer, at=at, title="出口锁着", place=school.places[place]
    )
    if not way:
        return
    general: Any = {"level": "general", "domain": "fire", "criterion": None, "grounds": ""}
    hazards.grade(made, **general, by=school.officer, at=at)
    hazards.order(
        Hazard.objects.get(pk=made.pk), owner=school.technician,
        department=school.technician.department, measures="换锁", budget=Decimal(1),
        rectify_by=at.date() + 7 * DAY, contingency="钥匙", isolation="专人", by=school.officer,
        at=at,
    )  # fmt: skip
    if way > 1:
        done = at + DAY * (2 if way == 2 else 20)
        hazards.finish(Hazard.objects.get(pk=made.pk), words="好了", by=school.technician, at=done)
        hazards.close(
            Hazard.objects.get(pk=made.pk), verdict="属实", by=school.officer, at=done + HOUR
        )


def incident(school: School, place: int, at: datetime, way: int) -> None:
    incidents.record(
        title="滑倒", happened_at=at, level="near_miss" if way == 0 else "minor",
        place=school.places[place], is_simulated=way == 1, by=school.head, at=at + HOUR,
    )  # fmt: skip


def drill(school: School, place: int, at: datetime, way: int) -> None:
    made = drills.plan(
        by=school.head, at=at, title="演练", planned_at=at, commander=school.head, lines={},
        classes=[], groups=[("5层", 9)], is_evacuation=way != 1,
    )  # fmt: skip
    if way:
        drills.start(made, by=school.head, at=at)
        drills.all_out(made, by=school.head, at=at + timedelta(seconds=100))


def entry(school: School, place: int, at: datetime, way: int) -> None:
    made = feedback.write(
        school.topic, kind="suggestion", words="太贵了", by=school.pupils[place], at=at
    )
    if way:
        later = at + (HOUR if way == 1 else 20 * DAY)
        feedback.answer(made, words="降价", by=school.head, at=later)


def item(school: School, place: int, at: datetime, way: int) -> None:
    office = school.head.department
    assert office
    plan, _new = Plan.objects.get_or_create(
        semester=school.semester, department=office,
        defaults={"title": "计划", "adopted_by": school.head, "adopted_at": moment(0)},
    )  # fmt: skip
    status = ("planned", "done", "dropped", "under_way")[way]
    PlanItem.objects.create(
        plan=plan, lead_unit=office, title="事项", starts_on=at.date(),
        ends_on=at.date() + 3 * DAY, status=status, reason="改期" if status == "dropped" else "",
    )  # fmt: skip


def paper(school: School, place: int, at: datetime, way: int) -> None:
    holder = ContentType.objects.get_for_model(Person)
    kind, _new = PaperKind.objects.get_or_create(name="证件", holder_type=holder)
    Paper.objects.create(
        kind=kind, holder_type=holder, holder_id=10**9 + school.next(), holder_name="证",
        by=school.head, at=at, ends_on=at.date() + 30 * DAY * way,
        set_aside_on=at.date() if way == 3 else None, set_aside_why="作废" if way == 3 else "",
    )  # fmt: skip


def walk(school: School, place: int, at: datetime, way: int) -> None:
    there, day = school.places[place], timezone.localdate(at)
    made = plan_walk(
        checklist=school.patrol, place=there, planned_for=school.officer, starts_on=day,
        due_on=day, by=school.head, at=at,
    )  # fmt: skip
    if way == 3:
        walking.cancel(made, reason="放假", by=school.officer, at=at)
    elif way:
        walking.start(made, by=school.officer, at=at)
        walking.finish(
            Inspection.objects.get(pk=made.pk), by=school.officer,
            at=at + (HOUR if way == 1 else 2 * DAY),
        )  # fmt: skip
    Coverage.objects.get_or_create(place=there, checklist=school.patrol)
    Coverage.objects.filter(place=there).update(is_expected=True)


def score(school: School, place: int, at: datetime, way: int) -> None:
    day = timezone.localdate(at)
    made = plan_walk(
        checklist=school.dorm_check, place=school.places[place], planned_for=school.officer,
        starts_on=day, due_on=day, by=school.head, at=at,
    )  # fmt: skip
    PartScore.objects.create(
        inspection=made, checklist=school.dorm_check, place=school.rooms[place].place, day=day,
        faults=way % 2, taken=way % 2, is_again=way == 2,
    )  # fmt: skip


def absence(school: School, place: int, at: datetime, way: int) -> None:
    Absence.objects.get_or_create(
        pupil=school.pupils[way % 2],
        night=timezone.localdate(at),
        defaults={"room": school.rooms[place], "by": school.head, "at": at},
    )


def supply(school: School, place: int, at: datetime, way: int) -> None:
    made = supplies.write_supply(
        Supply(), name=f"灯管{school.next()}", unit="个", category="parts", minimum=5,
        by=school.head, at=at,
    )  # fmt: skip
    if way:
        stock.receive(made, way * 3, price=Decimal(2), invoice="FP1", by=school.head, at=at)


def survey(school: School, place: int, at: datetime, way: int) -> None:
    day, number = timezone.localdate(at), school.next()
    made = Survey.objects.create(
        title=f"调查{number}", opens_on=day - 7 * DAY, closes_on=day, by=school.head,
        published_on=day + DAY if way else None,
    )  # fmt: skip
    question = SurveyQuestion.objects.create(survey=made, position=1, text="口味")
    for grade in (10, 11):
        for count, choice in enumerate(Choice.values):
            SurveyCell.objects.create(
                survey=made, canteen=school.canteen, grade=grade, question=question,
                choice=choice, count=way * 60 + count * grade,
            )  # fmt: skip


def week(school: School, place: int, at: datetime, way: int) -> None:
    day = timezone.localdate(at)
    made, is_new = AssessmentWeek.objects.get_or_create(
        monday=day - DAY * day.weekday(),
        defaults={"scheme": school.scheme, "published_by": school.head, "published_at": at},
    )
    for school_class in SchoolClass.objects.all() if is_new else []:
        ClassResult.objects.create(
            week=made, school_class=school_class, total=Decimal(90 + way), rank=1
        )


def trip(school: School, place: int, at: datetime, way: int) -> None:
    """Way 0 sets the school's cap, of the semester at one place and of the year at the other."""
    if not way:
        whose: Any = {"semester": school.semester} if place else {"year": 2025}
        if not UsageCap.objects.exists():
            caps.write_cap(UsageCap(), km=5000, by=school.head, at=at, **whose)
        return
    number, ends = school.next(), at + HOUR
    driver = make_person(f"D{number}", f"司机{number}", Role.DRIVER)
    van = Vehicle.objects.create(
        plate=f"苏D{number:05}", model="某型", kind="van", seats=7, by=school.head, at=at
    )
    facts: dict[str, Any] = {"status": "planned"}
    if way == 1:
        begun, ended = (
            OdometerReading.objects.create(vehicle=van, km=km, at=then, occasion=kind, by=driver)
            for km, then, kind in ((100, at, "start"), (100 + number, ends, "end"))
        )
        facts = {
            "status": "done", "started_at": at, "ended_at": ends, "start_reading": begun,
            "end_reading": ended, "km": number,
        }  # fmt: skip
    elif way == 2:
        facts = {"status": "called_off", "off_why": "暴雨"}
    unit: Any = school.head.department
    wish: Any = {"direction": "east", "passengers": 2, "starts_at": at, "ends_at": ends}
    made = Trip.objects.create(
        number=f"D-{number}", vehicle=van, driver=driver, route="考试院", busy=busy_range(at, ends),
        dispatched_by=school.head, dispatched_at=at, **wish, **facts,
    )  # fmt: skip
    if way != 2:
        TripRequest.objects.create(
            number=f"V-{number}", reporter=school.head, raised_at=at, changed_at=at, title="送试卷",
            destination="考试院", km=20, department=unit, trip=made,
            status="done" if way == 1 else "dispatched", used_km=number if way == 1 else 0, **wish,
        )  # fmt: skip


ACTS: tuple[Callable[[School, int, datetime, int], None], ...] = (
    ticket, hazard, incident, drill, entry, item, paper, walk, score, absence, supply, survey, week,
    trip,
)  # fmt: skip


def do(school: School, act: int, place: int, day: int, way: int) -> None:
    """One act; what the school refuses has not happened."""
    try:
        ACTS[act](school, place, moment(day), way)
    except Refused:
        return
