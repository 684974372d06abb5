"""Which tiles somebody sees, in which order."""

from collections.abc import Sequence

from campus.measures import Measure
from campus.models import Person
from logistics.areas import measures
from logistics.dashboard import rights
from logistics.dashboard.models import Arrangement


def chosen_keys(person: Person) -> list[str] | None:
    """What the person has arranged; None where they never did. One query."""
    keys: list[str] | None = (
        Arrangement.objects.filter(person=person).values_list("keys", flat=True).first()
    )
    return keys


def in_order(person: Person, keys: Sequence[str] | None) -> list[Measure]:
    """The measures of the keys as far as there are any and the person is told of them; without
    keys all of them in the school's own order."""
    told = {each.key: each for each in rights.readable(person, measures())}
    return list(told.values()) if keys is None else [told[key] for key in keys if key in told]


def left_out(person: Person, shown: Sequence[Measure]) -> list[Measure]:
    """What the person could have on the dashboard beside what is shown."""
    return [each for each in rights.readable(person, measures()) if each not in shown]
