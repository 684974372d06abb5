"""Hazardous chemicals of the laboratories: what came in, went out, and is left."""

from datetime import datetime, timedelta
from decimal import Decimal

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import Exists, F, OuterRef, Q, Subquery
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.lists.search import Bigrams
from campus.models import Person, Place, Role
from campus.tracking import tracked

# What is drawn comes back the same half day (practice of a school); stock is counted every half
# month (the same).
RETURN_WITHIN = timedelta(hours=12)
COUNT_EVERY = timedelta(days=15)
# A stocktake that is overdue for so long has been told to the head; our own figure.
FORGOTTEN = timedelta(days=60)
READERS = (Role.SAFETY_OFFICER, Role.HEAD)


class ChemicalQuerySet(models.QuerySet["Chemical"]):
    """Chemicals in words."""

    def visible_to(self, person: Person) -> "ChemicalQuerySet":
        """Officers and the head see all, keepers their own; where they lie is nobody else's."""
        if person.is_pupil or not person.is_active:
            return self.none()
        if person.on_duty_as(*READERS):
            return self
        return self.filter(Q(keeper=person) | Q(second_keeper=person))

    def to_be_counted(self) -> "ChemicalQuerySet":
        """Those whose stock is counted again and again: what is kept and has come in."""
        return self.filter(is_kept=True, count_due_on__isnull=False)

    def first_of_keepers(self) -> "ChemicalQuerySet":
        """For each keeper the one that is to be counted first; what was forgotten long before it
        stands in its way no more."""
        others = Chemical.objects.to_be_counted().filter(
            keeper=OuterRef("keeper"), count_due_on__gte=OuterRef("count_due_on") - FORGOTTEN
        )
        sooner = Q(count_due_on__lt=OuterRef("count_due_on"))
        same_day = Q(count_due_on=OuterRef("count_due_on"), pk__lt=OuterRef("pk"))
        return self.filter(~Exists(others.filter(sooner | same_day)))

    def with_balance(self) -> "ChemicalQuerySet":
        """With what is left by the last signed move, and when it was counted last."""
        last = ChemicalMove.objects.signed().filter(chemical=OuterRef("pk")).order_by("-serial")
        counted = ChemicalCount.objects.filter(chemical=OuterRef("pk")).order_by("-at")
        return self.annotate(
            balance=Subquery(last.values("balance_after")[:1]),
            counted_at=Subquery(counted.values("at")[:1]),
        )


@tracked()
class Chemical(models.Model):
    """One substance in one store (危化品), with its two keepers.

    Those of a controlled class want two different people for every move.
    """

    class Control(models.TextChoices):
        """Which control applies."""

        NONE = "none", pgettext_lazy("control of a chemical", "Not controlled")
        PRECURSOR = "precursor", pgettext_lazy("control of a chemical", "Drug precursor")
        EXPLOSIVE = "explosive", pgettext_lazy("control of a chemical", "Explosive precursor")
        TOXIC = "toxic", pgettext_lazy("control of a chemical", "Highly toxic")

    class Unit(models.TextChoices):
        """Amounts are told in these, not in bottles."""

        GRAM = "g", "g"
        MILLILITRE = "mL", "mL"

    name = models.CharField(_("name"), max_length=60)
    cas = models.CharField(_("CAS number or hazard class"), max_length=40, blank=True)
    spec = models.CharField(_("specification, purity"), max_length=60, blank=True)
    control = models.CharField(_("control"), max_length=12, choices=Control, default=Control.NONE)
    unit = models.CharField(
        pgettext_lazy("of an amount", "unit"), max_length=2, choices=Unit, default=Unit.GRAM
    )
    place = models.ForeignKey(
        Place, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("store")
    )
    keeper = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("keeper"))
    second_keeper = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("second keeper"),
    )  # fmt: skip
    is_kept = models.BooleanField(_("in stock or in use"), default=True)
    # Half a month after it was counted last, or came in first; empty before it came in.
    count_due_on = models.DateField(_("to be counted by"), null=True, blank=True, editable=False)
    sought = models.GeneratedField(
        expression=Bigrams("name", "cas"), output_field=SearchVectorField(), db_persist=True
    )

    objects = ChemicalQuerySet.as_manager()

    class Meta:
        verbose_name = _("chemical")
        verbose_name_plural = _("chemicals")
        ordering = ["name", "id"]
        indexes = [
            models.Index(fields=["name", "id"], name="chemical_by_name"),
            GinIndex(fields=["sought"], name="chemical_sought"),
            models.Index(
                fields=["count_due_on"],
                condition=Q(is_kept=True, count_due_on__isnull=False),
                name="chemical_to_be_counted",
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["name", "spec", "place"], nulls_distinct=False, name="chemical_once",
                violation_error_message=_("It is in the ledger already."),
            ),
            models.CheckConstraint(
                condition=Q(control__in=["none", "precursor", "explosive", "toxic"]),
                name="chemical_control_known",
            ),
            models.CheckConstraint(condition=Q(unit__in=["g", "mL"]), name="chemical_unit_known"),
            models.CheckConstraint(
                condition=Q(control="none")
                | Q(second_keeper__isnull=False) & ~Q(second_keeper=F("keeper")),
                name="chemical_controlled_has_two_keepers",
                violation_error_message=_("A controlled chemical has two different keepers."),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.name} {self.spec}".strip()

    def get_absolute_url(self) -> str:
        return reverse("safety:chemical", args=[self.pk])

    @property
    def is_controlled(self) -> bool:
        return self.control != self.Control.NONE


class ChemicalMoveQuerySet(models.QuerySet["ChemicalMove"]):
    """Moves in words."""

    def signed(self) -> "ChemicalMoveQuerySet":
        """Those that count."""
        return self.filter(serial__isnull=False)

    def unsigned(self) -> "ChemicalMoveQuerySet":
        """Those that wait for a second person."""
        return self.filter(serial=None)

    def out(self) -> "ChemicalMoveQuerySet":
        """Issues of which nothing has been heard yet."""
        return self.signed().filter(kind=ChemicalMove.Kind.ISSUE, returned_by=None)


@tracked()
class ChemicalMove(models.Model):
    """Something came in or went out. One of a controlled chemical counts once a second person has
    signed it on an account of their own.

    `serial` and `balance_after` are given when it counts: the balance is computed, never typed.
    """

    class Kind(models.TextChoices):
        """Which way."""

        RECEIPT = "receipt", pgettext_lazy("move of a chemical", "Received")
        ISSUE = "issue", pgettext_lazy("move of a chemical", "Issued")
        RETURN = "return", pgettext_lazy("move of a chemical", "Returned")
        DISPOSAL = "disposal", pgettext_lazy("move of a chemical", "Disposed of")

    INWARD = (Kind.RECEIPT, Kind.RETURN)

    chemical = models.ForeignKey(Chemical, models.PROTECT, related_name="moves")
    kind = models.CharField(_("kind"), max_length=8, choices=Kind)
    amount = models.DecimalField(_("amount"), max_digits=10, decimal_places=2)
    is_controlled = models.BooleanField(default=False, editable=False)
    purpose = models.CharField(_("purpose, or origin and batch"), max_length=200, blank=True)
    expires_on = models.DateField(_("expires on"), null=True, blank=True)
    taker = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("drawn by"),
    )  # fmt: skip
    second_taker = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("drawn by, second"),
    )  # fmt: skip
    issue = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="returned_by",
        verbose_name=_("returns"),
    )  # fmt: skip
    by = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("signed by"))
    at = models.DateTimeField(_("at"))
    second = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("signed by, second"),
    )  # fmt: skip
    signed_at = models.DateTimeField(_("counts since"), null=True, blank=True)
    serial = models.PositiveIntegerField(_("serial"), null=True, blank=True)
    balance_after = models.DecimalField(
        _("left"), max_digits=12, decimal_places=2, null=True, blank=True
    )

    objects = ChemicalMoveQuerySet.as_manager()

    class Meta:
        verbose_name = _("move of a chemical")
        verbose_name_plural = _("moves of chemicals")
        ordering = ["chemical", "serial", "id"]
        indexes = [
            models.Index(fields=["at"], condition=Q(kind="issue"), name="chemical_move_issued")
        ]
        constraints = [
            models.UniqueConstraint(fields=["chemical", "serial"], name="chemical_move_serial"),
            models.CheckConstraint(
                condition=Q(kind__in=["receipt", "issue", "return", "disposal"]),
                name="chemical_move_kind_known",
            ),
            models.CheckConstraint(
                condition=Q(amount__gt=0) | Q(kind="return", amount=0),
                name="chemical_move_amount",
                violation_error_message=_("An amount is more than nought."),
            ),
            models.CheckConstraint(
                condition=Q(balance_after=None) | Q(balance_after__gte=0),
                name="chemical_balance_not_negative",
                violation_error_message=_("There is not so much left."),
            ),
            models.CheckConstraint(
                condition=Q(serial=None, balance_after=None, signed_at=None)
                | Q(serial__isnull=False, balance_after__isnull=False, signed_at__isnull=False),
                name="chemical_move_counts_whole",
            ),
            models.CheckConstraint(
                condition=Q(is_controlled=False) | Q(serial=None)
                | Q(second__isnull=False) & ~Q(second=F("by")),
                name="chemical_move_signed_by_two",
                violation_error_message=_("Two different people sign it."),
            ),
            models.CheckConstraint(
                condition=Q(second=None) | ~Q(second=F("by")),
                name="chemical_move_second_is_another",
                violation_error_message=_("Two different people sign it."),
            ),
            models.CheckConstraint(
                condition=Q(second_taker=None)
                | Q(taker__isnull=False) & ~Q(second_taker=F("taker")),
                name="chemical_move_drawn_by_two",
                violation_error_message=_("Two different people draw it."),
            ),
            models.CheckConstraint(
                condition=~Q(kind="issue") | Q(taker__isnull=False) & ~Q(purpose=""),
                name="chemical_issued_to_somebody",
                violation_error_message=_("Say who draws it, and for what."),
            ),
            models.CheckConstraint(
                condition=~Q(kind="issue", is_controlled=True) | Q(second_taker__isnull=False),
                name="chemical_controlled_drawn_by_two",
                violation_error_message=_("A controlled chemical is drawn by two people."),
            ),
            models.CheckConstraint(
                condition=Q(kind="return", issue__isnull=False)
                | ~Q(kind="return") & Q(issue=None),
                name="chemical_return_of_an_issue",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.chemical} {self.get_kind_display()} {self.amount} {self.chemical.unit}"

    @property
    def change(self) -> Decimal:
        """What it adds to the balance."""
        return self.amount if self.kind in self.INWARD else -self.amount

    @property
    def is_signed(self) -> bool:
        return self.serial is not None

    def is_late(self, at: datetime) -> bool:
        """Whether it is an issue that should have come back."""
        return self.kind == self.Kind.ISSUE and self.at + RETURN_WITHIN < at


@tracked()
class ChemicalCount(models.Model):
    """What two people found in the store, beside what the ledger says (盘点)."""

    chemical = models.ForeignKey(Chemical, models.PROTECT, related_name="counts")
    at = models.DateTimeField(_("at"))
    balance = models.DecimalField(_("left by the ledger"), max_digits=12, decimal_places=2)
    counted = models.DecimalField(_("found"), max_digits=12, decimal_places=2)
    note = models.CharField(_("remark"), max_length=200, blank=True)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("counted by"))
    second = models.ForeignKey(
        Person, models.PROTECT, related_name="+", verbose_name=_("counted by, second")
    )

    class Meta:
        verbose_name = _("stocktake of a chemical")
        verbose_name_plural = _("stocktakes of chemicals")
        ordering = ["-at", "-id"]
        indexes = [models.Index(fields=["chemical", "-at"], name="chemical_count_newest")]
        constraints = [
            models.CheckConstraint(
                condition=Q(counted__gte=0), name="chemical_count_not_negative",
                violation_error_message=_("An amount is no less than nought."),
            ),
            models.CheckConstraint(
                condition=~Q(second=F("by")), name="chemical_counted_by_two",
                violation_error_message=_("Two different people count."),
            ),
            models.CheckConstraint(
                condition=Q(counted=F("balance")) | ~Q(note=""),
                name="chemical_difference_explained",
                violation_error_message=_("Say where the difference comes from."),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.chemical} {self.counted}"

    @property
    def difference(self) -> Decimal:
        return self.counted - self.balance
