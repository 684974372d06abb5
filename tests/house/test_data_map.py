"""The data map tells of every table that points to people; a new one has to say what it keeps."""

import ast

from django.apps import apps
from pghistory.models import Event

from campus.models import Person
from campus.privacy.registry import DATA, HOLDINGS, NO_DATA, held_of
from tests.house.test_doors import things  # noqa: F401  # a fixture
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


# Not among "what is kept of me", each with the reason.
SHOWN_BY_ITSELF = {
    "person", "duties", "sign_in", "apps", "extra", "inbox", "own", "timeline", "looks", "ways",
}  # fmt: skip
NOT_TOLD = {
    "campus.FeedbackVote": "only counted",
    "campus.AuditEntry": "read by auditors",
    "planning.Reminder": "told by the inbox",
    "planning.Acknowledgement": "told by the plan item",
    "dormitory.AllotmentLine": "a draft; the bed is told once it is given",
    "canteen.MorningCheck": "authors",
    "canteen.Training": "authors",
    "vehicles.Approval": "authors",
    "rooms.BookingSeries": "its bookings are told",
}


def test_what_the_map_names_is_told_to_the_person_it_is_about(head):
    told = {rows.rows.model._meta.label for find in HOLDINGS for rows in find(head)}
    of_areas = {
        label for name, kind in DATA.items() if name not in SHOWN_BY_ITSELF for label in kind.models
    }
    assert of_areas - told == set(NOT_TOLD)


def test_all_that_is_held_of_somebody_is_read_at_once(things, django_assert_num_queries):  # noqa: F811  # the fixture
    told: set[str] = set()
    for person in Person.objects.all():
        with django_assert_num_queries(1):
            held = held_of(person)
        assert all(each.label and each.value for lines in held.values() for each in lines)
        told |= set(held)
    assert (
        {"beds", "bookings", "kitchen", "leaders", "nights", "things", "trips"} <= told <= set(DATA)
    )
