"""What happens to links to other systems: written, taken out, opened."""

from datetime import datetime
from typing import Any

from django.db import transaction

from campus.models import Person
from campus.storing import store
from logistics.launcher.models import LinkedSystem, RecentUse

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
def note_use(system: LinkedSystem, *, by: Person, at: datetime) -> None:
    """Note that a person opens a system; of what they used before only the last is kept."""
    RecentUse.objects.update_or_create(person=by, system=system, defaults={"at": at})
    own = RecentUse.objects.filter(person=by)
    last = list(own.order_by("-at", "-id").values_list("pk", flat=True)[:KEPT])
    own.exclude(pk__in=last).delete()
