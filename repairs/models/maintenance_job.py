"""Each occasion of preventive maintenance, and what became of it."""

from datetime import date, timedelta

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.lists.search import Bigrams
from campus.locking import lock
from campus.models import Person, Place
from campus.tracking import tracked
from inspections.models import Inspection
from repairs.models.asset import FixedAsset
from repairs.models.maintenance import MaintenancePlan


class JobQuerySet(models.QuerySet["MaintenanceJob"]):
    """Jobs in words."""

    def visible_to(self, person: Person) -> "JobQuerySet":
        """The staff's."""
        return self.none() if person.is_pupil or not person.is_active else self

    def open(self) -> "JobQuerySet":
        """Planned or under way."""
        return self.filter(status__in=MaintenanceJob.OPEN)

    def overdue(self, on: date) -> "JobQuerySet":
        return self.open().filter(due_on__lt=on)

    def counted(self, on: date) -> "JobQuerySet":
        """Those that figures count: due by a day, or done before that."""
        return self.filter(Q(due_on__lte=on) | Q(status="done"))

    def kept(self) -> "JobQuerySet":
        """Done by the day they were due."""
        return self.filter(status="done", done_on__lte=F("due_on"))

    def late(self) -> "JobQuerySet":
        """Done after the day they were due."""
        return self.filter(status="done", done_on__gt=F("due_on"))

    def whose(self, person: Person) -> "JobQuerySet":
        """Those of the plans that the person carries out."""
        plans = MaintenancePlan.objects.of(person).order_by().values("pk")
        return self.filter(plan__in=plans)

    def at_place(self, place: Place) -> "JobQuerySet":
        """At the place or a part of it, or of an asset there."""
        there = Place.objects.within(place).order_by().values("pk")
        return self.filter(Q(place__in=there) | Q(asset__place__in=there))


@tracked()
class MaintenanceJob(models.Model):
    """One occasion of a plan for one thing (保养任务): planned → under way → done, or skipped for
    a reason; or missed, where the next occasion came before anybody had begun.

    The thing is `asset`, or without one the `place`. A job with a checklist is done by walking it;
    `inspection` is that walk. `title` is what plan and thing were called when it was laid.
    """

    class Status(models.TextChoices):
        """Where a job stands."""

        PLANNED = "planned", pgettext_lazy("state of maintenance", "Planned")
        UNDER_WAY = "under_way", _("Under way")
        DONE = "done", _("Done")
        SKIPPED = "skipped", pgettext_lazy("state of maintenance", "Skipped")
        MISSED = "missed", pgettext_lazy("state of maintenance", "Missed")

    OPEN = (Status.PLANNED, Status.UNDER_WAY)
    MOVES = {
        Status.PLANNED: {Status.UNDER_WAY, Status.DONE, Status.SKIPPED, Status.MISSED},
        Status.UNDER_WAY: {Status.DONE, Status.SKIPPED},
    }

    plan = models.ForeignKey(
        MaintenancePlan, models.PROTECT, related_name="jobs", verbose_name=_("maintenance plan")
    )
    asset = models.ForeignKey(
        FixedAsset, models.PROTECT, null=True, blank=True, related_name="maintenance",
        verbose_name=_("asset"),
    )  # fmt: skip
    place = models.ForeignKey(
        Place, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("place")
    )
    title = models.CharField(_("name"), max_length=260, editable=False)
    due_on = models.DateField(_("due"))
    status = models.CharField(_("state"), max_length=10, choices=Status, default=Status.PLANNED)
    inspection = models.OneToOneField(
        Inspection, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("inspection"),
    )  # fmt: skip
    started_by = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("begun by"),
    )  # fmt: skip
    started_at = models.DateTimeField(_("begun at"), null=True, blank=True)
    done_on = models.DateField(_("done on"), null=True, blank=True)
    ended_by = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("done or skipped by"),
    )  # fmt: skip
    ended_at = models.DateTimeField(_("done or skipped at"), null=True, blank=True)
    words = models.CharField(_("what was done"), max_length=500, blank=True)
    reason = models.CharField(_("reason"), max_length=300, blank=True)
    cost = models.DecimalField(
        _("cost in yuan"), max_digits=10, decimal_places=2, default=0,
        validators=[MinValueValidator(0)],
    )  # fmt: skip
    sought = models.GeneratedField(
        expression=Bigrams("title", "words"), output_field=SearchVectorField(), db_persist=True
    )

    objects = JobQuerySet.as_manager()

    class Meta:
        verbose_name = _("maintenance job")
        verbose_name_plural = _("maintenance jobs")
        ordering = ["due_on", "id"]
        indexes = [
            GinIndex(fields=["sought"], name="maintenance_job_sought"),
            models.Index(fields=["due_on", "id"], name="maintenance_job_due"),
            models.Index(
                fields=["due_on", "id"], condition=Q(status__in=["planned", "under_way"]),
                name="maintenance_job_open",
            ),
            models.Index(fields=["asset", "-due_on"], name="maintenance_job_of_asset"),
        ]  # fmt: skip
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=["planned", "under_way", "done", "skipped", "missed"]),
                name="maintenance_job_status_known",
            ),
            models.CheckConstraint(
                condition=Q(asset__isnull=False, place=None) | Q(asset=None, place__isnull=False),
                name="maintenance_job_for_one_thing",
            ),
            models.UniqueConstraint(
                fields=["plan", "asset", "due_on"], condition=Q(asset__isnull=False),
                name="maintenance_job_once_an_asset",
            ),
            models.UniqueConstraint(
                fields=["plan", "place", "due_on"], condition=Q(place__isnull=False),
                name="maintenance_job_once_a_place",
            ),
            models.UniqueConstraint(
                fields=["plan", "asset"], name="maintenance_job_one_open_an_asset",
                condition=Q(asset__isnull=False, status__in=["planned", "under_way"]),
            ),
            models.UniqueConstraint(
                fields=["plan", "place"], name="maintenance_job_one_open_a_place",
                condition=Q(place__isnull=False, status__in=["planned", "under_way"]),
            ),
            models.CheckConstraint(
                condition=~Q(status="under_way")
                | Q(started_by__isnull=False, started_at__isnull=False),
                name="maintenance_job_begun_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(
                    status="done", done_on__isnull=False, ended_by__isnull=False,
                    ended_at__isnull=False,
                )
                | Q(status="skipped", done_on=None, ended_by__isnull=False, ended_at__isnull=False)
                | Q(status__in=["planned", "under_way", "missed"], done_on=None, ended_by=None),
                name="maintenance_job_ended_by_somebody",
            ),
            models.CheckConstraint(
                condition=~Q(status="skipped") | ~Q(reason=""),
                name="maintenance_job_skipped_for_a_reason",
                violation_error_message=_("Say why."),
            ),
            models.CheckConstraint(
                condition=Q(cost__gte=0),
                name="maintenance_job_cost_not_negative",
                violation_error_message=_("A cost is not negative."),
            ),
        ]  # fmt: skip
        triggers = [lock("{row}.due_on")]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("repairs:maintenance_job", args=[self.pk])

    @property
    def is_open(self) -> bool:
        return self.status in self.OPEN

    @property
    def where(self) -> Place | None:
        """Where its thing is now."""
        return self.asset.place if self.asset else self.place

    def can_become(self, status: str) -> bool:
        """Whether `status` may follow the present one."""
        return status in self.MOVES.get(self.Status(self.status), set())

    def days_left(self, on: date) -> int:
        return (self.due_on - on).days

    def tone(self, on: date) -> str:
        """The colour of its state: the same as everywhere."""
        if self.is_open and self.due_on < on:
            return "overdue"
        if self.is_open and self.due_on - on <= timedelta(days=3):
            return "due_soon"
        tones = {"planned": "new", "skipped": "dropped", "missed": "overdue"}
        return tones.get(self.status, self.status)
