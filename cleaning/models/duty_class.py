"""The class that checks the others for a week, its groups, and what it earns by that."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeBoundary, RangeOperators
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Func, Q
from django.db.models.functions import Now, TruncDate
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from campus.locking import lock
from campus.models import Person, Place, Role, SchoolClass
from campus.tracking import tracked

# Roles that are held over a class by whoever speaks for it.
FOR_A_CLASS = (Role.CLASS_TEACHER, Role.LABOR_MONITOR)


def classes_of(person: Person) -> list[int]:
    """The classes that are the person's own, by number: a pupil's class, and those that they teach
    or are labour monitor of today."""
    own = {
        duty.school_class_id
        for duty in person.duties_today
        if duty.role in FOR_A_CLASS and duty.school_class_id
    }
    if person.school_class_id:
        own.add(person.school_class_id)
    return sorted(own)


class DutyWeekQuerySet(models.QuerySet["DutyWeek"]):
    """Weeks in words."""

    def visible_to(self, person: Person) -> "DutyWeekQuerySet":
        """Which class checks when is known to whoever is at the school."""
        return self if person.is_active else self.none()

    def running(self, on: date | None = None) -> "DutyWeekQuerySet":
        """The week of a day; without it of the database's own today."""
        day: Any = on or TruncDate(Now())
        return self.filter(starts_on__lte=day, ends_on__gte=day)

    def unscored(self, on: date) -> "DutyWeekQuerySet":
        """Those that are over and have no points yet."""
        return self.filter(ends_on__lt=on, points=None)


DAYS = Func(
    "starts_on", "ends_on", RangeBoundary(inclusive_upper=True), function="DATERANGE",
    output_field=DateRangeField(),
)  # fmt: skip


@tracked()
class DutyWeek(models.Model):
    """One class checks the others (值周班), from a Monday to a Sunday as a rule.

    After it the Student Affairs Office gives the class its place among those of its grade, and with
    that points for its own assessment (`DutyStep`).
    """

    school_class = models.ForeignKey(
        SchoolClass, models.PROTECT, related_name="+", verbose_name=_("class")
    )
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("to"))
    rank = models.PositiveSmallIntegerField(_("place in its grade"), null=True, blank=True)
    points = models.DecimalField(_("points"), max_digits=5, decimal_places=2, null=True, blank=True)
    words = models.CharField(_("in words"), max_length=300, blank=True, default="")
    scored_by = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("scored by")
    )
    scored_at = models.DateTimeField(_("scored at"), null=True, blank=True)

    objects = DutyWeekQuerySet.as_manager()

    class Meta:
        verbose_name = _("week of a duty class")
        verbose_name_plural = _("weeks of duty classes")
        ordering = ["-starts_on"]
        indexes = [models.Index(fields=["school_class", "-starts_on"], name="duty_week_of_class")]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")), name="duty_week_ends_after_it_starts",
                violation_error_message=_("The last day must not come before the first."),
            ),
            ExclusionConstraint(
                name="one_duty_class_at_a_time", expressions=[(DAYS, RangeOperators.OVERLAPS)],
                violation_error_message=_("Another class is on duty in these days."),
            ),
            models.CheckConstraint(
                condition=Q(rank=None, points=None, scored_by=None, scored_at=None)
                | Q(rank__gte=1, points__isnull=False, scored_by__isnull=False,
                    scored_at__isnull=False),
                name="duty_week_scored_by_somebody",
                violation_error_message=_("Give its place, from 1 on."),
            ),
        ]  # fmt: skip
        triggers = [lock("{row}.ends_on")]

    def __str__(self) -> str:
        return f"{self.school_class} {self.starts_on:%m-%d}–{self.ends_on:%m-%d}"

    def get_absolute_url(self) -> str:
        return reverse("cleaning:duty_week", args=[self.pk])

    def clean(self) -> None:
        """Said before the rule about overlapping days is asked, which needs days in their order."""
        if self.ends_on and self.starts_on and self.ends_on < self.starts_on:
            raise ValidationError({"ends_on": _("The last day must not come before the first.")})


@tracked()
class DutyGroup(models.Model):
    """A group of the duty class: what it is called, who leads it, and where it checks."""

    week = models.ForeignKey(DutyWeek, models.CASCADE, related_name="groups")
    name = models.CharField(_("name"), max_length=40)
    leader = models.ForeignKey(
        Person, models.PROTECT, related_name="+", verbose_name=_("group leader")
    )
    place = models.ForeignKey(
        Place, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("checks at"),
    )  # fmt: skip

    class Meta:
        verbose_name = _("group of a duty class")
        verbose_name_plural = _("groups of duty classes")
        ordering = ["week", "name"]
        constraints = [
            models.UniqueConstraint(
                fields=["week", "name"], name="duty_group_once",
                violation_error_message=_("The week has a group of this name already."),
            )
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.name


class DutyStep(models.Model):
    """What a duty class earns by its place: up to `up_to` so many points; without it for all
    others. The figures are those of one school, and each school's own to change."""

    up_to = models.PositiveSmallIntegerField(_("up to this place"), null=True, blank=True)
    points = models.DecimalField(_("points"), max_digits=5, decimal_places=2)

    class Meta:
        verbose_name = _("points of a duty class")
        verbose_name_plural = _("points of duty classes")
        ordering = [F("up_to").asc(nulls_last=True)]
        constraints = [
            models.UniqueConstraint(
                fields=["up_to"], nulls_distinct=False, name="duty_step_once",
                violation_error_message=_("There are points for this place already."),
            ),
            models.CheckConstraint(
                condition=Q(points__gte=0), name="duty_step_not_negative",
                violation_error_message=_("Points are never negative."),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"≤ {self.up_to}: {self.points}" if self.up_to else f"{self.points}"

    @classmethod
    def points_for(cls, rank: int) -> Decimal:
        """What a place earns; nothing where no step is laid for it."""
        found = cls.objects.filter(Q(up_to=None) | Q(up_to__gte=rank)).first()
        return found.points if found else Decimal(0)
