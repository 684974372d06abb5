"""What happens to findings here: settled on the spot, or that taken back. Areas go on from them."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from campus.cases.continuing import continuations
from campus.doors import Refused
from campus.models import Person
from campus.records.actions import note
from campus.storing import store
from inspections.models import Finding

SETTLED = gettext_noop("Settled on the spot")
REOPENED = gettext_noop("Not settled after all")


def locked(finding: Finding) -> Finding:
    """The finding as it stands, held until the transaction ends. Raises Refused while the walk
    is under way."""
    kept = Finding.objects.select_for_update(of=("self",)).get(pk=finding.pk)
    if kept.reported_at is None:
        raise Refused(_("Its walk is still under way."))
    return kept


@transaction.atomic
def settle(finding: Finding, *, words: str, by: Person, at: datetime) -> Finding:
    """It was put right on the spot, and how. Raises Refused where it is settled or continued."""
    kept = locked(finding)
    if kept.settled_at:
        raise Refused(_("It is settled already."))
    if continuations(Finding, [kept.pk]):
        raise Refused(_("It goes on elsewhere; see there."))
    kept.settled_at, kept.settled_by, kept.settled_words = at, by, words
    store(kept)
    note(kept, by=by, at=at, text=SETTLED, words=words)
    return kept


@transaction.atomic
def reopen(finding: Finding, *, by: Person, at: datetime) -> Finding:
    """It was not settled after all. Raises Refused where it is open anyway."""
    kept = locked(finding)
    if kept.settled_at is None:
        raise Refused(_("It is not settled."))
    kept.settled_at, kept.settled_by, kept.settled_words = None, None, ""
    store(kept)
    note(kept, by=by, at=at, text=REOPENED)
    return kept
