"""A SAML identity provider of the tests' own: it really signs (xmlsec), and lies as it is told."""

import base64
import zlib
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit
from uuid import uuid4

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import NameOID
from lxml import etree
from onelogin.saml2.utils import OneLogin_Saml2_Utils as Utils

PORTAL = "http://testserver/sign-in/saml/school"
PERSISTENT = "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent"
# ruff: noqa: E501  # XML, as it is sent
RESPONSE = """<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="{response}" Version="2.0" IssueInstant="{now}" Destination="{acs}"{answers}>
<saml:Issuer>{issuer}</saml:Issuer><samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></samlp:Status>
{assertion}</samlp:Response>"""
ASSERTION = """<saml:Assertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="{id}" Version="2.0" IssueInstant="{now}"><saml:Issuer>{issuer}</saml:Issuer>
<saml:Subject><saml:NameID Format="{format}">{name}</saml:NameID><saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer"><saml:SubjectConfirmationData NotOnOrAfter="{until}" Recipient="{acs}"{answers}/></saml:SubjectConfirmation></saml:Subject>
<saml:Conditions NotBefore="{since}" NotOnOrAfter="{until}"><saml:AudienceRestriction><saml:Audience>{audience}</saml:Audience></saml:AudienceRestriction></saml:Conditions>
<saml:AuthnStatement AuthnInstant="{now}" SessionIndex="{index}"><saml:AuthnContext><saml:AuthnContextClassRef>{context}</saml:AuthnContextClassRef></saml:AuthnContext></saml:AuthnStatement>
<saml:AttributeStatement><saml:Attribute Name="number"><saml:AttributeValue>{number}</saml:AttributeValue></saml:Attribute></saml:AttributeStatement></saml:Assertion>"""
LOGOUT = """<samlp:LogoutRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="_{id}" Version="2.0" IssueInstant="{now}" Destination="{sls}"><saml:Issuer>{issuer}</saml:Issuer><saml:NameID>x</saml:NameID><samlp:SessionIndex>{index}</samlp:SessionIndex></samlp:LogoutRequest>"""


@dataclass
class IdP:
    """One key with its certificate."""

    issuer: str = "https://idp.school.example"

    def __post_init__(self) -> None:
        key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "idp")])
        made = x509.CertificateBuilder().subject_name(name).issuer_name(name)
        made = made.public_key(key.public_key()).serial_number(1)
        made = made.not_valid_before(datetime(2020, 1, 1, tzinfo=UTC))
        made = made.not_valid_after(datetime(2040, 1, 1, tzinfo=UTC))
        self.certificate = (
            made.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM).decode()
        )
        self.key = key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.TraditionalOpenSSL,
            serialization.NoEncryption(),
        ).decode()  # fmt: skip

    def way(self) -> dict[str, Any]:
        """How the portal's settings name it."""
        return {
            "name": "SAML", "client_id": "school", "number_attribute": "number",
            "factors": ["urn:mfa"],
            "idp": {
                "entity_id": self.issuer, "sso_url": f"{self.issuer}/sso",
                "slo_url": f"{self.issuer}/slo", "x509cert": self.certificate,
            },
            "advanced": {
                "strict": True, "want_assertion_signed": True, "want_name_id": True,
                "reject_deprecated_algorithm": True, "allow_single_label_domains": True,
            },
        }  # fmt: skip

    def respond(self, question: str, *, sign: bool = True, **lies: str) -> str:
        """A response to a question, as it is posted."""
        now = datetime.now(UTC)
        facts = {
            "id": f"_{uuid4().hex}", "response": f"_{uuid4().hex}", "now": stamp(now),
            "since": stamp(now - timedelta(minutes=1)), "until": stamp(now + timedelta(minutes=5)),
            "issuer": self.issuer, "acs": f"{PORTAL}/", "audience": f"{PORTAL}/metadata/",
            "answers": f' InResponseTo="{question}"' if question else "", "number": "T005",
            "name": "name-of-T005", "format": PERSISTENT, "index": "index-1",
            "context": "urn:oasis:names:tc:SAML:2.0:ac:classes:Password", **lies,
        }  # fmt: skip
        assertion = ASSERTION.format(**facts)
        if sign:
            assertion = Utils.add_sign(
                assertion, self.key, self.certificate,
                sign_algorithm="http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
                digest_algorithm="http://www.w3.org/2001/04/xmlenc#sha256",
            ).decode()  # fmt: skip
            assertion = etree.tostring(etree.fromstring(assertion)).decode()
        text = RESPONSE.format(**{**facts, "assertion": assertion, **lies})
        return base64.b64encode(text.encode()).decode()

    def logout(self, index: str) -> str:
        """A request to end a session, as it stands in an address."""
        text = LOGOUT.format(
            id=uuid4().hex, now=stamp(datetime.now(UTC)), sls=f"{PORTAL}/signed-out/",
            issuer=self.issuer, index=index,
        )  # fmt: skip
        return base64.b64encode(zlib.compress(text.encode())[2:-4]).decode()


def stamp(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def question_in(address: str) -> str:
    """The number of the question with which the portal sends somebody to the provider."""
    sent = parse_qs(urlsplit(address).query)["SAMLRequest"][0]
    return etree.fromstring(zlib.decompress(base64.b64decode(sent), -15)).get("ID") or ""
