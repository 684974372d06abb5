"""Following a case: to be told of it, or to be troubled by it too."""

from datetime import datetime

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils.translation import gettext_noop

from campus.cases.actions.locking import locked
from campus.cases.following import following
from campus.cases.models import Case, Follow
from campus.models import Person, TimelineEntry
from campus.records.actions import note

TROUBLED_TOO = gettext_noop("Troubled by it too: %(count)s people now")


@transaction.atomic
def follow(case: Case, *, person: Person, at: datetime, me_too: bool = False) -> Follow:
    """Let the person be told of what happens to the case; once is enough."""
    kind = ContentType.objects.get_for_model(case)
    made, _new = Follow.objects.get_or_create(
        content_type=kind, object_id=case.pk, person=person, defaults={"since": at}
    )
    if me_too and not made.me_too:
        made.me_too = True
        made.save(update_fields=["me_too"])
    return made


@transaction.atomic
def unfollow(case: Case, *, person: Person) -> None:
    """Tell the person no more."""
    kind = ContentType.objects.get_for_model(case)
    Follow.objects.filter(content_type=kind, object_id=case.pk, person=person).delete()


@transaction.atomic
def me_too(case: Case, *, by: Person, at: datetime) -> TimelineEntry | None:
    """Count the person among those it troubles; None where they were counted already.

    The timeline says how many, not who: pupils need not read each other's names there.
    """
    case = locked(case)
    before = following(case).troubled
    follow(case, person=by, at=at, me_too=True)
    if (count := following(case).troubled) == before:
        return None
    return note(case, by=None, at=at, text=TROUBLED_TOO, facts={"count": count})
