"""Fixed assets, and what may become of them."""

from datetime import date
from decimal import Decimal
from typing import ClassVar

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Upper
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.lists.search import Bigrams
from campus.models import Department, Person, Place, Role
from campus.places.models import NEW_TOKEN, TOKEN_LENGTH
from campus.tracking import tracked
from repairs.models.tally import ASSETS_BY_STATE

# Who keeps the register of assets, the spare pool and the store.
KEEPERS = (Role.STOREKEEPER, Role.HEAD)


class AssetCategory(models.Model):
    """What sort of thing an asset is, as the school's own books name it."""

    name = models.CharField(_("name"), max_length=40, unique=True)

    class Meta:
        verbose_name = _("category of assets")
        verbose_name_plural = _("categories of assets")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class AssetQuerySet(models.QuerySet["FixedAsset"]):
    """Assets in words."""

    def visible_to(self, person: Person) -> "AssetQuerySet":
        """A label can be scanned by anybody at the school; its page shows pupils little."""
        return self if person.is_active else self.none()

    def files_visible_to(self, person: Person) -> "AssetQuerySet":
        """Invoices and photos are for staff."""
        return self.none() if person.is_pupil else self.visible_to(person)

    def on_the_books(self) -> "AssetQuerySet":
        """All but those that were disposed of."""
        return self.exclude(status=FixedAsset.Status.DISPOSED)

    def spare(self) -> "AssetQuerySet":
        """The spare pool."""
        return self.on_the_books().filter(is_spare=True)

    def with_open_tickets(self) -> "AssetQuerySet":
        """Those that somebody has to mend."""
        from repairs.models.ticket import Ticket  # noqa: PLC0415  # a ticket names its asset

        return self.filter(Exists(Ticket.objects.open().filter(asset=OuterRef("pk"))))

    def first_of_warranties(self) -> "AssetQuerySet":
        """On the books, and for each day on which warranties end the one with the lowest number."""
        same_day = FixedAsset.objects.on_the_books().filter(
            warranty_until=OuterRef("warranty_until"), pk__lt=OuterRef("pk")
        )
        return self.on_the_books().filter(~Exists(same_day), warranty_until__isnull=False)

    def at_place(self, place: int) -> "AssetQuerySet":
        """On the books at the place of this number itself."""
        return self.on_the_books().filter(place=place)


@tracked(leave_out=["token"])
class FixedAsset(models.Model):
    """One thing of the school's own (固定资产), with the number on its label.

    In use, idle, to be mended, to be disposed of → disposed of. Where it is and who answers for it
    changes by transfers alone (`AssetMove`). The `token` is what its label says.
    """

    class Status(models.TextChoices):
        """How it stands (使用状况), as stocktaking lists have it."""

        IN_USE = "in_use", pgettext_lazy("state of an asset", "In use")
        IDLE = "idle", pgettext_lazy("state of an asset", "Idle")
        TO_MEND = "to_mend", pgettext_lazy("state of an asset", "To be mended")
        TO_DISPOSE = "to_dispose", pgettext_lazy("state of an asset", "To be disposed of")
        DISPOSED = "disposed", pgettext_lazy("state of an asset", "Disposed of")

    KEPT: ClassVar[tuple[str, ...]] = (
        Status.IN_USE, Status.IDLE, Status.TO_MEND, Status.TO_DISPOSE,
    )  # fmt: skip

    number = models.CharField(_("asset number"), max_length=32, unique=True)
    name = models.CharField(_("name"), max_length=80)
    spec = models.CharField(_("model and specification"), max_length=120, blank=True)
    category = models.ForeignKey(
        AssetCategory, models.PROTECT, related_name="assets", verbose_name=_("category")
    )
    status = models.CharField(_("state"), max_length=12, choices=Status, default=Status.IN_USE)
    place = models.ForeignKey(
        Place, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("place")
    )
    department = models.ForeignKey(
        Department, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("department"),
    )  # fmt: skip
    custodian = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("custodian"),
    )  # fmt: skip
    bought_on = models.DateField(_("bought on"), null=True, blank=True)
    price = models.DecimalField(
        _("price in yuan"), max_digits=12, decimal_places=2, null=True, blank=True,
        validators=[MinValueValidator(0)],
    )  # fmt: skip
    warranty_until = models.DateField(_("warranty until"), null=True, blank=True)
    supplier = models.CharField(_("supplier"), max_length=80, blank=True)
    note = models.CharField(_("remark"), max_length=300, blank=True)
    is_spare = models.BooleanField(_("belongs to the spare pool"), default=False)
    disposed_on = models.DateField(_("disposed of on"), null=True, blank=True)
    token = models.CharField(
        max_length=TOKEN_LENGTH, unique=True, db_default=NEW_TOKEN, editable=False
    )
    by = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("written by"))
    at = models.DateTimeField(_("written at"))
    sought = models.GeneratedField(
        expression=Bigrams("number", "name", "spec", "supplier", "note"),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    objects = AssetQuerySet.as_manager()

    class Meta:
        verbose_name = _("fixed asset")
        verbose_name_plural = _("fixed assets")
        ordering = ["number"]
        indexes = [
            GinIndex(fields=["sought"], name="asset_sought"),
            models.Index(fields=["status", "number"], name="asset_by_state"),
            models.Index(fields=["category", "number"], name="asset_by_category"),
            models.Index(fields=["place", "number"], name="asset_at_place"),
            models.Index(fields=["department", "number"], name="asset_of_department"),
            models.Index(fields=["custodian", "number"], name="asset_of_custodian"),
            models.Index(fields=["number"], condition=Q(is_spare=True), name="asset_spare"),
            models.Index(
                fields=["warranty_until"], condition=Q(warranty_until__isnull=False),
                name="asset_by_warranty",
            ),
        ]  # fmt: skip
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=["in_use", "idle", "to_mend", "to_dispose", "disposed"]),
                name="asset_status_known",
            ),
            models.UniqueConstraint(
                Upper("number"),
                name="asset_number_once",
                violation_error_message=_("Another asset has this number."),
            ),
            models.CheckConstraint(
                condition=Q(price=None) | Q(price__gte=0),
                name="asset_price_not_negative",
                violation_error_message=_("A price is not negative."),
            ),
            models.CheckConstraint(
                condition=Q(status="disposed", disposed_on__isnull=False)
                | ~Q(status="disposed") & Q(disposed_on=None),
                name="asset_disposed_on_some_day",
            ),
            models.CheckConstraint(
                condition=Q(warranty_until=None)
                | Q(bought_on=None)
                | Q(warranty_until__gte=models.F("bought_on")),
                name="asset_warranty_ends_after_it_is_bought",
                violation_error_message=_("A warranty cannot end before the thing is bought."),
            ),
        ]
        triggers = [ASSETS_BY_STATE.trigger]

    def __str__(self) -> str:
        return f"{self.number} {self.name}"

    def get_absolute_url(self) -> str:
        return reverse("repairs:asset", args=[self.pk])

    @property
    def is_kept(self) -> bool:
        """Whether it still stands on the books."""
        return self.status != self.Status.DISPOSED

    @property
    def is_below_threshold(self) -> bool:
        """Whether it costs less than a fixed asset does."""
        return self.price is not None and self.price < Decimal(settings.FIXED_ASSET_FROM)

    def is_under_warranty(self, on: date) -> bool:
        return self.warranty_until is not None and self.warranty_until >= on


class AssetMoveQuerySet(models.QuerySet["AssetMove"]):
    """Transfers and disposals in words."""

    def visible_to(self, person: Person) -> "AssetMoveQuerySet":
        """Keepers and the head see all, other staff what they have asked for."""
        if person.is_pupil or not person.is_active:
            return self.none()
        return self if person.on_duty_as(*KEEPERS) else self.filter(asked_by=person)

    def waiting(self) -> "AssetMoveQuerySet":
        return self.filter(state=AssetMove.State.ASKED)


class AssetMove(models.Model):
    """One transfer (调拨) or disposal (报废) of an asset: asked for → approved by the head,
    refused, or taken back.

    What a transfer leaves empty stays as it is; `from_…` say how it was when it was asked for.
    """

    class Kind(models.TextChoices):
        """To somewhere else, or off the books."""

        TRANSFER = "transfer", pgettext_lazy("of an asset", "Transfer")
        DISPOSAL = "disposal", pgettext_lazy("of an asset", "Disposal")

    class State(models.TextChoices):
        """Where it stands."""

        ASKED = "asked", pgettext_lazy("state of a transfer", "Waits for the head")
        APPROVED = "approved", pgettext_lazy("state of a transfer", "Approved")
        REFUSED = "refused", pgettext_lazy("state of a transfer", "Refused")
        WITHDRAWN = "withdrawn", pgettext_lazy("state of a transfer", "Taken back")

    asset = models.ForeignKey(
        FixedAsset, models.PROTECT, related_name="moves", verbose_name=_("asset")
    )
    kind = models.CharField(_("kind"), max_length=8, choices=Kind)
    state = models.CharField(_("state"), max_length=9, choices=State, default=State.ASKED)
    from_place = models.ForeignKey(
        Place, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("from")
    )
    from_department = models.ForeignKey(
        Department, models.PROTECT, null=True, blank=True, related_name="+"
    )
    from_custodian = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+"
    )
    to_place = models.ForeignKey(
        Place, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("place")
    )
    to_department = models.ForeignKey(
        Department, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("department"),
    )  # fmt: skip
    to_custodian = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("custodian"),
    )  # fmt: skip
    reason = models.CharField(_("reason"), max_length=300)
    asked_by = models.ForeignKey(
        Person, models.PROTECT, related_name="+", verbose_name=_("asked for by")
    )
    asked_at = models.DateTimeField(_("asked for at"))
    decided_by = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("decided by"),
    )  # fmt: skip
    decided_at = models.DateTimeField(_("decided at"), null=True, blank=True)
    words = models.CharField(_("in a few words"), max_length=300, blank=True)

    objects = AssetMoveQuerySet.as_manager()

    class Meta:
        verbose_name = _("transfer or disposal")
        verbose_name_plural = _("transfers and disposals")
        ordering = ["-id"]
        indexes = [
            models.Index(fields=["asset", "-id"], name="asset_move_of_asset"),
            models.Index(fields=["state", "-id"], name="asset_move_by_state"),
            models.Index(fields=["asked_by", "-id"], name="asset_move_of_person"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=["transfer", "disposal"]), name="asset_move_kind_known"
            ),
            models.CheckConstraint(
                condition=Q(state__in=["asked", "approved", "refused", "withdrawn"]),
                name="asset_move_state_known",
            ),
            models.UniqueConstraint(
                fields=["asset"],
                condition=Q(state="asked"),
                name="asset_move_one_at_a_time",
                violation_error_message=_("A transfer or disposal of it waits for the head."),
            ),
            models.CheckConstraint(
                condition=Q(kind="disposal", to_place=None, to_department=None, to_custodian=None)
                | Q(kind="transfer")
                & (
                    Q(to_place__isnull=False)
                    | Q(to_department__isnull=False)
                    | Q(to_custodian__isnull=False)
                ),
                name="asset_move_leads_somewhere",
                violation_error_message=_("Say where it goes, or who answers for it."),
            ),
            models.CheckConstraint(
                condition=Q(state="asked", decided_by=None, decided_at=None)
                | ~Q(state="asked") & Q(decided_by__isnull=False, decided_at__isnull=False),
                name="asset_move_decided_by_somebody",
            ),
            models.CheckConstraint(
                condition=~Q(reason=""),
                name="asset_move_for_a_reason",
                violation_error_message=_("Say why."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} · {self.asset}"

    @property
    def is_waiting(self) -> bool:
        return self.state == self.State.ASKED

    @property
    def target(self) -> str:
        """Where it goes and who answers for it there; empty for a disposal."""
        place = self.to_place.with_code if self.to_place else ""
        parts = (place, str(self.to_department or ""), str(self.to_custodian or ""))
        return " · ".join(filter(None, parts))
