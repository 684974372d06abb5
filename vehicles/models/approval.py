"""Who approves which trips, and who has."""

from django.contrib.postgres.fields import ArrayField
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.models import Person, Role
from campus.tracking import tracked
from vehicles.models.trip_request import MOST_DAYS, MOST_TRIP_KM, TripRequest

# Who can be named by a rule: whoever manages the fleet, and the head.
APPROVERS = (Role.FLEET_MANAGER, Role.HEAD)


class Why(models.TextChoices):
    """What makes an approval necessary."""

    ALWAYS = "always", pgettext_lazy("why it is approved", "Every trip")
    LONG = "long", pgettext_lazy("why it is approved", "Long trip")
    COSTLY = "costly", pgettext_lazy("why it is approved", "Costly trip")
    DAY_OFF = "day_off", pgettext_lazy("why it is approved", "On a day off")
    OVER_CAP = "over_cap", pgettext_lazy("why it is approved", "Above the usage cap")


# What the head alone can allow, whatever the school's rules say.
HEADS_OWN = (Why.DAY_OFF, Why.OVER_CAP)


@tracked()
class ApprovalRule(models.Model):
    """Which role approves trips of a sort; one row for each sort, edited by the head.

    A trip is long from `km` or `days` on, costly from `yuan` on; what is empty does not count. Days
    off and what is above the cap are the head's for good.
    """

    why = models.CharField(_("which trips"), max_length=12, choices=Why, unique=True)
    role = models.CharField(
        _("approved by"), max_length=32, choices=[(role.value, role.label) for role in APPROVERS]
    )
    is_on = models.BooleanField(_("in force"), default=True)
    km = models.PositiveIntegerField(
        _("from so many kilometres on"), null=True, blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(MOST_TRIP_KM)],
    )  # fmt: skip
    days = models.PositiveSmallIntegerField(
        _("from so many days on"), null=True, blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(MOST_DAYS)],
    )  # fmt: skip
    yuan = models.DecimalField(
        _("from so many yuan on"), max_digits=9, decimal_places=2, null=True, blank=True,
        validators=[MinValueValidator(0)],
    )  # fmt: skip

    class Meta:
        verbose_name = _("approval rule")
        verbose_name_plural = _("approval rules")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=Q(why__in=Why.values), name="approval_rule_why_known"),
            models.CheckConstraint(
                condition=Q(role__in=["fleet_manager", "head"]), name="approval_rule_role_known"
            ),
            models.CheckConstraint(
                condition=~Q(why__in=["day_off", "over_cap"]) | Q(role="head", is_on=True),
                name="approval_rule_of_the_head",
                violation_error_message=_("Days off and the cap are the head's."),
            ),
            models.CheckConstraint(
                condition=Q(why="long") | Q(km=None, days=None), name="approval_rule_long_alone"
            ),
            models.CheckConstraint(
                condition=Q(why="costly") | Q(yuan=None), name="approval_rule_costly_alone"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_why_display()} → {self.get_role_display()}"

    @property
    def is_heads_own(self) -> bool:
        """Whether nobody can change it."""
        return self.why in HEADS_OWN

    def asks_for(self, *, km: int, days: int, yuan: object) -> bool:
        """Whether such a trip is long or costly by this rule."""
        limits = ((self.km, km), (self.days, days), (self.yuan, yuan))
        return any(limit is not None and value >= limit for limit, value in limits)  # type: ignore[operator]  # numbers all


class ApprovalQuerySet(models.QuerySet["Approval"]):
    """Approvals in words."""

    def waiting(self) -> "ApprovalQuerySet":
        return self.filter(answer="")


@tracked()
class Approval(models.Model):
    """One step on the way of a request: whose turn, why, and what was answered.

    Steps are taken in their order. `asker` repeats who asks for the trip, so that the database can
    see to it that nobody approves their own.
    """

    class Answer(models.TextChoices):
        """What was said."""

        APPROVED = "approved", pgettext_lazy("answer to a trip request", "Approved")
        REFUSED = "refused", pgettext_lazy("answer to a trip request", "Refused")

    request = models.ForeignKey(
        TripRequest, models.PROTECT, related_name="approvals", verbose_name=_("trip request")
    )
    step = models.PositiveSmallIntegerField(pgettext_lazy("of an approval", "step"))
    why = ArrayField(models.CharField(max_length=12, choices=Why), verbose_name=_("why"))
    role = models.CharField(_("approved by"), max_length=32, choices=Role)
    asker = models.ForeignKey(Person, models.PROTECT, related_name="+")
    answer = models.CharField(
        pgettext_lazy("of an approval", "answer"),
        max_length=8,
        choices=Answer,
        blank=True,
        default="",
    )
    decided_by = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("decided by"),
    )  # fmt: skip
    decided_at = models.DateTimeField(_("decided at"), null=True, blank=True)
    words = models.CharField(_("reason"), max_length=300, blank=True)

    objects = ApprovalQuerySet.as_manager()

    class Meta:
        verbose_name = _("approval of a trip")
        verbose_name_plural = _("approvals of trips")
        ordering = ["request", "step"]
        constraints = [
            models.UniqueConstraint(fields=["request", "step"], name="approval_step_once"),
            models.CheckConstraint(
                condition=Q(why__contained_by=Why.values, why__len__gt=0), name="approval_why_known"
            ),
            models.CheckConstraint(condition=Q(role__in=Role.values), name="approval_role_known"),
            models.CheckConstraint(
                condition=Q(answer__in=["", "approved", "refused"]), name="approval_answer_known"
            ),
            models.CheckConstraint(
                condition=Q(answer="", decided_by=None, decided_at=None)
                | ~Q(answer="") & Q(decided_by__isnull=False, decided_at__isnull=False),
                name="approval_decided_whole",
            ),
            models.CheckConstraint(
                condition=Q(decided_by=None) | ~Q(decided_by=F("asker")),
                name="approval_by_another",
                violation_error_message=_("Nobody approves what they have asked for themselves."),
            ),
            models.CheckConstraint(
                condition=~Q(answer="refused") | ~Q(words=""),
                name="approval_refused_for_a_reason",
                violation_error_message=_("Say why."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.request} · {self.step}"

    @property
    def reasons(self) -> list[str]:
        """Why, in words."""
        return [str(Why(each).label) for each in self.why]
