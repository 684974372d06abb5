"""Special rooms of a large school: half a million bookings of twenty rooms over seventeen years."""

from datetime import timedelta

from django.utils import timezone

from bench.rows import recount, resting_triggers
from campus.models import Person, Place
from rooms.models import USE_BY_DAY, Booking, SpecialRoom

# Four bookings a day in each room, from the end of next week backwards, so that the weeks that
# people look at are as full at a hundredth as at full size.
ROOMS, A_DAY = 20, 4
BOOKINGS = """
    INSERT INTO rooms_booking
      (room_id, purpose, starts_at, ends_at, blocked_from, people, "group", status, reason, by_id,
       at, found, found_words)
    SELECT rooms.ids[1 + n %% array_length(rooms.ids, 1)],
           (ARRAY['分组实验', '社团活动', '教研活动', '竞赛训练'])[1 + n %% 4] || ' ' || n, starts,
           starts + interval '40 minutes', starts, 30, '', 'booked', '',
           people.ids[1 + (n * 7) %% array_length(people.ids, 1)], starts - interval '3 days',
           CASE WHEN starts < now() THEN 'in_order' ELSE '' END, ''
    FROM (SELECT n, date_trunc('week', now()) + interval '13 days 1 hour'
                    - (n / %(rooms)s / %(a_day)s) * interval '1 day'
                    + (n / %(rooms)s %% %(a_day)s) * interval '2 hours' AS starts
          FROM generate_series(%(from_booking)s, %(to_booking)s) n) slots,
         (SELECT array_agg(id ORDER BY id) ids FROM rooms_specialroom
          WHERE place_id IN (SELECT id FROM campus_place WHERE code LIKE 'BS-%%')) rooms,
         (SELECT array_agg(id ORDER BY id) ids FROM campus_person WHERE kind = 'staff') people"""


def lay(facts: dict[str, object]) -> None:
    """Lay one booking for every other case from `from_case` to `to_case`."""
    begun, end = int(str(facts["from_case"])), int(str(facts["to_case"]))
    lay_rooms()
    with resting_triggers() as cursor:
        cursor.execute(BOOKINGS, {
            "from_booking": (begun - 1) // 2, "to_booking": end // 2 - 1, "rooms": ROOMS,
            "a_day": A_DAY,
        })  # fmt: skip
    recount(USE_BY_DAY)


def lay_rooms() -> None:
    """Twenty rooms, once."""
    if Place.objects.filter(code="BS-0").exists():
        return
    head = Person.objects.get(number="head")
    for number in range(ROOMS):
        place = Place.objects.create(kind="room", code=f"BS-{number}", name=f"大校室场{number}")
        SpecialRoom.objects.create(place=place, kind="laboratory", seats=50, keeper=head)


def pages() -> dict[str, str]:
    """What those who book open, and whoever reads how the rooms are used."""
    room = SpecialRoom.objects.get(place__code="BS-7")
    booking = Booking.objects.filter(room=room).order_by("pk")[3]
    tomorrow = timezone.localdate() + timedelta(days=1)
    return {
        "week of rooms": "/rooms/",
        "one room": f"/rooms/{room.pk}/",
        "finder of rooms": f"/rooms/find/?day={tomorrow}&starts=15:00&ends=15:30&people=20",
        "one booking": f"/rooms/bookings/{booking.pk}/",
        "bookings": "/rooms/bookings/",
        "bookings to come": "/rooms/bookings/?which=coming",
        "use of rooms": "/rooms/figures/",
    }
