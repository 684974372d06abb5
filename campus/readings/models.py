"""Devices, what they send, and the sums of their days."""

from datetime import datetime, timedelta
from decimal import Decimal

from django.conf import settings
from django.contrib.postgres.indexes import BrinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.lists.search import Bigrams
from campus.people.models import Person
from campus.places.models import Place
from campus.tallies import Tally, day_of
from campus.tracking import tracked

PREFIX = "csd"
KINDS = ["meter", "probe", "gate"]
# One reading out of bounds may be a door that stood open for a minute.
OUT_IN_A_ROW = 2


class DeviceQuerySet(models.QuerySet["Device"]):
    """Devices in words."""

    def visible_to(self, person: Person) -> "DeviceQuerySet":
        """Staff see them all."""
        return self.none() if person.is_pupil else self

    def in_use(self) -> "DeviceQuerySet":
        return self.filter(is_in_use=True)

    def out(self) -> "DeviceQuerySet":
        """Those in use whose last reading is out of bounds."""
        return self.in_use().filter(out_in_a_row__gt=0)

    def silent(self, at: datetime) -> "DeviceQuerySet":
        """Those in use that should have sent something by `at`."""
        return self.in_use().filter(expected_by__lt=at)


@tracked(
    leave_out=[
        "digest", "last_at", "last_value", "last_left", "out_in_a_row", "out_since", "expected_by",
        "silence_told",
    ]
)  # fmt: skip
class Device(models.Model):
    """Something that sends numbers by itself."""

    class Kind(models.TextChoices):
        """What it is: decides what its numbers are."""

        METER = "meter", pgettext_lazy("device that sends", "Meter")
        PROBE = "probe", pgettext_lazy("device that sends", "Temperature probe")
        GATE = "gate", pgettext_lazy("device that sends", "Gate")

    number = models.CharField(
        _("number"), max_length=32, unique=True,
        error_messages={"unique": _("Another device has this number.")},
    )  # fmt: skip
    name = models.CharField(_("name"), max_length=60)
    kind = models.CharField(_("kind"), max_length=8, choices=Kind)
    place = models.ForeignKey(Place, models.PROTECT, related_name="+", verbose_name=_("place"))
    unit = models.CharField(
        pgettext_lazy("of a device", "unit"), max_length=12, help_text=_("Such as kWh, m³ or °C.")
    )
    low = models.DecimalField(
        _("at the least"), max_digits=14, decimal_places=3, null=True, blank=True
    )
    high = models.DecimalField(_("at most"), max_digits=14, decimal_places=3, null=True, blank=True)
    silent_minutes = models.PositiveIntegerField(
        _("minutes it may be silent"), null=True, blank=True,
        help_text=_("Empty: nobody is told of silence."),
    )  # fmt: skip
    keeper = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("who is told"), help_text=_("Empty: the manager of the place, or the head."),
    )  # fmt: skip
    is_in_use = models.BooleanField(pgettext_lazy("a device", "in use"), default=True)
    digest = models.CharField(max_length=64, unique=True, null=True, blank=True, editable=False)
    hint = models.CharField(max_length=8, blank=True, editable=False)
    token_made_at = models.DateTimeField(null=True, blank=True, editable=False)
    # What it has sent last, and how it stands by that.
    last_at = models.DateTimeField(_("last reading"), null=True, blank=True, editable=False)
    last_value = models.DecimalField(
        _("last value"), max_digits=14, decimal_places=3, null=True, blank=True, editable=False
    )
    last_left = models.PositiveIntegerField(null=True, blank=True, editable=False)
    out_in_a_row = models.PositiveIntegerField(default=0, editable=False)
    out_since = models.DateTimeField(null=True, blank=True, editable=False)
    expected_by = models.DateTimeField(null=True, blank=True, editable=False)
    silence_told = models.BooleanField(default=False, editable=False)
    sought = models.GeneratedField(
        expression=Bigrams("number", "name"), output_field=SearchVectorField(), db_persist=True
    )

    objects = DeviceQuerySet.as_manager()

    class Meta:
        verbose_name = pgettext_lazy("that sends", "device")
        verbose_name_plural = pgettext_lazy("that send", "devices")
        ordering = ["number"]
        indexes = [
            models.Index(
                fields=["expected_by"], condition=Q(is_in_use=True), name="device_expected"
            )
        ]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=KINDS), name="sending_device_kind_known"),
            models.CheckConstraint(
                condition=Q(low=None) | Q(high=None) | Q(high__gte=F("low")),
                name="sending_device_limits_in_order",
                violation_error_message=_("The upper limit is no less than the lower one."),
            ),
            models.CheckConstraint(
                condition=Q(digest=None, token_made_at=None)
                | Q(digest__isnull=False, token_made_at__isnull=False),
                name="sending_device_token_whole",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.name}"

    def get_absolute_url(self) -> str:
        return reverse("readings:device", args=[self.pk])

    def is_out(self, value: Decimal) -> bool:
        """Whether a value lies outside its bounds; those themselves are within."""
        too_low = self.low is not None and value < self.low
        return too_low or (self.high is not None and value > self.high)

    def is_silent(self, at: datetime) -> bool:
        """Whether it should have sent something by `at`."""
        return self.is_in_use and self.expected_by is not None and self.expected_by < at

    def next_by(self, at: datetime) -> datetime | None:
        """By when it has to send the next after one of `at`; None where nobody waits."""
        return at + timedelta(minutes=self.silent_minutes) if self.silent_minutes else None

    @property
    def limits(self) -> str:
        """Its bounds in signs, such as "2 – 8 °C"; empty without any."""
        if self.low is None and self.high is None:
            return ""
        if self.low is not None and self.high is not None:
            return f"{self.low.normalize():f} – {self.high.normalize():f} {self.unit}"
        if self.low is not None:
            return f"≥ {self.low.normalize():f} {self.unit}"
        assert self.high is not None
        return f"≤ {self.high.normalize():f} {self.unit}"


# Every reading is counted in the sums of its day.
DAYS = Tally(
    source="campus_reading",
    table="campus_deviceday",
    keys={"device_id": "{row}.device_id", "day": day_of("{row}.at", settings.TIME_ZONE)},
    sums={
        "readings": "1", "total": "{row}.value", "total_left": "coalesce({row}.left_count, 0)",
        "outs": "{row}.is_out::int",
    },
)  # fmt: skip


class ReadingQuerySet(models.QuerySet["Reading"]):
    """Readings in words."""

    def visible_to(self, person: Person) -> "ReadingQuerySet":
        """Staff read them all."""
        return self.none() if person.is_pupil else self


class Reading(models.Model):
    """What a device has sent of one moment: a meter's stand, a temperature, how many came in
    (`value`) and out (`left_count`) of a gate since the reading before."""

    device = models.ForeignKey(Device, models.PROTECT, related_name="readings", db_index=False)
    at = models.DateTimeField(_("at"))
    value = models.DecimalField(_("value"), max_digits=14, decimal_places=3)
    left_count = models.PositiveIntegerField(_("came out"), null=True, blank=True)
    is_out = models.BooleanField(_("out of bounds"), default=False)

    objects = ReadingQuerySet.as_manager()

    class Meta:
        verbose_name = pgettext_lazy("of a device", "reading")
        verbose_name_plural = pgettext_lazy("of a device", "readings")
        ordering = ["-at", "-id"]
        indexes = [BrinIndex(fields=["at"], name="reading_by_time")]
        constraints = [
            # Gives the index by which the readings of a device are found in their order, too.
            models.UniqueConstraint(fields=["device", "at"], name="reading_once_a_moment")
        ]
        triggers = [DAYS.trigger]

    def __str__(self) -> str:
        return f"{self.value.normalize():f}"


class DeviceDay(models.Model):
    """The sums of a device's day: how many readings, all values, all who came out, how many lay out
    of bounds."""

    device = models.ForeignKey(Device, models.CASCADE, related_name="days")
    day = models.DateField(_("day"))
    readings = models.IntegerField()
    total = models.DecimalField(max_digits=20, decimal_places=3)
    total_left = models.BigIntegerField()
    outs = models.IntegerField()

    class Meta:
        verbose_name = _("day of a device")
        verbose_name_plural = _("days of devices")
        ordering = ["day", "id"]
        constraints = [models.UniqueConstraint(fields=["device", "day"], name="device_day_once")]

    def __str__(self) -> str:
        return f"{self.device} · {self.day}"

    @property
    def mean(self) -> Decimal:
        """What was read on average."""
        return self.total / self.readings if self.readings else Decimal(0)
