"""What a number is told with."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.functional import Promise


@dataclass(frozen=True, kw_only=True)
class Figure:
    """One number: its name, its label, and the address of the list that proves it."""

    name: str
    label: str | Promise
    value: int | Decimal
    path: str


def listed(name: str, **query: Any) -> str:
    """The list at the address called `name`, narrowed by its own filters."""
    asked = {key: value for key, value in query.items() if value not in ("", None)}
    return f"{reverse(name)}?{urlencode(asked)}" if asked else reverse(name)


def total(rows: QuerySet[Any], **sums: Any) -> dict[str, Any]:
    """Sums over some rows, nought where there are none."""
    found = rows.order_by().aggregate(**sums)
    return {name: value or 0 for name, value in found.items()}
