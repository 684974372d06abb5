"""The table of doors of the API: every operation × no token, a token without its scope, tokens of
the cast with all scopes → answer.

What acts is sent the body of the description's own example: 422 says that this person may, and that
something in it does not fit.
"""

import json
from pathlib import Path

import pytest
from django.db import transaction
from django.test import Client
from django.utils import timezone

from campus.models import Person
from logistics.api.documents import Told, groups
from logistics.api.scopes import SCOPES
from logistics.api.tokens.actions import make_token
from tests.house.test_doors import things  # noqa: F401  # a fixture

TABLE = (Path(__file__).parent / "api_doors.txt").read_text(encoding="utf-8")
ROWS = [line.split() for line in TABLE.splitlines() if line and not line.startswith("#")]
OPERATIONS = {each.name: each for group in groups() for each in group.operations}
# Pupils have no tokens.
CALLERS = ("head", "administrator", "safety_officer", "teacher")
# Under which name the things of pages have what an operation's path names.
NAMED = {
    "tickets": "repairs:case", "hazards": "safety:hazards:case",
    "incidents": "safety:incidents:case", "feedback": "feedback:case", "enquiries": "desk:case",
    "actions": "planning:actions:case", "appeals": "inspections:appeals:case",
    "supply-requests": "repairs:requests:case", "service-requests": "vehicles:service:case",
    "trip-requests": "vehicles:requests:case", "trips": "vehicles:trip",
    "bookings": "rooms:booking", "inspections": "inspection", "plan-items": "item",
    "places": "place", "people": "people:acts",
}  # fmt: skip

# Fields that name a record: by a number that none has, whatever other tests have laid.
RECORDS, NOBODYS = {"category", "topic", "vehicle", "workshop", "department", "room"}, 10**9
# One for all: each client makes the portal's middleware anew.
PROGRAM = Client()


def test_the_table_names_every_operation():
    assert [row[:2] for row in ROWS] == [[each.name, each.method] for each in OPERATIONS.values()]


def test_every_operation_declares_a_scope_and_every_scope_opens_one():
    assert {each.scope for each in OPERATIONS.values()} == set(SCOPES)


@pytest.fixture
def secrets(request) -> list[str]:
    """The tokens of the cast, with all scopes."""
    return [secret_of(request.getfixturevalue(name), SCOPES) for name in CALLERS]


@pytest.fixture
def lacking(head) -> dict[str, str]:
    """Two tokens, each with one scope: one of them always lacks the one that is asked for."""
    return {scope: secret_of(head, (scope,)) for scope in ("places:read", "people:read")}


def secret_of(person: Person, scopes: tuple[str, ...]) -> str:
    made = make_token(name="Doors", scopes=scopes, days=1, by=person, at=timezone.now())
    return made[1]


def test_each_operation_answers_as_the_table_says(things, secrets, lacking):  # noqa: F811  # as above
    got = [
        [name, method, *answers(OPERATIONS[name], things, secrets, lacking)]
        for name, method, *_told in ROWS
    ]
    assert got == ROWS


def answers(each: Told, things, secrets, lacking) -> list[str]:  # noqa: F811  # as above
    """What nobody, a token without the scope, and the cast are answered."""
    address = path_of(each.path, things)
    without = next(secret for scope, secret in lacking.items() if scope != each.scope)
    return [knock(each, address, secret) for secret in ("", without, *secrets)]


def path_of(path: str, things) -> str:  # noqa: F811  # as above
    """The operation's address with the thing that it names."""
    name = NAMED.get(path.split("/")[1], "")
    return f"/api/v1{path}".replace("{pk}", str(things.get(name, 0)))


def knock(each: Told, address: str, secret: str) -> str:
    """The status of the answer; whatever it has brought about is taken back."""
    headers = {"authorization": f"Bearer {secret}"} if secret else {}
    sent = each.body | {name: NOBODYS for name in each.body if name in RECORDS}
    body = json.dumps(sent) if each.method != "GET" else ""
    with transaction.atomic():
        answer = PROGRAM.generic(
            each.method, address, body, content_type="application/json", headers=headers
        )
        transaction.set_rollback(True)
    return str(answer.status_code)
