"""Applying an import: all of it in one transaction, or nothing."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from campus.audit.actions import record
from campus.doors import Refused
from campus.drafts.actions import forget_file
from campus.jobs.registry import Outcome, Progress
from campus.models import Duty, Person, Place, RosterChange, RosterImport
from campus.people import actions as people
from campus.places import actions as places
from campus.rosters.actions.asking import refuse_many_leavers
from campus.rosters.actions.fields import (
    BATCH,
    NEW,
    PERSON_FIELDS,
    day_of,
    duties_by_key,
    set_fields,
    set_place,
)
from campus.rosters.actions.lock import hold_school, locked
from campus.rosters.actions.reading import compared, totals
from campus.rosters.columns import PEOPLE
from campus.rosters.difference import Change
from campus.rosters.difference.change import PERSON_KIND
from campus.rosters.snapshot import School, school_now
from campus.rosters.terms import class_of_key, duty_parts
from campus.storing import store

DONE = gettext_noop(
    "“%(file)s” is imported: %(added)s added, %(changed)s changed, %(ended)s ended."
)
CHANGED_MEANWHILE = gettext_noop(
    "The school has changed since this file was read, so nothing was imported. Read it again and"
    " look at what it would do now."
)
STEPS = 4
What = RosterChange.What
# What happens to people and duties that are there already.
MOVED = (What.CHANGED, What.ENDED)


@transaction.atomic
def apply(
    roster: RosterImport, progress: Progress, *, sure: bool, by: Person, at: datetime
) -> Outcome:
    """Do what the import showed, and nothing else; `sure` says that many may leave by it.

    The difference is computed anew under a lock: raises Refused where it is not the one that was
    shown. The uploaded file is deleted, and so are the rows that changed nothing.
    """
    hold_school()
    ready = RosterImport.State.READY
    roster = locked(roster, ready, otherwise=_("This import is not ready to be applied."))
    refuse_many_leavers(roster, sure=sure)
    work = compared(roster, lock=True)
    refuse_other_changes(roster, work.changes, has_faults=bool(work.faults or work.roster.faults))
    write(work.changes, progress)
    roster.changes.filter(what=What.UNCHANGED).delete()
    forget_file(roster)
    roster.state, roster.applied_by, roster.applied_at = RosterImport.State.APPLIED, by, at
    store(roster)
    facts: dict[str, Any] = {"file": roster.file_name, **totals(roster)}
    record("roster_applied", by=by, at=at, about=roster, **facts)
    return Outcome(text=DONE, facts=facts, path=roster.get_absolute_url())


def refuse_other_changes(
    roster: RosterImport, changes: Iterable[Change], *, has_faults: bool
) -> None:
    """Raise Refused unless the changes are those that were shown."""
    shown = [change.stored() for change in roster.changes.order_by("id")]
    if has_faults or shown != [change.stored() for change in changes]:
        raise Refused(_(CHANGED_MEANWHILE))


def write(changes: Iterable[Change], progress: Progress) -> None:
    """Write all changes: units, people, places, duties, each needing the ids before it."""
    of: dict[tuple[str, str], list[Change]] = {}
    for change in changes:
        of.setdefault((change.kind, change.what), []).append(change)
    add_units(of)
    progress(1, STEPS)
    school = school_now(lock=True)
    for kind in PEOPLE:
        add_people(school, kind, of.get((kind, What.ADDED), []))
    progress(2, STEPS)
    change_people(
        school, [each for kind in PEOPLE for what in MOVED for each in of.get((kind, what), [])]
    )
    progress(3, STEPS)
    write_places(school_now(lock=True), of)
    school = school_now(lock=True)
    add_duties(school, of.get(("duties", What.ADDED), []))
    change_duties(school, [each for what in MOVED for each in of.get(("duties", what), [])])
    progress(STEPS, STEPS)


def add_units(of: dict[tuple[str, str], list[Change]]) -> None:
    classes = [class_of_key(change.key) for change in of.get(("classes", What.ADDED), [])]
    people.lay_departments_and_classes(
        [change.key for change in of.get(("departments", What.ADDED), [])],
        [(each.grade, each.number) for each in classes],
    )


def write_places(school: School, of: Mapping[tuple[str, str], list[Change]]) -> None:
    """New places, and those that change; wholes may be among either."""
    added = {change.key: change for change in of.get(("places", What.ADDED), [])}
    sites = school.sites | {code: Place(code=code) for code in added}
    moved = of.get(("places", What.CHANGED), [])
    for change in [*added.values(), *moved]:
        set_place(sites, change.key, change.fields, NEW, school)
    places.lay_all([sites[code] for code in added])
    places.reshape([sites[change.key] for change in moved])


def add_people(school: School, kind: str, changes: Iterable[Change]) -> None:
    """New people cannot sign in until they are given a first password."""
    people.enrol([new_person(school, kind, change) for change in changes])


def new_person(school: School, kind: str, change: Change) -> Person:
    person = Person(number=change.key, kind=PERSON_KIND[kind], password=make_password(None))
    set_fields(person, change.fields, NEW, school)
    return person


def change_people(school: School, changes: Iterable[Change]) -> None:
    """Changed, ended and returning people; their numbers and passwords stay."""
    moved = []
    for change in changes:
        person = school.people[change.key]
        set_fields(person, change.fields, NEW, school)
        moved.append(person)
    Person.objects.bulk_update(moved, PERSON_FIELDS, batch_size=BATCH)


def add_duties(school: School, changes: Iterable[Change]) -> None:
    people.give_duties([new_duty(school, change) for change in changes])


def new_duty(school: School, change: Change) -> Duty:
    number, role, department, school_class, place, starts_on = duty_parts(change.key)
    return Duty(
        person=school.people[number],
        role=role,
        department_id=school.departments.get(department),
        school_class_id=school.classes.get(school_class),
        place_id=school.places.get(place),
        starts_on=date.fromisoformat(starts_on),
        ends_on=day_of(change.fields["ends_on"][NEW]),
    )


def change_duties(school: School, changes: Iterable[Change]) -> None:
    """Duties whose last day changes; found by person, role, scope and first day."""
    held = duties_by_key(school)
    moved = []
    for change in changes:
        duty = held[change.key]
        duty.ends_on = day_of(change.fields["ends_on"][NEW])
        moved.append(duty)
    Duty.objects.bulk_update(moved, ["ends_on"], batch_size=BATCH)
    people.cut_stand_ins(moved)
