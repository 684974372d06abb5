"""Classes that take turns at areas: the rule, and the turns that follow from it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from campus.models import SchoolClass
from campus.tracking import tracked
from cleaning.models.area import CleaningArea


@tracked()
class Rotation(models.Model):
    """Which classes take turns at which areas: every so many weeks, or on set days such as after
    the mid-term examinations (as in 高三 of one school). One class more at each turn."""

    name = models.CharField(_("name"), max_length=60, unique=True)
    areas = models.ManyToManyField(CleaningArea, related_name="+", verbose_name=_("areas"))
    classes = models.ManyToManyField(SchoolClass, related_name="+", verbose_name=_("classes"))
    starts_on = models.DateField(_("first day"))
    ends_on = models.DateField(_("last day"))
    every_weeks = models.PositiveSmallIntegerField(_("every so many weeks"), null=True, blank=True)
    changes_on = ArrayField(
        models.DateField(), verbose_name=_("or on these days"), default=list, blank=True
    )

    class Meta:
        verbose_name = _("rotation")
        verbose_name_plural = _("rotations")
        ordering = ["-starts_on", "name"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")), name="rotation_ends_after_it_starts",
                violation_error_message=_("The last day must not come before the first."),
            ),
            models.CheckConstraint(
                condition=Q(every_weeks__isnull=False, every_weeks__gte=1, every_weeks__lte=26,
                            changes_on__len=0)
                | Q(every_weeks=None, changes_on__len__gte=1),
                name="rotation_by_weeks_or_days",
                violation_error_message=_("Give a number of weeks up to 26, or days, not both."),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True)
class Turn:
    """One class at one area, from a day to a day, not stored."""

    area: CleaningArea
    school_class: SchoolClass
    starts_on: date
    ends_on: date


def turns_of(
    rotation: Rotation, areas: Sequence[CleaningArea], classes: Sequence[SchoolClass]
) -> list[Turn]:
    """The turns of a rotation: at the first the first area is the first class's, at each later one
    it is the next class's. With more areas than classes a class has several."""
    starts = starts_of(rotation)
    ends = [*(start - timedelta(days=1) for start in starts[1:]), rotation.ends_on]
    return [
        Turn(area, classes[(place + number) % len(classes)], first, last)
        for number, (first, last) in enumerate(zip(starts, ends, strict=True))
        for place, area in enumerate(areas)
    ]


def starts_of(rotation: Rotation) -> list[date]:
    """The first day of each turn."""
    first, last = rotation.starts_on, rotation.ends_on
    if rotation.every_weeks:
        days = (last - first).days
        step = 7 * rotation.every_weeks
        return [first + timedelta(days=number) for number in range(0, days + 1, step)]
    changes = sorted({day for day in rotation.changes_on if first < day <= last})
    return [first, *changes]
