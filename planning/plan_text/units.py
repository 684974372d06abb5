"""Names of departments: told from other words by their last characters, parted where glued."""

from __future__ import annotations

import re

from planning.plan_text.script import collapsed, twin

# Longest endings first: 办公室 before 办, so that 党政办公室 stays whole.
_ENDING = (
    r"(?:办公室|领导小组|小组|委员会|服务处|中心|年级[组部处]|年级(?![组部处办])|食堂|团委|工会|"
    r"处(?!室|长)|科(?![研学技室])|室|组(?![织长])|部(?![门长])|办(?!公)|馆|会(?![议计])|委(?![员办会])|队|园|社)"
)
_UNIT = re.compile(rf"[^\s,、;/]{{1,10}}?{_ENDING}(?:[(\[][^)\]]{{1,12}}[)\]])?")
_ALONE = re.compile(
    r"^(?:各|全体|有关|相关)?(?:[^\s,、;/]{1,14}?"
    r"(?:处|科|(?<![教寝])室|组|(?<!全)部|(?<![举承申督协主开])办|馆|中心|(?:工|学生|委员|委|管|理事|协)会|委|队|"
    r"(?<!校)园|社|院|(?<!厕)所|(?<!课)堂|年级|学部|处室|部门|班级|物业|公司|班主任|门卫|保安|"
    r"(?<![值带加上])班|厨房|仓库|校区|卫生员|宿管|后勤|总务|教务|政教|德育|安保|团队|教师|教职工|学生会|备课组长?|组长)"
    r"|团委|工会|总务|后勤|教务|政教|安保|保卫|财务|全体|各班|校办|食堂|物业|医务|高[一二三]|初[一二三]|"
    r"[一二三四五六七八九]年级|少先队|宿管|党支部|教科研|德育|保安|人事|安全)(?:[(\[][^)\]]{1,12}[)\]])?$"
)
_SEPARATOR = re.compile(r"[、,/;|&+＋\n]|\s+|(?<=[处科室组部办馆会])[和与及]")
_DEEP = re.compile(r"[(\[][^)\]]*[)\]]")


def is_unit(text: str) -> bool:
    """Whether the words read like one department's name."""
    return bool(_ALONE.match(twin(text).strip()))


def are_units(text: str) -> bool:
    """Whether a cell holds nothing but departments."""
    parts = _parts(text)
    return bool(parts) and all(is_unit(part) for part in parts)


def units_of(text: str) -> tuple[str, ...]:
    """The departments of one cell, in order, however they were separated (`安全处医务室`: two)."""
    found: list[str] = []
    for part in _parts(text):
        for unit in _unglued(part):
            if unit not in found:
                found.append(unit)
    return tuple(found)


def _parts(text: str) -> list[str]:
    flat = twin(text)
    # A separator inside brackets belongs to the name before it.
    flat = _DEEP.sub(lambda match: "\0" * len(match[0]), flat)
    cuts = [(match.start(), match.end()) for match in _SEPARATOR.finditer(flat)]
    starts = [0, *(end for _, end in cuts)]
    ends = [*(start for start, _ in cuts), len(text)]
    parts = (collapsed(text[start:end]) for start, end in zip(starts, ends, strict=True))
    return [part for part in parts if part.strip("。.·-—/")]


def _unglued(part: str) -> list[str]:
    flat = twin(part)
    pieces: list[str] = []
    at = 0
    while at < len(flat):
        match = _UNIT.match(flat, at)
        if not match or len(match[0]) < 2:
            return [part]
        pieces.append(part[at : match.end()])
        at = match.end()
    return pieces if len(pieces) > 1 else [part]
