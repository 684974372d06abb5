"""What goes on from a record: the cases of any kind that have it as their origin."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import F, Model

from campus.cases.models import Case
from campus.cases.registry import KINDS, CaseKind, Words
from campus.rows import Rows, read


@dataclass(frozen=True)
class Continuation:
    """A case that goes on from the record of number `origin`, with its kind."""

    origin: int
    case: Case
    kind: CaseKind

    @property
    def path(self) -> str:
        return self.kind.path(self.case)

    @property
    def is_open(self) -> bool:
        return self.case.is_open

    @property
    def state_words(self) -> Words:
        return self.case.Status(self.case.status).label


def continuations(model: type[Model], numbers: Iterable[int]) -> dict[int, list[Continuation]]:
    """What goes on from the records of `model` of these numbers, by number: one query for cases of
    every kind."""
    asked = list(numbers)
    found: dict[int, list[Continuation]] = defaultdict(list)
    if asked:
        origin = ContentType.objects.get_for_model(model)
        for each in read(of_kind(kind, origin, asked) for kind in KINDS.values()):
            found[each.origin].append(each)
    return found


def of_kind(kind: CaseKind, origin: ContentType, numbers: list[int]) -> Rows[Continuation]:
    """The cases of one kind that go on from them."""
    cases: Any = kind.model._default_manager.order_by()
    return Rows(
        rows=cases.filter(origin_type=origin, origin_id__in=numbers),
        fields=("number", "title", "status"),
        extra={"goes_on_from": F("origin_id")},
        draw=lambda case: Continuation(case.goes_on_from, case, kind),
    )
