"""Acts by their names: what somebody may do, and who may do something.

Every right of one argument is named here by its noun or area when the portal starts; what depends
on a record, such as one's own ticket, is told on the record's page.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Prefetch
from django.utils.functional import Promise

from campus.doors import Answer
from campus.models import Duty, Person, Role

Right = Callable[[Person], Answer | bool]


@dataclass(frozen=True)
class Act:
    """Something that a person may do or not, of one area."""

    area: str | Promise
    label: str | Promise
    right: Right

    @property
    def key(self) -> str:
        """What stands for it in an address: "planning.can_plan"."""
        return key_of(self.right)


@dataclass(frozen=True)
class Holder:
    """Somebody who may, and through which duties; `as_staff` needs none of them."""

    person: Person
    as_staff: bool
    duties: list[Duty]


ACTS: dict[str, Act] = {}


def name_act(area: str | Promise, label: str | Promise, right: Right) -> None:
    """Let the act behind `right` be asked about."""
    act = Act(area, label, right)
    ACTS[act.key] = act


def key_of(right: Right) -> str:
    return f"{right.__module__.removesuffix('.rights')}.{right.__name__}"


def acts_by_area() -> list[tuple[str, list[Act]]]:
    """All acts, each area with its own, in the order in which they were handed in."""
    areas: dict[str, list[Act]] = {}
    for act in ACTS.values():
        areas.setdefault(str(act.area), []).append(act)
    return list(areas.items())


def holders(act: Act) -> list[Holder]:
    """Which of the staff may do it; two queries, however many they are."""
    return [found for person in staff_with_duties() if (found := holder(act, person))]


def staff_with_duties() -> list[Person]:
    """The staff, each with the duties of today."""
    running = Duty.objects.running().select_related("department", "school_class", "place")
    staff = Person.objects.staff().select_related("department").order_by("number")
    people: list[Person] = list(staff.prefetch_related(Prefetch("duties", running, to_attr="held")))
    for person in people:
        hold(person, vars(person)["held"])
    return people


def holder(act: Act, person: Person) -> Holder | None:
    """Whether the person may, and which of their duties alone would be enough."""
    duties = person.duties_today
    if not act.right(person):
        return None
    enough = [duty for duty in duties if may_with(act, person, [duty])]
    as_staff = may_with(act, person, [])
    hold(person, duties)
    return Holder(person, as_staff, [] if as_staff else enough)


def may_with(act: Act, person: Person, duties: list[Duty]) -> bool:
    """Whether the person might do it if these were their only duties."""
    hold(person, duties)
    return bool(act.right(person))


def hold(person: Person, duties: list[Duty]) -> None:
    """Let these be the duties that the person holds today, for whoever asks this very object."""
    vars(person)["duties_today"] = duties


# Who gives duties within the own place


@dataclass(frozen=True)
class Delegation:
    """Whoever is on duty as `giver` at a place puts people on duty as `roles` there."""

    giver: Role
    roles: tuple[Role, ...]


DELEGATIONS: list[Delegation] = []


def let_give(giver: Role, *roles: Role) -> None:
    """Let those on duty as `giver` give out `roles` at their place and its parts."""
    DELEGATIONS.append(Delegation(giver, roles))


def gives_at_own_place(person: Person, duty: Duty) -> bool:
    """Whether the person gives the duty out by one of their own at its place, or at what that is
    part of; one without a place is held over all."""
    givers = {each.giver for each in DELEGATIONS if duty.role in each.roles}
    if not givers or duty.place is None:
        return False
    places = {held.place_id for held in person.duties_today if held.role in givers}
    return not places.isdisjoint({None, *duty.place.numbers})


# Who leads the school at a moment


LEADING: list[Callable[[datetime], list[Person]]] = []


def name_leading(find: Callable[[datetime], list[Person]]) -> None:
    """Let `find` say who leads at a moment; nobody where it knows of no shift then."""
    LEADING.append(find)


def leading_at(moment: datetime) -> list[Person]:
    """Who is to be told at once whatever the hour: the leaders on duty, else the heads."""
    leaders = {person.pk: person for find in LEADING for person in find(moment)}
    return list(leaders.values()) or list(Person.objects.on_duty_as(Role.HEAD))
