"""Cases of any kind, their followers and numbers, and what is promised of them."""

from campus.cases.models.case import (
    HANDED_ON,
    MERGED,
    RECURRENCE,
    Case,
    CaseCounter,
    CaseQuerySet,
    Follow,
)
from campus.cases.models.promise import Extension, Promise, PromiseRule

__all__ = [
    "HANDED_ON",
    "MERGED",
    "RECURRENCE",
    "Case",
    "CaseCounter",
    "CaseQuerySet",
    "Extension",
    "Follow",
    "Promise",
    "PromiseRule",
]
