"""Days of stays, as the database compares them."""

from typing import Any

from django.db.models import Q
from django.db.models.functions import Now, TruncDate

# What the database says is today.
TODAY = TruncDate(Now())


def running(day: Any, path: str = "") -> Q:
    """What holds on a day: `path` leads from the rows to those with the two days."""
    ends = f"{path}ends_on"
    return Q(Q(**{ends: None}) | Q(**{f"{ends}__gte": day}), **{f"{path}starts_on__lte": day})
