"""Making, renewing and stopping the secret address of a calendar."""

import secrets
from datetime import datetime

from django.db import transaction

from campus.feeds.models import FeedAddress, digest_of
from campus.models import Person
from campus.storing import store

TOKEN_BYTES = 32


@transaction.atomic
def renew(*, person: Person, at: datetime) -> str:
    """Give the person a new address; an earlier one is dead from now on.

    Answers with its token, which is told this once and kept nowhere.
    """
    token = secrets.token_urlsafe(TOKEN_BYTES)
    address = FeedAddress.objects.select_for_update().filter(person=person).first()
    address = address or FeedAddress(person=person)
    address.digest, address.made_at = digest_of(token), at
    store(address)
    return token


@transaction.atomic
def stop(*, person: Person) -> None:
    """Let the person's calendar be read nowhere but in the portal."""
    FeedAddress.objects.filter(person=person).delete()
