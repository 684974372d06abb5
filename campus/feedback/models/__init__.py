"""Topics, entries, what is on its way without a name, and how much of it."""

from campus.feedback.models.feedback import Feedback, FeedbackVote
from campus.feedback.models.letter import FeedbackWeek, Letter, LetterPhoto
from campus.feedback.models.tally import (
    FEEDBACK_BY_DAY,
    FEEDBACK_BY_SUBJECT,
    FeedbackTally,
    SubjectTally,
)
from campus.feedback.models.topic import FeedbackTopic

__all__ = [
    "FEEDBACK_BY_DAY",
    "FEEDBACK_BY_SUBJECT",
    "Feedback",
    "FeedbackTally",
    "FeedbackTopic",
    "FeedbackVote",
    "FeedbackWeek",
    "Letter",
    "LetterPhoto",
    "SubjectTally",
]
