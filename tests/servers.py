"""Servers that tests start for themselves: one that catches mail, one that a robot speaks to."""

import asyncio
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from aiosmtpd.controller import Controller

from ops.servers import free_port


@dataclass
class MailCatcher:
    """A real SMTP server on 127.0.0.1 that keeps what it gets.

    While `stalls` is set it takes a message and does not answer, as a server that hangs;
    `arrived` says that one has come so far, `arrivals` how many. `caught` holds what it has taken.
    """

    port: int = 0
    caught: list[EmailMessage] = field(default_factory=list)
    stalls: bool = False
    arrived: threading.Event = field(default_factory=threading.Event)
    arrivals: int = 0

    async def handle_DATA(self, server, session, envelope) -> str:
        self.arrivals += 1
        self.arrived.set()
        while self.stalls and not is_gone(server):
            await asyncio.sleep(0.05)
        if is_gone(server):
            return "451 The sender has gone"
        parsed = message_from_bytes(envelope.content, policy=policy.default)
        assert isinstance(parsed, EmailMessage)
        self.caught.append(parsed)
        return "250 OK"

    @property
    def url(self) -> str:
        return f"smtp://127.0.0.1:{self.port}"

    def letters(self) -> list[tuple[str, str]]:
        """Address and subject of each message that was taken."""
        return sorted((str(each["To"]), str(each["Subject"])) for each in self.caught)


def is_gone(server) -> bool:
    """Whether the sender has hung up or died meanwhile."""
    return server.transport is None or server.transport.is_closing()


@contextmanager
def mail_catcher() -> Iterator[MailCatcher]:
    catcher = MailCatcher(port=free_port())
    controller = Controller(catcher, hostname="127.0.0.1", port=catcher.port)
    controller.start()
    try:
        yield catcher
    finally:
        catcher.stalls = False
        controller.stop()


@dataclass
class Listener:
    """Another system, as a webhook meets it: keeps each request, and answers with the next of
    `answers`, after these with 204."""

    port: int = 0
    answers: list[int] = field(default_factory=list)
    heard: list[tuple[dict[str, str], bytes]] = field(default_factory=list)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}/steward?from=school"

    @property
    def told(self) -> list[dict]:
        """The messages that have arrived, also those that were refused."""
        return [json.loads(body) for _headers, body in self.heard]


@contextmanager
def listener() -> Iterator[Listener]:
    other = Listener()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            other.heard.append(({k.lower(): v for k, v in self.headers.items()}, body))
            status = other.answers.pop(0) if other.answers else 204
            self.send_response(status)
            self.send_header("Location", f"http://127.0.0.1:{other.port}/elsewhere")
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *arguments) -> None:
            """Stay quiet."""

    with serving(Handler) as other.port:
        yield other


@contextmanager
def serving(handler: type[BaseHTTPRequestHandler]) -> Iterator[int]:
    """A web server on a port of its own, in a thread; the port."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@dataclass
class RobotEndpoint:
    """What a chat group would see, behind an address for a robot."""

    port: int = 0
    status: int = 200
    heard: list[str] = field(default_factory=list)

    @property
    def address(self) -> str:
        return f"json://127.0.0.1:{self.port}/group"


@contextmanager
def robot_endpoint() -> Iterator[RobotEndpoint]:
    endpoint = RobotEndpoint()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            said = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            if endpoint.status == 200:
                endpoint.heard.append(said["message"])
            self.send_response(endpoint.status)
            self.end_headers()

        def log_message(self, *arguments) -> None:
            """Stay quiet."""

    with serving(Handler) as endpoint.port:
        yield endpoint
