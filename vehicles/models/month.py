"""Months whose sheet is to be published."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from campus.models import Person
from campus.school_time.months import month_after
from campus.shell.words import month_in_words
from campus.tracking import tracked
from vehicles.models.refuel import Unit
from vehicles.models.running import Fuel, Used
from vehicles.models.vehicle import KEEPERS, Vehicle

# By this day of the next month the sheet is published: practice of a county (domain.md, §6).
PUBLISHED_BY = 5


class FleetMonthQuerySet(models.QuerySet["FleetMonth"]):
    """Months in words."""

    def visible_to(self, person: Person) -> "FleetMonthQuerySet":
        """What is published is for all staff, the rest for whoever keeps the vehicles."""
        if person.is_pupil or not person.is_active:
            return self.none()
        return self if person.on_duty_as(*KEEPERS) else self.published()

    def published(self) -> "FleetMonthQuerySet":
        return self.filter(published_at__isnull=False)

    def to_publish(self) -> "FleetMonthQuerySet":
        return self.filter(published_at=None)


@tracked()
class FleetMonth(models.Model):
    """A month of the fleet: over → its sheet published by the fleet manager."""

    first_day = models.DateField(_("month"), unique=True)
    published_by = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("published by"),
    )  # fmt: skip
    published_at = models.DateTimeField(_("published at"), null=True, blank=True)

    objects = FleetMonthQuerySet.as_manager()

    class Meta:
        verbose_name = _("month of the vehicles")
        verbose_name_plural = _("months of the vehicles")
        ordering = ["-first_day"]
        constraints = [
            models.CheckConstraint(
                condition=Q(first_day__day=1), name="fleet_month_begins_on_the_first"
            ),
            models.CheckConstraint(
                condition=Q(published_by=None, published_at=None)
                | Q(published_by__isnull=False, published_at__isnull=False),
                name="fleet_month_published_whole",
            ),
        ]

    def __str__(self) -> str:
        return str(_("Monthly sheet of the vehicles, %(month)s")) % {
            "month": month_in_words(self.first_day)
        }

    def get_absolute_url(self) -> str:
        return f"{reverse('vehicles:month')}?month={self.first_day:%Y-%m}"

    @property
    def due_on(self) -> date:
        """By when it is to be published."""
        return month_after(self.first_day).replace(day=PUBLISHED_BY)


@dataclass(frozen=True)
class MonthLine:
    """One vehicle in a month: what it drove, what was filled and what it used between full tanks,
    what workshops billed; `vehicle` is None for all of them together. Money is in yuan, `yuan` that
    of tolls and parking."""

    vehicle: Vehicle | None
    trips: int
    shared: int
    km: int
    minutes: int
    yuan: Decimal
    fuel: Fuel
    used: Used
    service: Decimal

    @property
    def hours(self) -> Decimal:
        """To a tenth."""
        return (Decimal(self.minutes) / 60).quantize(Decimal("0.1"))

    @property
    def filled(self) -> str:
        """Litres and kilowatt-hours."""
        return in_units(self.fuel.litres, self.fuel.kwh)

    @property
    def on_100(self) -> str:
        """What it used on 100 km, where that was measured."""
        return in_units(self.used.litres_per_100, self.used.kwh_per_100)

    @property
    def money(self) -> Decimal:
        """All that it cost."""
        return self.yuan + self.fuel.money + self.service


def in_units(litres: Decimal | None, kwh: Decimal | None) -> str:
    """Both with their units, as far as there are any."""
    told = ((litres, Unit.LITRE), (kwh, Unit.KWH))
    return " · ".join(f"{amount:,.2f} {unit.label}" for amount, unit in told if amount)
