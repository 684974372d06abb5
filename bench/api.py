"""The API at a large school: a list of 100 rows, its tenth page, what is searched for."""

from django.test import Client
from django.utils import timezone

from bench.rows import FREQUENT, RARE
from campus.models import Person
from logistics.api.scopes import SCOPES
from logistics.api.tokens.actions import make_token

LIST = "/api/v1/tickets?limit=100"
# Calls are counted by the minute; here a minute has thousands.
LIMITS = {"API_CALLS_A_MINUTE": 10_000_000}
DEEP = 10


def program() -> Client:
    """A program of the head's, with all scopes."""
    head = Person.objects.get(number="head")
    _token, secret = make_token(name="Bench", scopes=SCOPES, days=1, by=head, at=timezone.now())
    return Client(headers={"authorization": f"Bearer {secret}"})


def pages(asking: Client) -> dict[str, str]:
    """The lists that must stay flat. A cursor is of the same moment in either database: rows are
    added at the end of the order that it leads away from."""
    return {
        "API list of 100 rows": LIST,
        "API list of 100 rows, tenth page": deep(asking),
        "API search, rare": f"{LIST}&q={RARE}",
        # As many rows at either size: the small school has few that are found by these.
        "API search, frequent": f"/api/v1/tickets?limit=20&q={FREQUENT}",
        "API list by state": f"{LIST}&status=under_way",
    }


def deep(asking: Client) -> str:
    """The address of a page far down the list, as a program comes to it."""
    path = LIST
    for _ in range(DEEP - 1):
        path = asking.get(path).json()["next"].partition("testserver")[2]
    return path
