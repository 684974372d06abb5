"""Ways to sign in, read from the environment: all of one, or none."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from logistics.settings.identity import signing_keys, ways

OIDC = {
    "OIDC_ISSUER": "https://id.school.example", "OIDC_CLIENT_ID": "steward",
    "OIDC_CLIENT_SECRET": "secret",
}  # fmt: skip


def read(said: dict[str, str]):
    return ways(lambda name: said.get(name, ""))


def test_nothing_is_on_by_itself():
    assert read({}) == {}


def test_one_is_on_once_its_variables_are_set():
    assert read(OIDC) == {
        "oidc": {
            "name": "", "client_id": "steward", "secret": "secret",
            "issuer": "https://id.school.example", "number_claim": "preferred_username",
            "scopes": ["openid", "profile"], "factors": [],
        }
    }  # fmt: skip


def test_each_of_the_others_is(tmp_path):
    certificate = tmp_path / "idp.pem"
    certificate.write_text("PEM")
    said = {
        "SAML_ENTITY_ID": "idp", "SAML_SSO_URL": "https://idp/sso",
        "SAML_CERTIFICATE": str(certificate), "SAML_NUMBER_ATTRIBUTE": "uid",
        "CAS_SERVER": "https://cas.example/cas", "WECOM_CORP_ID": "c", "WECOM_AGENT_ID": "1",
        "WECOM_SECRET": "s", "DINGTALK_CLIENT_ID": "d", "DINGTALK_CLIENT_SECRET": "s",
        "FEISHU_APP_ID": "f", "FEISHU_APP_SECRET": "s",
    }  # fmt: skip
    made = read(said)
    assert list(made) == ["saml", "cas", "wecom", "dingtalk", "feishu"]
    assert (made["saml"]["idp"]["x509cert"], made["cas"]["server"]) == (
        "PEM", "https://cas.example/cas/",
    )  # fmt: skip


@pytest.mark.parametrize("name", ["OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"])
def test_half_of_one_stops_the_start(name):
    with pytest.raises(ImproperlyConfigured, match=name):
        read({**OIDC, name: ""})


def test_an_identity_without_https_stops_the_start():
    with pytest.raises(ImproperlyConfigured, match="https"):
        read({**OIDC, "OIDC_ISSUER": "http://id.school.example"})


def test_the_first_key_signs():
    first, second = signing_keys("one, two")
    assert ("one" in first["pem"], first["issued_at"] > second["issued_at"]) == (True, True)
    assert signing_keys("") == []
