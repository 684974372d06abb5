"""The table of doors: every address × method × person → answer.

200 shown, 302 done and sent on, 403 not for this person, 404 nothing for this person, 405 not this
way, 422 a form with slips. Nobody (not signed in) is sent to the sign-in, but for the public ones.
"""

from collections import Counter
from collections.abc import Iterable
from http.cookies import SimpleCookie
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, get_resolver

from campus.models import Person
from tests.house.things import Things, address, lay_things

CAST = ("head", "administrator", "safety_officer", "teacher", "pupil")
# Whoever comes with an identity, and programs that speak to the portal as one, have no session.
COMING_IN = (
    "identity:start", "identity:back", "identity:signed_out", "identity:leave", "saml_acs",
    "saml_finish_acs", "saml_metadata", "saml_sls",
)  # fmt: skip
FOR_APPS = tuple(
    f"idp:oidc:{name}"
    for name in ("authorization", "configuration", "jwks", "logout", "revoke", "token", "userinfo")
)
PUBLIC = {
    "launcher:unread",
    "healthz", "accent", "badge", "account_login", "account_logout", "account_inactive", "language",
    "healthz_web", "metrics", "manifest", "icon", "service_worker", "offline", "feed",
    "wall", *COMING_IN, *FOR_APPS,
}  # fmt: skip
# Signing in and out and the state of health have tests of their own.
TESTED_ELSEWHERE = {"healthz", "account_login", "account_logout", "account_inactive", "language"}
GROUP_SIZE = 60
TABLE = (Path(__file__).parent / "doors.txt").read_text(encoding="utf-8")
ROWS = [line.split() for line in TABLE.splitlines() if line and not line.startswith("#")]


def area_of(name: str) -> str:
    """The namespace of an address; those of the roof have none."""
    return name.partition(":")[0] if ":" in name else "roof"


@pytest.fixture
def things(head, safety_officer, pupil, semester) -> Things:
    """One of everything that an address can name."""
    return lay_things(head, safety_officer, pupil, semester)


def all_names(patterns=None, prefix: str = "") -> set[str]:
    """The names of every address but Django's own rescue pages and what programs ask, which has a
    table of its own (`test_api_doors`)."""
    names: set[str] = set()
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        if isinstance(pattern, URLPattern):
            names.add(prefix + (pattern.name or str(pattern.pattern)))
        elif pattern.app_name not in ("admin", "programs"):
            space = f"{pattern.namespace}:" if pattern.namespace else ""
            names |= all_names(pattern.url_patterns, prefix + space)
    return names


def test_the_table_names_every_address():
    assert {row[0] for row in ROWS} == all_names() - TESTED_ELSEWHERE


def groups_of(names: Iterable[str]) -> list[Any]:
    """The areas of these addresses in a few groups, for what is laid before a test looks at all of
    an area: each large area is a group by itself."""
    doors = Counter(area_of(name) for name in names)
    groups: list[list[str]] = [[]]
    for area in sorted(doors):
        if groups[-1] and doors[area] + sum(doors[each] for each in groups[-1]) > GROUP_SIZE:
            groups.append([])
        groups[-1].append(area)
    return [pytest.param(group, id=" ".join(group)) for group in groups]


@pytest.fixture
def cast(request, quick_sign_in) -> list[SimpleCookie]:
    """The browsers' cookies of everybody who knocks at the doors; they are signed in once."""
    return [cookies_of(request.getfixturevalue(name)) for name in CAST]


def cookies_of(person: Person) -> SimpleCookie:
    """What a browser keeps once the person has signed in."""
    browser = Client()
    browser.force_login(person)
    return browser.cookies


@pytest.mark.parametrize("areas", groups_of(row[0] for row in ROWS))
def test_each_door_of_an_area_answers_as_the_table_says(areas, things, cast):
    rows = [row for row in ROWS if area_of(row[0]) in areas]
    got = [
        [name, method, *(str(knock(address(name, things), method, each)) for each in cast)]
        for name, method, *_answers in rows
    ]
    assert got == rows


def test_whoever_is_not_signed_in_is_sent_to_the_sign_in(things):
    doors = [row[:2] for row in ROWS if row[0] not in PUBLIC]
    answers = [Client().generic(method, address(name, things)) for name, method in doors]
    sent_to = [answer.headers.get("Location", "").partition("?")[0] for answer in answers]
    told = zip(doors, [answer.status_code for answer in answers], sent_to, strict=True)
    assert list(told) == [(door, 302, "/sign-in/") for door in doors]


@pytest.fixture(autouse=True)
def quick_sign_in(settings) -> None:
    """Sessions that are kept nowhere take half of the time away."""
    settings.SESSION_ENGINE = "django.contrib.sessions.backends.signed_cookies"


def knock(path: str, method: str, cookies: SimpleCookie) -> int:
    """The status of the answer; whatever it has brought about is taken back."""
    client = Client()
    client.cookies = SimpleCookie(cookies.output(header="", sep=";"))
    with transaction.atomic():
        # A form that is sent is never quite empty: it carries its token.
        send = client.post if method == "POST" else client.get
        status = send(path, {"sent": "1"}).status_code
        transaction.set_rollback(True)
    return status


def test_the_rescue_pages_are_for_administrators_alone(signed_in, head, administrator):
    assert signed_in(administrator).get("/rescue/").status_code == 200
    assert signed_in(head).get("/rescue/").status_code == 302
