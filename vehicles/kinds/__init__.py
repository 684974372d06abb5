"""The kinds of case of the vehicles, handed in to the mechanism of all cases."""

from vehicles.kinds import service_request, trip_request


def hand_in() -> None:
    """Let the portal know requests for trips and for service."""
    trip_request.hand_in()
    service_request.hand_in()
