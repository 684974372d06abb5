"""The lunch rush: 300 people sign in and each say something within a minute, on two web workers,
while the others look at the menu."""

import http.client
import re
import statistics
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from threading import Event
from urllib.parse import urlencode

from django.contrib.auth.hashers import make_password
from django.db import connection

from bench.crowd import web_server
from campus.feedback.receipts import new_code, sealed
from campus.models import Feedback, FeedbackTopic, Letter, Person

PEOPLE, AT_ONCE, WITHIN = 300, 30, 60.0
# Production's own hash is a sign-in's price, and is paid here as well.
HASHER = "pbkdf2_sha256"
PASSWORD = "lunch-rush-2025"  # of invented people in a database that goes away
MENU = "/canteen/menu/"
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')


@dataclass(frozen=True)
class Rush:
    """How it went: entries that arrived, seconds until the last one, the 95th percentile of an
    entry's seconds, and of the menu's meanwhile."""

    arrived: int
    seconds: float
    entry_95: float
    menu_95: float


def rush() -> Rush:
    """Sign in and write, half with a name and half without one."""
    people = guests()
    topic = FeedbackTopic.objects.get(area="canteen", code="price").pk
    before = Feedback.objects.count() + Letter.objects.count()
    over = Event()
    connection.close()
    with web_server() as port, ThreadPoolExecutor(AT_ONCE + 1) as pool:
        watching = pool.submit(menu_asked, port, people[0], over)
        began = time.monotonic()
        try:
            times = list(pool.map(lambda one: written(port, one, topic), enumerate(people)))
        finally:
            over.set()
        seconds = time.monotonic() - began
        menu_times = watching.result()
    arrived = Feedback.objects.count() + Letter.objects.count() - before
    return Rush(arrived, seconds, percentile(times), percentile(menu_times))


def percentile(times: list[float]) -> float:
    return statistics.quantiles(times, n=20)[-1]


def guests() -> list[str]:
    """The numbers of 300 pupils with a password."""
    pupils = Person.objects.active().filter(kind="pupil", number__startswith="20")
    numbers = list(pupils.order_by("pk").values_list("number", flat=True)[:PEOPLE])
    Person.objects.filter(number__in=numbers).update(
        password=make_password(PASSWORD, hasher=HASHER), must_change_password=False
    )
    return numbers


class Guest:
    """One browser: a connection and its cookies."""

    def __init__(self, port: int) -> None:
        self.line = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        self.cookies: dict[str, str] = {}

    def ask(self, method: str, path: str, typed: dict[str, object] | None = None) -> str:
        """The answer's body; raises RuntimeError for any other answer than 200 and 302."""
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        if typed is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        self.line.request(method, path, urlencode(typed or {}), headers)
        answer = self.line.getresponse()
        for name, value in answer.getheaders():
            if name.lower() == "set-cookie":
                key, _equals, rest = value.partition("=")
                self.cookies[key] = rest.partition(";")[0]
        body = answer.read().decode()
        if answer.status not in (200, 302):
            raise RuntimeError(f"{path} answered {answer.status}")
        return body

    def send(self, path: str, typed: dict[str, object], drawn: str) -> str:
        """Send a form that was drawn at `drawn`."""
        found = TOKEN.search(self.ask("GET", drawn))
        assert found
        return self.ask("POST", path, {**typed, "csrfmiddlewaretoken": found[1]})

    def sign_in(self, number: str) -> None:
        typed: dict[str, object] = {"login": number, "password": PASSWORD}
        self.send("/sign-in/", typed, "/sign-in/")


def written(port: int, numbered: tuple[int, str], topic: int) -> float:
    """Sign in and write an entry; the seconds of the entry alone."""
    index, number = numbered
    guest = Guest(port)
    guest.sign_in(number)
    typed: dict[str, object] = {
        "topic": topic, "kind": "opinion", "stars": 1 + index % 5, "words": f"排队太长 {index}",
        "receipt": sealed(new_code()),
    }  # fmt: skip
    way = "unnamed" if index % 2 else "new"
    drawn = guest.ask("GET", "/feedback/new/canteen/")
    found = TOKEN.search(drawn)
    assert found
    began = time.monotonic()
    guest.ask("POST", f"/feedback/{way}/canteen/", {**typed, "csrfmiddlewaretoken": found[1]})
    return time.monotonic() - began


def menu_asked(port: int, number: str, over: Event) -> list[float]:
    """Open the menu again and again until the rush is over; the seconds of each time."""
    guest = Guest(port)
    guest.sign_in(number)
    times = []
    while not over.is_set():
        began = time.monotonic()
        guest.ask("GET", MENU)
        times.append(time.monotonic() - began)
        time.sleep(0.2)
    return times
