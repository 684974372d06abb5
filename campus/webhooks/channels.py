"""The requests themselves: signed, never redirected, and only to where they may go."""

import ipaddress
import json
import secrets
import time
from base64 import b64encode
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlsplit

import requests
from django.conf import settings
from requests.adapters import HTTPAdapter
from standardwebhooks.webhooks import Webhook as Signer
from urllib3 import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.connection import HTTPConnection, HTTPSConnection

# Seconds for the connection, and between two bytes of the answer.
PATIENCE = (3, 10)
SECRET_BYTES = 32


def invented_secret() -> str:
    """A secret as Standard Webhooks writes it."""
    return f"whsec_{b64encode(secrets.token_bytes(SECRET_BYTES)).decode()}"


@dataclass(frozen=True)
class Went:
    """How a request went: the status of its answer, or the fault; never what was answered."""

    status: int | None
    fault: str
    milliseconds: int

    @property
    def is_taken(self) -> bool:
        return self.status is not None and 200 <= self.status < 300

    @property
    def is_gone(self) -> bool:
        """The other side says that it is there no more (410)."""
        return self.status == requests.codes.gone


class NotAllowed(Exception):
    """The name leads to an address that no webhook may reach."""


def refuse_place(address: str) -> None:
    """Raise ValueError for an address that is not by https, unless the settings name its host."""
    parts = urlsplit(address)
    if parts.scheme != "https" and parts.hostname not in settings.WEBHOOK_HOSTS:
        raise ValueError(address)


def may_reach(host: str, ip: str) -> bool:
    """Public addresses, and within the school those hosts that the settings name: a typed address
    must not make the server knock at its own database or at its neighbours."""
    return host in settings.WEBHOOK_HOSTS or ipaddress.ip_address(ip).is_global


class Looking:
    """A connection that looks where it has got to before a byte is sent: the name may lead
    somewhere else than it did when it was typed."""

    host: str

    def _new_conn(self) -> Any:
        connected = super()._new_conn()  # type: ignore[misc]  # beside a connection of urllib3
        if not may_reach(self.host, connected.getpeername()[0]):
            connected.close()
            raise NotAllowed("address not allowed")
        return connected


class LookingHTTP(Looking, HTTPConnection):
    """For hosts of the settings."""


class LookingHTTPS(Looking, HTTPSConnection):
    """For all others."""


class HTTPPool(HTTPConnectionPool):
    """Of connections that look."""

    ConnectionCls = LookingHTTP


class HTTPSPool(HTTPSConnectionPool):
    """Of connections that look."""

    ConnectionCls = LookingHTTPS


class LookingAdapter(HTTPAdapter):
    """requests, over connections that look."""

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        super().init_poolmanager(*args, **kwargs)
        self.poolmanager.pool_classes_by_scheme = {"http": HTTPPool, "https": HTTPSPool}


def session() -> requests.Session:
    """One for all that goes to an address in one round; no proxy and no password of the machine's
    own is used."""
    made = requests.Session()
    made.trust_env = False
    for scheme in ("http://", "https://"):
        made.mount(scheme, LookingAdapter())
    return made


def post(
    by: requests.Session, address: str, message: dict[str, Any], *, key: str, secret: str,
    at: datetime,
) -> Went:  # fmt: skip
    """Send one message under its `key`, signed with `secret` as of the moment `at`."""
    body = json.dumps(message, ensure_ascii=False, separators=(",", ":"))
    headers = {
        "content-type": "application/json",
        "user-agent": "campus-steward",
        "webhook-id": key,
        "webhook-timestamp": str(int(at.timestamp())),
        "webhook-signature": Signer(secret).sign(key, at.astimezone(UTC), body),
    }
    begun = time.monotonic()
    try:
        with by.post(
            address, data=body.encode(), headers=headers, timeout=PATIENCE, allow_redirects=False,
            stream=True,
        ) as answer:  # fmt: skip
            status, fault = answer.status_code, ""
    except (requests.RequestException, NotAllowed) as error:
        status, fault = None, fault_of(error)
    return Went(status, fault, round((time.monotonic() - begun) * 1000))


def fault_of(error: Exception) -> str:
    """The kind of fault; its words may repeat addresses."""
    return type(error).__name__
