"""Signed out in one place, signed out in the other."""

import time
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client

from campus.identity.providers.oidc import LOGOUT_EVENT
from campus.models import IdentitySession
from campus.people import actions as people
from tests.campus.identity.conftest import is_in
from tests.conftest import PASSWORD
from tests.identity_server.running import Walker

URL = "/sign-in/with/oidc/signed-out/"


@pytest.fixture
def here(identity, walker, teacher) -> Walker:
    """The teacher, who has come in by the school's identity."""
    identity.signs_in("T005")
    walker.sign_in()
    assert is_in(walker.client)
    return walker


def claims(identity, **others: Any) -> dict[str, Any]:
    """What a logout token says; None leaves a claim out."""
    now = int(time.time())
    said = {
        "iss": identity.address, "aud": "steward", "iat": now, "exp": now + 120,
        "jti": f"jti-{time.monotonic_ns()}", "events": {LOGOUT_EVENT: {}},
        "sid": IdentitySession.objects.get().sid, **others,
    }  # fmt: skip
    return {name: value for name, value in said.items() if value is not None}


def test_signing_out_here_leads_on_to_sign_out_there(identity, here):
    page = here.client.post("/sign-out/").headers["Location"]
    assert is_in(here.client) is False
    answer = here.client.get(page)
    there = urlsplit(answer.headers["Refresh"].partition("url=")[2])
    said = {name: values[0] for name, values in parse_qs(there.query).items()}
    assert len(said.pop("id_token_hint").split(".")) == 3
    assert (f"{there.scheme}://{there.netloc}{there.path}", said) == (
        f"{identity.address}/session/end",
        {"client_id": "steward", "post_logout_redirect_uri": "http://testserver/sign-in/"},
    )


def test_the_address_to_leave_by_is_given_out_once(here):
    page = here.client.post("/sign-out/").headers["Location"]
    assert here.client.get(page).status_code == 200
    assert here.client.get(page).headers["Location"] == "/sign-in/"


def test_nobody_stays_signed_in_because_the_service_is_down(identity, here, settings):
    settings.CACHES = {
        "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "new"}
    }
    identity.set(down=True)
    assert here.client.post("/sign-out/").headers["Location"] == "/"
    assert is_in(here.client) is False


def test_whoever_came_by_password_is_signed_out_here_alone(identity, client, teacher):
    client.post("/sign-in/", {"login": "T005", "password": PASSWORD})
    assert client.post("/sign-out/").headers["Location"] == "/"


def test_the_service_ends_a_session(identity, here, client, teacher, logged):
    token = identity.sign(claims(identity))
    answer = client.post(URL, {"logout_token": token})
    assert (answer.status_code, is_in(here.client)) == (200, False)
    assert "no-store" in answer.headers["Cache-Control"]
    assert logged()[-1] == ("sign_out_from_there", "", "", teacher.pk)


def test_the_service_ends_all_sessions_of_a_person(identity, here, client, teacher):
    other = Walker()
    other.sign_in()
    local = Client()
    local.post("/sign-in/", {"login": "T005", "password": PASSWORD})
    token = identity.sign(claims_of_person(identity))
    assert client.post(URL, {"logout_token": token}).status_code == 200
    assert [is_in(each) for each in (here.client, other.client, local)] == [False, False, True]


def claims_of_person(identity) -> dict[str, Any]:
    now = int(time.time())
    return {
        "iss": identity.address, "aud": "steward", "iat": now, "exp": now + 120, "jti": "one",
        "events": {LOGOUT_EVENT: {}}, "sub": "sub-T005",
    }  # fmt: skip


def test_another_s_session_stays(identity, here, client):
    token = identity.sign(claims(identity, sid="another"))
    assert (client.post(URL, {"logout_token": token}).status_code, is_in(here.client)) == (
        200,
        True,
    )


@pytest.mark.parametrize(
    ("others", "header"),
    [
        ({"iss": "https://evil.example"}, {}),
        ({"aud": "another-app"}, {}),
        ({"iat": None}, {}),
        ({"jti": None}, {}),
        ({"exp": 1}, {}),
        ({"events": None}, {}),
        ({"events": {"http://another/event": {}}}, {}),
        ({"nonce": "x"}, {}),
        ({"sid": None}, {}),
        ({}, {"alg": "none"}),
        ({}, {"alg": "HS256"}),
        ({}, {"kid": "unheard-of"}),
    ],
)
def test_a_logout_token_that_is_not_right_ends_nothing(
    identity, here, client, logged, others, header
):
    token = identity.sign(claims(identity, **others), **header)
    answer = client.post(URL, {"logout_token": token})
    assert (answer.status_code, answer.json()) == (400, {"error": "invalid_request"})
    assert is_in(here.client)
    assert logged()[-1][0] == "sign_in_refused"


def test_a_logout_token_is_taken_once(identity, here, client):
    token = identity.sign(claims(identity))
    told = [client.post(URL, {"logout_token": token}).status_code for _ in range(2)]
    assert told == [200, 400]


@pytest.mark.parametrize("token", ["", "nonsense", "a.b.c"])
def test_nonsense_ends_nothing(identity, here, client, token):
    assert client.post(URL, {"logout_token": token}).status_code == 400
    assert is_in(here.client)


def test_somebody_outside_cannot_fill_the_log(identity, client, db, logged, monkeypatch):
    monkeypatch.setattr("campus.identity.middleware.NOTED_A_MINUTE", 3)
    for _ in range(6):
        client.post(URL, {"logout_token": "x"})
    assert 3 <= len(logged()) < 6 + 1


def test_a_new_password_keeps_the_session_in_the_reach_of_the_service(identity, here, client):
    new = "another-password-for-tests"
    here.client.post("/people/password/", {"current": PASSWORD, "new": new, "again": new})
    assert is_in(here.client)
    client.post(URL, {"logout_token": identity.sign(claims(identity))})
    assert is_in(here.client) is False


def test_whoever_has_left_is_signed_out_everywhere(identity, here, teacher, head, semester):
    from django.utils import timezone

    people.end_person(teacher, on=timezone.localdate(), by=head, at=timezone.now())
    assert is_in(here.client) is False
    assert IdentitySession.objects.count() == 0
