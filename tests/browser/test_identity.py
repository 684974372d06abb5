"""Coming in with the school's identity and being one for an app, in a real browser."""

from collections.abc import Iterator
from uuid import uuid4

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from campus.clients import actions
from campus.clients.keys import new_key
from campus.models import AuditEntry, JoiningRule, LinkedIdentity
from logistics.settings.identity import signing_keys
from tests.browser.conftest import Visitor
from tests.browser.test_accessibility import looked_at
from tests.conftest import PASSWORD
from tests.identity_server.others import Services, identity_services
from tests.identity_server.running import IdentityServer, identity_server

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(scope="session")
def running(live_server) -> Iterator[IdentityServer]:
    with identity_server([live_server.url]) as server:
        yield server


@pytest.fixture(scope="session")
def site() -> Iterator[Services]:
    """Where an app lives."""
    with identity_services() as services:
        yield services


@pytest.fixture(scope="session")
def key() -> str:
    return new_key()


@pytest.fixture(autouse=True)
def own_cache(settings):
    memory = "django.core.cache.backends.locmem.LocMemCache"
    settings.CACHES = {"default": {"BACKEND": memory, "LOCATION": uuid4().hex}}


@pytest.fixture
def identity(running, settings) -> IdentityServer:
    running.post("reset", {})
    settings.IDENTITY_WAYS = {"oidc": running.way()}
    return running


def go_there(visitor: Visitor, path: str = "/sign-in/") -> Page:
    """To the page of the school's identity, by the button."""
    page = visitor.goto(path)
    page.locator("main a.btn-primary").click()
    expect(page.locator("input[name=account]")).to_be_visible()
    return page


def sign_in_there(visitor: Visitor, identity: IdentityServer, number: str, path: str) -> Page:
    identity.set(accounts={f"sub-{number}": {"preferred_username": number, "name": "x"}})
    page = go_there(visitor, path)
    page.locator("input[name=account]").fill(f"sub-{number}")
    page.locator("button[value=in]").click()
    return page


def test_somebody_comes_in_and_is_signed_out_in_both_places(visitor, identity, teacher):
    page = visitor.goto("/sign-in/?next=/inbox/")
    expect(page.locator("input[name=password]")).to_be_hidden()
    assert visitor.is_wider_than_its_screen() is False
    sign_in_there(visitor, identity, "T005", "/sign-in/?next=/inbox/")
    page.wait_for_url(visitor.address + "/inbox/")

    visitor.goto("/sign-out/")
    page.locator("main form button").click()
    page.locator("button[value=yes]").click()
    page.wait_for_url("**/sign-in/**")
    # Over there nobody is signed in any more either: it asks who one is.
    go_there(visitor)
    kinds = list(AuditEntry.objects.order_by("id").values_list("kind", flat=True))
    assert (kinds[0], visitor.complaints) == ("sign_in", [])


def test_signed_out_there_is_signed_out_here(desktop_visitor, identity, teacher):
    page = sign_in_there(desktop_visitor, identity, "T005", "/sign-in/")
    page.wait_for_url(desktop_visitor.address + "/")
    page.goto(f"{identity.address}/session/end")
    page.locator("button[value=yes]").click()
    page.wait_for_load_state("networkidle")
    desktop_visitor.goto("/inbox/")
    page.wait_for_url("**/sign-in/?next=/inbox/")
    assert AuditEntry.objects.latest("id").kind == "sign_out_from_there"


def test_a_new_key_disturbs_nobody(desktop_visitor, identity, teacher):
    sign_in_there(desktop_visitor, identity, "T005", "/sign-in/")
    desktop_visitor.page.wait_for_url(desktop_visitor.address + "/")
    identity.rotate()
    desktop_visitor.page.context.clear_cookies()
    sign_in_there(desktop_visitor, identity, "T005", "/sign-in/")
    desktop_visitor.page.wait_for_url(desktop_visitor.address + "/")


def test_who_is_not_known_reads_why_and_whom_to_ask(visitor, identity, db):
    page = sign_in_there(visitor, identity, "X9", "/sign-in/")
    expect(page.locator("h1")).to_have_text("未能登录")
    expect(page.locator("main")).to_contain_text("平台没有这个工号（学号）")
    expect(page.locator("main code")).to_have_text("unknown")
    assert visitor.is_wider_than_its_screen() is False
    page.locator("main a.btn-primary").click()
    page.wait_for_url(visitor.address + "/sign-in/")


def test_who_breaks_it_off_can_still_use_the_password(desktop_visitor, identity, teacher):
    page = go_there(desktop_visitor)
    page.locator("button[value=out]").click()
    expect(page.locator("main code")).to_have_text("cancelled")
    desktop_visitor.goto("/sign-in/")
    page.locator("summary").click()
    page.locator("input[name=login]").fill("T005")
    page.locator("input[name=password]").fill(PASSWORD)
    page.locator("main details form button").click()
    page.wait_for_url(desktop_visitor.address + "/")


def test_the_service_is_down(desktop_visitor, identity, db):
    identity.set(down=True)
    page = desktop_visitor.goto("/sign-in/")
    page.locator("main a.btn-primary").click()
    expect(page.locator("main code")).to_have_text("unreachable")


def test_an_app_is_let_in_once_and_led_on_later(
    visitor, settings, site, key, teacher, administrator
):
    """From the sign-in over the consent to the app: the policy lets each form through."""
    settings.IDP_OIDC_PRIVATE_KEYS = signing_keys(key)
    settings.SITE_URL = visitor.address
    site.rest()
    site.answers["/callback"] = (200, "<p>In the app</p>")
    back = f"{site.address}/callback"
    app, _secret = actions.make_app(
        by=administrator, ip="", at=timezone.now(), name="社团报名", redirect_uris=[back],
        logout_uris=[], scopes=["profile", "school"],
    )  # fmt: skip
    path = (
        f"/identity/authorize?client_id={app.pk}&response_type=code&scope=openid+school&state=s"
        f"&redirect_uri={back}"
    )
    page = visitor.goto(path)
    page.locator("input[name=login]").fill("T005")
    page.locator("input[name=password]").fill(PASSWORD)
    page.locator("main form button.btn-primary").click()
    expect(page.locator("h1")).to_have_text("允许“社团报名”登录？")
    assert visitor.is_wider_than_its_screen() is False
    page.locator("button[value=grant]").click()
    page.wait_for_url(f"{back}?code=*")
    page.context.clear_cookies()
    visitor.goto(path)
    page.locator("input[name=login]").fill("T005")
    page.locator("input[name=password]").fill(PASSWORD)
    page.locator("main form button.btn-primary").click()
    page.wait_for_url(f"{back}?code=*")
    assert [each for each in visitor.complaints if "Content" in each] == []


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_its_pages_can_be_read_by_everybody(desktop_visitor, identity, administrator, language):
    """Those that the standing walk does not reach: ways switched on, and administrators' own."""
    visitor, at = desktop_visitor, timezone.now()
    link = LinkedIdentity.objects.create(way="oidc", uid="x", person=administrator, linked_at=at)
    rule = JoiningRule.objects.create(way="oidc", pattern="T9*")
    app, _secret = actions.make_app(
        by=administrator, ip="", at=at, name="App", redirect_uris=["https://app.example/"],
        logout_uris=[], scopes=["profile"],
    )  # fmt: skip
    asking = f"client_id={app.pk}&response_type=code&redirect_uri=https://app.example/"
    visitor.page.emulate_media(reduced_motion="reduce")
    found = {"sign-in": looked_at(visitor, "/sign-in/", language)}
    found["turned away"] = looked_at(visitor, "/sign-in/with/oidc/back/", language)
    visitor.goto("/sign-in/").locator("summary").click()
    visitor.page.locator("input[name=login]").fill(administrator.number)
    visitor.page.locator("input[name=password]").fill(PASSWORD)
    visitor.page.locator("main details form button").click()
    visitor.page.wait_for_url(visitor.address + "/")
    for path in (
        "/account/ways/", "/account/apps/", "/people/identities/", f"/people/identities/{link.pk}/",
        "/people/joining/", f"/people/joining/{rule.pk}/", "/apps/", f"/apps/{app.pk}/",
        f"/identity/authorize?{asking}",
    ):  # fmt: skip
        found[path] = looked_at(visitor, path, language, is_alone=True)
    assert {path: wrong for path, wrong in found.items() if wrong} == {}
