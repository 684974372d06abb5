"""Asking for supplies, and for what has to be bought."""

from decimal import Decimal

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.cases.models import HANDED_ON, MERGED, Case, CaseQuerySet
from campus.models import Person
from campus.tracking import tracked
from repairs.models.asset import KEEPERS
from repairs.models.supply import MOST_PIECES, Supply


class SupplyRequestQuerySet(CaseQuerySet["SupplyRequest"]):
    """Requests in words."""

    def visible_to(self, person: Person) -> "SupplyRequestQuerySet":
        """Storekeeper and head see all, everybody else what concerns them."""
        return self if person.on_duty_as(*KEEPERS) else self.concerning(person)


@tracked()
class SupplyRequest(Case):
    """A request for supplies: requested → approved or refused → ready → issued; what has to be
    bought (采购申请) goes from approved to received (验收入库)."""

    class Kind(models.TextChoices):
        """Out of the store, or to be bought for it."""

        STOCK = "stock", pgettext_lazy("kind of request", "From the store")
        PURCHASE = "purchase", pgettext_lazy("kind of request", "To be bought")

    class Status(models.TextChoices):
        """Where a request stands."""

        REQUESTED = "requested", pgettext_lazy("state of a request", "Requested")
        APPROVED = "approved", pgettext_lazy("state of a request", "Approved")
        READY = "ready", pgettext_lazy("state of a request", "Ready to be fetched")
        ISSUED = "issued", pgettext_lazy("state of a request", "Handed out")
        RECEIVED = "received", pgettext_lazy("state of a request", "Received into the store")
        REFUSED = "refused", pgettext_lazy("state of a request", "Refused")
        WITHDRAWN = "withdrawn", _("Withdrawn")
        MERGED = MERGED, _("Merged")
        HANDED_ON = HANDED_ON, _("Handed on")

    OPEN = (Status.REQUESTED, Status.APPROVED, Status.READY)
    NEEDS_REASON = (Status.REFUSED,)
    MOVES = {
        Status.REQUESTED: {Status.APPROVED, Status.REFUSED, Status.WITHDRAWN},
        Status.APPROVED: {
            Status.READY, Status.ISSUED, Status.RECEIVED, Status.REFUSED, Status.WITHDRAWN,
        },
        Status.READY: {Status.ISSUED, Status.WITHDRAWN},
    }  # fmt: skip

    status = models.CharField(_("state"), max_length=12, choices=Status, default=Status.REQUESTED)
    kind = models.CharField(_("kind"), max_length=8, choices=Kind, default=Kind.STOCK)
    # What all of it is worth, as far as prices are known when it is asked for: says who approves.
    amount = models.DecimalField(_("worth about"), max_digits=12, decimal_places=2, default=0)
    approved_by = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("approved by"),
    )  # fmt: skip

    objects = SupplyRequestQuerySet.as_manager()

    class Meta(Case.Meta):
        abstract = False
        verbose_name = _("request for supplies")
        verbose_name_plural = _("requests for supplies")
        constraints = [
            *Case.Meta.constraints,
            models.CheckConstraint(
                condition=Q(
                    status__in=[
                        "requested", "approved", "ready", "issued", "received", "refused",
                        "withdrawn", "merged", "handed_on",
                    ]
                ),
                name="supplyrequest_status_known",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=["stock", "purchase"]), name="supplyrequest_kind_known"
            ),
            models.CheckConstraint(
                condition=~Q(status__in=["ready", "issued"]) | Q(kind="stock"),
                name="supplyrequest_handed_out_from_the_store",
            ),
            models.CheckConstraint(
                condition=~Q(status="received") | Q(kind="purchase"),
                name="supplyrequest_received_when_bought",
            ),
            models.CheckConstraint(
                condition=Q(approved_by=None) | ~Q(approved_by=models.F("reporter")),
                name="supplyrequest_approved_by_another",
                violation_error_message=_("Nobody approves what they have asked for themselves."),
            ),
        ]  # fmt: skip

    @property
    def is_purchase(self) -> bool:
        return self.kind == self.Kind.PURCHASE


class RequestLine(models.Model):
    """So many of one thing; of the store's own, or for a purchase by its name alone."""

    request = models.ForeignKey(
        SupplyRequest, models.PROTECT, related_name="lines", verbose_name=_("request")
    )
    supply = models.ForeignKey(
        Supply, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("supply")
    )
    name = models.CharField(_("name"), max_length=60)
    unit = models.CharField(pgettext_lazy("of a supply", "unit"), max_length=12)
    quantity = models.PositiveIntegerField(
        _("quantity"), validators=[MinValueValidator(1), MaxValueValidator(MOST_PIECES)]
    )
    price = models.DecimalField(
        _("price of a piece"), max_digits=10, decimal_places=2, null=True, blank=True,
        validators=[MinValueValidator(0)],
    )  # fmt: skip

    class Meta:
        verbose_name = _("line of a request")
        verbose_name_plural = _("lines of requests")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(quantity__gte=1, quantity__lte=MOST_PIECES),
                name="request_line_of_some_pieces",
                violation_error_message=_("Say how many."),
            ),
            models.CheckConstraint(
                condition=Q(price=None) | Q(price__gte=0), name="request_line_price_not_negative"
            ),
            models.UniqueConstraint(
                fields=["request", "supply"],
                condition=Q(supply__isnull=False),
                name="request_line_once",
                violation_error_message=_("One item stands in two lines."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} × {self.quantity} {self.unit}"

    @property
    def amount(self) -> Decimal:
        """What it is worth; nothing where the price is not known."""
        return (self.price or Decimal(0)) * self.quantity
