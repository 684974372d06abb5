"""The data map tells of every table that points to people; a new one has to say what it keeps."""

import ast

from django.apps import apps
from pghistory.models import Event

from campus.models import Person
from campus.privacy.registry import DATA, NO_DATA
from tests.house.test_sizes import ROOT, tracked


def points_to_people(model) -> bool:
    return any(
        field.is_relation and field.concrete and field.related_model is Person
        for field in model._meta.get_fields()
    )


def test_every_model_that_points_to_people_is_on_the_map_or_says_why_not():
    """Snapshots follow their tables."""
    told = {label for kind in DATA.values() for label in kind.models} | set(NO_DATA)
    silent = [
        model._meta.label
        for model in apps.get_models(include_auto_created=True)
        if not issubclass(model, Event) and points_to_people(model)
        if model._meta.label not in told
    ]
    assert silent == []


def test_no_model_is_told_of_twice_and_reasons_are_kinds_of_the_map():
    labels = [label for kind in DATA.values() for label in kind.models] + list(NO_DATA)
    assert len(labels) == len(set(labels))
    assert set(NO_DATA.values()) <= set(DATA)


def test_only_erasing_goes_past_triggers():
    found = [
        str(path.relative_to(ROOT))
        for path in tracked("*.py")
        if path.relative_to(ROOT).parts[0] not in ("tests", "bench", "ops")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and ast.unparse(node) == "pgtrigger.ignore"
    ]
    assert found == ["campus/privacy/actions/erasing.py"]
