"""CAS, WeCom, DingTalk and Feishu as small as their protocols allow, over real HTTP."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit
from xml.sax.saxutils import escape

CAS = "http://www.yale.edu/tp/cas"


@dataclass
class Services:
    """Whoever comes is `person`; codes and tickets are taken once. `answers` overrides what a path
    says, as (status, content); `asked` are the paths that were asked for."""

    port: int = 0
    person: dict[str, Any] = field(default_factory=dict)
    answers: dict[str, tuple[int, Any]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    given: dict[str, str] = field(default_factory=dict)
    tokens: int = 0

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def rest(self) -> None:
        self.person, self.answers, self.asked, self.given = {}, {}, [], {}

    def give(self, purpose: str) -> str:
        """A new code or ticket for a purpose."""
        code = f"code-{len(self.given)}"
        self.given[code] = purpose
        return code

    def take(self, code: str, purpose: str = "") -> bool:
        """Whether the code was given for it, and is taken for the first time."""
        return self.given.pop(code, None) == purpose

    def ways(self) -> dict[str, dict[str, Any]]:
        hosts = dict.fromkeys(("inside", "scan", "api", "login"), self.address)
        return {
            "cas": {"server": f"{self.address}/cas/", "number_attribute": "user"},
            "wecom": {"client_id": "corp", "secret": "s", "agent": "7", "hosts": hosts},
            "dingtalk": {"client_id": "key", "secret": "s", "corp": "ours", "hosts": hosts},
            "feishu": {
                "client_id": "app", "secret": "s", "number_field": "employee_no",
                "host": self.address,
            },
        }  # fmt: skip


def cas_xml(inner: str) -> str:
    return f'<cas:serviceResponse xmlns:cas="{CAS}">{inner}</cas:serviceResponse>'


class Handler(BaseHTTPRequestHandler):
    """One answer for each path of the four."""

    services: Services

    def do_GET(self) -> None:
        self.answer({})

    def do_POST(self) -> None:
        text = self.rfile.read(int(self.headers["Content-Length"])).decode()
        self.answer(json.loads(text) if text.startswith("{") else {})

    def answer(self, posted: dict[str, Any]) -> None:
        parts = urlsplit(self.path)
        said = {name: values[0] for name, values in parse_qs(parts.query).items()}
        self.services.asked.append(parts.path)
        if parts.path in self.services.answers:
            self.send(*self.services.answers[parts.path])
        else:
            name = parts.path.strip("/").replace("/", "_").replace(".", "_").replace("-", "_")
            getattr(self, name)({**said, **posted})

    def send(self, status: int, content: Any) -> None:
        text = content if isinstance(content, str) else json.dumps(content)
        self.send_response(status)
        kind = "application/json" if not isinstance(content, str) else "application/xml"
        self.send_header("Content-Type", kind)
        self.end_headers()
        self.wfile.write(text.encode())

    def lead(self, address: str, **said: str) -> None:
        self.send_response(302)
        joint = "&" if "?" in address else "?"
        self.send_header("Location", f"{address}{joint}{urlencode(said)}")
        self.end_headers()

    # CAS

    def cas_login(self, said: dict[str, Any]) -> None:
        self.lead(said["service"], ticket=self.services.give(said["service"]))

    def cas_p3_serviceValidate(self, said: dict[str, Any]) -> None:
        if not self.services.take(said["ticket"], said["service"]):
            self.send(200, cas_xml('<cas:authenticationFailure code="INVALID_TICKET"/>'))
            return
        person = self.services.person
        told = "".join(
            f"<cas:{name}>{escape(value)}</cas:{name}>"
            for name, value in person.get("attributes", {}).items()
        )
        inner = (
            f"<cas:user>{escape(person['user'])}</cas:user><cas:attributes>{told}</cas:attributes>"
        )
        self.send(200, cas_xml(f"<cas:authenticationSuccess>{inner}</cas:authenticationSuccess>"))

    def cas_logout(self, said: dict[str, Any]) -> None:
        self.lead(said["service"])

    # WeCom

    def connect_oauth2_authorize(self, said: dict[str, Any]) -> None:
        self.lead(said["redirect_uri"], code=self.services.give(""), state=said["state"])

    wwlogin_sso_login = connect_oauth2_authorize

    def cgi_bin_gettoken(self, said: dict[str, Any]) -> None:
        self.services.tokens += 1
        token = f"token-{self.services.tokens}"
        self.send(200, {"errcode": 0, "access_token": token, "expires_in": 7200})

    def cgi_bin_auth_getuserinfo(self, said: dict[str, Any]) -> None:
        if said["access_token"] != f"token-{self.services.tokens}":
            self.send(200, {"errcode": 42001, "errmsg": "access_token expired"})
        elif not self.services.take(said["code"]):
            self.send(200, {"errcode": 40029, "errmsg": "invalid code"})
        else:
            self.send(200, {"errcode": 0, **self.services.person})

    # DingTalk

    def oauth2_auth(self, said: dict[str, Any]) -> None:
        self.lead(said["redirect_uri"], authCode=self.services.give(""), state=said["state"])

    def v1_0_oauth2_userAccessToken(self, said: dict[str, Any]) -> None:
        if not self.services.take(said["code"]):
            self.send(400, {"code": "invalidCode"})
            return
        corp = self.services.person.get("corp", "ours")
        told = {"accessToken": "at", "refreshToken": "rt", "expireIn": 7200, "corpId": corp}
        self.send(200, told)

    def v1_0_contact_users_me(self, said: dict[str, Any]) -> None:
        self.send(200, self.services.person)

    # Feishu

    def open_apis_authen_v1_index(self, said: dict[str, Any]) -> None:
        self.lead(said["redirect_uri"], code=self.services.give(""), state=said["state"])

    def open_apis_auth_v3_app_access_token_internal(self, said: dict[str, Any]) -> None:
        self.send(200, {"code": 0, "app_access_token": "aat"})

    def open_apis_authen_v1_access_token(self, said: dict[str, Any]) -> None:
        if not self.services.take(said["code"]):
            self.send(200, {"code": 20007, "msg": "invalid code"})
            return
        self.send(200, {"code": 0, "data": {"access_token": "at", "expires_in": 7200}})

    def open_apis_authen_v1_user_info(self, said: dict[str, Any]) -> None:
        self.send(200, {"code": 0, "data": self.services.person})

    def log_message(self, *arguments: Any) -> None:
        """Stay quiet."""


@contextmanager
def identity_services() -> Iterator[Services]:
    services = Services()
    handler = type("OwnHandler", (Handler,), {"services": services})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    services.port = server.server_port
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield services
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
