"""Temperatures and disinfection: what a device should keep to, and what was read from it."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.models import Person
from campus.tracking import tracked
from canteen.models.menu import Canteen
from canteen.models.sample import KitchenQuerySet

KINDS = ["fridge", "cold", "core", "heat"]


@tracked()
class Device(models.Model):
    """Something whose temperature is read: its limits in °C, and for disinfection the least
    minutes; the school's own figures, row by row."""

    class Kind(models.TextChoices):
        """What is read."""

        FRIDGE = "fridge", pgettext_lazy("device of a kitchen", "Fridge")
        COLD = "cold", pgettext_lazy("device of a kitchen", "Cold store")
        CORE = "core", pgettext_lazy("device of a kitchen", "Core temperature of dishes")
        HEAT = "heat", pgettext_lazy("device of a kitchen", "Disinfection by heat")

    canteen = models.ForeignKey(
        Canteen, models.PROTECT, related_name="devices", verbose_name=_("canteen")
    )
    name = models.CharField(_("name"), max_length=40)
    kind = models.CharField(_("kind"), max_length=8, choices=Kind, default=Kind.FRIDGE)
    low = models.DecimalField(
        _("°C at the least"), max_digits=5, decimal_places=1, null=True, blank=True
    )
    high = models.DecimalField(
        _("°C at most"), max_digits=5, decimal_places=1, null=True, blank=True
    )
    minutes = models.PositiveSmallIntegerField(_("minutes at the least"), null=True, blank=True)
    is_kept = models.BooleanField(_("in use"), default=True)

    class Meta:
        verbose_name = _("device of a kitchen")
        verbose_name_plural = _("devices of kitchens")
        ordering = ["canteen", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["canteen", "name"], name="device_name_once",
                violation_error_message=_("This canteen has a device of that name already."),
            ),
            models.CheckConstraint(condition=Q(kind__in=KINDS), name="device_kind_known"),
            models.CheckConstraint(
                condition=Q(low=None) | Q(high=None) | Q(high__gte=F("low")),
                name="device_limits_in_order",
                violation_error_message=_("The upper limit is no less than the lower one."),
            ),
            models.CheckConstraint(
                condition=Q(low__isnull=False) | Q(high__isnull=False),
                name="device_has_a_limit",
                violation_error_message=_("Say a limit."),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.name

    @property
    def limits(self) -> str:
        """Its limits in signs, such as "0 – 8 °C" or "≥ 100 °C · ≥ 10 min"."""
        if self.low is not None and self.high is not None:
            told = f"{self.low:g} – {self.high:g} °C"
        else:
            told = f"≥ {self.low:g} °C" if self.low is not None else f"≤ {self.high:g} °C"
        return f"{told} · ≥ {self.minutes} min" if self.minutes else told


# Within the limits that the device had when it was read; SQL counts an unknown limit as kept.
_WITHIN = (
    (Q(low=None) | Q(value__gte=F("low")))
    & (Q(high=None) | Q(value__lte=F("high")))
    & (Q(least_minutes=None) | Q(minutes__gte=F("least_minutes"), minutes__isnull=False))
)


class ReadingQuerySet(KitchenQuerySet):
    """Readings in words."""

    def out(self) -> "ReadingQuerySet":
        """Those out of their limits."""
        return self.filter(is_out=True)


@tracked()
class Reading(models.Model):
    """A temperature in °C, for disinfection with its minutes, beside the limits of that time. One
    out of its limits says what was done."""

    device = models.ForeignKey(
        Device, models.PROTECT, related_name="readings", verbose_name=_("device")
    )
    at = models.DateTimeField(_("at"))
    value = models.DecimalField(_("°C"), max_digits=5, decimal_places=1)
    minutes = models.PositiveSmallIntegerField(_("minutes"), null=True, blank=True)
    what = models.CharField(_("dish or load"), max_length=60, blank=True)
    low = models.DecimalField(max_digits=5, decimal_places=1, null=True, blank=True)
    high = models.DecimalField(max_digits=5, decimal_places=1, null=True, blank=True)
    least_minutes = models.PositiveSmallIntegerField(null=True, blank=True)
    is_out = models.BooleanField(_("out of its limits"), default=False)
    measures = models.CharField(_("what was done"), max_length=200, blank=True)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("by"))

    objects = ReadingQuerySet.as_manager()

    class Meta:
        verbose_name = _("reading")
        verbose_name_plural = _("readings")
        ordering = ["-at", "-id"]
        indexes = [
            models.Index(fields=["-at", "-id"], name="reading_newest"),
            models.Index(fields=["device", "-at"], name="reading_of_device"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(is_out=True) | _WITHIN, name="reading_out_is_told"),
            models.CheckConstraint(
                condition=Q(is_out=False) | ~Q(measures=""),
                name="reading_out_followed_up",
                violation_error_message=_("It is out of its limits: say what was done."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.device} {self.value} °C"
