"""What the portal asks each service, and how it reads the answer; built on allauth's providers."""

from allauth.socialaccount.providers import registry

from campus.identity.providers import cas
from campus.identity.providers.dingtalk import DingTalk
from campus.identity.providers.feishu import Feishu
from campus.identity.providers.oidc import OpenID
from campus.identity.providers.saml import Saml
from campus.identity.providers.wecom import WeCom

# CAS is not among them: allauth knows no such protocol, and django-cas-ng asks it.
__all__ = ["PROVIDERS", "cas", "hand_in"]
PROVIDERS = (OpenID, Saml, WeCom, DingTalk, Feishu)


def hand_in() -> None:
    """Let allauth find them by their names."""
    registry.load()
    for provider in PROVIDERS:
        registry.register(provider)
