"""Supplies that many classes are given at once, from a table: class, item, quantity."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.utils.translation import gettext_noop

from campus.models import Person, SchoolClass
from campus.rosters.terms import class_of
from campus.sheets.table import Heading, Kind, Row, Table
from repairs.actions.supplies import Line, hand_out
from repairs.actions.table_kinds import Checked, TableKind
from repairs.models import MOST_PIECES, SheetImport, Supply

PREVIEWED = 100
NO_CLASS = gettext_noop("“%(word)s” is no class. Write it as 高一(3)班.")
UNKNOWN_CLASS = gettext_noop("The school has no class “%(word)s”.")
UNKNOWN_ITEM = gettext_noop("The store has no item “%(word)s”.")
MANY_ITEMS = gettext_noop("Several items are called “%(word)s”; write the specification too.")
HOW_MANY = gettext_noop("Write how many, at least one.")
SHORT = gettext_noop("%(wanted)s %(unit)s of “%(supply)s” are wanted in all, %(left)s are there.")

HEADINGS = (
    Heading("class", gettext_noop("Class"), ("班级", "班", "Class"), required=True),
    Heading("item", gettext_noop("Item of the store"),
            ("物品", "物品名称", "名称", "品名", "Item", "Name"), required=True),
    Heading("spec", gettext_noop("Model and specification"), ("规格", "规格型号", "型号")),
    Heading("quantity", gettext_noop("Quantity"),
            ("数量", "发放数量", "Quantity"), Kind.WHOLE, True),
)  # fmt: skip
EXAMPLES = {
    "zh-hans": ("高一(3)班", "扫把", "", 2),
    "en": ("Grade 10 class 3", "Broom", "", 2),
}  # fmt: skip


@dataclass
class Known:
    """Classes and items, read once for the whole table, and what is wanted so far."""

    classes: dict[tuple[int, int], SchoolClass]
    items: dict[str, list[Supply]] = field(default_factory=lambda: defaultdict(list))
    wanted: dict[int, int] = field(default_factory=lambda: defaultdict(int))


def known_now() -> Known:
    known = Known({(each.grade, each.number): each for each in SchoolClass.objects.all()})
    for supply in Supply.objects.offered().select_related("stock").defer("sought"):
        for name in {supply.name.casefold(), str(supply).casefold()}:
            known.items[name].append(supply)
    return known


def check(table: Table, of: SheetImport) -> Checked:
    """Every row looked at, and whether there is enough of everything in all."""
    checked = Checked(faults=list(table.faults))
    checked.header = ["Class", "Item of the store", "Quantity"]
    known = known_now()
    for row in table.rows:
        line = line_of(table, row, known, checked)
        if line is None:
            continue
        checked.things.append(line)
        known.wanted[line.supply.pk] += line.quantity
        if len(checked.preview) < PREVIEWED:
            checked.preview.append(
                [str(line.school_class), str(line.supply), line.supply.counted(line.quantity)]
            )
    refuse_short(table, known, checked)
    classes = {line.school_class for line in checked.things}
    checked.counts = {"lines": len(checked.things), "classes": len(classes)}
    return checked


def line_of(table: Table, row: Row, known: Known, checked: Checked) -> Line | None:
    """The row's line; None with its faults noted."""
    school_class = class_in(table, row, known, checked)
    supply = item_in(table, row, known, checked)
    quantity = row.cells.get("quantity")
    if quantity is not None and not 1 <= quantity <= MOST_PIECES:
        checked.fault(table, row.number, "quantity", HOW_MANY)
        return None
    if school_class is None or supply is None or quantity is None:
        return None
    return Line(supply, quantity, school_class)


def class_in(table: Table, row: Row, known: Known, checked: Checked) -> SchoolClass | None:
    word = row.cells["class"]
    grade, number = class_of(word)
    if grade is None or number is None:
        if word:
            checked.fault(table, row.number, "class", NO_CLASS, word=word)
        return None
    found = known.classes.get((grade, number))
    if found is None:
        checked.fault(table, row.number, "class", UNKNOWN_CLASS, word=word)
    return found


def item_in(table: Table, row: Row, known: Known, checked: Checked) -> Supply | None:
    """By the name, with the specification where it is given."""
    word = f"{row.cells['item']} {row.cells.get('spec') or ''}".strip()
    if not row.cells["item"]:
        return None
    found = known.items.get(word.casefold(), [])
    if len(found) == 1:
        return found[0]
    checked.fault(table, row.number, "item", MANY_ITEMS if found else UNKNOWN_ITEM, word=word)
    return None


def refuse_short(table: Table, known: Known, checked: Checked) -> None:
    """A fault for each item of which less is there than the whole table wants."""
    items = {each.pk: each for found in known.items.values() for each in found}
    for pk, wanted in known.wanted.items():
        supply = items[pk]
        if wanted > supply.stock.quantity:
            checked.fault(
                table, 0, "item", SHORT, wanted=wanted, unit=supply.unit, supply=str(supply),
                left=supply.stock.quantity,
            )  # fmt: skip


def apply(things: list[Any], of: SheetImport, *, by: Person, at: datetime) -> str:
    """All lines as one issue, whose sheet has a signature line for each class."""
    issue = hand_out(things, title=of.facts["title"], by=by, at=at)
    return issue.get_absolute_url()


ISSUE = TableKind(headings=HEADINGS, check=check, apply=apply)
