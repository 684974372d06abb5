"""One of everything of feedback that an address can name."""

from typing import Any

from campus.feedback import actions
from campus.models import FeedbackTopic, Person


def feedback_things(head: Person, at: Any) -> dict[str, Any]:
    """An entry of the head's on the wall, and its topic."""
    topic = FeedbackTopic.objects.get(area="canteen", code="price")
    entry = actions.write(topic, kind="opinion", words="Soup", by=head, at=at)
    actions.put_up(entry, said="Soup", by=head, at=at)
    return {
        "feedback:case": entry.pk, "feedback:case_move": (entry.pk, "take"),
        "feedback:vote": entry.pk, "feedback:topic": topic.pk, "feedback:new": "canteen",
        "feedback:new_unnamed": "canteen", "feedback:figures": "canteen",
    }  # fmt: skip
