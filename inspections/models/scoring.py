"""What lines give and take: points, caps of lines, caps of groups, full marks."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from inspections.models.checklist import ChecklistItem, ChecklistVersion
    from inspections.models.finding import Finding
    from inspections.models.inspection import Answer

NOTHING = Decimal(0)
CENT = Decimal("0.01")


def times(answer: "Answer") -> Decimal:
    """How often a line has failed: what was counted, else once."""
    return answer.number if answer.number and answer.number > 0 else Decimal(1)


def taken(item: "ChecklistItem", answer: "Answer") -> Decimal:
    """The points that a line costs where a checklist deducts, up to the line's cap."""
    lost = NOTHING
    if item.kind == item.Kind.SCORE:
        lost = answer.number or NOTHING
    elif answer.result == answer.Result.FAILED:
        lost = item.points * (times(answer) if item.kind == item.Kind.PASS_FAIL else 1)
    return min(lost, item.cap) if item.cap is not None else lost


def given(item: "ChecklistItem", answer: "Answer") -> Decimal:
    """The points that a line earns where a checklist adds up."""
    if item.kind == item.Kind.SCORE:
        return min(answer.number or NOTHING, item.cap or NOTHING)
    return item.points if answer.result == answer.Result.PASSED else NOTHING


def capped(lost: Iterable[tuple["ChecklistItem", Decimal]]) -> Decimal:
    """What all lines take together; no group more than its cap, which any of its lines may name."""
    sums: dict[str, Decimal] = defaultdict(lambda: NOTHING)
    caps: dict[str, Decimal] = {}
    for item, points in lost:
        sums[item.group] += points
        if item.group and item.group_cap is not None:
            caps[item.group] = min(item.group_cap, caps.get(item.group, item.group_cap))
    return sum((min(points, caps.get(group, points)) for group, points in sums.items()), NOTHING)


def full_marks(version: "ChecklistVersion", items: Iterable["ChecklistItem"]) -> Decimal | None:
    """The most that can be reached; None where nothing is scored."""
    if version.scoring == version.Scoring.DEDUCT:
        return version.full_marks
    if version.scoring == version.Scoring.ADD:
        best = (item.cap or NOTHING if item.kind == item.Kind.SCORE else item.points
                for item in items)  # fmt: skip
        return sum(best, NOTHING)
    return None


def score_of(
    version: "ChecklistVersion", pairs: Iterable[tuple["ChecklistItem", "Answer"]]
) -> Decimal | None:
    """The overall score of the lines with their answers, never below nothing; None where nothing
    is scored. Lines that do not apply neither give nor take, and full marks stay as they are."""
    reached = reached_of(version, pairs)
    return reached.quantize(CENT) if reached is not None else None


def reached_of(
    version: "ChecklistVersion", pairs: Iterable[tuple["ChecklistItem", "Answer"]]
) -> Decimal | None:
    """The score with all its digits."""
    told = [(item, answer) for item, answer in pairs if answer.result != answer.Result.NOT_THERE]
    if version.scoring == version.Scoring.DEDUCT:
        lost = capped((item, taken(item, answer)) for item, answer in told)
        return max((version.full_marks or NOTHING) - lost, NOTHING)
    if version.scoring == version.Scoring.ADD:
        return sum((given(item, answer) for item, answer in told), NOTHING)
    return None


# Parts of a place


def marked(item: "ChecklistItem", *, times: int, typed: Decimal | None = None) -> Decimal:
    """The points of one mark: what was typed for a line of points, else the line's points for each
    time; the line's cap at the most."""
    points = (typed or NOTHING) if item.kind == item.Kind.SCORE else item.points * times
    return min(points, item.cap) if item.cap is not None else points


@dataclass(frozen=True, kw_only=True)
class Reckoned:
    """What a part scored: points taken and given after the caps of groups, what is left of full
    marks (None where there are none), and how many marks took points."""

    taken: Decimal
    given: Decimal
    score: Decimal | None
    faults: int


def reckoned(marks: Iterable["Finding"], full: Decimal | None) -> Reckoned:
    """The score of a part from its marks; each brings its line along."""
    standing = [mark for mark in marks if not mark.is_taken_back]
    lost = [mark for mark in standing if mark.kind == mark.Kind.MARK]
    earned = [mark for mark in standing if mark.kind == mark.Kind.PRAISE]
    taken = capped((mark.item, mark.points) for mark in lost)
    given = capped((mark.item, mark.points) for mark in earned)
    score = None if full is None else max(full - taken + given, NOTHING)
    return Reckoned(taken=taken, given=given, score=score, faults=len(lost))
