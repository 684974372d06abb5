"""Who is to be told of what is due, and when: the rule, and each moment that follows from it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.contrib.postgres.fields import ArrayField
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Model, Q
from django.utils.translation import gettext_lazy as _

from campus.models import Person
from campus.school_time.engine import SchoolCalendar
from campus.tracking import tracked

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as StrPromise

# More working days than a school year has would only be a slip of the keyboard.
MOST_DAYS = 200


def days_field(label: "StrPromise") -> ArrayField:
    """Numbers of working days, each from 1 on."""
    number = models.PositiveSmallIntegerField(
        validators=[MinValueValidator(1), MaxValueValidator(MOST_DAYS)]
    )
    return ArrayField(number, size=8, default=list, blank=True, verbose_name=label)


@tracked()
class ReminderRule(models.Model):
    """When to remind of a sort of thing, counted in working days around its due day.

    `subject` names the sort ("plan_item.drill"); a rule without it belongs to one thing alone.
    A rule without any step is a wish for silence.
    """

    subject = models.CharField(_("reminds of"), max_length=60, null=True, blank=True, unique=True)
    days_before = days_field(_("days before"))
    on_the_day = models.BooleanField(_("on the day"), default=True)
    overdue_after = days_field(_("days after, while it is open"))
    escalate_after = days_field(_("days after, to the head"))

    class Meta:
        verbose_name = _("reminder rule")
        verbose_name_plural = _("reminder rules")
        ordering = ["subject"]

    def __str__(self) -> str:
        return self.subject or str(_("a rule of its own"))

    def moments(
        self, due_on: date, calendar: SchoolCalendar, *, in_calendar_days: bool = False
    ) -> list["Moment"]:
        """The moments that follow from the rule for something due on `due_on`, earliest first.

        Each is the opening of the office on a working day, counted from the due day, or from the
        last working day before it where it is a day off. With `in_calendar_days` days off count
        too, and what falls on one goes out on the working day before it, or after it where the due
        day has passed. Steps for the same people that fall on one moment become one, the last of
        them. Raises NoWorkingHours.
        """
        base = calendar.working_days_from(due_on, 0)
        found = {}
        for step, distance in self.steps():
            if in_calendar_days:
                day = calendar_day(due_on, distance, calendar)
            else:
                day = calendar.working_days_from(base, distance)
            moment = Moment(calendar.opening(day), step)
            found[moment.at, moment.audience] = moment
        return sorted(found.values(), key=lambda moment: moment.at)

    def steps(self) -> Iterator[tuple["Reminder.Step", int]]:
        """The steps with their distance from the due day in working days, earliest first."""
        for days in sorted(self.days_before, reverse=True):
            yield Reminder.Step.BEFORE, -days
        if self.on_the_day:
            yield Reminder.Step.ON_DAY, 0
        for days in sorted(self.overdue_after):
            yield Reminder.Step.OVERDUE, days
        for days in sorted(self.escalate_after):
            yield Reminder.Step.ESCALATION, days


def calendar_day(due_on: date, distance: int, calendar: SchoolCalendar) -> date:
    """The day `distance` days from `due_on`; a day off before it gives way to the working day
    before. A day off after it stays, since the office opens on the next working day."""
    day = due_on + timedelta(days=distance)
    return day if distance > 0 else calendar.working_days_from(day, 0)


@dataclass(frozen=True)
class Moment:
    """When a reminder is to go out, and which step it is."""

    at: datetime
    step: "Reminder.Step"

    @property
    def audience(self) -> "Reminder.Audience":
        if self.step == Reminder.Step.ESCALATION:
            return Reminder.Audience.HEAD
        return Reminder.Audience.RESPONSIBLE


class AboutThings(models.QuerySet):
    """Rows that point at a thing of any model."""

    def about(self, thing: Model) -> "AboutThings":
        kind = ContentType.objects.get_for_model(thing)
        return self.filter(content_type=kind, object_id=thing.pk)


class ReminderQuerySet(AboutThings):
    """Reminders in words."""

    def due(self, at: datetime) -> "ReminderQuerySet":
        """Those still to be sent whose moment has come, earliest first."""
        waiting = self.filter(state=Reminder.State.PLANNED, moment__lte=at)
        return waiting.order_by("moment", "id")


class Reminder(models.Model):
    """One moment at which people are told of one thing; once, by the unique constraint.

    Who they are is found out when it is sent, so that a reminder laid months ahead reaches whoever
    is responsible by then. Only one that is sent at once to somebody who became responsible later
    than the moment names its `person`. What each person was told is unique through the notice.
    """

    class Audience(models.TextChoices):
        """Whom it is for."""

        RESPONSIBLE = "responsible", _("Whoever is responsible")
        HEAD = "head", _("The head")

    class Step(models.TextChoices):
        """Where the moment lies around the due day."""

        BEFORE = "before", _("Before it is due")
        ON_DAY = "on_day", _("On the day")
        OVERDUE = "overdue", _("Overdue")
        ESCALATION = "escalation", _("To the head")

    class State(models.TextChoices):
        """Planned until it was sent, or until the thing was done or acknowledged."""

        PLANNED = "planned", _("Planned")
        SENT = "sent", _("Sent")
        CANCELLED = "cancelled", _("Cancelled")

    content_type = models.ForeignKey(ContentType, models.CASCADE)
    object_id = models.PositiveBigIntegerField()
    thing = GenericForeignKey("content_type", "object_id")
    due_on = models.DateField(_("due date"))
    audience = models.CharField(_("for whom"), max_length=12, choices=Audience)
    person = models.ForeignKey(
        Person, models.CASCADE, null=True, blank=True, related_name="reminders"
    )
    step = models.CharField(_("step"), max_length=12, choices=Step)
    moment = models.DateTimeField(_("moment"))
    laid_at = models.DateTimeField(_("laid at"))
    state = models.CharField(_("state"), max_length=12, choices=State, default=State.PLANNED)
    sent_at = models.DateTimeField(_("sent at"), null=True, blank=True)

    objects = ReminderQuerySet.as_manager()

    class Meta:
        verbose_name = _("reminder")
        verbose_name_plural = _("reminders")
        ordering = ["moment", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["content_type", "object_id", "due_on", "audience", "moment", "person"],
                name="reminder_once",
                nulls_distinct=False,
            ),
            models.CheckConstraint(
                condition=Q(state__in=["planned", "sent", "cancelled"]), name="reminder_state_known"
            ),
            models.CheckConstraint(
                condition=Q(step__in=["before", "on_day", "overdue", "escalation"]),
                name="reminder_step_known",
            ),
            models.CheckConstraint(
                condition=Q(audience__in=["responsible", "head"]), name="reminder_audience_known"
            ),
            models.CheckConstraint(
                condition=Q(step="escalation", audience="head")
                | (~Q(step="escalation") & Q(audience="responsible")),
                name="reminder_escalates_to_the_head",
            ),
            models.CheckConstraint(
                condition=~Q(state="sent") | Q(sent_at__isnull=False),
                name="reminder_sent_has_moment",
            ),
        ]
        indexes = [
            models.Index(fields=["moment"], condition=Q(state="planned"), name="reminder_waiting")
        ]

    def __str__(self) -> str:
        return f"{self.get_step_display()} {self.moment:%Y-%m-%d %H:%M}"

    @property
    def key(self) -> str:
        """The key of the notice that it becomes."""
        return f"reminder:{self.pk}"


class Acknowledgement(models.Model):
    """Somebody has taken note that a thing is due on a day, and wants no more reminders of it."""

    content_type = models.ForeignKey(ContentType, models.CASCADE)
    object_id = models.PositiveBigIntegerField()
    due_on = models.DateField(_("due date"))
    person = models.ForeignKey(Person, models.CASCADE, related_name="acknowledgements")
    at = models.DateTimeField(_("at"))

    objects = AboutThings.as_manager()

    class Meta:
        verbose_name = _("acknowledgement")
        verbose_name_plural = _("acknowledgements")
        ordering = ["at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["content_type", "object_id", "due_on", "person"],
                name="acknowledged_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.person} {self.due_on}"
