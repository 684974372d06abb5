"""What should be in rooms, from a table: room, thing, number."""

from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_noop

from campus.models import Person, Place
from campus.sheets.table import Heading, Kind, Row, Table
from repairs.actions.property import expect_all
from repairs.actions.table_kinds import Checked, TableKind
from repairs.models import MOST_THINGS, ExpectedItem, SheetImport

PREVIEWED = 100
LONGEST = 40
UNKNOWN_ROOM = gettext_noop("No place has the code “%(word)s”.")
HOW_MANY = gettext_noop("Write how many, between 1 and %(most)s.")
TOO_LONG = gettext_noop("This cell holds more than %(most)s characters.")
TWICE = gettext_noop("This thing stands in the same room in row %(first)s already.")

HEADINGS = (
    Heading("place", gettext_noop("Code of the room"),
            ("房间编号", "地点编号", "房间", "地点", "Code of the room", "Place"), Kind.CODE, True),
    Heading("name", gettext_noop("Thing"),
            ("物品", "物品名称", "名称", "公物", "Thing", "Name"), required=True),
    Heading("count", gettext_noop("Number"),
            ("数量", "应有数", "账面数量", "Number", "Quantity"), Kind.WHOLE, True),
)  # fmt: skip
EXAMPLES = {"zh-hans": ("A-JX1-301", "课桌", 48), "en": ("A-JX1-301", "Desk", 48)}


def check(table: Table, of: SheetImport) -> Checked:
    """Every row looked at; two queries."""
    checked = Checked(faults=list(table.faults))
    checked.header = ["Code of the room", "Thing", "Number"]
    places = Place.objects.filter(ends_on=None).only("id", "code", "name")
    codes = {place.code.casefold(): place for place in places}
    seen: dict[tuple[int, str], int] = {}
    for row in table.rows:
        item = item_of(table, row, codes, checked)
        if item is None:
            continue
        key = (item.place_id, item.name)
        if key in seen:
            checked.fault(table, row.number, "name", TWICE, first=seen[key])
            continue
        seen[key] = row.number
        checked.things.append(item)
        if len(checked.preview) < PREVIEWED:
            checked.preview.append([item.place.with_code, item.name, str(item.count)])
    checked.counts = {"lines": len(checked.things), "rooms": len({room for room, _name in seen})}
    return checked


def item_of(
    table: Table, row: Row, codes: dict[str, Place], checked: Checked
) -> ExpectedItem | None:
    """The row's thing; None with its faults noted."""
    code, name, count = row.cells["place"], row.cells["name"], row.cells.get("count")
    place = codes.get(str(code).casefold())
    faults = len(checked.faults)
    if code and place is None:
        checked.fault(table, row.number, "place", UNKNOWN_ROOM, word=code)
    if len(name) > LONGEST:
        checked.fault(table, row.number, "name", TOO_LONG, most=LONGEST)
    if count is not None and not 1 <= count <= MOST_THINGS:
        checked.fault(table, row.number, "count", HOW_MANY, most=MOST_THINGS)
    if len(checked.faults) > faults or not (place and name and count):
        return None
    return ExpectedItem(place=place, name=name, count=count)


def apply(things: list[Any], of: SheetImport, *, by: Person, at: datetime) -> str:
    """All rows; what is in the lists of the rooms already gets the new number."""
    expect_all(things, by=by, at=at)
    return reverse("repairs:expected")


PROPERTY = TableKind(headings=HEADINGS, check=check, apply=apply)
