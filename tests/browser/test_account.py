"""Signing in with a second factor, and where one is signed in, in a real browser."""

from uuid import uuid4

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visitor
from tests.campus.account.codes import code_of, wrong_code
from tests.conftest import PASSWORD

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def own_cache(settings):
    """Counts of wrong tries that no other test, and no other test process, touches."""
    memory = "django.core.cache.backends.locmem.LocMemCache"
    settings.CACHES = {"default": {"BACKEND": memory, "LOCATION": uuid4().hex}}


@pytest.fixture(autouse=True)
def required(settings):
    settings.SECOND_FACTOR_REQUIRED = True


def send(page: Page) -> None:
    page.locator("main form button.btn-primary").click()


def set_up(visitor: Visitor, page: Page) -> str:
    """Read the key as somebody without a camera does, and type its code; the key."""
    expect(page.locator("img.account-qr")).to_be_visible()
    assert page.locator("img.account-qr").evaluate("each => each.naturalWidth") > 0
    page.locator("summary").click()
    secret = page.locator(".account-key").inner_text().strip()
    page.locator("input[name=code]").fill(code_of(secret))
    send(page)
    page.wait_for_url(visitor.address + reverse("mfa_view_recovery_codes"))
    return secret


def type_password(visitor: Visitor, person) -> Page:
    page = visitor.goto("/sign-in/")
    page.locator("input[name=login]").fill(person.number)
    page.locator("input[name=password]").fill(PASSWORD)
    send(page)
    return page


def sign_out(visitor: Visitor) -> None:
    visitor.goto("/sign-out/")
    send(visitor.page)
    visitor.page.wait_for_url("**/sign-in/**")


def test_an_administrator_sets_it_up_and_signs_in_with_codes(visitor, administrator):
    page = type_password(visitor, administrator)
    page.wait_for_url(visitor.address + reverse("mfa_activate_totp"))
    secret = set_up(visitor, page)
    codes = page.locator(".account-codes li").all_inner_texts()
    assert (len(codes), visitor.is_wider_than_its_screen()) == (10, False)
    sign_out(visitor)

    page = type_password(visitor, administrator)
    page.wait_for_url(visitor.address + reverse("mfa_authenticate"))
    page.locator("input[name=code]").fill(wrong_code(secret))
    send(page)
    expect(page.locator(".invalid-feedback")).to_be_visible()
    page.locator("input[name=code]").fill(code_of(secret, steps=1))
    send(page)
    page.wait_for_url(visitor.address + "/")
    sign_out(visitor)

    # A recovery code lets in once, and not twice.
    for is_left in (True, False):
        page = type_password(visitor, administrator)
        page.wait_for_url(visitor.address + reverse("mfa_authenticate"))
        page.locator("input[name=code]").fill(codes[0])
        send(page)
        if is_left:
            page.wait_for_url(visitor.address + "/")
            sign_out(visitor)
    expect(page.locator(".invalid-feedback")).to_be_visible()
    assert visitor.complaints == []
    assert visitor.foreign_hosts() == set()


def test_a_second_device_is_signed_out_from_the_first(desktop_visitor, chromium, teacher):
    visitor = desktop_visitor
    visitor.type_in(teacher)
    context = chromium.new_context(user_agent="Mozilla/5.0 (iPhone) MicroMessenger/8.0")
    other = Visitor(context, visitor.address)
    other.type_in(teacher)

    page = visitor.goto(reverse("account:devices"))
    expect(page.locator(".account-devices > li")).to_have_count(2)
    page.locator(".account-devices form button").click()
    expect(page.locator(".account-devices > li")).to_have_count(1)
    other.goto("/")
    assert "/sign-in/" in other.page.url
    context.close()
    assert visitor.complaints == []
