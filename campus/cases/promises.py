"""What a promise means in time: by which clock it is counted, by which rule, when it rings."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Protocol

from campus.cases.models import Case, Promise, PromiseRule
from campus.cases.registry import CaseKind, PromiseKind, kind_of
from campus.school_time.calendar import school_calendar


class Clock(Protocol):
    """What promises are counted with: the school's calendar, or the clock on the wall."""

    def add_working(self, moment: datetime, duration: timedelta) -> datetime: ...

    def worked_between(self, start: datetime, end: datetime) -> timedelta: ...


class WallClock:
    """Every minute counts, at night too: for emergencies."""

    def add_working(self, moment: datetime, duration: timedelta) -> datetime:
        return moment + duration

    def worked_between(self, start: datetime, end: datetime) -> timedelta:
        return end - start


@dataclass
class Clocks:
    """The clocks that one act needs, each read from the database once."""

    made: dict[str, Clock] = field(default_factory=dict)

    def of(self, promise: Promise) -> Clock:
        if promise.hours not in self.made:
            around = promise.hours == "clock"
            self.made[promise.hours] = WallClock() if around else school_calendar(promise.hours)
        return self.made[promise.hours]


def rule_for(case: Case, promised: PromiseKind) -> PromiseRule:
    """The school's rule for the case's variant, else its rule for all, else the shipped one, not
    stored."""
    kind = kind_of(case)
    own = PromiseRule.objects.filter(
        case_kind=kind.name, promise=promised.name, priority=case.priority,
        variant__in={"", kind.variant_of(case)},
    ).order_by("-variant")  # fmt: skip
    return own.first() or shipped_rule(kind, promised, case.priority)


def shipped_rule(kind: CaseKind, promised: PromiseKind, priority: str) -> PromiseRule:
    """The rule that holds as long as the school has none of its own."""
    minutes = promised.minutes.get(priority)
    warning = promised.warn_minutes
    return PromiseRule(
        case_kind=kind.name,
        promise=promised.name,
        priority=priority,
        minutes=minutes,
        warn_minutes=warning if minutes is None else min(warning, minutes // 2),
        escalate_minutes=list(promised.alarms),
    )


def alarm_moments(
    promise: Promise, rule: PromiseRule, clock: Clock, *, since: datetime
) -> list[datetime | None]:
    """When a running promise rings: the warning first (None where there is to be none, or no time
    for it since `since`), then each step of the chain after it was due."""
    assert promise.due_at is not None
    before = timedelta(0)
    if promise.due_at > since:
        before = clock.worked_between(since, promise.due_at) - timedelta(minutes=rule.warn_minutes)
    warning = None
    if rule.warn_minutes and before > timedelta(0):
        warning = clock.add_working(since, before)
    steps = [
        clock.add_working(promise.due_at, timedelta(minutes=minutes))
        for minutes in sorted(rule.escalate_minutes)
    ]
    return [warning, *steps]


def wind(promise: Promise, rule: PromiseRule, clock: Clock, *, since: datetime) -> None:
    """Set the promise's next alarm; `rung` skips a warning that there is no time for."""
    moments = alarm_moments(promise, rule, clock, since=since)
    if promise.rung == 0 and moments[0] is None:
        promise.rung = 1
    promise.next_alarm_at = moments[promise.rung] if promise.rung < len(moments) else None


def end_of(day: date) -> datetime:
    """When the office closes on the day; a day off counts as the working day after it."""
    return school_calendar().closing(day)
