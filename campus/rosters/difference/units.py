"""Departments and classes: what of them is new. None is ever ended by a roster."""

from django.utils.translation import gettext_noop

from campus.rosters.difference.change import Comparing, What
from campus.rosters.reading import ReadRow
from campus.rosters.terms import class_key, class_of, class_of_key, grade_of
from campus.sheets.values import TOO_LONG

TWICE = gettext_noop("This stands in row %(first)s already.")
NO_GRADE = gettext_noop("“%(value)s” is not a grade of this school. Write 高一, 高二 or 高三.")
NO_CLASS = gettext_noop("“%(value)s” is not a class. Write its number, such as 3 or 3班.")
GRADE_MISSING = gettext_noop("The grade is missing: fill in its column, or write 高一(3)班.")
GRADES_DIFFER = gettext_noop("The class belongs to another grade than the column of grades says.")
NO_DEPARTMENT = gettext_noop(
    "There is no department “%(value)s”. Add it to the sheet of departments, or mend its name."
)
UNKNOWN_CLASS = gettext_noop(
    "There is no class %(value)s in this grade. Add it to the sheet of classes, or mend it."
)
LONGEST_NAME = 60


def compare_departments(work: Comparing) -> None:
    """Departments are told apart by name."""
    work.departments |= set(work.school.departments)
    rows: dict[str, ReadRow] = {}
    for row in work.roster.rows["departments"]:
        name = row.cells["name"]
        if not name or is_twice(work, row, name, rows, "name"):
            continue
        if len(name) > LONGEST_NAME:
            work.add_fault(row, "name", TOO_LONG, most=LONGEST_NAME)
        elif name in work.departments:
            work.note(row, What.UNCHANGED, name, name)
        else:
            work.departments.add(name)
            work.note(row, What.ADDED, name, name)


def compare_classes(work: Comparing) -> None:
    """Classes are told apart by grade and number."""
    work.classes |= set(work.school.classes)
    rows: dict[str, ReadRow] = {}
    for row in work.roster.rows["classes"]:
        key = class_in(work, row)
        if not key or is_twice(work, row, key, rows, "class"):
            continue
        if key in work.classes:
            work.note(row, What.UNCHANGED, key, key)
        else:
            work.classes.add(key)
            work.note(row, What.ADDED, key, key)


def is_twice(
    work: Comparing, row: ReadRow, key: str, rows: dict[str, ReadRow], heading: str
) -> bool:
    """Whether `key` has been met; the second row of it is a fault."""
    first = rows.setdefault(key, row)
    if first is not row:
        work.add_fault(row, heading, TWICE, first=first.number)
    return first is not row


def class_in(work: Comparing, row: ReadRow) -> str:
    """The key of the class that a row names in one column or two; empty with a fault told, and
    empty without one where both are blank or were no words at all."""
    grade_words, class_words = row.cells.get("grade", ""), row.cells.get("class", "")
    if not class_words:
        return ""
    told, number = class_of(class_words)
    if number is None:
        work.add_fault(row, "class", NO_CLASS, value=class_words)
        return ""
    grade = grade_of(grade_words)
    if grade_words and grade is None:
        work.add_fault(row, "grade", NO_GRADE, value=grade_words)
        return ""
    return one_class(work, row, grade, told, number)


def one_class(
    work: Comparing, row: ReadRow, grade: int | None, told: int | None, number: int
) -> str:
    """The class, of which its column and its own name may each tell the grade."""
    if grade and told and grade != told:
        work.add_fault(row, "class", GRADES_DIFFER)
        return ""
    found = grade or told
    if found is None:
        work.add_fault(row, "class", GRADE_MISSING)
        return ""
    return class_key(found, number)


def known_class_in(work: Comparing, row: ReadRow) -> str:
    """As `class_in`, of a class that is there or in the file."""
    key = class_in(work, row)
    if key and key not in work.classes:
        work.add_fault(row, "class", UNKNOWN_CLASS, value=class_of_key(key).number)
        return ""
    return key


def known_department_in(work: Comparing, row: ReadRow) -> str:
    """The department that a row names, one that is there or in the file; empty otherwise."""
    name = str(row.cells.get("department", ""))
    if name and name not in work.departments:
        work.add_fault(row, "department", NO_DEPARTMENT, value=name)
        return ""
    return name
