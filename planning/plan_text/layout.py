"""From lines to lines and grids: tables drawn with tabs, pipes or aligned spaces are found."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

from planning.plan_text.columns import PERIODS, header_kind, header_kinds, is_period
from planning.plan_text.headings import is_chrome, is_full_date, is_note, is_page_line
from planning.plan_text.script import cleaned, twin, width
from planning.plan_text.source import Block, Cell, Grid, Line
from planning.plan_text.tab_rows import is_entry, rows_of, set_level, stacked_rows

_FEWEST_SEGMENTS = 3

_CN = "[一二三四五六七八九十]{1,3}"
_MARK = (
    rf"(?:[(（]?\d{{1,2}}[)）、.．]|[(（]{_CN}[)）]|{_CN}、"
    r"|[①-⑳●•◆■·\-*]|[A-Ha-h][、.．)）])"
)
_MARK_TAB = re.compile(rf"^([\s]*{_MARK})\t+(?=[^\t]+$)")
_PIPED = re.compile(r"^\s*\|?[^|]*(?:\|[^|]*)+\|?\s*$")
_RULE = re.compile(r"^[\s|:+\-=_┌┬┐├┼┤└┴┘─━═╔╦╗╠╬╣╚╩╝┏┳┓┣╋┫┗┻┛]+$")
_BREAK = re.compile(r"\s*<br\s*/?>\s*", re.IGNORECASE)
_WIDE_GAP = re.compile(r"(?:[ \u00a0]{2,}|\u3000+[ \u00a0\u3000]*|[ \u00a0]\u3000+)")
_EMPHASIS = re.compile(r"\*\*(.+?)\*\*|__(.+?)__|(?<![\w*])\*([^*\s][^*]*?)\*(?![\w*])|`([^`]+)`")
_LINK = re.compile(r"!?\[([^\]]*)\]\((?:[^()\s]|\([^()]*\))*\)")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+.!|<>~-])")
_HASHES = re.compile(r"^\s{0,3}(#{1,6})\s*(.*?)\s*#*\s*$")
_BOLD_LINE = re.compile(r"^\s*(?:\*\*|__)(.+?)(?:\*\*|__)\s*[:：]?\s*$")
_QUOTE = re.compile(r"^\s*(?:>\s?)+")
_TASK = re.compile(r"^(\s*)(?:[-*+•●]\s+)\[[ xX√✓]\]\s*")
_DOUBLE_MARK = re.compile(
    r"^(\s*)[-*+•●]\s+(?=\d{1,2}\s*[、.．)）]\s*\D|\d{1,2}[、]|[（(]\d{1,2}[)）]|[①-⑳])"
)
_RULER = re.compile(r"^\s*([-*_=]\s*){3,}$")


def lines_of(text: str) -> list[Block]:
    """Plain or Markdown text as numbered lines; quoted cells of a spreadsheet paste made whole."""
    return [Line(line, no) for no, line in enumerate(unquoted(cleaned(text)).split("\n"), 1)]


def laid_out(blocks: tuple[Block, ...]) -> list[Block]:
    """The blocks with the tables drawn in text made grids, and Markdown's marks taken off lines."""
    found: list[Block] = []
    run: list[Line] = []
    for block in blocks:
        if isinstance(block, Line):
            run.append(block)
        else:
            found += [*_parted(run), block]
            run = []
    return found + _parted(run)


def _parted(lines: list[Line]) -> list[Block]:
    lines = [_plain(line) for line in _single_spaced(lines) if not is_page_line(twin(line.text))]
    lines = set_level(lines)
    found: list[Block] = []
    at = 0
    while at < len(lines):
        table = _table_at(lines, at)
        if table is None:
            found.append(lines[at])
            at += 1
        else:
            blocks, at = table
            found += blocks
    return found


def _single_spaced(lines: list[Line]) -> list[Line]:
    """Without the blank line after every line that some pastes add."""
    filled = [index for index, line in enumerate(lines) if line.text.strip()]
    spaced = sum(1 for a, b in pairwise(filled) if b - a > 1)
    if len(filled) < 4 or spaced * 10 < len(filled) * 8:
        return lines
    return [line for line in lines if line.text.strip()]


def _plain(line: Line) -> Line:
    """A line without Markdown's marks; `#` becomes its level."""
    text, level = _QUOTE.sub("", line.text), line.level
    hashes = _HASHES.match(text)
    if hashes:
        text, level = hashes[2], len(hashes[1])
    elif _BOLD_LINE.match(text):
        level = level or 6
    if _RULER.match(text):
        text = ""
    if "|" in text and _RULE.match(twin(text)):
        return line
    text = _ESCAPE.sub(r"\1", _LINK.sub(r"\1", text))
    text = _EMPHASIS.sub(lambda match: next(part for part in match.groups() if part), text)
    text = _DOUBLE_MARK.sub(r"\1", _TASK.sub(r"\1- ", _MARK_TAB.sub(r"\1 ", text)))
    return Line(text, line.no, level, line.depth)


_Table = tuple[list[Block], int]


def _table_at(lines: list[Line], at: int) -> _Table | None:
    text = lines[at].text
    readings: list[tuple[bool, Callable[[list[Line], int], _Table | None]]] = [
        ("\t" in text.strip(), _tabbed),
        ("|" in twin(text), _piped),
        (bool(_WIDE_GAP.search(text.strip())), _aligned),
        (header_kind(text) not in _UNSTACKED, _stacked),
    ]
    for possible, reading in readings:
        table = reading(lines, at) if possible else None
        if table:
            return table
    return None


# --- tabs -----------------------------------------------------------------------------------------


def _tabbed(lines: list[Line], at: int) -> _Table | None:
    cells = lines[at].text.rstrip("\n").split("\t")
    kinds = header_kinds(cells)
    if kinds is None and not _headless(lines, at):
        return None
    if kinds is None:
        kinds, first = _guessed_kinds(lines, at), at
    else:
        first = at + 1
    stop = _region_end(lines, first)
    rows, rest = rows_of(lines[first:stop], kinds)
    if rest:
        stop = next(i for i in range(first, stop) if lines[i] is rest[0])
    header = tuple(Cell(cell, lines[at].no) for cell in cells)
    top: list[tuple[Cell, ...] | Line] = [header] if first > at else []
    return _as_blocks([*top, *rows]), stop


def _as_blocks(rows: list[tuple[Cell, ...] | Line]) -> list[Block]:
    """One grid; a line between the rows (a month across the table) becomes a row of its own."""
    count = max((len(row) for row in rows if isinstance(row, tuple)), default=0)
    made = [
        row
        if isinstance(row, tuple)
        else (Cell(row.text, row.no), *[Cell("", row.no, merged=True, absent=True)] * (count - 1))
        for row in rows
    ]
    return [Grid(tuple(made))] if made else []


def _headless(lines: list[Line], at: int) -> bool:
    """Rows without a header: two lines of as many cells, each beginning with a period."""
    first = lines[at].text
    if not is_period(first.split("\t")[0]):
        return False
    following = next((line.text for line in lines[at + 1 :] if line.text.strip()), "")
    return "\t" in following


def _guessed_kinds(lines: list[Line], at: int) -> list[str]:
    count = max(line.text.count("\t") for line in lines[at : at + 5]) + 1
    first = next((line.text for line in lines[at:] if line.text.count("\t") + 1 == count), "")
    kinds = ["date" if is_period(cell) else "" for cell in first.split("\t")]
    return _with_content(kinds)


def _with_content(kinds: list[str]) -> list[str]:
    blank = [index for index, kind in enumerate(kinds) if not kind]
    if blank:
        kinds[blank[0]] = "content"
    return kinds


def _region_end(lines: list[Line], first: int) -> int:
    """Past the last line that can belong to the table: text may follow the last tab, blank-free."""
    end, gap = first, 0
    for at in range(first, len(lines)):
        text = lines[at].text
        if "\t" in text:
            if header_kinds(text.split("\t")) is not None:
                return at
            end, gap = at + 1, 0
        elif _breaks_off(lines, at) or _ends_stack(lines[at]):
            return end
        else:
            gap += 1
            if gap > 25:
                break
    while end < len(lines) and lines[end].text.strip():
        end += 1
    return end


def _breaks_off(lines: list[Line], at: int) -> bool:
    """A line set apart by a blank one, and no item of a list, stands below the table."""
    text = lines[at].text
    if not text.strip() or lines[at - 1].text.strip() or "\t" in lines[at - 1].text:
        return False
    return not (is_entry(text) or is_period(text))


# --- one cell a line ------------------------------------------------------------------------------

_UNSTACKED = frozenset({"", "area", "period", "grid_day"})


def _stacked(lines: list[Line], at: int) -> _Table | None:
    """A table pasted with every cell on a line of its own, its header first."""
    kinds: list[str] = []
    first = at
    while first < len(lines) and (kind := header_kind(lines[first].text)) not in _UNSTACKED:
        kinds.append(kind)
        first += 1
    if len(kinds) < _FEWEST_SEGMENTS or kinds[0] not in PERIODS or "content" not in kinds:
        return None
    stop = next((i for i in range(first, len(lines)) if _ends_stack(lines[i])), len(lines))
    rows = stacked_rows([line for line in lines[first:stop] if line.text.strip()], kinds)
    header = tuple(Cell(line.text, line.no) for line in lines[at:first])
    return ([Grid((header, *rows))], stop) if rows else None


def _ends_stack(line: Line) -> bool:
    flat = twin(line.text)
    signed = is_full_date(flat) and not flat.rstrip().endswith("月")
    return is_note(flat) or is_chrome(flat) or signed


# --- pipes ----------------------------------------------------------------------------------------


def _piped(lines: list[Line], at: int) -> _Table | None:
    stop = at
    while stop < len(lines) and _is_piped(lines[stop].text):
        stop += 1
    rows = [_pipe_cells(line) for line in lines[at:stop] if not _RULE.match(twin(line.text))]
    counts = {len(row) for row in rows}
    if len(rows) < 2 or max(counts) < 2 or max(counts) - min(counts) > 2:
        return None
    return [Grid(_even(rows))], stop


def _is_piped(text: str) -> bool:
    flat = twin(text)
    return bool(_RULE.match(flat) and ("|" in flat or "+" in flat)) or (
        "|" in flat and bool(_PIPED.match(flat))
    )


def _pipe_cells(line: Line) -> list[Cell]:
    text, flat = line.text, twin(line.text)
    cuts = [i for i, char in enumerate(flat) if char == "|" and flat[i - 1 : i] != "\\"]
    edges = [-1, *cuts, len(text)]
    parts = [text[a + 1 : b] for a, b in pairwise(edges)]
    if flat.lstrip().startswith("|"):
        parts = parts[1:]
    if flat.rstrip().endswith("|"):
        parts = parts[:-1]
    return [Cell(_BREAK.sub("\n", part).strip(), line.no) for part in parts]


def _even(rows: list[list[Cell]]) -> tuple[tuple[Cell, ...], ...]:
    count = max(len(row) for row in rows)
    return tuple(
        (*row, *[Cell("", row[0].no if row else 0, absent=True)] * (count - len(row)))
        for row in rows
    )


# --- aligned spaces -------------------------------------------------------------------------------

_Segment = tuple[str, int]


def _segments(text: str) -> list[_Segment]:
    """The words between wide gaps, each with the column on the screen where it begins."""
    found: list[_Segment] = []
    at = column = 0
    for match in [*_WIDE_GAP.finditer(text), None]:
        end = match.start() if match else len(text)
        if text[at:end].strip():
            found.append((text[at:end].strip(), column))
        column += width(text[at : match.end() if match else end])
        at = match.end() if match else end
    return found


def _aligned(lines: list[Line], at: int) -> _Table | None:
    head = _segments(lines[at].text)
    kinds = header_kinds([text for text, _ in head])
    if kinds is None:
        return _aligned_without_header(lines, at, head)
    starts = [column for _, column in head]
    rows = [[Cell(text, lines[at].no) for text, _ in head]]
    stop = at + 1
    while stop < len(lines):
        segments = _segments(lines[stop].text)
        if not segments:
            stop += 1
            continue
        if not _joins(rows, segments, starts, lines[stop]):
            break
        stop += 1
    return ([Grid(_even(rows))], stop) if len(rows) > 1 else None


def _joins(rows: list[list[Cell]], segments: list[_Segment], starts: list[int], line: Line) -> bool:
    """Put a line into the table as a row or as more text of the row above; False if neither."""
    placed = _by_column(segments, starts)
    if placed is None:
        return False
    if len(segments) > 1 or is_period(segments[0][0]):
        rows.append([Cell(text, line.no) for text in placed])
        return True
    if segments[0][1] == 0 or len(rows) == 1:
        return False
    last = rows[-1]
    rows[-1] = [
        Cell(cell.text + "\n" + text, cell.no) if text else cell
        for cell, text in zip(last, placed, strict=True)
    ]
    return True


def _by_column(segments: list[_Segment], starts: list[int]) -> list[str] | None:
    if len(segments) > len(starts):
        return None
    if len(segments) == len(starts):
        return [text for text, _ in segments]
    placed = [""] * len(starts)
    for text, column in segments:
        index = min(range(len(starts)), key=lambda i: abs(starts[i] - column))
        if placed[index]:
            return None
        placed[index] = text
    return placed


def _aligned_without_header(lines: list[Line], at: int, head: list[_Segment]) -> _Table | None:
    if len(head) < _FEWEST_SEGMENTS or not is_period(head[0][0]):
        return None
    rows = [[Cell(text, lines[at].no) for text, _ in head]]
    stop = at + 1
    while stop < len(lines):
        segments = _segments(lines[stop].text)
        if len(segments) != len(head) or not is_period(segments[0][0]):
            break
        rows.append([Cell(text, lines[stop].no) for text, _ in segments])
        stop += 1
    return ([Grid(_even(rows))], stop) if len(rows) > 1 else None


def unquoted(text: str) -> str:
    """A spreadsheet's paste with `"two\\nlines"` cells, its quotes off."""
    parts = re.split(r'(?:(?<=\t)|(?<=\n)|^)"((?:[^"\t]|"")*\n(?:[^"\t]|"")*)"(?=\t|\n|$)', text)
    return "".join(part.replace('""', '"') if odd % 2 else part for odd, part in enumerate(parts))
