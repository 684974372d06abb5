"""Steps that are taken together leave what they leave one by one."""

from typing import Any

import pytest
from django.db import connection, migrations, models
from django.db.migrations.state import ModelState, ProjectState

from campus.migrating import Together, part_of

AREA = "campus"


def steps() -> list:
    """A table with a field, an index and a rule added to it, and another that it points at."""
    number = models.BigAutoField(primary_key=True)
    return [
        migrations.CreateModel("Leaf", [("id", number), ("name", models.CharField(max_length=9))]),
        migrations.CreateModel("Tree", [("id", models.BigAutoField(primary_key=True))]),
        migrations.AddField(
            "leaf", "tree", models.ForeignKey("campus.Tree", models.CASCADE, null=True)
        ),
        migrations.AddField("leaf", "size", models.IntegerField(default=1)),
        migrations.AddIndex("leaf", models.Index(fields=["size"], name="leaf_size")),
        migrations.AddConstraint(
            "leaf",
            models.CheckConstraint(condition=models.Q(size__gt=0), name="leaf_size_positive"),
        ),
    ]


def taken(operations) -> tuple[ProjectState, ProjectState]:
    """Take the steps as a migration does; the states before and after."""
    before = ProjectState()
    before.apps  # noqa: B018  # drawn, as they are when a migration begins
    after = before.clone()
    with connection.schema_editor() as editor:
        for each in operations:
            now = after.clone()
            each.state_forwards(AREA, after)
            each.database_forwards(AREA, editor, now, after)
    return before, after


def laid() -> dict:
    """What the database has of the table."""
    with connection.cursor() as cursor:
        look = connection.introspection
        columns = [
            (each.name, each.type_code, each.null_ok)
            for each in look.get_table_description(cursor, "campus_leaf")
        ]
        rules = look.get_constraints(cursor, "campus_leaf")
    return {"columns": sorted(columns), "rules": {
        tuple(sorted((key, str(value)) for key, value in rule.items())) for rule in rules.values()
    }}  # fmt: skip


@pytest.mark.django_db(transaction=True)
def test_tables_are_the_same_and_go_again():
    _before, after = taken(steps())
    one_by_one = laid()
    with connection.schema_editor() as editor:
        for name in ("leaf", "tree"):
            editor.delete_model(after.apps.get_model(AREA, name))
    together = Together(steps())
    before, after = taken([together])
    assert laid() == one_by_one
    with connection.schema_editor() as editor:
        together.database_backwards(AREA, editor, after, before)
    assert "campus_leaf" not in connection.introspection.table_names()


def test_nothing_but_what_the_steps_are_about_is_drawn(monkeypatch, db):
    drawn: list[str] = []
    render = ModelState.render

    def noted(self: ModelState, apps: Any) -> Any:
        drawn.append(self.name)
        return render(self, apps)

    monkeypatch.setattr(ModelState, "render", noted)
    state = ProjectState()
    state.apps  # noqa: B018  # drawn, as they are when a migration begins
    Together([migrations.CreateModel("Stone", [("id", models.BigAutoField(primary_key=True))])
    ]).state_forwards(AREA, state)  # fmt: skip
    leaves = Together(steps())
    before = state.clone()
    leaves.state_forwards(AREA, state)
    with connection.schema_editor(collect_sql=True) as editor:
        leaves.database_forwards(AREA, editor, before, state)
    assert set(drawn) == {"Leaf", "Tree"}
    assert state.apps.get_model(AREA, "Stone") is not None


def test_whoever_points_at_a_changed_key_is_drawn_with_it():
    state = ProjectState()
    for each in steps():
        each.state_forwards(AREA, state)
    assert set(part_of(state, {(AREA, "tree")}).models) == {(AREA, "tree"), (AREA, "leaf")}
