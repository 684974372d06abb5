"""Warnings before a promise passes, and escalation after it has."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_noop

from campus.cases.actions.telling import tell_people
from campus.cases.models import Case, Promise
from campus.cases.promises import Clocks, rule_for, wind
from campus.cases.registry import CaseKind, kind_of
from campus.models import Person
from campus.records.actions import note
from campus.shell.words import in_languages

SOON = gettext_noop("“%(promise)s” is due %(moment)s: %(number)s %(title)s")
PASSED = gettext_noop("“%(promise)s” was due %(moment)s: %(number)s %(title)s")
ESCALATED = gettext_noop("“%(promise)s” was due %(moment)s; %(people)s told")


@transaction.atomic
def ring(pk: int, *, at: datetime) -> bool:
    """Give the next alarm of promise `pk` if its moment has come and no other worker has it.

    What was missed while all was down is made up for by the newest step alone: nobody is told
    three times at once. Answers with whether it rang.
    """
    rows = Promise.objects.select_for_update(skip_locked=True, of=("self",))
    promise = rows.ringing(at).filter(pk=pk).first()
    if promise is None:
        return False
    case = promise.case
    assert isinstance(case, Case)
    step = newest_step(promise, case, at=at)
    tell_step(promise, case, step, at=at)
    promise.save()
    return True


def newest_step(promise: Promise, case: Case, *, at: datetime) -> int:
    """The latest step whose moment has come; the alarm after it is set."""
    clocks = Clocks()
    rule = rule_for(case, kind_of(case).promise(promise.kind))
    step = promise.rung
    while promise.next_alarm_at is not None and promise.next_alarm_at <= at:
        step = promise.rung
        promise.rung += 1
        wind(promise, rule, clocks.of(promise), since=promise.begun_at)
    return step


def tell_step(promise: Promise, case: Case, step: int, *, at: datetime) -> None:
    """Step 0 warns whoever has it in hands; the steps after it go up the chain."""
    assert promise.due_at is not None
    kind = kind_of(case)
    people = told_at(kind, case, step)
    facts = {
        "promise": in_languages(kind.promise(promise.kind).label),
        "moment": {"moment": promise.due_at.isoformat()},
    }
    tell_people(
        people, case, SOON if promise.due_at > at else PASSED, by=None, at=at,
        **facts, occasion=f"{promise.pk}:{step}",
    )  # fmt: skip
    if step:
        names = "、".join(person.name for person in people)
        note(case, by=None, at=at, text=ESCALATED, facts={**facts, "people": names})


def told_at(kind: CaseKind, case: Case, step: int) -> list[Person]:
    """Whoever has it in hands, and everybody up the chain as far as the step reaches."""
    people = {person.pk: person for person in kind.in_hand_of(case)}
    for audience in kind.chain[: max(step, 0)]:
        people |= {person.pk: person for person in audience(case)}
    return list(people.values())
