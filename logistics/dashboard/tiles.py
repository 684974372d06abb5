"""Tiles: a measure's number in words, its course as a small picture, and how it compares."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_FLOOR, Decimal

from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from campus.measures import Measure
from campus.models import Person
from logistics.dashboard.readings import Board, Reading, Sum
from logistics.dashboard.scope import Scope

Words = str | Promise
NONE = "–"
# The box that a course is drawn in; the lines of its edge stay within.
WIDTH, HEIGHT, EDGE = 100, 24, 2


@dataclass(frozen=True)
class Comparison:
    """How a number does beside the same time of the semester before: `tone` is better, worse or
    same."""

    tone: str
    icon: str
    words: str
    then: str


@dataclass(frozen=True)
class Course:
    """The weeks of a measure: a line through those that are known, its last point, and the same in
    words."""

    line: str
    last: tuple[float, float]
    words: str


@dataclass(frozen=True)
class Tile:
    """A measure as it is drawn. Without a path a number leads nowhere: its list is not the
    reader's."""

    key: str
    label: Words
    icon: str
    number: str
    unit: Words
    path: str
    of: str
    of_path: str
    part: str
    hint: Words
    notes: Sequence[str]
    course: Course | None
    comparison: Comparison | None
    is_empty: bool


def tiles_of(measures: Iterable[Measure], board: Board, scope: Scope, person: Person | None
             ) -> list[Tile]:  # fmt: skip
    """The measures drawn for somebody; without a person no number leads anywhere."""
    return [
        tile(each, board.readings[each.key], scope, person)
        for each in measures
        if each.key in board.readings
    ]


def tile(measure: Measure, reading: Reading, scope: Scope, person: Person | None) -> Tile:
    leads = person is not None and bool(measure.reads_all(person))
    period, narrowing = reading.period, scope.narrowing
    has_parts = period.of is not None and not measure.is_mean
    of_path = measure.whole_proof(scope.period, narrowing)
    return Tile(
        key=measure.key, label=measure.label, icon=measure.icon,
        number=in_words(measure, period), unit="" if measure.is_share else measure.unit,
        path=measure.proof_of(measure.number, scope.period, narrowing) if leads else "",
        part=plain(period.number) if has_parts and measure.is_share else "",
        of=plain(period.of) if has_parts else "", of_path=of_path if leads else "",
        hint=measure.hint, notes=notes(measure, scope),
        course=course(measure, reading, scope), comparison=comparison(measure, reading),
        is_empty=value_of(measure, period) is None,
    )  # fmt: skip


# Numbers


def value_of(measure: Measure, found: Sum) -> Decimal | None:
    """What is compared: a share in per cent, a mean, or the number itself."""
    if found.number is None or not (measure.is_share or measure.is_mean):
        return found.number
    if not found.of:
        return None
    return found.number / found.of * (100 if measure.is_share else 1)


def in_words(measure: Measure, found: Sum) -> str:
    """As it stands on a tile, with its per cent; a dash for nothing."""
    value = value_of(measure, found)
    if value is None:
        return NONE
    if measure.is_share:
        # Rounded down: only all of them are a hundred.
        return f"{value.quantize(Decimal(1), ROUND_FLOOR)}%"
    return f"{value:.1f}" if measure.is_mean else plain(value)


def plain(number: Decimal | None) -> str:
    """A number without needless digits."""
    return NONE if number is None else f"{number.normalize():,f}"


def notes(measure: Measure, scope: Scope) -> list[str]:
    """Which of what the address asks for the measure does not know."""
    narrowing = scope.narrowing
    unknown = []
    if measure.is_standing:
        unknown.append(pgettext("measure", "now"))
    if narrowing.building and narrowing.grade and not (measure.place or measure.grade):
        return [*unknown, _("whole school")]
    if narrowing.building and not measure.place:
        unknown.append(_("all buildings") if narrowing.grade else _("whole school"))
    if narrowing.grade and not measure.grade:
        unknown.append(_("all grades") if narrowing.building else _("whole school"))
    return unknown


def comparison(measure: Measure, reading: Reading) -> Comparison | None:
    """So far, beside the same school weeks of the semester before; None where either is unknown."""
    if reading.then is None:
        return None
    now, then = value_of(measure, reading.so_far), value_of(measure, reading.then)
    if now is None or then is None:
        return None
    told = in_words(measure, reading.then)
    if in_words(measure, reading.so_far) == told:
        return Comparison("same", "equal", pgettext("than last semester", "as before"), told)
    grew = now > then
    icon = "trending-up" if grew else "trending-down"
    if grew == measure.more_is_better:
        return Comparison("better", icon, pgettext("than last semester", "better"), told)
    return Comparison("worse", icon, pgettext("than last semester", "worse"), told)


# Courses


def course(measure: Measure, reading: Reading, scope: Scope) -> Course | None:
    """The weeks of the semester; None of fewer than two that are known."""
    values = [value_of(measure, week) for week in reading.weeks]
    known = [value for value in values if value is not None]
    if len(known) < 2:
        return None
    least, most = min(known), max(known)
    step = Decimal(WIDTH - 2 * EDGE) / max(len(values) - 1, 1)
    height = HEIGHT - 2 * EDGE

    def point(index: int, value: Decimal) -> tuple[float, float]:
        share = (value - least) / (most - least) if most > least else Decimal("0.5")
        return round(float(EDGE + step * index), 1), round(float(EDGE + height * (1 - share)), 1)

    # A week without any leaves no hole: the line goes on to the next that is known.
    points = [point(n, value) for n, value in enumerate(values) if value is not None]
    told = [
        f"{week.label}: {in_words(measure, found)}"
        for week, found, value in zip(scope.weeks, reading.weeks, values, strict=True)
        if value is not None
    ]
    words = _("by school week: %(weeks)s") % {"weeks": ", ".join(told)}
    line = " ".join(f"{x},{y}" for x, y in points)
    return Course(line, points[-1], capfirst(words))
