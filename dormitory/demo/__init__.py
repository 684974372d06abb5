"""The dormitory of the demo school: two houses, some 1,600 boarders, a week of evening rolls."""

from collections import defaultdict
from datetime import date, datetime, time, timedelta
from random import Random

from django.db import connection

from campus.models import Duty, Person, Place, Role, SchoolClass, Semester
from campus.people import actions as people
from campus.school_time.engine import moment_of
from dormitory.actions import allotments, headcount, houses, leaders, leave, moves, visits
from dormitory.demo import checks
from dormitory.models import Absence, Bed, DormRoom, House, LeaveSlip, Occupancy, free_beds

SIDES = {"A-SS1": "boys", "A-SS2": "girls"}
# Of the fifty pupils of a class so many board on each side; the others live at home.
BOARDERS, NIGHTS = 22, 7
LEADING = {"leader": Role.DORM_LEADER, "floor": Role.FLOOR_LEADER}
RULES = """一、按时就寝。22:00 前回到本寝室点名,22:30 熄灯。
二、离校须有班主任签发的请假条,返校后向宿管员报到。
三、爱护公物,损坏及时报修;不使用大功率电器,不私拉电线,不用明火。
四、每天整理内务,保持室内整洁、通风;贵重物品自行保管。
五、来访须在值班室登记,访客不进寝室。"""
VISITORS = (
    ("王先生", "送换季衣物"), ("李女士", "看望孩子"), ("陈师傅", "检修热水器"),
    ("赵女士", "送眼镜"), ("周先生", "接孩子回家"),
)  # fmt: skip


def fill(random: Random, day: date) -> None:
    """The houses as they stand on `day`, the coming evening not yet counted."""
    head = Person.objects.get(number="head")
    affairs = Person.objects.get(number="affairs")
    semester = Semester.objects.current(day)
    assert semester
    start = max(semester.first_day, day - timedelta(days=90))
    set_up_houses(by=affairs, at=moment_of(start, time(8)))
    name_second_warden(start)
    settle(semester, start, by=affairs)
    count_rows()
    name_leaders(start)
    lay_rotas(by=affairs, at=moment_of(max(start, day - timedelta(days=7)), time(9)))
    give_leave(random, day)
    count_nights(random, day, since=start)
    ask_moves(random, day, by=head)
    write_book(random, day)
    checks.fill(random, day)


def set_up_houses(*, by: Person, at: datetime) -> None:
    """One house for boys and one for girls, with the same rules."""
    for code, side in SIDES.items():
        houses.set_up(Place.objects.get(code=code), side=side, by=by, at=at)
    for house in House.objects.all():
        houses.write_house(house, rules=RULES, counts_at=time(22), tell_after=15, by=by, at=at)


def name_second_warden(start: date) -> None:
    """Somebody of the dormitory office keeps the second house."""
    warden = Person.objects.filter(department__name="宿管科", is_active=True).exclude(
        number="warden"
    ).order_by("number").first()  # fmt: skip
    if warden:
        place = Place.objects.get(code="A-SS2")
        people.give_duties(
            [Duty(person=warden, role=Role.DORM_WARDEN, place=place, starts_on=start)]
        )


def settle(semester: Semester, start: date, *, by: Person) -> None:
    """Each class boards with its first seats in the boys' house and the next in the girls'."""
    by_class: dict[int, list[Person]] = defaultdict(list)
    pupils = Person.objects.filter(kind=Person.Kind.PUPIL, is_active=True).order_by("pk")
    for pupil in pupils.select_related("school_class"):
        by_class[pupil.school_class_id or 0].append(pupil)
    at = moment_of(start, time(9))
    for number, side in enumerate(SIDES.values()):
        seats = slice(number * BOARDERS, (number + 1) * BOARDERS)
        found = allotments.lay_by_rule(
            DormRoom.objects.filter(side=side).select_related("place"),
            [pupil for of_class in by_class.values() for pupil in of_class[seats]],
            title="新学期住宿安排", starts_on=start, ends_on=semester.last_day, by=by, at=at,
        )  # fmt: skip
        allotments.apply(found.pk, lambda done, of: None, by=by, at=at)


def count_rows() -> None:
    """Let the database know how many rows there are: within one transaction nobody else does, and
    it would join some hundred times as if there were none."""
    tables = (Person, Place, DormRoom, Bed, Occupancy)
    names = ", ".join(model._meta.db_table for model in tables)
    with connection.cursor() as cursor:
        cursor.execute(f"ANALYZE {names}")


def name_leaders(start: date) -> None:
    """The accounts of leaders lead where they sleep; elsewhere the first of each room and floor."""
    rooms: dict[int, list[Person]] = defaultdict(list)
    floors: dict[int, list[Person]] = defaultdict(list)
    for stay in Occupancy.objects.on(start).in_order():
        place = stay.bed.room.place
        rooms[place.pk].append(stay.pupil)
        floors[place.parent_id or 0].append(stay.pupil)
    people.give_duties(
        [
            Duty(person=chosen(pupils, role, at), role=role, place_id=place, starts_on=start)
            for role, groups, at in ((Role.DORM_LEADER, rooms, 0), (Role.FLOOR_LEADER, floors, 9))
            for place, pupils in groups.items()
        ]
    )


def chosen(pupils: list[Person], role: Role, at: int) -> Person:
    """The account of this role if it sleeps there, else the pupil at that place in the order."""
    accounts = [pupil for pupil in pupils if LEADING.get(pupil.number) == role]
    return accounts[0] if accounts else pupils[min(at, len(pupils) - 1)]


def lay_rotas(*, by: Person, at: datetime) -> None:
    """Eight weeks for each floor."""
    floors = Place.objects.filter(parts__dorm_room__isnull=False).distinct().order_by("code")
    for floor in floors.defer("sought"):
        leaders.lay_rota(floor, weeks=8, by=by, at=at)


def give_leave(random: Random, day: date) -> None:
    """In every third class somebody goes home for the next night, or went for one before."""
    teachers = Duty.objects.filter(role=Role.CLASS_TEACHER).select_related("person")
    of_class = {duty.school_class_id: duty.person for duty in teachers}
    for school_class in list(SchoolClass.objects.all())[::3]:
        stays = Occupancy.objects.on(day).filter(pupil__school_class=school_class)
        stay = random.choice(list(stays.select_related("pupil").order_by("pk")))
        first = day - timedelta(days=random.choice([0, 0, 1, 3]))
        leave.give(
            stay.pupil, starts_at=moment_of(first, time(17)), by=of_class[school_class.pk],
            ends_at=moment_of(first + timedelta(days=1), time(18)),
            reason=random.choice(LeaveSlip.Reason.values),
            at=moment_of(first - timedelta(days=1), time(16)),
        )  # fmt: skip


def count_nights(random: Random, day: date, *, since: date) -> None:
    """The wardens count floor by floor; now and then somebody is late, or in another room."""
    wardens = Duty.objects.filter(role=Role.DORM_WARDEN).select_related("person", "place")
    rooms = DormRoom.objects.select_related("place").order_by("place__code")
    for duty in wardens:
        floors: dict[int, list[DormRoom]] = defaultdict(list)
        for room in rooms.filter(house__place=duty.place):
            floors[room.place.parent_id or 0].append(room)
        for ago in range(min(NIGHTS, (day - since).days), 0, -1):
            at = moment_of(day - timedelta(days=ago), time(22, 5))
            for number, of_floor in enumerate(floors.values()):
                late = random.random() < 0.12
                gone = headcount.count(
                    of_floor, missing=some(random, of_floor) if late else [], by=duty.person,
                    at=at + timedelta(minutes=4 * number),
                )  # fmt: skip
                clear(random, gone, by=duty.person)


def some(random: Random, rooms: list[DormRoom]) -> list[int]:
    """One of those who sleep there."""
    stays = Occupancy.objects.filter(bed__room__in=rooms).order_by("pk")
    return [random.choice(list(stays.values_list("pupil", flat=True)))]


def clear(random: Random, absences: list[Absence], *, by: Person) -> None:
    """Most come back within the half hour, the others were there."""
    for absence in absences:
        at = absence.at + timedelta(minutes=random.choice([6, 9, 21]))
        if random.random() < 0.7:
            headcount.come_back(absence, returned_at=at, by=by, at=at)
        else:
            headcount.find(absence, by=by, at=at)


def ask_moves(random: Random, day: date, *, by: Person) -> None:
    """Four pupils ask for another bed; one of them has it by now."""
    warden = Person.objects.get(number="warden")
    stays = list(
        Occupancy.objects.on(day).filter(bed__room__side="boys")
        .select_related("pupil", "bed__room__place").order_by("pk")
    )  # fmt: skip
    free = list(free_beds(day, None).filter(room__side="boys").order_by("pk"))
    at = moment_of(day - timedelta(days=1), time(17))
    reasons = ("想与同班同学同住", "上铺换下铺", "离教室近一些", "")
    asked = [
        moves.ask(stay, to_bed=bed_with_room(bed), other=None, on=day, reason=reason,
                  by=stay.pupil, at=at)
        for stay, bed, reason in zip(random.sample(stays, 4), random.sample(free, 4), reasons,
                                     strict=True)
    ]  # fmt: skip
    moves.approve(asked[0], by=warden, at=moment_of(day, time(7)))


def bed_with_room(bed: Bed) -> Bed:
    return Bed.objects.select_related("room__place").get(pk=bed.pk)


def write_book(random: Random, day: date) -> None:
    """A few visitors of the last days; one is still inside."""
    warden = Person.objects.get(number="warden")
    house = House.objects.get(place__code="A-SS1")
    for number, (name, whom) in enumerate(VISITORS):
        at = moment_of(day - timedelta(days=len(VISITORS) - number), time(16, 10 * number))
        visit = visits.let_in(
            house, name=name, whom=whom, until=at + timedelta(hours=1), by=warden, at=at
        )
        if number < len(VISITORS) - 1:
            visits.see_out([visit], by=warden, at=at + timedelta(minutes=random.randint(10, 50)))
