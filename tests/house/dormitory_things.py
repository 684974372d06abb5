"""One of everything in the dormitory that an address can name."""

from datetime import date, timedelta
from typing import Any

from campus.models import Person, Place
from dormitory.actions import allotments, headcount, houses, leave, moves, stays, visits
from dormitory.models import AwardCycle, Bed, DormRoom, LeaderTurn, Nomination, Occupancy

FIRST = date(2020, 1, 1)


def dormitory_things(head: Person, pupil: Person, at: Any) -> dict[str, Any]:
    """A house of one floor with two rooms; the pupil sleeps in the first and asks for another."""
    building = Place.objects.create(kind="building", code="D-9", name="House")
    floor = Place.objects.create(kind="floor", code="D-9-1", name="Floor", parent=building)
    for code in ("101", "102"):
        Place.objects.create(kind="room", code=f"D-9-{code}", name=code, parent=floor,
                             use="dorm_room", capacity=4)  # fmt: skip
    rooms = houses.set_up(Place.objects.get(pk=building.pk), side="girls", by=head, at=at)
    beds = list(Bed.objects.filter(room=rooms[0]).order_by("label"))
    stay = stays.settle(beds[0], pupil=pupil, starts_on=FIRST, ends_on=None, by=head, at=at)
    turn = LeaderTurn.objects.create(floor=floor, week=date(2025, 11, 3), leader=pupil)
    return {
        "dormitory:house": rooms[0].house_id, "dormitory:ranking": rooms[0].house_id,
        "dormitory:tonight": rooms[0].house_id,
        "dormitory:visit_new": rooms[0].house_id, "dormitory:floor": floor.pk,
        "dormitory:rota": floor.pk, "dormitory:room": rooms[0].pk,
        "dormitory:at": rooms[0].place_id,
        "dormitory:bed": beds[1].pk, "dormitory:stay": stay.pk, "dormitory:stays_of": pupil.pk,
        "dormitory:turn": turn.pk, **acts_things(stay, rooms, head, pupil, at),
    }  # fmt: skip


def acts_things(
    stay: Occupancy, rooms: list[DormRoom], head: Person, pupil: Person, at: Any
) -> dict[str, Any]:
    """A move that is asked for, an allotment with a line, an absence."""
    later = at.date() + timedelta(days=4000)
    to_bed = Bed.objects.filter(room=rooms[1]).select_related("room__place").order_by("label")[0]
    move = moves.ask(stay, to_bed=to_bed, other=None, on=later, reason="", by=pupil, at=at)
    leave.give(pupil, starts_at=at, ends_at=at + timedelta(days=1), reason="home", by=head, at=at)
    other = Person.objects.create(number="D-P", name="Boarder", kind="pupil", password="!")
    allotment = allotments.lay_by_rule(
        rooms, [other], title="Allotment", starts_on=later, ends_on=None, by=head, at=at
    )
    counted = headcount.count([rooms[0]], missing=[pupil.pk], by=head, at=at + timedelta(days=2))
    visits.let_in(rooms[0].house, name="Visitor", whom="Whom", until=None, by=head, at=at)
    return {
        "dormitory:move": move.pk, "dormitory:allotment": allotment.pk,
        "dormitory:line": allotment.lines.all()[0].pk, "dormitory:absence": counted[0].pk,
        **award_things(rooms[0], pupil, at),
    }  # fmt: skip


def award_things(room: DormRoom, pupil: Person, at: Any) -> dict[str, Any]:
    """An award of a month for which the pupil has put the room forward."""
    cycle = AwardCycle.objects.create(month=date(2025, 11, 1), apply_until=date(2025, 11, 25))
    made = Nomination.objects.create(cycle=cycle, room=room, words="Tidy", by=pupil, at=at)
    return {"dormitory:award": cycle.pk, "dormitory:nomination": made.pk}
