"""How cleaning fares: checks, points, areas without care; read from what the database tallies."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.figures import Group, Line, Number, Span, Sums, proof, summed, today_line
from cleaning.models import CleaningArea
from cleaning.registry import TOPICS
from inspections.models import Checklist, ScoreTally, WalkTally

SCORES, WALKS = "inspections:scores", "inspections:inspections"
SOURCE = _("Checks by the day they were made, walks by the day they were due.")


def groups(spans: Sequence[Span]) -> list[Group]:
    """Planned walks that were kept, areas checked, faults, points: three queries."""
    lists = list(Checklist.objects.filter(topic__in=TOPICS).values_list("pk", flat=True))
    kept = summed(
        spans, WalkTally.objects.filter(checklist__in=lists), ("planned", "kept", "missed")
    )
    scores = summed(spans, scored(lists), ("checks", "flawless", "faults", "taken", "given"))
    walk, score = Sums(spans, kept, WALKS).line, Sums(spans, scores, SCORES).line
    lines = [
        walk(_("Walks planned"), "planned", state="counted"),
        walk(_("Walks done in time"), "kept", ("planned",), state="kept"),
        walk(_("Walks missed"), "missed", ("planned",), state="missed"),
        score(_("Areas and rooms checked"), "checks"),
        score(_("Without a fault"), "flawless", ("checks",), sort="flawless"),
        score(_("Faults"), "faults", sort="faulty"),
        score(_("Points taken"), "taken", words=in_words, sort="faulty"),
        score(_("Points given"), "given", words=in_words),
    ]
    return [Group(title=pgettext_lazy("work area", "Cleaning"), lines=lines, source=SOURCE)]


def scored(lists: list[int]) -> QuerySet[ScoreTally]:
    return ScoreTally.objects.filter(checklist__in=lists)


def in_words(points: Number) -> str:
    return f"{Decimal(points).normalize():f}"


def unassigned(today: date) -> Line:
    """Areas that nobody cleans today, of all in use; two queries."""
    count = CleaningArea.objects.unassigned(today).count()
    whole = CleaningArea.objects.in_use(today).count()
    path = proof("cleaning:areas", care="nobody")
    return today_line(_("In nobody's care"), count, path, of=whole)
