"""Laying reminders, sending them when their moment comes, and taking note of them."""

import logging
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Model
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from campus.doors import Refused
from campus.models import InboxEntry, Person
from campus.notices.actions import tell
from campus.school_time.calendar import school_calendar
from campus.school_time.engine import SchoolCalendar
from planning import registry
from planning.models import Acknowledgement, Reminder, ReminderRule
from planning.models.reminder import Moment

logger = logging.getLogger(__name__)

UNDONE = gettext_noop("Still undone, due on %(day)s, with %(whose)s: %(title)s")


# -- laying


@transaction.atomic
def plan_reminders(thing: Model, *, at: datetime) -> None:
    """Lay the reminders of `thing` for its present dates, people, state and rule.

    Call it after each change of these. What was planned and no longer follows is cancelled; what
    was sent stays sent and is not sent again. Moments that have passed by `at` are left out, but
    while the due day is still to come or today, the latest of them goes out at once to whoever is
    responsible and has not been told. Raises KeyError where the thing's area has not handed it in.
    """
    plan_all_reminders([thing], at=at)


@transaction.atomic
def plan_all_reminders(things: Iterable[Model], *, at: datetime) -> None:
    """`plan_reminders` for many things, with one look at the calendar."""
    calendar = school_calendar()
    rules = {rule.subject: rule for rule in ReminderRule.objects.exclude(subject=None)}
    for thing in things:
        lay(thing, rule_of(thing, rules), calendar, at)


@transaction.atomic
def plan_reminders_anew(remindable: registry.Remindable[Any], pk: int, *, at: datetime) -> None:
    """`plan_reminders` for the thing numbered `pk` as it stands now, if it is still open."""
    locked = remindable.open_things().select_for_update(of=("self",))
    plan_all_reminders(locked.filter(pk=pk), at=at)


def rule_of(thing: Model, rules: dict[str | None, ReminderRule]) -> ReminderRule | None:
    """The rule in force: the thing's own, the school's for its subject, else the shipped one."""
    remindable = registry.remindable_for(thing)
    subject = remindable.subject(thing)
    return remindable.own_rule(thing) or rules.get(subject) or remindable.default_rule(subject)


def lay(thing: Model, rule: ReminderRule | None, calendar: SchoolCalendar, at: datetime) -> None:
    """Bring the planned reminders of `thing` in line with what should follow."""
    known = list(Reminder.objects.about(thing).select_for_update().order_by("pk"))
    wanted = wanted_reminders(thing, rule, calendar, at, known)
    keys = {place_of(reminder) for reminder in wanted}
    for reminder in known:
        if reminder.state == Reminder.State.PLANNED and place_of(reminder) not in keys:
            reminder.state = Reminder.State.CANCELLED
            reminder.save(update_fields=["state"])
    places = {place_of(reminder): reminder for reminder in known}
    Reminder.objects.bulk_create(
        [reminder for reminder in wanted if place_of(reminder) not in places], ignore_conflicts=True
    )
    for reminder in wanted:
        renew(places.get(place_of(reminder)), reminder)


def renew(known: Reminder | None, wanted: Reminder) -> None:
    """Plan again what had been cancelled and follows once more; another step may fall there now."""
    if known is None or known.state == Reminder.State.SENT:
        return
    if known.state == Reminder.State.CANCELLED:
        known.state, known.laid_at = Reminder.State.PLANNED, wanted.laid_at
    elif known.step == wanted.step:
        return
    known.step = wanted.step
    known.save(update_fields=["state", "step", "laid_at"])


def place_of(reminder: Reminder) -> tuple[Any, ...]:
    """What makes a reminder of one thing the same as another: the fields of the constraint."""
    return reminder.due_on, reminder.audience, reminder.moment, reminder.person_id


def wanted_reminders(
    thing: Model,
    rule: ReminderRule | None,
    calendar: SchoolCalendar,
    at: datetime,
    known: list[Reminder],
) -> list[Reminder]:
    """The reminders that should be planned now, not stored."""
    remindable = registry.remindable_for(thing)
    due_on = remindable.due_on(thing)
    if rule is None or due_on is None or not remindable.is_open(thing):
        return []
    moments = rule.moments(due_on, calendar, in_calendar_days=remindable.in_calendar_days)
    wanted = [new_reminder(thing, due_on, moment, at) for moment in moments if moment.at > at]
    passed = [m for m in moments if m.at <= at and m.audience == Reminder.Audience.RESPONSIBLE]
    if passed and due_on >= timezone.localtime(at).date():
        wanted += at_once(thing, new_reminder(thing, due_on, passed[-1], at), known)
    return wanted


def new_reminder(thing: Model, due_on: date, moment: Moment, at: datetime) -> Reminder:
    return Reminder(
        content_type=ContentType.objects.get_for_model(thing),
        object_id=thing.pk,
        due_on=due_on,
        audience=moment.audience,
        step=moment.step,
        moment=moment.at,
        laid_at=at,
    )


def at_once(thing: Model, latest: Reminder, known: list[Reminder]) -> list[Reminder]:
    """The latest step that has passed, for those who have not been told of it and should be."""
    same = {place_of(reminder): reminder for reminder in known}.get(place_of(latest))
    untold = people_to_remind(thing, latest.due_on)
    if same is None or same.state != Reminder.State.SENT:
        return [latest] if untold else []
    told = set(InboxEntry.objects.filter(notice__key=same.key).values_list("person", flat=True))
    return [for_person(latest, person) for person in untold if person.pk not in told]


def for_person(reminder: Reminder, person: Person) -> Reminder:
    """The same reminder for one person who was not yet responsible when it went out."""
    return Reminder(
        content_type=reminder.content_type,
        object_id=reminder.object_id,
        due_on=reminder.due_on,
        audience=reminder.audience,
        step=reminder.step,
        moment=reminder.moment,
        laid_at=reminder.laid_at,
        person=person,
    )


@transaction.atomic
def forget_reminders(thing: Model) -> None:
    """Take away all reminders of a thing that is about to be deleted; notices sent remain."""
    Reminder.objects.about(thing).delete()
    Acknowledgement.objects.about(thing).delete()


# -- sending


@transaction.atomic
def send_reminder(pk: int, *, at: datetime) -> bool:
    """Send the reminder numbered `pk` if its moment has come; True if it went out.

    Its row is locked while the notice is written in the same transaction, so workers that run at
    the same time, or one that dies half-way, neither double nor lose it. It is cancelled where
    nobody is left to be told: the thing is done, gone, due on another day, or acknowledged; and
    where a later one says the same: after a day without power one notice is enough.
    """
    locked = Reminder.objects.select_for_update(skip_locked=True, of=("self",))
    reminder = locked.due(at).select_related("person").filter(pk=pk).first()
    if reminder is None:
        return False
    people = [] if is_overtaken(reminder, at) else people_for(reminder)
    if people:
        say(reminder, people, at)
        reminder.state, reminder.sent_at = Reminder.State.SENT, at
    else:
        reminder.state = Reminder.State.CANCELLED
    reminder.save(update_fields=["state", "sent_at"])
    return bool(people)


def is_overtaken(reminder: Reminder, at: datetime) -> bool:
    """Whether a later step for the same people has come up too, or has gone out already."""
    later = Reminder.objects.filter(
        content_type=reminder.content_type, object_id=reminder.object_id, due_on=reminder.due_on,
        audience=reminder.audience, person=reminder.person, moment__gt=reminder.moment,
        moment__lte=at, state__in=[Reminder.State.PLANNED, Reminder.State.SENT],
    )  # fmt: skip
    return later.exists()


def people_for(reminder: Reminder) -> list[Person]:
    """Who is to be told now; nobody where there is nothing to tell."""
    thing = reminder.thing
    if thing is None:
        return []
    remindable = registry.remindable_for(thing)
    if not remindable.is_open(thing) or remindable.due_on(thing) != reminder.due_on:
        return []
    if reminder.audience == Reminder.Audience.HEAD:
        return heads_for(reminder, thing)
    people = people_to_remind(thing, reminder.due_on)
    return [p for p in people if reminder.person_id in (None, p.pk)]


def people_to_remind(thing: Model, due_on: date) -> list[Person]:
    """Whoever is responsible and has not acknowledged this due day."""
    noted = Acknowledgement.objects.about(thing).filter(due_on=due_on)
    known = set(noted.values_list("person", flat=True))
    people = registry.remindable_for(thing).responsible(thing)
    return [person for person in people if person.pk not in known]


def heads_for(reminder: Reminder, thing: Model) -> list[Person]:
    """The heads, but for one who is told as the person responsible at the very same moment."""
    twin = Reminder.objects.about(thing).filter(
        due_on=reminder.due_on,
        moment=reminder.moment,
        audience=Reminder.Audience.RESPONSIBLE,
        state__in=[Reminder.State.PLANNED, Reminder.State.SENT],
    )
    told = people_to_remind(thing, reminder.due_on) if twin.exists() else []
    return [head for head in registry.remindable_for(thing).heads(thing) if head not in told]


def say(reminder: Reminder, people: list[Person], at: datetime) -> None:
    """Tell people, in words that are true at `at` even if it comes late."""
    thing = reminder.thing
    assert thing is not None
    remindable = registry.remindable_for(thing)
    to_head = reminder.audience == Reminder.Audience.HEAD
    today = timezone.localtime(at).date()
    facts = {"title": remindable.title(thing), "day": {"day": reminder.due_on.isoformat()}}
    tell(
        people,
        key=reminder.key,
        topic=registry.ESCALATION if to_head else registry.REMINDER,
        text=UNDONE if to_head else sentence_on(remindable, today, reminder.due_on),
        facts=facts | {"whose": remindable.whose(thing)} if to_head else facts,
        path=remindable.path(thing),
        at=at,
        late=is_late(reminder, at),
        robots=remindable.tells_robots and reminder.person_id is None,
    )


def sentence_on(remindable: registry.Remindable[Any], today: date, due_on: date) -> str:
    """The thing's own sentence for a day that is to come, is here, or has passed."""
    if due_on == today:
        return remindable.today
    return remindable.coming if due_on > today else remindable.overdue


def is_late(reminder: Reminder, at: datetime) -> bool:
    """Whether it goes out noticeably after it could have: its moment, or when it was laid."""
    return at - max(reminder.moment, reminder.laid_at) > settings.REMINDER_LATE_AFTER


# -- taking note


@transaction.atomic
def acknowledge(thing: Model, *, by: Person, at: datetime) -> Acknowledgement:
    """Take note that `thing` is due: `by` gets no more reminders of this due day.

    The escalation to the head still comes if the thing stays open: to have seen it is not to have
    done it. A new due day begins anew. Raises Refused where nothing is open or due.
    """
    remindable = registry.remindable_for(thing)
    due_on = remindable.due_on(thing)
    if due_on is None or not remindable.is_open(thing):
        raise Refused(_("“%(thing)s” is not open any more.") % {"thing": thing})
    noted, _made = Acknowledgement.objects.get_or_create(
        content_type=ContentType.objects.get_for_model(thing),
        object_id=thing.pk,
        due_on=due_on,
        person=by,
        defaults={"at": at},
    )
    return noted
