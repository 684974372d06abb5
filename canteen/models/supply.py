"""What comes in: suppliers, goods receipts that two people sign, batches and their dishes."""

from datetime import date

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.lists.search import Bigrams
from campus.locking import lock
from campus.models import Person
from campus.school_time.months import months_after
from campus.tracking import tracked
from canteen.models.menu import Canteen, Dish
from canteen.models.sample import KitchenQuerySet
from canteen.models.standards import MEALS, Meal, Standards

# The kind of paper by its code, see `canteen.actions.supply.licence_kind`.
LICENCE = "canteen_supplier_licence"


@tracked()
class Supplier(models.Model):
    """Whoever delivers food, with an address and a telephone as the law wants them noted."""

    name = models.CharField(_("name"), max_length=60, unique=True)
    address = models.CharField(_("address"), max_length=120, blank=True)
    phone = models.CharField(_("telephone"), max_length=30, blank=True)
    is_kept = models.BooleanField(_("delivers"), default=True)
    sought = models.GeneratedField(
        expression=Bigrams("name", "address"), output_field=SearchVectorField(), db_persist=True
    )

    objects = KitchenQuerySet.as_manager()

    class Meta:
        verbose_name = _("supplier")
        verbose_name_plural = _("suppliers")
        ordering = ["name"]
        indexes = [GinIndex(fields=["sought"], name="supplier_sought")]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("canteen:supplier", args=[self.pk])


class GoodsReceiptQuerySet(KitchenQuerySet):
    """Receipts in words."""

    def unsigned(self) -> "GoodsReceiptQuerySet":
        """Those that wait for a second person."""
        return self.filter(second=None)


@tracked()
class GoodsReceipt(models.Model):
    """Food that came (进货查验): looked at and signed by two people."""

    canteen = models.ForeignKey(
        Canteen, models.PROTECT, related_name="+", verbose_name=_("canteen")
    )
    supplier = models.ForeignKey(
        Supplier, models.PROTECT, related_name="receipts", verbose_name=_("supplier")
    )
    on = models.DateField(_("delivered on"))
    note = models.CharField(_("remark"), max_length=200, blank=True)
    by = models.ForeignKey(
        Person,
        models.PROTECT,
        related_name="+",
        verbose_name=pgettext_lazy("of goods", "received by"),
    )
    at = models.DateTimeField(_("written at"))
    second = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("checked and signed by"),
    )  # fmt: skip
    signed_at = models.DateTimeField(_("signed at"), null=True, blank=True)

    objects = GoodsReceiptQuerySet.as_manager()

    class Meta:
        verbose_name = _("goods receipt")
        verbose_name_plural = _("goods receipts")
        ordering = ["-on", "-id"]
        indexes = [
            models.Index(fields=["-on", "-id"], name="goods_receipt_newest"),
            models.Index(fields=["on"], condition=Q(second=None), name="goods_receipt_unsigned"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(second=None, signed_at=None)
                | Q(second__isnull=False, signed_at__isnull=False) & ~Q(second=F("by")),
                name="goods_receipt_signed_by_two",
                violation_error_message=_("Two different people sign it."),
            )
        ]
        triggers = [lock('{row}."on"')]

    def __str__(self) -> str:
        return f"{self.supplier} {self.on}"

    def get_absolute_url(self) -> str:
        return reverse("canteen:receipt", args=[self.pk])


@tracked()
class Batch(models.Model):
    """One line of a goods receipt: an ingredient with its batch, its days and how much of it."""

    receipt = models.ForeignKey(
        GoodsReceipt, models.PROTECT, related_name="batches", verbose_name=_("goods receipt")
    )
    ingredient = models.CharField(_("ingredient"), max_length=40)
    number = models.CharField(_("batch"), max_length=40, blank=True)
    produced_on = models.DateField(_("produced on"), null=True, blank=True)
    expires_on = models.DateField(_("keeps until"), null=True, blank=True)
    quantity = models.DecimalField(_("quantity"), max_digits=9, decimal_places=2)
    unit = models.CharField(_("unit of quantity"), max_length=10, default="kg")
    sought = models.GeneratedField(
        expression=Bigrams("ingredient", "number"), output_field=SearchVectorField(),
        db_persist=True,
    )  # fmt: skip

    objects = KitchenQuerySet.as_manager()

    class Meta:
        verbose_name = _("batch")
        verbose_name_plural = _("batches")
        ordering = ["receipt", "id"]
        indexes = [
            GinIndex(fields=["sought"], name="batch_sought"),
            models.Index(fields=["ingredient", "id"], name="batch_of_ingredient"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(quantity__gt=0), name="batch_quantity_positive",
                violation_error_message=_("An amount is more than nought."),
            ),
            models.CheckConstraint(
                condition=Q(produced_on=None) | Q(expires_on=None)
                | Q(expires_on__gte=F("produced_on")),
                name="batch_keeps_after_it_was_produced",
                violation_error_message=_("It cannot keep until before it was produced."),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.ingredient} {self.number}".strip()

    def get_absolute_url(self) -> str:
        return reverse("canteen:batch", args=[self.pk])

    def papers_until(self, standards: Standards) -> date:
        """Until when its papers are kept: after its shelf life, else after it was delivered."""
        if self.expires_on:
            return months_after(self.expires_on, standards.months_after_expiry)
        return months_after(self.receipt.on, standards.months_without_expiry)


@tracked()
class BatchUse(models.Model):
    """A batch went into a dish of a meal."""

    batch = models.ForeignKey(Batch, models.PROTECT, related_name="uses", verbose_name=_("batch"))
    canteen = models.ForeignKey(
        Canteen, models.PROTECT, related_name="+", verbose_name=_("canteen")
    )
    day = models.DateField(_("day"))
    meal = models.CharField(_("meal"), max_length=10, choices=Meal)
    dish = models.ForeignKey(Dish, models.PROTECT, related_name="+", verbose_name=_("dish"))
    by = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("by"))

    class Meta:
        verbose_name = _("use of a batch")
        verbose_name_plural = _("uses of batches")
        ordering = ["-day", "id"]
        indexes = [models.Index(fields=["canteen", "day", "meal"], name="batch_use_of_meal")]
        constraints = [
            models.UniqueConstraint(
                fields=["batch", "canteen", "day", "meal", "dish"], name="batch_use_once",
                violation_error_message=_("It is noted already."),
            ),
            models.CheckConstraint(condition=Q(meal__in=MEALS), name="batch_use_meal_known"),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.batch} → {self.dish}"
