"""What the API hands in."""

from logistics.api.tokens import registry as tokens


def hand_in() -> None:
    """Tokens, with their acts and what the audit log tells of them."""
    tokens.hand_in()
