"""What planning tells the roof: its dated things for the calendar, and what waits for a person."""

from datetime import date, datetime

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from campus.agenda import Dated, Urgency, Waiting
from campus.models import Person, Role
from campus.school_time.calendar import school_calendar
from planning import rights
from planning.models import Acknowledgement, CalendarEntry, PlanItem, Reminder

# The calendar


def dated(person: Person, first: date, last: date) -> list[Dated]:
    """Plan items and calendar entries that touch a day from `first` to `last`, in no order.

    Three queries, however many there are. What was dropped is not shown; states and the people
    responsible are told to those who may read progress.
    """
    items = (
        PlanItem.objects.visible_to(person)
        .exclude(status=PlanItem.Status.DROPPED)
        .between(first, last)
        .select_related("lead_unit", "owner")
        .prefetch_related("support_units")
    )
    entries = CalendarEntry.objects.visible_to(person).between(first, last).select_related("unit")
    tells_progress = bool(rights.can_read_progress(person))
    return [
        *(dated_item(item, tells_progress=tells_progress) for item in items),
        *(dated_entry(entry, person) for entry in entries),
    ]


def dated_item(item: PlanItem, *, tells_progress: bool) -> Dated:
    """A plan item; without progress it is only what is to take place."""
    return Dated(
        title=item.title,
        first=item.starts_on,
        last=item.ends_on,
        kind=item.kind,
        path=item.get_absolute_url(),
        unit=str(item.lead_unit),
        support=tuple(map(str, item.support_units.all())),
        person=str(item.owner or "") if tells_progress else "",
        state=item.status if tells_progress else "",
        state_words=item.get_status_display() if tells_progress else "",
        is_done=tells_progress and not item.is_open,
    )


def dated_entry(entry: CalendarEntry, person: Person) -> Dated:
    """A calendar entry; whoever may change it may move it."""
    may_move = rights.can_change_entry(person, entry)
    return Dated(
        title=entry.title,
        first=entry.starts_on,
        last=entry.ends_on,
        kind=entry.kind,
        path=entry.get_absolute_url(),
        starts_at=entry.starts_at,
        unit=str(entry.unit or ""),
        place=entry.place,
        move_path=reverse("planning:entry_move", args=[entry.pk]) if may_move else "",
    )


# My day

# Working days ahead within which an open item is shown although it has not begun.
DAYS_AHEAD = 7


def waiting(person: Person, at: datetime) -> list[Waiting]:
    """Open items of `person` that are overdue, under way, or due within seven working days.

    Items that nobody is responsible for wait for the head, who can name somebody. Five queries,
    however many there are; in no order.
    """
    today = timezone.localtime(at).date()
    horizon = school_calendar().working_days_from(today, DAYS_AHEAD)
    near = Q(ends_on__lte=horizon) | Q(starts_on__lte=today)
    mine = PlanItem.objects.visible_to(person).open().filter(near, falls_to(person))
    items = list(mine.select_related("lead_unit"))
    asides = acknowledgeable(items, person)
    return [waiting_item(item, person, today, horizon, item.pk in asides) for item in items]


def falls_to(person: Person) -> Q:
    """Items of the person's own; for a head also those without an owner, as reminders have it."""
    own = Q(owner=person)
    if not person.on_duty_as(Role.HEAD):
        return own
    return own | Q(owner=None) | Q(owner__is_active=False)


def acknowledgeable(items: list[PlanItem], person: Person) -> set[int]:
    """Numbers of the items that `person` will be reminded of again and has not taken note of."""
    kind = ContentType.objects.get_for_model(PlanItem)
    due = {item.pk: item.ends_on for item in items}
    coming = Reminder.objects.filter(
        content_type=kind,
        object_id__in=due,
        state=Reminder.State.PLANNED,
        audience=Reminder.Audience.RESPONSIBLE,
    )
    noted = Acknowledgement.objects.filter(content_type=kind, object_id__in=due, person=person)
    known = {pk for pk, day in noted.values_list("object_id", "due_on") if due[pk] == day}
    return set(coming.values_list("object_id", flat=True)) - known


def waiting_item(
    item: PlanItem, person: Person, today: date, horizon: date, acknowledgeable: bool
) -> Waiting:
    """One item with its button: done where it is the person's own and has begun, else open it."""
    is_own = item.owner_id == person.pk
    done = is_own and item.starts_on <= today
    act = reverse("planning:item_move", args=[item.pk]) if done else ""
    aside = reverse("planning:item_acknowledge", args=[item.pk]) if acknowledgeable else ""
    facts = (item.get_kind_display(), str(item.lead_unit), "" if is_own else _("nobody named yet"))
    return Waiting(
        title=item.title,
        path=item.get_absolute_url(),
        icon="list-check",
        urgency=urgency_of(item, today, horizon),
        due=item.ends_on,
        detail=" · ".join(filter(None, facts)),
        button=pgettext("button", "Done") if done else pgettext("button", "Open"),
        act_path=act,
        act_fields=(("to", PlanItem.Status.DONE),) if done else (),
        aside=_("Got it") if aside else "",
        aside_path=aside,
    )


def urgency_of(item: PlanItem, today: date, horizon: date) -> Urgency:
    if item.ends_on < today:
        return Urgency.OVERDUE
    if item.ends_on == today:
        return Urgency.TODAY
    return Urgency.SOON if item.ends_on <= horizon else Urgency.LATER
