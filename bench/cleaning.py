"""Cleaning at a large school: two million scores of two hundred areas, checked twice a day."""

from datetime import date

from bench.parts import SCORES
from bench.rows import recount, resting_triggers
from campus.models import Person, Place, SchoolClass
from cleaning.models import Care, CleaningArea
from inspections.models import PARTS_BY_DAY, SCORES_BY_DAY, Checklist, Inspection

AREAS, CODE, FIRST = 200, "area-check", date(2010, 9, 1)
# Two walks a day over all areas; the newest ended yesterday.
WALKS = """
    INSERT INTO inspections_inspection
      (checklist_id, version_id, place_id, role, status, walker_id, started_at, finished_at,
       needs_second, words, reason, faults, parts, score, full_marks)
    SELECT list.id, list.current_id, yard.id, '', 'finished', %(head)s, at, at, false, '', '', 20,
           'daily-areas', 1980, 2000
    FROM (SELECT now() - interval '1 day' - n * interval '12 hours' AS at
          FROM generate_series(%(from_walk)s, %(to_walk)s) n) walks,
         inspections_checklist list, campus_place yard
    WHERE list.code = %(code)s AND yard.code = 'BC'"""


def lay(facts: dict[str, object]) -> None:
    """Lay two scores for each case from `from_case` to `to_case`."""
    begun, end = int(str(facts["from_case"])), int(str(facts["to_case"]))
    lay_areas()
    newest = Inspection.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    with resting_triggers() as cursor:
        cursor.execute(WALKS, {
            "from_walk": begun * 2 // AREAS + 1, "to_walk": end * 2 // AREAS, "code": CODE,
            "head": Person.objects.get(number="head").pk,
        })  # fmt: skip
        cursor.execute(SCORES, {"last": newest, "parts": "daily-areas"})
    recount(PARTS_BY_DAY, SCORES_BY_DAY)


def lay_areas() -> None:
    """Two hundred areas on a yard, each in the care of a class; once."""
    if Place.objects.filter(code="BC").exists():
        return
    campus = Place.objects.get(code="A")
    yard = Place.objects.create(kind="building", code="BC", name="大校包干区", parent=campus)
    classes = list(SchoolClass.objects.all())
    for number in range(AREAS):
        name = f"大校包干区{number}"
        place = Place.objects.create(kind="room", code=f"BC-{number}", name=name, parent=yard)
        area = CleaningArea.objects.create(name=name, place=place, starts_on=FIRST)
        Care.objects.create(area=area, school_class=classes[number % len(classes)], starts_on=FIRST)


def pages() -> dict[str, str]:
    """What the office, class teachers and the duty class open."""
    area = CleaningArea.objects.get(name="大校包干区7")
    checked = Checklist.objects.get(code=CODE).pk
    return {
        "cleaning": "/cleaning/",
        "one cleaning area": f"/cleaning/areas/{area.pk}/",
        "results of cleaning": "/cleaning/results/",
        "figures of cleaning": "/cleaning/figures/",
        "scores of one area": f"/inspections/scores/at/{area.place_id}/",
        "map and ranking of areas": f"/inspections/scores/map/?checklist={checked}",
    }
