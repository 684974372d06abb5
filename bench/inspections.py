"""Inspections at a large school: a million walks over ten semesters with ten lines each."""

from collections.abc import Iterator

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from bench.rows import recount, resting_triggers
from campus.models import Person, Place, Role
from inspections.actions import walking
from inspections.actions.checklists import lay_checklist
from inspections.models import (
    FINDINGS_BY_DAY,
    WALKS_BY_DAY,
    Checklist,
    ChecklistItem,
    Finding,
    Inspection,
)

# Checklists by which all walks are laid, of ten lines, and one that is walked in the measurement.
CHECKLISTS, LINES, LONG = 5, 10, 50
MOST_QUERIES = 25
# Every fifth walk has a fault; the first 300 are not settled. The newest 200 walks are planned.
WALKS = """
    INSERT INTO inspections_inspection
      (checklist_id, version_id, place_id, role, opens_at, due_at, closes_at, status, walker_id,
       started_at, finished_at, needs_second, words, reason, faults, parts)
    SELECT checklist_id, version_id, place_id, 'technician', day, day + interval '10 hours',
           day + interval '20 hours',
           CASE WHEN is_planned THEN 'planned' ELSE 'finished' END,
           CASE WHEN NOT is_planned THEN walker_id END,
           CASE WHEN NOT is_planned THEN day + interval '1 hour' END,
           CASE WHEN NOT is_planned THEN day + interval '1 hour' * (1 + n %% 12) END,
           false, '', '', (n %% 5 = 0 AND NOT is_planned)::int, ''
    FROM (SELECT n, n <= 200 AS is_planned, lists.ids[1 + n %% 5] AS checklist_id,
                 lists.versions[1 + n %% 5] AS version_id,
                 places.ids[1 + n %% array_length(places.ids, 1)] AS place_id,
                 people.ids[1 + n %% array_length(people.ids, 1)] AS walker_id,
                 CASE WHEN n <= 200 THEN date_trunc('day', now()) + n %% 7 * interval '1 day'
                 ELSE timestamptz '2020-12-01' + (n * 7919::bigint) %% 1800 * interval '1 day' END
                 AS day
          FROM generate_series(%(from_case)s, %(to_case)s) n,
               (SELECT array_agg(id ORDER BY id) ids, array_agg(current_id ORDER BY id) versions
                FROM inspections_checklist WHERE code LIKE 'bench-_') lists,
               (SELECT array_agg(id ORDER BY id) ids FROM campus_place) places,
               (SELECT array_agg(id ORDER BY id) ids FROM campus_person
                WHERE kind = 'staff') people) rows"""
ANSWERS = """
    INSERT INTO inspections_answer (inspection_id, item_id, result, choice, words, at)
    SELECT walk.id, item.id,
           CASE WHEN walk.faults > 0 AND item.position = 1 THEN 'failed' ELSE 'passed' END, '', '',
           walk.finished_at
    FROM inspections_inspection walk JOIN inspections_checklistitem item USING (version_id)
    WHERE walk.id > %(last)s AND walk.status = 'finished'"""
FINDINGS = """
    INSERT INTO inspections_finding
      (inspection_id, item_id, checklist_id, place_id, title, words, kind, times, points,
       is_taken_back, by_id, found_at, reported_at, settled_at, settled_by_id, settled_words)
    SELECT walk.id, item.id, walk.checklist_id, walk.place_id, item.title, '第' || walk.id || '次',
           'fault', 1, 0, false, walker_id, finished_at, finished_at,
           CASE WHEN walk.id > %(open)s THEN finished_at END,
           CASE WHEN walk.id > %(open)s THEN walker_id END,
           CASE WHEN walk.id > %(open)s THEN '当场处理' ELSE '' END
    FROM inspections_inspection walk
    JOIN inspections_checklistitem item ON item.version_id = walk.version_id AND position = 1
    WHERE walk.id > %(last)s AND walk.faults > 0"""
COVERAGE = """
    INSERT INTO inspections_coverage
      (place_id, checklist_id, last_id, last_on, last_faults, due_on, soon_on, is_expected)
    SELECT DISTINCT ON (place_id, checklist_id) place_id, checklist_id, id, finished_at::date,
           faults, current_date + id::int %% 60 - 5, current_date + id::int %% 60 - 12, true
    FROM inspections_inspection walk
    WHERE status = 'finished' AND checklist_id = ANY(%(lists)s)
    ORDER BY place_id, checklist_id, finished_at DESC
    ON CONFLICT (place_id, checklist_id) DO UPDATE SET last_id = EXCLUDED.last_id"""


def lay(facts: dict[str, object]) -> None:
    """Lay the walks from `from_case` to `to_case` with their lines, findings and coverage."""
    lists = [checklist(f"bench-{number}", LINES).pk for number in range(CHECKLISTS)]
    checklist("bench-long", LONG)
    newest = Inspection.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    with resting_triggers() as cursor:
        cursor.execute(WALKS, facts)
        own = {"last": newest, "open": newest + 1500 if facts["from_case"] == 1 else 0}
        for statement in (ANSWERS, FINDINGS):
            cursor.execute(statement, own)
        cursor.execute(COVERAGE, {"lists": lists})
    recount(WALKS_BY_DAY, FINDINGS_BY_DAY)
    walk_under_way()


def checklist(code: str, lines: int) -> Checklist:
    """A checklist of so many lines that staff walk."""
    found = Checklist.objects.filter(code=code).first()
    return found or lay_checklist(
        {
            "name": f"大校{code}", "topic": "safety", "note": "", "second_roles": [],
            "every_days": 30, "is_offered": True, "roles": [Role.TECHNICIAN, Role.HEAD],
        },
        [
            ChecklistItem(title=f"第{number}项完好", kind="pass_fail", position=number)
            for number in range(1, lines + 1)
        ],
        code=code, at=timezone.now(),
    )  # fmt: skip


def pages() -> dict[str, str]:
    """What people open all day; a walk of the middle of the years stands for any."""
    done = Inspection.objects.filter(status="finished", faults=1).order_by("pk")[1]
    finding = Finding.objects.order_by("pk")[1]
    walk = walk_under_way()
    return {
        "inspections": "/inspections/",
        "one inspection": f"/inspections/{done.pk}/",
        "findings": "/inspections/findings/?state=open",
        "one finding": f"/inspections/findings/{finding.pk}/",
        "walking page": f"/inspections/{walk.pk}/walk/",
        "coverage map": "/inspections/coverage/",
        "coverage list": "/inspections/coverage/list/?sight=overdue",
        "figures of inspections": "/inspections/figures/",
    }


def walk_under_way() -> Inspection:
    """The head's walk of fifty lines, begun if it is not yet."""
    head = Person.objects.get(number="head")
    place = Place.objects.get(code="A-JX1-301")
    return walking.start_at(
        Checklist.objects.get(code="bench-long"), place, by=head, at=timezone.now()
    )


def counts(client: Client) -> Iterator[tuple[str, int, int]]:
    """What is counted beside the pages: its name, how many queries, and how many it may ask."""
    walk = walk_under_way()
    with CaptureQueriesContext(connection) as queries:
        answer = client.post(f"/inspections/{walk.pk}/finish/", {"words": ""})
    if answer.status_code != 302:
        raise RuntimeError(f"finishing answered {answer.status_code}")
    yield f"finishing an inspection of {LONG} lines", len(queries), MOST_QUERIES
