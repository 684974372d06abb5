"""Places, told apart by their codes: who is new, what changes, and whether the tree stays true."""

from collections import defaultdict
from typing import Any

from django.utils.translation import gettext_noop

from campus.models import Place
from campus.rosters.difference.change import Comparing, What
from campus.rosters.difference.units import TWICE
from campus.rosters.reading import ReadRow
from campus.rosters.snapshot import PLACE_FIELDS, iso
from campus.rosters.terms import choice_of
from campus.sheets.values import TOO_LONG

ALMOST = gettext_noop("This code is written %(code)s in the portal. Write it the same way.")
NO_LEVEL = gettext_noop("“%(value)s” is not a level of places, such as: %(known)s.")
NO_USE = gettext_noop("“%(value)s” is not a use of places, such as: %(known)s.")
NO_WHOLE = gettext_noop(
    "There is no place with the code “%(value)s”, neither here nor in the file."
)
NOT_DEEPER = gettext_noop("It does not lie deeper than “%(whole)s”, which it is to be part of.")
PART_NOT_DEEPER = gettext_noop("“%(part)s” is a part of it and would not lie deeper than it.")
OUTLASTS = gettext_noop("“%(whole)s” goes out of use before it does.")
SIBLING = gettext_noop("Another part of the same place is called “%(name)s”.")
NO_MANAGER = gettext_noop("Nobody of the staff has the number %(number)s.")
BAD_COUNT = gettext_noop("%(value)s is not a number of people.")
ENDS_FIRST = gettext_noop("The last day lies before the first.")
LENGTHS = {"code": 24, "name": 60, "note": 300}
MOST_PEOPLE = 32767
LEVELS = Place.LEVELS

State = dict[str, Any]


def compare_places(work: Comparing) -> None:
    """Hold the rows of places against those that are there; every place as it will be then."""
    rows: dict[str, ReadRow] = {}
    before = {code: work.school.place_state(site) for code, site in work.school.sites.items()}
    after = dict(before)
    written = {code.casefold(): code for code in before}
    for row in work.roster.rows["places"]:
        code = row.cells["code"]
        if not code or is_twice_or_almost(work, row, code, rows, written):
            continue
        known = before.get(code) or dict.fromkeys(PLACE_FIELDS, "") | {
            "capacity": None, "starts_on": None, "ends_on": None,
        }  # fmt: skip
        after[code] = known | wanted_of(work, row)
    work.places |= set(after)
    check_tree(work, rows, after)
    check_siblings(work, rows, after)
    for code, row in rows.items():
        note_place(work, row, before.get(code), after[code])


def is_twice_or_almost(
    work: Comparing, row: ReadRow, code: str, rows: dict[str, ReadRow], written: dict[str, str]
) -> bool:
    """Whether the code stands in another row, or in the portal in other letters."""
    known = written.setdefault(code.casefold(), code)
    if known != code:
        work.add_fault(row, "code", ALMOST, code=known)
        return True
    first = rows.setdefault(code, row)
    if first is not row:
        work.add_fault(row, "code", TWICE, first=first.number)
    return first is not row


def wanted_of(work: Comparing, row: ReadRow) -> State:
    """What the row says of its place; what is wrong with it becomes faults."""
    for key, most in LENGTHS.items():
        if len(row.cells.get(key, "")) > most:
            work.add_fault(row, key, TOO_LONG, most=most)
    wanted: State = {key: row.cells[key] for key in PLACE_FIELDS if key in row.cells}
    for key, choices, text in (
        ("kind", Place.Kind, NO_LEVEL), ("use", Place._meta.get_field("use").choices, NO_USE),
    ):  # fmt: skip
        if wanted.get(key):
            wanted[key] = known_choice(work, row, key, choices, text)
    for key in ("starts_on", "ends_on"):
        if key in wanted:
            wanted[key] = iso(wanted[key])
    check_people(work, row, wanted)
    return wanted


def known_choice(work: Comparing, row: ReadRow, key: str, choices: Any, text: str) -> str:
    """The value that the words of a cell mean; a fault names some that are known."""
    pairs = choices.choices if hasattr(choices, "choices") else choices
    value = choice_of(row.cells[key], tuple((code, label) for code, label in pairs if code))
    if not value:
        known = "、".join(str(label) for code, label in pairs if code)
        work.add_fault(row, key, text, value=row.cells[key], known=known)
    return value


def check_people(work: Comparing, row: ReadRow, wanted: State) -> None:
    """Faults for a manager who is not of the staff, and for a number of people that cannot be."""
    count, number = wanted.get("capacity"), wanted.get("manager")
    if count is not None and not 0 <= count <= MOST_PEOPLE:
        work.add_fault(row, "capacity", BAD_COUNT, value=count)
    if number and not is_staff(work, number):
        work.add_fault(row, "manager", NO_MANAGER, number=number)


def is_staff(work: Comparing, number: str) -> bool:
    listed, known = work.listed.get(number), work.school.people.get(number)
    if listed:
        return listed.kind == "staff"
    return bool(known and known.is_active and not known.is_pupil and number not in work.leaving)


def check_tree(work: Comparing, rows: dict[str, ReadRow], after: dict[str, State]) -> None:
    """Faults for parts that would not lie within their wholes; the row is the part's own, else
    that of the whole which is to change."""
    for code, state in after.items():
        whole = state["parent"]
        row = rows.get(code)
        if row and whole and whole not in after:
            work.add_fault(row, "parent", NO_WHOLE, value=whole)
        elif whole in after and (row or whole in rows):
            check_part(work, rows, after, code)
        if (
            row
            and state["starts_on"]
            and state["ends_on"]
            and state["ends_on"] < state["starts_on"]
        ):
            work.add_fault(row, "ends_on", ENDS_FIRST)


def check_part(
    work: Comparing, rows: dict[str, ReadRow], after: dict[str, State], code: str
) -> None:
    """Faults for a part that is not deeper than its whole, or outlasts it."""
    state, whole = after[code], after[after[code]["parent"]]
    if not is_deeper(state["kind"], whole["kind"]):
        if code in rows:
            work.add_fault(rows[code], "parent", NOT_DEEPER, whole=whole["name"])
        else:
            work.add_fault(rows[state["parent"]], "kind", PART_NOT_DEEPER, part=state["name"])
    ends = whole["ends_on"]
    if ends and (not state["ends_on"] or state["ends_on"] > ends):
        row = rows.get(code) or rows[state["parent"]]
        work.add_fault(row, "ends_on", OUTLASTS, whole=whole["name"])


def is_deeper(part: str, whole: str) -> bool:
    """Whether one level lies below the other; unknown ones have been told of already."""
    if part not in LEVELS or whole not in LEVELS:
        return True
    return LEVELS.index(part) > LEVELS.index(whole)


def check_siblings(work: Comparing, rows: dict[str, ReadRow], after: dict[str, State]) -> None:
    """Faults for names that two parts of one place in use would have."""
    named: dict[tuple[str, str], list[str]] = defaultdict(list)
    for code, state in after.items():
        if not state["ends_on"] and state["name"]:
            named[state["parent"], state["name"]].append(code)
    for (_whole, name), codes in named.items():
        touched = [code for code in codes if code in rows]
        for code in touched if len(codes) > 1 else ():
            work.add_fault(rows[code], "name", SIBLING, name=name)


def note_place(work: Comparing, row: ReadRow, before: State | None, after: State) -> None:
    code = row.cells["code"]
    if before is None:
        fields = {key: [None, value] for key, value in after.items() if value not in (None, "")}
        work.note(row, What.ADDED, code, after["name"], **fields)
        return
    fields = {key: [before[key], after[key]] for key in before if before[key] != after[key]}
    work.note(row, What.CHANGED if fields else What.UNCHANGED, code, after["name"], **fields)
