"""The part of inspections in the demo school: ten days of rounds with a few faults, a campaign
under way, and what is planned for the next days."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from io import BytesIO
from random import Random
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from PIL import Image, ImageDraw

from campus.attachments.actions import keep_upload
from campus.models import Person, Place, Role
from campus.places.models import Use
from inspections.actions import campaigns, findings, schedules, walking
from inspections.actions.walking import Seen
from inspections.models import (
    Campaign,
    CampaignArea,
    Checklist,
    Finding,
    Inspection,
    Schedule,
)

DAYS_BACK = 10
# How often a planned walk is missed, and how often a line fails: a good school, not a perfect one.
MISSED, FAULTY = 0.04, 0.012
FAULTS = {
    "安全出口、疏散通道畅通": ("纸箱堵了半边通道", "后门插销卡住"),
    "疏散指示标志、应急照明完好": ("二楼西侧指示灯不亮", "应急灯不充电"),
    "常闭式防火门关闭，防火卷帘下没有杂物": ("防火门被门挡顶开",),
    "消防设施、器材和安全标志在位、完整、有效": ("一具灭火器不在箱内",),
    "用火、用电没有违章": ("办公室插线板串接",),
    "压力表指针在绿区": ("指针落到红区",),
    "窗都关好": ("后窗没关",),
    "灯、空调、一体机都关好": ("一体机待机", "空调没关"),
    "用电": ("插座面板松动",),
    "墙面墙体、栏杆扶手、门窗玻璃": ("扶手螺丝松",),
    "路面、活动场地": ("地砖翘起",),
}  # fmt: skip
SETTLED = ("当场清走。", "当场关好，提醒值日生。", "当场复位。")


@dataclass(frozen=True)
class Plan:
    """A schedule of the demo school: which checklist, which places, how often, by whom."""

    code: str
    place: str
    rhythm: str
    role: str
    facts: dict[str, Any]
    kind: str = ""
    use: str = ""


PLANS = (
    Plan("fire-patrol", "A", Schedule.Rhythm.DAILY, Role.SAFETY_OFFICER,
         {"times": [time(7, 5), time(17, 50)], "within_minutes": 90}),
    Plan("night-patrol", "A-SS1", Schedule.Rhythm.NIGHTLY, Role.DORM_WARDEN,
         {"every_hours": 2, "night_from": time(22), "night_to": time(6), "within_minutes": 60}),
    Plan("evening-sweep", "A-JX1-3", Schedule.Rhythm.DAILY, Role.SAFETY_OFFICER,
         {"times": [time(21, 40)], "within_minutes": 80, "weekdays": [4]}, use=Use.CLASSROOM),
    Plan("building", "A", Schedule.Rhythm.MONTHLY, Role.SAFETY_OFFICER,
         {"month_day": 5, "lasts_days": 10, "days_off": "skip"}, kind=Place.Kind.BUILDING),
    Plan("fire-inspection", "A", Schedule.Rhythm.MONTHLY, Role.SAFETY_OFFICER,
         {"month_day": 1, "lasts_days": 7, "days_off": "skip"}),
    Plan("extinguisher", "A-SY", Schedule.Rhythm.MONTHLY, Role.SAFETY_OFFICER,
         {"month_day": 10, "lasts_days": 7}, use=Use.LABORATORY),
)  # fmt: skip
AREAS = (
    ("A-JX1", "head", "safety", "teacher"), ("A-SS1", "", "warden", "safety"),
    ("A-ST", "", "canteen", "dispatcher"), ("A-SY", "", "technician", "safety"),
    ("A-XZ", "head", "dispatcher", "cleaning"),
)  # fmt: skip


def fill(random: Random, day: date) -> None:
    """Lay schedules days ago, walk what was due since, and hold a campaign."""
    office = Office(random, day)
    for plan in PLANS:
        office.lay(plan)
    office.walk_all()
    office.settle_some()
    office.hold_campaign()


class Office:
    """Those who walk, on a day of the demo school."""

    def __init__(self, random: Random, day: date) -> None:
        self.random, self.day = random, day
        self.people = {
            person.number: person
            for person in Person.objects.filter(
                number__in=["head", "safety", "warden", *{n for a in AREAS for n in a[1:]}]
            )
        }
        self.now = timezone.make_aware(datetime.combine(day, time(7)))
        self.begun_on = day - timedelta(days=DAYS_BACK)

    def lay(self, plan: Plan) -> None:
        """A schedule, as it was written then; its windows up to today and beyond."""
        at = timezone.make_aware(datetime.combine(self.begun_on, time(6)))
        schedule = Schedule()
        fields = {
            "checklist": Checklist.objects.select_related("current").get(code=plan.code),
            "place": Place.objects.get(code=plan.place), "part_kind": plan.kind,
            "part_use": plan.use, "role": plan.role, "rhythm": plan.rhythm,
            "starts_on": self.begun_on, **plan.facts,
        }  # fmt: skip
        schedules.write_schedule(schedule, places=[], by=self.people["head"], at=at, **fields)
        schedules.lay_windows(Schedule.objects.latest("pk").pk, at=self.now)

    def walk_all(self) -> None:
        """Walk what has opened before today's morning; a few are missed."""
        due = Inspection.objects.filter(status="planned", opens_at__lt=self.now)
        related = due.select_related("checklist", "place").order_by("opens_at", "pk")
        for walk in list(related):
            if walk.closes_at and walk.closes_at < self.now and self.random.random() < MISSED:
                walk.status = Inspection.Status.MISSED
                walk.save(update_fields=["status"])
            elif self.is_walked(walk):
                self.walk(walk)

    def is_walked(self, walk: Inspection) -> bool:
        """Long windows that are still open are walked in part."""
        assert walk.due_at is not None
        return walk.due_at < self.now or self.random.random() < 0.6

    def walk(self, walk: Inspection) -> None:
        """One walk with its faults, signed by the other where that is wanted."""
        assert walk.opens_at is not None
        at = self.moment(walk)
        walker = self.people["warden" if walk.role == Role.DORM_WARDEN else "safety"]
        begun = walking.start(walk, by=walker, at=at)
        for item in begun.version.items.all():
            words = FAULTS.get(item.title)
            if words and self.random.random() < FAULTY * 2:
                seen = Seen(result="failed", words=self.random.choice(words))
                found = walking.answer(begun, item, seen, by=walker, at=at + timedelta(minutes=4))
                self.photograph(found, walker, at)
        done = walking.finish(begun, by=walker, at=at + timedelta(minutes=12))
        self.sign(done, at)

    def moment(self, walk: Inspection) -> datetime:
        """When it is begun: early in its window, on a working day of a long one."""
        assert walk.opens_at is not None
        assert walk.due_at is not None
        minutes = int((walk.due_at - walk.opens_at).total_seconds() // 60)
        at = walk.opens_at + timedelta(minutes=self.random.randrange(1, min(minutes, 40)))
        if minutes > 60 * 24:
            days = self.random.randrange(0, min(3, minutes // 1440))
            at += timedelta(days=days, hours=self.random.randrange(2, 9))
        return min(at, self.now - timedelta(hours=1))

    def photograph(self, finding: Finding | None, walker: Person, at: datetime) -> None:
        """A photo of the fault."""
        if finding is None:
            return
        photo = keep_upload(drawn_photo(self.random), by=walker, at=at)
        seen = Seen(result="failed", words=finding.words, photos=[photo])
        walking.answer(finding.inspection, finding.item, seen, by=walker, at=at)

    def sign(self, walk: Inspection, at: datetime) -> None:
        """The second signature comes the same morning; yesterday's still waits."""
        if walk.status != Inspection.Status.TO_SIGN:
            return
        if at < self.now - timedelta(days=1):
            other = "safety" if walk.role == Role.DORM_WARDEN else "head"
            walking.sign(walk, by=self.people[other], at=at + timedelta(hours=2))

    def settle_some(self) -> None:
        """Half of what was found was put right on the spot."""
        for finding in Finding.objects.reported().filter(kind="fault").order_by("pk"):
            if self.random.random() < 0.5:
                assert finding.reported_at is not None
                findings.settle(
                    finding, words=self.random.choice(SETTLED), by=finding.by,
                    at=finding.reported_at,
                )  # fmt: skip

    def hold_campaign(self) -> None:
        """A sweep that began two days ago: one area done, one under way, others to come."""
        head, begun = self.people["head"], self.now - timedelta(days=2)
        campaign = campaigns.write_campaign(
            Campaign(), title=f"{self.day.month}月校园安全大检查",
            checklist=Checklist.objects.get(code="building"), leader=head,
            starts_on=begun.date(), due_on=self.day + timedelta(days=3), min_photos=3,
            note="先自查，再由校领导带队抽查；每个区域交排查表和照片。", by=head, at=begun,
        )  # fmt: skip
        for code, leader, convener, recorder in AREAS:
            area = CampaignArea(campaign=campaign, place=Place.objects.get(code=code))
            campaigns.write_area(
                area, members=[], leader=self.people.get(leader), by=head, at=begun,
                convener=self.people[convener], recorder=self.people[recorder],
            )  # fmt: skip
        campaigns.begin(campaign, by=head, at=begun)
        self.sweep(campaign, begun + timedelta(hours=3))

    def sweep(self, campaign: Campaign, at: datetime) -> None:
        """The first area with its photos and a fault, the second begun."""
        first, second = campaign.areas.select_related("inspection", "convener").order_by("pk")[:2]
        for area in (first, second):
            assert area.inspection is not None
            walking.start(area.inspection, by=area.convener, at=at)
        walk, by = Inspection.objects.get(area=first), first.convener
        rail = walk.version.items.get(title="墙面墙体、栏杆扶手、门窗玻璃")
        seen = Seen(result="failed", words="二楼扶手松动")
        self.photograph(walking.answer(walk, rail, seen, by=by, at=at), by, at)
        walking.finish(walk, by=by, at=at + timedelta(minutes=50))
        photos = [keep_upload(drawn_photo(self.random), by=first.recorder, at=at) for _n in "abc"]
        campaigns.add_photos(first, photos=photos, by=first.recorder, at=at)


def drawn_photo(random: Random) -> SimpleUploadedFile:
    """An invented picture: a wall, a floor, a door, and something in the way."""
    wall = random.choice([(214, 207, 194), (198, 208, 214), (207, 214, 200)])
    picture = Image.new("RGB", (640, 480), wall)
    pen = ImageDraw.Draw(picture)
    pen.rectangle((0, 340, 640, 480), fill=(122, 116, 108))
    left = random.randrange(60, 380)
    pen.rectangle((left, 90, left + 150, 340), fill=(96, 72, 52))
    pen.ellipse((left + 125, 215, left + 137, 227), fill=(210, 190, 120))
    box = random.randrange(20, 460)
    pen.rectangle((box, 290, box + 140, 400), fill=(176, 132, 84), outline=(110, 78, 46), width=4)
    stream = BytesIO()
    picture.save(stream, "JPEG", quality=80)
    return SimpleUploadedFile("现场.jpg", stream.getvalue(), content_type="image/jpeg")
