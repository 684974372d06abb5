"""The tests' own list stands beside those of the portal."""

import pytest

from campus.lists.registry import LISTS
from campus.models import Place
from tests.campus.lists.rooms import ROOMS


@pytest.fixture(autouse=True)
def rooms_list(settings, monkeypatch):
    settings.ROOT_URLCONF = "tests.campus.lists.rooms"
    monkeypatch.setitem(LISTS, "rooms", ROOMS)


@pytest.fixture
def browser(signed_in, head):
    return signed_in(head)


@pytest.fixture
def lay(db):
    """Lay some places with codes R00001, R00002, …; another prefix keeps their names apart."""

    def lay(count: int, *, kind: str = "room", prefix: str = "R") -> list[Place]:
        return Place.objects.bulk_create(
            Place(kind=kind, code=f"{prefix}{n:05}", name=f"房间{n} {prefix}")
            for n in range(1, count + 1)
        )

    return lay
