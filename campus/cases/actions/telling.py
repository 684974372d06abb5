"""Who is told of what happens to a case."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.contrib.contenttypes.models import ContentType

from campus.cases.models import Case
from campus.cases.registry import kind_of
from campus.models import Person
from campus.notices.actions import tell


def tell_people(
    people: Iterable[Person | None],
    case: Case,
    text: str,
    *,
    by: Person | None,
    at: datetime,
    occasion: str = "",
    **facts: Any,
) -> None:
    """Tell `people` of the case, but not `by`, who knows. No chat group hears of single cases:
    anybody in the group could read who reported what. `occasion` tells
    apart what happens within one version of the case."""
    kind = kind_of(case)
    readers = {person.pk: person for person in people if person and person != by}
    if not readers:
        return
    tell(
        readers.values(),
        key=f"{kind.topic}:{case.pk}:{case.version}:{occasion}:{text}"[:160],
        topic=kind.topic,
        text=text,
        facts={"number": case.number, "title": case.title, **facts},
        path=kind.path(case),
        at=at,
        robots=False,
    )


def everybody_around(case: Case) -> list[Person | None]:
    """Reporter, whoever has it in hands, and followers."""
    kind = ContentType.objects.get_for_model(case)
    followers = Person.objects.filter(
        follows__content_type=kind, follows__object_id=case.pk
    ).distinct()
    return [case.reporter, case.assignee, *followers]
