"""Starting the identity service beside the tests, and walking through it."""

import json
import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

import requests
from django.test import Client

from ops.servers import free_port

ROOT = Path(__file__).resolve().parent.parent.parent
SECRET = "a-secret-of-the-tests-and-of-nobody-else"


@dataclass
class IdentityServer:
    """A running service; `set` turns its handles."""

    address: str

    def way(self, **options: Any) -> dict[str, Any]:
        """How the portal's settings name it."""
        return {
            "name": "云起统一身份", "client_id": "steward", "secret": SECRET,
            "issuer": self.address, "number_claim": "preferred_username",
            "scopes": ["openid", "profile"], "factors": [], **options,
        }  # fmt: skip

    def set(self, **handles: Any) -> None:
        self.post("set", handles)

    def signs_in(self, number: str, sub: str = "", **claims: Any) -> None:
        """Whoever comes is this one from now on, without a page."""
        sub = sub or f"sub-{number}"
        told = {"preferred_username": number, "name": f"Name of {number}", **claims}
        self.set(signedInAs=sub, accounts={sub: told})

    def rotate(self) -> None:
        """Sign with another key, under another name; the old one is named no more."""
        self.post("rotate", {})

    def sign(self, claims: dict[str, Any], **header: Any) -> str:
        """A token of this service with any claims."""
        return self.post("sign", {"claims": claims, "header": header})["token"]

    def post(self, what: str, said: dict[str, Any]) -> dict[str, Any]:
        answer = requests.post(f"{self.address}/control/{what}", json=said, timeout=10)
        return answer.json()


@contextmanager
def identity_server(portals: list[str]) -> Iterator[IdentityServer]:
    """The service, for a portal at any of these addresses."""
    port = free_port()
    client = {
        "client_id": "steward", "client_secret": SECRET, "grant_types": ["authorization_code"],
        "redirect_uris": [f"{each}/sign-in/with/oidc/back/" for each in portals],
        "post_logout_redirect_uris": [f"{each}/sign-in/" for each in portals],
        "backchannel_logout_uri": f"{portals[-1]}/sign-in/with/oidc/signed-out/",
        "backchannel_logout_session_required": True,
    }  # fmt: skip
    said = {"port": port, "clients": [client]}
    node = ROOT / ".venv" / "bin" / "node"
    process = subprocess.Popen(
        [node, ROOT / "tests" / "identity_server" / "server.mjs"], stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL, env={**os.environ, "IDENTITY_SERVER": json.dumps(said)},
        text=True, cwd=ROOT,
    )  # fmt: skip
    assert process.stdout
    try:
        while process.stdout.readline().strip() != "ready":
            assert process.poll() is None, "the identity service has not started"
        yield IdentityServer(f"http://127.0.0.1:{port}")
    finally:
        process.terminate()
        process.wait()


class Walker:
    """A browser without a window: it keeps the service's cookies, and `client` the portal's."""

    def __init__(self, client: Client | None = None) -> None:
        self.client = client or Client()
        self.there = requests.Session()

    def leave(self, path: str) -> str:
        """The address over there to which the portal sends."""
        return self.client.get(path).headers["Location"]

    def answer_of(self, address: str) -> str:
        """The address of the portal, with the answer, to which the other side leads back."""
        while not address.startswith("http://testserver/"):
            answer = self.there.get(address, allow_redirects=False, timeout=10)
            assert answer.is_redirect, answer.text
            address = urljoin(address, answer.headers["Location"])
        parts = urlsplit(address)
        return f"{parts.path}?{parts.query}"

    def sign_in(self, path: str = "/sign-in/with/oidc/") -> Any:
        """What the portal says at the end."""
        return self.client.get(self.answer_of(self.leave(path)))
