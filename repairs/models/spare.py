"""The spare pool: what stands in for what is being mended."""

from datetime import date
from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.models import Department, Person, Role
from campus.tracking import tracked
from repairs.models.asset import KEEPERS, FixedAsset
from repairs.models.ticket import Ticket

# Who lends spares and takes them back.
LENDERS = (*KEEPERS, Role.DISPATCHER, Role.TECHNICIAN)


class LoanQuerySet(models.QuerySet["Loan"]):
    """Loans in words."""

    def visible_to(self, person: Person) -> "LoanQuerySet":
        """Whoever lends sees all, other staff what they have or their department has."""
        if person.is_pupil or not person.is_active:
            return self.none()
        if person.on_duty_as(*LENDERS):
            return self
        return self.filter(
            Q(borrower=person) | Q(department__isnull=False, department=person.department_id)
        )

    def out(self) -> "LoanQuerySet":
        """Not returned yet."""
        return self.filter(returned_at=None)

    def overdue(self, on: date) -> "LoanQuerySet":
        """Out longer than was agreed, on a day."""
        return self.out().filter(due_on__lt=on)

    def told(self) -> "LoanQuerySet":
        """With all that a line of a loan reads."""
        return self.select_related("asset", "ticket", "borrower", "department", "lent_by")


@tracked()
class Loan(models.Model):
    """A spare device in somebody's hands (备用设备借用): lent until a day → returned.

    For a ticket, to a person, or to a department; the database lends nothing twice at once.
    """

    class Condition(models.TextChoices):
        """How it came back."""

        GOOD = "good", pgettext_lazy("condition", "In good order")
        WORN = "worn", pgettext_lazy("condition", "Works, with marks")
        BROKEN = "broken", pgettext_lazy("condition", "Broken")
        LOST = "lost", pgettext_lazy("condition", "Lost")

    asset = models.ForeignKey(
        FixedAsset, models.PROTECT, related_name="loans", verbose_name=_("spare device")
    )
    ticket = models.ForeignKey(
        Ticket, models.PROTECT, null=True, blank=True, related_name="loans",
        verbose_name=_("repair ticket"),
    )  # fmt: skip
    borrower = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("borrower"),
    )  # fmt: skip
    department = models.ForeignKey(
        Department, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("department"),
    )  # fmt: skip
    due_on = models.DateField(_("to be returned by"))
    note = models.CharField(_("remark"), max_length=300, blank=True)
    lent_by = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("lent by"))
    lent_at = models.DateTimeField(_("lent at"))
    returned_at = models.DateTimeField(_("returned at"), null=True, blank=True)
    returned_to = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=pgettext_lazy("a spare", "taken back by"),
    )  # fmt: skip
    condition = models.CharField(
        _("condition"), max_length=8, choices=Condition, blank=True, default=""
    )
    returned_note = models.CharField(_("remark on its return"), max_length=300, blank=True)
    # When borrower and dispatchers were told that it is overdue; they are told once.
    warned_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = LoanQuerySet.as_manager()

    class Meta:
        verbose_name = _("loan")
        verbose_name_plural = _("loans")
        ordering = ["-lent_at", "-id"]
        indexes = [
            models.Index(fields=["-lent_at", "-id"], name="loan_newest"),
            models.Index(fields=["due_on"], condition=Q(returned_at=None), name="loan_out_by_day"),
            models.Index(fields=["asset", "-lent_at"], name="loan_of_asset"),
            models.Index(fields=["borrower", "-lent_at"], name="loan_of_borrower"),
            models.Index(
                fields=["ticket"], condition=Q(ticket__isnull=False), name="loan_for_ticket"
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["asset"],
                condition=Q(returned_at=None),
                name="loan_one_at_a_time",
                violation_error_message=_("It is lent already."),
            ),
            models.CheckConstraint(
                condition=Q(condition__in=["", "good", "worn", "broken", "lost"]),
                name="loan_condition_known",
            ),
            models.CheckConstraint(
                condition=Q(borrower__isnull=False)
                | Q(department__isnull=False)
                | Q(ticket__isnull=False),
                name="loan_to_somebody",
                violation_error_message=_("Say who borrows it, or for which ticket."),
            ),
            models.CheckConstraint(
                condition=Q(returned_at=None, returned_to=None, condition="")
                | Q(returned_at__isnull=False, returned_to__isnull=False) & ~Q(condition=""),
                name="loan_returned_in_some_condition",
                violation_error_message=_("Say in which condition it came back."),
            ),
            models.CheckConstraint(
                condition=Q(returned_at=None) | Q(returned_at__gte=models.F("lent_at")),
                name="loan_returned_after_it_was_lent",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.asset} → {self.holder}"

    @property
    def is_out(self) -> bool:
        return self.returned_at is None

    @property
    def holder(self) -> str:
        """Who has it, in words."""
        holder: Any = self.borrower or self.department
        return str(holder or (self.ticket.number if self.ticket else ""))

    def is_overdue(self, on: date) -> bool:
        return self.is_out and self.due_on < on
