"""Entries by day and topic, and by day and subject: kept by the database."""

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import gettext_lazy as _

from campus.feedback.models.topic import FeedbackTopic
from campus.tallies import Tally, day_of

# What was merged or handed on is not counted twice, what was hidden or withdrawn not at all.
_COUNTS = "({row}.status NOT IN ('merged', 'handed_on', 'hidden', 'withdrawn'))"
_SUMS = {
    "entries": f"{_COUNTS}::int",
    "rated": f"({_COUNTS} AND {{row}}.stars IS NOT NULL)::int",
    "stars": f"(CASE WHEN {_COUNTS} THEN coalesce({{row}}.stars, 0) ELSE 0 END)",
}
_DAY = day_of("{row}.raised_at", settings.TIME_ZONE)


class FeedbackTally(models.Model):
    """What was said on one day about one topic, and how it was answered."""

    day = models.DateField(_("day"))
    topic = models.ForeignKey(FeedbackTopic, models.CASCADE, related_name="+")
    entries = models.IntegerField(default=0)
    rated = models.IntegerField(default=0)
    stars = models.IntegerField(default=0)
    unnamed = models.IntegerField(default=0)
    still_open = models.IntegerField(default=0)
    answered = models.IntegerField(default=0)
    answer_kept = models.IntegerField(default=0)
    answer_missed = models.IntegerField(default=0)
    answers_rated = models.IntegerField(default=0)
    satisfied = models.IntegerField(default=0)

    class Meta:
        verbose_name = _("feedback of a day")
        verbose_name_plural = _("feedback of a day")
        constraints = [models.UniqueConstraint(fields=["day", "topic"], name="feedback_tally_once")]

    def __str__(self) -> str:
        return f"{self.day} {self.entries}"


FEEDBACK_BY_DAY = Tally(
    source="campus_feedback",
    table="campus_feedbacktally",
    keys={"day": _DAY, "topic_id": "{row}.topic_id"},
    sums={
        **_SUMS,
        "unnamed": f"({_COUNTS} AND {{row}}.is_unnamed)::int",
        "still_open": "({row}.status IN ('new', 'under_way', 'promised'))::int",
        "answered": "({row}.status IN ('answered', 'promised'))::int",
        "answer_kept": f"({_COUNTS} AND 'answer' = ANY({{row}}.kept))::int",
        "answer_missed": f"({_COUNTS} AND 'answer' = ANY({{row}}.missed))::int",
        "answers_rated": f"({_COUNTS} AND {{row}}.answer_stars IS NOT NULL)::int",
        "satisfied": f"({_COUNTS} AND coalesce({{row}}.answer_stars, 0) >= 4)::int",
    },
)


class SubjectTally(models.Model):
    """What was said on one day about one subject, such as a counter; zeros stand for none."""

    day = models.DateField(_("day"))
    subject_type = models.ForeignKey(
        ContentType, models.DO_NOTHING, related_name="+", db_constraint=False
    )
    subject_id = models.PositiveBigIntegerField()
    entries = models.IntegerField(default=0)
    rated = models.IntegerField(default=0)
    stars = models.IntegerField(default=0)

    class Meta:
        verbose_name = _("feedback about a subject")
        verbose_name_plural = _("feedback about subjects")
        constraints = [
            models.UniqueConstraint(
                fields=["day", "subject_type", "subject_id"], name="subject_tally_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.day} {self.entries}"


FEEDBACK_BY_SUBJECT = Tally(
    source="campus_feedback",
    table="campus_subjecttally",
    keys={
        "day": _DAY,
        "subject_type_id": "coalesce({row}.subject_type_id, 0)",
        "subject_id": "coalesce({row}.subject_id, 0)",
    },
    sums=_SUMS,
)
