"""Rooms that are booked, when they are open, and when they are closed."""

from datetime import datetime

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.lists.search import Bigrams
from campus.models import Person, Place, WorkingHours
from campus.tracking import tracked
from rooms.models.period import TIMES_AS_RANGE

# Bounds for slips of the pen: no hall of a school seats more, nothing is set up for longer.
MOST_SEATS, MOST_BUFFER = 3000, 240


class SpecialRoomQuerySet(models.QuerySet["SpecialRoom"]):
    """Special rooms in words."""

    def visible_to(self, person: Person) -> "SpecialRoomQuerySet":
        """The staff's: they book; pupils are told where they have to be."""
        return self.none() if person.is_pupil or not person.is_active else self

    def offered(self) -> "SpecialRoomQuerySet":
        """Those that can be booked."""
        return self.filter(is_offered=True)

    def named(self) -> "SpecialRoomQuerySet":
        """With the place that names each, in the order of their codes."""
        return self.select_related("place").defer("sought", "place__sought").order_by("place__code")


@tracked()
class SpecialRoom(models.Model):
    """A room of the school that people book (专用室场), with its keeper (管理员).

    Between two bookings lie `buffer_minutes` for setting up. Without hours of its own (`RoomHours`)
    it is open while the office is, lunch included.
    """

    class Kind(models.TextChoices):
        """What it is for."""

        LABORATORY = "laboratory", pgettext_lazy("kind of special room", "Laboratory")
        DRONE = "drone", pgettext_lazy("kind of special room", "Drone room")
        ROBOT = "robot", pgettext_lazy("kind of special room", "Robot room")
        AI = "ai", pgettext_lazy("kind of special room", "AI room")
        INNOVATION = "innovation", pgettext_lazy("kind of special room", "Innovation centre")
        HALL = "hall", pgettext_lazy("kind of special room", "Lecture hall")
        MEETING = "meeting", pgettext_lazy("kind of special room", "Meeting room")
        OTHER = "other", pgettext_lazy("kind of special room", "Other")

    class For(models.TextChoices):
        """For what staff may book it."""

        ANYTHING = "anything", pgettext_lazy("use of a special room", "Anything")
        CLASSES = "classes", pgettext_lazy("use of a special room", "Classes alone")

    place = models.OneToOneField(
        Place, models.PROTECT, related_name="special_room", verbose_name=_("place")
    )
    kind = models.CharField(_("kind"), max_length=12, choices=Kind, default=Kind.LABORATORY)
    seats = models.PositiveSmallIntegerField(
        _("seats"), validators=[MinValueValidator(1), MaxValueValidator(MOST_SEATS)]
    )
    keeper = models.ForeignKey(
        Person, models.PROTECT, related_name="+", verbose_name=pgettext_lazy("of a room", "keeper")
    )
    equipment = models.CharField(_("equipment"), max_length=300, blank=True)
    rules = models.CharField(_("what to mind"), max_length=500, blank=True)
    booked_for = models.CharField(_("booked for"), max_length=10, choices=For, default=For.ANYTHING)
    needs_approval = models.BooleanField(_("its keeper decides on each booking"), default=False)
    buffer_minutes = models.PositiveSmallIntegerField(
        _("minutes for setting up"), default=0, validators=[MaxValueValidator(MOST_BUFFER)]
    )
    is_offered = models.BooleanField(_("can be booked"), default=True, editable=False)
    sought = models.GeneratedField(
        expression=Bigrams("equipment", "rules"), output_field=SearchVectorField(), db_persist=True
    )

    objects = SpecialRoomQuerySet.as_manager()

    class Meta:
        verbose_name = _("special room")
        verbose_name_plural = _("special rooms")
        ordering = ["place__code"]
        indexes = [GinIndex(fields=["sought"], name="special_room_sought")]
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    kind__in=[
                        "laboratory", "drone", "robot", "ai", "innovation", "hall", "meeting",
                        "other",
                    ]
                ),
                name="special_room_kind_known",
            ),
            models.CheckConstraint(
                condition=Q(booked_for__in=["anything", "classes"]),
                name="special_room_booked_for_known",
            ),
            models.CheckConstraint(
                condition=Q(seats__gte=1, seats__lte=MOST_SEATS),
                name="special_room_seats_in_bounds",
                violation_error_message=_("Say how many people it holds."),
            ),
            models.CheckConstraint(
                condition=Q(buffer_minutes__lte=MOST_BUFFER),
                name="special_room_buffer_in_bounds",
                violation_error_message=_("Nothing is set up for so long."),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return str(self.place)

    def get_absolute_url(self) -> str:
        return reverse("rooms:room", args=[self.pk])

    def clean(self) -> None:
        """Raises ValidationError for what is no room."""
        if self.place_id and self.place.kind != Place.Kind.ROOM:
            raise ValidationError({"place": _("Only a room can be booked.")})


@tracked()
class RoomHours(models.Model):
    """A span of hours in which a room is open on one weekday."""

    room = models.ForeignKey(SpecialRoom, models.CASCADE, related_name="hours")
    weekday = models.PositiveSmallIntegerField(_("weekday"), choices=WorkingHours.Weekday)
    opens = models.TimeField(_("from"))
    closes = models.TimeField(_("to"))

    class Meta:
        verbose_name = _("opening hours of a room")
        verbose_name_plural = _("opening hours of rooms")
        ordering = ["room", "weekday", "opens"]
        constraints = [
            models.CheckConstraint(
                condition=Q(weekday__in=[1, 2, 3, 4, 5, 6, 7]), name="room_hours_weekday_known"
            ),
            models.CheckConstraint(
                condition=Q(closes__gt=F("opens")), name="room_hours_close_after_they_open",
                violation_error_message=_("Closing must come after opening."),
            ),
            ExclusionConstraint(
                name="room_hours_do_not_overlap",
                expressions=[
                    ("room", RangeOperators.EQUAL), ("weekday", RangeOperators.EQUAL),
                    (TIMES_AS_RANGE, RangeOperators.OVERLAPS),
                ],
                violation_error_message=_("Hours of one day must not overlap."),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.get_weekday_display()} {self.opens:%H:%M}–{self.closes:%H:%M}"


class ClosureQuerySet(models.QuerySet["Closure"]):
    """Closures in words."""

    def between(self, start: datetime, end: datetime) -> "ClosureQuerySet":
        """Closures of which a part lies between two moments."""
        return self.filter(starts_at__lt=end, ends_at__gt=start)


@tracked()
class Closure(models.Model):
    """A time in which a room is closed, for a reason; bookings in it are called off."""

    class Kind(models.TextChoices):
        """Why."""

        REPAIRS = "repairs", pgettext_lazy("reason of a closure", "Repairs")
        EXAMS = "exams", pgettext_lazy("reason of a closure", "Exams")
        OTHER = "other", pgettext_lazy("reason of a closure", "Other")

    room = models.ForeignKey(SpecialRoom, models.CASCADE, related_name="closures")
    starts_at = models.DateTimeField(_("from"))
    ends_at = models.DateTimeField(pgettext_lazy("end of a time", "until"))
    kind = models.CharField(_("kind"), max_length=8, choices=Kind, default=Kind.REPAIRS)
    reason = models.CharField(_("reason"), max_length=200)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("by"))
    at = models.DateTimeField(_("at"))

    objects = ClosureQuerySet.as_manager()

    class Meta:
        verbose_name = _("closure of a room")
        verbose_name_plural = _("closures of rooms")
        ordering = ["starts_at", "id"]
        indexes = [models.Index(fields=["room", "ends_at"], name="closure_of_room")]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=["repairs", "exams", "other"]), name="closure_kind_known"
            ),
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")), name="closure_ends_after_it_starts",
                violation_error_message=_("It must end after it starts."),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.reason}"
