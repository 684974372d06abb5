"""The kinds of case of safety, handed in to the mechanism of all cases."""

from safety.kinds import hazard, incident


def hand_in() -> None:
    """Let the portal know what safety raises, and offer it where it belongs."""
    hazard.hand_in()
    incident.hand_in()
