"""The template to fill in, and the school's rosters as a file that imports back unchanged."""

from collections.abc import Iterator
from datetime import date
from io import BytesIO
from typing import Any

from django.db.models import Q
from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext as _

from campus.doors import PersonRequest, require
from campus.models import Department, Duty, Person, Place, Role, SchoolClass
from campus.people.actions import note_taken
from campus.places.lists import sheet_row
from campus.rosters import rights
from campus.rosters.columns import SHEETS, RosterSheet, text_columns
from campus.sheets.writer import Sheet, workbook_answer, write_sheets

# The name under which its taking away is approved.
ROSTERS = "rosters"
MARKS = {"zh-hans": "（示例）", "en": "(example) "}


def taken(request: PersonRequest, reason: str) -> HttpResponse:
    """The school's rosters for the browser to keep; who takes them, and what for, is noted."""
    require(rights.can_import(request.user))
    day = timezone.localdate()
    people = Person.objects.active().values_list("pk", flat=True)
    note_taken(people, by=request.user, at=timezone.now(), page=request.path, reason=reason)
    return workbook_answer(rosters(day), _("Rosters %(day)s") % {"day": day.isoformat()})


def template() -> bytes:
    """An empty workbook in the reader's language: headings, an example that an import passes over,
    and a sheet of notes."""
    language = get_language() if get_language() in MARKS else "en"
    sheets = [
        of_kind(sheet, [[MARKS[language] + first, *rest]])
        for sheet in SHEETS
        for first, *rest in [sheet.examples[language]]
    ]
    return workbook([*sheets, notes()])


def rosters(day: date) -> bytes:
    """Departments, classes, active people, places, and duties that are not over on `day`."""
    rows = {
        "departments": ([name] for name in Department.objects.values_list("name", flat=True)),
        "classes": ([grade(each), str(each.number)] for each in SchoolClass.objects.all()),
        "staff": staff_rows(),
        "pupils": pupil_rows(),
        "duties": duty_rows(day),
        "places": map(
            sheet_row, Place.objects.select_related("parent", "manager").order_by("code")
        ),
    }
    return workbook([of_kind(sheet, rows[sheet.kind]) for sheet in SHEETS])


def workbook(sheets: list[Sheet]) -> bytes:
    stream = BytesIO()
    write_sheets(stream, sheets)
    return stream.getvalue()


def of_kind(sheet: RosterSheet, rows: Any) -> Sheet:
    """A sheet of one kind with its headings in the reader's language."""
    header = [gettext(heading.label) for heading in sheet.headings]
    title = gettext(sheet.label)
    return Sheet(title, header, rows, sheet.widths, text_columns(sheet.headings))


def grade(school_class: SchoolClass | None) -> str:
    return school_class.get_grade_display() if school_class else ""


def number(school_class: SchoolClass | None) -> str:
    return str(school_class.number) if school_class else ""


def staff_rows() -> Iterator[list[Any]]:
    for person in Person.objects.staff().select_related("department").order_by("number"):
        department = person.department.name if person.department else ""
        yield [person.number, person.name, department, person.phone, person.email]


def pupil_rows() -> Iterator[list[Any]]:
    pupils = Person.objects.active().filter(kind=Person.Kind.PUPIL)
    for pupil in pupils.select_related("school_class").order_by("school_class", "number"):
        own = pupil.school_class
        yield [pupil.number, pupil.name, grade(own), number(own)]


def duty_rows(day: date) -> Iterator[list[Any]]:
    running = Duty.objects.filter(Q(ends_on=None) | Q(ends_on__gte=day), person__is_active=True)
    related = running.select_related("person", "department", "school_class", "place")
    for duty in related.order_by("person__number", "role", "starts_on", "pk"):
        place: Place | None = duty.place
        yield [
            duty.person.number,
            duty.person.name,
            duty.get_role_display(),
            duty.department.name if duty.department else "",
            grade(duty.school_class),
            number(duty.school_class),
            place.code if place else "",
            duty.starts_on,
            duty.ends_on,
        ]


def notes() -> Sheet:
    """How to fill in the sheets, a sentence a row: cells that were headings would be taken so."""
    general = [
        _("Fill in the sheets you need and delete the others, or give one sheet as .csv."),
        _("The rows marked as examples are not imported."),
        _("People are told apart by their number alone; it is never changed by an import."),
        _("A column that is missing changes nothing; an empty cell empties the field."),
        _("Write days as 2025-09-01. No formulas and no merged cells."),
        _("New people get no password; an administrator prints slips with first ones."),
    ]
    required = [
        _("Sheet “%(sheet)s”: these columns must be there: %(columns)s.")
        % {
            "sheet": gettext(sheet.label),
            "columns": "、".join(
                gettext(heading.label) for heading in sheet.headings if heading.required
            ),
        }
        for sheet in SHEETS
    ]
    roles = _("Roles: %(roles)s.") % {"roles": "、".join(str(role.label) for role in Role)}
    rows = [[text] for text in (*general, *required, roles)]
    return Sheet(_("Notes"), [_("How to fill in this workbook")], rows, [100])
