"""Web pages: what a browser shows, block by block; real tables as grids, layout tables opened."""

from __future__ import annotations

import re

from lxml import etree, html

from planning.plan_text.columns import header_kinds
from planning.plan_text.script import cleaned
from planning.plan_text.source import Block, Cell, Grid, Line, UnreadableSource
from planning.plan_text.tab_rows import is_entry

_SKIPPED = frozenset(
    {
        "script",
        "style",
        "noscript",
        "template",
        "head",
        "title",
        "select",
        "option",
        "button",
        "iframe",
        "object",
        "svg",
        "textarea",
    }
)
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "dd",
        "details",
        "dialog",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
        "caption",
    ]
)
_HEADINGS = {f"h{n}": n for n in range(1, 7)}
_WRAP = re.compile(
    r"(?<=[\u2e80-\u9fff\uff00-\uffef\u3000-\u303f])[ \t]*\n\s*(?="
    r"[\u2e80-\u9fff\uff00-\uffef\u3000-\u303f])"
)
_SPACE = re.compile(r"[ \t\n]+")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_MOST_SPAN = 200
_OWN_NUMBER = re.compile(r"[（(]?(?P<n>\d{1,2})\s*[、)）.．]")
_OWN_SIGN = re.compile(r"[（(][一二三四五六七八九十]+[）)]|[一二三四五六七八九十]+、|[①-⑳⑴-⒇]")


class _Writer:
    """Collects the page's lines as they appear on the screen."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.text = ""
        self.bullet = ""
        self.level = 0
        self.depth = 0
        self.no = 0

    def write(self, text: str, *, raw: bool = False) -> None:
        if raw:
            *full, last = text.split("\n")
            for line in full:
                self.text += line
                self.end(blank=True)
            self.text += last
            return
        text = _SPACE.sub(" ", _WRAP.sub("", text))
        if self.bullet and text.strip():
            self.text, self.bullet, text = self.bullet, "", text.lstrip(" ")
        self.text += text.lstrip(" ") if not self.text or self.text.endswith(" ") else text

    def end(self, *, blank: bool = False) -> None:
        """Close the line; an empty one is kept only where it was asked for."""
        text = cleaned(self.text).rstrip(" ")
        self.text = ""
        if text.strip() or blank:
            self.no += 1
            self.blocks.append(Line(text, self.no, self.level, self.depth))

    def add(self, grid: Grid) -> None:
        self.end()
        self.no = max(self.no, grid.rows[-1][0].no)
        self.blocks.append(grid)


def read_page(text: str) -> list[Block]:
    """The blocks of a page. Raises UnreadableSource if nothing can be parsed."""
    parser = html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False)
    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", text)
    try:
        root = html.document_fromstring(cleaned(text).encode(), parser=parser)
    except (etree.ParserError, ValueError) as error:
        raise UnreadableSource("broken", "The page cannot be read.") from error
    writer = _Writer()
    _walk(root, writer, raw=False)
    writer.end()
    return writer.blocks


def _walk(element: html.HtmlElement, writer: _Writer, *, raw: bool) -> None:
    tag = element.tag
    if not isinstance(tag, str) or tag in _SKIPPED or _HIDDEN.search(element.get("style") or ""):
        return
    if tag == "br":
        if not _inside_item(element):
            writer.end(blank=True)
        return
    if tag == "table" and _is_data(element):
        _write_table(element, writer)
        return
    is_block = tag in _BLOCKS
    if is_block:
        writer.end()
        _open(element, writer)
    _inside(element, writer, raw=raw or tag == "pre")
    if is_block:
        writer.end()
        _close(element, writer)


def _inside_item(element: html.HtmlElement) -> bool:
    """A break in an item of a list that does not begin another one."""
    item = next(element.iterancestors("li"), None)
    return item is not None and not is_entry(element.tail or "") and item.find(".//li") is None


def _inside(element: html.HtmlElement, writer: _Writer, *, raw: bool) -> None:
    if element.text:
        writer.write(element.text, raw=raw)
    for child in element:
        _walk(child, writer, raw=raw)
        if child.tail:
            writer.write(child.tail, raw=raw)


def _open(element: html.HtmlElement, writer: _Writer) -> None:
    tag = str(element.tag)
    writer.level = _HEADINGS.get(tag, 0)
    if tag in {"ol", "ul"}:
        writer.depth += 1
    if tag == "li":
        writer.bullet = _bullet(element)


def _close(element: html.HtmlElement, writer: _Writer) -> None:
    writer.level = 0
    if element.tag == "li":
        writer.bullet = ""
    if element.tag in {"ol", "ul"}:
        writer.depth -= 1


def _bullet(item: html.HtmlElement) -> str:
    """The number a browser draws before a list's item; none where the text has its own."""
    parent = item.getparent()
    items = [item] if parent is None else [child for child in parent if child.tag == "li"]
    if _count_themselves(items):
        return ""
    if parent is None or parent.tag != "ol":
        return "● "
    start = parent.get("start") or "1"
    drawn = (int(start) if start.isdigit() else 1) + items.index(item)
    return f"{drawn}、" if item.text_content().strip()[:1].isdigit() else f"{drawn}. "


def _count_themselves(items: list[html.HtmlElement]) -> bool:
    """Whether the texts of a list bring numbers of their own: `9.20…` alone is a date."""
    texts = [text for item in items if (text := item.text_content().strip())]
    if all(_OWN_SIGN.match(text) for text in texts):
        return True
    numbers = [int(match["n"]) for text in texts if (match := _OWN_NUMBER.match(text))]
    return len(numbers) == len(texts) and all(
        number - numbers[0] == index for index, number in enumerate(numbers)
    )


# --- tables ---------------------------------------------------------------------------------------


def _is_data(table: html.HtmlElement) -> bool:
    """A table of cells, not one that only lays out the page."""
    if table.find(".//table") is not None:
        return False
    rows = [_cells(row) for row in table.iter("tr")]
    if max((len(row) for row in rows), default=0) < 2:
        return False
    if any(header_kinds([_cell_text(cell) for cell in row]) for row in rows[:6]):
        return True
    return all(len(cell.text_content()) < 1200 for row in rows for cell in row)


def _cells(row: html.HtmlElement) -> list[html.HtmlElement]:
    return [cell for cell in row if cell.tag in {"td", "th"}]


def _cell_text(cell: html.HtmlElement) -> str:
    writer = _Writer()
    _inside(cell, writer, raw=False)
    writer.end()
    return "\n".join(
        block.text.strip()
        for block in writer.blocks
        if isinstance(block, Line) and block.text.strip()
    )


def _span(cell: html.HtmlElement, name: str) -> int:
    value = (cell.get(name) or "1").strip()
    return min(max(int(value), 1), _MOST_SPAN) if value.isdigit() else 1


def _write_table(table: html.HtmlElement, writer: _Writer) -> None:
    writer.end()
    for caption in table.iter("caption"):
        writer.write(caption.text_content())
        writer.end()
    rows: list[list[Cell]] = []
    waiting: dict[int, tuple[int, str]] = {}
    for tr in table.iter("tr"):
        row = _row(_cells(tr), waiting, writer.no + len(rows) + 1)
        if row:
            rows.append(row)
    if rows:
        count = max(len(row) for row in rows)
        writer.add(
            Grid(
                tuple(
                    (*row, *[Cell("", row[0].no, absent=True)] * (count - len(row))) for row in rows
                )
            )
        )


def _row(cells: list[html.HtmlElement], waiting: dict[int, tuple[int, str]], no: int) -> list[Cell]:
    """One row with the cells that reach into it from above (column → rows left, text)."""
    row: list[Cell] = []
    queue = list(cells)
    while queue or len(row) in waiting:
        column = len(row)
        if column in waiting:
            left, text = waiting.pop(column)
            row.append(Cell(text, no, merged=True))
            if left > 1:
                waiting[column] = (left - 1, text)
            continue
        cell = queue.pop(0)
        text, down = _cell_text(cell), _span(cell, "rowspan")
        for shift in range(_span(cell, "colspan")):
            row.append(Cell(text, no, merged=shift > 0))
            if down > 1:
                waiting[column + shift] = (down - 1, text)
    return row
