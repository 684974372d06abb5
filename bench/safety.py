"""The register of hazards of a large school: a fifth as many as there are tickets."""

from bench.rows import recount, resting_triggers
from safety.models import HAZARDS_BY_DAY, Hazard

# 200 of them are open, whatever the size; the others were closed within a week.
HAZARDS = """
    INSERT INTO safety_hazard
      (number, title, description, priority, place_id, reporter_id, assignee_id, raised_at, due_at,
       changed_at, version, status, source, domain, level, grounds, owner_id, measures, budget,
       rectify_by, contingency, isolation, upward_to, upward_how, rectifier_id, rectified_at,
       verifier_id, verified_at, verdict, remark, kept, missed)
    SELECT 'BH-' || lpad(n::text, 6, '0'),
           '安全出口标志不亮 ' || n, '', 'normal', place_id, reporter_id,
           CASE WHEN is_open THEN owner_id END, raised_at,
           CASE WHEN is_open THEN raised_at + interval '7 days' END, raised_at, 1,
           CASE WHEN is_open THEN 'rectifying' ELSE 'closed' END, 'inspection',
           (ARRAY['fire', 'building', 'food', 'equipment'])[1 + n %% 4], 'general', '', owner_id,
           '更换', 100, (raised_at + interval '7 days')::date, '专人看守', '', '', '',
           CASE WHEN NOT is_open THEN owner_id END,
           CASE WHEN NOT is_open THEN raised_at + interval '3 days' END,
           CASE WHEN NOT is_open THEN verifier_id END,
           CASE WHEN NOT is_open THEN raised_at + interval '4 days' END,
           '', '',
           CASE WHEN is_open THEN '{}'::varchar[] ELSE '{graded,rectified}'::varchar[] END, '{}'
    FROM (SELECT n, n <= 200 AS is_open,
                 places.ids[1 + n %% array_length(places.ids, 1)] AS place_id,
                 people.ids[1 + n %% array_length(people.ids, 1)] AS reporter_id,
                 people.ids[1 + (n + 1) %% array_length(people.ids, 1)] AS owner_id,
                 people.ids[1 + (n + 2) %% array_length(people.ids, 1)] AS verifier_id,
                 timestamptz '2020-12-01' + (n * 7919::bigint) %% 1800 * interval '1 day'
                   + n %% 600 * interval '1 minute' AS raised_at
          FROM generate_series(%(from_hazard)s, %(to_hazard)s) n,
               (SELECT array_agg(id ORDER BY id) ids FROM campus_place) places,
               (SELECT array_agg(id ORDER BY id) ids FROM campus_person
                WHERE kind = 'staff') people) rows"""


def lay(facts: dict[str, object]) -> None:
    """Lay the hazards, and count them as the database would."""
    first, last = int(str(facts["from_case"])), int(str(facts["to_case"]))
    own = {"from_hazard": (first - 1) // 5 + 1, "to_hazard": last // 5}
    with resting_triggers() as cursor:
        cursor.execute(HAZARDS, own)
    recount(HAZARDS_BY_DAY)


def pages() -> dict[str, str]:
    """What officers open all day; a hazard of the middle of the years stands for any."""
    hazard = Hazard.objects.filter(number__startswith="BH-").order_by("pk")[30]
    return {
        "safety": "/safety/",
        "register of hazards": "/safety/hazards/",
        "overdue hazards": "/safety/hazards/?current=overdue",
        "search of hazards": "/safety/hazards/?q=BH-000077",
        "one hazard": f"/safety/hazards/{hazard.pk}/",
        "figures of safety": "/safety/figures/",
    }
