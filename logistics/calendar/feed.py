"""A person's calendar for other programs: RFC 5545, what the portal's calendar shows them.

It leaves the school's walls, so it names no people: neither who is responsible nor what a case is
about. Events keep their UID as long as their page has its address.
"""

import hashlib
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from campus.agenda import Dated
from campus.cases.agenda import promised
from campus.models import Person
from campus.rows import read
from campus.school_time.engine import SCHOOL_TIME, moment_of
from logistics.areas import dated_things
from planning.models import Kind

LOOKING_BACK, LOOKING_AHEAD = timedelta(days=30), timedelta(days=365)
# A year of a busy office has some hundreds; phones grow slow beyond this.
MOST_EVENTS = 2000
# How often programs should ask for it.
REFRESH = timedelta(hours=1)
ONE_DAY = timedelta(days=1)


def things_of(person: Person, today: date) -> list[Dated]:
    """What stands in the person's feed: their calendar around `today`, and what they have promised.

    The nearest days come first where there is too much.
    """
    first, last = today - LOOKING_BACK, today + LOOKING_AHEAD
    things = [*dated_things(person, first, last), *read(promised(person, first, last))]
    nearest = sorted(things, key=lambda thing: abs((thing.first - today).days))
    return sorted(nearest[:MOST_EVENTS], key=lambda thing: (thing.first, thing.path))


def fingerprint(things: Iterable[Dated]) -> str:
    """The same for the same things, whenever they are asked for."""
    told = repr([event_facts(thing) for thing in things])
    return hashlib.sha256(f"{settings.SITE_URL}{told}".encode()).hexdigest()


def event_facts(thing: Dated) -> tuple[object, ...]:
    """All of a thing that the feed tells."""
    return (
        thing.path, thing.title, thing.first, thing.last, thing.starts_at, thing.ends_at,
        thing.place, thing.kind, thing.unit,
    )  # fmt: skip


def written(things: Iterable[Dated], *, name: str, stamp: datetime) -> bytes:
    """The things as an iCalendar stream called `name`; `stamp` is when they last changed."""
    calendar = Calendar()
    calendar.add("prodid", "-//Campus Steward//Calendar//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    calendar.add("x-wr-timezone", str(SCHOOL_TIME))
    calendar.add("refresh-interval", REFRESH, parameters={"value": "DURATION"})
    calendar.add("x-published-ttl", "PT1H")
    for thing in things:
        calendar.add_component(event_of(thing, stamp))
    calendar.add_missing_timezones(first_date=stamp.date() - timedelta(days=400))
    return calendar.to_ical()


def event_of(thing: Dated, stamp: datetime) -> Event:
    """One thing as an event."""
    event = Event()
    event.add("uid", uid_of(thing))
    event.add("dtstamp", stamp)
    event.add("summary", thing.title)
    start, end = bounds(thing)
    event.add("dtstart", start)
    event.add("dtend", end)
    event.add("url", f"{settings.SITE_URL.rstrip('/')}{thing.path}")
    if thing.place:
        event.add("location", thing.place)
    if thing.kind:
        event.add("categories", [str(Kind(thing.kind).label)])
    if thing.unit:
        event.add("description", thing.unit)
    # What takes a whole day leaves people free for meetings on it.
    event.add("transp", "OPAQUE" if thing.starts_at else "TRANSPARENT")
    return event


def uid_of(thing: Dated) -> str:
    """The name by which programs know it again: that of its page, which has one thing alone."""
    page = thing.path.strip("/").replace("/", "-")
    host = urlsplit(settings.SITE_URL).hostname or "localhost"
    return f"{page}@{host}"


def bounds(thing: Dated) -> tuple[date | datetime, date | datetime]:
    """Beginning and end, the end outside: days for what takes the day, else moments in school time.

    Without an end a day's appointment lasts an hour, so that it can be seen; one over several days
    lasts to the end of the last.
    """
    if thing.starts_at is None:
        return thing.first, thing.last + ONE_DAY
    start = moment_of(thing.first, thing.starts_at)
    if thing.ends_at:
        return start, max(moment_of(thing.last, thing.ends_at), start)
    if thing.last > thing.first:
        return start, moment_of(thing.last + ONE_DAY, time.min)
    return start, start + timedelta(hours=1)


def name_for(person: Person) -> str:
    """What the calendar is called on the person's device."""
    return _("%(school)s logistics") % {"school": settings.SCHOOL_NAME or _("Demo High School")}
