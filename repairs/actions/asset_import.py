"""Assets that come in from a table: the school's own register, or a stocktaking list (盘点表)."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_noop

from campus.models import Department, Person, Place
from campus.sheets.table import Heading, Kind, Row, Table
from repairs.actions.assets import category_called, register_all
from repairs.actions.table_kinds import Checked, TableKind
from repairs.models import AssetCategory, FixedAsset, SheetImport

Status = FixedAsset.Status
PREVIEWED = 50
UNKNOWN_PLACE = gettext_noop("No place has the code or name “%(word)s”.")
MANY_PLACES = gettext_noop("Several places are called “%(word)s”; write the code.")
UNKNOWN_UNIT = gettext_noop("There is no department “%(word)s”.")
UNKNOWN_PERSON = gettext_noop("Nobody of the staff has the name or number “%(word)s”.")
MANY_PEOPLE = gettext_noop("Several people are called “%(word)s”; write the number.")
UNKNOWN_KEEPER = gettext_noop("“%(word)s” is neither a department nor somebody of the staff.")
UNKNOWN_STATE = gettext_noop("“%(word)s” is no state. There are: 在用, 闲置, 待修, 待报废.")
GONE = gettext_noop("What is disposed of already is not brought in.")
TWICE = gettext_noop("This number stands in row %(first)s already.")
ONE_EACH = gettext_noop("Give each of the %(count)s things a row and a number of its own.")
NEGATIVE = gettext_noop("A price is not negative.")
TOO_LONG = gettext_noop("This cell holds more than %(most)s characters.")
WARRANTY = gettext_noop("A warranty cannot end before the thing is bought.")
# How clerks write the states (使用状况), beside the portal's own words in both languages.
STATES = {
    "在用": Status.IN_USE, "使用中": Status.IN_USE, "完好": Status.IN_USE, "in use": Status.IN_USE,
    "闲置": Status.IDLE, "idle": Status.IDLE, "待修": Status.TO_MEND, "损坏": Status.TO_MEND,
    "to be mended": Status.TO_MEND, "待报废": Status.TO_DISPOSE,
    "to be disposed of": Status.TO_DISPOSE, "报废": Status.DISPOSED, "已报废": Status.DISPOSED,
    "disposed of": Status.DISPOSED,
}  # fmt: skip

# A stocktaking list is recognised by its own headings (domain.md §7).
HEADINGS = (
    Heading("number", gettext_noop("Asset number"),
            ("资产编号", "编号", "卡片编号", "资产编码", "Asset number"), Kind.CODE, True),
    Heading("name", gettext_noop("Name"), ("名称", "资产名称", "物品名称", "Name"), required=True),
    Heading("spec", gettext_noop("Model and specification"),
            ("规格型号", "型号", "规格", "型号规格", "Model and specification", "Model")),
    Heading("category", gettext_noop("Category"),
            ("类别", "分类", "资产类别", "资产分类", "Category")),
    Heading("quantity", gettext_noop("Quantity"),
            ("账面数量", "数量", "实盘数", "Quantity"), Kind.WHOLE),
    Heading("price", gettext_noop("Price in yuan"),
            ("原值", "账面原值", "单价", "价格", "价值", "金额", "Price in yuan", "Price"),
            Kind.AMOUNT),
    Heading("status", gettext_noop("State"), ("使用状况", "状态", "使用状态", "State")),
    Heading("place", gettext_noop("Place"), ("存放地点", "地点", "存放位置", "使用地点", "Place")),
    Heading("department", gettext_noop("Department"),
            ("使用部门", "部门", "管理部门", "Department")),
    Heading("custodian_number", gettext_noop("Custodian's number"),
            ("使用人工号", "保管人工号", "Custodian's number"), Kind.CODE),
    Heading("custodian", gettext_noop("Custodian"),
            ("使用人", "保管人", "责任人", "领用人", "Custodian")),
    # One column for both, as stocktaking lists often have it.
    Heading("keeper", gettext_noop("Department or custodian"),
            ("使用部门/人", "使用部门/使用人", "使用部门及使用人", "Department or custodian")),
    Heading("bought_on", gettext_noop("Bought on"),
            ("购置日期", "购入日期", "取得日期", "入账日期", "Bought on"), Kind.DAY),
    Heading("warranty_until", gettext_noop("Warranty until"),
            ("保修期至", "保修到期", "质保期至", "Warranty until"), Kind.DAY),
    Heading("supplier", gettext_noop("Supplier"), ("供应商", "供货商", "厂家", "Supplier")),
    Heading("note", gettext_noop("Remark"), ("备注", "说明", "Remark", "Note")),
)  # fmt: skip
EXAMPLES = {
    "zh-hans": ("ZC-2025-0001", "投影仪", "EB-X51", "多媒体设备", 1, 3200, "在用", "A-JX1-301",
                "信息处", "", "", "", "2025-08-20", "2028-08-19", "某某科技", ""),
    "en": ("ZC-2025-0001", "Projector", "EB-X51", "Multimedia", 1, 3200, "In use", "A-JX1-301",
           "IT Office", "", "", "", "2025-08-20", "2028-08-19", "A supplier", ""),
}  # fmt: skip
OTHER = "其他"


@dataclass
class Known:
    """What cells name, read once for the whole table."""

    numbers: set[str]
    places: dict[str, list[Place]] = field(default_factory=lambda: defaultdict(list))
    codes: dict[str, Place] = field(default_factory=dict)
    units: dict[str, Department] = field(default_factory=dict)
    people: dict[str, list[Person]] = field(default_factory=lambda: defaultdict(list))
    categories: dict[str, AssetCategory] = field(default_factory=dict)


def known_now(rows: Iterable[Row]) -> Known:
    """Five queries, however many rows there are."""
    asked = [str(row.cells["number"]).upper() for row in rows]
    there = FixedAsset.objects.filter(number__in=asked).values_list("number", flat=True)
    known = Known(set(there))
    for place in Place.objects.filter(ends_on=None).only("id", "code", "name", "full_name"):
        known.codes[place.code.casefold()] = place
        known.places[place.name].append(place)
    known.units = {unit.name: unit for unit in Department.objects.all()}
    for person in Person.objects.staff().only("id", "number", "name"):
        known.people[person.number.casefold()].append(person)
        known.people[person.name].append(person)
    known.categories = {each.name: each for each in AssetCategory.objects.all()}
    return known


def check(table: Table, of: SheetImport) -> Checked:
    """Every row looked at; numbers that are in the register already are left as they are."""
    checked = Checked(faults=list(table.faults))
    checked.header = [
        heading.label for heading in HEADINGS
        if heading.key in ("number", "name", "category", "place", "department", "custodian")
    ]  # fmt: skip
    known, there = known_now(table.rows), 0
    seen: dict[str, int] = {}
    for row in table.rows:
        number = str(row.cells["number"]).upper()
        if number in seen:
            checked.fault(table, row.number, "number", TWICE, first=seen[number])
            continue
        seen[number] = row.number
        if number in known.numbers:
            there += 1
            continue
        asset = Reading(table, row, known, checked).asset()
        checked.things.append(asset)
        if len(checked.preview) < PREVIEWED:
            checked.preview.append(in_words(asset))
    checked.counts = {"added": len(checked.things), "there": there}
    return checked


def in_words(asset: FixedAsset) -> list[str]:
    place = asset.place.with_code if asset.place else ""
    who = (str(asset.department or ""), str(asset.custodian or ""))
    return [asset.number, asset.name, vars(asset)["category_name"], place, *who]


@dataclass(frozen=True)
class Reading:
    """One row made an asset; what cannot be told from it is noted as a fault."""

    table: Table
    row: Row
    known: Known
    checked: Checked

    def asset(self) -> FixedAsset:
        """The asset, not stored; the name of its category stands beside it."""
        cells = self.row.cells
        self.refuse_amounts()
        department, custodian = self.keepers()
        asset = FixedAsset(
            number=str(cells["number"]).upper(), name=cells["name"], spec=self.text("spec"),
            status=self.status(), place=self.place(), department=department, custodian=custodian,
            bought_on=cells.get("bought_on"), price=cells.get("price"),
            warranty_until=cells.get("warranty_until"), supplier=self.text("supplier"),
            note=self.text("note"),
        )  # fmt: skip
        self.refuse_long(asset)
        vars(asset)["category_name"] = self.text("category")[:40] or OTHER
        return asset

    def text(self, key: str) -> str:
        return self.row.cells.get(key) or ""

    def fault(self, key: str, text: str, **facts: Any) -> None:
        self.checked.fault(self.table, self.row.number, key, text, **facts)

    def refuse_amounts(self) -> None:
        cells = self.row.cells
        if (cells.get("quantity") or 1) != 1:
            self.fault("quantity", ONE_EACH, count=cells["quantity"])
        if cells.get("price") is not None and cells["price"] < 0:
            self.fault("price", NEGATIVE)
        bought, warranty = cells.get("bought_on"), cells.get("warranty_until")
        if bought and warranty and warranty < bought:
            self.fault("warranty_until", WARRANTY)

    def refuse_long(self, asset: FixedAsset) -> None:
        for name in ("number", "name", "spec", "supplier", "note"):
            most = FixedAsset._meta.get_field(name).max_length  # type: ignore[union-attr]  # texts
            if most and len(getattr(asset, name)) > most:
                self.fault(name, TOO_LONG, most=most)

    def status(self) -> str:
        word = self.text("status")
        state = STATES.get(word.casefold()) if word else Status.IN_USE
        if state is None:
            self.fault("status", UNKNOWN_STATE, word=word)
        elif state == Status.DISPOSED:
            self.fault("status", GONE)
        return state or Status.IN_USE

    def place(self) -> Place | None:
        """By code, else by a name that one place alone bears."""
        word = self.text("place")
        if not word or word.casefold() in self.known.codes:
            return self.known.codes.get(word.casefold())
        return self.one_of("place", self.known.places.get(word), UNKNOWN_PLACE, MANY_PLACES)

    def keepers(self) -> tuple[Department | None, Person | None]:
        """Department and custodian, from a column each or from the one that holds either."""
        department, custodian = self.unit("department"), self.person()
        word = self.text("keeper")
        if not word:
            return department, custodian
        unit, people = self.known.units.get(word), self.known.people.get(word)
        if unit is None and not people:
            self.fault("keeper", UNKNOWN_KEEPER, word=word)
            return department, custodian
        if unit is None:
            custodian = self.one_of("keeper", people, UNKNOWN_PERSON, MANY_PEOPLE)
        return department or unit, custodian

    def unit(self, key: str) -> Department | None:
        word = self.text(key)
        if word and word not in self.known.units:
            self.fault(key, UNKNOWN_UNIT, word=word)
        return self.known.units.get(word)

    def person(self) -> Person | None:
        """By the number where there is one, else by the name."""
        key = "custodian_number" if self.text("custodian_number") else "custodian"
        word = self.text(key)
        if not word:
            return None
        found = self.known.people.get(word) or self.known.people.get(word.casefold())
        return self.one_of(key, found, UNKNOWN_PERSON, MANY_PEOPLE)

    def one_of(self, key: str, found: list[Any] | None, none: str, many: str) -> Any:
        """The one that the cell means; a fault where it means none or several."""
        if found and len(found) == 1:
            return found[0]
        self.fault(key, many if found else none, word=self.text(key))
        return None


def apply(things: list[FixedAsset], of: SheetImport, *, by: Person, at: datetime) -> str:
    """All of them into the register; categories that are new are made."""
    names = {vars(asset)["category_name"] for asset in things}
    categories = {name: category_called(name) for name in sorted(names)}
    for asset in things:
        asset.category = categories[vars(asset)["category_name"]]
    register_all(things, by=by, at=at)
    return reverse("repairs:assets")


ASSETS = TableKind(headings=HEADINGS, check=check, apply=apply)
