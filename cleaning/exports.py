"""Areas as a sheet: the empty one to fill in, and what a filled one says."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from campus.models import Place, SchoolClass
from campus.rosters.terms import class_of
from campus.sheets.guard import Unreadable
from campus.sheets.reader import read_table
from campus.sheets.table import Fault, Heading, Read, Row, Table, refusal_in_words
from cleaning.actions.areas import Brought
from cleaning.models import CleaningArea

Kind = CleaningArea.Kind
MOST_AREAS = 400
WIDTHS = (22, 12, 18, 60, 14)
HEADINGS = (
    Heading("name", gettext_noop("Area"), ("区域", "包干区", "名称", "Area"), required=True),
    Heading("kind", gettext_noop("How often"), ("类别", "频次", "How often")),
    Heading("place", gettext_noop("Place"), ("地点", "地点编码", "编码", "Place"), required=True),
    Heading("boundary", gettext_noop("Boundary"), ("范围", "边界", "Boundary")),
    Heading("class", gettext_noop("Class"), ("班级", "负责班级", "Class")),
)
UNKNOWN_PLACE = gettext_noop("No place has the code “%(word)s”.")
TAKEN = gettext_noop("Another area lies at “%(word)s”.")
UNKNOWN_CLASS = gettext_noop("There is no class “%(word)s”.")
UNKNOWN_KIND = gettext_noop("Write 每日 or 每周.")
TOO_MANY = gettext_noop("At most %(most)s areas at once.")
KINDS = {
    "": Kind.DAILY, "每日": Kind.DAILY, "每天": Kind.DAILY, "日常": Kind.DAILY, "daily": Kind.DAILY,
    "每周": Kind.WEEKLY, "周": Kind.WEEKLY, "weekly": Kind.WEEKLY,
}  # fmt: skip


def template_rows() -> Iterator[list[Any]]:
    """The header alone: the sheet is short enough to speak for itself."""
    yield [_(heading.label) for heading in HEADINGS]


@dataclass(frozen=True)
class Known:
    """What cells name, read once: three queries."""

    places: dict[str, Place]
    taken: dict[int, str]
    classes: dict[tuple[int | None, int | None], SchoolClass]


def known_now(codes: set[str]) -> Known:
    places = Place.objects.filter(code__in=codes).defer("sought")
    areas = CleaningArea.objects.filter(ends_on=None).values_list("place", "name")
    classes: dict[tuple[int | None, int | None], SchoolClass] = {
        (each.grade, each.number): each for each in SchoolClass.objects.all()
    }
    return Known({place.code: place for place in places}, dict(areas), classes)


def read_areas(data: bytes, name: str) -> Read[Brought]:
    """The areas of a sheet; a file that holds none says why."""
    try:
        table = read_table(data, name, headings=HEADINGS)
    except Unreadable as refused:
        return Read(refusal=refusal_in_words(refused))
    read: Read[Brought] = Read(faults=list(table.faults))
    if len(table.rows) > MOST_AREAS:
        read.refusal = _(TOO_MANY) % {"most": MOST_AREAS}
    known = known_now({str(row.cells["place"]).strip() for row in table.rows})
    for row in table.rows[:MOST_AREAS]:
        read_row(table, row, known, read)
    return read


def read_row(table: Table, row: Row, known: Known, read: Read[Brought]) -> None:
    """One area; what is wrong with it joins the faults. An area of the same name is changed."""
    cells = {key: str(value or "").strip() for key, value in row.cells.items()}
    place, kind = known.places.get(cells["place"]), KINDS.get(cells.get("kind", "").lower())
    school_class = known.classes.get(class_of(cells["class"])) if cells.get("class") else None
    wrong = {
        "place": UNKNOWN_PLACE if place is None else "",
        "kind": UNKNOWN_KIND if kind is None else "",
        "class": UNKNOWN_CLASS if cells.get("class") and school_class is None else "",
    }
    if place and known.taken.get(place.pk, cells["name"]) != cells["name"]:
        wrong["place"] = TAKEN
    faults = [
        Fault(table.sheet, row.number, table.headings.get(key, key), text, {"word": cells[key]})
        for key, text in wrong.items()
        if text
    ]
    read.faults.extend(faults)
    if not faults and place and kind:
        known.taken[place.pk] = cells["name"]
        read.things.append(
            Brought(
                name=cells["name"][:60],
                kind=kind,
                place=place,
                school_class=school_class,
                boundary=cells.get("boundary", "")[:400],
            )
        )
