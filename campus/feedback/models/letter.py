"""What is on its way without a name, and how much of it a week has seen."""

from datetime import date, datetime, time
from uuid import uuid4

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q, Value
from django.db.models.functions import Cast
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from campus.feedback.models.topic import FeedbackTopic

# Two cells of so many are a person's in a week: `actions.allowance` says why.
CELLS = 2**16
NO_CELL_USED = Cast(Value("\\x" + "00" * CELLS), models.BinaryField())


class LetterQuerySet(models.QuerySet["Letter"]):
    """Letters in words."""

    def due(self, at: datetime) -> "LetterQuerySet":
        """Those whose hour has come, in an order of chance."""
        local = timezone.localtime(at)
        past = Q(due_on__lt=local.date()) | Q(due_on=local.date(), due_hour__lte=local.hour)
        return self.filter(past).order_by("?")


class Letter(models.Model):
    """Something without a name in the letterbox (信箱), until its hour has come.

    Its number is one of chance, its time an hour: it cannot hold when it was dropped, nor by whom.
    `receipt` is the digest of the code that its writer has; `facts` are fields of the entry.
    """

    class Kind(models.TextChoices):
        """What is on its way."""

        ENTRY = "entry", _("Entry")
        REPLY = "reply", _("Reply")
        STARS = "stars", _("Stars for the answer")

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    kind = models.CharField(max_length=8, choices=Kind)
    receipt = models.CharField(max_length=64, validators=[RegexValidator(r"^[0-9a-f]{64}$")])
    topic = models.ForeignKey(FeedbackTopic, models.PROTECT, null=True, blank=True)
    words = models.TextField(max_length=4000, blank=True, default="")
    stars = models.PositiveSmallIntegerField(null=True, blank=True)
    facts = models.JSONField(default=dict, blank=True)
    due_on = models.DateField()
    due_hour = models.PositiveSmallIntegerField()

    objects = LetterQuerySet.as_manager()

    class Meta:
        verbose_name = _("letter without a name")
        verbose_name_plural = _("letters without a name")
        indexes = [models.Index(fields=["due_on", "due_hour"], name="letter_due")]
        constraints = [
            models.UniqueConstraint(
                fields=["receipt", "kind"], condition=~Q(kind="reply"), name="letter_once"
            ),
            models.CheckConstraint(
                condition=Q(kind__in=["entry", "reply", "stars"]), name="letter_kind_known"
            ),
            models.CheckConstraint(
                condition=~Q(kind="entry") | Q(topic__isnull=False), name="letter_has_a_topic"
            ),
            models.CheckConstraint(
                condition=Q(stars=None) | Q(stars__range=(1, 5)), name="letter_one_to_five_stars",
                violation_error_message=_("Give one to five stars."),
            ),
            models.CheckConstraint(condition=Q(due_hour__lte=23), name="letter_hour_of_a_day"),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.get_kind_display()

    @property
    def hour(self) -> datetime:
        """The full hour that stands for its time."""
        return timezone.make_aware(datetime.combine(self.due_on, time(self.due_hour)))


class LetterPhoto(models.Model):
    """A photo of a letter: the drawn pixels alone. A file on the disk would have a time."""

    letter = models.ForeignKey(Letter, models.CASCADE, related_name="photos")
    position = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=8)
    data = models.BinaryField()
    small = models.BinaryField()
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()

    class Meta:
        verbose_name = _("photo of a letter")
        verbose_name_plural = _("photos of letters")
        constraints = [
            models.UniqueConstraint(fields=["letter", "position"], name="letter_photo_once")
        ]

    def __str__(self) -> str:
        return str(self.position)


class FeedbackWeekQuerySet(models.QuerySet["FeedbackWeek"]):
    """Weeks in words."""

    def before(self, monday: date) -> "FeedbackWeekQuerySet":
        return self.filter(monday__lt=monday)


class FeedbackWeek(models.Model):
    """How many entries without a name a week has seen: one row of counts, a byte for each cell.

    A row for each person would lie in the order in which they wrote; here only counts change.
    """

    monday = models.DateField(unique=True)
    used = models.BinaryField(db_default=NO_CELL_USED)

    objects = FeedbackWeekQuerySet.as_manager()

    class Meta:
        verbose_name = _("week of entries without a name")
        verbose_name_plural = _("weeks of entries without a name")

    def __str__(self) -> str:
        return str(self.monday)
