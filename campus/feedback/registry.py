"""Areas that ask for feedback, and what an entry can be about beside its topic.

    name_area("canteen", _("Canteen"), "soup", subjects=dishes_at)

A subject is any record; `subjects(place, day)` offers those that are near, such as the dishes of
the day in this canteen, and `key_of` makes of one what a form sends.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from django.utils.functional import Promise

from campus.models import Place
from campus.shell.numbers import number_typed

Words = str | Promise
Subjects = Callable[[Place | None, date], Iterable[tuple[Words, Iterable[Model]]]]


@dataclass(frozen=True, kw_only=True)
class FeedbackArea:
    """An area that asks for feedback: its word, its icon, and what entries can be about.

    `subjects` gives groups of records, each under its label; `models` are the kinds of records that
    an address may name as a subject. `compared` are records of one kind whose stars are read side
    by side, with the heading above them. `path_of(subject, day)` leads from an entry of that day to
    what it is about; where it is empty the words stand alone.
    """

    name: str
    label: Words
    icon: str
    subjects: Subjects = lambda place, day: ()
    models: tuple[type[Model], ...] = ()
    compared: Callable[[], tuple[Words, Sequence[Model]]] | None = None
    path_of: Callable[[Model, date], str] = lambda subject, day: ""


AREAS: dict[str, FeedbackArea] = {}


def name_area(
    name: str,
    label: Words,
    icon: str,
    *,
    subjects: Subjects = lambda place, day: (),
    models: tuple[type[Model], ...] = (),
    compared: Callable[[], tuple[Words, Sequence[Model]]] | None = None,
    path_of: Callable[[Model, date], str] = lambda subject, day: "",
) -> None:
    """Let feedback be given on an area, after those that were named before."""
    AREAS[name] = FeedbackArea(
        name=name, label=label, icon=icon, subjects=subjects, models=models, compared=compared,
        path_of=path_of,
    )  # fmt: skip


def key_of(subject: Model) -> str:
    """What stands for a subject in a form or an address: "canteen.dish:12"."""
    return f"{subject._meta.label_lower}:{subject.pk}"


def subject_of(area: FeedbackArea, key: str) -> Model | None:
    """The record behind a key, if it is of a kind that the area names and is there."""
    label, _colon, number = key.partition(":")
    model = next((each for each in area.models if each._meta.label_lower == label), None)
    return model._default_manager.filter(pk=number_typed(number)).first() if model else None


def facts_of(subject: Model | None) -> dict[str, object]:
    """The fields of an entry that say what it is about."""
    if subject is None:
        return {}
    kind = ContentType.objects.get_for_model(subject)
    return {
        "subject_type_id": kind.pk, "subject_id": subject.pk, "subject_words": str(subject)[:80]
    }  # fmt: skip
