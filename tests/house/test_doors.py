"""The table of doors: every address × method × person → answer.

200 shown, 302 done and sent on, 403 not for this person, 404 nothing for this person, 405 not this
way, 422 a form with slips. Nobody (not signed in) is sent to the sign-in, but for the public ones.
"""

from pathlib import Path

import pytest
from django.test import Client
from django.urls import URLPattern, get_resolver

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


@pytest.mark.parametrize("row", ROWS, ids=[f"{row[1]} {row[0]}" for row in ROWS])
@pytest.mark.parametrize("person", CAST)
def test_each_door_answers_as_the_table_says(row, person, things, request):
    name, method, *answers = row
    client = Client()
    client.force_login(request.getfixturevalue(person))
    # A form that is sent is never quite empty: it carries its token.
    send = client.post if method == "POST" else client.get
    got = send(address(name, things), {"sent": "1"}).status_code
    assert got == int(answers[CAST.index(person)])


@pytest.mark.parametrize("name", sorted({row[0] for row in ROWS} - PUBLIC))
def test_whoever_is_not_signed_in_is_sent_to_the_sign_in(name, things):
    path = address(name, things)
    for method in ("GET", "POST"):
        answer = Client().generic(method, path)
        assert answer.status_code == 302
        assert answer.headers["Location"].partition("?")[0] == "/sign-in/"


def test_the_rescue_pages_are_for_administrators_alone(signed_in, head, administrator):
    assert signed_in(administrator).get("/rescue/").status_code == 200
    assert signed_in(head).get("/rescue/").status_code == 302
