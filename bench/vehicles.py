"""The vehicles of a large school: a million trips, each with its request and its readings."""

from bench.rows import recount, resting_triggers
from vehicles.models import TRIPS_BY_DAY, USE_BY_DAY, Trip, Vehicle

# Forty vehicles with two trips a day each; the newest ended yesterday.
VEHICLES, TRIPS_A_DAY = 40, 80
CARS = """
    INSERT INTO vehicles_vehicle
      (plate, model, kind, energy, seats, vin, status, odometer, note, by_id, at)
    SELECT '大A' || lpad(n::text, 5, '0'), '大校车', 'van', 'petrol', 7, '', 'in_use', 0, '',
           (SELECT min(id) FROM campus_person), now()
    FROM generate_series(1, %(vehicles)s) n"""
# A trip of two hours for each turn of a vehicle; who drives it has the number of the vehicle.
TRIPS = """
    INSERT INTO vehicles_trip
      (number, vehicle_id, driver_id, status, route, direction, passengers, parties, starts_at,
       ends_at, busy, started_at, ended_at, start_reading_id, end_reading_id, km, tolls, parking,
       faults, fault_words, note, off_why, dispatched_by_id, dispatched_at)
    SELECT 'D-b' || lpad(n::text, 9, '0'), cars.ids[1 + n %% %(vehicles)s],
           people.ids[1 + n %% %(vehicles)s], 'done', '大校目的地' || n %% 97, 'centre', 2, 1, at,
           at + interval '2 hours', tstzrange(at, at + interval '2 hours'), at,
           at + interval '2 hours', %(reading)s + 2 * n, %(reading)s + 2 * n + 1, 30, 5, 0, '{}',
           '', '', '', people.ids[1], at - interval '1 day'
    FROM (SELECT n, date_trunc('day', now()) - interval '1 day'
                    - (n / %(a_day)s) * interval '1 day'
                    + CASE WHEN n %% %(a_day)s < %(vehicles)s THEN interval '1 hour'
                           ELSE interval '6 hours' END AS at
          FROM generate_series(%(from_case)s::int, %(to_case)s::int) n) turns,
         (SELECT array_agg(id ORDER BY id) ids FROM vehicles_vehicle
          WHERE plate LIKE '大A%%') cars,
         (SELECT array_agg(id ORDER BY id DESC) ids FROM campus_person
          WHERE kind = 'staff') people"""
READINGS = """
    INSERT INTO vehicles_odometerreading (id, vehicle_id, km, at, occasion, note, by_id)
    SELECT %(reading)s + 2 * n + part, cars.ids[1 + n %% %(vehicles)s],
           1900000 - (n / %(vehicles)s * 30) %% 1900000 + part * 30,
           date_trunc('day', now()) - interval '1 day' - (n / %(a_day)s) * interval '1 day'
           + CASE WHEN n %% %(a_day)s < %(vehicles)s THEN interval '1 hour'
                  ELSE interval '6 hours' END + part * interval '2 hours',
           CASE part WHEN 0 THEN 'start' ELSE 'end' END, '', (SELECT min(id) FROM campus_person)
    FROM generate_series(%(from_case)s::int, %(to_case)s::int) n, generate_series(0, 1) part,
         (SELECT array_agg(id ORDER BY id) ids FROM vehicles_vehicle
          WHERE plate LIKE '大A%%') cars"""
REQUESTS = """
    INSERT INTO vehicles_triprequest
      (number, title, description, priority, reporter_id, raised_at, changed_at, version, kept,
       missed, status, kind, department_id, destination, direction, passengers, riders,
       needs_school_bus, starts_at, ends_at, km, yuan, is_out_of_town, is_on_day_off,
       exception_why, over_cap_why, waits_for, trip_id, used_km, used_yuan)
    SELECT 'V-b' || substr(trip.number, 4), '大校用车' || trip.id %% 97, '', 'normal',
           people.ids[1 + trip.id %% array_length(people.ids, 1)], trip.dispatched_at,
           trip.ended_at, 4, '{answer}', '{}', 'done', 'official',
           units.ids[1 + trip.id %% array_length(units.ids, 1)], trip.route, 'centre', 2, '', false,
           trip.starts_at, trip.ends_at, 30, 0, false, false, '', '', '', trip.id, 30, 5
    FROM vehicles_trip trip,
         (SELECT array_agg(id ORDER BY id) ids FROM campus_person WHERE kind = 'staff') people,
         (SELECT array_agg(id ORDER BY id) ids FROM campus_department) units
    WHERE trip.number BETWEEN 'D-b' || lpad(%(from_case)s::text, 9, '0')
                          AND 'D-b' || lpad(%(to_case)s::text, 9, '0')"""
# Laid rows have numbers far above those that people write.
READING = 1_000_000_000


def lay(facts: dict[str, object]) -> None:
    """Lay a trip for each case from `from_case` to `to_case`, with its readings and its request."""
    known = facts | {"vehicles": VEHICLES, "a_day": TRIPS_A_DAY, "reading": READING}
    with resting_triggers() as cursor:
        if not Vehicle.objects.filter(plate__startswith="大A").exists():
            cursor.execute(CARS, known)
        for statement in (READINGS, TRIPS, REQUESTS):
            cursor.execute(statement, known)
    recount(TRIPS_BY_DAY, USE_BY_DAY)


def pages() -> dict[str, str]:
    """What the office and the drivers open."""
    car = Vehicle.objects.filter(plate__startswith="大A").order_by("plate")[0]
    trip = Trip.objects.filter(vehicle=car).order_by("-starts_at")[0]
    request = trip.requests.get()
    return {
        "vehicles": "/vehicles/",
        "one vehicle": f"/vehicles/files/{car.pk}/",
        "trips": "/vehicles/trips/",
        "trips of one vehicle": f"/vehicles/trips/?vehicle={car.pk}",
        "one trip": f"/vehicles/trips/{trip.pk}/",
        "trip requests": "/vehicles/requests/",
        "one trip request": f"/vehicles/requests/{request.pk}/",
        "board of a day": f"/vehicles/board/?day={trip.starts_at:%Y-%m-%d}",
        "board of a week": f"/vehicles/board/?span=week&day={trip.starts_at:%Y-%m-%d}",
        "usage caps": "/vehicles/caps/",
        "monthly sheet of vehicles": f"/vehicles/month/?month={trip.starts_at:%Y-%m}",
        "figures of vehicles": "/vehicles/figures/",
    }
