"""What happens to feedback: written, taken out of the letterbox, answered, shown, voted for."""

from campus.feedback.actions.answering import (
    answer,
    give,
    give_all,
    hide,
    merge,
    promise,
    rate,
    reopen,
    take,
    withdraw,
)
from campus.feedback.actions.letterbox import deliver, drop_entry, drop_reply, drop_stars
from campus.feedback.actions.raising import write
from campus.feedback.actions.topics import keep_topic, lay_topics
from campus.feedback.actions.wall import put_up, take_down, vote

__all__ = [
    "answer",
    "deliver",
    "drop_entry",
    "drop_reply",
    "drop_stars",
    "give",
    "give_all",
    "hide",
    "keep_topic",
    "lay_topics",
    "merge",
    "promise",
    "put_up",
    "rate",
    "reopen",
    "take",
    "take_down",
    "vote",
    "withdraw",
    "write",
]
