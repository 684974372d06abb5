"""The API asked for what its description allows and for what it does not, by a second reader of the
description (schemathesis): a short run with a fixed seed; `make fuzz` is the long one."""

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.config import SchemathesisConfig
from schemathesis.generation import GenerationMode

from campus.models import Place
from logistics.api.documents import openapi
from logistics.wsgi import application

# Of each operation so many calls that fit, and as many that do not.
EXAMPLES = 2
# What fits the description may still name a record that there is not: that is told (422, 400).
ACCEPTED = ["2xx", "400", "401", "403", "404", "409", "422", "429"]
CONFIG = {"checks": {"positive_data_acceptance": {"expected-statuses": ACCEPTED}}}
QUICK = settings(
    max_examples=EXAMPLES, derandomize=True, database=None, deadline=None,
    phases=[Phase.generate], suppress_health_check=list(HealthCheck),
)  # fmt: skip


@pytest.fixture
def kept_connection():
    """As with Django's own client: a request's end does not end the test's transaction."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.mark.long
@pytest.mark.usefixtures("kept_connection")
def test_nothing_that_is_sent_breaks_it_and_all_answers_are_as_described(program, head, settings):
    settings.API_CALLS_A_MINUTE = 100_000
    Place.objects.create(kind="room", code="JX1-301", name="301")
    headers = {"Authorization": f"Bearer {program(head).secret}"}
    schema = schemathesis.openapi.from_dict(openapi(), config=SchemathesisConfig.from_dict(CONFIG))
    schema.app = application
    found = [
        f"{operation.label} {mode.name}: {fault}"
        for each in schema.get_all_operations()
        for operation in [each.ok()]  # type: ignore[union-attr]  # the description is sound
        for mode in GenerationMode
        if (fault := fault_of(operation, mode, headers))
    ]
    assert found == []


def fault_of(operation, mode: GenerationMode, headers: dict[str, str]) -> str:
    """What one operation answers wrongly; empty where it does not."""

    @QUICK
    @given(case=operation.as_strategy(generation_mode=mode))
    def asked(case) -> None:
        case.call_and_validate(headers=headers)

    try:
        asked()
    except BaseExceptionGroup as wrong:
        return "; ".join(str(each) for each in wrong.exceptions)
    except AssertionError as wrong:
        return str(wrong)
    return ""
