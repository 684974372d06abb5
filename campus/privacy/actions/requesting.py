"""Requests about data: raised, done as asked, refused; doing is part of deciding."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from campus.audit.actions import record
from campus.cases.actions import assign, move, raise_case
from campus.doors import Refused
from campus.models import DataRequest, Person, PupilExtra, TimelineEntry
from campus.people import actions as people
from campus.people.actions.optional import EMPTY
from campus.privacy.actions.erasing import anonymise, erase_contact
from campus.privacy.models import Part

Status = DataRequest.Status
CORRECT = gettext_noop("Put my data right")
ERASE = gettext_noop("Erase data of mine")
GRANTED = gettext_noop("Done as asked")


@transaction.atomic
def ask(
    subject: Person, *, wants: str, parts: Sequence[str] = (), description: str = "",
    by_guardian: bool = False, by: Person, at: datetime,
) -> DataRequest:  # fmt: skip
    """Raise a request about the data of `subject`, with its number and its promise. Raises
    ValidationError where nothing is said that is to be erased."""
    title = _(CORRECT) if wants == DataRequest.Wants.CORRECT else _(ERASE)
    parts = list(parts) if wants == DataRequest.Wants.ERASE else []
    request = raise_case(
        DataRequest, by=by, at=at, title=title, description=description, subject=subject,
        wants=wants, parts=parts, by_guardian=by_guardian,
    )  # fmt: skip
    record("request_raised", by=by, at=at, about=subject, number=request.number)
    return request


def take(
    request: DataRequest, *, by: Person, at: datetime, seen: int | None = None
) -> TimelineEntry:
    """Take it up."""
    return assign(request, to=by, by=by, at=at, seen=seen, status=Status.UNDER_WAY)


@transaction.atomic
def correct(  # noqa: PLR0913  # each is a fact of its own
    request: DataRequest, *, name: str, phone: str, email: str, words: str, by: Person,
    at: datetime, seen: int | None = None,
) -> TimelineEntry:  # fmt: skip
    """Put the data right and answer. Raises Refused, ValidationError."""
    entry = granted(request, words, by=by, at=at, seen=seen)
    subject = request.subject
    kept = {"department": subject.department, "school_class": subject.school_class}
    people.change_person(subject, by=by, at=at, name=name, phone=phone, email=email, **kept)
    return entry


@transaction.atomic
def erase(
    request: DataRequest, *, words: str, by: Person, at: datetime, seen: int | None = None
) -> TimelineEntry:
    """Erase what is asked for, also from what was written of it before, and answer. Raises Refused
    for whoever is still here and asks to be forgotten."""
    subject = request.subject
    if Part.PERSON in request.parts and subject.is_active:
        raise Refused(_("Somebody who is at the school cannot be forgotten; refuse it with why."))
    entry = granted(request, words, by=by, at=at, seen=seen)
    for part in request.parts:
        ERASED_BY[part](subject, at)
    return entry


def forget_extra(part: str, subject: Person) -> None:
    PupilExtra.objects.filter(person=subject).update(**EMPTY[part])


ERASED_BY: dict[str, Any] = {
    Part.CONTACT: lambda subject, at: erase_contact(subject),
    Part.GUARDIAN_PHONE: lambda subject, at: forget_extra(Part.GUARDIAN_PHONE, subject),
    Part.GUARDIAN_CONSENT: lambda subject, at: forget_extra(Part.GUARDIAN_CONSENT, subject),
    Part.PERSON: lambda subject, at: anonymise([subject.pk], at=at),
}


def granted(
    request: DataRequest, words: str, *, by: Person, at: datetime, seen: int | None
) -> TimelineEntry:
    entry = move(
        request, Status.GRANTED, by=by, at=at, seen=seen, words=words, text=GRANTED,
        assignee=request.assignee or by,
    )  # fmt: skip
    record("request_granted", by=by, at=at, about=request.subject, number=request.number)
    return entry


@transaction.atomic
def refuse(
    request: DataRequest, *, words: str, by: Person, at: datetime, seen: int | None = None
) -> TimelineEntry:
    """Refuse it, in writing and with the reason (Regulations on Minors in Cyberspace, art. 34)."""
    entry = move(
        request, Status.REFUSED, by=by, at=at, seen=seen, words=words,
        assignee=request.assignee or by,
    )  # fmt: skip
    record("request_refused", by=by, at=at, about=request.subject, number=request.number)
    return entry


def withdraw(
    request: DataRequest, *, by: Person, at: datetime, seen: int | None = None
) -> TimelineEntry:
    """Whoever raised it takes it back."""
    return move(request, Status.WITHDRAWN, by=by, at=at, seen=seen)


def reopen(
    request: DataRequest, *, words: str, by: Person, at: datetime, seen: int | None = None
) -> TimelineEntry:
    """Look at a refused one again."""
    return move(request, Status.UNDER_WAY, by=by, at=at, seen=seen, words=words)
