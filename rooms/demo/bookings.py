"""Six special rooms, and who has had them since last week and has them until next."""

from datetime import date, datetime, time, timedelta
from random import Random

from django.utils import timezone

from campus.models import Person, Place, SchoolClass
from campus.school_time.days import monday_of
from campus.school_time.engine import moment_of
from rooms.actions import bookings as actions
from rooms.actions import rooms
from rooms.models import Booking, Diary, LessonPeriod, SpecialRoom, Wish

# Place, kind, seats, keeper, equipment, whether the keeper decides, minutes for setting up.
Told = tuple[str, str, int, str, str, bool, int]
ROOMS: tuple[Told, ...] = (
    ("A-SY-102", "robot", 54, "technician", "机器人套件24套、3D打印机", True, 10),
    ("A-SY-301", "laboratory", 54, "safety", "通风橱、洗眼器、化学实验台", True, 20),
    ("A-SY-201", "laboratory", 54, "teacher", "力学与电学实验台、数字化传感器", False, 10),
    ("A-SY-501", "ai", 54, "technician", "图形工作站48台、交互大屏", False, 0),
    ("A-XZ-302", "meeting", 24, "dispatcher", "投影、视频会议", False, 0),
    ("A-XZ-403", "hall", 120, "head", "舞台、音响、录播", True, 30),
)  # fmt: skip
LESSONS = {
    "robot": ("机器人循迹实验", "创客社团活动"),
    "laboratory": ("分组实验", "演示实验", "实验操作考查"),
    "ai": ("Python数据分析", "信息学竞赛训练", "图像识别入门"),
}
MEETINGS = ("年级组会议", "教研组集体备课", "家长代表座谈", "青年教师汇报")
# How often a period is taken, and how often somebody says afterwards that something is broken.
TAKEN, BROKEN = 0.28, 0.06
FAULTS = ("投影机画面偏黄", "2号实验台水龙头漏水", "第6台工作站无法开机")
NUMBERS = ("head", "technician", "safety", "teacher", "dispatcher")


def fill(random: Random, day: date) -> None:
    """Lay rooms, then the bookings of last week and the coming days, each made some days before."""
    people = {each.number: each for each in Person.objects.filter(number__in=NUMBERS)}
    begun = moment_of(day - timedelta(days=40), time(9))
    laid = [lay_room(people, begun, told) for told in ROOMS]
    school = School(random, day, people)
    for room in laid:
        school.book(room)
    school.close(laid[1])
    school.look_back()


def lay_room(people: dict[str, Person], at: datetime, told: Told) -> SpecialRoom:
    code, kind, seats, keeper, equipment, needs_approval, buffer = told
    return rooms.write_room(
        SpecialRoom(), place=Place.objects.get(code=code), kind=kind, seats=seats,
        keeper=people[keeper], equipment=equipment, needs_approval=needs_approval,
        buffer_minutes=buffer, rules="用后断电、归位、关窗。", by=people["head"], at=at,
    )  # fmt: skip


class School:
    """Those who book, on a day of the demo school."""

    def __init__(self, random: Random, day: date, people: dict[str, Person]) -> None:
        self.random, self.day, self.people = random, day, people
        self.classes = list(SchoolClass.objects.order_by("grade", "number"))
        staff = Person.objects.staff().exclude(number__in=NUMBERS)
        self.staff = [people["teacher"], *staff.order_by("number")[:12]]
        self.periods = list(LessonPeriod.objects.all())[:8]
        self.now = moment_of(day, time(8))

    def book(self, room: SpecialRoom) -> None:
        """Some periods of last week and of the seven days to come."""
        first = monday_of(self.day) - timedelta(days=7)
        for number in range((self.day - first).days + 8):
            day = first + timedelta(days=number)
            for period in self.periods:
                if self.random.random() < TAKEN:
                    self.book_one(room, day, period)

    def book_one(self, room: SpecialRoom, day: date, period: LessonPeriod) -> None:
        """Where nothing is in the way; those whose time has passed were decided on."""
        start, end = moment_of(day, period.opens), moment_of(day, period.closes)
        made = min(start, self.now) - timedelta(days=self.random.randrange(2, 6))
        is_lesson = room.kind in LESSONS
        wish = Wish(
            room=room, starts_at=start, ends_at=end,
            people=min(room.seats, 50 if is_lesson else self.random.randrange(8, 24)),
            school_class=self.random.choice(self.classes) if is_lesson else None,
        )  # fmt: skip
        if Diary([room], day, day).obstacle(wish, at=made):
            return
        purpose = self.random.choice(LESSONS.get(room.kind, MEETINGS))
        by = self.random.choice(self.staff)
        booking = actions.book(wish, by=by, at=made, purpose=purpose, group="")
        is_left_open = day > self.day and self.random.random() < 0.5
        if booking.status == Booking.Status.ASKED and not is_left_open:
            actions.approve(booking, by=room.keeper, at=made + timedelta(hours=3))

    def close(self, room: SpecialRoom) -> None:
        """A laboratory is closed for repairs one day next week."""
        start = moment_of(monday_of(self.day) + timedelta(days=9), time(8))
        rooms.close(
            room, starts_at=start, ends_at=start + timedelta(hours=10), kind="repairs",
            reason="通风橱风机检修", calls_off=True, by=self.people["safety"], at=self.now,
        )  # fmt: skip

    def look_back(self) -> None:
        """Most have said how they left the room."""
        over = Booking.objects.unconfirmed(self.now).select_related("by").order_by("ends_at")
        for booking in over[: over.count() * 4 // 5]:
            is_broken = self.random.random() < BROKEN
            actions.note_left(
                booking, found="fault" if is_broken else "in_order",
                words=self.random.choice(FAULTS) if is_broken else "", by=booking.by,
                at=timezone.localtime(booking.ends_at) + timedelta(minutes=5),
            )  # fmt: skip
