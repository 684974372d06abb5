"""The part of cleaning in the demo school: forty areas, classes on duty, some weeks of checks."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from random import Random

from django.utils import timezone

from campus.models import Person, Place, Role, SchoolClass
from campus.places.models import Use
from campus.school_time.calendar import school_calendar
from campus.school_time.days import monday_of
from cleaning.actions import areas, duty_class, rotation
from cleaning.models import CleaningArea, DutyWeek, Rotation
from inspections.actions import corrections, marking, schedules, walking
from inspections.models import Checklist, ChecklistItem, Finding, Inspection, Schedule
from inspections.registry import parts_of
from planning.actions.minutes import Decided
from planning.demo import call_one, publish_one
from planning.models import Meeting

Kind = CleaningArea.Kind
DAYS_BACK, WEEKS_AHEAD = 9, 8
# How often a part has a fault, and a planned check does not take place.
FAULTY, PRAISED, MISSED = 0.07, 0.01, 0.03
OUTSIDE = (
    ("校门口广场", "东起门卫室，西至旗台，含花坛"), ("旗台四周", "台阶及四周三米"),
    ("操场东侧", "东起看台，西至跑道内沿"), ("操场西侧", "西起器材室，东至跑道内沿"),
    ("操场南看台", "看台、台阶及栏杆"), ("篮球场", "六片场地及场边长椅"), ("排球场", "四片场地"),
    ("图书馆前广场", "台阶以下至主干道"), ("主干道南段", "校门至明德楼"),
    ("主干道北段", "明德楼至食堂"), ("食堂前广场", "洗手池至主干道"), ("宿舍区主路", "含绿化带"),
    ("松园前空地", "晾晒区、自行车棚"), ("竹园前空地", "含快递柜四周"), ("后勤楼四周", "含垃圾房"),
    ("小花园", "石径、长廊与池边"), ("停车场", "含出入口坡道"), ("体育馆四周", "含台阶"),
    ("实验楼前绿地", "含宣传栏"), ("行政楼四周", "含车位"),
)  # fmt: skip
FAULTS = ("纸屑", "落叶成堆", "没拖干净", "有水渍", "饮料瓶")


def fill(random: Random, day: date) -> None:
    """Lay areas with their care, weeks on duty, schedules; check what was due since."""
    school = School(random, day)
    school.lay_areas()
    school.lay_weeks()
    school.lay_schedules()
    school.walk_all()
    school.appeal()
    school.meet()


class School:
    """Those who clean and check, on a day of the demo school."""

    def __init__(self, random: Random, day: date) -> None:
        self.random, self.day = random, day
        wanted = ["cleaning", "affairs", "head", "labor"]
        self.people = {each.number: each for each in Person.objects.filter(number__in=wanted)}
        self.classes = list(SchoolClass.objects.order_by("grade", "number"))
        self.now = timezone.make_aware(datetime.combine(day, time(8)))
        self.begun_on = day - timedelta(days=DAYS_BACK)
        self.term = day - timedelta(days=60)

    def lay_areas(self) -> None:
        """Spots outdoors, corridors, all classrooms; a rotation, and one area forgotten."""
        by, campus = self.people["cleaning"], Place.objects.get(code="A")
        laid = [self.spot(campus, number, *told) for number, told in enumerate(OUTSIDE, 1)]
        laid += [self.corridor(floor) for floor in self.floors()]
        for number, area in enumerate(laid[:-1]):
            to = self.classes[number % len(self.classes)]
            areas.give(area, to=to, starts_on=self.term, by=by, at=self.now)
        areas.lay_classrooms(on=self.term, by=by, at=self.now)
        rule = rotation.write_rotation(
            Rotation(), name="高三包干区期中轮换", areas=laid[2:4],
            classes=[each for each in self.classes if each.grade == 12][:2],
            starts_on=self.day + timedelta(days=1), ends_on=self.day + timedelta(days=60),
            every_weeks=None, changes_on=[self.day + timedelta(days=30)], by=by, at=self.now,
        )  # fmt: skip
        rotation.lay(rule, on=self.day + timedelta(days=1), by=by, at=self.now)

    def spot(self, campus: Place, number: int, name: str, boundary: str) -> CleaningArea:
        """An area outdoors, with a place of its own."""
        known = Place.objects.filter(parent=campus, name=name).first()
        place = known or Place.objects.create(
            kind=Place.Kind.SPOT, code=f"A-BG{number:02}", name=name, use=Use.OUTDOORS,
            parent=campus,
        )  # fmt: skip
        return self.area(name, place, boundary, Kind.WEEKLY if number > 17 else Kind.DAILY)

    def floors(self) -> list[Place]:
        """Twenty floors of houses in which lessons are given and pupils live."""
        found = Place.objects.filter(kind=Place.Kind.FLOOR).select_related("parent")
        return list(found.order_by("code")[:20])

    def corridor(self, floor: Place) -> CleaningArea:
        """The corridor and stairs of a floor, with a place of its own."""
        house = floor.parent.name if floor.parent else ""
        name = f"{house}{floor.name}走廊"
        place = Place.objects.create(
            kind=Place.Kind.SPOT, code=f"{floor.code}-ZL", name="走廊", use=Use.CORRIDOR,
            parent=floor,
        )  # fmt: skip
        return self.area(name, place, "走廊、楼梯及扶手", Kind.DAILY)

    def area(self, name: str, place: Place, boundary: str, kind: str) -> CleaningArea:
        return areas.write_area(
            CleaningArea(), name=name, kind=kind, place=place, boundary=boundary,
            starts_on=self.term, by=self.people["cleaning"], at=self.now,
        )  # fmt: skip

    def lay_weeks(self) -> None:
        """Classes of grade 10 take turns on duty, this week the first; past weeks are scored, but
        for the last."""
        by = self.people["affairs"]
        turns = [each for each in self.classes if each.grade == 10]
        first = self.begun_on - timedelta(weeks=2)
        passed = (monday_of(self.day) - monday_of(first)).days // 7 % len(turns)
        turns = turns[-passed:] + turns[:-passed]
        duty_class.lay_weeks(
            turns, first=first, until=self.day + timedelta(weeks=WEEKS_AHEAD), by=by, at=self.now
        )
        for week in DutyWeek.objects.select_related("school_class"):
            pupils = Person.objects.filter(school_class=week.school_class).order_by("number")[:3]
            for name, leader in zip("一二三", pupils, strict=False):
                duty_class.name_group(
                    week, name=f"第{name}组", leader=leader, place=None, by=by, at=self.now
                )
        over = DutyWeek.objects.unscored(self.day).order_by("starts_on")
        for week in list(over)[:-1]:
            rank = self.random.randrange(1, 13)
            duty_class.score(week, rank=rank, words="", by=by, at=self.now, on=self.day)

    def lay_schedules(self) -> None:
        """Classrooms and areas twice a day, all of the campus once a week."""
        twice = {"times": [time(7, 5), time(17, 50)], "within_minutes": 60, "rhythm": "daily",
                 "days_off": "skip"}  # fmt: skip
        weekly = {"rhythm": "weekly", "weekdays": [5], "lasts_days": 1, "days_off": "skip"}
        at = timezone.make_aware(datetime.combine(self.begun_on, time(6)))
        for code, facts in (
            ("classroom-check", twice), ("area-check", twice), ("environment", weekly)
        ):  # fmt: skip
            schedules.write_schedule(
                Schedule(), places=[], checklist=Checklist.objects.get(code=code),
                place=Place.objects.get(code="A"), role=Role.CLEANING_SUPERVISOR,
                starts_on=self.begun_on, by=self.people["cleaning"], at=at, **facts,
            )  # fmt: skip
            schedules.lay_windows(Schedule.objects.latest("pk").pk, at=self.now)

    def walk_all(self) -> None:
        """Check what was due before this morning; a few are missed."""
        due = Inspection.objects.filter(
            status="planned", due_at__lt=self.now, checklist__topic__in=("cleaning", "duty_class")
        )
        for walk in list(due.select_related("checklist", "place").order_by("due_at", "pk")):
            if self.random.random() < MISSED:
                walk.status = Inspection.Status.MISSED
                walk.save(update_fields=["status"])
            else:
                self.walk(walk)

    def walk(self, walk: Inspection) -> None:
        """One check by the duty class of that day, or the supervisor, with its faults."""
        assert walk.opens_at is not None
        at = walk.opens_at + timedelta(minutes=self.random.randrange(5, 20))
        by = self.walker(walk, timezone.localtime(at).date())
        begun = walking.start(walk, by=by, at=at)
        lines = list(begun.version.items.all())
        barred = self.own_places(by)
        for place in self.places(begun):
            if place.pk not in barred and self.random.random() < FAULTY:
                seen = self.seen(line := self.random.choice(lines))
                marking.mark(begun, place, line, seen, by=by, at=at + timedelta(minutes=5))
        walking.finish(begun, by=by, at=at + timedelta(minutes=25))

    def walker(self, walk: Inspection, on: date) -> Person:
        """A pupil of the class on duty; staff for what staff check."""
        week = DutyWeek.objects.running(on).first()
        if walk.checklist.topic == "cleaning" or week is None:
            return self.people["cleaning"]
        return Person.objects.filter(school_class=week.school_class_id).order_by("number")[0]

    def places(self, walk: Inspection) -> list[Place]:
        """What the check goes over."""
        parts = parts_of(walk, timezone.localtime(walk.opens_at).date())
        return [part.place for part in parts]

    def own_places(self, by: Person) -> set[int]:
        """Places of the walker's own class."""
        own = CleaningArea.objects.filter(care__school_class=by.school_class_id)
        return set(own.values_list("place", flat=True)) if by.school_class_id else set()

    def seen(self, line: ChecklistItem) -> marking.Seen:
        if line.kind == ChecklistItem.Kind.SCORE:
            return marking.Seen(points=self.random.choice([Decimal("0.5"), Decimal(1)]))
        times = self.random.choice([1, 1, 1, 2])
        return marking.Seen(times=times, words=self.random.choice(FAULTS))

    def appeal(self) -> None:
        """The labour monitor of class 1 appeals against the newest mark, if it is in time."""
        by = self.people["labor"]
        marks = Finding.objects.concerning(by).filter(kind="mark").order_by("-reported_at")
        mark = marks.select_related("checklist").first()
        if mark and mark.appeal_until and mark.appeal_until >= self.day:
            corrections.appeal(mark, words="早读前已清扫，照片可证。", by=by, at=self.now)

    def meet(self) -> None:
        """The labour monitors of grade 10 met last week, and meet again next week."""
        by, calendar = self.people["cleaning"], school_calendar()
        grade, kind = SchoolClass.Grade.TEN, Meeting.Kind.LABOR
        monitors = Person.objects.on_duty_as(Role.LABOR_MONITOR)
        invited = list(monitors.filter(school_class__grade=grade))
        agenda = {
            "两周扣分较多的区域": "东侧看台、食堂前广场，课后再清一次。",
            "工具补充": "扫帚、拖把登记后统一领取。",
        }
        held = call_one(
            by, "高一劳动委员会议", kind, calendar.working_days_from(self.day, -6), invited, agenda,
            recorder=by,
        )  # fmt: skip
        due = calendar.working_days_from(self.day, 3)
        publish_one(held, [Decided(text="给高一各班补齐扫帚和簸箕", owner=by, due_on=due)], agenda)
        call_one(
            by, "高一劳动委员会议", kind, calendar.working_days_from(self.day, 6), invited,
            {"大扫除分工": ""}, at=self.now,
        )  # fmt: skip
