"""What the parts of a walk score: reckoned when it is finished, and when a mark is changed."""

from collections import defaultdict
from datetime import date
from decimal import Decimal
from typing import Any

from campus.models import Person
from inspections.models import ChecklistVersion, Finding, Inspection, PartScore
from inspections.models.scoring import CENT, NOTHING, reckoned
from inspections.registry import barred_from, parts_of


def score_parts(walk: Inspection, *, by: Person, day: date) -> list[Finding]:
    """Write what each part scored, in one statement however many there are; answers with the marks.

    Parts that the walker must not mark are left to somebody else. The walk's own score is the mean
    of its parts.
    """
    marks: dict[int, list[Finding]] = defaultdict(list)
    for mark in walk.findings.select_related("item"):
        marks[mark.place_id].append(mark)
    parts = parts_of(walk, day)
    barred = barred_from(walk, by, parts, day)
    scores = [
        PartScore(
            inspection=walk, checklist=walk.checklist, place=part.place, day=day,
            is_again=walk.again_of_id is not None,
            **facts(walk.version, marks[part.place.pk]),
        )
        for part in parts
        if part.place.pk not in barred
    ]  # fmt: skip
    PartScore.objects.bulk_create(scores)
    Finding.objects.filter(inspection=walk).update(day=day)
    walk.score = mean_of(scores)
    walk.faults = sum(score.faults for score in scores)
    return [mark for found in marks.values() for mark in found]


def facts(version: ChecklistVersion, marks: list[Finding]) -> dict[str, Any]:
    """The fields of a part's score that follow from its marks."""
    full = version.full_marks
    found = reckoned(marks, full)
    return {
        "full_marks": full, "taken": found.taken, "given": found.given, "score": found.score,
        "faults": found.faults,
    }  # fmt: skip


def mean_of(scores: list[PartScore]) -> Decimal | None:
    """The mean of parts with a score; None where nothing is scored."""
    told = [score.score for score in scores if score.score is not None]
    return (sum(told, NOTHING) / len(told)).quantize(CENT) if told else None


def reckon_again(walk: Inspection, place: int) -> None:
    """Bring the score of a part, and of the walk, in line with marks that were changed; inside the
    transaction of an act that holds both."""
    score = PartScore.objects.select_for_update(of=("self",)).get(inspection=walk, place=place)
    marks = list(walk.findings.filter(place=place).select_related("item"))
    for name, value in facts(walk.version, marks).items():
        setattr(score, name, value)
    score.save()
    scores = list(walk.part_scores.all())
    walk.score, walk.faults = mean_of(scores), sum(each.faults for each in scores)
    walk.save(update_fields=["score", "faults"])
