"""A week's menu as canteens make it in a spreadsheet: day, meal, dish, price, weight, content.

Days and meals are said once and merged down the rows below them; columns are found by their names.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext, gettext_noop
from django.utils.translation import gettext_lazy as _

from campus.school_time.days import monday_of
from campus.sheets.guard import Unreadable
from campus.sheets.reader import read_table
from campus.sheets.table import Heading, Kind, Row, refusal_in_words
from campus.shell.forms import day_field
from campus.submissions.forms import TableForm
from canteen.actions.drafts import SheetMenu
from canteen.models import Canteen, Counter, Meal
from canteen.models.menu import MOST_GRAMS

HEADINGS = (
    Heading(
        "day", gettext_noop("Day"), ("时间", "日期", "星期", "Day", "Date"), Kind.DAY_WORDS,
        required=True, fills_down=True,
    ),
    Heading(
        "meal", gettext_noop("Meal"), ("类别", "餐次", "早/中/晚", "Meal"), required=True,
        fills_down=True,
    ),
    Heading("counter", gettext_noop("Counter"), ("窗口", "档口", "Counter"), fills_down=True),
    Heading(
        "dish", gettext_noop("Dish"), ("菜谱名称", "菜名", "菜品", "菜品名称", "Dish"),
        required=True,
    ),
    Heading("price", gettext_noop("Price"), ("价格", "单价", "Price"), Kind.AMOUNT, required=True),
    Heading("grams", gettext_noop("Weight"), ("重量", "份量", "分量", "Weight"), required=True),
    Heading("content", gettext_noop("Food in it"), ("食材分类含量", "食材含量", "Content")),
    Heading("small", gettext_noop("Small portion"), ("是否小份菜", "小份菜", "小份", "Small")),
)  # fmt: skip
MEAL_WORDS = {
    "早": Meal.BREAKFAST, "早餐": Meal.BREAKFAST, "breakfast": Meal.BREAKFAST,
    "中": Meal.LUNCH, "午": Meal.LUNCH, "中餐": Meal.LUNCH, "午餐": Meal.LUNCH,
    "lunch": Meal.LUNCH, "晚": Meal.SUPPER, "晚餐": Meal.SUPPER, "supper": Meal.SUPPER,
    "dinner": Meal.SUPPER,
}  # fmt: skip
WEEKDAYS = "一二三四五六日"
WEEKDAY = re.compile(r"(?:周|星期|礼拜)([一二三四五六日天])")
DAY = re.compile(r"(?:(\d{4})\s*[-/.年]\s*)?(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?")
GRAMS = re.compile(r"(\d{1,5})(?:\.0+)?\s*(?:克|g|G)?")
YES_WORDS = {"是", "小份", "√", "✓", "y", "yes", "1"}
MOST_FAULTS = 200


@dataclass
class Reader:
    """Reads the rows of one sheet; slips are collected with the number of their row."""

    monday: date
    counter: Counter
    counters: Mapping[str, Counter]
    rows: list[dict[str, Any]] = field(default_factory=list)
    faults: list[tuple[int, str]] = field(default_factory=list)
    seen: set[tuple[Any, ...]] = field(default_factory=set)

    def take(self, row: Row) -> None:
        """One row: put down, or its slips."""
        cells = row.cells
        slips: list[str] = []
        day = self.told(slips, day_in(cells["day"], self.monday), gettext(
            "“%(words)s” is no day of this week."), cells["day"])  # fmt: skip
        meal = self.told(slips, MEAL_WORDS.get(cells["meal"].casefold()), gettext(
            "“%(words)s” is no meal: write 早, 中 or 晚."), cells["meal"])  # fmt: skip
        counter = self.told(slips, self.counter_in(cells.get("counter") or ""), gettext(
            "This canteen has no counter “%(words)s”."), cells.get("counter"))  # fmt: skip
        grams = self.told(slips, grams_in(cells["grams"]), gettext(
            "“%(words)s” is no weight in grams, from 1 to 5000."), cells["grams"])  # fmt: skip
        if len(cells["dish"]) > 40:
            slips.append(gettext("The name of a dish has 40 characters at most."))
        if cells["price"] is not None and not 0 <= cells["price"] < 10000:
            slips.append(gettext("A price lies between 0 and 9999.99."))
        small = (cells.get("small") or "").casefold() in YES_WORDS
        identity = (day, meal, counter, cells["dish"], small)
        if identity in self.seen and not slips:
            slips.append(gettext("This dish stands in this meal already."))
        self.seen.add(identity)
        self.faults += [(row.number, slip) for slip in slips]
        if not slips:
            self.rows.append({
                "row": row.number, "day": day, "meal": str(meal), "counter": counter.pk,
                "dish": cells["dish"], "price": cells["price"], "grams": grams,
                "content": (cells.get("content") or "")[:200], "is_small": small,
            })  # fmt: skip

    def told(self, slips: list[str], value: Any, sentence: str, words: Any) -> Any:
        """The value, or a slip that says what stood there."""
        if value is None:
            slips.append(sentence % {"words": words or ""})
        return value

    def counter_in(self, words: str) -> Counter | None:
        return self.counters.get(words) if words else self.counter


def day_in(words: str, monday: date) -> date | None:
    """The day of the week from `monday` on that words mean; None for any other."""
    week = [monday + timedelta(days=number) for number in range(7)]
    if found := DAY.search(words):
        year, month, day = found[1], int(found[2]), int(found[3])
        fits = [each for each in week if (each.month, each.day) == (month, day)]
        return next((each for each in fits if year in (None, str(each.year))), None)
    if found := WEEKDAY.search(words):
        return week[WEEKDAYS.index(found[1].replace("天", "日"))]
    return None


def grams_in(words: str) -> int | None:
    """Whole grams within bounds; None for anything else."""
    found = GRAMS.fullmatch(words.strip())
    grams = int(found[1]) if found else 0
    return grams if 1 <= grams <= MOST_GRAMS else None


class MenuSheetForm(TableForm):
    """A week's menu as a sheet; `menu` holds what it says once the form is valid."""

    counter = forms.ModelChoiceField(
        label=_("Counter"),
        queryset=Counter.objects.none(),
        help_text=_("Where the sheet has no column for it."),
    )
    monday = day_field(_("A day of the week that it is for"))
    field_order = ["monday", "counter", "file"]

    def __init__(self, *args: Any, canteen: Canteen, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.canteen = canteen
        counters: Any = self.fields["counter"]
        counters.queryset = Counter.objects.filter(canteen=canteen, is_open=True)
        counters.label_from_instance = lambda counter: counter.name
        self.menu = SheetMenu(rows=[])

    def clean_monday(self) -> date:
        """The Monday of that week."""
        day: date = self.cleaned_data["monday"]
        return monday_of(day)

    def clean(self) -> dict[str, Any]:
        """Reads the sheet; raises ValidationError for what is no menu at all."""
        typed = super().clean() or {}
        if not self.errors:
            self.menu = self.read(typed["monday"], typed["counter"], typed["file"].name)
        return typed

    def read(self, monday: date, counter: Counter, name: str) -> SheetMenu:
        try:
            table = read_table(self.data_read, name, headings=HEADINGS)
        except Unreadable as refused:
            raise ValidationError({"file": refusal_in_words(refused)}) from refused
        counters = {each.name: each for each in Counter.objects.filter(canteen=self.canteen)}
        reader = Reader(monday, counter, counters)
        reader.faults = [(each.row, each.sentence) for each in table.faults]
        faulty = {each.row for each in table.faults}
        for row in table.rows:
            if row.number not in faulty:
                reader.take(row)
        if not (reader.rows or reader.faults):
            raise ValidationError({"file": _("There is no dish in this sheet.")})
        return SheetMenu(rows=reader.rows, faults=sorted(reader.faults)[:MOST_FAULTS])
