"""What happens to imports of rosters: taken up and read, applied, taken back, let go of."""

from campus.rosters.actions.applying import apply
from campus.rosters.actions.asking import (
    APPLY,
    READ,
    TAKE_BACK,
    ask_to_apply,
    ask_to_take_back,
    let_go_of_old,
    read_again,
    take_up,
    throw_away,
)
from campus.rosters.actions.reading import read
from campus.rosters.actions.taking_back import take_back

__all__ = [
    "APPLY",
    "READ",
    "TAKE_BACK",
    "apply",
    "ask_to_apply",
    "ask_to_take_back",
    "let_go_of_old",
    "read",
    "read_again",
    "take_back",
    "take_up",
    "throw_away",
]
