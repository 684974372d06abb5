"""Rows by the million, laid by PostgreSQL itself, in years long past, as an old school has them."""

from django.db import connection

STATEMENTS = (
    """INSERT INTO campus_notice (key, topic, text, facts, path, told_at, late)
       SELECT 'bench:' || n, 'bench', 'Bench', '{}', '/', now() - n * interval '1 minute', false
       FROM generate_series(%(from)s, %(to)s) n""",
    """INSERT INTO campus_inboxentry (notice_id, person_id, read_at)
       SELECT notice.id, people.ids[1 + notice.id %% array_length(people.ids, 1)], now()
       FROM campus_notice notice,
            (SELECT array_agg(id ORDER BY id) ids FROM campus_person) people
       WHERE notice.topic = 'bench' ON CONFLICT DO NOTHING""",
    """INSERT INTO planning_calendarentry
         (title, kind, starts_on, ends_on, place, for_pupils, by_id, changed_at)
       SELECT 'Entry ' || n, 'other', day, day, '', true, (SELECT min(id) FROM campus_person), now()
       FROM (SELECT n, date '1900-01-01' + n %% 36000 AS day
             FROM generate_series(%(from)s, %(to)s) n) days""",
    """INSERT INTO planning_planitem
         (plan_id, title, kind, starts_on, ends_on, lead_unit_id, owner_id, cohort, status, reason,
          position, source)
       SELECT plan.id, 'Item ' || n, 'other', plan.day + n %% 150, plan.day + n %% 150,
              plan.department_id, NULL, '', 'done', '', 0, ''
       FROM (SELECT n, 1 + n %% 500 AS turn FROM generate_series(%(from)s, %(to)s) n) rows
       JOIN (SELECT plan.id, plan.department_id, semester.first_day AS day,
                    row_number() OVER (ORDER BY plan.id) AS turn
             FROM planning_plan plan JOIN campus_semester semester ON semester.id = semester_id
             WHERE plan.title = 'Bench') plan ON plan.turn = rows.turn""",
)

# Fifty old school years with ten plans each, which the items above are dealt out to.
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


def grow(to: int) -> None:
    """Bring each large table up to about `to` rows and let the planner know."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM campus_notice WHERE topic = 'bench'")
        present = cursor.fetchone()[0]
        if not present:
            for statement in PLANS:
                cursor.execute(statement)
        for statement in STATEMENTS:
            cursor.execute(statement, {"from": present + 1, "to": to})
        cursor.execute("ANALYZE")
