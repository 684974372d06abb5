"""The kinds of case of vehicles, handed in to the mechanism of all cases."""

from vehicles.kinds import service_request


def hand_in() -> None:
    """Let the portal know what is asked for with vehicles."""
    service_request.hand_in()
