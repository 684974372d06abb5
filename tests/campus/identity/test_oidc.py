"""Signing in with the school's identity by OpenID Connect, against a certified service."""

from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from django.test import Client

from campus.models import AuditEntry, IdentitySession, LinkedIdentity
from tests.campus.identity.conftest import is_in, turned_away
from tests.conftest import make_person
from tests.identity_server.running import Walker


def test_the_sign_in_page_is_as_ever_while_nothing_is_switched_on(client, db):
    text = client.get("/sign-in/").content.decode()
    assert ("/sign-in/with/" in text, "<details" in text) == (False, False)
    assert client.get("/sign-in/with/oidc/").status_code == 404


def test_the_sign_in_page_shows_what_is_switched_on_and_folds_the_form(client, db, identity):
    text = client.get("/sign-in/?next=/inbox/").content.decode()
    shown = (
        "云起统一身份" in text,
        '/sign-in/with/oidc/?next=/inbox/"' in text,
        "<details" in text,
    )
    assert shown == (True, True, True)


def test_a_teacher_comes_in_by_number_and_lands_where_they_wanted_to_go(
    identity, walker, teacher, logged
):
    identity.signs_in("T005")
    answer = walker.sign_in("/sign-in/with/oidc/?next=/inbox/")
    assert (answer.status_code, answer.headers["Location"]) == (302, "/inbox/")
    assert is_in(walker.client)
    link = LinkedIdentity.objects.get()
    assert (link.way, link.uid, link.person) == ("oidc", "sub-T005", teacher)
    assert logged() == [("sign_in", "", "", None)]
    entry = AuditEntry.objects.get()
    assert (entry.by, str(entry.ip), entry.sentence) == (
        teacher, "127.0.0.1", "以云起统一身份登录。",
    )  # fmt: skip


@pytest.mark.parametrize("foreign", ["https://evil.example/", "//evil.example/x", "javascript:x"])
def test_nobody_is_led_to_a_foreign_place(identity, walker, teacher, foreign):
    identity.signs_in("T005")
    answer = walker.sign_in(f"/sign-in/with/oidc/?{urlencode({'next': foreign})}")
    assert answer.headers["Location"] == "/"


def test_what_goes_there_is_bound_to_this_browser(identity, walker):
    asked = {
        name: values[0]
        for name, values in parse_qs(urlsplit(walker.leave("/sign-in/with/oidc/")).query).items()
    }
    sizes = {name: len(asked.pop(name)) for name in ("state", "nonce", "code_challenge")}
    assert sizes == {"state": 16, "nonce": 43, "code_challenge": 43}
    assert asked.pop("scope").split() in (["openid", "profile"], ["profile", "openid"])
    assert asked == {
        "client_id": "steward", "response_type": "code", "code_challenge_method": "S256",
        "redirect_uri": "http://testserver/sign-in/with/oidc/back/",
    }  # fmt: skip


def test_nothing_of_it_is_taken_from_the_address(identity, walker):
    plain = parse_qs(urlsplit(walker.leave("/sign-in/with/oidc/")).query)
    tricked = parse_qs(
        urlsplit(
            walker.leave("/sign-in/with/oidc/?auth_params=nonce%3Dx&scope=email&process=redirect")
        ).query
    )
    assert tricked.keys() == plain.keys()
    assert tricked["nonce"] != ["x"]


def test_full_width_digits_and_blanks_are_the_same_number(identity, walker, teacher):
    identity.signs_in(" Ｔ００５ ", sub="wide")
    walker.sign_in()
    assert is_in(walker.client)


@pytest.mark.parametrize("number", ["t005", "T0055", "T00"])
def test_a_number_is_matched_exactly(identity, walker, teacher, logged, number):
    identity.signs_in(number)
    assert turned_away(walker.sign_in()) == "unknown"
    assert logged() == [("sign_in_refused", "unknown", f" {number}", None)]


def test_nobody_is_found_by_e_mail_or_name(identity, walker, head, logged):
    identity.signs_in("X", email="head@school.example", email_verified=True, name="程远山")
    assert turned_away(walker.sign_in()) == "unknown"


def test_the_page_says_whom_to_ask_in_both_languages(identity, walker, db):
    identity.signs_in("X1")
    answer = walker.sign_in()
    assert "请联系后勤服务处登记" in answer.content.decode()
    walker.client.cookies["django_language"] = "en"
    assert "Ask the logistics office to add you" in walker.sign_in().content.decode()


# What is refused, each with a page and a record


def test_an_answer_is_taken_once(identity, walker, teacher, logged):
    identity.signs_in("T005")
    answer = walker.answer_of(walker.leave("/sign-in/with/oidc/"))
    assert walker.client.get(answer).status_code == 302
    assert turned_away(walker.client.get(answer)) == "state"
    assert logged() == [("sign_in", "", "", None), ("sign_in_refused", "state", "", None)]


def test_an_answer_is_worth_nothing_in_another_browser(identity, walker, teacher, logged):
    identity.signs_in("T005")
    stolen = walker.answer_of(walker.leave("/sign-in/with/oidc/"))
    thief = Client()
    assert turned_away(thief.get(stolen)) == "state"
    thief.get("/sign-in/with/oidc/")
    assert turned_away(thief.get(stolen)) == "state"
    assert is_in(thief) is False


@pytest.mark.parametrize(
    "query", ["", "code=x", "code=x&state=y", "state=y", "error=access_denied"]
)
def test_an_answer_without_its_state_is_none(identity, walker, logged, query):
    assert turned_away(walker.client.get(f"/sign-in/with/oidc/back/?{query}")) == "state"
    assert logged() == [("sign_in_refused", "state", "", None)]


def test_a_stolen_code_does_not_fit_another_browser_s_state(identity, walker, teacher, logged):
    """The thief puts the code into an answer of their own: PKCE ties it to whoever asked."""
    identity.signs_in("T005")
    stolen = parse_qs(urlsplit(walker.answer_of(walker.leave("/sign-in/with/oidc/"))).query)
    thief = Walker()
    own = parse_qs(urlsplit(thief.leave("/sign-in/with/oidc/")).query)
    mixed = urlencode(
        {"code": stolen["code"][0], "state": own["state"][0], "iss": stolen["iss"][0]}
    )
    assert turned_away(thief.client.get(f"/sign-in/with/oidc/back/?{mixed}")) == "code"
    assert is_in(thief.client) is False


@pytest.mark.parametrize(
    ("tamper", "reason"),
    [
        ({"claims": {"nonce": "another"}}, "nonce"),
        ({"claims": {"nonce": None}}, "nonce"),
        ({"claims": {"iss": "https://evil.example"}}, "issuer"),
        ({"claims": {"aud": "another-app"}}, "audience"),
        ({"claims": {"aud": ["steward", "another-app"]}}, "audience"),
        ({"claims": {"azp": "another-app"}}, "audience"),
        ({"claims": {"exp": 1}}, "expired"),
        ({"claims": {"iat": 99999999999}}, "expired"),
        ({"claims": {"sub": "somebody-else"}}, "subject"),
        ({"claims": {"sub": None}}, "unreadable"),
        ({"header": {"kid": "unheard-of"}}, "key"),
        ({"header": {"alg": "none"}}, "algorithm"),
        ({"header": {"alg": "HS256"}}, "algorithm"),
        ({"iss": "https://evil.example"}, "issuer"),
    ],
)
def test_a_forged_answer_is_refused(identity, walker, teacher, logged, tamper, reason):
    identity.signs_in("T005")
    identity.set(tamper=tamper)
    assert turned_away(walker.sign_in()) == reason
    assert logged() == [("sign_in_refused", reason, "", None)]
    assert is_in(walker.client) is False


def test_a_foreign_signature_is_refused(identity, walker, teacher, logged):
    """The token has come straight from the service; it is checked all the same."""
    identity.signs_in("T005")
    identity.set(foreign=True)
    assert turned_away(walker.sign_in()) == "signature"


def test_a_new_key_is_taken_up_by_itself(identity, walker, teacher):
    identity.signs_in("T005")
    walker.sign_in()
    identity.rotate()
    later = Walker()
    later.sign_in()
    assert is_in(later.client)


@pytest.mark.parametrize(
    ("handles", "reason"),
    [({"refuses": "access_denied"}, "cancelled"), ({"refuses": "server_error"}, "denied")],
)
def test_the_service_says_no(identity, walker, logged, handles, reason):
    identity.set(**handles)
    assert turned_away(walker.sign_in()) == reason
    assert logged() == [("sign_in_refused", reason, "", None)]


def test_the_service_does_not_answer_on_the_way_back(identity, walker, teacher, logged):
    identity.signs_in("T005")
    answer = walker.answer_of(walker.leave("/sign-in/with/oidc/"))
    identity.set(down=True)
    assert turned_away(walker.client.get(answer)) == "unreachable"


def test_nobody_is_at_the_address_of_the_service(settings, identity, walker, logged):
    settings.IDENTITY_WAYS = {"oidc": identity.way(issuer="http://127.0.0.1:9")}
    assert turned_away(walker.client.get("/sign-in/with/oidc/")) == "unreachable"
    assert logged() == [("sign_in_refused", "unreachable", "", None)]


def test_a_service_in_another_s_name_is_not_believed(settings, identity, walker):
    settings.IDENTITY_WAYS = {"oidc": identity.way(issuer=identity.address + "/")}
    assert turned_away(walker.client.get("/sign-in/with/oidc/")) == "issuer"


# Whom it belongs to


def test_whoever_has_left_stays_out(identity, walker, teacher, logged):
    teacher.is_active = False
    teacher.save()
    identity.signs_in("T005")
    assert turned_away(walker.sign_in()) == "left"
    assert logged() == [("sign_in_refused", "left", "", teacher.pk)]
    assert LinkedIdentity.objects.count() == 0


def test_a_linked_identity_keeps_its_number(identity, walker, teacher, head, logged):
    identity.signs_in("T005", sub="one")
    walker.sign_in()
    identity.signs_in("T001", sub="one")
    assert turned_away(Walker().sign_in()) == "other_number"
    assert logged()[1:] == [("sign_in_refused", "other_number", "", teacher.pk)]


def test_a_linked_number_keeps_its_identity(identity, walker, teacher, logged):
    identity.signs_in("T005", sub="one")
    walker.sign_in()
    identity.signs_in("T005", sub="another")
    assert turned_away(Walker().sign_in()) == "other_identity"
    assert logged()[1:] == [("sign_in_refused", "other_identity", "", teacher.pk)]


def test_without_a_number_nobody_comes_in(identity, walker, logged):
    identity.set(signedInAs="x", accounts={"x": {"name": "Somebody"}})
    assert turned_away(walker.sign_in()) == "no_number"


def test_somebody_else_at_the_same_device_takes_it_over(identity, walker, teacher, head):
    identity.signs_in("T005")
    walker.sign_in()
    identity.signs_in("T001")
    walker.there.cookies.clear()
    walker.sign_in()
    assert walker.client.get("/account/").context["user"] == head
    assert IdentitySession.objects.latest("id").person == head


# Passwords and second factors


def test_a_first_password_holds_up_nobody_who_does_not_use_it(identity, walker, db):
    make_person("T009", "柳依依", must_change_password=True)
    identity.signs_in("T009")
    walker.sign_in()
    assert is_in(walker.client)


def test_an_administrator_still_needs_a_second_factor(settings, identity, walker, administrator):
    settings.SECOND_FACTOR_REQUIRED = True
    identity.signs_in("T004")
    walker.sign_in()
    assert walker.client.get("/account/").headers["Location"] == "/account/second-factor/set-up/"


def test_a_trusted_service_s_second_factor_is_enough(settings, identity, walker, administrator):
    settings.SECOND_FACTOR_REQUIRED = True
    settings.IDENTITY_WAYS = {"oidc": identity.way(factors=["otp", "mfa"])}
    identity.signs_in("T004")
    identity.set(tamper={"claims": {"amr": ["pwd", "otp"]}})
    walker.sign_in()
    assert is_in(walker.client)


def test_one_that_nobody_trusts_is_not(settings, identity, walker, administrator):
    settings.SECOND_FACTOR_REQUIRED = True
    identity.signs_in("T004")
    identity.set(tamper={"claims": {"amr": ["pwd", "otp"]}})
    walker.sign_in()
    assert is_in(walker.client) is False


# Confirming that it is oneself


@pytest.fixture
def gone_stale(monkeypatch):
    """What was typed counts as long ago."""
    monkeypatch.setattr("allauth.account.app_settings.REAUTHENTICATION_TIMEOUT", -1)
    return lambda: monkeypatch.setattr("allauth.account.app_settings.REAUTHENTICATION_TIMEOUT", 300)


def test_whoever_came_by_identity_confirms_by_it_and_types_no_password(
    identity, walker, administrator, gone_stale
):
    identity.signs_in("T004")
    walker.sign_in()
    asked = walker.client.post("/account/tokens/new/", {"name": "门禁", "scopes": ["places:read"]})
    assert asked.headers["Location"].startswith("/account/confirm/")
    page = walker.client.get("/account/confirm/?next=/account/tokens/new/").content.decode()
    way = "/sign-in/with/oidc/?again=1&amp;next=/account/tokens/new/"
    assert way in page
    gone_stale()
    leaving = parse_qs(urlsplit(walker.leave(way.replace("&amp;", "&"))).query)
    assert (leaving["prompt"], leaving["max_age"]) == (["login"], ["0"])
    answer = walker.sign_in(way.replace("&amp;", "&"))
    assert answer.headers["Location"] == "/account/tokens/new/"
    made = walker.client.post("/account/tokens/new/", {"name": "门禁", "scopes": ["places:read"]})
    assert "/account/confirm/" not in made.headers.get("Location", "")


def test_whoever_has_linked_none_is_asked_for_the_password(identity, signed_in, administrator):
    page = (
        signed_in(administrator).get("/account/confirm/?next=/account/tokens/new/").content.decode()
    )
    assert "again=1" not in page
