"""The dormitory of an old school: for each tenth case a pupil who has slept there and left."""

from bench.rows import resting_triggers
from campus.models import Person, Place

LEAVERS = """
    INSERT INTO campus_person
      (password, number, name, pinyin, kind, phone, email, is_active, left_on,
       must_change_password, is_demo)
    SELECT '!', 'BP' || n, '往届生' || n, '', 'pupil', '', '', false, date '2020-06-30', false,
           false
    FROM generate_series(%(from_pupil)s, %(to_pupil)s) n"""
# Two hundred days after one another in each bed, long before the demo school.
STAYS = """
    INSERT INTO dormitory_occupancy (bed_id, pupil_id, starts_on, ends_on)
    SELECT beds.ids[1 + n %% beds.many], person.id, first, first + 150
    FROM generate_series(%(from_pupil)s, %(to_pupil)s) n
    JOIN campus_person person ON person.number = 'BP' || n,
         (SELECT array_agg(id ORDER BY id) ids, count(*)::int many FROM dormitory_bed) beds,
         LATERAL (SELECT date '1960-01-01' + (n / beds.many * 200)::int AS first) days"""


def lay(facts: dict[str, object]) -> None:
    """Lay the pupils of past years with the beds they had."""
    first, last = int(str(facts["from_case"])), int(str(facts["to_case"]))
    own = {"from_pupil": first // 10 + 1, "to_pupil": last // 10}
    with resting_triggers() as cursor:
        cursor.execute(LEAVERS, own)
        cursor.execute(STAYS, own)


def pages() -> dict[str, str]:
    """What wardens open all day."""
    floor = Place.objects.filter(kind="floor", code__startswith="A-SS1").order_by("code")[0]
    return {
        "houses": "/dormitory/",
        "floor of a house": f"/dormitory/floors/{floor.pk}/",
        "evening roll": f"/dormitory/floors/{floor.pk}/roll/",
        "list of stays": "/dormitory/stays/",
        "figures of the dormitory": "/dormitory/figures/",
    }


def pupil() -> Person:
    """A boarder of the demo school."""
    return Person.objects.get(number="pupil")


def pupils_pages() -> dict[str, str]:
    """What boarders open."""
    return {"my room": "/dormitory/my-room/"}
