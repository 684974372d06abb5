"""What does not change a plan's meaning does not change its items."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.planning.plan_text.plans import TITLE, case_files, expected, lines_of

FOUNDING = case_files()[0]
WIDE = str.maketrans("0123456789.,:;()", "０１２３４５６７８９．，：；（）")
WORDS = st.lists(
    st.sampled_from("检查宿舍食堂消防设施更换门窗开展安全教育组织全体师生整理校园环境"),
    min_size=6,
    max_size=90,
).map("".join)
MONTHS = ["八月份：", "九月份：", "十月份：", "十一月份：", "十二月份：", "一月份："]
STARTS = ["08-01", "09-01", "10-01", "11-01", "12-01", "01-01"]
PLANS = st.lists(st.lists(WORDS, min_size=1, max_size=6), min_size=1, max_size=len(MONTHS))


def narrow(line: str) -> str:
    return line.translate({wide: chr(plain) for plain, wide in WIDE.items()})


def plan_lines(plan: list[list[str]]) -> list[str]:
    lines = [TITLE]
    for heading, items in zip(MONTHS, plan, strict=False):
        lines += [heading, *[f"{n}、{item}。" for n, item in enumerate(items, 1)]]
    return lines


def titles(lines: list[str]) -> list[tuple[str, str]]:
    return [(line[5:10], line.split("\t")[3]) for line in lines]


def expected_titles(plan: list[list[str]]) -> list[tuple[str, str]]:
    return [(day, item) for day, items in zip(STARTS, plan, strict=False) for item in items]


@pytest.mark.parametrize("case", [FOUNDING], ids=lambda case: case.stem)
def test_wide_digits_and_points_change_only_the_titles_width(case):
    wide = case.read_text(encoding="utf-8").translate(WIDE)
    assert [narrow(line) for line in lines_of(wide)] == [narrow(line) for line in expected(case)]


@settings(max_examples=60, deadline=None)
@given(plan=PLANS)
def test_numbered_items_below_months_are_found(plan):
    assert titles(lines_of("\n".join(plan_lines(plan)))) == expected_titles(plan)


@settings(max_examples=60, deadline=None)
@given(plan=PLANS, measure=st.integers(min_value=24, max_value=44))
def test_lines_broken_by_hand_are_joined(plan, measure):
    broken = [
        line[at : at + measure] for line in plan_lines(plan) for at in range(0, len(line), measure)
    ]
    assert titles(lines_of("\n".join(broken))) == expected_titles(plan)


@settings(max_examples=40, deadline=None)
@given(plan=PLANS, seed=st.integers())
def test_blank_lines_and_hard_spaces_change_nothing(plan, seed):
    chance = random.Random(seed)
    spaced = [
        "\u00a0" * chance.randrange(4)
        + line
        + " \u3000" * chance.randrange(2)
        + "\n" * chance.randrange(3)
        for line in plan_lines(plan)
    ]
    assert titles(lines_of("\n".join(spaced))) == expected_titles(plan)


@settings(max_examples=40, deadline=None)
@given(plan=PLANS)
def test_all_on_one_line_is_the_same_plan(plan):
    assert titles(lines_of("".join(plan_lines(plan)))) == expected_titles(plan)


@settings(max_examples=60, deadline=None)
@given(text=st.text(max_size=400))
def test_any_text_is_read_or_refused(text):
    assert isinstance(lines_of(text), list)


@settings(max_examples=60, deadline=None)
@given(
    parts=st.lists(
        st.sampled_from(
            [
                "九月：",
                "1、",
                "（1）",
                "9.1",
                "\t",
                "\n",
                "|",
                "第3周",
                "总务处",
                "。",
                "检查",
                " ",
                "周次",
                "工作内容",
                "-",
            ]
        ),
        max_size=60,
    )
)
def test_any_pile_of_marks_is_read_or_refused(parts):
    assert isinstance(lines_of("".join(parts)), list)
