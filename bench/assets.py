"""Assets and the store of a large school: a tenth as many assets, as many moves as tickets."""

from bench.rows import recount, resting_triggers
from repairs.models import ASSETS_BY_STATE, MOVES_BY_DAY, FixedAsset, Supply

ASSETS = """
    INSERT INTO repairs_fixedasset
      (number, name, spec, category_id, status, place_id, department_id, custodian_id, bought_on,
       price, warranty_until, supplier, note, is_spare, by_id, at)
    SELECT 'BA-' || lpad(n::text, 6, '0'),
           (ARRAY['课桌', '投影仪', '空调', '电脑'])[1 + n %% 4], 'X' || n %% 50,
           categories.ids[1 + n %% array_length(categories.ids, 1)], 'in_use',
           places.ids[1 + n %% array_length(places.ids, 1)],
           departments.ids[1 + n %% array_length(departments.ids, 1)],
           people.ids[1 + n %% array_length(people.ids, 1)], date '2015-09-01' + n %% 3000, 1200,
           date '2018-09-01' + n %% 3000, '', '', n <= 100, people.ids[1], now()
    FROM generate_series(%(from_asset)s, %(to_asset)s) n,
         (SELECT array_agg(id ORDER BY id) ids FROM campus_place) places,
         (SELECT array_agg(id ORDER BY id) ids FROM campus_department) departments,
         (SELECT array_agg(id ORDER BY id) ids FROM repairs_assetcategory) categories,
         (SELECT array_agg(id ORDER BY id) ids FROM campus_person WHERE kind = 'staff') people"""
MOVES = """
    INSERT INTO repairs_stockmove
      (supply_id, kind, quantity, amount, balance, balance_value, price, invoice, supplier, reason,
       by_id, at)
    SELECT supplies.ids[1 + n %% array_length(supplies.ids, 1)],
           CASE WHEN n %% 2 = 0 THEN 'receipt' ELSE 'issue' END,
           CASE WHEN n %% 2 = 0 THEN 5 ELSE -5 END, CASE WHEN n %% 2 = 0 THEN 10 ELSE -10 END,
           50, 100, 2, '', '', '', (SELECT min(id) FROM campus_person),
           timestamptz '2020-12-01' + n * interval '1 day' * 1800 / %(to_case)s
    FROM generate_series(%(from_case)s, %(to_case)s) n,
         (SELECT array_agg(id ORDER BY id) ids FROM repairs_supply) supplies"""


def lay(facts: dict[str, object]) -> None:
    """Lay assets and moves, and count them as the database would."""
    first, last = int(str(facts["from_case"])), int(str(facts["to_case"]))
    own = {"from_asset": (first - 1) // 10 + 1, "to_asset": last // 10}
    with resting_triggers() as cursor:
        cursor.execute(ASSETS, own)
        cursor.execute(MOVES, facts)
    recount(ASSETS_BY_STATE, MOVES_BY_DAY)


def pages() -> dict[str, str]:
    """What the storekeeper opens all day."""
    asset = FixedAsset.objects.filter(number__startswith="BA-").order_by("pk")[10]
    supply = Supply.objects.order_by("pk")[0]
    return {
        "assets": "/repairs/assets/",
        "search of assets": "/repairs/assets/?q=BA-000077",
        "one asset": f"/repairs/assets/{asset.pk}/",
        "spare pool": "/repairs/assets/spares/",
        "supplies": "/repairs/supplies/",
        "one item of the store": f"/repairs/supplies/{supply.pk}/",
        "monthly sheet": "/repairs/supplies/month/?month=2025-11",
        "moves of the store": "/repairs/supplies/moves/",
        "figures of the store": "/repairs/supplies/figures/",
    }
