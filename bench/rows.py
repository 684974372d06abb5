"""A large school, laid by PostgreSQL itself: what an office has after many years.

At full size a million cases, three million entries in their timelines, 200,000 calendar entries and
plan items, a million notices, 5,000 people and 20,000 places. History is left out: triggers rest
while the rows are laid.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.contrib.contenttypes.models import ContentType
from django.db import connection

from campus.models import Enquiry, Person, Place
from campus.school_time.actions import lay_school_year
from campus.tallies import Tally


@dataclass(frozen=True)
class Size:
    """How many rows of each sort there are to be."""

    cases: int
    entries: int
    people: int
    places: int

    @property
    def timeline(self) -> int:
        return 3 * self.cases


def size(scale: float) -> Size:
    """The large school times `scale`."""
    return Size(
        cases=int(1_000_000 * scale),
        entries=int(200_000 * scale),
        people=int(5_000 * scale),
        places=int(20_000 * scale),
    )


# What people write about. The rare word stands in 30 of the oldest cases whatever the size, so that
# both sizes draw the same page; the frequent one in every eighth.
RARE, FREQUENT = "鹦鹉", "空调"
RARE_CASES = 30
CASES = """
    INSERT INTO campus_enquiry
      (number, title, description, priority, place_id, reporter_id, assignee_id, raised_at, due_at,
       changed_at, version, status, is_shared, kept, missed)
    SELECT 'E-' || (1900 + n / 10000) || '-' || lpad((n %% 10000)::text, 5, '0'),
           (ARRAY['走廊灯不亮', '水龙头滴水', '门锁坏了', '空调不制冷', '窗户关不上', '插座松动',
                  '黑板反光', '桌椅摇晃'])[1 + n %% 8]
             || CASE WHEN n <= %(rare_cases)s THEN %(rare)s ELSE '' END || ' ' || n,
           '第' || n || '次登记，请尽快处理，谢谢。', 'normal',
           places.ids[1 + n %% array_length(places.ids, 1)],
           people.ids[1 + n %% array_length(people.ids, 1)],
           people.ids[1 + (n / 7) %% array_length(people.ids, 1)],
           timestamptz '2000-01-01' + n * interval '13 minutes', NULL,
           timestamptz '2000-01-01' + n * interval '13 minutes', 1, 'closed', false, '{}', '{}'
    FROM generate_series(%(from_case)s, %(to_case)s) n,
         (SELECT array_agg(id ORDER BY id) ids FROM campus_place) places,
         (SELECT array_agg(id ORDER BY id) ids FROM campus_person WHERE kind = 'staff') people"""
TIMELINE = """
    INSERT INTO campus_timelineentry
      (content_type_id, object_id, kind, by_id, at, text, facts, words, status)
    SELECT %(enquiry)s, n / 3 + 1, 'comment', (SELECT min(id) FROM campus_person),
           timestamptz '2000-01-01' + n * interval '4 minutes', '', '{}', '已看过', ''
    FROM generate_series(%(from_line)s, %(to_line)s) n"""
NOTICES = """
    INSERT INTO campus_notice (key, topic, text, facts, path, told_at, late)
    SELECT 'bench:' || n, 'bench', 'Bench', '{}', '/', now() - n * interval '1 minute', false
    FROM generate_series(%(from_case)s, %(to_case)s) n"""
INBOX = """
    INSERT INTO campus_inboxentry (notice_id, person_id, read_at)
    SELECT notice.id, people.ids[1 + notice.id %% array_length(people.ids, 1)], now()
    FROM campus_notice notice, (SELECT array_agg(id ORDER BY id) ids FROM campus_person) people
    WHERE notice.topic = 'bench' ON CONFLICT DO NOTHING"""
ENTRIES = """
    INSERT INTO planning_calendarentry
      (title, kind, starts_on, ends_on, place, for_pupils, by_id, changed_at)
    SELECT 'Entry ' || n, 'other', day, day, '', true, (SELECT min(id) FROM campus_person), now()
    FROM (SELECT n, date '1900-01-01' + n %% 36000 AS day
          FROM generate_series(%(from_entry)s, %(to_entry)s) n) days"""
ITEMS = """
    INSERT INTO planning_planitem
      (plan_id, title, kind, starts_on, ends_on, lead_unit_id, owner_id, cohort, status, reason,
       position, source, is_fulfilled)
    SELECT plan.id, 'Item ' || n, 'other', plan.day + n %% 150, plan.day + n %% 150,
           plan.department_id, NULL, '', 'done', '', 0, '', false
    FROM (SELECT n, 1 + n %% 500 AS turn FROM generate_series(%(from_entry)s, %(to_entry)s) n) rows
    JOIN (SELECT plan.id, plan.department_id, semester.first_day AS day,
                 row_number() OVER (ORDER BY plan.id) AS turn
          FROM planning_plan plan JOIN campus_semester semester ON semester.id = semester_id
          WHERE plan.title = 'Bench') plan ON plan.turn = rows.turn"""
STATEMENTS = (CASES, TIMELINE, NOTICES, INBOX, ENTRIES, ITEMS)

# Fifty old school years with ten plans each, which the items are dealt out to.
PLANS = (
    "INSERT INTO campus_schoolyear (starts_in) SELECT generate_series(1900, 1949)",
    """INSERT INTO campus_semester (school_year_id, number, first_day, last_day, week_one)
       SELECT id, 1, make_date(starts_in, 8, 1), make_date(starts_in + 1, 1, 31),
              date_trunc('week', make_date(starts_in, 9, 1)::timestamp)::date
       FROM campus_schoolyear WHERE starts_in < 1950""",
    """INSERT INTO planning_plan (semester_id, department_id, title, adopted_by_id, adopted_at)
       SELECT semester.id, department.id, 'Bench', (SELECT min(id) FROM campus_person), now()
       FROM campus_semester semester,
            (SELECT id FROM campus_department ORDER BY id LIMIT 10) department
       WHERE semester.first_day < '1950-01-01'""",
)


Lay = Callable[[dict[str, object]], None]


def grow(before: Size, to: Size, areas: Iterable[Lay]) -> None:
    """Bring the school from one size to the next, and let the planner know."""
    lay_rows(before, to, areas)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")


def lay_rows(before: Size, to: Size, areas: Iterable[Lay]) -> None:
    """The rows between two sizes: the ground's, then area by area."""
    add_people(before.people, to.people)
    add_places(before.places, to.places)
    facts: dict[str, object] = {
        "rare": RARE,
        "rare_cases": RARE_CASES,
        "enquiry": ContentType.objects.get_for_model(Enquiry).pk,
        "from_case": before.cases + 1,
        "to_case": to.cases,
        "from_line": before.timeline,
        "to_line": to.timeline - 1,
        "from_entry": before.entries + 1,
        "to_entry": to.entries,
    }
    with resting_triggers() as cursor:
        for statement in STATEMENTS:
            cursor.execute(statement, facts)
    for lay in areas:
        lay(facts)


def keep_copy(name: str) -> None:
    """Keep the school as it is now in a database of its own."""
    own = connection.settings_dict["NAME"]
    switch_to("postgres")
    with connection.cursor() as cursor:
        cursor.execute(f'DROP DATABASE IF EXISTS "{name}"')
        cursor.execute(f'CREATE DATABASE "{name}" TEMPLATE "{own}"')
    switch_to(own)


def switch_to(name: str) -> None:
    """Let the connection lead to another database of the same server."""
    connection.close()
    connection.settings_dict["NAME"] = name


def lay_semesters() -> None:
    """Those that the rows are of: ten, beside the two of the demo school's year."""
    for starts_in in range(2020, 2025):
        lay_school_year(starts_in)


def lay_old_plans() -> None:
    """What the plan items hang on."""
    with connection.cursor() as cursor:
        for statement in PLANS:
            cursor.execute(statement)


@contextmanager
def resting_triggers() -> Iterator:
    """History and foreign keys cost more than the rows themselves, and these rows are in order."""
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        yield cursor
        cursor.execute("SET session_replication_role = DEFAULT")


def recount(*tallies: Tally) -> None:
    """Fill the cells of tallies as their resting triggers would have done, day by day: in another
    order those of a semester would lie all over the table."""
    with connection.cursor() as cursor:
        for tally in tallies:
            cursor.execute(f"DELETE FROM {tally.table}")
            cells = f"{tally.counted} ORDER BY 1"
            cursor.execute(f"INSERT INTO {tally.table} ({tally.columns}) {cells}")


def add_people(before: int, to: int) -> None:
    people = (
        Person(number=f"B{n}", name=f"员工{n}", kind=Person.Kind.STAFF, password="!")
        for n in range(before, to)
    )
    Person.objects.bulk_create(people, batch_size=1000)


def add_places(before: int, to: int) -> None:
    places = (
        Place(kind=Place.Kind.ROOM, code=f"B-{n}", name=f"房间{n}") for n in range(before, to)
    )
    Place.objects.bulk_create(places, batch_size=1000)
