"""One import at a time: whoever compares or changes the whole school waits for the other."""

from django.db import connection

from campus.doors import Refused
from campus.models import RosterImport

# Any number that nobody else in this database locks.
_LOCK = 726_053_781


def hold_school() -> None:
    """Wait until no other import is at work; held to the end of the transaction."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])


def locked(roster: RosterImport, *states: RosterImport.State, otherwise: str) -> RosterImport:
    """The import under this transaction's lock; raises Refused unless it is in one of `states`."""
    found = RosterImport.objects.select_for_update(of=("self",)).select_related("job", "by")
    fresh = found.get(pk=roster.pk)
    if fresh.state not in states:
        raise Refused(otherwise)
    return fresh
