"""Signing in by SAML, with assertions that are really signed."""

import base64
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
import xmlsec
from django.test import Client

from campus.models import IdentitySession, LinkedIdentity
from tests.campus.identity.conftest import is_in, turned_away
from tests.campus.identity.saml_idp import PORTAL, IdP, question_in

ACS = "/sign-in/saml/school/"


@pytest.fixture(scope="session")
def idp() -> IdP:
    return IdP()


def browser() -> Client:
    """One that names its host, as browsers do."""
    return Client(headers={"host": "testserver"})


@pytest.fixture
def client(db) -> Client:
    return browser()


@pytest.fixture(autouse=True)
def switched_on(settings, idp) -> None:
    settings.IDENTITY_WAYS = {"saml": idp.way()}


def ask(client: Client, path: str = "/sign-in/with/saml/") -> str:
    """The question with which the portal sends this browser off."""
    return question_in(client.get(path).headers["Location"])


def post(client: Client, response: str) -> Any:
    """What the portal says to a response that the provider has this browser post."""
    led = client.post(ACS, {"SAMLResponse": response})
    return client.get(led.headers["Location"])


def test_a_signed_assertion_lets_in(client, idp, teacher, logged):
    question = ask(client, "/sign-in/with/saml/?next=/inbox/")
    answer = post(client, idp.respond(question))
    assert (answer.status_code, answer.headers["Location"]) == (302, "/inbox/")
    assert is_in(client)
    assert LinkedIdentity.objects.get().uid == "name-of-T005"
    assert logged() == [("sign_in", "", "", None)]


@pytest.mark.parametrize(
    ("lies", "reason"),
    [
        ({"sign": False}, "signature"),
        ({"audience": "https://another.example"}, "audience"),
        ({"acs": "https://another.example/acs"}, "audience"),
        ({"issuer": "https://evil.example"}, "issuer"),
        ({"until": "2020-01-01T00:00:00Z"}, "expired"),
        ({"since": "2035-01-01T00:00:00Z"}, "expired"),
        ({"number": "X9"}, "unknown"),
        ({"number": ""}, "no_number"),
    ],
)
def test_what_does_not_pass_is_refused_and_noted(client, idp, teacher, logged, lies, reason):
    assert turned_away(post(client, idp.respond(ask(client), **lies))) == reason
    assert [entry[:2] for entry in logged()] == [("sign_in_refused", reason)]
    assert is_in(client) is False


def test_a_foreign_signature_is_refused(client, teacher, logged):
    assert turned_away(post(client, IdP().respond(ask(client)))) == "signature"
    assert logged() == [("sign_in_refused", "signature", "", None)]


def test_what_was_changed_after_signing_is_refused(client, idp, teacher, head):
    text = base64.b64decode(idp.respond(ask(client))).decode().replace("T005", "T001")
    assert turned_away(post(client, base64.b64encode(text.encode()).decode())) == "signature"


def test_a_response_is_taken_once(client, idp, teacher):
    response = idp.respond(ask(client))
    assert post(client, response).status_code == 302
    assert turned_away(post(client, response)) == "state"


def test_an_assertion_in_a_new_envelope_is_taken_once_as_well(client, idp, teacher):
    """Only the assertion is signed: a thief may write another question on the outside."""
    stolen = base64.b64decode(idp.respond(ask(client))).decode()
    thief = browser()
    own = ask(thief)
    start, end = stolen.index("InResponseTo"), stolen.index("<saml:Issuer>")
    again = f'{stolen[:start]}InResponseTo="{own}">{stolen[end:]}'
    reason = turned_away(post(thief, base64.b64encode(again.encode()).decode()))
    assert (reason, is_in(thief)) == ("audience", False)


def test_a_response_is_worth_nothing_in_another_browser(client, idp, teacher):
    response = idp.respond(ask(client))
    thief = browser()
    ask(thief)
    assert turned_away(post(thief, response)) == "state"


def test_an_answer_that_nobody_has_asked_for_is_refused(client, idp, teacher):
    assert turned_away(post(client, idp.respond(""))) == "unsolicited"


@pytest.mark.parametrize("text", ["", "nonsense", "PGEvPg==", "%%%"])
def test_nonsense_is_refused(client, db, text, logged):
    assert turned_away(post(client, text)) == "unreadable"


def test_a_name_for_this_visit_alone_says_nothing(client, idp, teacher):
    transient = "urn:oasis:names:tc:SAML:2.0:nameid-format:transient"
    for name in ("a", "b"):
        one = browser()
        post(one, idp.respond(ask(one), format=transient, name=name))
        assert is_in(one)
    assert LinkedIdentity.objects.get().uid == "T005"


def test_a_trusted_context_is_a_second_factor(settings, client, idp, administrator):
    settings.SECOND_FACTOR_REQUIRED = True
    post(client, idp.respond(ask(client), number="T004", context="urn:mfa"))
    assert is_in(client)


def test_the_portal_introduces_itself(client, db):
    text = client.get(f"{ACS}metadata/").content.decode()
    assert (f'entityID="{PORTAL}/metadata/"' in text, f'Location="{PORTAL}/"' in text) == (
        True, True,
    )  # fmt: skip


# Signing out


def test_whoever_signs_out_here_is_led_to_sign_out_there(client, idp, teacher):
    post(client, idp.respond(ask(client)))
    page = client.post("/sign-out/").headers["Location"]
    answer = client.get(page)
    there = urlsplit(answer.headers["Refresh"].partition("url=")[2])
    assert (f"{there.scheme}://{there.netloc}{there.path}") == f"{idp.issuer}/slo"
    assert parse_qs(there.query)["RelayState"] == ["http://testserver/sign-in/"]
    assert is_in(client) is False
    assert client.get(page).headers["Location"] == "/sign-in/"


def signed(idp: IdP, request: str) -> dict[str, str]:
    """A request in an address with its signature (Bindings 3.4.4.1)."""
    algorithm = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"
    said = {"SAMLRequest": request, "SigAlg": algorithm}
    context = xmlsec.SignatureContext()
    context.key = xmlsec.Key.from_memory(idp.key, xmlsec.constants.KeyDataFormatPem)
    signature = context.sign_binary(urlencode(said).encode(), xmlsec.constants.TransformRsaSha256)
    return {**said, "Signature": base64.b64encode(signature).decode()}


def test_the_provider_ends_a_session(client, idp, teacher, logged):
    post(client, idp.respond(ask(client)))
    assert IdentitySession.objects.get().sid == "index-1"
    answer = client.get(f"{ACS}signed-out/?{urlencode(signed(idp, idp.logout('index-1')))}")
    assert answer.headers["Location"].startswith(f"{idp.issuer}/slo?SAMLResponse=")
    assert is_in(client) is False
    assert logged()[-1] == ("sign_out_from_there", "", "", teacher.pk)


def test_nobody_else_does(client, idp, teacher):
    post(client, idp.respond(ask(client)))
    foreign = signed(IdP(), idp.logout("index-1"))
    unsigned = {"SAMLRequest": idp.logout("index-1")}
    for said in (foreign, unsigned):
        assert turned_away(client.get(f"{ACS}signed-out/?{urlencode(said)}")) == "signature"
    assert is_in(client)
