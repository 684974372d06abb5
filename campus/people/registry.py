"""Acts by their names: what somebody may do, and who may do something.

Every right of one argument is named here by its noun or area when the portal starts; what depends
on a record, such as one's own ticket, is told on the record's page.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import Prefetch
from django.utils.functional import Promise

from campus.doors import Answer
from campus.models import Duty, Person

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
