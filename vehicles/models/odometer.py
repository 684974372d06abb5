"""What odometers showed, so that no trip and no litre is counted from a wrong figure."""

from datetime import datetime
from typing import NamedTuple

import pgtrigger
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.models import Person
from campus.tracking import tracked
from vehicles.models.vehicle import Vehicle

# No vehicle of a school drives so far: a bound for slips of the pen.
MOST_KM = 2_000_000

# Between the reading before it and the one after it; rows of one vehicle are written one by one,
# for actions lock the vehicle.
NEVER_BACKWARDS = """
    IF EXISTS (
        SELECT FROM vehicles_odometerreading AS other
        WHERE other.vehicle_id = NEW.vehicle_id AND other.id <> NEW.id
        AND (other.at < NEW.at AND other.km > NEW.km OR other.at > NEW.at AND other.km < NEW.km)
    ) THEN
        RAISE EXCEPTION 'An odometer does not run backwards.'
        USING ERRCODE = 'check_violation', CONSTRAINT = 'odometer_never_backwards';
    END IF;
    RETURN NEW;
"""


class Neighbours(NamedTuple):
    """The readings just before and just after a moment."""

    before: "OdometerReading | None"
    after: "OdometerReading | None"


class OdometerQuerySet(models.QuerySet["OdometerReading"]):
    """Readings in words."""

    def around(self, vehicle: Vehicle, at: datetime) -> Neighbours:
        """What a reading at `at` has to lie between; two queries by index."""
        of_vehicle = self.filter(vehicle=vehicle)
        before = of_vehicle.filter(at__lte=at).order_by("-at", "-id").first()
        after = of_vehicle.filter(at__gt=at).order_by("at", "id").first()
        return Neighbours(before, after)


@tracked()
class OdometerReading(models.Model):
    """The kilometres that a vehicle's odometer showed at a moment, and on what occasion.

    Never less than an earlier one: the database sees to it. A wrong one is put right by its
    keeper, with the reason in `note`.
    """

    class Occasion(models.TextChoices):
        """When it was read."""

        START = "start", pgettext_lazy("occasion of a reading", "Start of a trip")
        END = "end", pgettext_lazy("occasion of a reading", "End of a trip")
        REFUEL = "refuel", pgettext_lazy("occasion of a reading", "Refuelling")
        SERVICE = "service", pgettext_lazy("occasion of a reading", "Service")
        KEEPER = "keeper", pgettext_lazy("occasion of a reading", "Read by the keeper")

    vehicle = models.ForeignKey(
        Vehicle, models.PROTECT, related_name="readings", verbose_name=_("vehicle")
    )
    km = models.PositiveIntegerField(_("odometer in km"), validators=[MaxValueValidator(MOST_KM)])
    at = models.DateTimeField(pgettext_lazy("of an odometer", "read at"))
    occasion = models.CharField(_("occasion"), max_length=8, choices=Occasion)
    # Why kilometres are missing between this reading and the one before it, or why it was changed.
    note = models.CharField(_("remark"), max_length=300, blank=True)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("read by"))

    objects = OdometerQuerySet.as_manager()

    class Meta:
        verbose_name = _("odometer reading")
        verbose_name_plural = _("odometer readings")
        ordering = ["-at", "-id"]
        indexes = [
            models.Index(fields=["vehicle", "-at", "-id"], name="odometer_of_vehicle"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(occasion__in=["start", "end", "refuel", "service", "keeper"]),
                name="odometer_occasion_known",
            ),
            models.CheckConstraint(
                condition=Q(km__lte=MOST_KM), name="odometer_in_bounds",
                violation_error_message=_("No odometer shows that much."),
            ),
        ]  # fmt: skip
        triggers = [
            pgtrigger.Trigger(
                name="odometer_never_backwards", when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update, func=NEVER_BACKWARDS,
            )
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.vehicle.plate} {self.km} km"
