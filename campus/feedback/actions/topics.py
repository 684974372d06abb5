"""What can be written about is kept by the head."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from campus.feedback.models import FeedbackTopic
from campus.models import Person, Role
from campus.storing import store

# What an area ships: code, name, hint, who answers, who is told as well, whether it cannot wait.
Shipped = tuple[str, str, str, tuple[Role, ...], tuple[Role, ...], bool]


@transaction.atomic
def keep_topic(topic: FeedbackTopic, *, by: Person, at: datetime) -> FeedbackTopic:
    """Store a topic, a new one at the end of its area. Raises ValidationError."""
    if topic.pk is None:
        topic.position = FeedbackTopic.objects.of_area(topic.area).count() + 1
    store(topic)
    return topic


@transaction.atomic
def lay_topics(area: str, shipped: Iterable[Shipped]) -> None:
    """Lay what an area ships, once; what the school has changed since stays."""
    topics = [
        FeedbackTopic(
            area=area, code=code, name=name, hint=hint, roles=list(roles),
            informed=list(informed), cannot_wait=cannot_wait, position=position,
        )
        for position, (code, name, hint, roles, informed, cannot_wait) in enumerate(shipped, 1)
    ]  # fmt: skip
    FeedbackTopic.objects.bulk_create(topics, ignore_conflicts=True)
