"""What a workshop asks for its work: labour, and parts by piece and price."""

from decimal import Decimal

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q
from django.db.models.functions import Upper
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.models import Person
from campus.tracking import tracked
from vehicles.models.running_tally import SERVICE_BY_DAY
from vehicles.models.service_request import ServiceRequest
from vehicles.models.vehicle import KEEPERS, Vehicle
from vehicles.models.workshop import VehicleWorkshop


class ServiceBillQuerySet(models.QuerySet["ServiceBill"]):
    """Bills in words."""

    def visible_to(self, person: Person) -> "ServiceBillQuerySet":
        """What is paid is for those who keep the vehicles."""
        return self if person.on_duty_as(*KEEPERS) else self.none()


@tracked()
class ServiceBill(models.Model):
    """The bill of one request; `total` is labour and parts together, in yuan."""

    request = models.OneToOneField(
        ServiceRequest, models.PROTECT, related_name="bill", verbose_name=_("service request")
    )
    vehicle = models.ForeignKey(
        Vehicle, models.PROTECT, related_name="bills", verbose_name=_("vehicle")
    )
    workshop = models.ForeignKey(
        VehicleWorkshop, models.PROTECT, related_name="bills",
        verbose_name=pgettext_lazy("for vehicles", "workshop"),
    )  # fmt: skip
    invoice = models.CharField(_("invoice number"), max_length=40)
    billed_on = models.DateField(_("day of the bill"))
    labour = models.DecimalField(
        pgettext_lazy("of a bill", "labour in yuan"), max_digits=10, decimal_places=2,
        validators=[MinValueValidator(0)],
    )  # fmt: skip
    total = models.DecimalField(_("total in yuan"), max_digits=11, decimal_places=2)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("entered by"))
    at = models.DateTimeField(_("entered at"))

    objects = ServiceBillQuerySet.as_manager()

    class Meta:
        verbose_name = _("bill of a workshop")
        verbose_name_plural = _("bills of workshops")
        ordering = ["-billed_on", "-id"]
        indexes = [
            models.Index(fields=["-billed_on", "-id"], name="service_bill_latest"),
            models.Index(fields=["vehicle", "-billed_on", "-id"], name="service_bill_of_vehicle"),
        ]
        constraints = [
            models.UniqueConstraint(
                "workshop",
                Upper("invoice"),
                name="service_invoice_once",
                violation_error_message=_("This invoice of the workshop is entered already."),
            ),
            models.CheckConstraint(
                condition=Q(labour__gte=0, total__gt=0, total__gte=models.F("labour")),
                name="service_bill_of_some_money",
                violation_error_message=_("A bill is of some money."),
            ),
        ]
        triggers = [SERVICE_BY_DAY.trigger]

    def __str__(self) -> str:
        return self.invoice

    def get_absolute_url(self) -> str:
        return reverse("vehicles:service:case", args=[self.request_id])


class ServicePart(models.Model):
    """A part that was put in: how many, at what price each."""

    bill = models.ForeignKey(ServiceBill, models.CASCADE, related_name="parts")
    name = models.CharField(_("part"), max_length=60)
    quantity = models.DecimalField(
        pgettext_lazy("of parts", "quantity"), max_digits=7, decimal_places=2,
        validators=[MinValueValidator(Decimal("0.01"))],
    )  # fmt: skip
    price = models.DecimalField(
        _("price of a piece"), max_digits=9, decimal_places=2, validators=[MinValueValidator(0)]
    )

    class Meta:
        verbose_name = _("part")
        verbose_name_plural = _("parts")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(quantity__gt=0, price__gte=0),
                name="service_part_of_something",
                violation_error_message=_("Say how many, and at what price."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} × {self.quantity}"

    @property
    def amount(self) -> Decimal:
        return self.quantity * self.price
