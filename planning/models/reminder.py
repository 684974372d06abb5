"""Who is to be told of what is due, and when: the rule, and each moment that follows from it."""

from datetime import datetime

from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from campus.models import Person


class ReminderRule(models.Model):
    """When to remind of a sort of thing, counted in working days around its due day.

    `subject` names the sort ("plan_item.drill"); a rule without it belongs to one thing alone.
    """

    subject = models.CharField(_("reminds of"), max_length=60, null=True, blank=True, unique=True)
    days_before = ArrayField(
        models.PositiveSmallIntegerField(), default=list, blank=True, verbose_name=_("days before")
    )
    on_the_day = models.BooleanField(_("on the day"), default=True)
    overdue_after = ArrayField(
        models.PositiveSmallIntegerField(), default=list, blank=True,
        verbose_name=_("days after, while it is open"),
    )  # fmt: skip
    escalate_after = ArrayField(
        models.PositiveSmallIntegerField(), default=list, blank=True,
        verbose_name=_("days after, to the head"),
    )  # fmt: skip

    class Meta:
        verbose_name = _("reminder rule")
        verbose_name_plural = _("reminder rules")
        ordering = ["subject"]

    def __str__(self) -> str:
        return self.subject or _("a rule of its own")


class ReminderQuerySet(models.QuerySet["Reminder"]):
    """Reminders in words."""

    def due(self, at: datetime) -> "ReminderQuerySet":
        return self.filter(state=Reminder.State.PLANNED, moment__lte=at)


class Reminder(models.Model):
    """One moment at which one person is told of one thing; once, by the unique constraint."""

    class Step(models.TextChoices):
        """Where the moment lies around the due day."""

        BEFORE = "before", _("Before it is due")
        ON_DAY = "on_day", _("On the day")
        OVERDUE = "overdue", _("Overdue")
        ESCALATION = "escalation", _("Escalation")

    class State(models.TextChoices):
        """Planned until it was sent, or until the thing was done or acknowledged."""

        PLANNED = "planned", _("Planned")
        SENT = "sent", _("Sent")
        CANCELLED = "cancelled", _("Cancelled")

    content_type = models.ForeignKey(ContentType, models.CASCADE)
    object_id = models.PositiveBigIntegerField()
    thing = GenericForeignKey("content_type", "object_id")
    person = models.ForeignKey(Person, models.CASCADE, related_name="reminders")
    step = models.CharField(_("step"), max_length=12, choices=Step)
    moment = models.DateTimeField(_("moment"))
    state = models.CharField(_("state"), max_length=12, choices=State, default=State.PLANNED)
    sent_at = models.DateTimeField(_("sent at"), null=True, blank=True)
    acknowledged_at = models.DateTimeField(_("acknowledged at"), null=True, blank=True)

    objects = ReminderQuerySet.as_manager()

    class Meta:
        verbose_name = _("reminder")
        verbose_name_plural = _("reminders")
        ordering = ["moment", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["content_type", "object_id", "person", "moment"], name="reminder_once"
            ),
            models.CheckConstraint(
                condition=Q(state__in=["planned", "sent", "cancelled"]), name="reminder_state_known"
            ),
            models.CheckConstraint(
                condition=Q(step__in=["before", "on_day", "overdue", "escalation"]),
                name="reminder_step_known",
            ),
            models.CheckConstraint(
                condition=~Q(state="sent") | Q(sent_at__isnull=False), name="reminder_sent_has_moment"
            ),
        ]
        indexes = [
            models.Index(fields=["moment"], condition=Q(state="planned"), name="reminder_waiting")
        ]

    def __str__(self) -> str:
        return f"{self.get_step_display()} {self.moment:%Y-%m-%d %H:%M}"
