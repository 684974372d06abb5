"""What the roof asks of every area: its agenda. A new area is named here once."""

from types import ModuleType

from planning import agenda as planning

# Each offers `dated(person, first, last)` and `waiting(person, at)`.
AGENDAS: tuple[ModuleType, ...] = (planning,)
