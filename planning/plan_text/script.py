"""Recognition twin of a text: widths, dashes, brackets, scripts made equal, place by place.

Patterns run over the twin; titles are cut from the text as written at the same positions, so the
map must never change a length. The traditional characters are a short table of the words the
reader recognises: a full converter changes lengths and would be a dependency for 80 characters.
"""

from __future__ import annotations

import re
from functools import lru_cache

_TRADITIONAL = (
    "週周號号開开學学務务處处會会組组館馆體体節节動动實实驗验檢检計计劃划書书導导辦办門门責责"
    "負负單单項项內内時时間间題题點点規规儀仪師师樓楼廳厅園园區区員员長长級级總总結结標标發发"
    "佈布瀏浏覽览數数報报維维護护練练習习電电話话網网訪访問问編编輯辑錄录關关閉闭窗窗頁页"
    "聯联繫系鏈链權权備备註注說说議议頭头農农歷历曆历歲岁當当對对業业幹干黨党團团"
    "個个兩两從从為为據据調调環环衛卫淨净課课隊队廣广臺台財财產产資资醫医"
    "屆届暫暂蓋盖預预應应協协牽牵領领執执職职稱称類类別别滿满後后"
)
_SPACES = (
    "\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009"
    "\u200a\u202f\u205f\u3000"
)
_DASHES = "—–―─‐‑−﹣➖━‒⁃﹘"
_PAIRS = {
    **dict.fromkeys("【〔［「『〖", "["),
    **dict.fromkeys("】〕］」』〗", "]"),
    **dict.fromkeys("〜∼～˜", "~"),
    **dict.fromkeys("○〇零◯Ｏ", "〇"),
    **dict.fromkeys("・･‧∙", "·"),
    **dict.fromkeys("﹑､", "、"),
    **dict.fromkeys("｡", "。"),
    **dict.fromkeys("︰∶", ":"),
    **dict.fromkeys("﹒", "."),
    **dict.fromkeys("﹙", "("),
    **dict.fromkeys("﹚", ")"),
    **dict.fromkeys("﹔", ";"),
    **dict.fromkeys("│┃｜", "|"),
}


def _build_table() -> dict[int, str]:
    table = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
    table.update({ord(space): " " for space in _SPACES})
    table.update({ord(dash): "-" for dash in _DASHES})
    table.update({ord(one): other for one, other in _PAIRS.items()})
    old, new = _TRADITIONAL[::2], _TRADITIONAL[1::2]
    table.update({ord(one): other for one, other in zip(old, new, strict=True)})
    return table


_TABLE = _build_table()
_SHORT = 400
_INVISIBLE = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad\u202a-\u202e]")
# No layout needs more than 60 of one mark in a row; patterns stay fast where there are a million.
_LONG_GAP = re.compile(r"(([ \t\u00a0\u3000|*#>=_~·.-])\2{59})\2+")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")

_DIGITS = {char: value for value, char in enumerate("〇一二三四五六七八九")}
_TENS = {"十": 10, "廿": 20, "卅": 30}
NUM = r"(?:\d{1,2}|[〇一二三四五六七八九十廿卅]{1,4})"


def twin(text: str) -> str:
    """The same text for recognition; character i of it stands for character i of `text`."""
    return _short_twin(text) if len(text) <= _SHORT else text.translate(_TABLE)


@lru_cache(maxsize=16_384)
def _short_twin(text: str) -> str:
    # A line is looked at some twenty times, and translating it is the dearest look.
    return text.translate(_TABLE)


def cleaned(text: str) -> str:
    """Without invisible characters, and with line ends made one kind."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\v", "\n").replace("\f", "\n")
    text = text.replace("\u2028", "\n").replace("\u2029", "\n\n")
    return _LONG_GAP.sub(r"\1", _CONTROL.sub("", _INVISIBLE.sub("", text)))


def number(text: str) -> int | None:
    """The value of 3, 03, 三, 十二, 二十一, 廿三; None if it is no number below 100."""
    if text.isdigit():
        return int(text)
    total, digit = 0, 0
    for char in text:
        if char in _TENS:
            total += _TENS[char] * (digit if digit and char == "十" else 1)
            digit = 0
        elif char in _DIGITS:
            digit = digit * 10 + _DIGITS[char]
        else:
            return None
    return total + digit if text else None


def year_number(text: str) -> int | None:
    """The value of 2025, 二〇二五, 25; None if it is no year of this century."""
    digits = "".join(str(_DIGITS[char]) if char in _DIGITS else char for char in text)
    if not digits.isdigit():
        return None
    value = int(digits)
    return value + 2000 if value < 100 else value


def width(text: str) -> int:
    """Columns on a Chinese screen: a Chinese character or sign takes two, as GBK gives it bytes."""
    return len(text.encode("gbk", "replace"))


_GAP = re.compile(r"[ \t\u00a0\u2000-\u200a\u202f\u3000]+")


def collapsed(text: str) -> str:
    """One plain space for every run of spaces, none at the ends."""
    return _GAP.sub(" ", text.replace("\n", " ")).strip()


def joined(parts: list[str]) -> str:
    """Lines wrapped in the middle of a sentence made one: a space only between two Latin words."""
    text = ""
    for part in (collapsed(part) for part in parts):
        latin = text[-1:].isascii() and text[-1:].isalnum() and part[:1].isascii()
        text += (" " if latin and part[:1].isalnum() else "") + part
    return text
