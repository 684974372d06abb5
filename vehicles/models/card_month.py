"""A month of a fuel card, reconciled with the station's statement (每月对账)."""

from decimal import Decimal

import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.models import Person
from campus.tracking import tracked
from vehicles.models.fuel_card import FuelCard
from vehicles.models.refuel import Unit
from vehicles.models.vehicle import KEEPERS, Vehicle

FIGURES = [
    "card", "month", "vehicle", "unit", "opening", "top_ups", "refuels", "corrections", "closing",
    "quantity", "km", "used", "used_km", "statement", "explanation", "closed_by", "closed_at",
]  # fmt: skip


class CardMonthQuerySet(models.QuerySet["CardMonth"]):
    """Reconciled months in words."""

    def visible_to(self, person: Person) -> "CardMonthQuerySet":
        """The books are read by those who keep the vehicles."""
        return self if person.on_duty_as(*KEEPERS) else self.none()

    def to_check(self) -> "CardMonthQuerySet":
        """Closed, and not looked at by a second person yet."""
        return self.filter(checked_at=None)

    def told(self) -> "CardMonthQuerySet":
        return self.select_related("card", "vehicle", "closed_by", "checked_by").defer(
            "card__sought", "vehicle__sought"
        )


@tracked()
class CardMonth(models.Model):
    """What stood on a card in a month and what the station says: closed → checked by another.

    All figures are those of the moment at which it was closed. `vehicle` had the card at the
    month's end, `km` is what its odometer went up by; `used` and `used_km` are what it used
    between full tanks that ended in the month.
    """

    card = models.ForeignKey(
        FuelCard, models.PROTECT, related_name="months", verbose_name=_("fuel card")
    )
    month = models.DateField(_("month"))
    vehicle = models.ForeignKey(
        Vehicle, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("vehicle")
    )
    unit = models.CharField(pgettext_lazy("of fuel", "unit"), max_length=8, choices=Unit)
    opening = models.DecimalField(_("opening"), max_digits=12, decimal_places=2)
    top_ups = models.DecimalField(_("top-ups"), max_digits=12, decimal_places=2)
    refuels = models.DecimalField(_("refuellings"), max_digits=12, decimal_places=2)
    corrections = models.DecimalField(_("corrections"), max_digits=12, decimal_places=2)
    closing = models.DecimalField(_("closing"), max_digits=12, decimal_places=2)
    quantity = models.DecimalField(_("filled"), max_digits=10, decimal_places=2)
    km = models.PositiveIntegerField(_("kilometres driven"), null=True, blank=True)
    used = models.DecimalField(
        _("used between full tanks"), max_digits=10, decimal_places=2, default=0
    )
    used_km = models.PositiveIntegerField(_("kilometres between full tanks"), default=0)
    statement = models.DecimalField(
        _("total of the station's statement"), max_digits=12, decimal_places=2
    )
    explanation = models.CharField(_("why they differ"), max_length=300, blank=True)
    closed_by = models.ForeignKey(
        Person, models.PROTECT, related_name="+", verbose_name=_("closed by")
    )
    closed_at = models.DateTimeField(_("closed at"))
    checked_by = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("checked by"),
    )  # fmt: skip
    checked_at = models.DateTimeField(_("checked at"), null=True, blank=True)

    objects = CardMonthQuerySet.as_manager()

    class Meta:
        verbose_name = _("reconciled month")
        verbose_name_plural = _("reconciled months")
        ordering = ["-month", "card"]
        indexes = [
            models.Index(fields=["-month", "-id"], name="card_month_latest"),
            models.Index(
                fields=["month"], condition=Q(checked_at=None), name="card_month_to_check"
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["card", "month"],
                name="card_month_once",
                violation_error_message=_("This month is reconciled already."),
            ),
            models.CheckConstraint(condition=Q(month__day=1), name="card_month_by_its_first_day"),
            models.CheckConstraint(
                condition=Q(unit__in=["litre", "kwh"]), name="card_month_unit_known"
            ),
            models.CheckConstraint(
                condition=Q(closing=F("opening") + F("top_ups") - F("refuels") + F("corrections"))
                & Q(opening__gte=0, closing__gte=0, statement__gte=0),
                name="card_month_adds_up",
            ),
            models.CheckConstraint(
                condition=Q(statement=F("refuels")) | ~Q(explanation=""),
                name="card_month_differences_explained",
                violation_error_message=_("Say why the statement differs from our records."),
            ),
            models.CheckConstraint(
                condition=Q(checked_by=None, checked_at=None)
                | Q(checked_by__isnull=False, checked_at__isnull=False)
                & ~Q(checked_by=F("closed_by")),
                name="card_month_checked_by_another",
                violation_error_message=_("Another person checks than the one who has closed it."),
            ),
        ]
        triggers = [
            pgtrigger.ReadOnly(name="closed_months_stay", fields=FIGURES),
            pgtrigger.Protect(name="closed_months_are_kept", operation=pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return f"{self.card} {self.month:%Y-%m}"

    def get_absolute_url(self) -> str:
        return reverse("vehicles:card_month", args=[self.card_id, f"{self.month:%Y-%m}"])

    @property
    def is_checked(self) -> bool:
        return self.checked_at is not None

    @property
    def difference(self) -> Decimal:
        """How much more the station says than we have written down, in yuan."""
        return self.statement - self.refuels

    @property
    def per_100_km(self) -> Decimal | None:
        return per_100(self.used, self.used_km)


def per_100(quantity: Decimal, km: int) -> Decimal | None:
    """What is used on 100 km; nothing where nothing was driven."""
    return quantity * 100 / km if km else None
