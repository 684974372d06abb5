"""Repairs at a large school: a million tickets over ten semesters, of which 300 are open."""

from django.contrib.contenttypes.models import ContentType

from bench.rows import recount, resting_triggers
from repairs.models import TICKETS_BY_DAY, Ticket

# Spread over the days of ten semesters whatever the size; the first ones are open, and what is
# searched for stands in as many of them at both sizes.
TICKETS = """
    INSERT INTO repairs_ticket
      (number, title, description, priority, place_id, reporter_id, assignee_id, raised_at, due_at,
       changed_at, version, status, category_id, damage_cause, rating, done_at, hold_for, bill,
       earlier, kept, missed)
    SELECT 'B-' || n, title || CASE WHEN n <= %(rare_cases)s THEN %(rare)s ELSE '' END || ' ' || n,
           '第' || n || '次登记，请尽快处理，谢谢。', 'normal', place_id, reporter_id, assignee_id,
           raised_at, CASE WHEN is_open THEN raised_at + interval '3 days' END, raised_at, 1,
           CASE WHEN is_open THEN 'under_way' ELSE 'confirmed' END, category_id, 'wear',
           CASE WHEN is_open THEN NULL ELSE 3 + n %% 3 END,
           CASE WHEN is_open THEN NULL ELSE raised_at + interval '5 hours' END, '', n %% 7 * 10,
           (n %% 40 = 0)::int * 2,
           CASE WHEN is_open THEN '{answer}'::varchar[] ELSE '{answer,done}'::varchar[] END, '{}'
    FROM (SELECT n, n <= 300 AS is_open,
                 (ARRAY['走廊灯不亮', '水龙头滴水', '门锁坏了', '空调不制冷', '窗户关不上',
                        '插座松动', '黑板反光', '桌椅摇晃'])[1 + n %% 8] AS title,
                 places.ids[1 + n %% array_length(places.ids, 1)] AS place_id,
                 people.ids[1 + n %% array_length(people.ids, 1)] AS reporter_id,
                 people.ids[1 + (n / 7) %% array_length(people.ids, 1)] AS assignee_id,
                 categories.ids[1 + n %% array_length(categories.ids, 1)] AS category_id,
                 timestamptz '2020-12-01' + (n * 7919::bigint) %% 1800 * interval '1 day'
                   + n %% 600 * interval '1 minute' AS raised_at
          FROM generate_series(%(from_case)s, %(to_case)s) n,
               (SELECT array_agg(id ORDER BY id) ids FROM campus_place) places,
               (SELECT array_agg(id ORDER BY id) ids FROM campus_person
                WHERE kind = 'staff') people,
               (SELECT array_agg(id ORDER BY id) ids FROM repairs_category) categories) rows"""
ENTRIES = """
    INSERT INTO campus_timelineentry
      (content_type_id, object_id, kind, by_id, at, text, facts, words, status)
    SELECT %(ticket)s, id, 'comment', (SELECT min(id) FROM campus_person), raised_at, '', '{}',
           '已看过', ''
    FROM repairs_ticket, generate_series(1, 3) WHERE number = 'B-' || %(from_case)s
      OR id > (SELECT id FROM repairs_ticket WHERE number = 'B-' || %(from_case)s)"""
PROMISES = """
    INSERT INTO campus_promise
      (content_type_id, object_id, kind, hours, begun_at, due_at, met_at, rung)
    SELECT %(ticket)s, id, 'done', 'office', raised_at, raised_at + interval '3 days', done_at, 0
    FROM repairs_ticket WHERE number = 'B-' || %(from_case)s
      OR id > (SELECT id FROM repairs_ticket WHERE number = 'B-' || %(from_case)s)"""
STATEMENTS = (TICKETS, ENTRIES, PROMISES)


def lay(facts: dict[str, object]) -> None:
    """Lay the tickets from `from_case` to `to_case`, and count them as the database would."""
    ticket = {"ticket": ContentType.objects.get_for_model(Ticket).pk}
    with resting_triggers() as cursor:
        for statement in STATEMENTS:
            cursor.execute(statement, facts | ticket)
    recount(TICKETS_BY_DAY)


def pages() -> dict[str, str]:
    """What people open all day; a ticket of the middle of the years stands for any."""
    ticket = Ticket.objects.order_by("pk")[100]
    return {
        "tickets": "/repairs/",
        "report form": "/repairs/new/",
        "dispatch board": "/repairs/board/",
        "one ticket": f"/repairs/{ticket.pk}/",
        "figures of repairs": "/repairs/figures/",
        "repeated faults": "/repairs/?which=repeated",
    }
