"""The kinds of case of repairs, handed in to the mechanism of all cases."""

from repairs.kinds import supply_request, ticket


def hand_in() -> None:
    """Let the portal know what repairs raise, and offer it where it belongs."""
    ticket.hand_in()
    supply_request.hand_in()
