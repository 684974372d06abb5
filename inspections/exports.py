"""The lines of a checklist as a sheet, and back: every fault told by its row."""

from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal, InvalidOperation
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from campus.sheets.guard import Unreadable
from campus.sheets.reader import read_table
from campus.sheets.table import Fault, Heading, Read, Row, Table, refusal_in_words
from inspections.models import MOST_LINES, ChecklistItem

Kind = ChecklistItem.Kind
WIDTHS = (16, 30, 40, 12, 8, 8, 10, 8, 8, 8, 24, 10, 10, 30, 10)

HEADINGS = (
    Heading("group", gettext_noop("Group"), ("组别", "分组", "项目类别", "Group")),
    Heading("title", gettext_noop("Line"), ("检查项", "检查项目", "项目", "Line"), required=True),
    Heading("guidance", gettext_noop("What to look at"),
            ("检查内容", "内容", "排查内容", "What to look at")),
    Heading("kind", gettext_noop("Kind of answer"), ("答案类型", "类型", "Kind of answer")),
    Heading("points", gettext_noop("Points"), ("分值", "扣分", "Points")),
    Heading("cap", gettext_noop("At most"), ("封顶", "At most")),
    Heading("group_cap", gettext_noop("Whole group at most"), ("组封顶", "Whole group at most")),
    Heading("low", gettext_noop("From"), ("下限", "From")),
    Heading("high", gettext_noop("To"), ("上限", "To")),
    Heading("unit", gettext_noop("Unit"), ("单位", "Unit")),
    Heading("choices", gettext_noop("Choices"), ("选项", "Choices")),
    Heading("is_required", gettext_noop("Must be answered"), ("必填", "Must be answered")),
    Heading("photo_on_failure", gettext_noop("A fault needs a photo"),
            ("问题须拍照", "须拍照", "A fault needs a photo")),
    Heading("source", gettext_noop("Where the rule stands"),
            ("依据", "依据出处", "Where the rule stands")),
    Heading("source_is_verified", gettext_noop("The source was read"),
            ("依据已核对", "已核对", "The source was read")),
)  # fmt: skip
# What people call the kinds of answer, beside their labels.
KINDS = {
    "合格": Kind.PASS_FAIL, "是否": Kind.PASS_FAIL, "合格与否": Kind.PASS_FAIL,
    "评分": Kind.SCORE, "分数": Kind.SCORE, "数字": Kind.NUMBER, "数值": Kind.NUMBER,
    "选择": Kind.CHOICE, "单选": Kind.CHOICE, "文字": Kind.TEXT, "说明": Kind.TEXT,
}  # fmt: skip
YES = {"是", "√", "✓", "y", "yes", "1", "true"}
NO = {"", "否", "×", "n", "no", "0", "false"}
NOT_KIND = gettext_noop("“%(value)s” is no kind of answer. Write one of: %(kinds)s.")
NOT_NUMBER = gettext_noop("“%(value)s” is not a number.")
NOT_YES_OR_NO = gettext_noop("“%(value)s” is neither yes nor no.")
WRONG_LINE = gettext_noop("%(sentence)s")
TOO_MANY = gettext_noop("A checklist has at most %(most)s lines.")


def header() -> list[str]:
    return [_(heading.label) for heading in HEADINGS]


def line_rows(lines: Iterable[ChecklistItem]) -> Iterator[list[Any]]:
    """Header and lines, as they are brought in again without a change."""
    yield header()
    for line in lines:
        marked = [f"!{each}" if each in line.bad_choices else each for each in line.choices]
        yield [
            line.group, line.title, line.guidance, str(Kind(line.kind).label), line.points,
            line.cap, line.group_cap, line.low, line.high, line.unit, "/".join(marked),
            told(line.is_required), told(line.photo_on_failure), line.source,
            told(line.source_is_verified),
        ]  # fmt: skip


def told(value: bool) -> str:
    return _("yes") if value else ""


def template_rows() -> Iterator[list[Any]]:
    """The header with an example of each kind, which are left out when it is brought in."""
    yield header()
    example = _("(example)")
    yield [
        example,
        _("Exits are free"),
        _("Nothing stands in the way."),
        str(Kind.PASS_FAIL.label),
        1,
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        told(value=True),
        "",
        "",
    ]
    yield [example, _("Temperature of the fridge"), "", str(Kind.NUMBER.label), 0, "", "", 0, 8,
           "°C", "", told(value=True), "", "", ""]  # fmt: skip
    yield [example, _("Order"), "", str(Kind.CHOICE.label), 0, "", "", "", "", "", _("good/!bad"),
           "", "", "", ""]  # fmt: skip


def read_lines(data: bytes, name: str) -> Read[ChecklistItem]:
    """The lines of a sheet; a file that holds none says why."""
    try:
        table = read_table(data, name, headings=HEADINGS)
    except Unreadable as refused:
        return Read(refusal=refusal_in_words(refused))
    read: Read[ChecklistItem] = Read(faults=list(table.faults))
    if len(table.rows) > MOST_LINES:
        read.refusal = _(TOO_MANY) % {"most": MOST_LINES}
    for row in table.rows[:MOST_LINES]:
        read_row(table, row, read)
    return read


def read_row(table: Table, row: Row, read: Read[ChecklistItem]) -> None:
    """One line; what is wrong with it joins the faults."""
    line = ChecklistItem(position=len(read.things) + 1)
    for heading in HEADINGS:
        value = str(row.cells.get(heading.key) or "").strip()
        fault = set_cell(line, heading.key, value)
        if fault:
            words = table.headings.get(heading.key, heading.label)
            read.faults.append(Fault(table.sheet, row.number, words, *fault))
    try:
        line.clean_fields(exclude=["version"])
        line.clean()
        line.validate_constraints(exclude=["version"])
    except ValidationError as refused:
        sentence = " ".join(dict.fromkeys(refused.messages))
        read.faults.append(Fault(table.sheet, row.number, "", WRONG_LINE, {"sentence": sentence}))
    read.things.append(line)


Wrong = tuple[str, dict[str, Any]] | None


def set_cell(line: ChecklistItem, key: str, value: str) -> Wrong:
    """Put a cell into the line; the sentence of what is wrong with it."""
    special = SETTERS.get(key)
    if special:
        return special(line, key, value)
    setattr(line, key, value)
    return None


def set_kind(line: ChecklistItem, key: str, value: str) -> Wrong:
    labels = {str(kind.label): kind for kind in Kind}
    kind = KINDS.get(value) or labels.get(value) or (Kind.PASS_FAIL if not value else None)
    line.kind = kind or Kind.PASS_FAIL
    return None if kind else (NOT_KIND, {"value": value, "kinds": "、".join(labels)})


def set_number(line: ChecklistItem, key: str, value: str) -> Wrong:
    try:
        number = Decimal(value) if value else None
    except InvalidOperation:
        return NOT_NUMBER, {"value": value}
    if number is not None and not number.is_finite():
        return NOT_NUMBER, {"value": value}
    # A deduction is often written as -0.5.
    number = abs(number) if number is not None and key in ("points", "cap", "group_cap") else number
    setattr(line, key, Decimal(0) if number is None and key == "points" else number)
    return None


def set_choices(line: ChecklistItem, key: str, value: str) -> Wrong:
    parts = [part.strip() for part in value.replace("／", "/").split("/") if part.strip()]
    line.choices = [part.lstrip("!！").strip() for part in parts]
    line.bad_choices = [part.lstrip("!！").strip() for part in parts if part[0] in "!！"]
    return None


def set_yes(line: ChecklistItem, key: str, value: str) -> Wrong:
    typed = value.casefold()
    is_yes = typed in YES or value == _("yes")
    setattr(line, key, is_yes)
    return None if is_yes or typed in NO else (NOT_YES_OR_NO, {"value": value})


SETTERS: dict[str, Callable[[ChecklistItem, str, str], Wrong]] = {
    "kind": set_kind,
    **dict.fromkeys(("points", "cap", "group_cap", "low", "high"), set_number),
    "choices": set_choices,
    **dict.fromkeys(("is_required", "photo_on_failure", "source_is_verified"), set_yes),
}
