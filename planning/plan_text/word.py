"""Word documents: paragraphs and tables in reading order, with the numbers Word only draws.

Read from the XML itself: python-docx gives neither the automatic numbers of lists nor the text of
tracked insertions and content controls, and both carry items in plans.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from planning.plan_text.script import cleaned
from planning.plan_text.source import Block, Cell, Grid, Line

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SKIPPED = frozenset(
    {
        f"{_W}del",
        f"{_W}moveFrom",
        f"{_W}pPr",
        f"{_W}rPr",
        f"{_W}instrText",
        "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
    }
)
_CHINESE = "〇一二三四五六七八九"
_HEADINGS = {str(n): n for n in range(1, 7)}


@dataclass
class _Numbering:
    """Formats of the document's lists, and how far each has counted."""

    formats: dict[tuple[str, str], tuple[str, str, int]] = field(default_factory=dict)
    styles: dict[str, tuple[str, str]] = field(default_factory=dict)
    headings: dict[str, int] = field(default_factory=dict)
    counts: dict[tuple[str, str], int] = field(default_factory=dict)


def read_word(archive: zipfile.ZipFile) -> list[Block]:
    """The blocks of a document; ValueError or SyntaxError if its XML is broken."""
    body = _parsed(archive, "word/document.xml").find(f"{_W}body")
    if body is None:
        raise ValueError("no body")
    numbering = _numbering(archive)
    blocks: list[Block] = []
    for element in _blocks_in(body):
        if element.tag == f"{_W}p":
            blocks += _paragraph(element, numbering, _next_no(blocks))
        else:
            blocks += _table(element, numbering, _next_no(blocks))
    return blocks


def _parsed(archive: zipfile.ZipFile, name: str) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    return etree.fromstring(archive.read(name), parser)


def _blocks_in(parent: etree._Element) -> Iterator[etree._Element]:
    """Paragraphs and tables, those inside content controls and insertions included."""
    for child in parent:
        if child.tag in {f"{_W}p", f"{_W}tbl"}:
            yield child
        elif child.tag in {f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}customXml"}:
            yield from _blocks_in(child)


def _next_no(blocks: list[Block]) -> int:
    if not blocks:
        return 1
    last = blocks[-1]
    return last.no + 1 if isinstance(last, Line) else last.rows[-1][0].no + 1


def _value(parent: etree._Element | None, path: str) -> str:
    found = parent.find(path) if parent is not None else None
    return found.get(f"{_W}val", "") if found is not None else ""


def _text(element: etree._Element) -> str:
    parts: list[str] = []
    _collect(element, parts)
    return cleaned("".join(parts))


def _collect(element: etree._Element, parts: list[str]) -> None:
    signs = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
    for child in element:
        if child.tag in _SKIPPED:
            continue
        if child.tag == f"{_W}t":
            parts.append(child.text or "")
        elif child.tag in signs:
            parts.append(signs[str(child.tag)])
        else:
            _collect(child, parts)


def _paragraph(element: etree._Element, numbering: _Numbering, no: int) -> list[Block]:
    text = _numbered(element, numbering) + _text(element)
    level = numbering.headings.get(_value(element, f"{_W}pPr/{_W}pStyle"), 0)
    return [Line(part, no + i, level) for i, part in enumerate(text.split("\n"))]


# --- tables ---------------------------------------------------------------------------------------


def _table(element: etree._Element, numbering: _Numbering, no: int) -> list[Block]:
    rows: list[list[Cell]] = []
    for tr in _rows_in(element):
        row: list[Cell] = []
        for tc in _cells_in(tr):
            row += _cell(tc, row, rows, numbering, no)
        if row:
            rows.append(row)
            no += 1
    if not rows:
        return []
    if max(len(row) for row in rows) == 1:
        return _as_lines(rows)
    count = max(len(row) for row in rows)
    return [
        Grid(
            tuple((*row, *[Cell("", row[0].no, absent=True)] * (count - len(row))) for row in rows)
        )
    ]


def _as_lines(rows: list[list[Cell]]) -> list[Block]:
    texts = [line for row in rows for line in row[0].text.split("\n")]
    return [Line(text, rows[0][0].no + i) for i, text in enumerate(texts)]


def _rows_in(parent: etree._Element) -> Iterator[etree._Element]:
    for child in parent:
        if child.tag == f"{_W}tr":
            yield child
        elif child.tag in {f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins"}:
            yield from _rows_in(child)


def _cells_in(parent: etree._Element) -> Iterator[etree._Element]:
    for child in parent:
        if child.tag == f"{_W}tc":
            yield child
        elif child.tag in {f"{_W}sdt", f"{_W}sdtContent"}:
            yield from _cells_in(child)


def _cell(
    tc: etree._Element, row: list[Cell], rows: list[list[Cell]], numbering: _Numbering, no: int
) -> list[Cell]:
    """One cell, repeated over the columns it spans; a vertical merge repeats the cell above."""
    span = max(1, int(_value(tc, f"{_W}tcPr/{_W}gridSpan") or 1))
    merge = tc.find(f"{_W}tcPr/{_W}vMerge")
    below = merge is not None and merge.get(f"{_W}val", "continue") != "restart"
    if below and rows and len(row) < len(rows[-1]):
        above = rows[-1][len(row)]
        return [Cell(above.text, no, merged=True)] * span
    texts = []
    for block in _blocks_in(tc):
        if block.tag == f"{_W}p":
            texts.append(_numbered(block, numbering) + _text(block))
        else:
            texts.append("\n".join(_text(p) for p in block.iter(f"{_W}p")))
    text = "\n".join(texts).strip("\n")
    return [Cell(text, no), *[Cell(text, no, merged=True)] * (span - 1)]


# --- numbers that Word draws ----------------------------------------------------------------------


def _numbering(archive: zipfile.ZipFile) -> _Numbering:
    found = _Numbering()
    names = archive.namelist()
    if "word/numbering.xml" in names:
        _read_formats(_parsed(archive, "word/numbering.xml"), found)
    if "word/styles.xml" in names:
        _read_styles(_parsed(archive, "word/styles.xml"), found)
    return found


def _read_formats(root: etree._Element, found: _Numbering) -> None:
    levels: dict[str, dict[str, tuple[str, str, int]]] = {}
    for abstract in root.findall(f"{_W}abstractNum"):
        levels[abstract.get(f"{_W}abstractNumId", "")] = {
            level.get(f"{_W}ilvl", "0"): (
                _value(level, f"{_W}numFmt"),
                _value(level, f"{_W}lvlText"),
                int(_value(level, f"{_W}start") or 1),
            )
            for level in abstract.findall(f"{_W}lvl")
        }
    for num in root.findall(f"{_W}num"):
        for ilvl, form in levels.get(_value(num, f"{_W}abstractNumId"), {}).items():
            found.formats[num.get(f"{_W}numId", ""), ilvl] = form


def _read_styles(root: etree._Element, found: _Numbering) -> None:
    for style in root.findall(f"{_W}style"):
        name, key = _value(style, f"{_W}name").lower(), style.get(f"{_W}styleId", "")
        if name.startswith("heading ") and name[8:] in _HEADINGS:
            found.headings[key] = _HEADINGS[name[8:]]
        num = _value(style, f"{_W}pPr/{_W}numPr/{_W}numId")
        if num:
            found.styles[key] = (num, _value(style, f"{_W}pPr/{_W}numPr/{_W}ilvl") or "0")


def _numbered(paragraph: etree._Element, numbering: _Numbering) -> str:
    """The number Word would draw before a paragraph, `1、` or `（一）` as the list says."""
    properties = paragraph.find(f"{_W}pPr/{_W}numPr")
    if properties is not None:
        key = (_value(properties, f"{_W}numId"), _value(properties, f"{_W}ilvl") or "0")
    else:
        key = numbering.styles.get(_value(paragraph, f"{_W}pPr/{_W}pStyle"), ("", ""))
    form = numbering.formats.get(key)
    if form is None or not _text(paragraph).strip():
        return ""
    style, pattern, start = form
    count = numbering.counts.get(key, start - 1) + 1
    numbering.counts[key] = count
    for num, ilvl in numbering.formats:
        if num == key[0] and ilvl > key[1]:
            numbering.counts.pop((num, ilvl), None)
    if style == "bullet":
        return "● "
    place = f"%{int(key[1]) + 1}"
    drawn = pattern.replace(place, _drawn(style, count)) if place in pattern else ""
    return "" if "%" in drawn else f"{drawn} " if drawn.endswith((".", ")")) else drawn


def _drawn(style: str, count: int) -> str:
    if style.startswith(("chinese", "japaneseCounting", "ideograph", "taiwanese")):
        return chinese(count)
    if style in {"lowerLetter", "upperLetter"}:
        letter = chr(ord("A") + (count - 1) % 26)
        return letter if style == "upperLetter" else letter.lower()
    if style.startswith("decimalEnclosedCircle") and count <= 20:
        return chr(ord("①") + count - 1)
    return str(count)


def chinese(count: int) -> str:
    """三, 十二, 二十一: a number below 100 in Chinese."""
    tens, ones = divmod(count, 10)
    head = "" if not tens else "十" if tens == 1 else _CHINESE[tens] + "十"
    return head + (_CHINESE[ones] if ones or not tens else "")
