"""How migrations lay many tables quickly.

Django draws the models of the whole portal anew after each single step of a migration: with some
three hundred models that is nearly all of the time that an empty database takes to be made, for
every test run and every first start. `Together` draws them once for all of its steps. Migrations
name it for good: it stays as it is.
"""

from collections.abc import Sequence
from typing import Any

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations import operations as steps
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState

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
        """What the models are afterwards; they are drawn when the database asks for them."""
        vars(state).pop("apps", None)
        for each in self.operations:
            each.state_forwards(app_label, state)

    def database_forwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        """Take the steps; what a new table has from the start is not added to it again."""
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
