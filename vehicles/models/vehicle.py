"""The school's vehicles."""

from datetime import date
from typing import ClassVar

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.db.models.functions import Upper
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.lists.search import Bigrams
from campus.models import Department, Person, Place, Role
from campus.tracking import tracked

# Who keeps the files of vehicles; their drivers and whoever leads the office's work read them.
KEEPERS = (Role.FLEET_MANAGER, Role.HEAD)
READERS = (*KEEPERS, Role.DRIVER)
# A coach has 55 seats and a double-decker some 90: a bound for slips of the pen.
MOST_SEATS = 90


class VehicleQuerySet(models.QuerySet["Vehicle"]):
    """Vehicles in words."""

    def visible_to(self, person: Person) -> "VehicleQuerySet":
        """All of the staff, who ask for trips, see which vehicles there are; pupils do not."""
        return self.none() if person.is_pupil or not person.is_active else self

    def files_visible_to(self, person: Person) -> "VehicleQuerySet":
        """Papers and photos of the file are for whoever keeps or drives them."""
        return self if person.on_duty_as(*READERS) else self.none()

    def kept(self) -> "VehicleQuerySet":
        """All that the school still has."""
        return self.exclude(status=Vehicle.Status.DISPOSED)

    def in_use(self) -> "VehicleQuerySet":
        """Those that can be sent out."""
        return self.filter(status=Vehicle.Status.IN_USE)


@tracked()
class Vehicle(models.Model):
    """A vehicle with its file (一车一档): in use, laid up (封存停驶) or disposed of.

    `odometer` is the highest reading there is, in km, and follows from the readings alone. Papers
    with an end (insurances, inspections) are papers of the plan's storey that it holds.
    """

    class Kind(models.TextChoices):
        """What sort of vehicle it is."""

        CAR = "car", pgettext_lazy("kind of vehicle", "Car")
        VAN = "van", pgettext_lazy("kind of vehicle", "Van")
        BUS = "bus", pgettext_lazy("kind of vehicle", "Bus")
        SCHOOL_BUS = "school_bus", pgettext_lazy("kind of vehicle", "School bus")
        TRUCK = "truck", pgettext_lazy("kind of vehicle", "Truck")

    class Energy(models.TextChoices):
        """What it runs on."""

        PETROL = "petrol", pgettext_lazy("energy of a vehicle", "Petrol")
        DIESEL = "diesel", pgettext_lazy("energy of a vehicle", "Diesel")
        ELECTRIC = "electric", pgettext_lazy("energy of a vehicle", "Electric")
        HYBRID = "hybrid", pgettext_lazy("energy of a vehicle", "Hybrid")

    class Status(models.TextChoices):
        """Whether it can be sent out."""

        IN_USE = "in_use", pgettext_lazy("state of a vehicle", "In use")
        LAID_UP = "laid_up", pgettext_lazy("state of a vehicle", "Laid up")
        DISPOSED = "disposed", pgettext_lazy("state of a vehicle", "Disposed of")

    KEPT: ClassVar[tuple[str, ...]] = (Status.IN_USE, Status.LAID_UP)

    plate = models.CharField(_("plate"), max_length=12, unique=True)
    model = models.CharField(_("make and model"), max_length=60)
    kind = models.CharField(
        pgettext_lazy("of vehicles", "kind"), max_length=12, choices=Kind, default=Kind.CAR
    )
    energy = models.CharField(_("runs on"), max_length=8, choices=Energy, default=Energy.PETROL)
    # With the driver's, as the vehicle licence has it (核定载人数).
    seats = models.PositiveSmallIntegerField(
        _("seats, the driver's among them"),
        validators=[MinValueValidator(1), MaxValueValidator(MOST_SEATS)],
    )
    vin = models.CharField(_("vehicle identification number"), max_length=17, blank=True)
    registered_on = models.DateField(_("registered on"), null=True, blank=True)
    price = models.DecimalField(
        _("price in yuan"), max_digits=10, decimal_places=2, null=True, blank=True,
        validators=[MinValueValidator(0)],
    )  # fmt: skip
    tank_litres = models.PositiveSmallIntegerField(
        _("tank in litres"), null=True, blank=True, validators=[MaxValueValidator(600)]
    )
    department = models.ForeignKey(
        Department, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("department"),
    )  # fmt: skip
    parked_at = models.ForeignKey(
        Place, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("parked at"),
    )  # fmt: skip
    status = models.CharField(_("state"), max_length=8, choices=Status, default=Status.IN_USE)
    disposed_on = models.DateField(_("disposed of on"), null=True, blank=True)
    odometer = models.PositiveIntegerField(_("odometer in km"), default=0, editable=False)
    note = models.CharField(_("remark"), max_length=300, blank=True)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("written by"))
    at = models.DateTimeField(_("written at"))
    sought = models.GeneratedField(
        expression=Bigrams("plate", "model", "vin", "note"),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    objects = VehicleQuerySet.as_manager()

    class Meta:
        verbose_name = _("vehicle")
        verbose_name_plural = _("vehicles")
        ordering = ["plate"]
        indexes = [
            GinIndex(fields=["sought"], name="vehicle_sought"),
            models.Index(fields=["status", "plate"], name="vehicle_by_state"),
        ]
        constraints = [
            models.UniqueConstraint(
                Upper("plate"),
                name="vehicle_plate_once",
                violation_error_message=_("Another vehicle has this plate."),
            ),
            models.CheckConstraint(
                condition=Q(kind__in=["car", "van", "bus", "school_bus", "truck"]),
                name="vehicle_kind_known",
            ),
            models.CheckConstraint(
                condition=Q(energy__in=["petrol", "diesel", "electric", "hybrid"]),
                name="vehicle_energy_known",
            ),
            models.CheckConstraint(
                condition=Q(status__in=["in_use", "laid_up", "disposed"]),
                name="vehicle_status_known",
            ),
            models.CheckConstraint(
                condition=Q(seats__gte=1, seats__lte=MOST_SEATS),
                name="vehicle_seats_in_bounds",
                violation_error_message=_("Say how many seats it has, the driver's among them."),
            ),
            models.CheckConstraint(
                condition=Q(price=None) | Q(price__gte=0),
                name="vehicle_price_not_negative",
                violation_error_message=_("A price is not negative."),
            ),
            models.CheckConstraint(
                condition=Q(status="disposed", disposed_on__isnull=False)
                | ~Q(status="disposed") & Q(disposed_on=None),
                name="vehicle_disposed_on_some_day",
                violation_error_message=_("Say on which day it was disposed of."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.plate} {self.model}"

    def get_absolute_url(self) -> str:
        return reverse("vehicles:vehicle", args=[self.pk])

    @property
    def is_kept(self) -> bool:
        """Whether the school still has it."""
        return self.status != self.Status.DISPOSED

    @property
    def room(self) -> int:
        """How many can ride with the driver."""
        return self.seats - 1

    def age(self, on: date) -> int | None:
        """Whole years since it was registered."""
        return (on - self.registered_on).days // 365 if self.registered_on else None
