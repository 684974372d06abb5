"""What can be reminded of: each area hands in its dated things here, and planning's own are below.

To remind of a new sort of thing, an area writes a `Remindable` for its model, and registers it in
its `AppConfig.ready`; its actions call `plan_reminders(thing, at=at)` whenever dates, people,
state or rule change. Nothing else in planning knows of it.
"""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from datetime import date
from typing import Any, Generic, TypeVar

from django.db.models import Model, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from campus.models import Person, Role
from campus.notices.topics import name_topic
from planning.models import Kind, PlanItem, ReminderRule

M = TypeVar("M", bound=Model)

REMINDER = "reminder"
ESCALATION = "escalation"


class Remindable(ABC, Generic[M]):
    """How reminders see one model. Subclasses say what differs."""

    model: type[M]
    # Subject → label: the sorts of things that have a rule each.
    subjects: Mapping[str, str | Promise]
    # Subject → fields of the ReminderRule in force until the school makes a rule of its own.
    default_rules: Mapping[str, Mapping[str, Any]] = {}

    @abstractmethod
    def subject(self, thing: M) -> str:
        """Which of `subjects` the thing belongs to."""

    @abstractmethod
    def open_things(self, subject: str | None = None) -> QuerySet[M]:
        """Things still to be done, with all that the methods below read; of one subject, or all."""

    @abstractmethod
    def is_open(self, thing: M) -> bool:
        """Whether it is still to be done."""

    @abstractmethod
    def due_on(self, thing: M) -> date | None:
        """The last day for it; None where it has none."""

    @abstractmethod
    def path(self, thing: M) -> str:
        """The page a reminder leads to."""

    @abstractmethod
    def responsible(self, thing: M) -> list[Person]:
        """Who is reminded; never empty as long as the school has a head or an administrator."""

    def heads(self, thing: M) -> list[Person]:
        """Who is told when it stays undone."""
        return heads()

    def whose(self, thing: M) -> str:
        """Whose it is, in the words of an escalation."""
        return "、".join(person.name for person in self.responsible(thing))

    def own_rule(self, thing: M) -> ReminderRule | None:
        """A rule of its own, in place of its subject's."""
        return None


REMINDABLE: dict[type[Model], Remindable[Any]] = {}


def register(remindable: Remindable[Any]) -> None:
    """Let things of `remindable.model` be reminded of."""
    REMINDABLE[remindable.model] = remindable


def remindable_for(thing: Model) -> Remindable[Any]:
    """How reminders see `thing`. Raises KeyError where its area has not handed it in."""
    return REMINDABLE[type(thing)]


def subjects() -> dict[str, str | Promise]:
    """All subjects that have a rule, with their labels."""
    return {
        subject: label
        for remindable in REMINDABLE.values()
        for subject, label in remindable.subjects.items()
    }


def remindable_of(subject: str) -> Remindable[Any]:
    """The remindable that `subject` belongs to. Raises KeyError where there is none."""
    for remindable in REMINDABLE.values():
        if subject in remindable.subjects:
            return remindable
    raise KeyError(subject)


def default_rule(subject: str) -> ReminderRule | None:
    """The shipped rule of `subject`, not stored; None where nothing is shipped."""
    fields = remindable_of(subject).default_rules.get(subject)
    return ReminderRule(subject=subject, **fields) if fields else None


def heads() -> list[Person]:
    """Whoever is on duty as head today; where nobody is, the administrators, so that nothing falls
    into a gap."""
    people = Person.objects.on_duty_as(Role.HEAD) or Person.objects.on_duty_as(Role.ADMINISTRATOR)
    return list(people)


class PlanItemReminders(Remindable[PlanItem]):
    """Items of the work plan, one subject for each kind."""

    model = PlanItem
    subjects = {f"plan_item.{kind.value}": kind.label for kind in Kind}
    # Drills and inspections are what the school must be able to prove; the numbers are ours.
    default_rules = {
        f"plan_item.{kind.value}": {
            "days_before": [5, 1],
            "on_the_day": True,
            "overdue_after": [1, 3],
            "escalate_after": [5],
        }
        for kind in (Kind.DRILL, Kind.INSPECTION)
    }

    def subject(self, thing: PlanItem) -> str:
        return f"plan_item.{thing.kind}"

    def open_things(self, subject: str | None = None) -> QuerySet[PlanItem]:
        found = PlanItem.objects.open().select_related("owner", "lead_unit", "reminder_rule")
        return found.filter(kind=subject.removeprefix("plan_item.")) if subject else found

    def is_open(self, thing: PlanItem) -> bool:
        return thing.is_open

    def due_on(self, thing: PlanItem) -> date:
        return thing.ends_on

    def path(self, thing: PlanItem) -> str:
        return thing.get_absolute_url()

    def responsible(self, thing: PlanItem) -> list[Person]:
        """The owner; without one, or when they have left, the head, who can name one."""
        if thing.owner and thing.owner.is_active:
            return [thing.owner]
        return heads()

    def whose(self, thing: PlanItem) -> str:
        return str(thing.owner or thing.lead_unit)

    def own_rule(self, thing: PlanItem) -> ReminderRule | None:
        return thing.reminder_rule


def hand_in() -> None:
    """Planning's own part: what it reminds of, and the topics of its notices."""
    register(PlanItemReminders())
    name_topic(REMINDER, _("Reminders"))
    name_topic(ESCALATION, _("What stays undone, to the head"))
