"""Caps of use: set, changed, taken away."""

from datetime import datetime
from typing import Any

from django.db import transaction

from campus.models import Person
from campus.storing import store
from vehicles.models import UsageCap


@transaction.atomic
def write_cap(cap: UsageCap, *, by: Person, at: datetime, **fields: Any) -> UsageCap:
    """Set a cap, or change one; what is approved already stays. Raises ValidationError."""
    if cap.pk:
        cap = UsageCap.objects.select_for_update().get(pk=cap.pk)
    for name, value in fields.items():
        setattr(cap, name, value)
    store(cap)
    return cap


@transaction.atomic
def remove_cap(cap: UsageCap, *, by: Person, at: datetime) -> None:
    """Take a cap away; the row history keeps it."""
    UsageCap.objects.select_for_update().get(pk=cap.pk).delete()
