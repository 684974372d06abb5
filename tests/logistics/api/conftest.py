"""Programs: a token of somebody, and a client that sends it."""

from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone

from logistics.api.scopes import SCOPES
from logistics.api.tokens import actions


@pytest.fixture(autouse=True)
def own_cache(settings):
    """Counts of calls that no other test, and no other test process, touches."""
    memory = "django.core.cache.backends.locmem.LocMemCache"
    settings.CACHES = {"default": {"BACKEND": memory, "LOCATION": uuid4().hex}}


class Program(Client):
    """A client with a token; JSON goes in and out."""

    def __init__(self, secret: str, **headers: str) -> None:
        super().__init__(headers={"authorization": f"Bearer {secret}", **headers})
        self.secret = secret

    def ask(self, path: str, **query):
        return self.get(f"/api/v1/{path}", query)

    def send(self, path: str, body, **headers):
        return self.post(
            f"/api/v1/{path}", body, content_type="application/json",
            headers={name.replace("_", "-"): value for name, value in headers.items()},
        )  # fmt: skip


@pytest.fixture
def program(db):
    """A program of somebody: `program(head)` with all scopes, `program(head, "tickets:read")`."""

    def made(person, *scopes: str, at=None, days: int = 90, **headers: str) -> Program:
        _token, secret = actions.make_token(
            name="Test", scopes=scopes or SCOPES, days=days, by=person, at=at or timezone.now()
        )
        return Program(secret, **headers)

    return made
