"""Every page, in both languages and both themes, has nothing that axe-core finds fault with."""

import pytest
from django.conf import settings
from playwright.sync_api import Page

from ops.assets import MODULES
from tests.browser.conftest import DESKTOP, Visitor
from tests.house.test_doors import things  # noqa: F401  # `things` is a fixture
from tests.house.test_pages import AREAS, pages_of
from tests.house.things import address

AXE = (MODULES / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
# Both languages and both themes: words differ by language, colours by theme.
LOOKS = [("zh-hans", "light"), ("en", "dark")]


@pytest.fixture
def reader(chromium, live_server, head, signed_in):
    """The head at a desktop, signed in."""
    context = chromium.new_context(viewport=DESKTOP, locale="zh-CN")
    session = signed_in(head).cookies[settings.SESSION_COOKIE_NAME].value
    context.add_cookies(
        [{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": live_server.url}]
    )
    yield Visitor(context, live_server.url)
    context.close()


def faults(page: Page) -> list[str]:
    """What axe-core finds on the page: the rule, and where."""
    page.evaluate(AXE)
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [
        f"{each['id']}: {node['target']} {node.get('failureSummary', '')}"
        for each in found["violations"]
        for node in each["nodes"]
    ]


def looked_at(visitor: Visitor, path: str, language: str, theme: str) -> list[str]:
    cookies = [("django_language", language), ("theme", theme)]
    visitor.page.context.add_cookies(
        [{"name": name, "value": value, "url": visitor.address} for name, value in cookies]
    )
    page = visitor.goto(path)
    return faults(page)


@pytest.mark.parametrize("area", AREAS)
def test_pages_can_be_read_by_everybody(reader, things, area):  # noqa: F811  # the fixture above
    found = {
        (name, *look): wrong
        for look in LOOKS
        for name in pages_of(area)
        if (wrong := looked_at(reader, address(name, things), *look))
    }
    assert found == {}


@pytest.mark.parametrize("look", LOOKS)
def test_the_sign_in_can_be_read_by_everybody(visitor, look):
    assert looked_at(visitor, "/sign-in/", *look) == []
