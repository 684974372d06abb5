"""My day: what waits for the person who signed in, from every area, most urgent first."""

from datetime import date, datetime, timedelta

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from campus.agenda import Dated
from campus.doors import PersonRequest
from campus.models import InboxEntry, Person, Semester
from campus.school_time.calendar import week_no_of
from campus.school_time.days import monday_of
from logistics.areas import dated_things, waiting_things
from logistics.dashboard.rights import SEE_ALL

# How far ahead "coming up" looks, in days, and how many lines each of the small lists has.
AHEAD = timedelta(days=7)
LINES = 6


@require_safe
def my_day(request: PersonRequest) -> HttpResponse:
    """The first page after sign-in."""
    now = timezone.now()
    today = timezone.localtime(now).date()
    person = request.user
    waits = waiting_things(person, now)
    unread = InboxEntry.objects.visible_to(person).unread().select_related("notice")
    context = {
        "greeting": greeting(timezone.localtime(now)),
        "today": today,
        "week_no": school_week(today),
        "waiting": waits,
        "ahead": ahead(person, today, {each.path for each in waits})[:LINES],
        "news": unread[:LINES],
        "sees_all": person.on_duty_as(*SEE_ALL),
    }
    return render(request, "logistics/my_day.html", context)


def greeting(now: datetime) -> str:
    """By the time of day in school time."""
    if now.hour < 11:
        return _("Good morning")
    return _("Good afternoon") if now.hour < 18 else _("Good evening")


def school_week(today: date) -> int | None:
    """The number of the school week; None outside the semesters and before week 0."""
    semester = Semester.objects.filter(first_day__lte=today, last_day__gte=today).first()
    return week_no_of([semester], monday_of(today)) if semester else None


def ahead(person: Person, today: date, shown: set[str]) -> list[Dated]:
    """What begins in the coming days and does not wait for the person already."""
    return [
        each
        for each in dated_things(person, today, today + AHEAD)
        if each.first >= today and not each.is_done and each.path not in shown
    ]
