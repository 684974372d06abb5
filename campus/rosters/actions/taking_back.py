"""Taking an import back: everything as it was before, unless somebody has changed it since."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import DO_NOTHING, Model
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext

from campus.audit.actions import record
from campus.doors import Refused
from campus.jobs.registry import Outcome, Progress
from campus.models import (
    Department,
    Duty,
    Person,
    Place,
    RosterChange,
    RosterImport,
    SchoolClass,
)
from campus.places import actions as places
from campus.rosters.actions.fields import (
    BATCH,
    OLD,
    PERSON_FIELDS,
    day_of,
    duties_by_key,
    set_fields,
    set_place,
)
from campus.rosters.actions.lock import hold_school, locked
from campus.rosters.actions.reading import totals
from campus.rosters.columns import PEOPLE
from campus.rosters.snapshot import School, iso, school_now
from campus.rosters.terms import duty_parts
from campus.storing import store

DONE = gettext_noop("“%(file)s” is taken back: everything is as it was before it.")
# More names than these help nobody.
MOST_NAMED = 10
STEPS = 4
What = RosterChange.What


@transaction.atomic
def take_back(roster: RosterImport, progress: Progress, *, by: Person, at: datetime) -> Outcome:
    """Undo an applied import, all or nothing. Raises Refused with the rows that stand in the way:
    those that have been changed since, and new ones that have come into use."""
    hold_school()
    applied = RosterImport.State.APPLIED
    roster = locked(roster, applied, otherwise=_("Only what was imported can be taken back."))
    changes = list(roster.changes.exclude(what=What.UNCHANGED).order_by("id"))
    school = school_now(lock=True)
    refuse(changed_since(school, changes))
    progress(1, STEPS)
    take_back_duties(school, [each for each in changes if each.kind == "duties"])
    take_back_places(school, [each for each in changes if each.kind == "places"])
    take_back_people(school, [each for each in changes if each.kind in PEOPLE])
    progress(2, STEPS)
    remove_places({school.places[each.key]: each for each in added(changes, "places")})
    remove(Person, {school.people[each.key].pk: each for each in added(changes, *PEOPLE)})
    progress(3, STEPS)
    remove(
        Department, {school.departments[each.key]: each for each in added(changes, "departments")}
    )
    remove(SchoolClass, {school.classes[each.key]: each for each in added(changes, "classes")})
    roster.state = RosterImport.State.TAKEN_BACK
    roster.taken_back_by, roster.taken_back_at = by, at
    store(roster)
    progress(STEPS, STEPS)
    facts: dict[str, Any] = {"file": roster.file_name, **totals(roster)}
    record("roster_taken_back", by=by, at=at, about=roster, **facts)
    return Outcome(text=DONE, facts=facts, path=roster.get_absolute_url())


def added(changes: Iterable[RosterChange], *kinds: str) -> list[RosterChange]:
    return [each for each in changes if each.kind in kinds and each.what == What.ADDED]


def refuse(standing: list[RosterChange]) -> None:
    """Raise Refused with the names of what stands in the way, if anything does."""
    if not standing:
        return
    names = [f"{each.title} ({duty_parts(each.key)[0]})" for each in standing[:MOST_NAMED]]
    more = len(standing) - len(names)
    if more:
        names.append(ngettext("%(count)d more", "%(count)d more", more) % {"count": more})
    raise Refused(
        _("Nothing was taken back. These have been changed since, or are in use: %(names)s.")
        % {"names": "、".join(names)}
    )


def changed_since(school: School, changes: Iterable[RosterChange]) -> list[RosterChange]:
    """The changes whose things are not any more as the import left them."""
    held = duties_by_key(school)
    return [change for change in changes if not is_as_left(school, held, change)]


def is_as_left(school: School, held: dict[str, Duty], change: RosterChange) -> bool:
    if change.kind == "departments":
        return change.key in school.departments
    if change.kind == "classes":
        return change.key in school.classes
    if change.kind == "places":
        return is_place_as_left(school, change)
    if change.kind == "duties":
        duty = held.get(change.key)
        return duty is not None and iso(duty.ends_on) == change.fields["ends_on"][1]
    return is_person_as_left(school, change)


def is_person_as_left(school: School, change: RosterChange) -> bool:
    """Whether every field has the value that was imported; new people have not signed in."""
    person = school.people.get(change.key)
    if person is None:
        return False
    state = school.state_of(person)
    same = all(state[key] == pair[1] for key, pair in change.fields.items())
    if change.what == What.ADDED:
        return same and person.is_active and not person.last_login
    return same and has_old_units(school, change)


def is_place_as_left(school: School, change: RosterChange) -> bool:
    """Whether every field has the value that was imported, and what it goes back to is there."""
    site = school.sites.get(change.key)
    if site is None:
        return False
    state = school.place_state(site)
    whole, _new = change.fields.get("parent", ["", ""])
    is_there = not whole or whole in school.sites
    return is_there and all(state[key] == pair[1] for key, pair in change.fields.items())


def has_old_units(school: School, change: RosterChange) -> bool:
    """Whether the department or class that the person goes back to is still there."""
    department, _new = change.fields.get("department", ["", ""])
    school_class, _new = change.fields.get("school_class", ["", ""])
    return (not department or department in school.departments) and (
        not school_class or school_class in school.classes
    )


def take_back_duties(school: School, changes: Iterable[RosterChange]) -> None:
    """New duties never were; the others end when they did."""
    held = duties_by_key(school)
    moved = []
    new = []
    for change in changes:
        duty = held[change.key]
        if change.what == What.ADDED:
            new.append(duty.pk)
        else:
            duty.ends_on = day_of(change.fields["ends_on"][OLD])
            moved.append(duty)
    Duty.objects.filter(pk__in=new).delete()
    Duty.objects.bulk_update(moved, ["ends_on"], batch_size=BATCH)


def take_back_people(school: School, changes: Iterable[RosterChange]) -> None:
    moved = []
    for change in changes:
        if change.what != What.ADDED:
            person = school.people[change.key]
            set_fields(person, change.fields, OLD, school)
            moved.append(person)
    Person.objects.bulk_update(moved, PERSON_FIELDS, batch_size=BATCH)


def take_back_places(school: School, changes: Iterable[RosterChange]) -> None:
    moved = [change for change in changes if change.what != What.ADDED]
    for change in moved:
        set_place(school.sites, change.key, change.fields, OLD, school)
    places.reshape([school.sites[change.key] for change in moved])


def remove_places(new: dict[int, RosterChange]) -> None:
    """Delete the places that the import had added, the deepest first; raises Refused with those
    that are in use by now, as a whole of others or otherwise."""
    in_use = used(Place, set(new))
    refuse([change for pk, change in new.items() if pk in in_use])
    for level in reversed(Place.LEVELS):
        Place.objects.filter(pk__in=new, kind=level).delete()


def remove(model: type[Model], new: dict[int, RosterChange]) -> None:
    """Delete what the import had added; raises Refused with those that are in use by now."""
    in_use = used(model, set(new))
    refuse([change for pk, change in new.items() if pk in in_use])
    model._default_manager.filter(pk__in=new).delete()


def used(model: type[Model], pks: set[int]) -> set[int]:
    """Which rows others point at; row history, which outlives what it tells of, does not count."""
    found: set[int] = set()
    for relation in model._meta.get_fields(include_hidden=True) if pks else ():
        if not (relation.auto_created and (relation.one_to_many or relation.one_to_one)):
            continue
        pointing: Any = relation
        if pointing.on_delete is DO_NOTHING:
            continue
        name = pointing.field.attname
        rows = pointing.related_model._base_manager.filter(**{f"{name}__in": pks})
        if pointing.related_model is model:
            # What goes as well does not stand in the way.
            rows = rows.exclude(pk__in=pks)
        found |= set(rows.values_list(name, flat=True))
    return found
