"""The ground's part of the demo school: invented people, their duties, places and semesters.

The same from the same seed and day; every name is put together by chance.
"""

from dataclasses import dataclass
from datetime import date, datetime, time
from random import Random

from django.contrib.auth.hashers import make_password
from django.utils import timezone

from campus.models import Department, Duty, Person, Place, Role, SchoolClass
from campus.people import actions as people
from campus.places import demo as places
from campus.school_time import actions as school_time

PASSWORD = "houqin-2026"  # noqa: S105  # shown by `make run`; production refuses such accounts
OFFICE = "后勤服务处"
DEPARTMENTS = (
    OFFICE,
    "校长办公室",
    "课程教学处",
    "德育处",
    "安全处",
    "信息处",
    "团委",
    "工会",
    "医务室",
    "膳食科",
    "宿管科",
    "高一年级",
    "高二年级",
    "高三年级",
)
GRADES, CLASSES_A_GRADE, PUPILS_A_CLASS, STAFF = (10, 11, 12), 12, 50, 150
SURNAMES = "沈顾陆苏叶程江温许林安夏秦宋韩唐傅段贺骆邵岑阮戚柯荀左凌祁褚"
GIVEN = "远山若溪小川以宁知言暮云清和望舒怀瑾景行南乔疏影子衿星野临风听澜念初修竹明澈静姝"


@dataclass(frozen=True)
class Account:
    """One demo account: the number to sign in with, its role, and where its person belongs."""

    number: str
    role: Role | None
    department: str = ""
    is_pupil: bool = False


ACCOUNTS = (
    Account("head", Role.HEAD, OFFICE),
    Account("dispatcher", Role.DISPATCHER, OFFICE),
    Account("technician", Role.TECHNICIAN, OFFICE),
    Account("safety", Role.SAFETY_OFFICER, "安全处"),
    Account("warden", Role.DORM_WARDEN, "宿管科"),
    Account("canteen", Role.CANTEEN_MANAGER, "膳食科"),
    Account("cleaning", Role.CLEANING_SUPERVISOR, OFFICE),
    Account("fleet", Role.FLEET_MANAGER, OFFICE),
    Account("driver", Role.DRIVER, OFFICE),
    Account("store", Role.STOREKEEPER, OFFICE),
    Account("teacher", Role.CLASS_TEACHER, "高一年级"),
    Account("pupil", None, is_pupil=True),
    Account("leader", Role.DORM_LEADER, is_pupil=True),
    Account("committee", Role.CANTEEN_COMMITTEE, is_pupil=True),
    Account("admin", Role.ADMINISTRATOR, "信息处"),
    Account("foodsafety", Role.FOOD_SAFETY_OFFICER, "膳食科"),
    Account("director", Role.FOOD_SAFETY_DIRECTOR, "膳食科"),
    Account("affairs", Role.STUDENT_AFFAIRS, "德育处"),
    Account("floor", Role.FLOOR_LEADER, is_pupil=True),
    Account("labor", Role.LABOR_MONITOR, is_pupil=True),
    Account("auditor", Role.AUDITOR),
)
# Held over rooms and floors where one sleeps: given once it is known who sleeps where.
LEADERS = (Role.FLOOR_LEADER, Role.DORM_LEADER)


def fill(random: Random, day: date) -> None:
    """Lay the school as it stands on `day`."""
    start = lay_semesters(day)
    people.lay_departments_and_classes(
        DEPARTMENTS,
        [(grade, number) for grade in GRADES for number in range(1, CLASSES_A_GRADE + 1)],
    )
    houses = places.lay_places()
    names = invented_names(random)
    staff = people.enrol(invented_staff(random, names))
    pupils = people.enrol(invented_pupils(random, names, start.year))
    people.give_duties(invented_duties(staff, pupils, houses, start))
    places.name_managers(by=staff[0], at=morning(start))
    places.give_rooms(by=staff[0], at=morning(start))


def lay_semesters(day: date) -> date:
    """Both semesters of the school year of `day`; answers with that year's first day, 1 August."""
    starts_in = day.year if day.month >= 8 else day.year - 1
    school_time.lay_school_year(starts_in)
    return date(starts_in, 8, 1)


def morning(day: date) -> datetime:
    """Eight in the morning of `day`, school time."""
    return timezone.make_aware(datetime.combine(day, time(8)))


def invented_names(random: Random) -> list[str]:
    """Enough different names for everybody, each a surname and two characters."""
    wanted = STAFF + len(GRADES) * CLASSES_A_GRADE * PUPILS_A_CLASS
    every = [s + a + b for s in SURNAMES for a in GIVEN for b in GIVEN if a != b]
    return random.sample(sorted(every), wanted)


def invented_staff(random: Random, names: list[str]) -> list[Person]:
    """150 members of staff; the demo accounts first, the others cannot sign in."""
    departments = {department.name: department for department in Department.objects.all()}
    password, none = make_password(PASSWORD), make_password(None)
    accounts = [account for account in ACCOUNTS if not account.is_pupil]
    staff = []
    for index in range(STAFF):
        account = accounts[index] if index < len(accounts) else None
        number = account.number if account else f"T{index + 1:04}"
        where = (account and account.department) or random.choice(DEPARTMENTS)
        staff.append(
            Person(
                number=number,
                name=names.pop(),
                kind=Person.Kind.STAFF,
                department=departments[where],
                email=f"{number.lower()}@school.example",
                password=password if account else none,
                must_change_password=not account,
                is_demo=True,
            )
        )
    return staff


def invented_pupils(random: Random, names: list[str], year: int) -> list[Person]:
    """1,800 pupils, 50 a class; the demo accounts sit in class 1 of grade 10."""
    password, none = make_password(PASSWORD), make_password(None)
    accounts = [account for account in ACCOUNTS if account.is_pupil]
    pupils = []
    for school_class in SchoolClass.objects.all():
        entered = year - (school_class.grade - GRADES[0])
        for seat in range(1, PUPILS_A_CLASS + 1):
            account = accounts.pop() if accounts else None
            number = f"{entered}{school_class.number:02}{seat:02}"
            pupils.append(
                Person(
                    number=account.number if account else number,
                    name=names.pop(),
                    kind=Person.Kind.PUPIL,
                    school_class=school_class,
                    password=password if account else none,
                    must_change_password=not account,
                    is_demo=True,
                )
            )
    return pupils


def invented_duties(
    staff: list[Person], pupils: list[Person], houses: list[Place], start: date
) -> list[Duty]:
    """The role of each demo account, and a class teacher for each class."""
    by_number = {person.number: person for person in [*staff, *pupils]}
    duties = [
        Duty(
            person=by_number[account.number],
            role=account.role,
            starts_on=start,
            place=houses[0] if account.role == Role.DORM_WARDEN else None,
            school_class=by_number[account.number].school_class
            if account.role == Role.LABOR_MONITOR
            else None,
        )
        for account in ACCOUNTS
        if account.role and account.role not in {Role.CLASS_TEACHER, *LEADERS}
    ]
    teachers = [by_number["teacher"], *staff[-len(SchoolClass.objects.all()) :]]
    for school_class, teacher in zip(SchoolClass.objects.all(), teachers, strict=False):
        duties.append(
            Duty(
                person=teacher, role=Role.CLASS_TEACHER, school_class=school_class, starts_on=start
            )
        )
    return duties
