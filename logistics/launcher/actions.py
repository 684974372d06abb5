"""What happens to links to other systems: written, taken out, opened."""

from datetime import datetime
from typing import Any

from django.db import transaction

from campus.account.sealing import seal
from campus.audit.actions import record
from campus.models import Person
from campus.storing import store
from campus.webhooks.channels import invented_secret
from logistics.launcher.models import LinkedSystem, RecentUse, UnreadCount

# So many last used are kept of a person, and shown.
KEPT = 6


@transaction.atomic
def write_system(system: LinkedSystem, *, by: Person, at: datetime, **fields: Any) -> LinkedSystem:
    """Add a system, or change one. Raises ValidationError."""
    for name, value in fields.items():
        setattr(system, name, value)
    store(system)
    return system


@transaction.atomic
def remove_system(system: LinkedSystem, *, by: Person, at: datetime) -> None:
    """Take a system out, and with it who used it when."""
    system.delete()


@transaction.atomic
def renew_secret(system: LinkedSystem, *, by: Person, at: datetime) -> str:
    """Let the system say what is unread there, by a secret that is answered this once; the one
    before signs nothing any more."""
    secret = invented_secret()
    system = LinkedSystem.objects.select_for_update(of=("self",)).get(pk=system.pk)
    system.secret = seal(secret)
    store(system, only=["secret"])
    record("system_secret", by=by, at=at, about=system, name=system.name)
    return secret


@transaction.atomic
def take_counts(system: LinkedSystem, counts: dict[str, int], *, said_at: datetime) -> int:
    """Keep how many unread things people have there, by their numbers; who is not named keeps what
    was said before, and 0 takes it away. How many were kept.

    Numbers that nobody has, and people to whom the system is not shown, are passed over. What is
    not newer than the last that the system has said changes nothing.
    """
    system = LinkedSystem.objects.select_for_update(of=("self",)).get(pk=system.pk)
    if system.said_at and said_at <= system.said_at:
        return 0
    system.said_at = said_at
    store(system, only=["said_at"])
    people = Person.objects.active().filter(number__in=counts).values_list("pk", "number")
    said = {pk: counts[number] for pk, number in people}
    UnreadCount.objects.filter(system=system, person__in=said).delete()
    kept = [UnreadCount(system=system, person_id=pk, count=n) for pk, n in said.items() if n]
    UnreadCount.objects.bulk_create(kept)
    return len(kept)


@transaction.atomic
def note_use(system: LinkedSystem, *, by: Person, at: datetime) -> None:
    """Note that a person opens a system; of what they used before only the last is kept."""
    RecentUse.objects.update_or_create(person=by, system=system, defaults={"at": at})
    own = RecentUse.objects.filter(person=by)
    last = list(own.order_by("-at", "-id").values_list("pk", flat=True)[:KEPT])
    own.exclude(pk__in=last).delete()
