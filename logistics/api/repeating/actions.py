"""Taking a call once, and forgetting it after a day."""

from datetime import datetime, timedelta

from django.db import connection, transaction

from logistics.api.repeating.models import RepeatedCall

KEPT_FOR = timedelta(hours=24)
# A second call waits so long for the first to end.
LONGEST_WAIT = "5s"


def begin(*, holder: str, key: str, digest: str, at: datetime) -> tuple[RepeatedCall, bool]:
    """The call of this key, and whether it is the first; inside the transaction of what it does.

    A second one at the same time waits here until the first is committed or undone; raises
    OperationalError where that takes too long. One that is older than a day counts as none.
    """
    with connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL lock_timeout = '{LONGEST_WAIT}'")
    RepeatedCall.objects.filter(holder=holder, key=key, at__lte=at - KEPT_FOR).delete()
    call, is_first = RepeatedCall.objects.get_or_create(
        holder=holder, key=key, defaults={"digest": digest, "at": at}
    )
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL lock_timeout TO DEFAULT")
    return call, is_first


def finish(call: RepeatedCall, *, status: int, location: str, body: str) -> None:
    """Keep what was answered."""
    call.status, call.location, call.body = status, location, body
    call.save(update_fields=["status", "location", "body"])


@transaction.atomic
def forget_old(*, at: datetime) -> int:
    """Forget calls that nobody repeats any more; how many."""
    return RepeatedCall.objects.filter(at__lte=at - KEPT_FOR).delete()[0]
