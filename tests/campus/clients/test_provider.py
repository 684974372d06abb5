"""The portal as an identity, read by a client library of others (Authlib) over the test client."""

from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
import requests
from authlib.integrations.requests_client import OAuth2Session  # type: ignore[import-untyped]  # has no types
from django.test import Client
from django.utils import timezone
from joserfc import jwt
from joserfc.jwk import KeySet
from requests.adapters import BaseAdapter

from campus.clients import actions
from campus.models import AuditEntry, Consent
from campus.people import actions as people
from logistics.settings.identity import signing_keys
from tests.campus.clients.conftest import BACK


class Portal(BaseAdapter):
    """Carries what a client library asks to the portal, without a network between."""

    def send(self, request: Any, *args: Any, **how: Any) -> requests.Response:
        parts = urlsplit(request.url)
        headers = {name.lower(): value for name, value in request.headers.items()}
        said = Client().generic(
            request.method, f"{parts.path}?{parts.query}", request.body or "",
            content_type=headers.pop("content-type", ""), headers=headers,
        )  # fmt: skip
        answer = requests.Response()
        answer.status_code, answer.request, answer.url = said.status_code, request, request.url
        answer._content = said.content
        answer.headers.update(said.headers)
        return answer

    def close(self) -> None:
        """Nothing is open."""


def session_of(app, scope: str = "openid profile school") -> OAuth2Session:
    """The app's own client."""
    client, secret = app
    session = OAuth2Session(
        client.pk, secret, scope=scope, redirect_uri=BACK, code_challenge_method="S256"
    )
    session.mount("http://", Portal())
    return session


def told(session: OAuth2Session) -> dict[str, Any]:
    return session.get(
        "http://testserver/.well-known/openid-configuration", withhold_token=True
    ).json()


VERIFIER = "a-verifier-of-at-least-forty-three-characters-long"


def asked(session: OAuth2Session, **more: Any) -> str:
    """The path to which the app sends a person."""
    url, _state = session.create_authorization_url(
        told(session)["authorization_endpoint"], code_verifier=VERIFIER, nonce="n-1", **more
    )
    parts = urlsplit(url)
    return f"{parts.path}?{parts.query}"


def agree(browser: Client, path: str, action: str = "grant") -> str:
    """What the person's browser is led to once they have said yes or no on the page."""
    page = browser.get(path)
    assert page.status_code == 200, page.headers
    said = {"request": page.context["form"]["request"].value(), "action": action}
    said["scopes"] = page.context["scopes"]
    return browser.post("/identity/authorize", said).headers["Location"]


def let_in(app, browser: Client) -> tuple[OAuth2Session, dict[str, Any]]:
    """The app with the tokens of a person who has let it in."""
    session = session_of(app)
    address = agree(browser, asked(session))
    token = session.fetch_token(
        told(session)["token_endpoint"], authorization_response=address, code_verifier=VERIFIER
    )
    return session, token


def claims_in(session: OAuth2Session, token: str) -> dict[str, Any]:
    """What an ID token says, its signature checked with the portal's own keys."""
    keys = KeySet.import_key_set(session.get(told(session)["jwks_uri"], withhold_token=True).json())
    return dict(jwt.decode(token, keys, algorithms=["RS256"]).claims)


def test_an_app_walks_the_whole_way(app, signed_in, teacher):
    session, token = let_in(app, signed_in(teacher))
    claims = claims_in(session, token["id_token"])
    subject = Consent.objects.get().subject
    assert {name: claims[name] for name in ("iss", "aud", "sub", "nonce", "name", "number")} == {
        "iss": "http://testserver", "aud": app[0].pk, "sub": subject, "nonce": "n-1",
        "name": "许知言", "number": "T005",
    }  # fmt: skip

    userinfo = told(session)["userinfo_endpoint"]
    assert session.get(userinfo).json() == {
        "sub": subject, "name": "许知言", "number": "T005", "preferred_username": "T005",
        "kind": "staff", "department": "课程教学处", "roles": [],
    }  # fmt: skip

    newer = session.refresh_token(told(session)["token_endpoint"])
    assert newer["access_token"] != token["access_token"]
    assert session.get(userinfo).status_code == 200
    session.revoke_token(told(session)["revocation_endpoint"], token=newer["access_token"])
    assert session.get(userinfo).status_code == 401


def test_of_a_pupil_nothing_more_is_told(app, signed_in, pupil):
    session, _token = let_in(app, signed_in(pupil))
    said = session.get(told(session)["userinfo_endpoint"]).json()
    said.pop("sub")
    assert said == {
        "name": "林暮云", "number": "20250301", "preferred_username": "20250301", "kind": "pupil",
        "class": "高一（3）班", "roles": [],
    }  # fmt: skip


def test_what_was_not_asked_is_not_told(app, signed_in, teacher):
    session = session_of(app, scope="openid")
    address = agree(signed_in(teacher), asked(session))
    session.fetch_token(
        told(session)["token_endpoint"], authorization_response=address, code_verifier=VERIFIER
    )
    assert list(session.get(told(session)["userinfo_endpoint"]).json()) == ["sub"]


def test_two_apps_know_a_person_by_two_names(app, administrator, signed_in, teacher):
    other = actions.make_app(
        by=administrator, ip="", at=timezone.now(), name="Other", redirect_uris=[BACK],
        logout_uris=[], scopes=["profile", "school"],
    )  # fmt: skip
    browser = signed_in(teacher)
    let_in(app, browser)
    let_in(other, browser)
    names = set(Consent.objects.values_list("subject", flat=True))
    assert (len(names), names & {"T005", str(teacher.pk)}) == (2, set())


def test_the_page_says_in_words_what_is_told(app, signed_in, teacher):
    page = signed_in(teacher).get(asked(session_of(app)))
    assert page.context["told"] == [
        "再次登录时能认出是您（使用只属于该应用的代号，不含任何个人信息）",
        "您的姓名",
        "您的工号（学号）、教职工或学生身份、部门或班级、职责",
    ]
    assert (
        "form-action 'self' https://club.school.example" in page.headers["Content-Security-Policy"]
    )


def test_whoever_says_no_is_led_back_with_a_no(app, signed_in, teacher):
    address = agree(signed_in(teacher), asked(session_of(app)), action="deny")
    assert (address.startswith(BACK), parse_qs(urlsplit(address).query)["error"]) == (
        True, ["access_denied"],
    )  # fmt: skip
    assert Consent.objects.count() == 0


def test_who_has_agreed_is_led_on_without_being_asked_again(app, signed_in, teacher):
    browser = signed_in(teacher)
    let_in(app, browser)
    page = browser.get(asked(session_of(app)))
    assert page.headers["Refresh"].startswith(f"0; url={BACK}?code=")
    more = browser.get(asked(session_of(app), prompt="consent"))
    assert "Refresh" not in more.headers


def test_a_consent_for_one_app_is_none_for_another(app, administrator, signed_in, teacher):
    """Silently, too."""
    browser = signed_in(teacher)
    let_in(app, browser)
    other = actions.make_app(
        by=administrator, ip="", at=timezone.now(), name="Other", redirect_uris=[BACK],
        logout_uris=[], scopes=["profile", "school"],
    )  # fmt: skip
    silent = browser.get(asked(session_of(other), prompt="none")).headers["Location"]
    assert parse_qs(urlsplit(silent).query)["error"] == ["consent_required"]
    known = browser.get(asked(session_of(app), prompt="none")).headers["Location"]
    assert "code" in parse_qs(urlsplit(known).query)


def test_whoever_is_not_signed_in_signs_in_first(app, client, db):
    answer = client.get(asked(session_of(app)))
    assert answer.headers["Location"].startswith("/sign-in/?next=/identity/authorize")


@pytest.mark.parametrize(
    "wrong",
    [
        {"redirect_uri": "https://evil.example/callback"},
        {"redirect_uri": BACK + "/more"},
        {"redirect_uri": BACK.replace("https", "http")},
        {"client_id": "unheard-of"},
        {"redirect_uri": ""},
    ],
)
def test_nobody_is_sent_where_the_app_does_not_live(app, signed_in, teacher, wrong):
    said = {
        "client_id": app[0].pk, "redirect_uri": BACK, "response_type": "code", "scope": "openid",
        **wrong,
    }  # fmt: skip
    answer = signed_in(teacher).get(f"/identity/authorize?{urlencode(said)}")
    assert (answer.status_code, "Location" in answer.headers) == (200, False)
    assert "该应用无法登录" in answer.content.decode()


def refusal(call) -> str:
    """The error with which the portal answers a client library."""
    with pytest.raises(Exception) as caught:  # noqa: PT011  # each library error has its own class
        call()
    return getattr(caught.value, "error", "")


def test_a_code_is_taken_once_and_fits_its_verifier(app, signed_in, teacher):
    session = session_of(app)
    address = agree(signed_in(teacher), asked(session))
    endpoint = told(session)["token_endpoint"]

    def fetch(verifier: str) -> Any:
        return session_of(app).fetch_token(
            endpoint, authorization_response=address, code_verifier=verifier
        )

    assert refusal(lambda: fetch("x" * 43)) == "invalid_grant"
    address = agree(signed_in(teacher), asked(session, prompt="consent"))
    fetch(VERIFIER)
    assert refusal(lambda: fetch(VERIFIER)) == "invalid_grant"


def test_a_wrong_secret_gets_nothing(app, signed_in, teacher):
    session = session_of((app[0], "wrong"))
    address = agree(signed_in(teacher), asked(session))
    fetch = lambda: session.fetch_token(  # noqa: E731  # said once, asked once
        told(session)["token_endpoint"], authorization_response=address, code_verifier=VERIFIER
    )
    assert refusal(fetch) == "invalid_client"


# Ends


def ended(session: OAuth2Session) -> tuple[int, str]:
    """What the app gets by its tokens: status of what is told, error of a refresh."""
    status = session.get(told(session)["userinfo_endpoint"]).status_code
    return status, refusal(lambda: session.refresh_token(told(session)["token_endpoint"]))


ALL_OVER = (401, "invalid_grant")


def test_taking_it_back_ends_it_at_once(app, signed_in, teacher):
    browser = signed_in(teacher)
    session, _token = let_in(app, browser)
    consent = Consent.objects.get()
    assert "社团报名" in browser.get("/account/apps/").content.decode()
    assert browser.post(f"/account/apps/{consent.pk}/take-back/").status_code == 302
    assert ended(session) == ALL_OVER
    kinds = AuditEntry.objects.order_by("id").values_list("kind", "by")
    assert list(kinds)[1:] == [("consent_given", teacher.pk), ("consent_back", teacher.pk)]
    let_in(app, browser)
    assert Consent.objects.get().subject == consent.subject


def test_nobody_takes_back_what_another_has_given(app, signed_in, teacher, head):
    let_in(app, signed_in(teacher))
    consent = Consent.objects.get()
    assert signed_in(head).post(f"/account/apps/{consent.pk}/take-back/").status_code == 404


def test_whoever_leaves_is_known_to_no_app_any_more(app, signed_in, teacher, head, semester):
    session, _token = let_in(app, signed_in(teacher))
    people.end_person(teacher, on=timezone.localdate(), by=head, at=timezone.now())
    assert ended(session) == ALL_OVER


def test_leaving_by_a_roster_ends_it_as_well(app, signed_in, teacher):
    """Whoever writes the row: the database itself sees to it."""
    session, _token = let_in(app, signed_in(teacher))
    type(teacher).objects.filter(pk=teacher.pk).update(is_active=False)
    assert ended(session) == ALL_OVER


def test_an_app_that_is_off_gets_nothing(app, administrator, signed_in, teacher):
    session, _token = let_in(app, signed_in(teacher))
    by: dict[str, Any] = {"by": administrator, "ip": "", "at": timezone.now()}
    actions.switch_app(app[0], to_on=False, **by)
    status, error = ended(session)
    assert (status, error in {"unauthorized_client", "invalid_grant"}) == (401, True)
    said = signed_in(teacher).get(asked(session_of(app))).headers["Location"]
    assert parse_qs(urlsplit(said).query)["error"] == ["unauthorized_client"]
    actions.switch_app(app[0], to_on=True, **by)
    let_in_again(app, signed_in(teacher))


def test_a_new_secret_ends_the_old_one(app, administrator, signed_in, teacher):
    session, _token = let_in(app, signed_in(teacher))
    actions.new_secret(app[0], by=administrator, ip="", at=timezone.now())
    assert ended(session) == (401, "invalid_client")


def test_keys_change_without_anybody_noticing(settings, keys, app, signed_in, teacher):
    session, token = let_in(app, signed_in(teacher))
    settings.IDP_OIDC_PRIVATE_KEYS = signing_keys(f"{keys[1]},{keys[0]}")
    assert claims_in(session, token["id_token"])["number"] == "T005"
    _session, newer = let_in_again(app, signed_in(teacher))
    assert claims_in(session, newer["id_token"])["number"] == "T005"
    headers = [requests_header(each["id_token"]) for each in (token, newer)]
    assert headers[0]["kid"] != headers[1]["kid"]


def let_in_again(app, browser: Client) -> tuple[OAuth2Session, dict[str, Any]]:
    """The same for who has agreed before."""
    session = session_of(app)
    address = browser.get(asked(session)).headers["Refresh"].partition("url=")[2]
    token = session.fetch_token(
        told(session)["token_endpoint"], authorization_response=address, code_verifier=VERIFIER
    )
    return session, token


def requests_header(token: str) -> dict[str, Any]:
    from joserfc.jws import extract_compact

    return dict(extract_compact(token.encode()).headers())


def test_an_app_signs_somebody_out_of_the_portal_as_well(app, signed_in, teacher):
    browser = signed_in(teacher)
    _session, token = let_in(app, browser)
    said = {
        "id_token_hint": token["id_token"], "state": "s",
        "post_logout_redirect_uri": "https://club.school.example/bye",
    }  # fmt: skip
    assert browser.get(f"/identity/sign-out?{urlencode(said)}").status_code == 200
    assert browser.get("/account/").status_code == 200
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = browser.cookies
    page = strict.get(f"/identity/sign-out?{urlencode(said)}")
    csrf = page.context["csrf_token"]
    answer = strict.post(
        "/identity/sign-out", {**said, "action": "leave", "csrfmiddlewaretoken": str(csrf)}
    )
    assert answer.headers["Location"] == "https://club.school.example/bye?state=s"
    assert browser.get("/account/").status_code == 302


def test_nothing_leads_to_a_foreign_place_after_signing_out(app, signed_in, teacher):
    said = {"client_id": app[0].pk, "post_logout_redirect_uri": "https://evil.example/"}
    answer = signed_in(teacher).get(f"/identity/sign-out?{urlencode(said)}")
    assert "evil.example" not in str(answer.headers)
