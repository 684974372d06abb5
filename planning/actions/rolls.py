"""Who is on the roll of a meeting, and whether they came."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from campus.doors import Refused
from campus.models import Person, Role
from campus.storing import store
from planning.models import Attendee, Meeting

Way, Presence = Attendee.Way, Attendee.Presence
# Said of a guest who was put on the roll by mistake.
OFF = "off"


@dataclass(frozen=True)
class Roll:
    """Whom an invitation brought onto the roll, who stays there, and who is off it now."""

    new: list[Person]
    old: list[Person]
    gone: list[Person]


def invite(meeting: Meeting, people: Iterable[Person]) -> Roll:
    """Let `people`, chair and recorder, and everybody in the meeting's groups be on its roll.

    Whoever has been called already stays, and so do guests.
    """
    wanted = wanted_on_roll(meeting, people)
    known = {each.person_id: each for each in meeting.attendees.select_related("person")}
    gone = [
        each
        for pk, each in known.items()
        if pk not in wanted and not each.is_guest and each.presence == Presence.OPEN
    ]
    for each in gone:
        each.delete()
    for pk, (person, way) in wanted.items():
        put_on_roll(meeting, known.get(pk), person, way)
    old = [each.person for pk, each in known.items() if pk in wanted]
    new = [person for pk, (person, _way) in wanted.items() if pk not in known]
    return Roll(new, old, [each.person for each in gone])


def wanted_on_roll(meeting: Meeting, people: Iterable[Person]) -> dict[int, tuple[Person, str]]:
    """By number: everybody who is to be there, and whether by name or with a group."""
    runs = [person for person in (meeting.chair, meeting.recorder) if person]
    wanted = {person.pk: (person, Way.NAME.value) for person in [*runs, *people]}
    for person in people_in_groups(meeting):
        wanted.setdefault(person.pk, (person, Way.GROUP.value))
    return wanted


def people_in_groups(meeting: Meeting) -> list[Person]:
    """Whoever holds one of the invited roles today, and the staff of the invited departments."""
    in_departments = Q(department__in=meeting.departments.all())
    found = Person.objects.staff().filter(in_departments)
    roles = [Role(role) for role in meeting.roles]
    return [*found, *(Person.objects.on_duty_as(*roles) if roles else ())]


def put_on_roll(meeting: Meeting, known: Attendee | None, person: Person, way: str) -> None:
    """Put one person on the roll, or correct how they came there."""
    attendee = known or Attendee(meeting=meeting, person=person)
    if known and known.way in (way, Way.GUEST):
        return
    attendee.way = way
    store(attendee)


@transaction.atomic
def call_roll(
    meeting: Meeting, *, said: Mapping[int, str], guests: Iterable[Person], at: datetime
) -> None:
    """Note who is there: `said` is the presence by number of the attendee, `guests` came besides.

    Only what is named changes, so that two people can call the roll at once. A guest who is OFF is
    taken off the roll. Raises Refused while the meeting is not open, ValidationError.
    """
    meeting = Meeting.objects.select_for_update(of=("self",)).get(pk=meeting.pk)
    if not meeting.is_held:
        raise Refused(_("The roll is called from the opening of a meeting to its publication."))
    for attendee in meeting.attendees.filter(pk__in=said):
        note_presence(attendee, said[attendee.pk])
    known = set(meeting.attendees.values_list("person", flat=True))
    for person in guests:
        if person.pk not in known:
            welcome(meeting, person)


def note_presence(attendee: Attendee, said: str) -> None:
    """Note one answer of the roll call."""
    if attendee.is_guest and said == OFF:
        attendee.delete()
        return
    attendee.presence = said
    store(attendee)


def welcome(meeting: Meeting, person: Person) -> None:
    """Put a guest on the roll, who is there."""
    guest = Attendee(meeting=meeting, person=person, way=Way.GUEST, presence=Presence.PRESENT)
    store(guest)
