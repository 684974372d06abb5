"""Apps as administrators keep them."""

import pytest
from allauth.idp.oidc.models import Client as App

from campus.clients.forms import is_safe
from campus.models import AuditEntry
from tests.campus.clients.conftest import BACK

SAID = {"name": "社团报名", "redirect_uris": BACK, "logout_uris": "", "scopes": ["profile"]}


def test_an_administrator_makes_an_app_and_sees_its_secret_once(signed_in, administrator):
    browser = signed_in(administrator)
    page = browser.post("/apps/new/", SAID)
    app, secret = App.objects.get(), page.context["secret"]
    assert (page.status_code, secret in page.content.decode()) == (200, True)
    assert (app.check_secret(secret), secret in app.secret) == (True, False)
    assert app.get_scopes() == ["openid", "profile"]
    assert secret not in browser.get(f"/apps/{app.pk}/").content.decode()
    entry = AuditEntry.objects.get()
    assert (entry.kind, entry.by, secret in str(entry.facts)) == ("app_made", administrator, False)


def test_an_app_is_changed_given_a_secret_switched_off_and_on(signed_in, administrator):
    browser = signed_in(administrator)
    browser.post("/apps/new/", SAID)
    app = App.objects.get()
    assert browser.post(f"/apps/{app.pk}/", {**SAID, "name": "Other"}).status_code == 302
    secret = browser.post(f"/apps/{app.pk}/secret/").context["secret"]
    assert App.objects.get().check_secret(secret)
    for act in ("off", "on"):
        assert browser.post(f"/apps/{app.pk}/{act}/").status_code == 302
    kinds = list(AuditEntry.objects.order_by("id").values_list("kind", flat=True))
    assert kinds == ["app_made", "app_changed", "app_secret", "app_off", "app_on"]
    assert "Other" in browser.get("/apps/").content.decode()


@pytest.mark.parametrize(
    ("address", "safe"),
    [
        ("https://a.example/back", True),
        ("https://a.example:8443/back?x=1", True),
        ("http://127.0.0.1:3000/back", True),
        ("http://a.example/back", False),
        ("http://localhost/back", False),
        ("https://*.example/back", False),
        ("https://a.example/#x", False),
        ("https://user@a.example/", False),
        ("javascript:alert(1)", False),
        ("myapp://back", False),
        ("https://", False),
        ("//a.example/", False),
        ("https://a.example:x/", False),
    ],
)
def test_codes_are_sent_by_https_alone(address, safe):
    assert is_safe(address) is safe


def test_an_unsafe_address_is_said_at_its_field(signed_in, administrator):
    said = {**SAID, "redirect_uris": f"{BACK}\nhttp://a.example/"}
    page = signed_in(administrator).post("/apps/new/", said)
    assert (page.status_code, App.objects.count()) == (422, 0)
    assert list(page.context["form"].errors) == ["redirect_uris"]


def test_the_portal_says_of_itself_what_it_can(client, db):
    said = client.get("/.well-known/openid-configuration").json()
    assert said["issuer"] == "http://testserver"
    assert said["response_types_supported"] == ["code"]
    keys = client.get("/.well-known/jwks.json").json()["keys"]
    assert [set(key) & {"d", "p", "q"} for key in keys] == [set()]
