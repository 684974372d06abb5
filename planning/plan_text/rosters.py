"""Lists of who is on duty when: their lines are full of dates, and none of them is work planned."""

from __future__ import annotations

import re

_DUTY = r"(?:值班|值周|带班|轮值|值日|护校|轮班)"
_TITLE = re.compile(
    rf"^\W*(?:附\w?\s*[:、]?\s*)?[^。;,:、\d]{{0,10}}?(?:\d{{1,2}}月份?)?{_DUTY}[^。;,:、(\[\]]{{0,6}}"
    r"\s*(?:[(\[][^)\]]{1,12}[)\]])?\s*(?::|\W*$)"
)
_LIST_TITLE = re.compile(r"[:\[]|附|表|人员|名单|分工|轮流|行政|领导|安排")
_OTHER_LIST = re.compile(rf"{_DUTY}|菜谱|食谱|课程?表|作息|分工|名单|通讯|联系")
_LONGEST_TITLE = 25
_TIMES = re.compile(
    r"第?\s*\d+\s*(?:[-~至到]+\s*第?\s*\d+\s*)*[年月日号周.]?|第?[一二三四五六七八九十廿]+[月日号周]|(?:星期|周|礼拜)[一二三四五六日天]|[-~至到]+"
)
_GROUP = re.compile(r"^第?[一二三四五六七八九十甲乙丙丁戊己\dA-F]+\s*[组班队]$")
_NAME = re.compile(r"^(?:[\u4e00-\u9fff]{2,3}|[\u4e00-\u9fff]?[某×xX*〇]{1,2})$")


def titles_roster(flat: str, below: str) -> bool:
    """Whether a line heads a duty roster; `below` is the line after it.

    `寒假值班安排` may as well be an item: what follows it must be dates with names or groups.
    """
    match = _TITLE.match(flat)
    if not match:
        return False
    rest = flat[match.end() :]
    if not rest.strip() and not _LIST_TITLE.search(flat):
        return False
    return is_turn(rest if rest.strip() else below)


def is_other_list(title: str) -> bool:
    """Whether a caption names a list that is no schedule: a roster, a menu, a timetable."""
    return bool(_OTHER_LIST.search(title)) and len(title) < _LONGEST_TITLE


def are_groups(texts: list[str]) -> bool:
    """Whether dated lines only hand out turns: `第1—6周 甲组`."""
    return bool(texts) and all(
        bool(words) and all(_GROUP.match(word) for word in words)
        for words in ([*_words(text)] for text in texts)
    )


def is_turn(flat: str) -> bool:
    """Whether a line of a roster holds nothing but times, names and groups."""
    words = _words(flat)
    dated = any(char.isdigit() for char in flat)
    named = all(_GROUP.match(word) or _NAME.match(word) for word in words)
    return dated and bool(words) and named


def _words(flat: str) -> list[str]:
    # 第一组 is a group and no date: groups are kept before the dates are taken out.
    parts = re.split(r"[\s,;、:()\[\]|。/]+", flat)
    kept = [part if _GROUP.match(part) else _TIMES.sub(" ", part) for part in parts]
    return [word for part in kept for word in part.split()]
