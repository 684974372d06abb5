"""How inspections are kept and what they find, read from what the database tallies."""

from collections.abc import Sequence
from datetime import date

from django.db.models import Count, Q
from django.utils.translation import gettext_lazy as _

from campus.figures import Group, Line, Span, Sums, proof, summed, today_line
from inspections.models import Coverage, FindingTally, WalkTally
from inspections.models.coverage import STANDING

WALKS, FINDINGS = "inspections:inspections", "inspections:findings"
SOURCE = _("Walks by the day they were due, findings by the day they were reported.")


def groups(spans: Sequence[Span], today: date) -> list[Group]:
    """Kept of planned walks, places seen in time, findings; three queries."""
    walks = summed(spans, WalkTally.objects.all(), ("planned", "kept", "late", "missed"))
    found = summed(spans, FindingTally.objects.all(), ("reported", "settled"))
    walked, finding = Sums(spans, walks, WALKS).line, Sums(spans, found, FINDINGS).line
    lines = [
        walked(_("Walks planned"), "planned", state="counted"),
        walked(_("Walks done in time"), "kept", ("planned",), state="kept"),
        walked(_("Walks done late"), "late", ("planned",), state="late"),
        walked(_("Walks missed"), "missed", ("planned",), state="missed"),
        finding(_("Findings"), "reported"),
        finding(_("Settled on the spot"), "settled", ("reported",), state="settled"),
    ]
    return [Group(title=_("Inspections"), lines=lines, source=SOURCE)]


def coverage(today: date) -> Line:
    """Of the places that schedules want seen, how many were seen in time; one query."""
    in_time: Q = STANDING["in_time"](today)
    counted = Coverage.objects.expected().order_by().aggregate(
        whole=Count("pk"), seen=Count("pk", filter=in_time)
    )  # fmt: skip
    path = proof("inspections:coverage_list", sight="in_time")
    return today_line(_("Places seen in time"), counted["seen"], path, of=counted["whole"])
