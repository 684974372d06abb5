"""The table of doors: every address × method × person → answer.

200 shown, 302 done and sent on, 403 not for this person, 404 nothing for this person, 405 not this
way, 422 a form with slips. Nobody (not signed in) is sent to the sign-in, but for the public ones.
"""

from pathlib import Path

import pytest
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, get_resolver

from campus.models import Person
from tests.house.things import Things, address, lay_things

CAST = ("head", "administrator", "safety_officer", "teacher", "pupil")
PUBLIC = {
    "healthz", "accent", "badge", "account_login", "account_logout", "account_inactive", "language",
    "healthz_web", "metrics", "manifest", "icon", "service_worker", "offline", "feed",
}  # fmt: skip
# Signing in and out and the state of health have tests of their own.
TESTED_ELSEWHERE = {"healthz", "account_login", "account_logout", "account_inactive", "language"}
TABLE = (Path(__file__).parent / "doors.txt").read_text(encoding="utf-8")
ROWS = [line.split() for line in TABLE.splitlines() if line and not line.startswith("#")]


@pytest.fixture
def things(head, safety_officer, pupil, semester) -> Things:
    """One of everything that an address can name."""
    return lay_things(head, safety_officer, pupil, semester)


def all_names(patterns=None, prefix: str = "") -> set[str]:
    """The names of every address but Django's own rescue pages."""
    names: set[str] = set()
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        if isinstance(pattern, URLPattern):
            names.add(prefix + (pattern.name or str(pattern.pattern)))
        elif pattern.app_name != "admin":
            space = f"{pattern.namespace}:" if pattern.namespace else ""
            names |= all_names(pattern.url_patterns, prefix + space)
    return names


def test_the_table_names_every_address():
    assert {row[0] for row in ROWS} == all_names() - TESTED_ELSEWHERE


@pytest.fixture
def cast(request) -> dict[str, Person]:
    """Everybody who knocks at the doors."""
    return {name: request.getfixturevalue(name) for name in CAST}


@pytest.mark.parametrize("row", ROWS, ids=[f"{row[1]} {row[0]}" for row in ROWS])
def test_each_door_answers_as_the_table_says(row, things, cast):
    name, method, *answers = row
    path = address(name, things)
    got = [knock(path, method, person) for person in cast.values()]
    assert dict(zip(CAST, got, strict=True)) == dict(zip(CAST, map(int, answers), strict=True))
    if name not in PUBLIC:
        answer = Client().generic(method, path)
        sent_to = answer.headers["Location"].partition("?")[0]
        assert (answer.status_code, sent_to) == (302, "/sign-in/")


def knock(path: str, method: str, person: Person) -> int:
    """The status of the answer; whatever it has brought about is taken back."""
    client = Client()
    with transaction.atomic():
        client.force_login(person)
        # A form that is sent is never quite empty: it carries its token.
        send = client.post if method == "POST" else client.get
        status = send(path, {"sent": "1"}).status_code
        transaction.set_rollback(True)
    return status


def test_the_rescue_pages_are_for_administrators_alone(signed_in, head, administrator):
    assert signed_in(administrator).get("/rescue/").status_code == 200
    assert signed_in(head).get("/rescue/").status_code == 302
