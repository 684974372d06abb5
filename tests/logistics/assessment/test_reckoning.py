"""From marks to totals, ranks and flags."""

from collections import defaultdict
from datetime import timedelta
from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from campus.marks import Mark
from campus.models import SchoolClass
from logistics.assessment.models import AssessmentScheme, SchemeLine
from logistics.assessment.reckoning import reckon
from tests.logistics.assessment.conftest import MONDAY, mark

CLASSES = [SchoolClass(pk=number, grade=10 + number % 2, number=number) for number in range(1, 7)]
RULES = AssessmentScheme(flags=1)


def a_line(source, full, **figures) -> SchemeLine:
    """A line as the database gives it, with decimals."""
    return SchemeLine(
        source=source, full=Decimal(full),
        **{name: Decimal(figure) if name != "formula" else figure
           for name, figure in {"weight": 1, "bonus_cap": 0, **figures}.items()},
    )  # fmt: skip


def totals(marks, *lines, rules=RULES) -> list[tuple]:
    return [
        (each.school_class.pk, each.total, each.rank, each.has_flag)
        for each in reckon(rules, lines, CLASSES, marks)
    ]


@pytest.mark.parametrize(
    ("taken", "given_points", "score"),
    [("0", "0", "60"), ("3.5", "0", "53"), ("30", "0", "40"), ("0", "9", "65"), ("5", "5", "60")],
)
def test_points_are_weighed_and_capped_both_ways(taken, given_points, score):
    line = a_line("floors", 60, weight=2, cap=20, bonus_cap=5)
    marks = {"floors": [mark(CLASSES[0], taken, given=given_points)]}
    (reached,) = [each for each in reckon(RULES, [line], CLASSES[:1], marks)]
    assert reached.total == Decimal(score)


def test_by_the_mean_all_rooms_of_a_class_count_alike():
    line = a_line("rooms", 40, formula="mean")
    looks = [mark(CLASSES[0], "10", of="100"), mark(CLASSES[0], "0", of="20", record=2)]
    (reached,) = reckon(RULES, [line], CLASSES[:1], {"rooms": looks})
    assert reached.total == Decimal("38.00")


def test_equal_totals_share_a_rank_and_grades_are_ranked_apart():
    line = a_line("floors", 10)
    looks = {"floors": [mark(CLASSES[5], "1"), mark(CLASSES[0], "2")]}
    assert totals(looks, line) == [
        (2, 10, 1, True), (4, 10, 1, True), (6, 9, 3, False),
        (3, 10, 1, True), (5, 10, 1, True), (1, 8, 3, False),
    ]  # fmt: skip


def test_no_flag_below_a_total():
    line, rules = a_line("floors", 10), AssessmentScheme(flags=3, flag_from=11)
    assert [flag for *_rest, flag in totals({}, line, rules=rules)] == [False] * 6


points = some.decimals(0, 12, places=1)
looks = some.lists(
    some.builds(
        Mark,
        school_class=some.integers(1, 6), taken=points, given=some.decimals(0, 3, places=1),
        day=some.integers(0, 6).map(lambda days: MONDAY + timedelta(days=days)),
        of=some.one_of(some.none(), some.decimals(5, 100, places=0)),
        kind=some.just("x.look"), record=some.integers(1, 10**6),
    ),
    max_size=25,
)  # fmt: skip


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(floors=looks, rooms=looks)
def test_it_is_what_somebody_with_a_pencil_comes_to(floors, rooms):
    lines = [
        a_line("floors", 60, weight="1.5", cap=30, bonus_cap=5),
        a_line("rooms", 40, formula="mean"),
    ]
    by_hand: dict[int, Decimal] = {}
    for each in CLASSES:
        own = [look for look in floors if look.school_class == each.pk]
        lost = min(Decimal("1.5") * sum((look.taken for look in own), Decimal(0)), Decimal(30))
        won = Decimal("1.5") * sum((look.given for look in own), Decimal(0))
        by_hand[each.pk] = rounded(min(60 - lost + won, Decimal(65)))
        shares = [
            max(Decimal(0), min(Decimal(1), (look.of - look.taken + look.given) / look.of))
            for look in rooms
            if look.school_class == each.pk and look.of
        ]
        mean = sum(shares, Decimal(0)) / len(shares) if shares else Decimal(1)
        by_hand[each.pk] += rounded(40 * mean)
    grades = defaultdict(list)
    for each in CLASSES:
        grades[each.grade].append(by_hand[each.pk])
    told = {pk: (total, rank) for pk, total, rank, _flag in totals(
        {"floors": floors, "rooms": rooms}, *lines)}  # fmt: skip
    assert told == {
        each.pk: (
            by_hand[each.pk],
            1 + sum(other > by_hand[each.pk] for other in grades[each.grade]),
        )
        for each in CLASSES
    }


def rounded(number: Decimal) -> Decimal:
    return number.quantize(Decimal("0.01"), ROUND_HALF_UP)
