"""Supplies of the store, what there is of each, and what was handed out."""

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Q
from django.db.models.functions import Upper
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.lists.search import Bigrams
from campus.models import Department, Person, Role
from campus.tracking import tracked
from repairs.models.asset import KEEPERS

# More of one thing in one go is a slip of the keyboard; our own figure.
MOST_PIECES = 100_000
# Who takes parts out of the store for tickets.
TAKERS = (*KEEPERS, Role.TECHNICIAN, Role.DISPATCHER)


class SupplyQuerySet(models.QuerySet["Supply"]):
    """Supplies in words."""

    def visible_to(self, person: Person) -> "SupplyQuerySet":
        """Staff, who ask for them."""
        return self.none() if person.is_pupil or not person.is_active else self

    def offered(self) -> "SupplyQuerySet":
        return self.filter(is_offered=True)

    def low(self) -> "SupplyQuerySet":
        """Offered, and less there than there should be."""
        return self.offered().filter(stock__is_low=True)


@tracked()
class Supply(models.Model):
    """One item of the store (物资): whole pieces of its `unit`; `minimum` should be there."""

    class Category(models.TextChoices):
        """What it is for (物品发放)."""

        TEACHING = "teaching", pgettext_lazy("supplies", "Teaching")
        CLEANING = "cleaning", pgettext_lazy("supplies", "Cleaning")
        OFFICE = "office", pgettext_lazy("supplies", "Office")
        PROTECTION = "protection", pgettext_lazy("supplies", "Labour protection")
        PARTS = "parts", pgettext_lazy("supplies", "Parts for repairs")

    name = models.CharField(_("name"), max_length=60)
    spec = models.CharField(_("model and specification"), max_length=80, blank=True)
    unit = models.CharField(pgettext_lazy("of a supply", "unit"), max_length=12)
    category = models.CharField(_("category"), max_length=12, choices=Category)
    minimum = models.PositiveIntegerField(
        _("at least"), default=0, validators=[MaxValueValidator(MOST_PIECES)]
    )
    shelf = models.CharField(_("shelf"), max_length=40, blank=True)
    is_offered = models.BooleanField(_("offered"), default=True)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("written by"))
    at = models.DateTimeField(_("written at"))
    sought = models.GeneratedField(
        expression=Bigrams("name", "spec", "shelf"),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    objects = SupplyQuerySet.as_manager()

    class Meta:
        verbose_name = _("supply")
        verbose_name_plural = _("supplies")
        ordering = ["name", "spec", "id"]
        indexes = [
            GinIndex(fields=["sought"], name="supply_sought"),
            models.Index(fields=["name", "spec", "id"], name="supply_by_name"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    category__in=["teaching", "cleaning", "office", "protection", "parts"]
                ),
                name="supply_category_known",
            ),
            models.UniqueConstraint(
                Upper("name"), Upper("spec"),
                name="supply_once",
                violation_error_message=_("There is an item of this name and specification."),
            ),
            models.CheckConstraint(
                condition=Q(minimum__lte=MOST_PIECES), name="supply_minimum_in_bounds"
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.name} {self.spec}".strip()

    def get_absolute_url(self) -> str:
        return reverse("repairs:supply", args=[self.pk])

    def counted(self, quantity: int) -> str:
        """So many of it, with the unit."""
        return f"{quantity} {self.unit}"


class Stock(models.Model):
    """How much of a supply there is and what it is worth: one row, locked by whoever moves any.

    `value` is that of all pieces together, by moving average. `is_low` is set while there is less
    than the minimum; `last_at` is the moment of the last move, so that none stands before another.
    """

    supply = models.OneToOneField(
        Supply, models.PROTECT, primary_key=True, related_name="stock", verbose_name=_("supply")
    )
    quantity = models.IntegerField(_("in stock"), default=0)
    value = models.DecimalField(_("value"), max_digits=14, decimal_places=2, default=0)
    is_low = models.BooleanField(_("below the minimum"), default=False)
    last_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("stock")
        verbose_name_plural = _("stocks")
        indexes = [
            models.Index(fields=["supply"], condition=Q(is_low=True), name="stock_low"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(quantity__gte=0),
                name="stock_never_below_zero",
                violation_error_message=_("There is not so much in stock."),
            ),
            models.CheckConstraint(
                condition=Q(value__gte=0) & (Q(quantity__gt=0) | Q(value=0)),
                name="stock_value_of_what_is_there",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.supply}: {self.quantity}"


class SupplyIssueQuerySet(models.QuerySet["SupplyIssue"]):
    """Issues in words."""

    def visible_to(self, person: Person) -> "SupplyIssueQuerySet":
        """Keepers see all, other staff what they or their department received."""
        if person.is_pupil or not person.is_active:
            return self.none()
        if person.on_duty_as(*KEEPERS):
            return self
        return self.filter(
            Q(receiver=person) | Q(department__isnull=False, department=person.department_id)
        )

    def unsigned(self) -> "SupplyIssueQuerySet":
        return self.filter(signed_at=None)


@tracked()
class SupplyIssue(models.Model):
    """One handing out (物资领用) to a person, a department or many classes → signed for.

    Signed by the receiver with their own account, or on paper: then the name is typed and a photo
    of the signed sheet lies with it.
    """

    number = models.CharField(_("number"), max_length=16, unique=True)
    title = models.CharField(_("what for"), max_length=120)
    department = models.ForeignKey(
        Department, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("department"),
    )  # fmt: skip
    receiver = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("received by"),
    )  # fmt: skip
    request = models.OneToOneField(
        "repairs.SupplyRequest", models.PROTECT, null=True, blank=True, related_name="issue",
        verbose_name=_("request"),
    )  # fmt: skip
    by = models.ForeignKey(
        Person, models.PROTECT, related_name="+", verbose_name=_("handed out by")
    )
    at = models.DateTimeField(_("handed out at"))
    signed_by = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("signed by"),
    )  # fmt: skip
    signed_name = models.CharField(_("name on the signed sheet"), max_length=60, blank=True)
    signed_at = models.DateTimeField(_("signed at"), null=True, blank=True)
    sought = models.GeneratedField(
        expression=Bigrams("number", "title", "signed_name"),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    objects = SupplyIssueQuerySet.as_manager()

    class Meta:
        verbose_name = _("issue of supplies")
        verbose_name_plural = _("issues of supplies")
        ordering = ["-id"]
        indexes = [
            GinIndex(fields=["sought"], name="supply_issue_sought"),
            models.Index(fields=["receiver", "-id"], name="supply_issue_of_person"),
            models.Index(fields=["department", "-id"], name="supply_issue_of_unit"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(signed_at=None, signed_by=None, signed_name="")
                | Q(signed_at__isnull=False, signed_by__isnull=False, signed_name="")
                | Q(signed_at__isnull=False, signed_by=None) & ~Q(signed_name=""),
                name="supply_issue_signed_one_way",
                violation_error_message=_("It is signed with an account or on paper."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.title}"

    def get_absolute_url(self) -> str:
        return reverse("repairs:issue", args=[self.pk])

    @property
    def is_signed(self) -> bool:
        return self.signed_at is not None

    @property
    def to_whom(self) -> str:
        """Who received it, in words; empty where several classes did."""
        return " · ".join(filter(None, (str(self.department or ""), str(self.receiver or ""))))
