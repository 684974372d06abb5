"""Staff and pupils, told apart by their numbers: who comes, changes, returns, leaves."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext_noop

from campus.models import Person
from campus.rosters.difference.change import KIND_OF, PERSON_KIND, Comparing, What
from campus.rosters.difference.units import TWICE, known_class_in, known_department_in
from campus.rosters.reading import ReadRow
from campus.sheets.table import Fault
from campus.sheets.values import EMPTY, TOO_LONG

OTHER_KIND = {
    "staff": gettext_noop("This number belongs to a pupil (%(name)s)."),
    "pupils": gettext_noop("This number belongs to a member of staff (%(name)s)."),
}
ALMOST = gettext_noop("This number is written %(number)s in the portal. Write it the same way.")
NOT_EMAIL = gettext_noop("“%(value)s” is not an e-mail address.")
NO_LIST = {
    "staff": gettext_noop("The list of staff is said to be complete, but the file has none."),
    "pupils": gettext_noop("The list of pupils is said to be complete, but the file has none."),
}
ONESELF = gettext_noop(
    "You yourself (%(number)s) are missing from the list of staff: you would lock yourself out."
)
# What the columns of people hold at most.
LENGTHS = {"number": 32, "name": 60, "phone": 32, "email": 254}


def compare_people(work: Comparing, kind: str) -> None:
    """Hold the rows of one kind against the people who are there."""
    written = {number.casefold(): number for number in work.school.people}
    for row in work.roster.rows[kind]:
        number = row.cells["number"]
        if not number or is_listed(work, row, number):
            continue
        known = work.school.people.get(number)
        if known is None and number.casefold() in written:
            work.add_fault(row, "number", ALMOST, number=written[number.casefold()])
        elif known is not None and KIND_OF[known.kind] != kind:
            work.add_fault(row, "number", OTHER_KIND[kind], name=known.name)
        else:
            compare_person(work, row, known)


def is_listed(work: Comparing, row: ReadRow, number: str) -> bool:
    """Whether the number stands in another row, of staff or of pupils."""
    first = work.listed.setdefault(number, row)
    if first is not row:
        work.add_fault(row, "number", TWICE, first=first.number)
    return first is not row


def compare_person(work: Comparing, row: ReadRow, known: Person | None) -> None:
    """Note what of a person the row changes; columns that the sheet lacks change nothing."""
    before = work.school.state_of(known) if known else {}
    wanted = wanted_of(work, row, before)
    number, name = row.cells["number"], row.cells["name"]
    if known is None:
        fields = {key: [None, value] for key, value in wanted.items() if value}
        work.note(row, What.ADDED, number, name, **fields)
        return
    wanted |= {"is_active": True, "left_on": None}
    fields = {key: [before[key], value] for key, value in wanted.items() if before[key] != value}
    work.note(row, What.CHANGED if fields else What.UNCHANGED, number, name, **fields)


def wanted_of(work: Comparing, row: ReadRow, before: dict[str, Any]) -> dict[str, Any]:
    """The fields that the row tells; what is wrong with them becomes faults."""
    for key, most in LENGTHS.items():
        if len(row.cells.get(key, "")) > most:
            work.add_fault(row, key, TOO_LONG, most=most)
    check_email(work, row)
    wanted: dict[str, Any] = {
        key: row.cells[key] for key in ("name", "phone", "email") if key in row.cells
    }
    if row.kind == "staff" and "department" in row.cells:
        wanted["department"] = known_department_in(work, row)
    if row.kind == "pupils":
        refuse_no_class(work, row, before)
        if "class" in row.cells:
            wanted["school_class"] = known_class_in(work, row)
    return wanted


def check_email(work: Comparing, row: ReadRow) -> None:
    email = row.cells.get("email", "")
    try:
        if email:
            validate_email(email)
    except ValidationError:
        work.add_fault(row, "email", NOT_EMAIL, value=email)


def refuse_no_class(work: Comparing, row: ReadRow, before: dict[str, Any]) -> None:
    """Every pupil has a class, but those who have none already."""
    is_blank = not row.cells.get("class", "")
    has_none = bool(before) and not before["school_class"]
    untold = bool(before) and "class" not in row.cells
    if is_blank and not has_none and not untold:
        work.add_fault(row, "class", EMPTY)


def find_leavers(work: Comparing, kind: str) -> None:
    """Whoever is missing from a complete list leaves on the day it holds from."""
    if kind not in work.complete:
        return
    if not work.roster.rows[kind]:
        work.faults.append(Fault("", 0, "", NO_LIST[kind]))
        return
    row = work.roster.rows[kind][0]
    for person in work.school.people.values():
        if person.kind != PERSON_KIND[kind] or not person.is_active:
            continue
        if person.number in work.listed:
            continue
        if person.number == work.by:
            work.faults.append(Fault(row.sheet, 0, "", ONESELF, {"number": work.by}))
        end_person(work, kind, person)


def end_person(work: Comparing, kind: str, person: Person) -> None:
    nowhere = ReadRow(kind, "", 0, {}, {})
    work.leaving.add(person.number)
    work.note(
        nowhere, What.ENDED, person.number, person.name,
        is_active=[True, False], left_on=[None, work.day.isoformat()],
    )  # fmt: skip
