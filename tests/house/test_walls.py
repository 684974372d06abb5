"""What import contracts cannot see: relations by name, and who writes."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.db.models import CheckConstraint, Model
from pghistory.models import Event

from tests.house.test_sizes import ROOT, tracked

STOREY = {
    "campus": 0, "planning": 1, "inspections": 2, "repairs": 3, "safety": 3, "dormitory": 3,
    "cleaning": 3, "canteen": 3, "vehicles": 3, "rooms": 3, "logistics": 9,
}  # fmt: skip
WRITERS = {
    "save",
    "create",
    "bulk_create",
    "bulk_update",
    "update_or_create",
    "get_or_create",
    "delete",
    "update",
}
# Forms' and dicts' own methods bear the same names; a write is one on a queryset or a record.
MAY_WRITE = ("actions", "migrations", "demo.py", "admin.py", "storing.py")


def test_relations_point_down_the_house():
    upward = [
        f"{model._meta.label}.{field.name} -> {field.related_model._meta.label}"
        for model in apps.get_models()
        if model._meta.app_label in STOREY
        for field in model._meta.get_fields()
        if field.is_relation and not field.auto_created and field.related_model
        if field.related_model._meta.app_label in STOREY
        if STOREY[field.related_model._meta.app_label] > STOREY[model._meta.app_label]
    ]
    assert upward == []


def test_every_app_of_the_house_has_its_storey():
    assert set(settings.HOUSE) == set(STOREY)


def house_files() -> list[Path]:
    return [path for path in tracked("*.py") if path.relative_to(ROOT).parts[0] in STOREY]


def test_nobody_but_actions_writes_the_database():
    writers = [
        f"{path.relative_to(ROOT)}:{call.lineno} {ast.unparse(call.func)}("
        for path in house_files()
        if not set(MAY_WRITE) & {*path.parts, path.stem, path.name}
        for call in record_writes(path)
    ]
    assert writers == []


def record_writes(path: Path) -> Iterator[ast.Call]:
    """Calls of a writing method on a manager, a queryset or a name that is no plain collection."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
            continue
        if node.func.attr not in WRITERS or not looks_like_record(node):
            continue
        yield node


def looks_like_record(call: ast.Call) -> bool:
    """`x.objects…update(`, `form.save(`, `ticket.delete(`; not `found.update([pair])` on a dict."""
    assert isinstance(call.func, ast.Attribute)
    if "objects" in ast.unparse(call.func.value):
        return True
    return call.func.attr in {"save", "delete", "bulk_create"} and not is_plain(call)


def is_plain(call: ast.Call) -> bool:
    """Methods of workbooks, documents, pictures, caches, clients, file stores and sessions kept
    apart that are spelled the same."""
    assert isinstance(call.func, ast.Attribute)
    return ast.unparse(call.func.value).split(".")[0] in {
        "workbook",
        "book",
        "document",
        "picture",
        "cache",
        "client",
        "default_storage",
        "apart",
    }


@pytest.mark.parametrize("path", house_files(), ids=lambda path: str(path.relative_to(ROOT)))
def test_models_and_actions_do_not_read_the_clock(path):
    if not {"models", "models.py", "actions", "actions.py"} & {*path.parts}:
        return
    called = {
        ast.unparse(node.func)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
    }
    clocks = {"timezone.now", "now", "timezone.localdate", "date.today", "datetime.now"}
    assert called & clocks == set()


def test_no_model_overrides_save():
    overriding = [
        model._meta.label
        for model in apps.get_models()
        if model._meta.app_label in STOREY and "save" in vars(model)
    ]
    assert overriding == []


def test_every_choice_is_checked_by_the_database():
    """A field with choices stands in a check constraint of its table.

    Histories are copies of rows that were checked, and must also hold what is a choice no more.
    """
    unchecked = [
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models()
        if model._meta.app_label in STOREY and not is_history(model)
        for field in model._meta.fields
        if field.choices and f"'{field.name}__" not in conditions(model)
    ]
    assert unchecked == []


def is_history(model: type[Model]) -> bool:
    """Whether the table holds the snapshots of another one."""
    return issubclass(model, Event)


def test_every_history_is_kept_from_changes_and_points_with_no_force():
    """Snapshots are only added to, and neither hold back nor follow what they point at."""
    histories = [
        model
        for model in apps.get_models()
        if model._meta.app_label in STOREY and is_history(model)
    ]
    loose = {
        model._meta.label
        for model in histories
        if [trigger.name for trigger in getattr(model._meta, "triggers", [])] != ["append_only"]
        or any(getattr(field, "db_constraint", False) for field in model._meta.fields)
    }
    assert (loose, bool(histories)) == (set(), True)


def conditions(model: type[Model]) -> str:
    return " ".join(
        str(constraint.condition)
        for constraint in model._meta.constraints
        if isinstance(constraint, CheckConstraint)
    )
