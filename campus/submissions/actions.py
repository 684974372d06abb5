"""Noting what was sent, and keeping what could not be taken."""

import secrets
from datetime import datetime, timedelta

from django.db import transaction

from campus.models import KeptForm, Person, Submission

KEPT_FOR = timedelta(days=1)
NOTED_FOR = timedelta(days=30)
MOST_KEPT = 20
# More than any form of the portal holds; whole plans are pasted into one field.
MOST_CHARACTERS = 400_000
Typed = list[tuple[str, list[str]]]


def begin(*, person: Person, digest: str, at: datetime) -> Submission | None:
    """Note that a form is being taken; None where the same press has been taken already.

    Called inside the transaction of what the form brings about: a second press waits here until
    the first is committed or undone.
    """
    noted, is_new = Submission.objects.get_or_create(
        person=person, digest=digest, defaults={"sent_at": at}
    )
    return noted if is_new else None


def finish(submission: Submission, *, location: str) -> None:
    """Note where it led."""
    submission.location = location[:500]
    submission.save(update_fields=["location"])


def forget(submission: Submission) -> None:
    """It brought nothing about, so it may be sent once more."""
    submission.delete()


@transaction.atomic
def keep(*, person_pk: int, path: str, typed: Typed, at: datetime) -> KeptForm | None:
    """Keep what was typed for the person it was drawn for; None where there is too much of it."""
    size = sum(len(value) for _name, values in typed for value in values)
    person = Person.objects.active().filter(pk=person_pk).first()
    if person is None or size > MOST_CHARACTERS or len(path) > 500:
        return None
    if KeptForm.objects.visible_to(person).count() >= MOST_KEPT:
        return None
    key = secrets.token_urlsafe(32)
    return KeptForm.objects.create(person=person, key=key, path=path, typed=typed, kept_at=at)


@transaction.atomic
def throw_away(kept: KeptForm) -> None:
    """It was sent, or is not wanted."""
    kept.delete()


@transaction.atomic
def clear_old(*, at: datetime) -> None:
    """Forget what is too old to be sent again by accident, and what nobody came back for."""
    Submission.objects.before(at - NOTED_FOR).delete()
    KeptForm.objects.before(at - KEPT_FOR).delete()
