"""Sealing the days of the log, looking whether the seals hold, letting old days go."""

import json
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from typing import Any

from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext_noop

from campus.audit.models import KEPT_AT_LEAST
from campus.models import AuditCheck, AuditEntry, AuditRelease, AuditSeal, Person, Role
from campus.notices.actions import tell
from campus.school_time.engine import moments_of

BROKEN = gettext_noop(
    "The audit log does not agree with its seals: somebody has changed it past the portal. The"
    " first day that is wrong is %(day)s."
)
TOPIC = "account"
# The chain begins with this in place of a seal.
NO_SEAL = "0" * 64
PORTION = 2000
# What of an entry is sealed, in this order.
SEALED = (
    "id", "kind", "by_id", "at", "ip", "text", "facts", "about_type__app_label",
    "about_type__model", "about_id",
)  # fmt: skip


@transaction.atomic
def seal_days(*, at: datetime) -> int:
    """Seal each day that is over and has no seal yet, in their order; how many.

    Raises nothing where two do it at once: the second waits for the first and finds it done.
    """
    with connection.cursor() as cursor:
        cursor.execute("LOCK TABLE campus_auditseal IN SHARE ROW EXCLUSIVE MODE")
    last = AuditSeal.objects.order_by("day").last()
    day = last.day + timedelta(days=1) if last else first_day()
    before, count = last.digest if last else NO_SEAL, 0
    while day is not None and day < timezone.localtime(at).date():
        seal = sealed(day, before)
        seal.at = at
        seal.save()
        before, day, count = seal.digest, day + timedelta(days=1), count + 1
    return count


def first_day() -> date | None:
    """The day of the oldest entry, school time."""
    oldest = AuditEntry.objects.order_by("at", "id").values_list("at", flat=True).first()
    return timezone.localtime(oldest).date() if oldest else None


def sealed(day: date, before: str) -> AuditSeal:
    """What the seal of a day has to be, after the digest of the day before."""
    digest = sha256(f"{before} {day.isoformat()}\n".encode())
    count = 0
    for line in canonical(rows_of(day)):
        digest.update(line)
        count += 1
    return AuditSeal(day=day, count=count, digest=digest.hexdigest())


def rows_of(day: date) -> Iterable[tuple[Any, ...]]:
    start, end = moments_of(day, day)
    rows = AuditEntry.objects.filter(at__gte=start, at__lt=end).order_by("id")
    return rows.values_list(*SEALED).iterator(PORTION)


def canonical(rows: Iterable[tuple[Any, ...]]) -> Iterator[bytes]:
    """Each row as one line that is the same on every machine."""
    for row in rows:
        told = [each.astimezone(UTC).isoformat() if isinstance(each, datetime) else each
                for each in row]  # fmt: skip
        written = json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        yield f"{written}\n".encode()


@transaction.atomic
def check_seals(*, at: datetime) -> AuditCheck | None:
    """Compute every seal anew and keep which days are wrong; heads and auditors are told of the
    first. None where nothing is sealed yet."""
    seals = list(AuditSeal.objects.order_by("day"))
    if not seals:
        return None
    check = AuditCheck.objects.create(
        at=at, first_day=seals[0].day, last_day=seals[-1].day, broken=broken_days(seals)
    )
    if check.broken:
        told = Person.objects.on_duty_as(Role.HEAD, Role.AUDITOR)
        first: date = check.broken[0]
        tell(
            list(told), key=f"audit-broken:{first.isoformat()}", topic=TOPIC, text=BROKEN,
            facts={"day": {"day": first.isoformat()}}, path="/", at=at, robots=False,
        )  # fmt: skip
    return check


def broken_days(seals: Iterable[AuditSeal]) -> list[date]:
    """Days whose rows are not those that were sealed, whose seal does not follow from the one
    before, or that have none. Of days that were let go of only the chain is left."""
    let_go = AuditRelease.objects.order_by("until").values_list("until", flat=True).last()
    before, expected, broken = NO_SEAL, None, []
    for seal in seals:
        while expected and expected < seal.day:
            broken.append(expected)
            expected += timedelta(days=1)
        if not (let_go and seal.day <= let_go):
            right = sealed(seal.day, before)
            if (right.digest, right.count) != (seal.digest, seal.count):
                broken.append(seal.day)
        before, expected = seal.digest, seal.day + timedelta(days=1)
    return broken


@transaction.atomic
def let_go(*, until: date, at: datetime) -> int:
    """Delete the entries of days up to `until`, which the law lets go of; how many.

    Their seals stay. Raises DatabaseError for days that are kept by law.
    """
    _start, end = moments_of(until, until)
    assert end <= at - KEPT_AT_LEAST, "the log is kept for half a year at the least"
    count, _each = AuditEntry.objects.filter(at__lt=end).delete()
    if count:
        AuditRelease.objects.create(until=until, count=count, at=at)
    return count
