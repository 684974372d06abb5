"""Rooms whose property is to be counted."""

from datetime import date
from functools import partial
from typing import Any

from django.db.models import Count, F, Window
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from campus.agenda import Dated, Urgency, Waiting
from campus.models import Person
from campus.rows import Rows
from repairs.models import PropertyCheck, RoomCheck

KIND = "inspection"


def dated(person: Person, first: date, last: date) -> Rows[Dated]:
    """The last day of each check."""
    due = PropertyCheck.objects.visible_to(person).filter(due_on__range=(first, last))
    return Rows(rows=due, fields=("title", "due_on", "status"), draw=dated_check)


def dated_check(check: PropertyCheck) -> Dated:
    status = PropertyCheck.Status(check.status)
    return Dated(
        title=check.title, first=check.due_on, last=check.due_on, kind=KIND,
        path=check.get_absolute_url(), state=status, state_words=status.label,
        is_done=not check.is_under_way,
    )  # fmt: skip


def waiting(person: Person, today: date) -> Rows[Waiting]:
    """The rooms that the person is asked to count: of each check the first with how many."""
    rooms = RoomCheck.objects.to_count().filter(keeper=person)
    by_check: Any = [F("check_of_id")]
    return Rows(
        rows=rooms.order_by("check_of_id", "id").distinct("check_of_id"),
        fields=("check_of__title", "check_of__due_on", "place__name", "place__code"),
        extra={"count": Window(Count("*"), partition_by=by_check)},
        draw=partial(waiting_rooms, today=today),
    )


def waiting_rooms(room: Any, *, today: date) -> Waiting:
    """One room with the way to count it, several as their list."""
    words = ngettext("%(count)d room", "%(count)d rooms", room.count) % {"count": room.count}
    mine = f"{reverse('repairs:property_rooms')}?check_of={room.check_of.pk}&status=to_count"
    one = reverse("repairs:property_room_count", args=[room.pk])
    return Waiting(
        title=room.check_of.title,
        path=one if room.count == 1 else f"{mine}&which=mine",
        icon="checklist",
        urgency=urgency_of(room.check_of.due_on, today),
        due=room.check_of.due_on,
        detail=room.place.with_code if room.count == 1 else words,
        button=_("Count") if room.count == 1 else pgettext("button", "Open"),
    )


def urgency_of(due_on: date, today: date) -> Urgency:
    left = (due_on - today).days
    if left <= 0:
        return Urgency.OVERDUE if left else Urgency.TODAY
    return Urgency.SOON if left <= 7 else Urgency.LATER
