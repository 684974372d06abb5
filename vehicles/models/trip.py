"""Trips: a vehicle and its driver on the road for one request or several."""

from datetime import datetime, timedelta
from decimal import Decimal

import pgtrigger
from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, DateTimeRangeField, RangeOperators
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.lists.search import Bigrams
from campus.locking import lock
from campus.models import Person
from campus.tallies import day_of
from campus.tracking import tracked
from vehicles.models.odometer import OdometerReading
from vehicles.models.trip_request import LONGEST, Direction, TripRequest
from vehicles.models.usage import TRIPS_BY_DAY
from vehicles.models.vehicle import KEEPERS, Vehicle

# So long after the planned end the driver is asked, and the fleet manager told; our own figures.
DRIVER_AFTER, MANAGER_AFTER = timedelta(minutes=30), timedelta(hours=2)
# A vehicle has as many passengers as it has seats beside the driver's.
SEATS_ENOUGH = """
    IF NEW.passengers >= (SELECT seats FROM vehicles_vehicle WHERE id = NEW.vehicle_id) THEN
        RAISE EXCEPTION 'A vehicle has no more passengers than seats.'
        USING ERRCODE = 'check_violation', CONSTRAINT = 'trip_seats_enough';
    END IF;
    RETURN NEW;
"""


class TripQuerySet(models.QuerySet["Trip"]):
    """Trips in words."""

    def visible_to(self, person: Person) -> "TripQuerySet":
        """Whoever keeps the vehicles sees all, everybody else what they drive or asked for."""
        if person.is_pupil or not person.is_active:
            return self.none()
        if person.on_duty_as(*KEEPERS):
            return self
        asked = TripRequest.objects.filter(trip=OuterRef("pk"), reporter=person)
        return self.filter(Q(driver=person) | Q(Exists(asked)))

    def standing(self) -> "TripQuerySet":
        """All but those called off."""
        return self.exclude(status=Trip.Status.CALLED_OFF)

    def not_ended(self) -> "TripQuerySet":
        return self.filter(status__in=Trip.OPEN)

    def to_ask_after(self, at: datetime) -> "TripQuerySet":
        """Late ones of which the driver, or after longer the fleet manager, was not told yet."""
        driver = Q(driver_asked_at=None, ends_at__lt=at - DRIVER_AFTER)
        manager = Q(manager_told_at=None, ends_at__lt=at - MANAGER_AFTER)
        return self.not_ended().filter(driver | manager)

    def between(self, start: datetime, end: datetime) -> "TripQuerySet":
        """Those planned for any moment between two; found by the index of their beginning, since
        none is longer than LONGEST."""
        near = self.filter(starts_at__gte=start - LONGEST, starts_at__lt=end)
        return near.filter(ends_at__gt=start)

    def told(self) -> "TripQuerySet":
        """With what pages tell of them."""
        return self.select_related("vehicle", "driver").defer("sought", "vehicle__sought")


@tracked()
class Trip(models.Model):
    """A vehicle and a driver sent out (派车): planned → under way → done; or called off.

    `busy` is when both are taken: the planned time with a buffer at either end, what was really
    driven once it is done. Two exclusion constraints see to it that no vehicle and no driver is in
    two places. `km`, and what each request has of it, follow from the two readings.
    """

    class Status(models.TextChoices):
        """Where a trip stands."""

        PLANNED = "planned", pgettext_lazy("state of a trip", "Planned")
        UNDER_WAY = "under_way", pgettext_lazy("state of a trip", "On the road")
        DONE = "done", pgettext_lazy("state of a trip", "Ended")
        CALLED_OFF = "called_off", pgettext_lazy("state of a trip", "Called off")

    class Check(models.TextChoices):
        """What a driver looks at before driving; our own short list (出车前检查)."""

        LIGHTS = "lights", pgettext_lazy("before driving", "Lights and horn")
        TYRES = "tyres", pgettext_lazy("before driving", "Tyres")
        BRAKES = "brakes", pgettext_lazy("before driving", "Brakes and steering")
        FLUIDS = "fluids", pgettext_lazy("before driving", "Oil, coolant, fuel")
        PAPERS = "papers", pgettext_lazy("before driving", "Papers and triangle on board")
        CLEAN = "clean", pgettext_lazy("before driving", "Clean inside and outside")

    OPEN = (Status.PLANNED, Status.UNDER_WAY)

    number = models.CharField(_("number"), max_length=16, unique=True)
    vehicle = models.ForeignKey(
        Vehicle, models.PROTECT, related_name="trips", verbose_name=_("vehicle")
    )
    driver = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("driver"))
    status = models.CharField(_("state"), max_length=12, choices=Status, default=Status.PLANNED)
    # Where to, as its requests say; of several all of them.
    route = models.CharField(_("destination"), max_length=300)
    direction = models.CharField(_("direction"), max_length=8, choices=Direction)
    # Of all its requests together, and how many these are.
    passengers = models.PositiveSmallIntegerField(_("passengers"))
    parties = models.PositiveSmallIntegerField(_("requests"), default=1)
    starts_at = models.DateTimeField(_("leaves at"))
    ends_at = models.DateTimeField(_("back at"))
    busy = DateTimeRangeField(editable=False)
    started_at = models.DateTimeField(pgettext_lazy("of a trip", "left at"), null=True, blank=True)
    ended_at = models.DateTimeField(_("was back at"), null=True, blank=True)
    start_reading = models.OneToOneField(
        OdometerReading, models.PROTECT, null=True, blank=True, related_name="started",
        verbose_name=_("odometer at the start"),
    )  # fmt: skip
    end_reading = models.OneToOneField(
        OdometerReading, models.PROTECT, null=True, blank=True, related_name="ended",
        verbose_name=_("odometer at the end"),
    )  # fmt: skip
    km = models.PositiveIntegerField(_("kilometres driven"), null=True, blank=True)
    tolls = models.DecimalField(
        _("tolls in yuan"), max_digits=8, decimal_places=2, default=0,
        validators=[MinValueValidator(0)],
    )  # fmt: skip
    parking = models.DecimalField(
        _("parking in yuan"), max_digits=8, decimal_places=2, default=0,
        validators=[MinValueValidator(0)],
    )  # fmt: skip
    faults = ArrayField(
        models.CharField(max_length=8, choices=Check), default=list, blank=True,
        verbose_name=_("found before driving"),
    )  # fmt: skip
    fault_words = models.CharField(_("what was found"), max_length=300, blank=True)
    note = models.CharField(_("remark"), max_length=300, blank=True)
    off_why = models.CharField(_("why it was called off"), max_length=300, blank=True)
    dispatched_by = models.ForeignKey(
        Person, models.PROTECT, related_name="+", verbose_name=_("dispatched by")
    )
    dispatched_at = models.DateTimeField(_("dispatched at"))
    # When driver and fleet manager were asked where it is: once each.
    driver_asked_at = models.DateTimeField(null=True, blank=True, editable=False)
    manager_told_at = models.DateTimeField(null=True, blank=True, editable=False)
    sought = models.GeneratedField(
        expression=Bigrams("number", "route", "note"),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    objects = TripQuerySet.as_manager()

    class Meta:
        verbose_name = _("trip")
        verbose_name_plural = _("trips")
        ordering = ["-starts_at", "-id"]
        indexes = [
            GinIndex(fields=["sought"], name="trip_sought"),
            models.Index(fields=["-starts_at", "-id"], name="trip_newest"),
            models.Index(fields=["vehicle", "-starts_at", "-id"], name="trip_of_vehicle"),
            models.Index(fields=["driver", "-starts_at", "-id"], name="trip_of_driver"),
            models.Index(fields=["status", "-starts_at", "-id"], name="trip_by_state"),
            models.Index(
                fields=["ends_at"],
                condition=Q(status__in=["planned", "under_way"]),
                name="trip_not_ended",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=["planned", "under_way", "done", "called_off"]),
                name="trip_status_known",
            ),
            models.CheckConstraint(
                condition=Q(direction__in=Direction.values), name="trip_direction_known"
            ),
            models.CheckConstraint(
                condition=Q(
                    faults__contained_by=[
                        "lights", "tyres", "brakes", "fluids", "papers", "clean",
                    ]
                ),
                name="trip_faults_known",
            ),
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at"), ends_at__lte=F("starts_at") + LONGEST),
                name="trip_ends_after_it_starts",
                violation_error_message=_("It must be back after it has left, within 14 days."),
            ),
            models.CheckConstraint(
                condition=Q(status__in=["done", "called_off"])
                | Q(busy__startswith__lte=F("starts_at"), busy__endswith__gte=F("ends_at")),
                name="trip_busy_while_it_is_planned",
            ),
            models.CheckConstraint(
                condition=Q(
                    status__in=["planned", "called_off"], started_at=None, start_reading=None
                )
                | Q(
                    status__in=["under_way", "done"], started_at__isnull=False,
                    start_reading__isnull=False,
                ),
                name="trip_started_with_a_reading",
            ),
            models.CheckConstraint(
                condition=Q(
                    status="done", ended_at__isnull=False, end_reading__isnull=False,
                    km__isnull=False,
                )
                | ~Q(status="done") & Q(ended_at=None, end_reading=None, km=None),
                name="trip_ended_with_a_reading",
            ),
            models.CheckConstraint(
                condition=Q(ended_at=None) | Q(ended_at__gte=F("started_at")),
                name="trip_ended_after_it_started",
                violation_error_message=_("It cannot be back before it has left."),
            ),
            models.CheckConstraint(
                condition=Q(tolls__gte=0, parking__gte=0), name="trip_money_not_negative",
                violation_error_message=_("A cost is not negative."),
            ),
            models.CheckConstraint(
                condition=Q(status="called_off") & ~Q(off_why="")
                | ~Q(status="called_off") & Q(off_why=""),
                name="trip_called_off_for_a_reason",
                violation_error_message=_("Say why."),
            ),
            ExclusionConstraint(
                name="vehicle_in_one_place",
                expressions=[
                    ("vehicle", RangeOperators.EQUAL), ("busy", RangeOperators.OVERLAPS),
                ],
                condition=~Q(status="called_off"),
                violation_error_message=_("The vehicle is taken at that time."),
            ),
            ExclusionConstraint(
                name="driver_in_one_place",
                expressions=[
                    ("driver", RangeOperators.EQUAL), ("busy", RangeOperators.OVERLAPS),
                ],
                condition=~Q(status="called_off"),
                violation_error_message=_("The driver is taken at that time."),
            ),
            models.UniqueConstraint(
                fields=["vehicle"], condition=Q(status="under_way"),
                name="vehicle_on_one_road",
                violation_error_message=_("The vehicle is on the road."),
            ),
            models.UniqueConstraint(
                fields=["driver"], condition=Q(status="under_way"), name="driver_on_one_road",
                violation_error_message=_("The driver is on the road."),
            ),
        ]  # fmt: skip
        triggers = [
            lock(day_of("{row}.starts_at", settings.TIME_ZONE)),
            TRIPS_BY_DAY.trigger,
            pgtrigger.Trigger(
                name="trip_seats_enough", when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update, func=SEATS_ENOUGH,
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.number} {self.route}"

    def get_absolute_url(self) -> str:
        return reverse("vehicles:trip", args=[self.pk])

    @property
    def is_open(self) -> bool:
        return self.status in self.OPEN

    @property
    def money(self) -> Decimal:
        """Tolls and parking together, in yuan."""
        return self.tolls + self.parking

    @property
    def seats_left(self) -> int:
        """How many could ride along; its vehicle is read for it."""
        return self.vehicle.room - self.passengers

    @property
    def found(self) -> list[str]:
        """What was found before driving, in words."""
        return [str(self.Check(each).label) for each in self.faults]

    def is_late(self, at: datetime) -> bool:
        """Whether it was to be back before `at` and has not ended."""
        return self.is_open and self.ends_at < at
