"""What can be reminded of: each area hands in its dated things here, and planning's own are below.

To remind of a new sort of thing, an area writes a `Remindable` for its model, and registers it in
its `AppConfig.ready`; its actions call `plan_reminders(thing, at=at)` whenever dates, people,
state or rule change. Nothing else in planning knows of it.
"""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Generic, TypeVar

from django.db.models import Model, Q, QuerySet
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from campus.audit.registry import name_kinds
from campus.models import Person, Role
from campus.notices.topics import name_topic
from campus.people.registry import name_act
from campus.records.registry import Commentable, Historical, keep_history, take_comments
from campus.webhooks.names import name_states
from planning import mapped, rights
from planning.models import CalendarEntry, Kind, Meeting, PlanItem, ReminderRule

M = TypeVar("M", bound=Model)

REMINDER = "reminder"
ESCALATION = "escalation"
MEETING = "meeting"


class Remindable(ABC, Generic[M]):
    """How reminders see one model. Subclasses say what differs."""

    model: type[M]
    # What a reminder says before the day, on it and after it, of `day` and `title`.
    coming = gettext_noop("Due on %(day)s: %(title)s")
    today = gettext_noop("Due today, %(day)s: %(title)s")
    overdue = gettext_noop("Overdue since %(day)s: %(title)s")
    # Whether days off count too between a reminder and the due day.
    in_calendar_days = False
    # Whether groups are told by robots, or only whoever is responsible.
    tells_robots = True
    # Subject → label: the sorts of things that have a rule each.
    subjects: Mapping[str, str | Promise]

    @abstractmethod
    def subject(self, thing: M) -> str:
        """Which of `subjects` the thing belongs to."""

    @abstractmethod
    def open_things(self, subject: str | None = None) -> QuerySet[M]:
        """Things still to be done, with all that the methods below read; of one subject, or all.

        All of them are laid anew every morning. Of a table that grows without end these are only
        those whose due day is `near`, found by an index.
        """

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

    def title(self, thing: M) -> str:
        """What it is called in a reminder."""
        return str(thing)

    def heads(self, thing: M) -> list[Person]:
        """Who is told when it stays undone."""
        return heads()

    def whose(self, thing: M) -> str:
        """Whose it is, in the words of an escalation."""
        return "、".join(person.name for person in self.responsible(thing))

    def own_rule(self, thing: M) -> ReminderRule | None:
        """A rule of its own, in place of its subject's."""
        return None

    def default_rule(self, subject: str) -> ReminderRule | None:
        """The shipped rule of `subject`, not stored; None where nothing is shipped."""
        steps = self.default_steps(subject)
        return ReminderRule(subject=subject, **steps) if steps else None

    def default_steps(self, subject: str) -> Mapping[str, Any] | None:
        """The fields of the rule in force until the school makes one of its own."""
        return None

    def near(self, subject: str | None, today: date) -> tuple[date, date]:
        """The first and the last due day around which a reminder may still follow, by the rules in
        force of the subject or of all of them: one query."""
        names = [subject] if subject else list(self.subjects)
        own = {rule.subject: rule for rule in ReminderRule.objects.filter(subject__in=names)}
        rules = [own.get(name) or self.default_rule(name) for name in names]
        distances = [days for rule in rules if rule for _step, days in rule.steps()]
        return today - reach(max(distances, default=0)), today + reach(-min(distances, default=0))


def reach(working_days: int) -> timedelta:
    """Calendar days that surely hold so many working days, holidays of the year among them; our own
    figure."""
    return timedelta(days=2 * max(working_days, 0) + 30)


REMINDABLE: dict[type[Model], Remindable[Any]] = {}


def register(remindable: Remindable[Any]) -> None:
    """Let things of `remindable.model` be reminded of."""
    REMINDABLE[remindable.model] = remindable


def remindable_for(thing: Model) -> Remindable[Any]:
    """How reminders see `thing`. Raises KeyError where its area has not handed it in."""
    return REMINDABLE[type(thing)]


@dataclass(frozen=True)
class Subject:
    """A sort of things that has a rule: its name, what people call it, how it is reminded of."""

    name: str
    label: str | Promise
    remindable: Remindable[Any]


def subjects() -> dict[str, Subject]:
    """All sorts of things that have a rule, by their names."""
    return {
        name: Subject(name, label, remindable)
        for remindable in REMINDABLE.values()
        for name, label in remindable.subjects.items()
    }


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
    proven = {f"plan_item.{kind.value}" for kind in (Kind.DRILL, Kind.INSPECTION)}
    steps = {
        "days_before": [5, 1],
        "on_the_day": True,
        "overdue_after": [1, 3],
        "escalate_after": [5],
    }

    def default_steps(self, subject: str) -> Mapping[str, Any] | None:
        return self.steps if subject in self.proven else None

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


class MeetingReminders(Remindable[Meeting]):
    """Meetings that are still to be held: in working days, so none an hour before.

    The day's own reminder comes when the office opens, and the calendar feed lets everybody's own
    device ring as they like.
    """

    model = Meeting
    subjects = {"meeting": _("Meetings")}
    coming = gettext_noop("Meeting on %(day)s: %(title)s")
    today = gettext_noop("Meeting today, %(day)s: %(title)s")

    def default_steps(self, subject: str) -> Mapping[str, Any] | None:
        return {"days_before": [1], "on_the_day": True}

    def subject(self, thing: Meeting) -> str:
        return "meeting"

    def open_things(self, subject: str | None = None) -> QuerySet[Meeting]:
        return Meeting.objects.filter(status=Meeting.Status.PLANNED).select_related("place")

    def is_open(self, thing: Meeting) -> bool:
        return thing.is_planned

    def due_on(self, thing: Meeting) -> date:
        return thing.day

    def path(self, thing: Meeting) -> str:
        return thing.get_absolute_url()

    def responsible(self, thing: Meeting) -> list[Person]:
        """Everybody on the roll, and whoever has called it."""
        on_roll = Q(pk__in=thing.attendees.values("person"))
        called = Q(pk=thing.called_by_id)
        return list(Person.objects.active().filter(on_roll | called)) or heads()

    def title(self, thing: Meeting) -> str:
        """With its hour and its place."""
        parts = (
            thing.title,
            f"{timezone.localtime(thing.starts_at):%H:%M}",
            str(thing.place or ""),
        )
        return " ".join(filter(None, parts))

    def whose(self, thing: Meeting) -> str:
        return thing.chair.name


def hand_in() -> None:
    """Planning's own part: what it reminds of, what is talked about, whose history
    is read, the topics of its notices."""
    mapped.hand_in()
    register(PlanItemReminders())
    register(MeetingReminders())
    ruled = gettext_noop("Reminders of %(subject)s were changed.")
    name_kinds({"reminder_ruled": (_("Rule of reminders"), ruled)})
    take_comments(
        Commentable(
            model=Meeting,
            may_comment=rights.can_talk,
            may_read=rights.can_talk,
            path=Meeting.get_absolute_url,
        )
    )
    keep_history(Historical(model=Meeting, may_edit=rights.can_run, path=Meeting.get_absolute_url))
    name_topic(MEETING, _("Meetings"))
    name_states(Meeting, "meeting", _("Meetings"))
    name_states(PlanItem, "plan_item", _("Items of the work plan"))
    take_comments(
        Commentable(
            model=PlanItem,
            may_comment=rights.can_comment,
            may_read=lambda person, item: rights.can_read_progress(person),
            path=PlanItem.get_absolute_url,
        )
    )
    keep_history(
        Historical(model=PlanItem, may_edit=rights.can_move, path=PlanItem.get_absolute_url)
    )
    keep_history(
        Historical(
            model=CalendarEntry,
            may_edit=rights.can_change_entry,
            path=CalendarEntry.get_absolute_url,
        )
    )
    name_topic(REMINDER, _("Reminders"))
    name_topic(ESCALATION, _("What stays undone, to the head"))
    name_acts()


def name_acts() -> None:
    """What one can ask who may do."""
    area = _("Work plan and meetings")
    name_act(area, _("Plan: import, write and change the work plan"), rights.can_plan)
    name_act(area, _("Read the progress of the plan"), rights.can_read_progress)
    name_act(area, _("Write entries into the calendar"), rights.can_write_entries)
    name_act(area, _("Call meetings"), rights.can_call_meetings)
    name_act(area, _("Direct several actions at once"), rights.can_direct_actions)
    name_act(area, _("Look through papers"), rights.can_read_papers)
    name_act(area, _("Export the list of papers"), rights.can_export_papers)
    name_act(area, _("Say which kinds of papers there are"), rights.can_keep_kinds)
    name_act(area, _("Set the rules of reminders"), rights.can_rule_reminders)
