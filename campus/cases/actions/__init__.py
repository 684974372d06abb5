"""What happens to cases of any kind, one verb a function; the areas' own actions call these."""

from campus.cases.actions.alarms import ring
from campus.cases.actions.following import follow, me_too, unfollow
from campus.cases.actions.handing_on import hand_on
from campus.cases.actions.merging import merge
from campus.cases.actions.moving import assign, move
from campus.cases.actions.promising import extend
from campus.cases.actions.raising import raise_case
from campus.cases.actions.rules import change_rule, forget_rule

__all__ = [
    "assign",
    "change_rule",
    "extend",
    "follow",
    "forget_rule",
    "hand_on",
    "me_too",
    "merge",
    "move",
    "raise_case",
    "ring",
    "unfollow",
]
