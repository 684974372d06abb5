"""Leaders: named for rooms and floors, and whose week it is."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from campus.doors import Refused
from campus.models import Duty, Person, Place, Role
from campus.people.actions import give_duty, set_last_day
from campus.school_time.days import monday_of
from campus.storing import store
from dormitory.models import LEADERS, LeaderTurn, Occupancy

WEEK = timedelta(days=7)


@transaction.atomic
def name_leader(place: Place, *, role: Role, pupil: Person, by: Person, at: datetime) -> Duty:
    """Let a pupil lead a room or a floor from today on, in place of whoever did. Raises Refused
    for whoever does not sleep there, and for whoever leads it already."""
    today = timezone.localtime(at).date()
    place = Place.objects.select_for_update(of=("self",)).get(pk=place.pk)
    within = Occupancy.objects.on(today).filter(bed__room__place__path__startswith=place.path)
    if not within.filter(pupil=pupil).exists():
        raise Refused(_("%(name)s does not sleep there.") % {"name": pupil})
    held = Duty.objects.not_over(today).filter(role=role, place=place)
    for duty in held.select_related("person"):
        if duty.person == pupil:
            raise Refused(_("%(name)s leads there already.") % {"name": pupil})
        last = max(duty.starts_on, today - timedelta(days=1))
        set_last_day(duty, ends_on=last, by=by, at=at)
    return give_duty(Duty(person=pupil, role=role, place=place, starts_on=today), by=by, at=at)


def leaders_on(floor: Place, on: date) -> list[Person]:
    """Who leads on a floor that day: the floor's own leaders, then those of its rooms along the
    corridor; each once. One query."""
    held = Duty.objects.running(on).filter(
        role__in=LEADERS, place__path__startswith=floor.path, person__is_active=True
    )
    rows = held.select_related("person", "place")
    in_order = sorted(rows, key=lambda duty: (duty.place_id != floor.pk, place_code(duty)))
    return list({duty.person_id: duty.person for duty in in_order}.values())


def place_code(duty: Duty) -> str:
    return duty.place.code if duty.place else ""


@transaction.atomic
def lay_rota(floor: Place, *, weeks: int, by: Person, at: datetime) -> list[LeaderTurn]:
    """Lay the next weeks of a floor that have nobody yet, its leaders one after the other. Raises
    Refused where nobody leads there."""
    today = timezone.localtime(at).date()
    floor = Place.objects.select_for_update(of=("self",)).get(pk=floor.pk)
    leaders = leaders_on(floor, today)
    if not leaders:
        raise Refused(_("Name leaders of this floor first."))
    last = LeaderTurn.objects.filter(floor=floor).order_by("-week").first()
    monday = monday_of(today)
    first = max(monday, last.week + WEEK) if last else monday
    begun = next_place(leaders, last)
    turns = []
    for number in range(weeks):
        leader = leaders[(begun + number) % len(leaders)]
        turn = LeaderTurn(floor=floor, week=first + number * WEEK, leader=leader)
        store(turn)
        turns.append(turn)
    return turns


def next_place(leaders: Sequence[Person], last: LeaderTurn | None) -> int:
    """At whom the rota goes on: at whoever comes after the last one."""
    numbers = [leader.pk for leader in leaders]
    if last is None or last.leader_id not in numbers:
        return 0
    return numbers.index(last.leader_id) + 1


@transaction.atomic
def change_turn(turn: LeaderTurn, *, leader: Person, by: Person, at: datetime) -> LeaderTurn:
    """Give a week to another leader."""
    turn = LeaderTurn.objects.select_for_update(of=("self",)).get(pk=turn.pk)
    turn.leader = leader
    store(turn, only=["leader"])
    return turn
