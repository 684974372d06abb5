"""What is looked after how often: preventive maintenance."""

from datetime import date

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.lists.search import Bigrams
from campus.models import Person, Place, Role
from campus.school_time.months import day_of_month, months_after
from campus.tracking import tracked
from inspections.models import Checklist, roles_of
from planning.models import PlanItem
from repairs.models.asset import AssetCategory, FixedAsset

MOST_MONTHS, MOST_LEAD = 120, 120


class PlanQuerySet(models.QuerySet["MaintenancePlan"]):
    """Maintenance plans in words."""

    def visible_to(self, person: Person) -> "PlanQuerySet":
        """The staff's."""
        return self.none() if person.is_pupil or not person.is_active else self

    def running(self) -> "PlanQuerySet":
        return self.filter(is_paused=False)

    def of(self, person: Person) -> "PlanQuerySet":
        """Those that the person carries out, by name or by a role held today."""
        return self.filter(Q(planned_for=person) | Q(role__in=roles_of(person)))


@tracked()
class MaintenancePlan(models.Model):
    """What is maintained how often by whom (保养计划): an asset, all assets of a category or at a
    place, or a place itself, such as the water pipes of every building.

    By interval it is due first on `starts_on` and then so many months after it was done; by the
    year on a day of each year, from `starts_on` on. Jobs are laid `lead_days` before they are due.
    """

    class Covers(models.TextChoices):
        """What it is for."""

        ASSET = "asset", _("One asset")
        ASSETS = "assets", _("All assets of a category or at a place")
        PLACE = "place", _("A place itself, or each of its parts of a level")

    class Rhythm(models.TextChoices):
        """How often."""

        INTERVAL = "interval", _("Every so many months after it was done")
        YEARLY = "yearly", _("On a day of each year")

    name = models.CharField(_("name"), max_length=80, unique=True)
    covers = models.CharField(_("what is maintained"), max_length=6, choices=Covers)
    asset = models.ForeignKey(
        FixedAsset, models.PROTECT, null=True, blank=True, related_name="maintenance_plans",
        verbose_name=_("asset"),
    )  # fmt: skip
    category = models.ForeignKey(
        AssetCategory, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("category of assets"),
    )  # fmt: skip
    place = models.ForeignKey(
        Place, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("place")
    )
    part_kind = models.CharField(
        _("each of its parts of this level"), max_length=12, choices=Place.Kind, blank=True,
        default="",
    )  # fmt: skip
    rhythm = models.CharField(_("how often"), max_length=8, choices=Rhythm)
    every_months = models.PositiveSmallIntegerField(
        _("every so many months"), null=True, blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(MOST_MONTHS)],
    )  # fmt: skip
    month = models.PositiveSmallIntegerField(
        pgettext_lazy("maintenance", "month"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(12)],
    )
    month_day = models.PositiveSmallIntegerField(
        pgettext_lazy("maintenance", "day"), null=True, blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(31)],
    )  # fmt: skip
    starts_on = models.DateField(_("due first from"))
    lead_days = models.PositiveSmallIntegerField(
        _("days before it is due that its jobs are laid"), default=14,
        validators=[MaxValueValidator(MOST_LEAD)],
    )  # fmt: skip
    checklist = models.ForeignKey(
        Checklist, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("checklist"),
    )  # fmt: skip
    planned_for = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=pgettext_lazy("maintenance", "by whom"),
    )  # fmt: skip
    role = models.CharField(
        _("or by whoever is on duty as"), max_length=32, choices=Role, blank=True, default=""
    )
    words = models.CharField(_("what is to be done"), max_length=1000, blank=True)
    plan_item = models.ForeignKey(
        PlanItem, models.SET_NULL, null=True, blank=True, editable=False, db_index=False,
        related_name="maintenance_plans", verbose_name=_("plan item"),
    )  # fmt: skip
    is_paused = models.BooleanField(_("paused"), default=False)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("written by"))
    at = models.DateTimeField(_("written at"))
    sought = models.GeneratedField(
        expression=Bigrams("name", "words"), output_field=SearchVectorField(), db_persist=True
    )

    objects = PlanQuerySet.as_manager()

    class Meta:
        verbose_name = _("maintenance plan")
        verbose_name_plural = _("maintenance plans")
        ordering = ["name"]
        indexes = [
            GinIndex(fields=["sought"], name="maintenance_plan_sought"),
            models.Index(
                fields=["plan_item"], condition=Q(plan_item__isnull=False),
                name="maintenance_plan_of_plan_item",
            ),
        ]  # fmt: skip
        constraints = [
            models.CheckConstraint(
                condition=Q(covers="asset", asset__isnull=False, category=None, place=None)
                | Q(covers="assets", asset=None)
                & (Q(category__isnull=False) | Q(place__isnull=False))
                | Q(covers="place", asset=None, category=None, place__isnull=False),
                name="maintenance_plan_covers_something",
                violation_error_message=_("Say what is maintained: an asset, a category, a place."),
            ),
            models.CheckConstraint(
                condition=Q(covers__in=["asset", "assets", "place"]),
                name="maintenance_plan_covers_known",
            ),
            models.CheckConstraint(
                condition=Q(part_kind="") | Q(part_kind__in=Place.Kind.values, covers="place"),
                name="maintenance_plan_part_kind_known",
            ),
            models.CheckConstraint(
                condition=Q(rhythm__in=["interval", "yearly"]), name="maintenance_plan_rhythm_known"
            ),
            models.CheckConstraint(
                condition=Q(
                    rhythm="interval", every_months__isnull=False, every_months__gte=1,
                    every_months__lte=MOST_MONTHS, month=None, month_day=None,
                )
                | Q(
                    rhythm="yearly", every_months=None, month__isnull=False, month__gte=1,
                    month__lte=12, month_day__isnull=False, month_day__gte=1, month_day__lte=31,
                ),
                name="maintenance_plan_has_its_rhythm",
                violation_error_message=_("Say every how many months, or on which day."),
            ),
            models.CheckConstraint(
                condition=Q(lead_days__lte=MOST_LEAD), name="maintenance_plan_leads_in_bounds"
            ),
            models.CheckConstraint(
                condition=Q(role__in=["", *Role.values]), name="maintenance_plan_role_known"
            ),
            models.CheckConstraint(
                condition=Q(planned_for=None) & ~Q(role="")
                | Q(planned_for__isnull=False, role=""),
                name="maintenance_plan_for_a_person_or_a_role",
                violation_error_message=_("Name a person, or a role, but not both."),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("repairs:maintenance_plan", args=[self.pk])

    @property
    def is_yearly(self) -> bool:
        return self.rhythm == self.Rhythm.YEARLY

    @property
    def whose(self) -> str:
        """Who carries it out, in words."""
        return str(self.planned_for) if self.planned_for else str(Role(self.role).label)

    @property
    def what(self) -> str:
        """What it is for, in words."""
        where = self.place.with_code if self.place else ""
        level = Place.Kind(self.part_kind).label if self.part_kind else ""
        parts = (str(self.asset or ""), str(self.category or ""), where, str(level))
        return " · ".join(filter(None, parts))

    def occasion_by(self, day: date) -> date | None:
        """The latest day of the year's rhythm that is not after `day`; None before the first."""
        assert self.month is not None  # the database holds it for this rhythm
        assert self.month_day is not None
        for year in (day.year, day.year - 1):
            due = day_of_month(year, self.month, self.month_day)
            if self.starts_on <= due <= day:
                return due
        return None

    def due_after(self, done_on: date) -> date:
        """When it is due again by interval."""
        assert self.every_months is not None  # the database holds it for this rhythm
        return months_after(done_on, self.every_months)
