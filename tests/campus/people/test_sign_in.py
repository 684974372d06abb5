"""Signing in by number."""

from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from tests.conftest import PASSWORD


@pytest.fixture(autouse=True)
def own_cache(settings):
    """Counts of wrong tries that no other test, and no other test process, touches."""
    memory = "django.core.cache.backends.locmem.LocMemCache"
    settings.CACHES = {"default": {"BACKEND": memory, "LOCATION": uuid4().hex}}


def sign_in(client: Client, number: str, password: str = PASSWORD):
    return client.post(reverse("account_login"), {"login": number, "password": password})


def test_number_and_password_lead_to_my_day(client, head):
    assert sign_in(client, head.number).headers["Location"] == "/"


def test_a_number_typed_in_full_width_is_the_same_number(client, head):
    assert sign_in(client, "Ｔ００１ ").headers["Location"] == "/"


def test_every_page_asks_for_sign_in_first(client, db):
    answer = client.get("/")
    assert answer.headers["Location"] == f"{reverse('account_login')}?next=/"


def test_a_first_password_opens_only_the_page_that_replaces_it(client, head):
    head.must_change_password = True
    head.save()
    sign_in(client, head.number)
    assert client.get("/").headers["Location"] == reverse("people:password")
    assert [client.get(reverse(name)).status_code for name in ("accent", "badge")] == [200, 200]
    new = {"current": PASSWORD, "new": "mountain-path-7", "again": "mountain-path-7"}
    assert client.post(reverse("people:password"), new).headers["Location"] == "/"
    assert client.get("/").status_code == 200


def test_the_new_password_must_differ_from_the_first(client, head):
    client.force_login(head)
    same = {"current": PASSWORD, "new": PASSWORD, "again": PASSWORD}
    answer = client.post(reverse("people:password"), same)
    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == ["new"]


def test_five_wrong_passwords_shut_the_account_also_for_the_right_one(client, head):
    for _ in range(5):
        sign_in(client, head.number, "wrong")
    assert sign_in(client, head.number).status_code == 200
    assert client.get("/").status_code == 302


def test_people_who_left_cannot_sign_in(client, head):
    head.is_active = False
    head.save()
    sign_in(client, head.number)
    assert client.get("/").status_code == 302
