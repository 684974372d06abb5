"""The nightly task: whatever is older than the school keeps it is let go of, batch by batch."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from campus.audit.actions import record
from campus.doors import Refused
from campus.models import Person, RetentionRule, RetentionRun
from campus.privacy.registry import KEPT, Kept
from campus.school_time.months import day_of_month
from campus.shell.words import in_languages
from campus.storing import store

BATCH = 50
# So that a first night over years of data ends before the morning.
MOST_BATCHES = 400


@dataclass(frozen=True)
class Term:
    """How long a kind is kept; `rule` is the school's own, if it has one."""

    kind: Kept
    months: int | None
    rule: RetentionRule | None

    def ends_at(self, at: datetime) -> datetime | None:
        """What is older than this is let go of; None where it is kept."""
        return None if self.months is None else months_before(at, self.months)


def months_before(at: datetime, months: int) -> datetime:
    """The same time of the same day that many months earlier; the last day of a shorter month."""
    local = timezone.localtime(at)
    index = local.year * 12 + local.month - 1 - months
    day = day_of_month(index // 12, index % 12 + 1, local.day)
    return local.replace(year=day.year, month=day.month, day=day.day)


def terms() -> list[Term]:
    """All kinds with the times in force; one query."""
    rules = {rule.kind: rule for rule in RetentionRule.objects.select_related("by")}
    return [
        Term(kind, rules[name].months if name in rules else kind.months, rules.get(name))
        for name, kind in KEPT.items()
    ]


@transaction.atomic
def rule(name: str, *, months: int | None, reason: str, by: Person, at: datetime) -> RetentionRule:
    """Set the school's own time for a kind; None keeps it. Raises Refused below the least that the
    law lets be, KeyError for no kind, ValidationError."""
    kind = KEPT[name]
    if months is not None and months < kind.least:
        words = _("The law asks for %(months)s months at least.")
        raise Refused(words % {"months": kind.least})
    found = RetentionRule.objects.select_for_update().filter(kind=name).first()
    ruled = found or RetentionRule(kind=name)
    ruled.months, ruled.reason, ruled.by, ruled.at = months, reason.strip(), by, at
    store(ruled)
    record(
        "retention_ruled", by=by, at=at, sort=in_languages(kind.label), reason=ruled.reason,
        months="-" if months is None else months,
    )  # fmt: skip
    return ruled


def try_out(*, by: Person, at: datetime) -> RetentionRun:
    """How many of each kind would go now; nothing is erased."""
    counts = {}
    for term in terms():
        ends_at = term.ends_at(at)
        counts[term.kind.name] = term.kind.due(ends_at).count() if ends_at else 0
    return RetentionRun.objects.create(at=at, ended_at=at, by=by, is_trial=True, counts=counts)


def let_go(*, at: datetime, ended_at: Any = None) -> RetentionRun:
    """Let go of all that is due, each batch in its own transaction; safe to repeat.

    `ended_at` gives the moment at the end, so that nothing here reads the clock.
    """
    counts = {term.kind.name: let_go_of(term, at=at) for term in terms()}
    run = RetentionRun.objects.create(at=at, ended_at=ended_at() if ended_at else at, counts=counts)
    if total := sum(counts.values()):
        record("retention_run", by=None, at=at, about=run, count=total)
    return run


def let_go_of(term: Term, *, at: datetime) -> int:
    """How many of one kind have gone."""
    ends_at = term.ends_at(at)
    if ends_at is None:
        return 0
    before = term.kind.due(ends_at).count()
    for _number in range(MOST_BATCHES):
        pks = list(term.kind.due(ends_at).order_by("pk").values_list("pk", flat=True)[:BATCH])
        if not pks:
            break
        with transaction.atomic():
            term.kind.erase(pks, at)
    return before - int(term.kind.due(ends_at).count())
