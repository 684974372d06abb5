"""How migrations lay many tables quickly.

Django draws the models of the whole portal anew after each single step of a migration: with some
four hundred models that is nearly all of the time that an empty database takes to be made, for
every test run and every first start. `Together` draws those alone that its steps are about, and
leaves the rest to whoever asks for it. Migrations name it for good: it stays as it is.
"""

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Any

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations import operations as steps
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ModelState, ProjectState, StateApps
from django.db.migrations.utils import resolve_relation

Key = tuple[str, str]

# What a table that is made in the same go has already, since it is made as it is at the end.
PART_OF_TABLE = (steps.AddField, steps.AddIndex, steps.AddConstraint)


class Together(Operation):
    """Steps that are taken in one go; each table may be made once and each field changed once.

    Not for steps that read rows by models (`RunPython`): they would see the models as they were
    before the first step.
    """

    def __init__(self, operations: Sequence[Operation]) -> None:
        self.operations = list(operations)

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """What the models are afterwards; they are drawn when somebody asks for them."""
        is_drawn = vars(state).pop("apps", None) is not None
        for each in self.operations:
            each.state_forwards(app_label, state)
        if is_drawn:
            vars(state)["apps"] = DrawnWhenAsked(state.real_apps, state.models)

    def database_forwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        """Take the steps; what a new table has from the start is not added to it again."""
        named = {(app_label, name) for each in self.operations if (name := model_of(each))}
        from_state, to_state = part_of(from_state, named), part_of(to_state, named)
        made: set[str] = set()
        for each in self.operations:
            if isinstance(each, steps.CreateModel):
                made.add(each.name_lower)
            elif isinstance(each, PART_OF_TABLE) and each.model_name_lower in made:
                continue
            each.database_forwards(app_label, schema_editor, from_state, to_state)

    def database_backwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        """Take the steps back one by one, the last first, as Django would without this."""
        states = [to_state]
        for each in self.operations:
            states.append(states[-1].clone())
            each.state_forwards(app_label, states[-1])
        for before, after, each in reversed(
            list(zip(states, states[1:], self.operations, strict=False))
        ):
            each.database_backwards(app_label, schema_editor, after, before)

    def describe(self) -> str:
        return f"{len(self.operations)} steps together"

    def references_model(self, name: str, app_label: str) -> bool:
        return any(each.references_model(name, app_label) for each in self.operations)

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        return (type(self).__name__, [], {"operations": self.operations})


class DrawnWhenAsked:
    """Stands for the models of a state, and draws them as soon as anything is asked of them."""

    def __init__(self, real_apps: set[str], models: dict[Key, ModelState]) -> None:
        self._of = real_apps, models

    def clone(self) -> "DrawnWhenAsked":
        """The same of the models as they are now, whatever becomes of them."""
        real_apps, models = self._of
        return DrawnWhenAsked(real_apps, {key: each.clone() for key, each in models.items()})

    @cached_property
    def drawn(self) -> StateApps:
        real_apps, models = self._of
        return StateApps(real_apps, models)  # type: ignore[arg-type]  # the stubs know of lists alone

    def __getattr__(self, name: str) -> Any:
        return getattr(self.drawn, name)


def model_of(step: Operation) -> str | None:
    """The name of the model that a step is about, in small letters; None for one of SQL alone."""
    name: str | None = getattr(step, "model_name", None) or getattr(step, "name", None)
    return name.lower() if name and not isinstance(step, steps.RunSQL) else None


def part_of(state: ProjectState, named: Iterable[Key]) -> ProjectState:
    """The state with these models alone, those that they point at, and those that point at them: a
    key that changes its type changes it there too."""
    there = state.models
    named = {key for key in named if key in there}
    pointing = {key for key, each in there.items() if named & set(pointed_at(each))}
    open_ends, part = [*named, *pointing], dict[Key, ModelState]()
    while open_ends:
        key = open_ends.pop()
        if key not in part:
            part[key] = there[key]
            open_ends += pointed_at(there[key])
    return ProjectState(part, state.real_apps)


def pointed_at(model: ModelState) -> list[Key]:
    """The models that a model's fields lead to, and its bases."""
    ways = [each for field in model.fields.values() if (each := field.remote_field)]
    targets = [way.model for way in ways] + [getattr(way, "through", None) for way in ways]
    own = model.app_label, model.name_lower
    bases = [base for base in model.bases if isinstance(base, str)]
    return [resolve_relation(each, *own) for each in [*targets, *bases] if each]
