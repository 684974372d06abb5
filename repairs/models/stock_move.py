"""Every piece of a supply that came or went, and what a month of them comes to."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import ClassVar

import pgtrigger
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.models import Department, Person, SchoolClass
from repairs.models.asset import KEEPERS
from repairs.models.supply import Supply, SupplyIssue
from repairs.models.tally import MOVES_BY_DAY
from repairs.models.ticket import Ticket


class StockMoveQuerySet(models.QuerySet["StockMove"]):
    """Moves of stock in words."""

    def visible_to(self, person: Person) -> "StockMoveQuerySet":
        """The ledger is read by those who keep the store."""
        return self if person.on_duty_as(*KEEPERS) else self.none()

    def between(self, start: datetime, end: datetime) -> "StockMoveQuerySet":
        """From `start` until before `end`."""
        return self.filter(at__gte=start, at__lt=end)

    def handed_out(self) -> "StockMoveQuerySet":
        """What went out, and what of it came back."""
        return self.filter(kind__in=[StockMove.Kind.ISSUE, StockMove.Kind.RETURN])

    def for_repairs(self) -> "StockMoveQuerySet":
        return self.filter(ticket__isnull=False)

    def told(self) -> "StockMoveQuerySet":
        """With all that a line of the ledger reads."""
        return self.select_related("by", "issue", "ticket", "school_class", "department")


class StockMove(models.Model):
    """Pieces of a supply that came into the store or went out of it; nobody changes it afterwards.

    `quantity` and `amount` are negative for what went out. `balance` and `balance_value` are what
    there was after it, so that a ledger is read row by row, and a month opens with the last row
    before it.
    """

    class Kind(models.TextChoices):
        """Why it moved."""

        RECEIPT = "receipt", pgettext_lazy("move of stock", "Receipt")
        ISSUE = "issue", pgettext_lazy("move of stock", "Issue")
        RETURN = "return", pgettext_lazy("move of stock", "Return")
        CORRECTION = "correction", pgettext_lazy("move of stock", "Correction by count")

    INWARD: ClassVar[tuple[str, ...]] = (Kind.RECEIPT, Kind.RETURN)

    supply = models.ForeignKey(
        Supply, models.PROTECT, related_name="moves", verbose_name=_("supply")
    )
    kind = models.CharField(_("kind"), max_length=12, choices=Kind)
    quantity = models.IntegerField(_("quantity"))
    amount = models.DecimalField(_("amount"), max_digits=14, decimal_places=2)
    balance = models.IntegerField(_("balance"))
    balance_value = models.DecimalField(_("value of the balance"), max_digits=14, decimal_places=2)
    price = models.DecimalField(
        _("price of a piece"), max_digits=10, decimal_places=2, null=True, blank=True
    )
    invoice = models.CharField(_("invoice number"), max_length=40, blank=True)
    supplier = models.CharField(_("supplier"), max_length=80, blank=True)
    reason = models.CharField(_("reason"), max_length=200, blank=True)
    issue = models.ForeignKey(
        SupplyIssue, models.PROTECT, null=True, blank=True, related_name="moves",
        verbose_name=_("issue"),
    )  # fmt: skip
    request = models.ForeignKey(
        "repairs.SupplyRequest", models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("request"),
    )  # fmt: skip
    ticket = models.ForeignKey(
        Ticket, models.PROTECT, null=True, blank=True, related_name="parts",
        verbose_name=_("repair ticket"),
    )  # fmt: skip
    department = models.ForeignKey(
        Department, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("department"),
    )  # fmt: skip
    school_class = models.ForeignKey(
        SchoolClass, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("class"),
    )  # fmt: skip
    by = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("by"))
    at = models.DateTimeField(_("at"))

    objects = StockMoveQuerySet.as_manager()

    class Meta:
        verbose_name = _("move of stock")
        verbose_name_plural = _("moves of stock")
        ordering = ["id"]
        indexes = [
            models.Index(fields=["supply", "-id"], name="stock_move_ledger"),
            models.Index(fields=["supply", "-at", "-id"], name="stock_move_of_month"),
            models.Index(fields=["-at", "-id"], name="stock_move_latest"),
            models.Index(
                fields=["ticket", "id"], condition=Q(ticket__isnull=False), name="stock_move_parts"
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=["receipt", "return"], quantity__gt=0, amount__gte=0)
                | Q(kind="issue", quantity__lt=0, amount__lte=0)
                | Q(kind="correction") & ~Q(quantity=0),
                name="stock_move_kind_known_and_turned",
            ),
            models.CheckConstraint(
                condition=Q(balance__gte=0, balance_value__gte=0),
                name="stock_move_leaves_no_debt",
                violation_error_message=_("There is not so much in stock."),
            ),
            models.CheckConstraint(
                condition=~Q(kind="correction") | ~Q(reason=""),
                name="stock_move_corrected_for_a_reason",
                violation_error_message=_("Say why the count differs."),
            ),
            models.CheckConstraint(
                condition=~Q(kind="receipt") | Q(price__isnull=False, price__gte=0),
                name="stock_move_received_at_a_price",
                violation_error_message=_("Say what a piece costs."),
            ),
        ]
        triggers = [
            pgtrigger.Protect(
                name="stock_moves_are_append_only", operation=pgtrigger.Update | pgtrigger.Delete
            ),
            MOVES_BY_DAY.trigger,
        ]

    def __str__(self) -> str:
        return f"{self.supply} {self.quantity:+}"

    @property
    def is_inward(self) -> bool:
        return self.quantity > 0

    @property
    def pieces(self) -> int:
        return abs(self.quantity)

    @property
    def what_for(self) -> str:
        """To whom or from whom, and why, in words."""
        parts = (
            self.issue.title if self.issue else "",
            self.ticket.number if self.ticket else "",
            str(self.school_class or ""), str(self.department or ""), self.supplier, self.invoice,
            self.reason,
        )  # fmt: skip
        return " · ".join(filter(None, parts))


@dataclass(frozen=True)
class MonthLine:
    """One item in a month: what there was, what came and went, what there is, and its value."""

    supply: Supply
    opening: int
    received: int
    returned: int
    issued: int
    corrected: int
    closing: int
    opening_value: Decimal
    closing_value: Decimal
