"""Safety education: dates to think of, activities, who was there, what was understood."""

from datetime import date, timedelta
from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.lists.search import Bigrams
from campus.locking import lock
from campus.models import Person, SchoolClass
from campus.tracking import tracked
from planning.models import PlanItem
from safety.models.criterion import DOMAIN_VALUES, Domain


@tracked()
class SafetyDate(models.Model):
    """A day or month of every year that safety education hangs on (安全日历).

    `is_proposal` marks those that we have not seen in a source.
    """

    class Rule(models.TextChoices):
        """When it is."""

        DAY = "day", pgettext_lazy("rule of a date", "On a day")
        MONTH = "month", pgettext_lazy("rule of a date", "All month")
        LAST_MONDAY = "last_monday", pgettext_lazy("rule of a date", "Last Monday of the month")

    code = models.CharField(max_length=24, blank=True, default="", editable=False)
    name = models.CharField(_("name"), max_length=60)
    rule = models.CharField(_("when"), max_length=12, choices=Rule, default=Rule.DAY)
    month = models.PositiveSmallIntegerField(_("month"))
    day = models.PositiveSmallIntegerField(_("day"), default=1)
    is_proposal = models.BooleanField(_("the portal's proposal"), default=False)

    class Meta:
        verbose_name = _("date of the safety calendar")
        verbose_name_plural = _("dates of the safety calendar")
        ordering = ["month", "day", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["code"], condition=~Q(code=""), name="safety_date_code_once"
            ),
            models.CheckConstraint(
                condition=Q(rule__in=["day", "month", "last_monday"]), name="safety_date_rule_known"
            ),
            models.CheckConstraint(
                condition=Q(month__range=(1, 12), day__range=(1, 31)),
                name="safety_date_within_a_year",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def first_in(self, year: int) -> date:
        """Its day of a year; of a month the first."""
        if self.rule == self.Rule.LAST_MONDAY:
            following = date(year + self.month // 12, self.month % 12 + 1, 1)
            last = following - timedelta(days=1)
            return last - timedelta(days=last.weekday())
        return date(year, self.month, 1 if self.rule == self.Rule.MONTH else self.day)

    def next_from(self, today: date) -> date:
        """Its next day from `today` on; a month that has begun counts as today."""
        first = self.first_in(today.year)
        if self.rule == self.Rule.MONTH and (today.year, today.month) == (first.year, first.month):
            return today
        return first if first >= today else self.first_in(today.year + 1)


class SafetyEventQuerySet(models.QuerySet["SafetyEvent"]):
    """Activities in words."""

    def visible_to(self, person: Person) -> "SafetyEventQuerySet":
        """Staff see all; pupils those for their class."""
        if not person.is_active:
            return self.none()
        if not person.is_pupil:
            return self
        own = EventClass.objects.filter(school_class=person.school_class_id).values("event")
        return self.filter(pk__in=own)

    def held(self) -> "SafetyEventQuerySet":
        return self.filter(status=SafetyEvent.Status.HELD)


@tracked()
class SafetyEvent(models.Model):
    """One activity of safety education (安全教育活动), with its audience of classes: planned →
    held, or called off for a reason; both can be taken back.
    """

    class Status(models.TextChoices):
        """Where it stands."""

        PLANNED = "planned", _("Planned")
        HELD = "held", pgettext_lazy("state of safety education", "Held")
        CALLED_OFF = "called_off", pgettext_lazy("state of safety education", "Called off")

    MOVES: ClassVar[dict[str, set[str]]] = {
        Status.PLANNED: {Status.HELD, Status.CALLED_OFF},
        Status.HELD: {Status.PLANNED},
        Status.CALLED_OFF: {Status.PLANNED},
    }

    title = models.CharField(_("title"), max_length=120)
    domain = models.CharField(_("field"), max_length=12, choices=Domain, default=Domain.OTHER)
    on = models.DateField(_("day"))
    organiser = models.ForeignKey(
        Person, models.PROTECT, related_name="+", verbose_name=_("organised by")
    )
    where = models.CharField(_("where"), max_length=80, blank=True)
    content = models.TextField(_("content"), max_length=4000, blank=True)
    occasion = models.ForeignKey(
        SafetyDate, models.SET_NULL, null=True, blank=True, related_name="+",
        verbose_name=_("occasion"),
    )  # fmt: skip
    status = models.CharField(_("state"), max_length=12, choices=Status, default=Status.PLANNED)
    reason = models.CharField(_("why it was called off"), max_length=300, blank=True)
    plan_item = models.ForeignKey(
        PlanItem, models.SET_NULL, null=True, blank=True, editable=False, db_index=False,
        related_name="safety_events", verbose_name=_("plan item"),
    )  # fmt: skip
    sought = models.GeneratedField(
        expression=Bigrams("title", "where"), output_field=SearchVectorField(), db_persist=True
    )

    objects = SafetyEventQuerySet.as_manager()

    class Meta:
        verbose_name = _("safety education")
        verbose_name_plural = _("safety education")
        ordering = ["-on", "-id"]
        indexes = [
            models.Index(fields=["-on", "-id"], name="safety_event_newest"),
            GinIndex(fields=["sought"], name="safety_event_sought"),
            models.Index(
                fields=["plan_item"],
                condition=Q(plan_item__isnull=False),
                name="safety_event_of_plan_item",
            ),
            models.Index(
                fields=["on"], condition=Q(status="planned"), name="safety_event_to_be_held"
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(domain__in=DOMAIN_VALUES), name="safety_event_domain_known"
            ),
            models.CheckConstraint(
                condition=Q(status__in=["planned", "held", "called_off"]),
                name="safety_event_status_known",
            ),
            models.CheckConstraint(
                condition=Q(status="called_off") & ~Q(reason="")
                | ~Q(status="called_off") & Q(reason=""),
                name="safety_event_called_off_for_a_reason",
                violation_error_message=_("Say why it is called off."),
            ),
        ]
        triggers = [lock('{row}."on"')]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("safety:event", args=[self.pk])

    @property
    def tone(self) -> str:
        """The colour of its state: the same as everywhere."""
        return "done" if self.status == self.Status.HELD else self.status

    def can_become(self, status: str) -> bool:
        """Whether `status` may follow the present one."""
        return status in self.MOVES[self.Status(self.status)]


@tracked()
class EventClass(models.Model):
    """A class that an activity is for, and how many of it were there; nobody is named."""

    event = models.ForeignKey(SafetyEvent, models.CASCADE, related_name="classes")
    school_class = models.ForeignKey(
        SchoolClass, models.PROTECT, related_name="+", verbose_name=_("class")
    )
    expected = models.PositiveSmallIntegerField(_("expected"), default=0)
    present = models.PositiveSmallIntegerField(_("present"), null=True, blank=True)

    class Meta:
        verbose_name = _("class of an activity")
        verbose_name_plural = _("classes of activities")
        ordering = ["school_class__grade", "school_class__number"]
        indexes = [models.Index(fields=["school_class", "event"], name="event_of_class")]
        constraints = [
            models.UniqueConstraint(fields=["event", "school_class"], name="event_class_once")
        ]

    def __str__(self) -> str:
        return str(self.school_class)


@tracked()
class QuizQuestion(models.Model):
    """A question with its answers, of which one is right."""

    event = models.ForeignKey(SafetyEvent, models.CASCADE, related_name="questions")
    position = models.PositiveSmallIntegerField(_("position"))
    text = models.CharField(_("question"), max_length=200)
    answers = ArrayField(models.CharField(max_length=100), verbose_name=_("answers"))
    right = models.PositiveSmallIntegerField(_("the right answer"))

    class Meta:
        verbose_name = _("question")
        verbose_name_plural = _("questions")
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(
                fields=["event", "position"], name="quiz_question_in_its_place"
            ),
            models.CheckConstraint(
                condition=Q(answers__len__gte=2, answers__len__lte=6),
                name="quiz_question_has_answers",
                violation_error_message=_("A question has two to six answers."),
            ),
        ]

    def __str__(self) -> str:
        return self.text


class QuizCount(models.Model):
    """How many of a class gave an answer. Who gave which is kept nowhere."""

    question = models.ForeignKey(QuizQuestion, models.CASCADE, related_name="counts")
    school_class = models.ForeignKey(SchoolClass, models.PROTECT, related_name="+")
    answer = models.PositiveSmallIntegerField()
    count = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("count of answers")
        verbose_name_plural = _("counts of answers")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["question", "school_class", "answer"], name="quiz_count_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.answer}: {self.count}"


class QuizTaken(models.Model):
    """That somebody has answered, so that nobody is counted twice: sealed, and without a name."""

    event = models.ForeignKey(SafetyEvent, models.CASCADE, related_name="taken")
    seal = models.CharField(max_length=64)

    class Meta:
        verbose_name = _("quiz that was taken")
        verbose_name_plural = _("quizzes that were taken")
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["event", "seal"], name="quiz_taken_once")]

    def __str__(self) -> str:
        return self.seal[:8]
