"""One of everything that the addresses of tokens and devices can name."""

from datetime import datetime
from typing import Any

from campus.models import Person
from logistics.api.tokens import actions as tokens


def api_things(head: Person, at: datetime) -> dict[str, Any]:
    """A token of the head."""
    token, _secret = tokens.make_token(
        name="Meters", scopes=["tickets:read"], days=365, by=head, at=at
    )
    return {"tokens:revoke": token.pk}
