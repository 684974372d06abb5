"""Noting who looks at pupils' data; the notes are added to and never changed."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from campus.audit.actions import record
from campus.models import Person, PupilAccess


@transaction.atomic
def note_look(person: Person, *, by: Person, at: datetime, page: str) -> PupilAccess | None:
    """Note that `by` opened the page of a pupil; None for staff and for oneself."""
    if not person.is_pupil or person == by:
        return None
    return noted(PupilAccess.What.LOOK, [person.pk], by=by, at=at, page=page)


@transaction.atomic
def note_taken(
    people: Iterable[int], *, by: Person, at: datetime, page: str, on_paper: bool = False,
    reason: str = "",
) -> PupilAccess | None:  # fmt: skip
    """Note that `by` took a list away, of people with these numbers, and what for where that was
    asked; None without pupils in it."""
    pupils = Person.objects.filter(kind=Person.Kind.PUPIL, pk__in=list(people)).exclude(pk=by.pk)
    what = PupilAccess.What.PAPER if on_paper else PupilAccess.What.FILE
    taken = list(pupils.order_by("pk").values_list("pk", flat=True))
    if not taken:
        return None
    kind = "pupils_printed" if on_paper else "pupils_taken"
    path = page.partition("?")[0]
    record(kind, by=by, at=at, count=len(taken), page=path, reason=reason or "-")
    return noted(what, taken, by=by, at=at, page=page, reason=reason)


def noted(
    what: str, pupils: list[int], *, by: Person, at: datetime, page: str, reason: str = ""
) -> PupilAccess:
    roles = sorted({duty.role for duty in by.duties_today})
    # Nothing here was typed, and the database checks it: every page of a pupil would pay for more.
    return PupilAccess.objects.create(
        by=by, at=at, what=what, pupils=pupils, roles=roles, page=page[:500], reason=reason
    )
