"""Plans written as one long line: the headings inside a line begin lines of their own."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from planning.plan_text.dates import MONTH, YEAR
from planning.plan_text.script import NUM, twin
from planning.plan_text.source import Block, Line

_PERIOD = (
    rf"(?:(?:{YEAR}\s*年\s*)?(?:{MONTH}\s*(?:月份?)?\s*[-~至到、和]\s*)?(?:{YEAR}\s*年\s*)?{MONTH}\s*月("
    rf"?:\s*份)?(?:\s*[(]20\d\d年[)])?"
    rf"|第\s*{NUM}(?:\s*[-~至到、]\s*第?{NUM})?\s*周(?:\s*[(][^)]{{3,24}}[)])?)"
)
_NUMBER = r"(?:[(][一二三四五六七八九十]{1,3}[)]|[一二三四五六七八九十]{1,3}、)?\s*"
_INNER_HEADING = re.compile(
    rf"(?:(?<=[。;!?.:划排历表])|(?<=\s)|(?<=\d{{4}}年[)]))\s*(?={_NUMBER}(?:[\[]\s*{_PERIOD}\s*[\]]|"
    rf"{_PERIOD}\s*(?:工作|安排|重点|主要|要点)*\s*(?::|(?=\s*(?:1\s*[、.]|[(]\s*1\s*[)]|①)))))"
)
_SECTION = re.compile(
    r"(?<=[。;!?])\s*(?=[一二三四五六七八九十]{1,2}、[^。;、]{2,20}(?:[:。\s]|$))"
)
_CHROME_INSIDE = re.compile(
    r"(?<=[。;\s])\s*(?=(?:附件|关闭窗口|打印(?:文档|本页)|上一篇|下一篇|版权所有|主办单位)[:\s]?)"
)
_SIGNED = re.compile(
    r"(?<=[。;])\s*(?=[^。;,、:\s]{4,28}(?:处|科|室|校|中学|小学|高中|部|办|中心|"
    r"会)\s*20\d\d\s*年\s*\d+\s*月\s*\d+\s*日\s*$)"
)
_NOTE_INSIDE = re.compile(
    r"(?<=[。;!])\s*(?=(?:以上(?!\d)|未尽事宜|如有(?:变动|调整|变化)|备?注\s*:|说明\s*:|附件?\s*[:\d]|望各|请各[^。;]{0,8}(?:按|认真|做好准备|遵照)|"
    r"特此))"
)
# A bullet or a list's number before a heading is no line of its own.
_WORDS = re.compile(r"[^\W\d一二三四五六七八九十]{2}")
_LONG = 60


def exploded(blocks: list[Block]) -> list[Block]:
    """The blocks with every heading of a period at the start of a line."""
    found: list[Block] = []
    for block in blocks:
        found += _parts(block) if isinstance(block, Line) else [block]
    return found


def _parts(line: Line) -> list[Block]:
    flat = twin(line.text)
    if "月" not in flat and "周" not in flat:
        return [line]
    found = (match.end() for match in _INNER_HEADING.finditer(flat))
    cuts = {at for at in found if _WORDS.search(flat[:at])}
    if not cuts:
        return [line]
    if len(flat) > _LONG:
        cuts |= {
            match.end()
            for pattern in (_CHROME_INSIDE, _SECTION, _SIGNED, _NOTE_INSIDE)
            for match in pattern.finditer(flat)
        }
    edges = [0, *sorted(cuts), len(line.text)]
    texts = (line.text[a:b] for a, b in pairwise(edges))
    return [replace(line, text=text) for text in texts if text.strip()]
