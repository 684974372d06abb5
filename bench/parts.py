"""Walks over parts at a large boarding school: five million scores of rooms over five years."""

from decimal import Decimal

from django.utils import timezone

from bench.rows import recount, resting_triggers
from campus.models import Person, Place, Role
from inspections.actions import marking, walking
from inspections.actions.checklists import lay_checklist
from inspections.models import (
    PARTS_BY_DAY,
    SCORES_BY_DAY,
    Checklist,
    ChecklistItem,
    Inspection,
    PartScore,
)

# Rooms of a floor, floors of all houses, lines of the checklist.
ROOMS, FLOORS, LINES = 20, 25, 20
CODE = "bench-rooms"
# One walk over a floor for twenty scores, two a day; the newest ends yesterday.
WALKS = """
    INSERT INTO inspections_inspection
      (checklist_id, version_id, place_id, role, status, walker_id, started_at, finished_at,
       needs_second, words, reason, faults, parts, score, full_marks)
    SELECT list.id, list.current_id, floors.ids[1 + n %% array_length(floors.ids, 1)], '',
           'finished', %(head)s, at, at, false, '', '', 2, 'rooms', 9.9, 10
    FROM (SELECT n, now() - interval '1 day'
                    - (n / array_length(floors.ids, 1)) * interval '12 hours' AS at
          FROM generate_series(%(from_walk)s, %(to_walk)s) n,
               (SELECT array_agg(id) ids FROM campus_place WHERE code LIKE 'BF-%%') floors) walks,
         (SELECT id, current_id FROM inspections_checklist WHERE code = 'bench-rooms') list,
         (SELECT array_agg(id ORDER BY id) ids FROM campus_place WHERE code LIKE 'BF-%%') floors"""
# Every tenth room has a fault.
SCORES = """
    INSERT INTO inspections_partscore
      (inspection_id, checklist_id, place_id, day, full_marks, taken, given, score, faults,
       is_again)
    SELECT walk.id, walk.checklist_id, room.id, walk.finished_at::date, 10, lost, 0, 10 - lost,
           lost::int, false
    FROM inspections_inspection walk
    JOIN campus_place room ON room.parent_id = walk.place_id,
    LATERAL (SELECT ((walk.id * 7 + room.id) %% 10 = 0)::int AS lost) points
    WHERE walk.id > %(last)s AND walk.parts = %(parts)s AND walk.status = 'finished'"""


def lay(facts: dict[str, object]) -> None:
    """Lay five scores for each case from `from_case` to `to_case`."""
    begun, end = int(str(facts["from_case"])), int(str(facts["to_case"]))
    lay_floors()
    newest = Inspection.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    per_walk = ROOMS // 5
    head = Person.objects.get(number="head").pk
    with resting_triggers() as cursor:
        walks = {"from_walk": begun // per_walk + 1, "to_walk": end // per_walk, "head": head}
        cursor.execute(WALKS, walks)
        cursor.execute(SCORES, {"last": newest, "parts": "rooms"})
    recount(PARTS_BY_DAY, SCORES_BY_DAY)
    walk_under_way()


def lay_floors() -> None:
    """A checklist of twenty lines, and floors of twenty rooms; once."""
    if Checklist.objects.filter(code=CODE).exists():
        return
    lay_checklist(
        {"name": "大校寝室", "topic": "safety", "roles": [Role.HEAD], "parts": "rooms"},
        [ChecklistItem(title=f"第{number}项", kind="pass_fail", points=1)
         for number in range(LINES)],
        code=CODE, at=timezone.now(), scoring="deduct", full=Decimal(10),
    )  # fmt: skip
    whole = Place.objects.get(code="A")
    house = Place.objects.create(kind="building", code="BH", name="大校宿舍", parent=whole)
    for floor in range(FLOORS):
        level = Place.objects.create(
            kind="floor", code=f"BF-{floor:02}", name=f"{floor}层", parent=house
        )
        for room in range(ROOMS):
            number = f"{floor:02}{room:02}"
            Place.objects.create(kind="room", code=f"BR-{number}", name=number, parent=level)


def walk_under_way() -> Inspection:
    """The head's walk over a floor with two marks, begun if it is not yet."""
    head, now = Person.objects.get(number="head"), timezone.now()
    floor = Place.objects.get(code="BF-07")
    walk = walking.start_at(Checklist.objects.get(code=CODE), floor, by=head, at=now)
    line = walk.version.items.order_by("position")[0]
    for room in floor.parts.order_by("code")[:2]:
        marking.mark(walk, room, line, marking.Seen(), by=head, at=now)
    return walk


def pages() -> dict[str, str]:
    """What wardens and the office open: the floor, the room, lists, map and ranking."""
    walk = walk_under_way()
    room = walk.place.parts.order_by("code")[0]
    lists = Checklist.objects.get(code=CODE).pk
    done = PartScore.objects.order_by("pk")[0].inspection_id
    return {
        "floor screen": f"/inspections/{walk.pk}/walk/",
        "one part": f"/inspections/{walk.pk}/parts/{room.pk}/",
        "walked floor": f"/inspections/{done}/",
        "scores of parts": "/inspections/scores/",
        "scores of one part": f"/inspections/scores/at/{room.pk}/",
        "map and ranking of scores": f"/inspections/scores/map/?checklist={lists}",
    }
