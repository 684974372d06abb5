"""Every yuan that came onto a fuel card or left it, and what a month of them comes to."""

from decimal import Decimal
from typing import ClassVar

import pgtrigger
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.models import Person
from campus.tallies import Tally
from vehicles.models.fuel_card import FuelCard
from vehicles.models.vehicle import KEEPERS

# A month that is reconciled stays as it was signed, whoever writes; actions lock the card.
NOT_INTO_A_CLOSED_MONTH = """
    IF EXISTS (
        SELECT FROM vehicles_fuelcard AS card WHERE card.id = NEW.card_id
        AND date_trunc('month', NEW.counts_on)::date <= card.closed_until
    ) THEN
        RAISE EXCEPTION 'The month is reconciled.'
        USING ERRCODE = 'check_violation', CONSTRAINT = 'card_move_not_into_a_closed_month';
    END IF;
    RETURN NEW;
"""


def where(kinds: str, value: str) -> str:
    """SQL for `value` of a move of some kinds, else nought."""
    return f"(CASE WHEN {{row}}.kind IN ({kinds}) THEN {value} ELSE 0 END)"


MOVES_BY_MONTH = Tally(
    source="vehicles_cardmove",
    table="vehicles_cardtally",
    keys={
        "card_id": "{row}.card_id",
        "month": "(date_trunc('month', {row}.counts_on::timestamp)::date)",
    },
    sums={
        "top_ups": where("'top_up'", "{row}.amount"),
        "refuels": where("'refuel', 'back'", "-{row}.amount"),
        "corrections": where("'correction'", "{row}.amount"),
        "quantity": "{row}.quantity",
    },
)


class CardMoveQuerySet(models.QuerySet["CardMove"]):
    """Moves of cards in words."""

    def visible_to(self, person: Person) -> "CardMoveQuerySet":
        """The ledgers are read by those who keep the vehicles."""
        return self if person.on_duty_as(*KEEPERS) else self.none()

    def told(self) -> "CardMoveQuerySet":
        """With all that a line of the ledger reads."""
        return self.select_related("card", "by", "refuel__vehicle")


class CardMove(models.Model):
    """Money that came onto a card or left it; nobody changes it afterwards.

    `amount` is negative for what left, `balance` what there was after it. `counts_on` is the day
    whose month it belongs to: that of the fill, or of the writing where that month is closed.
    `quantity` is what was filled for it, in the unit of the vehicle.
    """

    class Kind(models.TextChoices):
        """Why it moved."""

        TOP_UP = "top_up", pgettext_lazy("move of a fuel card", "Top-up")
        REFUEL = "refuel", pgettext_lazy("move of a fuel card", "Refuelling")
        BACK = "back", pgettext_lazy("move of a fuel card", "Given back")
        CORRECTION = "correction", pgettext_lazy("move of a fuel card", "Correction by count")

    OF_FILLS: ClassVar[tuple[str, ...]] = (Kind.REFUEL, Kind.BACK)

    card = models.ForeignKey(
        FuelCard, models.PROTECT, related_name="moves", verbose_name=_("fuel card")
    )
    kind = models.CharField(_("kind"), max_length=12, choices=Kind)
    amount = models.DecimalField(_("amount in yuan"), max_digits=10, decimal_places=2)
    balance = models.DecimalField(_("balance in yuan"), max_digits=10, decimal_places=2)
    quantity = models.DecimalField(_("quantity"), max_digits=8, decimal_places=2, default=0)
    counts_on = models.DateField(_("counts on"))
    refuel = models.ForeignKey(
        "RefuelRecord", models.PROTECT, null=True, blank=True, related_name="moves",
        verbose_name=_("refuelling"),
    )  # fmt: skip
    reason = models.CharField(_("reason"), max_length=200, blank=True)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("by"))
    at = models.DateTimeField(_("at"))

    objects = CardMoveQuerySet.as_manager()

    class Meta:
        verbose_name = _("move of a fuel card")
        verbose_name_plural = _("moves of fuel cards")
        ordering = ["-id"]
        indexes = [
            models.Index(fields=["card", "-id"], name="card_move_ledger"),
            models.Index(fields=["card", "counts_on", "id"], name="card_move_of_month"),
            models.Index(fields=["-counts_on", "-id"], name="card_move_latest"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=["top_up", "back"], amount__gt=0)
                | Q(kind="refuel", amount__lt=0)
                | Q(kind="correction") & ~Q(amount=0),
                name="card_move_kind_known_and_turned",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=["refuel", "back"], refuel__isnull=False)
                | Q(kind__in=["top_up", "correction"], refuel=None, quantity=0),
                name="card_move_of_a_fill_or_not",
            ),
            models.CheckConstraint(
                condition=Q(balance__gte=0),
                name="card_move_leaves_no_debt",
                violation_error_message=_("There is not so much on the card."),
            ),
            models.CheckConstraint(
                condition=~Q(kind="correction") | ~Q(reason=""),
                name="card_move_corrected_for_a_reason",
                violation_error_message=_("Say why the count differs."),
            ),
            models.UniqueConstraint(
                fields=["refuel", "kind"], name="card_move_once_for_each_fill",
                condition=Q(refuel__isnull=False),
            ),
        ]  # fmt: skip
        triggers = [
            pgtrigger.Protect(
                name="card_moves_are_append_only", operation=pgtrigger.Update | pgtrigger.Delete
            ),
            pgtrigger.Trigger(
                name="card_move_not_into_a_closed_month", when=pgtrigger.Before,
                operation=pgtrigger.Insert, func=NOT_INTO_A_CLOSED_MONTH,
            ),
            MOVES_BY_MONTH.trigger,
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.card} {self.amount:+}"

    @property
    def out(self) -> Decimal:
        """What left the card, without its sign."""
        return -self.amount


class CardTally(models.Model):
    """What moved on a card in a month, in yuan, and the quantity that was filled for it."""

    card = models.ForeignKey(FuelCard, models.CASCADE, related_name="tallies")
    month = models.DateField(_("month"))
    top_ups = models.DecimalField(max_digits=14, decimal_places=2, default=0)
    refuels = models.DecimalField(max_digits=14, decimal_places=2, default=0)
    corrections = models.DecimalField(max_digits=14, decimal_places=2, default=0)
    quantity = models.DecimalField(max_digits=14, decimal_places=2, default=0)

    class Meta:
        verbose_name = _("moves of a month")
        verbose_name_plural = _("moves of a month")
        constraints = [models.UniqueConstraint(fields=["card", "month"], name="card_tally_once")]

    def __str__(self) -> str:
        return f"{self.card} {self.month:%Y-%m}"
