"""Whether what another system says comes from there."""

from datetime import UTC, datetime

from django.http import HttpRequest
from standardwebhooks.webhooks import Webhook as Reader
from standardwebhooks.webhooks import WebhookVerificationError

from campus.account.sealing import unseal
from logistics.launcher.models import LinkedSystem


def signed_at(request: HttpRequest, system: LinkedSystem) -> datetime | None:
    """The moment at which the system has signed the request, at most five minutes ago; None where
    it has not. What is no signature at all is none, too."""
    try:
        Reader(unseal(system.secret)).verify(request.body, dict(request.headers), json_parse=False)
    except (WebhookVerificationError, ValueError):
        return None
    return datetime.fromtimestamp(float(request.headers["webhook-timestamp"]), UTC)
