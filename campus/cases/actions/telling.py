"""Who is told of what happens to a case."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.urls import reverse
from django.utils.translation import gettext_noop

from campus.cases.models import Case
from campus.cases.registry import kind_of
from campus.models import Person, Robot
from campus.notices.actions import tell
from campus.shell.words import in_languages

WAITS = gettext_noop("%(kind)s %(number)s waits for somebody to take it up")


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
    """Tell `people` of the case, but not `by`, who knows. No chat group hears what a case is about:
    anybody in the group could read who reported what (see `call_group`). `occasion` tells
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


def call_group(case: Case, *, at: datetime) -> None:
    """Have robots in chat groups say that the case waits for somebody: its number and its kind, no
    word of what it is, and a link to the one page where it is approved or taken up. The link alone
    opens nothing: the page asks who comes, and shows what they may see and do."""
    kind = kind_of(case)
    if not Robot.objects.repeating(kind.topic).exists():
        return
    tell(
        [], key=f"{kind.topic}:{case.pk}:{case.version}:waits", topic=kind.topic, text=WAITS,
        facts={"number": case.number, "kind": in_languages(kind.label)},
        path=reverse("at_hand", args=[case.number]), at=at,
    )  # fmt: skip


def everybody_around(case: Case) -> list[Person | None]:
    """Reporter, whoever has it in hands, and followers."""
    kind = ContentType.objects.get_for_model(case)
    followers = Person.objects.filter(
        follows__content_type=kind, follows__object_id=case.pk
    ).distinct()
    return [case.reporter, case.assignee, *followers]
