"""The matrix of norms: what is in place, due again, missing."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from safety.models import Norm, NormRequirement
from safety.models.norm import state_of

State = NormRequirement.State
# The colours of states as everywhere.
TONES = {State.IN_PLACE: "done", State.DUE: "due_soon", State.MISSING: "overdue"}


@dataclass(frozen=True)
class Line:
    """A requirement with its last proof, as it stands today."""

    requirement: Any
    state: str

    @property
    def state_words(self) -> str:
        return str(State(self.state).label)

    @property
    def tone(self) -> str:
        return TONES[State(self.state)]


@dataclass
class Cell:
    """The requirements of one kind of a norm."""

    lines: list[Line] = field(default_factory=list)

    @property
    def in_place(self) -> int:
        return sum(line.state == State.IN_PLACE for line in self.lines)

    @property
    def tone(self) -> str:
        """The worst of its lines."""
        states = {line.state for line in self.lines}
        for state in (State.MISSING, State.DUE):
            if state in states:
                return TONES[state]
        return TONES[State.IN_PLACE]


@dataclass
class NormRow:
    """A norm with its cells, one for each kind of requirement."""

    norm: Norm
    cells: dict[str, Cell]

    @property
    def lines(self) -> list[Line]:
        return [line for cell in self.cells.values() for line in cell.lines]

    @property
    def whole(self) -> bool:
        """Whether all that it requires is in place."""
        return bool(self.lines) and all(line.state == State.IN_PLACE for line in self.lines)


def matrix(norms: Iterable[Norm], requirements: Iterable[Any], today: date) -> list[NormRow]:
    """Norms × kinds of requirements; takes `requirements.kept()`."""
    rows = {
        norm.pk: NormRow(norm, {kind: Cell() for kind in NormRequirement.Kind.values})
        for norm in norms
    }
    for each in requirements:
        state = state_of(each.last_on, each.last_until, today)
        if each.norm_id in rows:
            rows[each.norm_id].cells[each.kind].lines.append(Line(each, state))
    return list(rows.values())
