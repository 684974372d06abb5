"""What a project has to reach by when, what can go wrong, and how it is accepted."""

from datetime import date

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.models import Person
from campus.tracking import tracked
from inspections.models import Inspection
from rooms.models.project import RoomProject

LEAST, MOST = 1, 5
BOUNDS = [MinValueValidator(LEAST), MaxValueValidator(MOST)]
# Likelihood times impact from which a risk is high and middling: the usual matrix of five by five.
HIGH, MIDDLING = 15, 8


class MilestoneQuerySet(models.QuerySet["Milestone"]):
    """Milestones in words."""

    def visible_to(self, person: Person) -> "MilestoneQuerySet":
        """The staff's."""
        return self.none() if person.is_pupil or not person.is_active else self

    def open(self) -> "MilestoneQuerySet":
        """Those still to be reached, of projects that go on."""
        return self.filter(done_on=None, project__status__in=RoomProject.OPEN)


@tracked()
class Milestone(models.Model):
    """Something that a project has reached by a day."""

    project = models.ForeignKey(RoomProject, models.CASCADE, related_name="milestones")
    title = models.CharField(_("title"), max_length=120)
    due_on = models.DateField(pgettext_lazy("milestone", "due on"))
    done_on = models.DateField(_("done on"), null=True, blank=True)
    person = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("responsible"),
    )  # fmt: skip

    objects = MilestoneQuerySet.as_manager()

    class Meta:
        verbose_name = _("milestone")
        verbose_name_plural = _("milestones")
        ordering = ["due_on", "id"]
        indexes = [models.Index(fields=["due_on"], name="milestone_by_day")]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Its project."""
        return reverse("rooms:project", args=[self.project_id])

    def tone(self, today: date) -> str:
        """The colour of its state."""
        if self.done_on:
            return "done"
        return "overdue" if self.due_on < today else "new"


class RiskQuerySet(models.QuerySet["Risk"]):
    """Risks in words."""

    def visible_to(self, person: Person) -> "RiskQuerySet":
        """The staff's."""
        return self.none() if person.is_pupil or not person.is_active else self

    def open(self) -> "RiskQuerySet":
        """Those to be watched, of projects that go on."""
        return self.filter(status=Risk.Status.OPEN, project__status__in=RoomProject.OPEN)

    def high(self) -> "RiskQuerySet":
        return self.filter(score__gte=HIGH)


@tracked()
class Risk(models.Model):
    """What could go wrong: how likely and how bad, each from 1 to 5, and what is done about it."""

    class Status(models.TextChoices):
        """Whether it is still to be watched."""

        OPEN = "open", pgettext_lazy("state of a risk", "Watched")
        HAPPENED = "happened", pgettext_lazy("state of a risk", "Has happened")
        CLOSED = "closed", pgettext_lazy("state of a risk", "Over")

    project = models.ForeignKey(RoomProject, models.CASCADE, related_name="risks")
    title = models.CharField(_("what could go wrong"), max_length=120)
    likelihood = models.PositiveSmallIntegerField(_("likelihood"), validators=BOUNDS)
    impact = models.PositiveSmallIntegerField(_("impact"), validators=BOUNDS)
    score = models.GeneratedField(
        expression=F("likelihood") * F("impact"),
        output_field=models.PositiveSmallIntegerField(), db_persist=True,
    )  # fmt: skip
    measure = models.CharField(_("measure"), max_length=300)
    owner = models.ForeignKey(
        Person, models.PROTECT, related_name="+", verbose_name=_("responsible")
    )
    status = models.CharField(_("state"), max_length=8, choices=Status, default=Status.OPEN)

    objects = RiskQuerySet.as_manager()

    class Meta:
        verbose_name = _("risk")
        verbose_name_plural = _("risks")
        ordering = ["-score", "id"]
        indexes = [models.Index(fields=["-score", "id"], name="risk_highest")]
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=["open", "happened", "closed"]), name="risk_status_known"
            ),
            models.CheckConstraint(
                condition=Q(likelihood__gte=LEAST, likelihood__lte=MOST)
                & Q(impact__gte=LEAST, impact__lte=MOST),
                name="risk_in_bounds",
                violation_error_message=_("Likelihood and impact go from 1 to 5."),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Its project."""
        return reverse("rooms:project", args=[self.project_id])

    @property
    def is_open(self) -> bool:
        return self.status == self.Status.OPEN

    @property
    def tone(self) -> str:
        """Red, amber or grey by its score; grey once it is over."""
        if not self.is_open:
            return "new"
        if self.score >= HIGH:
            return "overdue"
        return "due_soon" if self.score >= MIDDLING else "new"


@tracked()
class Acceptance(models.Model):
    """One inspection of what was done (验收), who was there, and what came of it."""

    class Result(models.TextChoices):
        """What came of it."""

        ACCEPTED = "accepted", pgettext_lazy("result of an acceptance", "Accepted")
        WITH_DEFECTS = (
            "with_defects",
            pgettext_lazy("result of an acceptance", "Accepted with defects"),
        )
        REFUSED = "refused", pgettext_lazy("result of an acceptance", "Not accepted")

    project = models.ForeignKey(RoomProject, models.CASCADE, related_name="acceptances")
    on = models.DateField(_("day"))
    people = models.CharField(_("who was there"), max_length=300)
    result = models.CharField(_("result"), max_length=12, choices=Result)
    defects = models.TextField(_("defects still open"), max_length=2000, blank=True)
    inspection = models.ForeignKey(
        Inspection, models.SET_NULL, null=True, blank=True, related_name="+",
        verbose_name=pgettext_lazy("acceptance", "walk of the checklist"),
    )  # fmt: skip
    by = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("written by"))
    at = models.DateTimeField(_("written at"))

    class Meta:
        verbose_name = _("acceptance")
        verbose_name_plural = _("acceptances")
        ordering = ["on", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(result__in=["accepted", "with_defects", "refused"]),
                name="acceptance_result_known",
            ),
            models.CheckConstraint(
                condition=Q(result="accepted", defects="") | ~Q(result="accepted") & ~Q(defects=""),
                name="acceptance_names_its_defects",
                violation_error_message=_("Say which defects there are, if any are left."),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.on} {self.get_result_display()}"

    @property
    def tone(self) -> str:
        """The colour of its result."""
        return {"accepted": "done", "with_defects": "due_soon"}.get(self.result, "overdue")
