"""What is promised of cases of any kind, by which rule, and when more time is asked for."""

from datetime import datetime

from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from campus.cases.models.case import Case
from campus.people.models import Person


class PromiseQuerySet(models.QuerySet["Promise"]):
    """Promises in words."""

    def of(self, case: Case) -> "PromiseQuerySet":
        kind = ContentType.objects.get_for_model(case)
        return self.filter(content_type=kind, object_id=case.pk).order_by("id")

    def unmet(self) -> "PromiseQuerySet":
        """Neither met nor dropped: running, or paused."""
        return self.filter(met_at=None, dropped_at=None)

    def ringing(self, at: datetime) -> "PromiseQuerySet":
        """Promises whose next alarm has come."""
        return self.filter(next_alarm_at__lte=at).order_by("next_alarm_at")


class Promise(models.Model):
    """By when a case gets its answer, its arrival, its end (有报修必响应): one row for each.

    While it runs `due_at` is set; while the case is on hold `left` is, the working time that was
    still to come. `rung` counts the alarms given, `next_alarm_at` is the moment of the next.
    """

    content_type = models.ForeignKey(ContentType, models.CASCADE, related_name="+")
    object_id = models.PositiveBigIntegerField()
    case = GenericForeignKey()
    kind = models.CharField(_("what is promised"), max_length=16)
    hours = models.CharField(_("counted in"), max_length=12)
    begun_at = models.DateTimeField(_("given at"))
    due_at = models.DateTimeField(_("due"), null=True, blank=True)
    left = models.DurationField(_("working time left"), null=True, blank=True)
    met_at = models.DateTimeField(_("met at"), null=True, blank=True)
    dropped_at = models.DateTimeField(_("dropped at"), null=True, blank=True)
    rung = models.PositiveSmallIntegerField(default=0)
    next_alarm_at = models.DateTimeField(null=True, blank=True)

    objects = PromiseQuerySet.as_manager()

    class Meta:
        verbose_name = _("promise")
        verbose_name_plural = _("promises")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["content_type", "object_id", "kind"],
                condition=Q(met_at=None, dropped_at=None),
                name="promise_runs_once",
            ),
            models.CheckConstraint(
                condition=Q(due_at=None, left__isnull=False) | Q(due_at__isnull=False, left=None),
                name="promise_runs_or_is_paused",
            ),
            models.CheckConstraint(
                condition=Q(met_at=None) | Q(dropped_at=None), name="promise_met_or_dropped"
            ),
            models.CheckConstraint(
                condition=Q(next_alarm_at=None) | Q(met_at=None, dropped_at=None, left=None),
                name="promise_rings_while_it_runs",
            ),
            models.CheckConstraint(
                condition=Q(hours__in=["office", "boarding", "clock"]), name="promise_hours_known"
            ),
        ]
        indexes = [
            models.Index(fields=["content_type", "object_id"], name="promise_of_case"),
            models.Index(
                fields=["next_alarm_at"],
                condition=Q(next_alarm_at__isnull=False),
                name="promise_ringing",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.due_at or self.left}"

    @property
    def is_unmet(self) -> bool:
        return self.met_at is None and self.dropped_at is None

    @property
    def is_paused(self) -> bool:
        return self.is_unmet and self.due_at is None

    @property
    def was_kept(self) -> bool:
        """Whether it was met in time."""
        return self.met_at is not None and (self.due_at is None or self.met_at <= self.due_at)


class PromiseRule(models.Model):
    """The school's own rule for one promise of one kind of case; without one the shipped holds.

    With a `variant` it holds for cases of that sort alone, such as one category of faults, and goes
    before the one without. `minutes` are None where people agree on the moment case by case.
    """

    case_kind = models.CharField(max_length=24)
    promise = models.CharField(max_length=16)
    priority = models.CharField(_("priority"), max_length=8, choices=Case.Priority)
    variant = models.CharField(max_length=24, blank=True, default="", db_default="")
    minutes = models.PositiveIntegerField(
        _("promised within, in working minutes"),
        null=True,
        blank=True,
        help_text=_("240 is half an office day."),
    )
    warn_minutes = models.PositiveIntegerField(
        _("warning before, in working minutes"), help_text=_("0 gives no warning.")
    )
    escalate_minutes = ArrayField(
        models.PositiveIntegerField(),
        verbose_name=_("escalation after, in working minutes"),
        default=list,
        blank=True,
        help_text=_("One number for each step up the chain, such as 0, 240."),
    )

    class Meta:
        verbose_name = _("rule of a promise")
        verbose_name_plural = _("rules of promises")
        ordering = ["case_kind", "promise", "priority", "variant"]
        constraints = [
            models.UniqueConstraint(
                fields=["case_kind", "promise", "priority", "variant"], name="promise_rule_once"
            ),
            models.CheckConstraint(
                condition=Q(priority__in=["urgent", "normal"]), name="promise_rule_priority_known"
            ),
            models.CheckConstraint(
                condition=Q(minutes=None) | Q(minutes__gte=1, minutes__lte=60 * 8 * 250),
                name="promise_rule_within_a_year",
                violation_error_message=_("Promise something between a minute and a year."),
            ),
            models.CheckConstraint(
                condition=Q(minutes=None) | Q(warn_minutes__lt=F("minutes")),
                name="promise_rule_warns_within",
                violation_error_message=_("The warning must come after the promise is given."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case_kind} {self.promise} {self.priority}"


class ExtensionQuerySet(models.QuerySet["Extension"]):
    """Requests for more time in words."""

    def of(self, case: Case) -> "ExtensionQuerySet":
        kind = ContentType.objects.get_for_model(case)
        return self.filter(content_type=kind, object_id=case.pk)

    def open(self) -> "ExtensionQuerySet":
        """Neither allowed nor refused."""
        return self.filter(decided_at=None)


class Extension(models.Model):
    """More time that whoever works on a case has asked for (延期申请), until somebody else decides.

    Decided when the case ends, too: then `decided_by` is whoever ended it and nothing was granted.
    """

    content_type = models.ForeignKey(ContentType, models.CASCADE, related_name="+")
    object_id = models.PositiveBigIntegerField()
    case = GenericForeignKey()
    promise = models.CharField(_("what is promised"), max_length=16)
    until = models.DateTimeField(_("until"))
    reason = models.CharField(_("reason"), max_length=2000)
    asked_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    decided_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)
    is_granted = models.BooleanField(default=False)

    objects = ExtensionQuerySet.as_manager()

    class Meta:
        verbose_name = _("request for more time")
        verbose_name_plural = _("requests for more time")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["content_type", "object_id"],
                condition=Q(decided_at=None),
                name="extension_asked_once",
                violation_error_message=_("More time has been asked for already."),
            ),
            models.CheckConstraint(
                condition=Q(decided_at=None, decided_by=None, is_granted=False)
                | Q(decided_at__isnull=False),
                name="extension_decided_whole",
            ),
            models.CheckConstraint(
                condition=Q(is_granted=False) | ~Q(decided_by=F("asked_by")),
                name="extension_granted_by_another",
                violation_error_message=_("Somebody else allows more time, not who asks for it."),
            ),
            models.CheckConstraint(
                condition=Q(is_granted=False) | Q(decided_by__isnull=False),
                name="extension_granted_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case}: {self.until}"
