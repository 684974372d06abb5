"""Feedback of a large school: three entries to each case; half of them without a name."""

from bench.rows import recount, resting_triggers
from campus.feedback.models import FEEDBACK_BY_DAY, FEEDBACK_BY_SUBJECT
from campus.models import Feedback

# 200 of them are open, whatever the size; one in a thousand stands on the wall.
ENTRIES = """
    INSERT INTO campus_feedback
      (number, title, description, priority, place_id, reporter_id, assignee_id, raised_at, due_at,
       changed_at, version, status, kind, topic_id, stars, subject_words, is_unnamed, receipt,
       answer, answer_stars, said, did, on_wall_on, votes, kept, missed)
    SELECT 'BF-' || lpad(n::text, 7, '0'), '米饭夹生 ' || n, '周三中午的米饭夹生 ' || n, 'normal',
           places.ids[1 + n %% array_length(places.ids, 1)],
           CASE WHEN n %% 2 = 0 THEN people.ids[1 + n %% array_length(people.ids, 1)] END,
           CASE WHEN NOT is_open THEN staff.ids[1 + n %% array_length(staff.ids, 1)] END,
           raised_at, CASE WHEN is_open THEN raised_at + interval '3 days' END, raised_at, 1,
           CASE WHEN is_open THEN 'new' ELSE 'answered' END, 'opinion',
           topics.ids[1 + n %% array_length(topics.ids, 1)], 1 + n %% 5, '', n %% 2 = 1,
           CASE WHEN n %% 2 = 1 THEN md5(n::text) || md5('x' || n) END,
           CASE WHEN is_open THEN '' ELSE '谢谢，已改。' END,
           CASE WHEN NOT is_open AND n %% 3 = 0 THEN 1 + n %% 5 END,
           CASE WHEN n %% 1000 = 0 THEN '米饭夹生' ELSE '' END,
           CASE WHEN n %% 1000 = 0 THEN '换了蒸柜' ELSE '' END,
           CASE WHEN n %% 1000 = 0 THEN raised_at::date END, n %% 40,
           CASE WHEN is_open THEN '{}'::varchar[] ELSE '{answer}'::varchar[] END, '{}'
    FROM (SELECT n, n <= 200 AS is_open,
                 date_trunc('hour', timestamptz '2020-12-01' + (n * 7919::bigint) %% 1800
                   * interval '1 day' + n %% 600 * interval '1 minute') AS raised_at
          FROM generate_series(%(from_entry)s, %(to_entry)s) n) rows,
         (SELECT array_agg(id ORDER BY id) ids FROM campus_place) places,
         (SELECT array_agg(id ORDER BY id) ids FROM campus_person WHERE kind = 'pupil') people,
         (SELECT array_agg(id ORDER BY id) ids FROM campus_person WHERE kind = 'staff') staff,
         (SELECT array_agg(id ORDER BY id) ids FROM campus_feedbacktopic
          WHERE area = 'canteen') topics"""


def lay(facts: dict[str, object]) -> None:
    """Lay the entries, and count them as the database would."""
    first, last = int(str(facts["from_case"])), int(str(facts["to_case"]))
    with resting_triggers() as cursor:
        cursor.execute(ENTRIES, {"from_entry": (first - 1) * 3 + 1, "to_entry": last * 3})
    recount(FEEDBACK_BY_DAY)
    recount(FEEDBACK_BY_SUBJECT)


def pages() -> dict[str, str]:
    """What pupils and those who answer open all day."""
    entry = Feedback.objects.filter(number__startswith="BF-").order_by("pk")[30]
    return {
        "feedback": "/feedback/",
        "feedback form": "/feedback/new/canteen/",
        "wall": "/feedback/wall/",
        "list of entries": "/feedback/entries/?current=open",
        "search of entries": "/feedback/entries/?q=BF-0000077",
        "one entry": f"/feedback/{entry.pk}/",
    }
