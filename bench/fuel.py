"""Vehicles at a large school: two million fills of a hundred vehicles, ten thousand requests for
service, with their cards, tanks and tallies."""

from datetime import date, datetime, timedelta
from decimal import Decimal

from bench.rows import recount, resting_triggers
from bench.vehicles import READING
from campus.models import Person
from vehicles.models import (
    FUEL_BY_DAY,
    INCIDENTS_BY_DAY,
    MOVES_BY_MONTH,
    SERVICE_BY_DAY,
    TANKS_BY_DAY,
    CardTurn,
    FuelCard,
    RefuelRecord,
    Vehicle,
)

VEHICLES, FIRST = 100, date(2000, 1, 1)
# Two fills a case, a card's money for each, the newest of them yesterday. A vehicle is filled every
# other day, so that the small school has a whole semester, too; the large one has more years.
READINGS = """
    INSERT INTO vehicles_odometerreading (vehicle_id, km, at, occasion, note, by_id)
    SELECT fleet.ids[1 + n %% %(vehicles)s], (%(newest)s - n) / %(vehicles)s * 50,
           now() - interval '1 day' - n * interval '29 minutes', 'refuel', '', %(driver)s
    FROM generate_series(%(from_fill)s::int, %(to_fill)s::int) n,
         (SELECT array_agg(id ORDER BY id) ids FROM vehicles_vehicle
          WHERE plate LIKE 'B-%%') fleet"""
FILLS = """
    INSERT INTO vehicles_refuelrecord
      (vehicle_id, at, reading_id, quantity, unit, price, amount, station, receipt, paid_by,
       card_id, is_full, over_reason, by_id, entered_at, cancelled_why)
    SELECT reading.vehicle_id, reading.at, reading.id, 30, 'litre', 7.5, 225, '大校加油站',
           'B' || reading.id, 'card', turn.card_id, true, '', reading.by_id, reading.at, ''
    FROM vehicles_odometerreading reading
    JOIN vehicles_cardturn turn ON turn.vehicle_id = reading.vehicle_id
    WHERE reading.id > %(last)s AND reading.id < %(of_trips)s"""
TANKS = """
    INSERT INTO vehicles_tankinterval
      (refuel_id, vehicle_id, at, unit, km, quantity, per_100, usual, is_outlier, explanation,
       explained_by_id, explained_at)
    SELECT id, vehicle_id, at, 'litre', 300, quantity, 10, 10, id %% 5000 = 0,
           CASE WHEN id %% 5000 = 0 THEN '山路' ELSE '' END,
           CASE WHEN id %% 5000 = 0 THEN by_id END, CASE WHEN id %% 5000 = 0 THEN at END
    FROM vehicles_refuelrecord WHERE id > %(last_fill)s"""
MOVES = """
    INSERT INTO vehicles_cardmove
      (card_id, kind, amount, balance, quantity, counts_on, refuel_id, reason, by_id, at)
    SELECT card_id, 'refuel', -amount, 1000, quantity, at::date, id, '', by_id, at
    FROM vehicles_refuelrecord WHERE id > %(last_fill)s"""
REQUESTS = """
    INSERT INTO vehicles_servicerequest
      (number, title, description, priority, reporter_id, raised_at, changed_at, version, status,
       kept, missed, vehicle_id, kind, estimate, workshop_id, approved_by_id)
    SELECT 'BM-' || n, '刹车异响 ' || n, '', 'normal', %(driver)s,
           timestamptz '2000-01-01' + n * interval '20 hours',
           timestamptz '2000-01-01' + n * interval '20 hours', 1, 'checked', '{}', '{}',
           fleet.ids[1 + n %% %(vehicles)s], 'repair', 500,
           (SELECT min(id) FROM vehicles_vehicleworkshop), %(head)s
    FROM generate_series(%(from_request)s::int, %(to_request)s::int) n,
         (SELECT array_agg(id ORDER BY id) ids FROM vehicles_vehicle
          WHERE plate LIKE 'B-%%') fleet"""
BILLS = """
    INSERT INTO vehicles_servicebill
      (request_id, vehicle_id, workshop_id, invoice, billed_on, labour, total, by_id, at)
    SELECT id, vehicle_id, workshop_id, number, raised_at::date, 480, 480, %(driver)s, raised_at
    FROM vehicles_servicerequest WHERE number LIKE 'BM-%%' AND id > %(last_request)s"""


def lay(facts: dict[str, object]) -> None:
    """Lay two fills for each case from `from_case` to `to_case`, a request for each hundredth."""
    lay_fleet()
    begun, end = int(str(facts["from_case"])) - 1, int(str(facts["to_case"]))
    # Readings that trips were laid with have numbers far above those of fills.
    numbers: dict[str, object] = {
        "of_trips": READING,
        "vehicles": VEHICLES, "newest": 3_000_000, "from_fill": 2 * begun + 1, "to_fill": 2 * end,
        "from_request": begun // 100 + 1, "to_request": end // 100,
        "driver": Person.objects.get(number="driver").pk,
        "head": Person.objects.get(number="head").pk,
    }  # fmt: skip
    with resting_triggers() as cursor:
        for name, table in (
            ("last", "odometerreading"), ("last_fill", "refuelrecord"),
            ("last_request", "servicerequest"),
        ):  # fmt: skip
            last = f"SELECT coalesce(max(id), 0) FROM vehicles_{table} WHERE id < %(of_trips)s"
            cursor.execute(last, numbers)  # of the code
            numbers[name] = cursor.fetchone()[0]
        for statement in (READINGS, FILLS, TANKS, MOVES, REQUESTS, BILLS):
            cursor.execute(statement, numbers)
    recount(FUEL_BY_DAY, TANKS_BY_DAY, SERVICE_BY_DAY, INCIDENTS_BY_DAY, MOVES_BY_MONTH)


def lay_fleet() -> None:
    """A hundred vehicles, each with a card of its own; once."""
    if Vehicle.objects.filter(plate__startswith="B-").exists():
        return
    head = Person.objects.get(number="head")
    at = datetime(2000, 1, 1).astimezone() + timedelta(hours=8)
    for number in range(VEHICLES):
        vehicle = Vehicle.objects.create(
            plate=f"B-{number:03}", model="大校用车", seats=5, by=head, at=at
        )
        card = FuelCard.objects.create(
            number=f"B {number:04}", issuer="中国石化", opened_on=FIRST, balance=Decimal(1000),
            closed_until=FIRST, by=head, at=at,
        )  # fmt: skip
        CardTurn.objects.create(card=card, vehicle=vehicle, starts_on=FIRST, by=head)


def pages() -> dict[str, str]:
    """What drivers, the fleet manager and the head open."""
    vehicle = Vehicle.objects.get(plate="B-007")
    card = FuelCard.objects.get(number="B 0007")
    fill = RefuelRecord.objects.filter(vehicle=vehicle).order_by("pk")[0]
    return {
        "fuel and service": "/vehicles/fuel/",
        "list of fills": "/vehicles/fuel/refuels/",
        "fills of one vehicle": f"/vehicles/fuel/refuels/?vehicle={vehicle.pk}",
        "one fill": fill.get_absolute_url(),
        "entering a fill": "/vehicles/fuel/refuels/new/",
        "consumption by tank": "/vehicles/fuel/tanks/",
        "one fuel card": f"/vehicles/fuel/cards/{card.pk}/",
        "moves of cards": "/vehicles/fuel/cards/moves/",
        "one vehicle's consumption": f"/vehicles/{vehicle.pk}/fuel/",
        "one vehicle": vehicle.get_absolute_url(),
        "figures of fuel and service": "/vehicles/fuel/figures/",
        "energy account": "/vehicles/fuel/account/",
        "monthly reconciliation": "/vehicles/fuel/month/",
        "list of service": "/vehicles/service/",
    }
