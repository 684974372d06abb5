"""A real Chromium at a phone's and a desktop's width, against a live server."""

import os
import threading
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
from allauth.account.internal.flows.login import record_authentication
from django.conf import settings
from django.core.signals import request_finished, request_started
from django.http import HttpRequest
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from campus.models import Person
from ops.browser import LAUNCH, browser_settings, find_chromium
from tests.conftest import PASSWORD
from tests.processes import wait_until

# Playwright keeps an event loop in this thread; the tests' own database calls beside it are fine.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

PHONE = {"width": 360, "height": 780}
DESKTOP = {"width": 1440, "height": 900}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "tests/browser" in str(item.path):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    path = find_chromium()
    assert path, "`make test` installs Chromium; run it once"
    os.environ |= browser_settings()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=LAUNCH)
        yield browser
        browser.close()


class Visitor:
    """Somebody at a browser; keeps every address asked for and every complaint of the page."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.address = address
        self.asked: set[str] = set()
        self.complaints: list[str] = []
        context.set_default_timeout(10_000)
        self.page: Page = context.new_page()
        self.page.on("request", lambda request: self.asked.add(request.url))
        self.page.on("console", self.listen)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def listen(self, message) -> None:
        if message.type in {"error", "warning"} and "status of 4" not in message.text:
            self.complaints.append(message.text)

    def goto(self, path: str) -> Page:
        self.page.goto(self.address + path)
        return self.page

    def sign_in(self, person: Person) -> Page:
        """As if the password had just been typed, which takes twice as long."""
        browser = Client()
        browser.force_login(person)
        request = HttpRequest()
        request.session = browser.session
        record_authentication(request, person, "password", username=person.number)
        request.session.save()
        name = settings.SESSION_COOKIE_NAME
        self.page.context.add_cookies(
            [{"name": name, "value": browser.cookies[name].value, "url": self.address}]
        )
        return self.goto("/")

    def type_in(self, person: Person) -> Page:
        """Sign in with number and password, as people do."""
        page = self.goto("/sign-in/")
        page.locator("input[name=login]").fill(person.number)
        page.locator("input[name=password]").fill(PASSWORD)
        page.locator("main form button.btn-primary").click()
        page.wait_for_url(self.address + "/")
        return page

    def foreign_hosts(self) -> set[str]:
        """Hosts other than the portal's own that any page has asked."""
        own = urlsplit(self.address).netloc
        return {urlsplit(url).netloc for url in self.asked if url.startswith("http")} - {own}

    def is_wider_than_its_screen(self) -> bool:
        """Whether the page can be scrolled sideways."""
        return self.page.evaluate("document.documentElement.scrollWidth > window.innerWidth")


@pytest.fixture(autouse=True)
def settled(live_server) -> Iterator[None]:
    """The database is emptied after a test; a page that is still being answered then would stand in
    the way."""
    under_way: set[int] = set()

    def begun(**_of_signal: Any) -> None:
        under_way.add(threading.get_ident())

    def ended(**_of_signal: Any) -> None:
        under_way.discard(threading.get_ident())

    request_started.connect(begun)
    request_finished.connect(ended)
    yield
    wait_until(lambda: not under_way)
    request_started.disconnect(begun)
    request_finished.disconnect(ended)


@pytest.fixture(params=[PHONE, DESKTOP], ids=["phone", "desktop"])
def visitor(request, chromium, live_server) -> Iterator[Visitor]:
    """A visitor at each of the two widths."""
    context = chromium.new_context(viewport=request.param, locale="zh-CN")
    yield Visitor(context, live_server.url)
    context.close()


@pytest.fixture
def desktop_visitor(chromium, live_server) -> Iterator[Visitor]:
    context = chromium.new_context(viewport=DESKTOP, locale="zh-CN")
    yield Visitor(context, live_server.url)
    context.close()


Arrive = Callable[..., Visitor]


@pytest.fixture
def somebody(chromium, live_server) -> Iterator[Arrive]:
    """`somebody(person)`: signed in on a phone of their own; on a screen of another `size`, or with
    other `options` of a browser, if they are given."""
    contexts = []

    def arrive(person: Person, size: dict[str, int] = PHONE, **options: Any) -> Visitor:
        contexts.append(
            chromium.new_context(viewport=size, locale="zh-CN", has_touch=True, **options)
        )
        visitor = Visitor(contexts[-1], live_server.url)
        visitor.sign_in(person)
        return visitor

    yield arrive
    for context in contexts:
        context.close()
