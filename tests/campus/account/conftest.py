"""Signing in by the page, as people do."""

from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from tests.conftest import PASSWORD

PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Mobile/15E148 MicroMessenger/8.0"


@pytest.fixture(autouse=True)
def own_cache(settings):
    """Counts of wrong tries that no other test, and no other test process, touches."""
    memory = "django.core.cache.backends.locmem.LocMemCache"
    settings.CACHES = {"default": {"BACKEND": memory, "LOCATION": uuid4().hex}}


@pytest.fixture
def come_in():
    """A browser in which somebody has signed in through the page: `come_in(head, agent=PHONE)`."""

    def sign_in(person, *, agent: str = "Mozilla/5.0 (Windows NT 10.0) Firefox/140.0") -> Client:
        client = Client(headers={"user-agent": agent})
        client.post(reverse("account_login"), {"login": person.number, "password": PASSWORD})
        return client

    return sign_in
