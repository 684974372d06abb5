"""Duties, told apart by person, role, scope and first day; and those of whoever leaves."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_noop

from campus.models import Duty, Role
from campus.rosters.difference.change import Comparing, What
from campus.rosters.difference.units import TWICE, known_class_in, known_department_in
from campus.rosters.reading import ReadRow
from campus.rosters.snapshot import iso
from campus.rosters.terms import duty_key, role_of

NOBODY = gettext_noop(
    "Nobody at this school has the number %(number)s. Add the person to the staff or pupils first."
)
LEFT = gettext_noop("%(name)s (%(number)s) has left the school.")
OTHER_NAME = gettext_noop("The number %(number)s belongs to %(name)s, not to %(typed)s.")
NO_ROLE = gettext_noop("“%(value)s” is not a role. The sheet of notes in the template lists them.")
NOT_FOR_PUPILS = gettext_noop("A pupil cannot be on duty as “%(value)s”.")
NO_PLACE = gettext_noop("There is no place with the code “%(value)s”.")
NO_GRADES = gettext_noop("A duty is held over a class and not over a grade: fill in the class too.")
ENDS_FIRST = gettext_noop("The last day lies before the first.")
OVERLAPS = gettext_noop(
    "This duty runs since %(since)s already. Give that day, or leave the first day empty."
)
FOR_PUPILS = {Role.DORM_LEADER.value, Role.CANTEEN_COMMITTEE.value}

Scope = tuple[str, str, str, str]


@dataclass(frozen=True)
class Wanted:
    """A duty as a row tells it; `scope` is role, department, class and place."""

    number: str
    name: str
    scope: Scope
    starts_on: date | None
    ends_on: date | None


def compare_duties(work: Comparing) -> None:
    """Hold the rows of duties against those that are held."""
    rows: dict[str, ReadRow] = {}
    for row in work.roster.rows["duties"]:
        before = len(work.faults)
        wanted = wanted_duty(work, row)
        if wanted is None or len(work.faults) > before:
            continue
        held = held_duty(work, wanted)
        starts_on = held.starts_on if held else wanted.starts_on or work.day
        key = duty_key(wanted.number, wanted.scope, starts_on)
        first = rows.setdefault(key, row)
        if first is not row:
            work.add_fault(row, "number", TWICE, first=first.number)
        elif is_possible(work, row, wanted, held, starts_on):
            note_duty(work, row, wanted, held, key)


def wanted_duty(work: Comparing, row: ReadRow) -> Wanted | None:
    """The duty of a row; None with a fault told where it names nobody, or no role."""
    number, role = row.cells["number"], role_of(row.cells["role"])
    if not number or not row.cells["role"]:
        return None
    if not role:
        work.add_fault(row, "role", NO_ROLE, value=row.cells["role"])
        return None
    name = name_of_holder(work, row, number, role)
    place = row.cells.get("place", "")
    if place and place not in work.places:
        work.add_fault(row, "place", NO_PLACE, value=place)
    if row.cells.get("grade") and not row.cells.get("class"):
        work.add_fault(row, "grade", NO_GRADES)
    scope = (role, known_department_in(work, row), known_class_in(work, row), place)
    return Wanted(number, name, scope, row.cells.get("starts_on"), row.cells.get("ends_on"))


def name_of_holder(work: Comparing, row: ReadRow, number: str, role: str) -> str:
    """The name of whoever has the number; what keeps them from the duty becomes a fault."""
    listed, known = work.listed.get(number), work.school.people.get(number)
    if listed is None and known is None:
        work.add_fault(row, "number", NOBODY, number=number)
        return ""
    name = str(listed.cells["name"]) if listed else known.name if known else ""
    has_left = known is not None and not known.is_active and listed is None
    if has_left or number in work.leaving:
        work.add_fault(row, "number", LEFT, number=number, name=name)
    typed = row.cells.get("name", "")
    # A name that is missing itself has been told of where it stands.
    if typed and name and typed != name:
        work.add_fault(row, "name", OTHER_NAME, number=number, name=name, typed=typed)
    is_pupil = listed.kind == "pupils" if listed else known is not None and known.is_pupil
    if is_pupil and role not in FOR_PUPILS:
        work.add_fault(row, "role", NOT_FOR_PUPILS, value=row.cells["role"])
    return name


def same_duties(work: Comparing, wanted: Wanted) -> list[Duty]:
    """What the person holds of this role over this scope, whenever."""
    held = work.school.duties.get(wanted.number, [])
    return [duty for duty in held if work.school.scope_of(duty) == wanted.scope]


def held_duty(work: Comparing, wanted: Wanted) -> Duty | None:
    """The duty that the row means: by its first day, or without one the one that is not over."""
    for duty in same_duties(work, wanted):
        is_over = duty.ends_on is not None and duty.ends_on < work.day
        if duty.starts_on == wanted.starts_on or (wanted.starts_on is None and not is_over):
            return duty
    return None


def is_possible(
    work: Comparing, row: ReadRow, wanted: Wanted, held: Duty | None, starts_on: date
) -> bool:
    """Whether the days of the duty can be; a fault says why not."""
    if wanted.ends_on and wanted.ends_on < starts_on:
        work.add_fault(row, "ends_on", ENDS_FIRST)
        return False
    last = wanted.ends_on or date.max
    for duty in same_duties(work, wanted):
        meets = duty.starts_on <= last and (duty.ends_on or date.max) >= starts_on
        if held is None and meets:
            since = duty.starts_on.isoformat()
            work.add_fault(row, "starts_on", OVERLAPS, since=since)
            return False
    return True


def note_duty(work: Comparing, row: ReadRow, wanted: Wanted, held: Duty | None, key: str) -> None:
    ends_on = iso(wanted.ends_on)
    if held is None:
        work.note(row, What.ADDED, key, wanted.name, ends_on=[None, ends_on])
    elif "ends_on" in row.cells and iso(held.ends_on) != ends_on:
        work.note(row, What.CHANGED, key, wanted.name, ends_on=[iso(held.ends_on), ends_on])
    else:
        work.note(row, What.UNCHANGED, key, wanted.name)


def end_leavers_duties(work: Comparing) -> None:
    """The running duties of whoever leaves end on the same day."""
    nowhere = ReadRow("duties", "", 0, {}, {})
    for number in sorted(work.leaving):
        for duty in work.school.duties.get(number, []):
            runs = duty.starts_on <= work.day and (duty.ends_on or date.max) > work.day
            if runs:
                key = duty_key(number, work.school.scope_of(duty), duty.starts_on)
                days = [iso(duty.ends_on), work.day.isoformat()]
                name = work.school.people[number].name
                work.note(nowhere, What.ENDED, key, name, ends_on=days)
