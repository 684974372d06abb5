"""What was filled into vehicles, and what they use between full tanks."""

from datetime import datetime
from decimal import Decimal

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Upper
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.lists.search import Bigrams
from campus.locking import lock
from campus.models import Person
from campus.shell.words import moment_in_words
from campus.tallies import day_of
from campus.tracking import tracked
from vehicles.models.fuel_card import FuelCard
from vehicles.models.odometer import OdometerReading
from vehicles.models.running_tally import FUEL_BY_DAY, TANKS_BY_DAY
from vehicles.models.vehicle import KEEPERS, Vehicle

ABOVE_NOTHING = MinValueValidator(Decimal("0.01"))


class Unit(models.TextChoices):
    """In what it is measured; follows from what the vehicle runs on."""

    LITRE = "litre", pgettext_lazy("unit of fuel", "L")
    KWH = "kwh", pgettext_lazy("unit of fuel", "kWh")


def unit_of(vehicle: Vehicle) -> Unit:
    """What the vehicle is filled with is measured in this."""
    return Unit.KWH if vehicle.energy == Vehicle.Energy.ELECTRIC else Unit.LITRE


class RefuelRecordQuerySet(models.QuerySet["RefuelRecord"]):
    """Records of fills in words."""

    def visible_to(self, person: Person) -> "RefuelRecordQuerySet":
        """Keepers see all, everybody else what they have entered themselves."""
        return self if person.on_duty_as(*KEEPERS) else self.filter(by=person)

    def live(self) -> "RefuelRecordQuerySet":
        """Those that were not cancelled."""
        return self.filter(cancelled_at=None)

    def full(self) -> "RefuelRecordQuerySet":
        """Live ones after which the tank was full."""
        return self.live().filter(is_full=True)

    def told(self) -> "RefuelRecordQuerySet":
        """With all that a list reads."""
        return self.select_related("vehicle", "reading", "card", "by").defer(
            "sought", "vehicle__sought", "card__sought"
        )


@tracked()
class RefuelRecord(models.Model):
    """A fill (加油登记), or a charge of an electric vehicle: entered → cancelled, if it was wrong.

    `reading` is what the odometer showed; a cancelled record has none any more. `price` is of one
    unit, `amount` what was paid, both in yuan.
    """

    class Paid(models.TextChoices):
        """With what it was paid."""

        CARD = "card", pgettext_lazy("how fuel was paid", "Fuel card")
        CASH = "cash", pgettext_lazy("how fuel was paid", "Cash, or on one's own account")

    vehicle = models.ForeignKey(
        Vehicle, models.PROTECT, related_name="refuels", verbose_name=_("vehicle")
    )
    at = models.DateTimeField(pgettext_lazy("of a fill", "filled at"))
    reading = models.OneToOneField(
        OdometerReading, models.PROTECT, null=True, blank=True, related_name="refuel",
        verbose_name=_("odometer"),
    )  # fmt: skip
    quantity = models.DecimalField(
        pgettext_lazy("of fuel", "quantity"), max_digits=7, decimal_places=2,
        validators=[ABOVE_NOTHING],
    )  # fmt: skip
    unit = models.CharField(pgettext_lazy("of fuel", "unit"), max_length=8, choices=Unit)
    price = models.DecimalField(
        _("price of a unit in yuan"), max_digits=7, decimal_places=3, validators=[ABOVE_NOTHING]
    )
    amount = models.DecimalField(
        _("amount in yuan"), max_digits=8, decimal_places=2, validators=[ABOVE_NOTHING]
    )
    station = models.CharField(_("station"), max_length=60)
    receipt = models.CharField(_("number of the receipt"), max_length=32, blank=True)
    paid_by = models.CharField(_("paid with"), max_length=8, choices=Paid, default=Paid.CARD)
    card = models.ForeignKey(
        FuelCard, models.PROTECT, null=True, blank=True, related_name="refuels",
        verbose_name=_("fuel card"),
    )  # fmt: skip
    is_full = models.BooleanField(_("the tank is full"), default=True)
    over_reason = models.CharField(_("why more than the limit"), max_length=200, blank=True)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("entered by"))
    entered_at = models.DateTimeField(_("entered at"))
    cancelled_by = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("cancelled by"),
    )  # fmt: skip
    cancelled_at = models.DateTimeField(_("cancelled at"), null=True, blank=True)
    cancelled_why = models.CharField(_("why it was cancelled"), max_length=300, blank=True)
    sought = models.GeneratedField(
        expression=Bigrams("station", "receipt"),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    objects = RefuelRecordQuerySet.as_manager()

    class Meta:
        verbose_name = _("refuelling")
        verbose_name_plural = _("refuellings")
        ordering = ["-at", "-id"]
        indexes = [
            GinIndex(fields=["sought"], name="refuel_sought"),
            models.Index(fields=["-at", "-id"], name="refuel_latest"),
            models.Index(fields=["vehicle", "-at", "-id"], name="refuel_of_vehicle"),
            models.Index(fields=["by", "-at", "-id"], name="refuel_of_person"),
            models.Index(
                fields=["vehicle", "-at", "-id"],
                condition=Q(is_full=True, cancelled_at=None),
                name="refuel_full",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(quantity__gt=0, price__gt=0, amount__gt=0),
                name="refuel_of_something",
                violation_error_message=_("Say how much was filled, and at what price."),
            ),
            models.CheckConstraint(
                condition=Q(unit__in=["litre", "kwh"]), name="refuel_unit_known"
            ),
            models.CheckConstraint(
                condition=Q(paid_by__in=["card"], card__isnull=False)
                | Q(paid_by__in=["cash"], card=None),
                name="refuel_paid_one_way",
                violation_error_message=_("Say whether it was paid with the card or in cash."),
            ),
            models.CheckConstraint(
                condition=Q(at__lte=F("entered_at")),
                name="refuel_before_it_is_entered",
                violation_error_message=_("That is still to come."),
            ),
            models.CheckConstraint(
                condition=Q(
                    cancelled_at=None, cancelled_by=None, cancelled_why="", reading__isnull=False
                )
                | Q(cancelled_at__isnull=False, cancelled_by__isnull=False, reading=None)
                & ~Q(cancelled_why=""),
                name="refuel_cancelled_for_a_reason",
                violation_error_message=_("Say why."),
            ),
            models.UniqueConstraint(
                Upper("station"),
                Upper("receipt"),
                condition=~Q(receipt="") & Q(cancelled_at=None),
                name="refuel_receipt_once",
                violation_error_message=_("This receipt has been entered already."),
            ),
        ]
        triggers = [lock(day_of("{row}.at", settings.TIME_ZONE)), FUEL_BY_DAY.trigger]

    def __str__(self) -> str:
        return f"{self.vehicle.plate} {self.quantity} {self.get_unit_display()}"

    def get_absolute_url(self) -> str:
        return reverse("vehicles:refuel", args=[self.pk])

    @property
    def is_cancelled(self) -> bool:
        return self.cancelled_at is not None


class TankIntervalQuerySet(models.QuerySet["TankInterval"]):
    """Tanks in words."""

    def visible_to(self, person: Person) -> "TankIntervalQuerySet":
        """What vehicles use is for those who keep them."""
        return self if person.on_duty_as(*KEEPERS) else self.none()

    def before(self, vehicle: Vehicle, at: datetime) -> "TankIntervalQuerySet":
        """Those of a vehicle that ended before a moment, the newest first."""
        return self.filter(vehicle=vehicle, at__lt=at).order_by("-at", "-id")

    def outliers(self) -> "TankIntervalQuerySet":
        return self.filter(is_outlier=True)

    def unexplained(self) -> "TankIntervalQuerySet":
        """What stands out, and nobody has said why."""
        return self.outliers().filter(explained_at=None)

    def told(self) -> "TankIntervalQuerySet":
        return self.select_related("vehicle", "refuel", "explained_by").defer(
            "vehicle__sought", "refuel__sought"
        )


class TankInterval(models.Model):
    """From one full tank to the next: what was used on how many kilometres.

    `refuel` filled the tank at its end. `usual` is the median of the vehicle's own last intervals
    before it, on 100 km; where this one is far off it is an outlier, which the fleet manager
    explains. It follows from the records, and is reckoned anew when one of these changes.
    """

    refuel = models.OneToOneField(
        RefuelRecord, models.PROTECT, related_name="interval", verbose_name=_("refuelling")
    )
    vehicle = models.ForeignKey(
        Vehicle, models.PROTECT, related_name="tanks", verbose_name=_("vehicle")
    )
    at = models.DateTimeField(pgettext_lazy("of a fill", "filled at"))
    unit = models.CharField(pgettext_lazy("of fuel", "unit"), max_length=8, choices=Unit)
    km = models.PositiveIntegerField(_("kilometres"))
    quantity = models.DecimalField(_("used"), max_digits=9, decimal_places=2)
    per_100 = models.DecimalField(_("on 100 km"), max_digits=12, decimal_places=2)
    usual = models.DecimalField(
        _("usual on 100 km"), max_digits=12, decimal_places=2, null=True, blank=True
    )
    is_outlier = models.BooleanField(_("far off the usual"), default=False)
    explanation = models.CharField(_("explanation"), max_length=300, blank=True)
    explained_by = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("explained by"),
    )  # fmt: skip
    explained_at = models.DateTimeField(_("explained at"), null=True, blank=True)

    objects = TankIntervalQuerySet.as_manager()

    class Meta:
        verbose_name = _("consumption of a tank")
        verbose_name_plural = _("consumption by tank")
        ordering = ["-at", "-id"]
        indexes = [
            models.Index(fields=["-at", "-id"], name="tank_latest"),
            models.Index(fields=["vehicle", "-at", "-id"], name="tank_of_vehicle"),
            models.Index(fields=["-at", "-id"], condition=Q(is_outlier=True), name="tank_outliers"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(km__gt=0, quantity__gt=0), name="tank_of_some_kilometres"
            ),
            models.CheckConstraint(condition=Q(unit__in=["litre", "kwh"]), name="tank_unit_known"),
            models.CheckConstraint(
                condition=Q(is_outlier=False) | Q(usual__isnull=False),
                name="tank_outlier_from_what_is_usual",
            ),
            models.CheckConstraint(
                condition=Q(explained_at=None, explained_by=None, explanation="")
                | Q(explained_at__isnull=False, explained_by__isnull=False) & ~Q(explanation=""),
                name="tank_explained_in_words",
                violation_error_message=_("Say what the reason is."),
            ),
        ]
        triggers = [TANKS_BY_DAY.trigger]

    def __str__(self) -> str:
        return f"{self.vehicle.plate} {moment_in_words(self.at)}"

    def get_absolute_url(self) -> str:
        return self.refuel.get_absolute_url()

    @property
    def off(self) -> int | None:
        """By how many per cent it is off the usual; negative for less."""
        return round((self.per_100 - self.usual) * 100 / self.usual) if self.usual else None

    @property
    def is_unexplained(self) -> bool:
        return self.is_outlier and self.explained_at is None
