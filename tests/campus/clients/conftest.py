"""An app of the school, and the portal as its identity on a live server."""

from uuid import uuid4

import pytest
from django.utils import timezone

from campus.clients import actions
from campus.clients.keys import new_key
from logistics.settings.identity import signing_keys

BACK = "https://club.school.example/callback"


@pytest.fixture(scope="session")
def keys() -> list[str]:
    """Two signing keys; making one takes its time."""
    return [new_key(), new_key()]


@pytest.fixture(autouse=True)
def signing(settings, keys) -> None:
    settings.IDP_OIDC_PRIVATE_KEYS = signing_keys(keys[0])
    settings.SITE_URL = "http://testserver"
    memory = "django.core.cache.backends.locmem.LocMemCache"
    settings.CACHES = {"default": {"BACKEND": memory, "LOCATION": uuid4().hex}}


@pytest.fixture
def app(administrator):
    """An app that may ask for all there is, with its secret."""
    return actions.make_app(
        by=administrator, ip="", at=timezone.now(), name="社团报名", redirect_uris=[BACK],
        logout_uris=["https://club.school.example/bye"], scopes=["profile", "school"],
    )  # fmt: skip
