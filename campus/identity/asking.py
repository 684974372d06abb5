"""Asking the services over there; whatever goes wrong turns the person away, and is no error."""

import logging
from collections.abc import Callable
from functools import partial, wraps
from typing import Any, TypeVar

import requests

from campus.identity.models import Reason
from campus.identity.reasons import TurnedAway

logger = logging.getLogger(__name__)

# Seconds to connect, and to wait for an answer: somebody waits before a white page meanwhile.
PATIENCE = (3.05, 8)

T = TypeVar("T")


def session() -> requests.Session:
    """A session that waits for no answer longer than people do."""
    made = requests.Session()
    made.hooks["response"] = [refuse_broken]
    made.request = partial(made.request, timeout=PATIENCE)  # type: ignore[method-assign]  # what allauth does as well
    return made


def refuse_broken(answer: requests.Response, *args: Any, **kwargs: Any) -> None:
    """A service that is out of order counts as one that does not answer."""
    if answer.status_code >= 500:
        raise requests.ConnectionError(response=answer)


def ask(method: str, url: str, **words: Any) -> tuple[int, dict[str, Any]]:
    """Status and content of an answer in JSON. Raises TurnedAway for none, or another one."""
    try:
        answer = requests.request(method, url, timeout=PATIENCE, allow_redirects=False, **words)
    except requests.RequestException as error:
        logger.warning("identity service cannot be reached: %s", type(error).__name__)
        raise TurnedAway(Reason.UNREACHABLE) from error
    if answer.status_code >= 500:
        logger.warning("identity service answers %s", answer.status_code)
        raise TurnedAway(Reason.UNREACHABLE)
    try:
        said = answer.json()
    except ValueError as error:
        raise TurnedAway(Reason.UNREADABLE) from error
    if not isinstance(said, dict):
        raise TurnedAway(Reason.UNREADABLE)
    return answer.status_code, said


def fetch(url: str, **words: Any) -> dict[str, Any]:
    """What lies at an address that must answer. Raises TurnedAway."""
    status, said = ask("GET", url, **words)
    if status != 200:
        logger.warning("identity service answers %s", status)
        raise TurnedAway(Reason.UNREACHABLE)
    return said


def readable(function: Callable[..., T]) -> Callable[..., T]:
    """Of allauth's own readers: an answer of another shape turns away."""

    @wraps(function)
    def read(*args: Any, **kwargs: Any) -> T:
        try:
            return function(*args, **kwargs)
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise TurnedAway(Reason.UNREADABLE) from error

    return read
