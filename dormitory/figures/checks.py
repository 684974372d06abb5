"""How checks of rooms are kept, what they find, and whether appeals are decided in time."""

from collections.abc import Sequence

from django.db.models import Count, Q
from django.db.models.functions import TruncDate
from django.utils.translation import gettext_lazy as _

from campus.figures import Group, Number, Span, Sums, summed
from dormitory.models.checks import TOPIC
from inspections.models import Appeal, Checklist, ScoreTally, WalkTally

WALKS, SCORES = "inspections:inspections", "inspections:scores"
APPEALS = "inspections:appeals:appeals"
SOURCE = _("Checks by the day they were due, rooms by the day they were checked, appeals by the "
           "day they were raised.")  # fmt: skip


def check_groups(spans: Sequence[Span]) -> list[Group]:
    """Checks kept of those planned, rooms checked and what they lost, appeals decided in time;
    three queries."""
    lists = Checklist.objects.filter(topic=TOPIC).order_by().values("pk")
    walks = summed(
        spans, WalkTally.objects.filter(checklist__in=lists), ("planned", "kept", "missed")
    )
    parts = summed(
        spans, ScoreTally.objects.filter(checklist__in=lists), ("checks", "flawless", "taken")
    )
    walked, scored = Sums(spans, walks, WALKS), Sums(spans, parts, SCORES)
    decided = Sums(spans, appeals(spans), APPEALS)
    of_all = ("kept", "missed")
    lines = [
        walked.line(_("Checks planned"), "planned", state="counted", topic=TOPIC),
        walked.line(_("Checks done in time"), "kept", ("planned",), state="kept", topic=TOPIC),
        walked.line(_("Checks missed"), "missed", ("planned",), state="missed", topic=TOPIC),
        scored.line(_("Rooms checked"), "checks", topic=TOPIC, look="False"),
        scored.line(
            _("Rooms without a fault"), "flawless", ("checks",), topic=TOPIC, look="False",
            sort="flawless",
        ),
        scored.mean(
            _("Points lost on each check"), "taken", "checks", topic=TOPIC, look="False"
        ),
        decided.line(_("Appeals"), "raised", topic=TOPIC),
        decided.line(
            _("Appeals decided in time"), "kept", of_all, topic=TOPIC, promise="kept:decision",
            key="appeals_kept",
        ),
    ]  # fmt: skip
    return [Group(title=_("Checks of rooms"), lines=lines, source=SOURCE)]


def appeals(spans: Sequence[Span]) -> list[dict[str, Number]]:
    """Appeals raised within each span, and those decided in time and too late; one query. They are
    few: some dozens a month."""
    names = ("raised", "kept", "missed")
    sums: list[dict[str, Number]] = [dict.fromkeys(names, 0) for _span in spans]
    first, last = min(span.first for span in spans), max(span.last for span in spans)
    found = Appeal.objects.counted().filter(finding__checklist__topic=TOPIC)
    within = found.filter(raised_at__date__range=(first, last)).order_by()
    counted = within.values(day=TruncDate("raised_at")).annotate(
        raised=Count("pk"), was_kept=Count("pk", filter=Q(kept__contains=["decision"])),
        was_missed=Count("pk", filter=Q(missed__contains=["decision"])),
    )  # fmt: skip
    for row in counted:
        for span, sum_of in zip(spans, sums, strict=True):
            if span.has(row["day"]):
                sum_of["raised"] += row["raised"]
                sum_of["kept"] += row["was_kept"]
                sum_of["missed"] += row["was_missed"]
    return sums
