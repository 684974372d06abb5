"""The canteens of a large school: half as many samples and items of menus as there are cases."""

from bench.rows import resting_triggers
from canteen.models import FoodSample

# Each dish of the demo school at each meal of each canteen, day after day backwards from a summer
# before the demo school's weeks; all are disposed of.
WHEN = """
    FROM (SELECT n, dishes.ids[1 + n %% dishes.many] AS dish,
                 (ARRAY['breakfast', 'lunch', 'supper'])[1 + n / dishes.many %% 3] AS meal,
                 n / dishes.many / 3 AS turn
          FROM generate_series(%(from_sample)s, %(to_sample)s) n,
               (SELECT array_agg(id ORDER BY id) ids, count(*)::int many FROM canteen_dish) dishes
         ) served"""
SAMPLES = f"""
    INSERT INTO canteen_foodsample
      (canteen_id, day, meal, dish_id, grams, taken_at, by_id, keep_until, fridge, disposed_by_id,
       disposed_at, sealed_why)
    SELECT canteens.ids[1 + turn %% canteens.many], day, meal, dish, 130, day + time '11:00',
           people.one, day + time '11:00' + interval '2 days', '1', people.one,
           day + time '12:00' + interval '2 days', ''
    {WHEN},
         (SELECT array_agg(id ORDER BY id) ids, count(*)::int many FROM canteen_canteen) canteens,
         (SELECT min(id) one FROM campus_person) people,
         LATERAL (SELECT date '2025-08-01' - (turn / canteens.many)::int AS day) days"""
ITEMS = f"""
    INSERT INTO canteen_menuitem
      (day, meal, counter_id, dish_id, is_small, price, grams, content)
    SELECT day, meal, counters.ids[1 + turn %% counters.many], dish, false, 4, 200, ''
    {WHEN},
         (SELECT array_agg(id ORDER BY id) ids, count(*)::int many FROM canteen_counter) counters,
         LATERAL (SELECT date '2025-08-01' - (turn / counters.many)::int AS day) days"""


def lay(facts: dict[str, object]) -> None:
    """Lay samples and items of menus."""
    first, last = int(str(facts["from_case"])), int(str(facts["to_case"]))
    own = {"from_sample": first // 2 + 1, "to_sample": last // 2}
    with resting_triggers() as cursor:
        cursor.execute(SAMPLES, own)
        cursor.execute(ITEMS, own)


def pages() -> dict[str, str]:
    """What guests and the kitchen open all day, on a day of the demo school."""
    newest = FoodSample.objects.order_by("-taken_at")[0]
    day = f"canteen={newest.canteen_id}&day={newest.day}&meal={newest.meal}"
    return {
        "menu": "/canteen/menu/",
        "week's menu": f"/canteen/menu/{newest.canteen_id}/week/?day={newest.day}",
        "canteen": "/canteen/",
        "samples of a meal": f"/canteen/samples/day/?{day}",
        "list of samples": "/canteen/samples/",
        "what a meal was made of": f"/canteen/suspicion/?{day}",
        "figures of the canteens": "/canteen/figures/",
    }
