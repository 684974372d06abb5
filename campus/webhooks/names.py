"""What other systems can be told of; each noun or area names what of it has states."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import Model
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Words = str | Promise

# Sent by hand, to see whether an address answers.
PING = "webhook.ping"


@dataclass(frozen=True)
class Stated:
    """A noun whose records move through states: what its events are called, how people know it,
    and the page of a record."""

    name: str
    label: Words
    path: Callable[[Any], str]

    @property
    def kind(self) -> str:
        """The type of its events."""
        return f"{self.name}.state"


# By the model's label.
STATED: dict[str, Stated] = {}


def name_states(
    model: type[Model], name: str, label: Words,
    path: Callable[[Any], str] = lambda thing: str(thing.get_absolute_url()),
) -> None:  # fmt: skip
    """Let other systems ask to be told when a record of `model` is made or has another state.

    What `campus.records.actions.note` is given a status for is announced by itself; an area whose
    timeline is its own calls `campus.webhooks.actions.announce_state`.
    """
    STATED[model._meta.label_lower] = Stated(name, label, path)


def kinds() -> list[tuple[str, str]]:
    """Types of events and their labels, for forms and filters."""
    return [(stated.kind, str(stated.label)) for stated in STATED.values()]


def label_of(kind: str) -> str:
    """The type in words; one that is named no more names itself."""
    return dict(kinds()).get(kind) or str(_("Trial") if kind == PING else kind)
