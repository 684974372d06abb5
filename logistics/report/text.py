"""The text of a section: paragraphs, headings and tables in plain characters. Knows nothing else.

Each line is a paragraph. `# Title` is a heading below the section's own, `## Title` one below that;
their numbers are made by level and not typed. Lines of `| one | two |` are a table, the first of
them its header. `[words](/path/)` leads to a page of the portal.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar

HEADING = re.compile(r"([#＃]{1,3})\s*(\S.*)")
ROW = re.compile(r"\|.*\|")
# The line that other programs draw between header and rows.
RULE = re.compile(r"\|(\s*:?-+:?\s*\|)+")
LINK = re.compile(r"\[([^\[\]]+)\]\((/(?!/)[^\s()]*)\)")


@dataclass(frozen=True)
class Words:
    """A run of words; `path` leads to a page."""

    words: str
    path: str = ""


@dataclass(frozen=True)
class Paragraph:
    """One paragraph, in its runs."""

    kind: ClassVar[str] = "paragraph"

    runs: tuple[Words, ...]


@dataclass(frozen=True)
class Heading:
    """A heading; `depth` 1 is the one just below the section's own."""

    kind: ClassVar[str] = "heading"

    depth: int
    words: str


@dataclass(frozen=True)
class Table:
    """A header and rows of cells, each in its runs; every row is as wide as the header."""

    kind: ClassVar[str] = "table"

    header: tuple[str, ...]
    rows: tuple[tuple[tuple[Words, ...], ...], ...]


Block = Paragraph | Heading | Table


def tidied(text: str) -> str:
    """The text as it is kept: one kind of line end, no blanks at the ends of lines."""
    lines = [line.rstrip() for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    return "\n".join(lines).strip("\n")


def blocks_of(text: str) -> list[Block]:
    """What the text consists of; whatever was typed is at least a paragraph."""
    return list(read(line.strip() for line in text.split("\n")))


def read(lines: Iterable[str]) -> Iterator[Block]:
    table: list[list[str]] = []
    for line in lines:
        if ROW.fullmatch(line):
            table += [] if RULE.fullmatch(line) else [cells_of(line)]
            continue
        yield from table_of(table)
        table = []
        if line:
            yield block_of(line)
    yield from table_of(table)


def block_of(line: str) -> Block:
    if found := HEADING.fullmatch(line):
        return Heading(len(found[1]), found[2])
    return Paragraph(runs_of(line))


def cells_of(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip("|").split("|")]


def table_of(rows: list[list[str]]) -> Iterator[Table]:
    """The table of some lines, if there are any; short rows are filled, long ones cut."""
    if not rows:
        return
    header, *body = rows
    wide = len(header)
    cells = [[*row, *[""] * wide][:wide] for row in body]
    yield Table(tuple(header), tuple(tuple(runs_of(cell) for cell in row) for row in cells))


def runs_of(line: str) -> tuple[Words, ...]:
    """The line in runs: words, and links to pages of the portal."""
    runs, at = [], 0
    for link in LINK.finditer(line):
        runs += [Words(line[at : link.start()])] if link.start() > at else []
        runs.append(Words(link[1], link[2]))
        at = link.end()
    return (*runs, Words(line[at:])) if line[at:] else tuple(runs)


# How generated text is put down


def linked(words: str, path: str) -> str:
    """Words that lead to a page."""
    return f"[{plain(words)}]({path})"


def plain(words: str) -> str:
    """Words of a record without what would mean something here."""
    return re.sub(r"\s+", " ", words.translate(str.maketrans("|[]", "｜〔〕"))).strip()


def table(header: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """The lines of a table; cells are `plain` or `linked` already."""
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (header, *rows))
