"""How clerks write grades, classes and roles, made what the portal calls them."""

import re
from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import Any

from django.conf import settings
from django.utils import translation

from campus.models import Role, SchoolClass

_BETWEEN = "\x1f"
_BLANKS = re.compile(r"\s+")
_GRADES = {
    10: ("高一", "一", "高1", "10", "grade10", "g10", "senior1"),
    11: ("高二", "二", "高2", "11", "grade11", "g11", "senior2"),
    12: ("高三", "三", "高3", "12", "grade12", "g12", "senior3"),
}
_GRADE_OF = {word: grade for grade, words in _GRADES.items() for word in words}
_AFTER_GRADE = re.compile(r"(年级|学部|级|年)$")
# A grade before the class: 高一, 高一年级; bare ones (一, 10) only where something parts them from
# the number, since 二十一班 is class 21 and 112班 may be anything.
_CLASS = re.compile(
    r"(?:(?P<grade>高[一二三123]|(?:grade|g|senior)\d\d?|(?:[一二三]|1[012])(?=[(年级\-]))"
    r"(?:年级|学部|级)?-?)?"
    r"(?:class)?[(\[]?(?P<number>\d{1,2}|[一二三四五六七八九十]{1,3})[)\]]?班?"
)
_DIGITS = {digit: value for value, digit in enumerate("一二三四五六七八九", 1)}
# What else people call a role.
_ALSO = {
    "司机": Role.DRIVER, "宿管": Role.DORM_WARDEN, "宿管员": Role.DORM_WARDEN,
    "生活指导老师": Role.DORM_WARDEN, "舍长": Role.DORM_LEADER, "寝室长": Role.DORM_LEADER,
    "维修工": Role.TECHNICIAN, "管理员": Role.ADMINISTRATOR, "系统管理员": Role.ADMINISTRATOR,
    "仓管": Role.STOREKEEPER, "仓库管理员": Role.STOREKEEPER, "保管员": Role.STOREKEEPER,
    "安全员": Role.SAFETY_OFFICER, "后勤主任": Role.HEAD,
}  # fmt: skip


def plain(text: str) -> str:
    return _BLANKS.sub("", text).casefold()


def grade_of(text: str) -> int | None:
    """The grade that the words mean, 10 to 12; None for none of them."""
    return _GRADE_OF.get(_AFTER_GRADE.sub("", plain(text)))


def class_of(text: str) -> tuple[int | None, int | None]:
    """Grade and number of a class, as far as its name tells: 高一(3)班 is (10, 3), 3班 (None, 3);
    (None, None) for what is no class."""
    found = _CLASS.fullmatch(plain(text))
    if found is None:
        return None, None
    return grade_of(found["grade"] or ""), number_of(found["number"])


def number_of(text: str) -> int | None:
    """12 or 十二; None for what is neither, and for 0."""
    if text.isdigit():
        return int(text) or None
    tens, ten, ones = text.rpartition("十")
    if not ten:
        return _DIGITS.get(text)
    if any(part and part not in _DIGITS for part in (tens, ones)):
        return None
    return (_DIGITS[tens] if tens else 1) * 10 + (_DIGITS[ones] if ones else 0)


def class_key(grade: int, number: int) -> str:
    """What stands for a class among the changes: "10-3"."""
    return f"{grade}-{number}"


def class_of_key(key: str) -> SchoolClass:
    """The class, not of the database, that a key stands for."""
    grade, number = map(int, key.split("-"))
    return SchoolClass(grade=grade, number=number)


def duty_key(number: str, scope: Sequence[str], starts_on: date) -> str:
    """What stands for a duty among the changes: whose, over what (role, department, class, place)
    and since when, parted by a mark that no cell can hold."""
    return _BETWEEN.join([number, *scope, starts_on.isoformat()])


def duty_parts(key: str) -> list[str]:
    """Number, role, department, class, place and first day (ISO) of a duty's key."""
    return key.split(_BETWEEN)


def role_of(text: str) -> str:
    """The code of a role, given by its code, its label in any language or another word for it;
    empty for no role."""
    return role_words().get(plain(text), "")


def choice_of(text: str, choices: tuple[tuple[str, Any], ...]) -> str:
    """The value of a choice, given by itself or by its label in any language; empty for none."""
    return choice_words(choices).get(plain(text), "")


@cache
def choice_words(choices: tuple[tuple[str, Any], ...]) -> dict[str, str]:
    words = {plain(value): value for value, _label in choices}
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            words |= {plain(str(label)): value for value, label in choices}
    return words


@cache
def role_words() -> dict[str, str]:
    words = {word: role.value for word, role in _ALSO.items()}
    words |= {role.value: role.value for role in Role}
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            words |= {plain(str(role.label)): role.value for role in Role}
    return words
