"""Promises: given when a case is raised, counted in school time, met, paused, extended, dropped."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Min
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from campus.cases.actions.locking import locked
from campus.cases.models import Case, Extension, Promise, PromiseRule
from campus.cases.promises import Clocks, rule_for, wind
from campus.cases.registry import PromiseKind, kind_of
from campus.doors import Refused
from campus.models import Person, TimelineEntry
from campus.records.actions import note
from campus.shell.words import in_languages
from campus.storing import store

EXTENDED = gettext_noop("“%(promise)s” put off to %(moment)s")


def give_promises(case: Case, *, at: datetime, only_again: bool = False) -> None:
    """Give the promises of the case's kind, counted from `at`; after a reopening those that are
    given again."""
    clocks = Clocks()
    for promised in kind_of(case).promises:
        if not promised.given_in and (promised.again_on_reopening or not only_again):
            give(case, promised, clocks, at=at)
    note_due(case)


def give(case: Case, promised: PromiseKind, clocks: Clocks, *, at: datetime) -> None:
    """Let one promise run; one without figures waits for people to agree on a moment."""
    if case.priority not in promised.minutes:
        return
    rule = rule_for(case, promised)
    assert rule.minutes is not None  # `change_rule` sees to it
    promise = Promise(
        case=case, kind=promised.name, hours=promised.hours_for(case.priority), begun_at=at
    )
    promise.due_at = clocks.of(promise).add_working(at, timedelta(minutes=rule.minutes))
    keep(promise, rule, clocks, at=at)


def promise_by(case: Case, promised: PromiseKind, *, due_at: datetime, at: datetime) -> None:
    """Let a promise run to a moment that people have agreed on."""
    promise = Promise(
        case=case,
        kind=promised.name,
        hours=promised.hours_for(case.priority),
        begun_at=at,
        due_at=due_at,
    )
    keep(promise, rule_for(case, promised), Clocks(), at=at)
    note_due(case)


def rule_of(promise: Promise, case: Case) -> PromiseRule:
    """The rule that a promise runs by."""
    return rule_for(case, kind_of(case).promise(promise.kind))


def keep(promise: Promise, rule: PromiseRule, clocks: Clocks, *, at: datetime) -> None:
    """Store a running promise with its next alarm set."""
    wind(promise, rule, clocks.of(promise), since=at)
    store(promise)


def keep_promises(case: Case, *, at: datetime, reopened: bool) -> None:
    """Bring the promises in line with the state that the case has just come to."""
    if reopened:
        give_promises(case, at=at, only_again=True)
    clocks = Clocks()
    running = list(Promise.objects.of(case).unmet().select_for_update(of=("self",)))
    for promise in running:
        bring_in_line(promise, case, clocks, at=at)
    known = {promise.kind for promise in running}
    for promised in kind_of(case).promises:
        if promised.given_in == case.status and promised.name not in known:
            give(case, promised, clocks, at=at)
    if not case.is_open and case.asked_until:
        forget_request(case, at=at)
    note_due(case)


def forget_request(case: Case, *, at: datetime) -> None:
    """More time was asked for, and the case has ended without it."""
    Extension.objects.of(case).open().update(decided_at=at)
    case.asked_until = None


def bring_in_line(promise: Promise, case: Case, clocks: Clocks, *, at: datetime) -> None:
    """Meet, drop, pause or resume one promise as the state of its case demands."""
    met_by = kind_of(case).promise(promise.kind).met_by
    if case.status in met_by:
        end(promise, at=at, met=True)
        case.note_promise(promise.kind, was_kept=promise.was_kept)
    elif not case.is_open:
        end(promise, at=at, met=False)
    elif case.is_paused and not promise.is_paused:
        pause(promise, clocks, at=at)
    elif not case.is_paused and promise.is_paused:
        resume(promise, case, clocks, at=at)


def end(promise: Promise, *, at: datetime, met: bool) -> None:
    """The promise is met; or the case ended otherwise, and it is dropped."""
    if met:
        promise.met_at = at
    else:
        promise.dropped_at = at
    promise.next_alarm_at = None
    promise.save()


def pause(promise: Promise, clocks: Clocks, *, at: datetime) -> None:
    """Stop the clock; what working time was left is kept. None is left of one that is overdue."""
    assert promise.due_at is not None
    left = timedelta(0)
    if promise.due_at > at:
        left = clocks.of(promise).worked_between(at, promise.due_at)
    promise.left, promise.due_at, promise.next_alarm_at = left, None, None
    promise.save()


def resume(promise: Promise, case: Case, clocks: Clocks, *, at: datetime) -> None:
    """Let the clock run on from where it stood."""
    assert promise.left is not None
    promise.due_at = clocks.of(promise).add_working(at, promise.left)
    promise.left = None
    keep(promise, rule_of(promise, case), clocks, at=at)


def note_due(case: Case) -> None:
    """Copy to the case what lists and figures read: the nearest running promise, and how those
    before it ended."""
    unmet = Promise.objects.of(case).unmet()
    case.due_at = unmet.aggregate(nearest=Min("due_at"))["nearest"]
    case.save(update_fields=["due_at", "kept", "missed", "asked_until"])


@transaction.atomic
def extend(
    case: Case,
    *,
    promise: str,
    to: datetime,
    by: Person,
    at: datetime,
    seen: int | None = None,
    words: str = "",
) -> TimelineEntry:
    """Put a running promise off to the moment `to`, for the reason in `words`.

    Raises Refused where it does not run, or `to` is no later than what was promised.
    """
    case = locked(case, seen=seen)
    put_off(running(case, promise, to=to, at=at), case, to=to, at=at)
    case.version += 1
    case.save(update_fields=["version"])
    label = in_languages(kind_of(case).promise(promise).label)
    facts = {"promise": label, "moment": {"moment": to.isoformat()}}
    return note(case, by=by, at=at, text=EXTENDED, facts=facts, words=words)


def running(case: Case, name: str, *, to: datetime, at: datetime) -> Promise:
    """The promise, locked, if it can be put off to `to`; raises Refused."""
    found = Promise.objects.of(case).unmet().select_for_update().filter(kind=name).first()
    if found is None or found.due_at is None:
        raise Refused(_("This promise is not running."))
    if to <= max(found.due_at, at):
        raise Refused(_("Choose a moment after the one promised."))
    return found


def put_off(promise: Promise, case: Case, *, to: datetime, at: datetime) -> None:
    """Let a running promise end at the moment `to`; its alarms begin anew."""
    promise.due_at, promise.rung = to, 0
    keep(promise, rule_of(promise, case), Clocks(), at=at)
    note_due(case)
