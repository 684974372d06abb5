"""The school's identity as a real service, and what the log says of a sign-in."""

from collections.abc import Iterator
from uuid import uuid4

import pytest
from django.test import Client

from campus.models import AuditEntry
from tests.identity_server.others import Services, identity_services
from tests.identity_server.running import IdentityServer, Walker, identity_server


@pytest.fixture(scope="session")
def running_identity() -> Iterator[IdentityServer]:
    with identity_server(["http://testserver"]) as server:
        yield server


@pytest.fixture
def identity(running_identity, settings) -> IdentityServer:
    """The service with its handles at rest, and the way to it switched on."""
    running_identity.post("reset", {})
    settings.IDENTITY_WAYS = {"oidc": running_identity.way()}
    return running_identity


@pytest.fixture(autouse=True)
def own_cache(settings) -> None:
    """Keys, codes and counts that no other test touches."""
    memory = "django.core.cache.backends.locmem.LocMemCache"
    settings.CACHES = {"default": {"BACKEND": memory, "LOCATION": uuid4().hex}}


@pytest.fixture
def walker(db) -> Walker:
    return Walker()


@pytest.fixture
def logged(db):
    """`logged()`: kind, code and number told, about whom, of each entry so far."""

    def entries() -> list[tuple]:
        found = AuditEntry.objects.order_by("id")
        return [
            (each.kind, each.facts.get("code", ""), each.facts.get("number", ""), each.about_id)
            for each in found
        ]

    return entries


@pytest.fixture(scope="session")
def running_services() -> Iterator[Services]:
    with identity_services() as services:
        yield services


@pytest.fixture
def services(running_services, settings) -> Services:
    """CAS, WeCom, DingTalk and Feishu, all switched on."""
    running_services.rest()
    settings.IDENTITY_WAYS = running_services.ways()
    return running_services


def turned_away(answer) -> str:
    """The word of the reason on the page that says so."""
    assert answer.status_code == 403, answer.headers.get("Location", answer.content)
    return answer.context["reason"].value


def is_in(client: Client) -> bool:
    """Whether somebody is signed in there."""
    return client.get("/account/").status_code == 200
