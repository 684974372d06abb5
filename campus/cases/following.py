"""Who follows a case, and how many it troubles."""

from dataclasses import dataclass
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.contrib.postgres.aggregates import BoolOr
from django.db.models import Count, Q

from campus.cases.models import Case, Follow
from campus.models import Person


@dataclass(frozen=True)
class Following:
    """Whether a person is told of a case, and how many it troubles, the reporter included."""

    is_told: bool
    troubled: int


def following(case: Case, person: Person | None = None) -> Following:
    """Both in one query."""
    kind = ContentType.objects.get_for_model(case)
    too = Q(me_too=True) & ~Q(person=case.reporter_id or 0)
    found: dict[str, Any] = Follow.objects.filter(content_type=kind, object_id=case.pk).aggregate(
        told=BoolOr(Q(person=person.pk if person else 0)), too=Count("pk", filter=too)
    )
    return Following(bool(found["told"]), found["too"] + 1)
