"""Whoever works on a case asks for more time; somebody else allows it or does not."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from campus.cases.actions.locking import locked
from campus.cases.actions.moving import changed
from campus.cases.actions.promising import put_off, running
from campus.cases.actions.telling import tell_people
from campus.cases.models import Case, Extension
from campus.cases.registry import kind_of, on_duty
from campus.doors import Refused
from campus.models import Person, Role, TimelineEntry
from campus.records.actions import note
from campus.shell.words import in_languages
from campus.storing import store

ASKED = gettext_noop("More time asked for: “%(promise)s” until %(moment)s")
WANTED = gettext_noop("%(person)s asks for more time: %(number)s %(title)s")
GRANTED = gettext_noop("More time allowed: “%(promise)s” until %(moment)s")
REFUSED = gettext_noop("No more time: “%(promise)s” stays as promised")
# What whoever has asked hears, by what is noted.
ANSWERS = {
    GRANTED: gettext_noop("More time allowed until %(moment)s: %(number)s %(title)s"),
    REFUSED: gettext_noop("No more time was allowed: %(number)s %(title)s"),
}


@transaction.atomic
def ask_for_time(
    case: Case, *, promise: str, to: datetime, words: str, by: Person, at: datetime,
    seen: int | None = None,
) -> TimelineEntry:  # fmt: skip
    """Ask that a running promise be put off to the moment `to`; the first step up the kind's chain
    is told and decides.

    Raises Refused where it does not run or `to` is no later, ValidationError where somebody has
    asked already.
    """
    case = locked(case, seen=seen)
    running(case, promise, to=to, at=at)
    asked = Extension(
        case=case, promise=promise, until=to, reason=words, asked_by=by, asked_at=at
    )  # fmt: skip
    store(asked)
    changed(case, at=at, asked_until=to)
    entry = note(case, by=by, at=at, text=ASKED, facts=told(case, asked), words=words)
    tell_people(deciding(case), case, WANTED, by=by, at=at, person=by.name)
    return entry


@transaction.atomic
def grant_time(
    case: Case, *, by: Person, at: datetime, seen: int | None = None, words: str = ""
) -> TimelineEntry:
    """Put the promise off as was asked. Raises Refused for whoever has asked themselves, and where
    the promise does not run any more."""
    case = locked(case, seen=seen)
    asked = open_request(case)
    if asked.asked_by_id == by.pk:
        raise Refused(_("Somebody else allows more time, not who asks for it."))
    decide(asked, by=by, at=at, is_granted=True)
    put_off(running(case, asked.promise, to=asked.until, at=at), case, to=asked.until, at=at)
    return answer(case, asked, GRANTED, by=by, at=at, words=words)


@transaction.atomic
def refuse_time(
    case: Case, *, words: str, by: Person, at: datetime, seen: int | None = None
) -> TimelineEntry:
    """Let the promise stand, for the reason in `words`."""
    case = locked(case, seen=seen)
    asked = open_request(case)
    decide(asked, by=by, at=at, is_granted=False)
    return answer(case, asked, REFUSED, by=by, at=at, words=words)


def open_request(case: Case) -> Extension:
    """The request that waits. Raises Refused where none does."""
    found = Extension.objects.of(case).open().select_for_update(of=("self",)).first()
    if found is None:
        raise Refused(_("Nobody asks for more time."))
    return found


def decide(asked: Extension, *, by: Person, at: datetime, is_granted: bool) -> None:
    asked.decided_by, asked.decided_at, asked.is_granted = by, at, is_granted
    store(asked)


def answer(
    case: Case, asked: Extension, text: str, *, by: Person, at: datetime, words: str
) -> TimelineEntry:
    """Note the decision and tell whoever has asked."""
    changed(case, at=at, asked_until=None)
    facts = told(case, asked)
    tell_people([asked.asked_by], case, ANSWERS[text], by=by, at=at, **facts)
    return note(case, by=by, at=at, text=text, facts=facts, words=words)


def told(case: Case, asked: Extension) -> dict[str, Any]:
    """What is asked for, as facts of a sentence."""
    label = in_languages(kind_of(case).promise(asked.promise).label)
    return {"promise": label, "moment": {"moment": asked.until.isoformat()}}


def deciding(case: Case) -> list[Person]:
    """Who decides: the first step up the chain, else the head."""
    chain = kind_of(case).chain
    return list(chain[0](case)) if chain else on_duty(Role.HEAD)
