"""What is paid for damage by misuse."""

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.models import Person, SchoolClass
from campus.tracking import tracked
from repairs.models.ticket import Ticket


class CompensationQuerySet(models.QuerySet["Compensation"]):
    """Compensations in words."""

    def asked(self) -> "CompensationQuerySet":
        """Neither paid nor waived."""
        return self.filter(status=Compensation.Status.ASKED)


@tracked()
class Compensation(models.Model):
    """What a person or a class pays for a ticket's damage (赔偿), and the receipt for it."""

    class Status(models.TextChoices):
        """Where it stands."""

        ASKED = "asked", pgettext_lazy("compensation", "Not paid yet")
        PAID = "paid", pgettext_lazy("compensation", "Paid")
        WAIVED = "waived", pgettext_lazy("compensation", "Waived")

    ticket = models.OneToOneField(Ticket, models.PROTECT, related_name="compensation")
    status = models.CharField(_("state"), max_length=8, choices=Status, default=Status.ASKED)
    person = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("who pays"),
    )  # fmt: skip
    school_class = models.ForeignKey(
        SchoolClass, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("class that pays"),
    )  # fmt: skip
    amount = models.DecimalField(
        _("amount in yuan"), max_digits=8, decimal_places=2, validators=[MinValueValidator(0.01)]
    )
    asked_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(_("asked for at"))
    receipt = models.CharField(_("number of the receipt"), max_length=32, blank=True)
    settled_by = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("received or waived by"),
    )  # fmt: skip
    settled_at = models.DateTimeField(_("paid or waived at"), null=True, blank=True)

    objects = CompensationQuerySet.as_manager()

    class Meta:
        verbose_name = _("compensation")
        verbose_name_plural = _("compensations")
        ordering = ["-asked_at", "-id"]
        indexes = [models.Index(fields=["status", "-asked_at"], name="compensation_by_state")]
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=["asked", "paid", "waived"]),
                name="compensation_status_known",
            ),
            models.CheckConstraint(
                condition=Q(amount__gt=0),
                name="compensation_of_some_money",
                violation_error_message=_("Compensation is more than nothing."),
            ),
            models.CheckConstraint(
                condition=Q(person__isnull=False, school_class=None)
                | Q(person=None, school_class__isnull=False),
                name="compensation_has_one_payer",
                violation_error_message=_("Say who pays: one person or one class."),
            ),
            models.CheckConstraint(
                condition=Q(status="asked", settled_at=None, settled_by=None)
                | Q(status__in=["paid", "waived"], settled_at__isnull=False,
                    settled_by__isnull=False),
                name="compensation_settled_by_somebody",
            ),
            models.CheckConstraint(
                condition=~Q(status="paid") | ~Q(receipt=""),
                name="compensation_paid_has_a_receipt",
                violation_error_message=_("Write down the number of the receipt."),
            ),
            models.UniqueConstraint(
                fields=["receipt"],
                condition=~Q(receipt=""),
                name="compensation_receipt_once",
                violation_error_message=_("Another payment has this receipt."),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.payer} {self.amount}"

    @property
    def payer(self) -> str:
        return str(self.person or self.school_class)
