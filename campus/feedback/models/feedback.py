"""What somebody said, and what became of it."""

from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import F, Func, Q
from django.db.models.lookups import Exact
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.cases.models import HANDED_ON, MERGED, Case, CaseQuerySet
from campus.feedback.models.tally import FEEDBACK_BY_DAY, FEEDBACK_BY_SUBJECT
from campus.feedback.models.topic import FeedbackTopic
from campus.people.models import Person, Role
from campus.tracking import tracked

HIDDEN = "hidden"

# The seconds past the full hour, whatever the session's time zone.
PAST_THE_HOUR = Func(
    F("raised_at"),
    template="mod(extract(epoch FROM %(expressions)s AT TIME ZONE 'UTC')::bigint, 3600)",
    output_field=models.BigIntegerField(),
)


class FeedbackQuerySet(CaseQuerySet["Feedback"]):
    """Entries in words."""

    def visible_to(self, person: Person) -> "FeedbackQuerySet":
        """The head sees all; whoever answers for a topic its entries, hidden ones excepted;
        everybody what they wrote with their name. What has none is read by its receipt."""
        if person.on_duty_as(Role.HEAD):
            return self
        mine = Q(reporter=person)
        if person.is_pupil or not person.duties_today:
            return self.filter(mine)
        answered = FeedbackTopic.objects.answered_by(person).order_by().values("pk")
        return self.filter(mine | Q(topic__in=answered) & ~Q(status=HIDDEN))

    def on_wall(self) -> "FeedbackQuerySet":
        """What is shown to the whole school, without anybody's name."""
        return self.filter(on_wall_on__isnull=False).exclude(status=HIDDEN)

    def of_area(self, area: str) -> "FeedbackQuerySet":
        return self.filter(topic__area=area)


@tracked()
class Feedback(Case):
    """Something that somebody says of the school's services (意见、建议、投诉、表扬).

    Without a name (`is_unnamed`) there is no reporter, no moment finer than the hour, and a receipt
    of which only a digest is kept. `subject` is what it is about beside the topic, such as a dish,
    with `subject_words` as they were then. `stars` of five are the writer's mark, `answer_stars`
    those for the answer. `said` and `did` are what the wall shows: no names, the office's words.
    """

    class Kind(models.TextChoices):
        """In what spirit it is said."""

        OPINION = "opinion", _("Opinion")
        SUGGESTION = "suggestion", _("Suggestion")
        COMPLAINT = "complaint", _("Complaint")
        PRAISE = "praise", _("Praise")

    class Status(models.TextChoices):
        """Where an entry stands."""

        NEW = "new", pgettext_lazy("state of a case", "New")
        UNDER_WAY = "under_way", _("Under way")
        PROMISED = "promised", pgettext_lazy("state of feedback", "Promised")
        ANSWERED = "answered", _("Answered")
        WITHDRAWN = "withdrawn", _("Withdrawn")
        HIDDEN = HIDDEN, pgettext_lazy("state of feedback", "Hidden")
        MERGED = MERGED, _("Merged")
        HANDED_ON = HANDED_ON, _("Handed on")

    OPEN = (Status.NEW, Status.UNDER_WAY, Status.PROMISED)
    NEEDS_REASON = (Status.ANSWERED, Status.PROMISED, Status.HIDDEN)
    _ENDS = {Status.WITHDRAWN, Status.HIDDEN, Status.MERGED, Status.HANDED_ON}
    MOVES = {
        Status.NEW: {Status.UNDER_WAY, Status.PROMISED, Status.ANSWERED, *_ENDS},
        Status.UNDER_WAY: {Status.PROMISED, Status.ANSWERED, *_ENDS},
        Status.PROMISED: {Status.ANSWERED, Status.HIDDEN, Status.MERGED},
        Status.ANSWERED: {Status.UNDER_WAY, Status.HIDDEN},
        Status.HIDDEN: {Status.UNDER_WAY},
    }

    status = models.CharField(_("state"), max_length=12, choices=Status, default=Status.NEW)
    kind = models.CharField(_("kind"), max_length=12, choices=Kind, default=Kind.OPINION)
    topic = models.ForeignKey(
        FeedbackTopic, models.PROTECT, related_name="entries", verbose_name=_("topic")
    )
    stars = models.PositiveSmallIntegerField(_("stars"), null=True, blank=True)
    subject_type = models.ForeignKey(
        ContentType, models.PROTECT, null=True, blank=True, related_name="+"
    )
    subject_id = models.PositiveBigIntegerField(null=True, blank=True)
    subject = GenericForeignKey("subject_type", "subject_id")
    subject_words = models.CharField(_("about"), max_length=80, blank=True, default="")
    is_unnamed = models.BooleanField(_("without a name"), default=False)
    receipt = models.CharField(max_length=64, unique=True, null=True, blank=True, editable=False)
    answer = models.TextField(_("answer"), max_length=2000, blank=True, default="")
    answer_stars = models.PositiveSmallIntegerField(
        _("stars for the answer"), null=True, blank=True
    )
    said = models.CharField(_("you said"), max_length=120, blank=True, default="")
    did = models.CharField(_("we did"), max_length=200, blank=True, default="")
    on_wall_on = models.DateField(_("on the wall since"), null=True, blank=True)
    votes = models.PositiveIntegerField(_("votes"), default=0)

    objects = FeedbackQuerySet.as_manager()

    class Meta(Case.Meta):
        abstract = False
        verbose_name = pgettext_lazy("one entry", "feedback")
        verbose_name_plural = pgettext_lazy("entries", "feedback")
        indexes = [
            *Case.Meta.indexes,
            models.Index(fields=["topic", "status", "-raised_at"], name="feedback_of_topic"),
            models.Index(
                fields=["subject_type", "subject_id", "-raised_at"],
                condition=Q(subject_id__isnull=False), name="feedback_of_subject",
            ),
            models.Index(
                fields=["-on_wall_on", "-id"], condition=Q(on_wall_on__isnull=False),
                name="feedback_on_wall",
            ),
        ]  # fmt: skip
        constraints = [
            *Case.Meta.constraints,
            models.CheckConstraint(
                condition=Q(
                    status__in=[
                        "new", "under_way", "promised", "answered", "withdrawn", "hidden",
                        "merged", "handed_on",
                    ]
                ),
                name="feedback_status_known",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=["opinion", "suggestion", "complaint", "praise"]),
                name="feedback_kind_known",
            ),
            models.CheckConstraint(
                condition=(Q(stars=None) | Q(stars__range=(1, 5)))
                & (Q(answer_stars=None) | Q(answer_stars__range=(1, 5))),
                name="feedback_one_to_five_stars",
                violation_error_message=_("Give one to five stars."),
            ),
            models.CheckConstraint(
                condition=Q(is_unnamed=True, reporter=None, receipt__isnull=False)
                | Q(is_unnamed=False, reporter__isnull=False, receipt=None),
                name="feedback_with_or_without_name",
                violation_error_message=_("It is either somebody's or has a receipt."),
            ),
            models.CheckConstraint(
                condition=Q(is_unnamed=False) | Q(Exact(PAST_THE_HOUR, 0)),
                name="feedback_unnamed_to_the_hour",
                violation_error_message=_("Without a name no moment is kept, only the hour."),
            ),
            models.CheckConstraint(
                condition=~Q(status__in=["answered", "promised"]) | ~Q(answer=""),
                name="feedback_answered_in_words",
                violation_error_message=_("Write the answer."),
            ),
            models.CheckConstraint(
                condition=Q(on_wall_on=None) | ~Q(said=""), name="feedback_wall_says_something",
                violation_error_message=_("Say in a few words what was said."),
            ),
            models.CheckConstraint(
                condition=Q(subject_type=None, subject_id=None)
                | Q(subject_type__isnull=False, subject_id__isnull=False),
                name="feedback_subject_whole",
            ),
        ]  # fmt: skip
        triggers = [*Case.Meta.triggers, FEEDBACK_BY_DAY.trigger, FEEDBACK_BY_SUBJECT.trigger]

    @property
    def is_hidden(self) -> bool:
        return self.status == HIDDEN

    @property
    def spoken_for(self) -> "Feedback":
        """The entry that its answer is given to: the one it was merged into, else itself."""
        into = self.merged_into
        return into.spoken_for if isinstance(into, Feedback) else self


class FeedbackVote(models.Model):
    """Somebody wants what an entry on the wall wants; nobody is told who, and no moment is kept."""

    entry = models.ForeignKey(Feedback, models.CASCADE, related_name="+")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")

    class Meta:
        verbose_name = _("vote for an entry")
        verbose_name_plural = _("votes for entries")
        constraints = [
            models.UniqueConstraint(
                fields=["entry", "person"], name="feedback_vote_once",
                violation_error_message=_("You have said so already."),
            )
        ]  # fmt: skip

    def __str__(self) -> str:
        return str(self.entry)
