"""A thousand events go out to another system while people open pages."""

import http.client
import statistics
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread

from django.conf import settings
from django.db import connection, transaction
from django.test import Client, override_settings
from django.utils import timezone

from bench.crowd import web_server
from campus.models import Person, Webhook, WebhookDelivery
from campus.webhooks import actions

EVENTS, QUIET_SECONDS = 1000, 5.0
PAGE = "/desk/"


def told(client: Client) -> tuple[int, float]:
    """How many of a thousand events arrived, and how much longer a page took meanwhile (median to
    median of the same server, quiet)."""
    cookie = f"{settings.SESSION_COOKIE_NAME}={client.cookies[settings.SESSION_COOKIE_NAME].value}"
    with override_settings(WEBHOOK_HOSTS=["127.0.0.1"]), other_system() as port:
        hook = laid(port)
        connection.close()
        with web_server() as web, ThreadPoolExecutor(1) as pool:
            over = Event()
            asked_for(web, cookie, until=time.monotonic() + 1)
            quiet = asked_for(web, cookie, until=time.monotonic() + QUIET_SECONDS)
            busy = pool.submit(asked_while, web, cookie, over)
            sent(hook)
            over.set()
            meanwhile = busy.result()
    arrived = WebhookDelivery.objects.filter(webhook=hook, state="sent").count()
    return arrived, statistics.median(meanwhile) / statistics.median(quiet)


@contextmanager
def other_system() -> Iterator[int]:
    """A system that takes whatever it is told; its port."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            self.send_response(204)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *arguments: object) -> None:
            """Stay quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        server.server_close()


def laid(port: int) -> Webhook:
    """A webhook for which a thousand events wait."""
    now = timezone.now()
    hook = Webhook(
        name="bench", address=f"http://127.0.0.1:{port}/", events=["enquiry.state"]
    )  # fmt: skip
    actions.add_webhook(hook, by=Person.objects.get(number="admin"), at=now)
    with transaction.atomic():
        for number in range(EVENTS):
            actions.announce("enquiry.state", at=now, id=number, state="new", path="/desk/")
        # No worker listens here; this process sends by itself.
        connection.run_on_commit.clear()
    return hook


def sent(hook: Webhook) -> None:
    """What a worker does, round after round, until nothing waits."""
    end = timezone.now() + timedelta(minutes=5)
    while actions.deliver_all(hook.pk, clock=timezone.now, until=end):
        pass


def asked_while(port: int, cookie: str, over: Event) -> list[float]:
    """Seconds of each page until the events are out."""
    times: list[float] = []
    while not over.is_set():
        times += asked_for(port, cookie, until=time.monotonic() + 0.2)
    return times


def asked_for(port: int, cookie: str, *, until: float) -> list[float]:
    """Seconds of each page, one after another, until a moment."""
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    times = []
    while time.monotonic() < until:
        began = time.monotonic()
        line.request("GET", PAGE, headers={"Cookie": cookie})
        answer = line.getresponse()
        answer.read()
        if answer.status != 200:
            raise RuntimeError(f"{PAGE} answered {answer.status}")
        times.append(time.monotonic() - began)
    return times
