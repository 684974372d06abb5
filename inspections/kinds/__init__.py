"""The kinds of case of inspections, handed in to the mechanism of all cases."""

from inspections.kinds import appeal


def hand_in() -> None:
    """Let the portal know what is raised against what was found."""
    appeal.hand_in()
