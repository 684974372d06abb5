"""Every page has nothing that axe-core finds fault with; languages and themes take turns."""

import pytest
from django.conf import settings
from playwright.sync_api import Page

from ops.assets import MODULES
from tests.browser.conftest import DESKTOP, Visitor
from tests.house.test_doors import things  # noqa: F401  # `things` is a fixture
from tests.house.test_pages import GROUPS, pages_of
from tests.house.things import address

AXE = (MODULES / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
LANGUAGES, THEMES = ("zh-hans", "en"), ("light", "dark")
# Words are the same by night; only colours are looked at again.
BY_NIGHT = "{runOnly: ['color-contrast'], resultTypes: ['violations']}"
# What stands around each page is the same: it is looked at with a group's first of each language,
# and taken away from the others, since axe-core reads all that there is.
ALONE = "main => document.body.replaceChildren(main)"
BY_DAY = "{resultTypes: ['violations']}"


@pytest.fixture
def reader(chromium, live_server, head, signed_in):
    """The head at a desktop, signed in."""
    # Colours that fade from one theme to the other would be measured half way.
    context = chromium.new_context(
        viewport=DESKTOP, locale="zh-CN", reduced_motion="reduce"
    )  # fmt: skip
    session = signed_in(head).cookies[settings.SESSION_COOKIE_NAME].value
    context.add_cookies(
        [{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": live_server.url}]
    )
    yield Visitor(context, live_server.url)
    context.close()


def faults(page: Page, options: str) -> list[str]:
    """What axe-core finds in the page: the rule, and where."""
    found = page.evaluate(f"axe.run({options})")
    return [
        f"{each['id']}: {node['target']} {node.get('failureSummary', '')}"
        for each in found["violations"]
        for node in each["nodes"]
    ]


def looked_at(
    visitor: Visitor, path: str, language: str, themes: str = "both", *, is_alone: bool = False
) -> list[str]:
    """Faults of the page by day, then of its colours by night; with one of the `themes` alone all
    faults in that one; `is_alone` looks at its main part alone."""
    first = "dark" if themes == "dark" else "light"
    cookies = [("django_language", language), ("theme", first)]
    visitor.page.context.add_cookies(
        [{"name": name, "value": value, "url": visitor.address} for name, value in cookies]
    )
    page = visitor.goto(path)
    if is_alone and (main := page.query_selector("main")):
        main.evaluate(ALONE)
    page.evaluate(AXE)
    by_day = faults(page, BY_DAY)
    if themes != "both":
        return by_day
    page.evaluate("document.documentElement.setAttribute('data-bs-theme', 'dark')")
    return by_day + faults(page, BY_NIGHT)


@pytest.mark.long
@pytest.mark.parametrize("areas", GROUPS)
def test_pages_can_be_read_by_everybody(reader, things, areas):  # noqa: F811  # the fixture above
    found = {
        name: wrong
        for number, name in enumerate(pages_of(areas))
        if (
            wrong := looked_at(
                reader,
                address(name, things),
                LANGUAGES[number % 2],
                THEMES[number // 2 % 2],
                is_alone=number > 1,
            )
        )
    }
    assert found == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sign_in_can_be_read_by_everybody(visitor, language):
    visitor.page.emulate_media(reduced_motion="reduce")
    assert looked_at(visitor, "/sign-in/", language) == []
