"""The cases beside the tests, and a plan's items as lines."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from planning.plan_text import NoSchedule, ReadItem, Source, read_plan, read_source

CASES = Path(__file__).parent / "cases"
TODAY = date(2025, 9, 1)
TITLE = "汀雨高级中学2025-2026学年度第一学期总务处工作计划"


def lines_of(source: Source | str, today: date = TODAY) -> list[str]:
    """`from TAB to TAB units TAB title` of every item; none for a text without a schedule."""
    try:
        items = read_plan(source, today=today).items
    except NoSchedule:
        return []
    return [as_line(item) for item in items]


def as_line(item: ReadItem) -> str:
    """One item as the import prints it."""
    return "\t".join(
        [item.starts_on.isoformat(), item.ends_on.isoformat(), ",".join(item.units), item.title]
    )


def case_files() -> list[Path]:
    """Every plan of the cases, in all its carriers."""
    return sorted(file for file in CASES.iterdir() if file.suffix != ".tsv")


def expected(case: Path) -> list[str]:
    """The lines that a case is to give."""
    return case.with_suffix(".tsv").read_text(encoding="utf-8").splitlines()


def read_case(case: Path) -> Source:
    """A case as its file gives it."""
    return read_source(case.name, case.read_bytes())


def items_below(heading: str, *lines: str) -> list[str]:
    """The items of a plan of autumn 2025 with one heading."""
    return lines_of("\n".join([TITLE, heading, *lines]))
