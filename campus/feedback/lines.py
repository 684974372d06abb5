"""Figures of feedback on one area, for the area's own page of figures."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.feedback.models import FeedbackTally, FeedbackTopic, SubjectTally
from campus.feedback.registry import key_of
from campus.figures import Group, Line, Number, Span, Sums, Value, proof

LIST = "feedback:entries"
SUMS = (
    "entries", "rated", "stars", "unnamed", "answered", "answer_kept", "answer_missed",
    "answers_rated", "satisfied",
)  # fmt: skip
SOURCE = _("Of each wish once, by the day it arrived; what was hidden or withdrawn is left out.")


def feedback_groups(area: str, spans: Sequence[Span]) -> list[Group]:
    """How much was said and how it was answered, and how content people are with each topic; two
    queries, whatever the number of entries."""
    topics = list(FeedbackTopic.objects.of_area(area))
    cells = cells_of(topics, spans)
    sums = Sums(spans, [summed(cells, span) for span in spans], LIST)
    promptly = ("answer_kept", "answer_missed")
    answered = [
        sums.line(_("Entries"), "entries", which="counted", area=area),
        sums.line(_("Without a name"), "unnamed", ("entries",), which="unnamed", area=area),
        sums.line(_("Answered in time"), "answer_kept", promptly, promise="kept:answer", area=area),
        sums.line(
            _("Content with the answer"),
            "satisfied",
            ("answers_rated",),
            which="content",
            area=area,
        ),
        sums.mean(_("Stars"), "stars", "rated", which="counted", area=area),
    ]
    return [
        Group(
            title=pgettext_lazy("kinds of cases", "Feedback"), lines=answered, source=SOURCE
        ),
        Group(title=_("Stars by topic"), lines=by_topic(topics, spans, cells)),
    ]  # fmt: skip


Cell = dict[str, Any]


def cells_of(topics: Sequence[FeedbackTopic], spans: Sequence[Span]) -> list[Cell]:
    """The tallied sums of each topic and day within the spans; one query."""
    first, last = min(span.first for span in spans), max(span.last for span in spans)
    wanted = FeedbackTally.objects.filter(
        topic__in=[each.pk for each in topics], day__range=(first, last)
    )
    return list(wanted.order_by().values("topic", "day", *SUMS))


def summed(cells: Sequence[Cell], span: Span) -> dict[str, Number]:
    """The sums of all topics within a span."""
    within = [cell for cell in cells if span.has(cell["day"])]
    return {name: sum(cell[name] for cell in within) for name in SUMS}


def by_topic(
    topics: Sequence[FeedbackTopic], spans: Sequence[Span], cells: Sequence[Cell]
) -> list[Line]:
    """The mean stars of each topic for each span."""
    lines = []
    for topic in topics:
        own = [
            (cell["day"], cell["rated"], cell["stars"])
            for cell in cells
            if cell["topic"] == topic.pk
        ]
        values = [mean_of(own, span, topic=str(topic.pk)) for span in spans]
        lines.append(Line(label=topic.name, values=values, words=lambda number: f"{number:.1f}"))
    return lines


def by_subject(title: Any, subjects: Sequence[Model], spans: Sequence[Span]) -> Group:
    """The mean stars of each subject, all of one kind such as counters, by span; one query."""
    first, last = min(span.first for span in spans), max(span.last for span in spans)
    cells: dict[int, list[tuple]] = {each.pk: [] for each in subjects}
    if subjects:
        kind = ContentType.objects.get_for_model(subjects[0])
        wanted = SubjectTally.objects.filter(
            subject_type=kind, subject_id__in=list(cells), day__range=(first, last)
        )
        for number, *cell in wanted.values_list("subject_id", "day", "rated", "stars"):
            cells[number].append(tuple(cell))
    lines = [
        Line(
            label=str(each), words=lambda number: f"{number:.1f}",
            values=[mean_of(cells[each.pk], span, about=key_of(each)) for span in spans],
        )
        for each in subjects
    ]  # fmt: skip
    return Group(title=title, lines=lines)


def mean_of(cells: Sequence[tuple], span: Span, **query: str) -> Value:
    """The mean of the cells in one span; nothing where nobody gave stars."""
    rated = sum(count for day, count, _stars in cells if span.has(day))
    stars = sum(sum_of for day, _count, sum_of in cells if span.has(day))
    path = proof(LIST, span, which="counted", **query)
    return Value(number=Decimal(stars) / rated if rated else None, path=path)
