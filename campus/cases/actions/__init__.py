"""What happens to cases of any kind, one verb a function; the areas' own actions call these."""

from campus.cases.actions.alarms import ring
from campus.cases.actions.extending import ask_for_time, grant_time, refuse_time
from campus.cases.actions.following import follow, me_too, unfollow
from campus.cases.actions.handing_on import hand_on
from campus.cases.actions.merging import merge
from campus.cases.actions.moving import assign, change, move
from campus.cases.actions.promising import extend
from campus.cases.actions.raising import raise_case
from campus.cases.actions.rules import change_rule, forget_rule

__all__ = [
    "ask_for_time",
    "assign",
    "change",
    "change_rule",
    "extend",
    "follow",
    "forget_rule",
    "grant_time",
    "hand_on",
    "me_too",
    "merge",
    "move",
    "raise_case",
    "refuse_time",
    "ring",
    "unfollow",
]
