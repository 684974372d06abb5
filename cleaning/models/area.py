"""Areas that are cleaned by classes, and which class has the care of which on which days."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeBoundary, RangeOperators
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Exists, F, Func, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.lists.search import Bigrams
from campus.models import Person, Place, SchoolClass
from campus.tracking import tracked


class CleaningAreaQuerySet(models.QuerySet["CleaningArea"]):
    """Areas in words."""

    def visible_to(self, person: Person) -> "CleaningAreaQuerySet":
        """Who cleans what is known to whoever is at the school."""
        return self if person.is_active else self.none()

    def in_use(self, on: date) -> "CleaningAreaQuerySet":
        return self.filter(Q(ends_on=None) | Q(ends_on__gte=on), starts_on__lte=on)

    def classrooms(self) -> "CleaningAreaQuerySet":
        return self.filter(kind=CleaningArea.Kind.CLASSROOM)

    def outside(self) -> "CleaningAreaQuerySet":
        """Areas beyond the classes' own rooms."""
        return self.exclude(kind=CleaningArea.Kind.CLASSROOM)

    def unassigned(self, on: date) -> "CleaningAreaQuerySet":
        """In use, and in nobody's care on the day."""
        care = Care.objects.running(on).filter(area=OuterRef("pk"))
        return self.in_use(on).filter(~Exists(care))

    def within(self, place: Place) -> "CleaningAreaQuerySet":
        return self.filter(place__path__startswith=place.path)


@tracked()
class CleaningArea(models.Model):
    """One area (包干区) with its boundary in words, or a classroom that its class cleans.

    Its place is its own as long as it is in use, so that what a check marks there is this area's.
    """

    class Kind(models.TextChoices):
        """How often it is cleaned; a classroom is its own class's."""

        CLASSROOM = "classroom", pgettext_lazy("kind of cleaning area", "Classroom")
        DAILY = "daily", pgettext_lazy("kind of cleaning area", "Cleaned daily")
        WEEKLY = "weekly", pgettext_lazy("kind of cleaning area", "Cleaned weekly")

    name = models.CharField(_("name"), max_length=60)
    kind = models.CharField(_("kind"), max_length=10, choices=Kind, default=Kind.DAILY)
    place = models.ForeignKey(Place, models.PROTECT, related_name="+", verbose_name=_("place"))
    boundary = models.CharField(_("boundary"), max_length=400, blank=True, default="")
    starts_on = models.DateField(_("in use from"))
    ends_on = models.DateField(_("in use until"), null=True, blank=True)
    sought = models.GeneratedField(
        expression=Bigrams("name", "boundary"), output_field=SearchVectorField(), db_persist=True
    )

    objects = CleaningAreaQuerySet.as_manager()

    class Meta:
        verbose_name = _("cleaning area")
        verbose_name_plural = _("cleaning areas")
        ordering = ["kind", "name"]
        indexes = [GinIndex(fields=["sought"], name="cleaning_area_sought")]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=["classroom", "daily", "weekly"]), name="area_kind_known"
            ),
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                name="area_ends_after_it_starts",
                violation_error_message=_("It cannot end before it starts."),
            ),
            models.UniqueConstraint(
                fields=["name"], condition=Q(ends_on=None), name="area_name_once",
                violation_error_message=_("Another area in use has this name."),
            ),
            models.UniqueConstraint(
                fields=["place"], condition=Q(ends_on=None), name="area_has_its_own_place",
                violation_error_message=_("Another area in use lies at this place."),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("cleaning:area", args=[self.pk])


class CareQuerySet(models.QuerySet["Care"]):
    """Care in words."""

    def running(self, on: date) -> "CareQuerySet":
        return self.filter(Q(ends_on=None) | Q(ends_on__gte=on), starts_on__lte=on)

    def between(self, first: date, last: date) -> "CareQuerySet":
        """Care of which some day lies there."""
        return self.filter(Q(ends_on=None) | Q(ends_on__gte=first), starts_on__lte=last)

    def promised(self, area: CleaningArea, first: date, last: date | None) -> "CareQuerySet":
        """Care of the area in these days that nobody hands over: it has a last day, or is still to
        begin."""
        fixed = self.filter(Q(ends_on__gte=first) | Q(ends_on=None, starts_on__gt=first), area=area)
        return fixed if last is None else fixed.filter(starts_on__lte=last)

    def of_row(self) -> "CareQuerySet":
        """Within a subquery: the care of the outer row's `place` on its `day`."""
        found = self.filter(area__place=OuterRef("place"), starts_on__lte=OuterRef("day"))
        return found.filter(Q(ends_on=None) | Q(ends_on__gte=OuterRef("day")))


# The days of care, both ends among them; without a last day it runs on.
DAYS = Func(
    "starts_on", "ends_on", RangeBoundary(inclusive_upper=True), function="DATERANGE",
    output_field=DateRangeField(),
)  # fmt: skip


@tracked()
class Care(models.Model):
    """One class cleans one area from a day to a day; never two classes at once."""

    area = models.ForeignKey(
        CleaningArea, models.PROTECT, related_name="care", verbose_name=_("cleaning area")
    )
    school_class = models.ForeignKey(
        SchoolClass, models.PROTECT, related_name="+", verbose_name=_("class")
    )
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("to"), null=True, blank=True)
    # The rotation that has laid it, and may lay it anew.
    rotation = models.ForeignKey(
        "Rotation", models.SET_NULL, null=True, blank=True, related_name="care", editable=False
    )

    objects = CareQuerySet.as_manager()

    class Meta:
        verbose_name = _("care of an area")
        verbose_name_plural = _("care of areas")
        ordering = ["area", "starts_on"]
        indexes = [models.Index(fields=["school_class", "starts_on"], name="care_of_class")]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                name="care_ends_after_it_starts",
                violation_error_message=_("The last day must not come before the first."),
            ),
            ExclusionConstraint(
                name="area_in_care_of_one_class",
                expressions=[("area", RangeOperators.EQUAL), (DAYS, RangeOperators.OVERLAPS)],
                violation_error_message=_("In these days another class has the care of the area."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.area} · {self.school_class}"

    def clean(self) -> None:
        """Said before the rule about overlapping days is asked, which needs days in their order."""
        if self.ends_on and self.starts_on and self.ends_on < self.starts_on:
            raise ValidationError({"ends_on": _("The last day must not come before the first.")})

    def runs(self, on: date) -> bool:
        return self.starts_on <= on and (self.ends_on is None or self.ends_on >= on)


@dataclass(frozen=True)
class Gap:
    """Days on which an area is in nobody's care, both ends among them."""

    area: CleaningArea
    first: date
    last: date


def gaps_between(first: date, last: date) -> list[Gap]:
    """Where nothing is assigned between two days, by area; two queries."""
    areas = CleaningArea.objects.in_use(first).order_by("kind", "name")
    taken: dict[int, list[Care]] = {}
    for care in Care.objects.between(first, last).order_by("starts_on"):
        taken.setdefault(care.area_id, []).append(care)
    return [gap for area in areas for gap in gaps_of(area, taken.get(area.pk, []), first, last)]


def gaps_of(area: CleaningArea, taken: Iterable[Any], first: date, last: date) -> list[Gap]:
    """The days of one area that no care covers; `taken` by first day."""
    gaps: list[Gap] = []
    day, end = first, min(last, area.ends_on or last)
    for care in taken:
        if care.starts_on > day:
            gaps.append(Gap(area, day, care.starts_on - timedelta(days=1)))
        if care.ends_on is None:
            return gaps
        day = max(day, care.ends_on + timedelta(days=1))
    return [*gaps, Gap(area, day, end)] if day <= end else gaps
