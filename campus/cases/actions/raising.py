"""Raising a case: its number, its promises, its first entry in the timeline."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, TypeVar

from django.db import transaction
from django.db.models import Model
from django.utils import timezone
from django.utils.translation import gettext_noop

from campus.attachments.actions import Upload, attach, copy_attachments
from campus.attachments.models import Attachment
from campus.cases.actions.promising import give_promises
from campus.cases.actions.telling import call_group, tell_people
from campus.cases.models import Case, CaseCounter
from campus.cases.registry import CaseKind, kind_of_model
from campus.models import Person
from campus.records.actions import note
from campus.storing import store

C = TypeVar("C", bound=Case)

RAISED = gettext_noop("Raised as %(number)s")
ARRIVED = gettext_noop("New: %(number)s %(title)s")


@transaction.atomic
def raise_case(
    model: type[C],
    *,
    by: Person | None,
    at: datetime,
    attachments: Iterable[Upload | Attachment] = (),
    photos_of: Model | None = None,
    **facts: Any,
) -> C:
    """Raise a case with its number and promises; whoever has to take it up is told.

    `facts` are fields of the model; `reporter` is `by` unless another is given, for whom `by`
    raises it; without a name there is neither. The files of `photos_of`, such as the record that it
    comes from, hang on it too. Raises ValidationError.
    """
    kind = kind_of_model(model)
    facts.setdefault("reporter", by)
    case = model(raised_at=at, changed_at=at, **facts)
    case.number = next_number(kind, at)
    kind.prepare(case)
    store(case)
    attach(case, attachments, by=by, at=at)
    if photos_of is not None:
        copy_attachments(photos_of, to=case)
    give_promises(case, at=at)
    note(case, by=by, at=at, text=RAISED, facts={"number": case.number}, status=case.status)
    tell_people(kind.in_hand_of(case), case, ARRIVED, by=by, at=at)
    if case.assignee is None:
        call_group(case, at=at)
    return case


def next_number(kind: CaseKind, at: datetime) -> str:
    """The kind's next number of the year. Its counter stays locked until the case is committed,
    so that a case that fails leaves no gap."""
    year = timezone.localtime(at).year
    CaseCounter.objects.get_or_create(letter=kind.letter, year=year)
    counter = CaseCounter.objects.select_for_update().get(letter=kind.letter, year=year)
    counter.last += 1
    counter.save(update_fields=["last"])
    return str(counter)
