"""Whether what people say is answered in time."""

from django.utils.translation import gettext_lazy as _

from campus.feedback import rights
from campus.feedback.lists import ENTRIES
from campus.feedback.models import Feedback, FeedbackTally
from campus.measures import Counted, Measure

MEASURES = (
    Measure(
        key="feedback.in_time", label=_("Feedback answered in time"), icon="message-heart",
        hint=_("by the day it was said"), rows=Feedback.objects.all, day="raised_at",
        page=ENTRIES, tally=FeedbackTally.objects.all,
        number=Counted(query={"promise": "kept:answer"}, columns=("answer_kept",)),
        of=Counted(query={"promise": "ended:answer"}, columns=("answer_kept", "answer_missed")),
        reads_all=rights.can_read_all_entries,
    ),
)  # fmt: skip
