"""What a project may cost, and what was spent of it."""

from decimal import Decimal

import pgtrigger
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.models import Person
from campus.tracking import tracked
from rooms.models.project import RoomProject

LEAST = Decimal("0.01")
# A line knows what was spent of it, so that one constraint keeps it within its bounds. The line is
# told in the same statement; whoever spends at the same time waits for it.
KEEP_SPENT = """
    IF TG_OP <> 'INSERT' THEN
        UPDATE rooms_budgetline SET spent = spent - OLD.amount WHERE id = OLD.line_id;
    END IF;
    IF TG_OP <> 'DELETE' THEN
        UPDATE rooms_budgetline SET spent = spent + NEW.amount WHERE id = NEW.line_id;
    END IF;
    RETURN NULL;
"""


@tracked()
class BudgetLine(models.Model):
    """A line of a project's budget, in yuan.

    No more is spent than was planned, unless the head has allowed so much over it, for a reason.
    `spent` is kept by the database.
    """

    project = models.ForeignKey(RoomProject, models.CASCADE, related_name="lines")
    name = models.CharField(_("category"), max_length=60)
    planned = models.DecimalField(
        _("planned in yuan"), max_digits=12, decimal_places=2, validators=[MinValueValidator(0)]
    )
    spent = models.DecimalField(
        _("spent in yuan"), max_digits=12, decimal_places=2, default=0, editable=False
    )
    over = models.DecimalField(
        _("allowed over it in yuan"), max_digits=12, decimal_places=2, default=0,
        validators=[MinValueValidator(0)],
    )  # fmt: skip
    over_reason = models.CharField(_("why more is allowed"), max_length=300, blank=True)
    over_by = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("allowed by"),
    )  # fmt: skip

    class Meta:
        verbose_name = _("line of a budget")
        verbose_name_plural = _("lines of budgets")
        ordering = ["project", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["project", "name"], name="budget_line_once",
                violation_error_message=_("The budget has this category already."),
            ),
            models.CheckConstraint(
                condition=Q(planned__gte=0, over__gte=0, spent__gte=0),
                name="budget_not_negative",
                violation_error_message=_("An amount is not negative."),
            ),
            models.CheckConstraint(
                condition=Q(spent__lte=F("planned") + F("over")), name="budget_not_overspent",
                violation_error_message=_("More is spent already than that."),
            ),
            models.CheckConstraint(
                condition=Q(over=0) | ~Q(over_reason="") & Q(over_by__isnull=False),
                name="budget_over_for_a_reason",
                violation_error_message=_("Say why more is allowed."),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.name

    @property
    def left(self) -> Decimal:
        """What can still be spent."""
        return self.planned + self.over - self.spent


@tracked()
class Spending(models.Model):
    """What was paid of a line: when, how much, to whom, by which invoice."""

    line = models.ForeignKey(
        BudgetLine, models.PROTECT, related_name="spendings",
        verbose_name=pgettext_lazy("budget", "line"),
    )  # fmt: skip
    on = models.DateField(pgettext_lazy("spending", "paid on"))
    amount = models.DecimalField(
        _("amount in yuan"), max_digits=12, decimal_places=2, validators=[MinValueValidator(LEAST)]
    )
    supplier = models.CharField(_("supplier"), max_length=80)
    invoice = models.CharField(_("number of the invoice"), max_length=40, blank=True)
    words = models.CharField(_("for what"), max_length=200, blank=True)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("written by"))
    at = models.DateTimeField(_("written at"))

    class Meta:
        verbose_name = _("spending")
        verbose_name_plural = _("spendings")
        ordering = ["on", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(amount__gt=0), name="spending_positive",
                violation_error_message=_("An amount is more than nothing."),
            ),
            models.UniqueConstraint(
                fields=["line", "supplier", "invoice"], condition=~Q(invoice=""),
                name="spending_once_for_an_invoice",
                violation_error_message=_("This invoice stands here already."),
            ),
        ]  # fmt: skip
        triggers = [
            pgtrigger.Trigger(
                name="budget_knows_its_spendings", when=pgtrigger.After,
                operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete, func=KEEP_SPENT,
            )
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.supplier} {self.amount}"
