"""Who sleeps in which bed, from a day to a day."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

import pgtrigger
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from campus.models import Person, SchoolClass
from campus.school_time.spans import day_range
from campus.tracking import tracked
from dormitory.models.days import TODAY, running
from dormitory.models.house import Bed, BedQuerySet, DormRoom
from dormitory.models.reach import classes_taught, leader_reach, warden_reach

# Whoever sleeps in a bed is a pupil.
ONLY_PUPILS = """
    IF NOT EXISTS (
        SELECT FROM campus_person AS person
        WHERE person.id = NEW.pupil_id AND person.kind = 'pupil'
    ) THEN
        RAISE EXCEPTION 'Person % is no pupil.', NEW.pupil_id
        USING ERRCODE = 'check_violation', CONSTRAINT = 'occupancy_of_a_pupil';
    END IF;
    RETURN NEW;
"""


class OccupancyQuerySet(models.QuerySet["Occupancy"]):
    """Stays in words."""

    def visible_to(self, person: Person) -> "OccupancyQuerySet":
        """Overseers see all, wardens those of their house, class teachers those of their pupils,
        leaders who sleeps today where they lead, and a pupil the own ones."""
        kept, led = warden_reach(person), leader_reach(person)
        if kept.everywhere:
            return self
        seen = Q(pupil=person)
        if kept:
            seen |= Q(bed__room__place__in=kept.parts())
        if led:
            seen |= Q(bed__room__place__in=led.parts()) & running(TODAY)
        if taught := classes_taught(person):
            seen |= Q(pupil__school_class__in=taught)
        return self.filter(seen)

    def on(self, day: date) -> "OccupancyQuerySet":
        """Stays that hold on a day."""
        return self.filter(running(day))

    def today(self) -> "OccupancyQuerySet":
        """Stays that hold on the database's own today."""
        return self.filter(running(TODAY))

    def between(self, first: date, last: date | None) -> "OccupancyQuerySet":
        """Stays that hold on any day from `first` to `last`; None is for ever."""
        begun = self if last is None else self.filter(starts_on__lte=last)
        return begun.filter(Q(ends_on=None) | Q(ends_on__gte=first))

    def in_order(self) -> "OccupancyQuerySet":
        """Room by room, bed by bed, with all that a page tells of them."""
        related = self.select_related("bed__room__place", "pupil__school_class")
        return related.order_by("bed__room__place__code", "bed__label")


@tracked()
class Occupancy(models.Model):
    """A pupil's stay in a bed (入住), both days among them; without a last day it runs on."""

    bed = models.ForeignKey(Bed, models.PROTECT, related_name="stays", verbose_name=_("bed"))
    pupil = models.ForeignKey(Person, models.PROTECT, related_name="stays", verbose_name=_("pupil"))
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("to"), null=True, blank=True)

    objects = OccupancyQuerySet.as_manager()

    class Meta:
        verbose_name = _("stay")
        verbose_name_plural = _("stays")
        ordering = ["-starts_on", "-id"]
        indexes = [
            models.Index(fields=["ends_on", "bed"], name="stay_by_last_day"),
            models.Index(fields=["-starts_on", "-id"], name="stay_in_order"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                name="stay_ends_after_it_starts",
                violation_error_message=_("A stay cannot end before it starts."),
            ),
            ExclusionConstraint(
                name="bed_with_one_sleeper",
                expressions=[
                    ("bed", RangeOperators.EQUAL),
                    (day_range("starts_on", "ends_on"), RangeOperators.OVERLAPS),
                ],
                violation_error_message=_("Somebody else sleeps in this bed in these days."),
            ),
            ExclusionConstraint(
                name="pupil_in_one_bed",
                expressions=[
                    ("pupil", RangeOperators.EQUAL),
                    (day_range("starts_on", "ends_on"), RangeOperators.OVERLAPS),
                ],
                violation_error_message=_("This pupil has another bed in these days."),
            ),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="occupancy_of_a_pupil", when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update, func=ONLY_PUPILS,
            )
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.pupil} · {self.bed}"

    def get_absolute_url(self) -> str:
        return reverse("dormitory:stays_of", args=[self.pupil_id])

    def clean(self) -> None:
        """Said before the rules about overlapping days are asked, which need days in their order,
        and for whoever is no pupil."""
        if self.ends_on and self.starts_on and self.ends_on < self.starts_on:
            raise ValidationError({"ends_on": _("A stay cannot end before it starts.")})
        if self.pupil_id and not self.pupil.is_pupil:
            raise ValidationError({"pupil": _("Only pupils have a bed in a dormitory.")})


def free_beds(first: date, last: date | None) -> BedQuerySet:
    """Beds in which nobody sleeps on any day from `first` to `last`; None is for ever."""
    taken = Occupancy.objects.between(first, last).filter(bed=OuterRef("pk"))
    free: BedQuerySet = Bed.objects.filter(~Exists(taken))
    return free


def classes_of_rooms(rooms: Iterable[DormRoom], on: date) -> dict[int, set[SchoolClass]]:
    """The classes that each room belongs to on a day, by the number of the room.

    It follows from who sleeps there: a room of five classes belongs to each of them. One query;
    rooms where nobody sleeps have no class.
    """
    numbers = [room.pk for room in rooms]
    found: dict[int, set[SchoolClass]] = defaultdict(set, {number: set() for number in numbers})
    stays = Occupancy.objects.on(on).filter(bed__room__in=numbers, pupil__is_active=True)
    related = stays.select_related("bed", "pupil__school_class").order_by()
    for stay in related.exclude(pupil__school_class=None):
        school_class = stay.pupil.school_class
        assert school_class  # excluded above
        found[stay.bed.room_id].add(school_class)
    return dict(found)
