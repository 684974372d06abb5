"""How the school wants allauth's OpenID Connect provider to behave."""

from collections.abc import Iterable
from secrets import token_urlsafe
from typing import Any

from allauth.idp.oidc.adapter import DefaultOIDCAdapter
from allauth.idp.oidc.models import Client
from django.conf import settings

from campus.clients.models import Consent
from campus.clients.telling import SCOPES, claims_of
from campus.models import Person


class SchoolProviderAdapter(DefaultOIDCAdapter):
    """People are known to each app by another name, and only as they have agreed to."""

    scope_display = SCOPES

    def generate_client_secret(self) -> str:
        """Letters and digits that any program's settings take."""
        return token_urlsafe(32)

    def get_issuer(self) -> str:
        """The portal's one address, by whatever name it was asked."""
        return settings.SITE_URL.rstrip("/")

    def get_claims(
        self, purpose: str, user: Any, client: Client, scopes: Iterable[str],
        email: str | None = None, **facts: Any,
    ) -> dict[str, Any]:  # fmt: skip
        return {"sub": self.get_user_sub(client, user), **claims_of(user, scopes)}

    def get_user_sub(self, client: Client, user: Any) -> str:
        return Consent.objects.held().get(client=client, person=user).subject

    def get_user_by_sub(self, client: Client, sub: str) -> Person | None:
        """Whom the app knows by that name; nobody once they have left or taken it back."""
        held = Consent.objects.held().filter(client=client, subject=sub, person__is_active=True)
        consent = held.select_related("person").first()
        return consent.person if consent else None
