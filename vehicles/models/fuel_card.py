"""Fuel cards: one for each vehicle (一车一卡), and which vehicle had which card when."""

from datetime import date

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import F, OuterRef, Q, Subquery
from django.db.models.functions import Upper
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.lists.search import Bigrams
from campus.models import Person
from campus.school_time.months import month_after
from campus.school_time.spans import day_range
from campus.tracking import tracked
from vehicles.models.vehicle import KEEPERS, Vehicle

DAYS = day_range("starts_on", "ends_on")


class FuelCardQuerySet(models.QuerySet["FuelCard"]):
    """Cards in words."""

    def visible_to(self, person: Person) -> "FuelCardQuerySet":
        """Cards and what is on them are for those who keep the vehicles."""
        return self if person.on_duty_as(*KEEPERS) else self.none()

    def in_use(self) -> "FuelCardQuerySet":
        return self.filter(stopped_on=None)

    def with_holder(self, on: date) -> "FuelCardQuerySet":
        """Each with the plate and the number of the vehicle that has it on a day."""
        turn = CardTurn.objects.running(on).filter(card=OuterRef("pk"))
        return self.annotate(
            plate=Subquery(turn.values("vehicle__plate")[:1]),
            holder_id=Subquery(turn.values("vehicle")[:1]),
        )

    def to_close(self, month: date) -> "FuelCardQuerySet":
        """Cards on which `month`, or one before it, is still to be reconciled."""
        open_since = Q(closed_until=None, opened_on__lt=month_after(month))
        return self.filter(open_since | Q(closed_until__lt=month))


@tracked(leave_out=["balance"])
class FuelCard(models.Model):
    """A card with which fuel is paid for: in use → stopped.

    `balance` is in yuan, equals the sum of its moves and is never below zero; `closed_until` is the
    first day of the last month that was reconciled, up to whose end nothing moves any more.
    """

    number = models.CharField(pgettext_lazy("of a fuel card", "card number"), max_length=32)
    issuer = models.CharField(pgettext_lazy("of a fuel card", "issuer"), max_length=60)
    opened_on = models.DateField(_("in use since"))
    stopped_on = models.DateField(_("stopped on"), null=True, blank=True)
    balance = models.DecimalField(
        _("balance in yuan"), max_digits=10, decimal_places=2, default=0, editable=False
    )
    closed_until = models.DateField(_("reconciled until"), null=True, blank=True, editable=False)
    note = models.CharField(_("remark"), max_length=200, blank=True)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("written by"))
    at = models.DateTimeField(_("written at"))
    sought = models.GeneratedField(
        expression=Bigrams("number", "issuer", "note"),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    objects = FuelCardQuerySet.as_manager()

    class Meta:
        verbose_name = _("fuel card")
        verbose_name_plural = _("fuel cards")
        ordering = ["number"]
        indexes = [GinIndex(fields=["sought"], name="fuel_card_sought")]
        constraints = [
            models.UniqueConstraint(
                Upper("number"),
                name="fuel_card_number_once",
                violation_error_message=_("Another card has this number."),
            ),
            models.CheckConstraint(
                condition=Q(balance__gte=0),
                name="fuel_card_never_below_zero",
                violation_error_message=_("There is not so much on the card."),
            ),
            models.CheckConstraint(
                condition=Q(stopped_on=None) | Q(stopped_on__gte=F("opened_on")),
                name="fuel_card_stopped_after_it_was_opened",
                violation_error_message=_("The last day must not come before the first."),
            ),
            models.CheckConstraint(
                condition=Q(closed_until=None) | Q(closed_until__day=1),
                name="fuel_card_closed_by_months",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.issuer} {self.number}"

    def get_absolute_url(self) -> str:
        return reverse("vehicles:card", args=[self.pk])

    @property
    def is_in_use(self) -> bool:
        return self.stopped_on is None

    @property
    def next_month(self) -> date:
        """The first day of the month that is to be reconciled next."""
        if self.closed_until is None:
            return self.opened_on.replace(day=1)
        return month_after(self.closed_until)

    def is_closed(self, day: date) -> bool:
        """Whether the month of a day is reconciled."""
        return day < self.next_month


class CardTurnQuerySet(models.QuerySet["CardTurn"]):
    """Turns of cards in words."""

    def running(self, on: date) -> "CardTurnQuerySet":
        """Those of a day."""
        return self.filter(Q(ends_on=None) | Q(ends_on__gte=on), starts_on__lte=on)

    def until_further_notice(self) -> "CardTurnQuerySet":
        return self.filter(ends_on=None)


@tracked()
class CardTurn(models.Model):
    """A vehicle has a card from a day to a day; neither has two at once."""

    card = models.ForeignKey(
        FuelCard, models.PROTECT, related_name="turns", verbose_name=_("fuel card")
    )
    vehicle = models.ForeignKey(
        Vehicle, models.PROTECT, related_name="card_turns", verbose_name=_("vehicle")
    )
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("to"), null=True, blank=True)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("written by"))

    objects = CardTurnQuerySet.as_manager()

    class Meta:
        verbose_name = _("turn of a fuel card")
        verbose_name_plural = _("turns of fuel cards")
        ordering = ["-starts_on", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                name="card_turn_ends_after_it_starts",
                violation_error_message=_("The last day must not come before the first."),
            ),
            ExclusionConstraint(
                name="card_with_one_vehicle",
                expressions=[("card", RangeOperators.EQUAL), (DAYS, RangeOperators.OVERLAPS)],
                violation_error_message=_("Another vehicle has the card in these days."),
            ),
            ExclusionConstraint(
                name="vehicle_with_one_card",
                expressions=[("vehicle", RangeOperators.EQUAL), (DAYS, RangeOperators.OVERLAPS)],
                violation_error_message=_("The vehicle has another card in these days."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.card} → {self.vehicle}"
