"""Checks of the demo school: weeks of rooms looked at in two houses, two appeals, an award."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from random import Random

from campus.models import Duty, Person, Place, Role
from campus.school_time.engine import moment_of
from dormitory.actions import awards
from dormitory.models import AwardCycle, DormRoom, Nomination, Occupancy
from dormitory.models.days import month_of
from dormitory.models.reach import leader_reach
from inspections.actions import corrections, marking, schedules, walking
from inspections.actions.marking import Seen
from inspections.models import Checklist, ChecklistItem, Finding, PartScore, Schedule

# Tidiness is looked at on so many school days behind today, lights out on so many evenings.
DAYS, EVENINGS = 6, 1
# So many rooms of a floor have a fault, at most.
FAULTY = 3
CRITERIA = """一、寝室干净整洁，物品摆放有序，有布置、有特色。
二、当月没有扣分，就寝纪律好，没有违禁物品。
三、室友团结，爱护公物，按时报修。"""
WORDS = (
    "全月没有扣分，地面、桌面每天有人值日，阳台整齐。",
    "室友互相提醒，就寝安静，垃圾分类做得好。",
    "墙面自己布置，窗台有绿植，欢迎来看。",
)  # fmt: skip


@dataclass(frozen=True)
class Floor:
    """A floor with who checks it."""

    place: Place
    warden: Person


def fill(random: Random, day: date) -> None:
    """Schedules, walks of the last weeks, two appeals, the award of this month or the last."""
    floors = floors_with_wardens()
    if not floors:
        return
    for each in wardens_of(floors):
        lay_schedule(each, floors, day)
    for ago in range(DAYS, 0, -1):
        on = day - timedelta(days=ago)
        if on.isoweekday() <= 5:  # Friday
            check_all(random, floors, "dorm-tidiness", moment_of(on, time(7, 20)))
        if ago <= EVENINGS:
            check_all(random, floors[:2], "dorm-lights-out", moment_of(on, time(22, 40)))
    appeal_twice(random, day)
    hold_award(random, day)


def floors_with_wardens() -> list[Floor]:
    """The floors with dorm rooms, each with the warden of its house."""
    held = Duty.objects.filter(role=Role.DORM_WARDEN, place__isnull=False).select_related("person")
    wardens = {duty.place_id: duty.person for duty in held}
    floors = Place.objects.filter(parts__dorm_room__isnull=False).distinct().order_by("code")
    found = [(floor, [wardens[up] for up in floor.numbers if up in wardens]) for floor in floors]
    return [Floor(floor, known[0]) for floor, known in found if known]


def wardens_of(floors: list[Floor]) -> list[Person]:
    return list({each.warden.pk: each.warden for each in floors}.values())


def lay_schedule(warden: Person, floors: list[Floor], day: date) -> None:
    """From today on the warden walks each own floor every school morning."""
    own = [each.place for each in floors if each.warden.pk == warden.pk]
    schedules.write_schedule(
        Schedule(), places=own[1:], by=warden, at=moment_of(day, time(6)), place=own[0],
        checklist=Checklist.objects.get(code="dorm-tidiness"), planned_for=warden,
        rhythm=Schedule.Rhythm.DAILY, times=[time(7, 20)], within_minutes=60,
        weekdays=[1, 2, 3, 4, 5], starts_on=day, days_off=Schedule.DaysOff.SKIP,
    )  # fmt: skip


def check_all(random: Random, floors: list[Floor], code: str, at: datetime) -> None:
    """Each floor is walked by its warden; a few rooms have a fault, now and then one is praised."""
    checklist = Checklist.objects.get(code=code)
    lines = list(ChecklistItem.objects.filter(version=checklist.current_id).order_by("position"))
    for number, floor in enumerate(floors):
        began = at + timedelta(minutes=5 * number)
        walk = walking.start_at(checklist, floor.place, by=floor.warden, at=began)
        rooms = rooms_on(floor.place, began.date())
        for room in random.sample(rooms, min(len(rooms), random.randint(0, FAULTY))):
            marking.mark(walk, room.place, chosen(random, lines), Seen(), by=floor.warden, at=began)
        walking.finish(walk, by=floor.warden, at=began + timedelta(minutes=4))


def chosen(random: Random, lines: list[ChecklistItem]) -> ChecklistItem:
    """One of the lines; the first ones fail more often than the last."""
    return lines[min(random.randrange(len(lines)), random.randrange(len(lines)))]


def rooms_on(floor: Place, day: date) -> list[DormRoom]:
    stays = Occupancy.objects.on(day).filter(bed__room__place__parent=floor)
    rooms = DormRoom.objects.filter(pk__in=stays.values("bed__room")).select_related("place")
    return list(rooms.order_by("place__code"))


def appeal_twice(random: Random, day: date) -> None:
    """Two leaders appeal against a mark of the last days; one of them is right."""
    affairs = Person.objects.get(number="affairs")
    recent = Finding.objects.filter(
        kind=Finding.Kind.MARK, checklist__code="dorm-tidiness", day__gte=day - timedelta(days=3)
    )
    leading = Duty.objects.filter(role=Role.DORM_LEADER).select_related("person")
    leaders = {duty.place_id: duty.person for duty in leading}
    marks = [mark for mark in recent.order_by("pk") if mark.place_id in leaders][:2]
    for mark, words in zip(marks, ("当时值日生正在打扫，五分钟后就好了。", "这张床本周没有人住。"),
                           strict=False):  # fmt: skip
        raised = corrections.appeal(
            mark, words=words, by=leaders[mark.place_id], at=moment_of(day, time(6, 30))
        )
        if mark == marks[0]:
            corrections.grant(
                raised, words="看过照片，撤回扣分。", by=affairs, at=moment_of(day, time(6, 50))
            )


def hold_award(random: Random, day: date) -> None:
    """The award of this month: rooms without a deduction are put forward, the first are awarded."""
    affairs, head = (Person.objects.get(number=number) for number in ("affairs", "head"))
    first, last = month_of(day)
    at = moment_of(max(first, day - timedelta(days=6)), time(12))
    cycle = awards.write_cycle(
        AwardCycle(), month=first, apply_until=max(first.replace(day=25), day), criteria=CRITERIA,
        most_taken=Decimal(0), notice_days=3, bonus=Decimal(1), by=affairs, at=at,
    )  # fmt: skip
    for number, room in enumerate(spotless(first, last)[:6]):
        made = awards.nominate(
            cycle, room, pupil=None, words=WORDS[number % len(WORDS)], by=leader_of(room, affairs),
            at=at,
        )  # fmt: skip
        go_on(made, number, affairs, head, at=at, day=day)


def spotless(first: date, last: date) -> list[DormRoom]:
    """Rooms that were checked in the month and lost nothing, of either house in turn."""
    scores = PartScore.objects.filter(day__range=(first, last))
    faulty = scores.filter(taken__gt=0).values("place")
    rooms = DormRoom.objects.filter(place__in=scores.values("place")).exclude(place__in=faulty)
    return sorted(rooms.select_related("place", "house"), key=lambda room: room.place.code[::-1])


def leader_of(room: DormRoom, affairs: Person) -> Person:
    held = Duty.objects.filter(role=Role.DORM_LEADER, place=room.place).select_related("person")
    leading = [duty.person for duty in held]
    assert all(leader_reach(person) for person in leading)
    return leading[0] if leading else affairs


def go_on(
    made: Nomination, number: int, affairs: Person, head: Person, *, at: datetime, day: date
) -> None:
    """The first two are awarded, the next one stands under notice, one is recommended."""
    if number > 3:  # the last ones wait for the warden
        return
    awards.recommend(made, by=affairs, at=at)
    if number > 2:  # this one waits for the head
        return
    awards.approve(made, by=head, at=at if number < 2 else moment_of(day, time(6)))  # as said
    if number < 2 and (day - at.date()).days > 3:  # its notice is over
        awards.award(made, by=head, at=moment_of(day, time(7)))
