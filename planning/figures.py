"""Meetings of an area's own sort and of all, and what was promised there."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q
from django.db.models.functions import TruncDate
from django.utils.translation import gettext_lazy as _

from campus.figures import Group, Number, Span, Sums
from campus.models import Person
from campus.school_time.engine import moments_of
from planning.models import ActionItem, Meeting

Status = ActionItem.Status
MEETINGS_HELD, ACTIONS = "planning:meetings", "planning:actions:actions"
SOURCE = _("Meetings by the day they were held, actions by the day they were decided.")

# As many as somebody reads beside other things; the lists have them all.
MEETINGS, PROMISES = 4, 6


@dataclass(frozen=True)
class Talks:
    """The newest meetings and the promises that are open, those due first."""

    meetings: list[Meeting]
    promises: list[ActionItem]


def talks_for(person: Person, kinds: Collection[Meeting.Kind]) -> Talks:
    """What the person may see of meetings of `kinds`; two queries."""
    held = Meeting.objects.visible_to(person).filter(kind__in=kinds).not_cancelled()
    promised = ActionItem.objects.visible_to(person).open().filter(meeting__kind__in=kinds)
    return Talks(
        list(held.order_by("-starts_at")[:MEETINGS]),
        list(promised.select_related("assignee", "meeting").order_by("due_at", "pk")[:PROMISES]),
    )


def groups(spans: Sequence[Span]) -> list[Group]:
    """Meetings that took place, and what became of what they decided; two queries. Both are some
    hundred a year, so that they are counted where they stand."""
    held = [Meeting.Status.HELD, Meeting.Status.PUBLISHED]
    met = by_day(
        Meeting.objects.filter(status__in=held), "starts_at", spans, held=Count("pk"),
        published=Count("pk", filter=Q(status=Meeting.Status.PUBLISHED)),
    )  # fmt: skip
    decided = by_day(
        ActionItem.objects.counted().exclude(status=Status.DROPPED), "raised_at", spans,
        decided=Count("pk"), done=Count("pk", filter=Q(status__in=[Status.DONE, Status.ACCEPTED])),
    )  # fmt: skip
    meeting, action = Sums(spans, met, MEETINGS_HELD).line, Sums(spans, decided, ACTIONS).line
    lines = [
        meeting(_("Meetings held"), "held"),
        meeting(_("Minutes published"), "published", ("held",), status=Meeting.Status.PUBLISHED),
        action(_("Actions decided"), "decided"),
        action(_("Actions done"), "done", ("decided",)),
    ]
    return [Group(title=_("Meetings"), lines=lines, source=SOURCE)]


def by_day(
    rows: Any, moment: str, spans: Sequence[Span], **counts: Count
) -> list[dict[str, Number]]:  # fmt: skip
    """The counts of the rows whose moment lies within each span; one query."""
    start, end = moments_of(min(span.first for span in spans), max(span.last for span in spans))
    within = rows.filter(**{f"{moment}__gte": start, f"{moment}__lt": end}).order_by()
    sums: list[dict[str, Number]] = [dict.fromkeys(counts, 0) for _span in spans]
    for row in within.values(day=TruncDate(moment)).annotate(**counts):
        for span, found in zip(spans, sums, strict=True):
            if span.has(row["day"]):
                for name in counts:
                    found[name] += row[name]
    return sums
