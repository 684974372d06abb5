"""Two cases of the same kind turn out to be one."""

from datetime import datetime
from typing import TypeVar

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from campus.cases.actions.following import follow
from campus.cases.actions.locking import locked
from campus.cases.actions.moving import move
from campus.cases.models import MERGED, Case, Follow
from campus.doors import Refused
from campus.models import Person, TimelineEntry
from campus.records.actions import note

C = TypeVar("C", bound=Case)

INTO = gettext_noop("Merged into %(other)s")
TOOK_IN = gettext_noop("%(other)s merged into this one: %(title)s")


@transaction.atomic
def merge(
    case: C, *, into: C, by: Person, at: datetime, seen: int | None = None, words: str = ""
) -> TimelineEntry:
    """Close the case as part of `into`; its reporter and followers follow that one from now on.

    Raises Refused where both are one, or `into` is itself merged or closed.
    """
    first, second = sorted([case.pk, into.pk])
    if first == second:
        raise Refused(_("A case cannot be merged into itself."))
    both = {pk: locked(each) for pk, each in sorted({case.pk: case, into.pk: into}.items())}
    case, into = both[case.pk], both[into.pk]
    if not into.is_open:
        raise Refused(_("%(case)s is closed.") % {"case": into.number})
    for person, is_troubled in people_of(case):
        follow(into, person=person, at=at, me_too=is_troubled)
    entry = move(
        case, MERGED, by=by, at=at, seen=seen, words=words, text=INTO,
        facts={"other": into.number}, merged_into=into,
    )  # fmt: skip
    facts = {"other": case.number, "title": case.title}
    note(into, by=by, at=at, text=TOOK_IN, facts=facts)
    return entry


def people_of(case: Case) -> list[tuple[Person, bool]]:
    """Reporter and followers, each with whether it troubles them."""
    kind = ContentType.objects.get_for_model(case)
    follows = Follow.objects.filter(content_type=kind, object_id=case.pk).select_related("person")
    people = [(each.person, each.me_too) for each in follows]
    return [*people, (case.reporter, True)] if case.reporter else people
