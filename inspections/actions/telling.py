"""Who is told of walks, of windows, of what was found and missed."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.utils.translation import gettext_noop

from campus.cases.registry import on_duty
from campus.models import Duty, Person, Place, Role
from campus.notices.actions import tell
from inspections.models import Inspection, Schedule, Window
from inspections.registry import NOTICE

SIGN = gettext_noop("Waits for your signature: %(checklist)s, %(place)s, walked by %(by)s")
FOUND = gettext_noop("%(count)s found: %(checklist)s, %(place)s")
OPENS = gettext_noop("To be walked by %(moment)s: %(checklist)s, %(count)s at %(place)s")
WARNING = gettext_noop("Still %(count)s to be walked by %(moment)s: %(checklist)s")
MISSED = gettext_noop("%(count)s missed: %(checklist)s, %(place)s")


def tell_to_sign(walk: Inspection, *, by: Person, at: datetime) -> None:
    """Ask those who may sign, but not the walker."""
    facts = {"checklist": walk.checklist.name, "place": walk.place.name, "by": by.name}
    tell_some(signers(walk), walk.get_absolute_url(), f"sign:{walk.pk}", SIGN, facts, but=by, at=at)


def signers(walk: Inspection) -> list[Person]:
    """Who may give the second signature; without anybody there, the head."""
    return holders([Role(each) for each in walk.checklist.second_roles], walk.place) or on_duty(
        Role.HEAD
    )


def tell_of_findings(walk: Inspection, *, by: Person, at: datetime) -> None:
    """Tell those who answer for the checklist how much was found."""
    people = holders([Role(each) for each in walk.checklist.roles], walk.place)
    facts = {
        "count": walk.faults, "checklist": walk.checklist.name, "place": walk.place.name
    }  # fmt: skip
    tell_some(
        people or on_duty(Role.HEAD), walk.get_absolute_url(), f"found:{walk.pk}", FOUND, facts,
        but=by, at=at,
    )  # fmt: skip


def tell_some(
    people: Iterable[Person], path: str, key: str, text: str, facts: dict[str, Any],
    *, but: Person | None, at: datetime,
) -> None:  # fmt: skip
    """Tell people in the portal, once under a key; not whoever has just done it."""
    readers = [person for person in people if person != but]
    if readers:
        tell(
            readers, key=f"{NOTICE}:{key}", topic=NOTICE, text=text, facts=facts, path=path, at=at,
            robots=False, mail=False,
        )  # fmt: skip


def holders(roles: list[Role], place: Place) -> list[Person]:
    """Staff and pupils who hold one of the roles today over the school, the place, a whole that it
    is part of, or a part of it."""
    if not roles:
        return []
    running = Duty.objects.running().filter(role__in=roles, person__is_active=True)
    people = {
        duty.person_id: duty.person
        for duty in running.select_related("person", "place")
        if duty.place is None
        or place.path.startswith(duty.place.path)
        or duty.place.path.startswith(place.path)
    }
    return list(people.values())


def people_of(schedule: Schedule) -> list[Person]:
    """Who walks what a schedule plans; without anybody there, the head."""
    if schedule.planned_for and schedule.planned_for.is_active:
        return [schedule.planned_for]
    found = holders([Role(schedule.role)], schedule.place) if schedule.role else []
    return found or on_duty(Role.HEAD)


def tell_of_window(
    window: Window, text: str, sort: str, *, count: int, path: str, at: datetime,
    with_heads: bool = False,
) -> None:  # fmt: skip
    """Tell the people of a window's schedule of it, all of its places in one notice."""
    schedule = window.schedule
    people = people_of(schedule)
    if with_heads:
        people = list({each.pk: each for each in (*people, *on_duty(Role.HEAD))}.values())
    facts = {
        "count": count, "checklist": schedule.checklist.name, "place": schedule.place.name,
        "moment": {"moment": window.due_at.isoformat()},
    }  # fmt: skip
    key = f"{sort}:{schedule.pk}:{window.pk}"
    # Long windows are worth an e-mail; several rounds a day are not.
    tell(
        people, key=f"{NOTICE}:{key}", topic=NOTICE, text=text, facts=facts, path=path, at=at,
        robots=False, mail=not schedule.is_frequent or with_heads,
    )  # fmt: skip
