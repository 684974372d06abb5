"""What could hurt somebody, until it is closed out."""

from datetime import date, datetime

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.cases.models import HANDED_ON, MERGED, Case, CaseQuerySet
from campus.models import Department, Person, Role
from campus.school_time.engine import moments_of
from campus.tracking import tracked
from safety.models.criterion import DOMAIN_VALUES, Domain, MajorCriterion
from safety.models.tally import HAZARDS_BY_DAY

# Whoever answers for safety sees every hazard.
OFFICERS = (Role.SAFETY_OFFICER, Role.HEAD)


class HazardQuerySet(CaseQuerySet["Hazard"]):
    """Hazards in words."""

    def visible_to(self, person: Person) -> "HazardQuerySet":
        """Officers and the head see all; who holds a duty over a department what it rectifies;
        everybody else what they have reported, are responsible for, or follow."""
        if person.on_duty_as(*OFFICERS):
            return self
        seen = Q(pk__in=Hazard.objects.concerning(person).order_by().values("pk"))
        led = [each.department_id for each in person.duties_today if each.department_id]
        if led and not person.is_pupil:
            seen |= Q(department__in=led)
        return self.filter(seen | Q(owner=person))

    def of_year(self, year: int) -> "HazardQuerySet":
        """The register of a calendar year (每年一册): raised in it, or still open when it began.

        What was closed before is not carried over.
        """
        begins, ends = moments_of(date(year, 1, 1), date(year, 12, 31))
        lasting = Q(status__in=Hazard.OPEN) | Q(verified_at__gte=begins)
        return self.filter(Q(raised_at__gte=begins) | lasting, raised_at__lt=ends)

    def raised_between(self, start: datetime, end: datetime) -> "HazardQuerySet":
        return self.filter(raised_at__gte=start, raised_at__lt=end)


@tracked()
class Hazard(Case):
    """One hazard (隐患) at one place, from the report to the closing.

    `owner` is responsible for rectification; `assignee` is in whose hands it is at the moment.
    The five commitments (五落实) are measures, owner, budget in yuan, `rectify_by`, contingency.
    """

    class Status(models.TextChoices):
        """Where a hazard stands."""

        REPORTED = "reported", pgettext_lazy("state of a hazard", "Reported")
        GRADED = "graded", pgettext_lazy("state of a hazard", "Graded")
        RECTIFYING = "rectifying", pgettext_lazy("state of a hazard", "Being rectified")
        VERIFYING = "verifying", pgettext_lazy("state of a hazard", "To be verified")
        SENT_BACK = "sent_back", pgettext_lazy("state of a hazard", "Sent back")
        REPORTED_UP = "reported_up", pgettext_lazy("state of a hazard", "Reported upward")
        CLOSED = "closed", pgettext_lazy("state of a hazard", "Closed out")
        REJECTED = "rejected", pgettext_lazy("state of a hazard", "No hazard")
        MERGED = MERGED, _("Merged")
        HANDED_ON = HANDED_ON, _("Handed on")

    class Source(models.TextChoices):
        """How it came to be known."""

        PATROL = "patrol", pgettext_lazy("source of a hazard", "Daily patrol")
        INSPECTION = "inspection", pgettext_lazy("source of a hazard", "Special inspection")
        AUTHORITY = "authority", pgettext_lazy("source of a hazard", "Inspection from above")
        REPORT = "report", pgettext_lazy("source of a hazard", "Report of staff or pupils")
        REPAIR = "repair", pgettext_lazy("source of a hazard", "From a repair")
        DRILL = "drill", pgettext_lazy("source of a hazard", "Found in a drill")

    class Level(models.TextChoices):
        """How grave it is; empty until it is graded."""

        GENERAL = "general", pgettext_lazy("level of a hazard", "General")
        MAJOR = "major", pgettext_lazy("level of a hazard", "Major")

    OPEN = (
        Status.REPORTED, Status.GRADED, Status.RECTIFYING, Status.VERIFYING, Status.SENT_BACK,
        Status.REPORTED_UP,
    )  # fmt: skip
    # What is beyond the school waits for others; the deadline stands still.
    PAUSED = (Status.REPORTED_UP,)
    NEEDS_REASON = (Status.SENT_BACK, Status.REPORTED_UP, Status.REJECTED)
    _ELSEWHERE = {Status.MERGED, Status.HANDED_ON}
    MOVES = {
        Status.REPORTED: {Status.GRADED, Status.REJECTED, *_ELSEWHERE},
        Status.GRADED: {Status.RECTIFYING, Status.REPORTED_UP, Status.REJECTED, *_ELSEWHERE},
        Status.RECTIFYING: {Status.VERIFYING, Status.REPORTED_UP, Status.MERGED},
        Status.VERIFYING: {Status.CLOSED, Status.SENT_BACK},
        Status.SENT_BACK: {Status.VERIFYING, Status.REPORTED_UP},
        Status.REPORTED_UP: {Status.RECTIFYING},
        Status.CLOSED: {Status.SENT_BACK},
        Status.REJECTED: {Status.REPORTED},
    }  # fmt: skip

    status = models.CharField(_("state"), max_length=12, choices=Status, default=Status.REPORTED)
    source = models.CharField(_("source"), max_length=12, choices=Source, default=Source.REPORT)
    domain = models.CharField(_("category"), max_length=12, choices=Domain, default=Domain.OTHER)
    level = models.CharField(_("level"), max_length=8, choices=Level, blank=True, default="")
    criterion = models.ForeignKey(
        MajorCriterion, models.PROTECT, null=True, blank=True, related_name="hazards",
        verbose_name=_("criterion"),
    )  # fmt: skip
    grounds = models.CharField(_("grounds of the grading"), max_length=300, blank=True)
    owner = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("responsible for rectification"),
    )  # fmt: skip
    department = models.ForeignKey(
        Department, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("responsible department"),
    )  # fmt: skip
    measures = models.TextField(_("measures"), max_length=2000, blank=True)
    budget = models.DecimalField(
        _("budget in yuan"), max_digits=11, decimal_places=2, null=True, blank=True
    )
    rectify_by = models.DateField(_("rectify by"), null=True, blank=True)
    contingency = models.TextField(_("contingency"), max_length=2000, blank=True)
    isolation = models.CharField(_("kept safe meanwhile by"), max_length=300, blank=True)
    upward_to = models.CharField(_("reported upward to"), max_length=80, blank=True)
    upward_how = models.CharField(_("reported upward how"), max_length=80, blank=True)
    upward_on = models.DateField(_("reported upward on"), null=True, blank=True)
    rectifier = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("rectified by"),
    )  # fmt: skip
    rectified_at = models.DateTimeField(_("rectified at"), null=True, blank=True)
    verifier = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("verified by"),
    )  # fmt: skip
    verified_at = models.DateTimeField(_("verified at"), null=True, blank=True)
    verdict = models.CharField(_("result of the verification"), max_length=300, blank=True)
    remark = models.CharField(_("remark"), max_length=300, blank=True)

    objects = HazardQuerySet.as_manager()

    class Meta(Case.Meta):
        abstract = False
        verbose_name = _("hazard")
        verbose_name_plural = _("hazards")
        indexes = [
            *Case.Meta.indexes,
            models.Index(fields=["owner", "status"], name="hazard_of_owner"),
            models.Index(
                fields=["verified_at"],
                condition=Q(verified_at__isnull=False),
                name="hazard_verified",
            ),
        ]
        constraints = [
            *Case.Meta.constraints,
            models.CheckConstraint(
                condition=Q(
                    status__in=[
                        "reported", "graded", "rectifying", "verifying", "sent_back",
                        "reported_up", "closed", "rejected", "merged", "handed_on",
                    ]
                ),
                name="hazard_status_known",
            ),
            models.CheckConstraint(
                condition=Q(
                    source__in=[
                        "patrol", "inspection", "authority", "report", "repair", "drill",
                    ]
                ),
                name="hazard_source_known",
            ),
            models.CheckConstraint(
                condition=Q(domain__in=DOMAIN_VALUES), name="hazard_domain_known"
            ),
            models.CheckConstraint(
                condition=Q(level__in=["", "general", "major"]), name="hazard_level_known"
            ),
            models.CheckConstraint(
                condition=~Q(level="")
                | Q(status__in=["reported", "rejected", "merged", "handed_on"]),
                name="hazard_graded_has_level",
                violation_error_message=_("Say how grave it is."),
            ),
            models.CheckConstraint(
                condition=Q(level="major") & (Q(criterion__isnull=False) | ~Q(grounds=""))
                | ~Q(level="major") & Q(criterion=None),
                name="hazard_major_for_a_reason",
                violation_error_message=_("Say what makes it a major one."),
            ),
            models.CheckConstraint(
                condition=~Q(status__in=["rectifying", "verifying", "sent_back", "closed"])
                | Q(owner__isnull=False, rectify_by__isnull=False),
                name="hazard_in_work_has_owner_and_day",
                violation_error_message=_("Say who rectifies it, and by when."),
            ),
            models.CheckConstraint(
                condition=~Q(level="major")
                | ~Q(status__in=["rectifying", "verifying", "sent_back", "closed"])
                | Q(budget__isnull=False) & ~Q(measures="") & ~Q(contingency=""),
                name="hazard_major_has_five_commitments",
                violation_error_message=_(
                    "A major hazard needs measures, a person, a budget, a day and a contingency."
                ),
            ),
            models.CheckConstraint(
                condition=Q(budget=None) | Q(budget__gte=0),
                name="hazard_budget_not_negative",
                violation_error_message=_("A budget is no less than nought."),
            ),
            models.CheckConstraint(
                condition=Q(upward_to="", upward_how="", upward_on=None)
                | ~Q(upward_to="") & ~Q(upward_how="") & Q(upward_on__isnull=False),
                name="hazard_upward_whole",
                violation_error_message=_("Say to whom, how and when it was reported upward."),
            ),
            models.CheckConstraint(
                condition=~Q(status="reported_up")
                | Q(upward_on__isnull=False) & ~Q(isolation=""),
                name="hazard_upward_and_kept_safe",
                violation_error_message=_("Say how people are kept safe meanwhile."),
            ),
            models.CheckConstraint(
                condition=~Q(status__in=["verifying", "closed"])
                | Q(rectifier__isnull=False, rectified_at__isnull=False),
                name="hazard_rectified_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(status="closed", verifier__isnull=False, verified_at__isnull=False)
                | ~Q(status="closed") & Q(verifier=None, verified_at=None),
                name="hazard_closed_by_a_verifier",
                violation_error_message=_("A hazard is closed out by whoever has verified it."),
            ),
            models.CheckConstraint(
                condition=Q(verifier=None)
                | ~Q(verifier=F("rectifier")) & ~Q(verifier=F("owner")),
                name="hazard_verified_by_another",
                violation_error_message=_(
                    "Nobody verifies what they have rectified or are responsible for."
                ),
            ),
            models.CheckConstraint(
                condition=Q(place__isnull=False) | Q(origin_type__isnull=False),
                name="hazard_is_somewhere",
                violation_error_message=_("Say where it is."),
            ),
        ]  # fmt: skip
        triggers = [*Case.Meta.triggers, HAZARDS_BY_DAY.trigger]

    @property
    def is_major(self) -> bool:
        return self.level == self.Level.MAJOR
