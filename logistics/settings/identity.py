"""Ways to sign in with the school's identity; each is on once its variables are set.

What a way's options mean stands in docs/administrator.md. Base addresses of WeCom, DingTalk and
Feishu are fixed; tests name servers of their own in `IDENTITY_WAYS`.
"""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

Read = Callable[[str], str]


def ways(read: Read) -> dict[str, dict[str, Any]]:
    """The ways that the environment describes. Raises ImproperlyConfigured for half of one."""
    makers = {"oidc": oidc, "saml": saml, "cas": cas, "wecom": wecom, "dingtalk": dingtalk,
              "feishu": feishu}  # fmt: skip
    made = {name: maker(read) for name, maker in makers.items()}
    return {name: way for name, way in made.items() if way}


def needed(read: Read, first: str, *others: str) -> dict[str, str]:
    """The values of variables that belong together; empty where the first is not set."""
    if not read(first):
        return {}
    missing = [name for name in others if not read(name)]
    if missing:
        raise ImproperlyConfigured(f"{first} is set, but not {', '.join(missing)}.")
    return {name: read(name) for name in (first, *others)}


def safe(address: str, name: str) -> str:
    """An address by https; http only within the machine. Raises ImproperlyConfigured."""
    parts = urlsplit(address)
    if parts.scheme != "https" and parts.hostname not in {"127.0.0.1", "localhost"}:
        raise ImproperlyConfigured(f"{name} must begin with https://.")
    return address


def words(text: str) -> list[str]:
    """Words with commas or blanks between them."""
    return text.replace(",", " ").split()


def oidc(read: Read) -> dict[str, Any]:
    said = needed(read, "OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET")
    return said and {
        "name": read("OIDC_NAME"),
        "client_id": said["OIDC_CLIENT_ID"],
        "secret": said["OIDC_CLIENT_SECRET"],
        "issuer": safe(said["OIDC_ISSUER"], "OIDC_ISSUER"),
        "number_claim": read("OIDC_NUMBER_CLAIM") or "preferred_username",
        "scopes": words(read("OIDC_SCOPES")) or ["openid", "profile"],
        "factors": words(read("OIDC_FACTORS")),
    }


def saml(read: Read) -> dict[str, Any]:
    said = needed(
        read, "SAML_ENTITY_ID", "SAML_SSO_URL", "SAML_CERTIFICATE", "SAML_NUMBER_ATTRIBUTE"
    )
    own_key, own_certificate = text_of(read("SAML_OWN_KEY")), text_of(read("SAML_OWN_CERTIFICATE"))
    signs = bool(own_key and own_certificate)
    slo_url = read("SAML_SLO_URL")
    return said and {
        "name": read("SAML_NAME"),
        "client_id": "school",
        "number_attribute": said["SAML_NUMBER_ATTRIBUTE"],
        "factors": words(read("SAML_FACTORS")),
        "idp": {
            "entity_id": said["SAML_ENTITY_ID"],
            "sso_url": safe(said["SAML_SSO_URL"], "SAML_SSO_URL"),
            "slo_url": slo_url and safe(slo_url, "SAML_SLO_URL"),
            "x509cert": text_of(said["SAML_CERTIFICATE"]),
        },
        "advanced": {
            "strict": True,
            "want_assertion_signed": True,
            "want_name_id": True,
            "reject_deprecated_algorithm": True,
            "allow_single_label_domains": True,
            "authn_request_signed": signs,
            "logout_request_signed": signs,
            "logout_response_signed": signs,
            "private_key": own_key or None,
            "x509cert": own_certificate or None,
        },
    }


def text_of(path: str) -> str:
    """What stands in a file; empty without one."""
    return Path(path).read_text(encoding="utf-8") if path else ""


def cas(read: Read) -> dict[str, Any]:
    said = needed(read, "CAS_SERVER")
    return said and {
        "name": read("CAS_NAME"),
        "server": safe(said["CAS_SERVER"].rstrip("/") + "/", "CAS_SERVER"),
        "number_attribute": read("CAS_NUMBER_ATTRIBUTE") or "user",
    }


def wecom(read: Read) -> dict[str, Any]:
    said = needed(read, "WECOM_CORP_ID", "WECOM_AGENT_ID", "WECOM_SECRET")
    return said and {
        "client_id": said["WECOM_CORP_ID"],
        "secret": said["WECOM_SECRET"],
        "agent": said["WECOM_AGENT_ID"],
    }


def dingtalk(read: Read) -> dict[str, Any]:
    said = needed(read, "DINGTALK_CLIENT_ID", "DINGTALK_CLIENT_SECRET")
    return said and {
        "client_id": said["DINGTALK_CLIENT_ID"],
        "secret": said["DINGTALK_CLIENT_SECRET"],
        "corp": read("DINGTALK_CORP_ID"),
    }


def feishu(read: Read) -> dict[str, Any]:
    said = needed(read, "FEISHU_APP_ID", "FEISHU_APP_SECRET")
    return said and {
        "client_id": said["FEISHU_APP_ID"],
        "secret": said["FEISHU_APP_SECRET"],
        "number_field": read("FEISHU_NUMBER_FIELD") or "employee_no",
    }


def signing_keys(text: str) -> list[dict[str, Any]]:
    """Keys for what the portal signs as an identity: the first signs, those after it are still
    published for what they have signed. Each is PKCS #8 in Base64, as `manage.py identity_key`
    prints it."""
    keys = words(text)
    newest = datetime(2000, 1, 1, tzinfo=UTC)
    return [
        {"pem": pem_of(key), "issued_at": newest - timedelta(days=place)}
        for place, key in enumerate(keys)
    ]


def pem_of(key: str) -> str:
    return f"-----BEGIN PRIVATE KEY-----\n{key}\n-----END PRIVATE KEY-----\n"
