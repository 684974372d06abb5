"""Bookings: who has a room when, for what, and how it was left."""

from datetime import datetime
from typing import Any, ClassVar

from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateTimeRangeField, RangeOperators
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Func, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.lists.search import Bigrams
from campus.locking import lock
from campus.models import Person, Role, SchoolClass
from campus.tallies import day_of
from campus.tracking import tracked
from rooms.models.room import SpecialRoom
from rooms.models.tally import USE_BY_DAY

# From the setting up until the end, which is not among it.
TIME = Func("blocked_from", "ends_at", function="TSTZRANGE", output_field=DateTimeRangeField())


class BookingSeries(models.Model):
    """Bookings that were laid together, on one weekday, a week apart, until a day."""

    until = models.DateField(pgettext_lazy("end of a time", "until"))
    by = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("by"))
    at = models.DateTimeField(_("at"))

    class Meta:
        verbose_name = _("series of bookings")
        verbose_name_plural = _("series of bookings")

    def __str__(self) -> str:
        return f"{self.until}"


class BookingQuerySet(models.QuerySet["Booking"]):
    """Bookings in words."""

    def visible_to(self, person: Person) -> "BookingQuerySet":
        """Staff see who has which room; a pupil those of the own class that stand."""
        if not person.is_active:
            return self.none()
        if not person.is_pupil:
            return self
        if not person.school_class_id:
            return self.none()
        return self.filter(status=Booking.Status.BOOKED, school_class=person.school_class_id)

    def files_visible_to(self, person: Person) -> "BookingQuerySet":
        """What hangs on them is the staff's."""
        return self.none() if person.is_pupil else self.visible_to(person)

    def counting(self) -> "BookingQuerySet":
        """Those that keep a room: what is asked keeps it until the keeper has decided."""
        return self.filter(status__in=Booking.COUNTING)

    def booked(self) -> "BookingQuerySet":
        return self.filter(status=Booking.Status.BOOKED)

    def between(self, start: datetime, end: datetime) -> "BookingQuerySet":
        """Bookings of which a part, the setting up included, lies between two moments."""
        return self.filter(blocked_from__lt=end, ends_at__gt=start)

    def concerning(self, person: Person) -> "BookingQuerySet":
        """One's own, those of rooms that one keeps, and those of one's classes."""
        taught = [
            duty.school_class_id
            for duty in person.duties_today
            if duty.role == Role.CLASS_TEACHER and duty.school_class_id
        ]
        classes = {*taught, person.school_class_id} - {None}
        kept = SpecialRoom.objects.filter(keeper=person).values("pk")
        return self.filter(Q(by=person) | Q(room__in=kept) | Q(school_class__in=classes))

    def unconfirmed(self, at: datetime) -> "BookingQuerySet":
        """Those that are over, and of which nobody has said how the room was left."""
        return self.booked().filter(ends_at__lte=at, found="")


@tracked()
class Booking(models.Model):
    """A room for a purpose, from a moment to a moment of one day: asked → booked, or refused;
    cancelled as long as it is not over.

    `blocked_from` lies before its start by what the room needs for setting up; the database lets no
    two that count overlap from there on. For whom it is stands as a class or a group, never as
    names of pupils.
    """

    class Status(models.TextChoices):
        """Where it stands."""

        ASKED = "asked", pgettext_lazy("state of a booking", "Asked")
        BOOKED = "booked", pgettext_lazy("state of a booking", "Booked")
        REFUSED = "refused", pgettext_lazy("state of a booking", "Refused")
        CANCELLED = "cancelled", pgettext_lazy("state of a booking", "Cancelled")

    class Found(models.TextChoices):
        """How the room was left."""

        IN_ORDER = "in_order", pgettext_lazy("state of a room", "In order")
        FAULT = "fault", pgettext_lazy("state of a room", "Something is broken")

    MOVES: ClassVar[dict[str, set[str]]] = {
        Status.ASKED: {Status.BOOKED, Status.REFUSED, Status.CANCELLED},
        Status.BOOKED: {Status.CANCELLED},
        Status.REFUSED: set(),
        Status.CANCELLED: set(),
    }
    COUNTING: ClassVar[list[str]] = [Status.ASKED, Status.BOOKED]
    TONES: ClassVar[dict[str, str]] = {
        Status.ASKED: "due_soon", Status.BOOKED: "done", Status.REFUSED: "refused",
        Status.CANCELLED: "cancelled",
    }  # fmt: skip

    room = models.ForeignKey(
        SpecialRoom, models.PROTECT, related_name="bookings", verbose_name=_("special room")
    )
    purpose = models.CharField(_("purpose"), max_length=120)
    starts_at = models.DateTimeField(_("from"))
    ends_at = models.DateTimeField(pgettext_lazy("end of a time", "until"))
    blocked_from = models.DateTimeField(editable=False)
    people = models.PositiveSmallIntegerField(
        _("number of people"), validators=[MinValueValidator(1)]
    )
    school_class = models.ForeignKey(
        SchoolClass, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("class"),
    )  # fmt: skip
    group = models.CharField(_("group"), max_length=60, blank=True)
    status = models.CharField(_("state"), max_length=10, choices=Status, default=Status.BOOKED)
    reason = models.CharField(_("reason"), max_length=300, blank=True)
    series = models.ForeignKey(
        BookingSeries, models.PROTECT, null=True, blank=True, editable=False,
        related_name="bookings", verbose_name=_("series of bookings"),
    )  # fmt: skip
    by = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("booked by"))
    at = models.DateTimeField(_("booked at"))
    decided_by = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, editable=False, related_name="+",
        verbose_name=_("decided by"),
    )  # fmt: skip
    found = models.CharField(
        _("how the room was left"), max_length=8, choices=Found, blank=True, editable=False
    )
    found_words = models.CharField(_("what is broken"), max_length=300, blank=True, editable=False)
    sought = models.GeneratedField(
        expression=Bigrams("purpose", "group"), output_field=SearchVectorField(), db_persist=True
    )

    objects = BookingQuerySet.as_manager()

    class Meta:
        verbose_name = _("booking")
        verbose_name_plural = _("bookings")
        ordering = ["-starts_at", "-id"]
        indexes = [
            models.Index(fields=["-starts_at", "-id"], name="booking_newest"),
            models.Index(fields=["room", "-starts_at"], name="booking_of_room"),
            models.Index(fields=["by", "-starts_at"], name="booking_of_person"),
            models.Index(
                fields=["school_class", "starts_at"],
                condition=Q(school_class__isnull=False),
                name="booking_of_class",
            ),
            models.Index(fields=["ends_at"], name="booking_by_end"),
            models.Index(
                fields=["room", "starts_at"], condition=Q(status="asked"), name="booking_asked"
            ),
            GinIndex(fields=["sought"], name="booking_sought"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=["asked", "booked", "refused", "cancelled"]),
                name="booking_status_known",
            ),
            models.CheckConstraint(
                condition=Q(found__in=["", "in_order", "fault"]), name="booking_found_known"
            ),
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")), name="booking_ends_after_it_starts",
                violation_error_message=_("It must end after it starts."),
            ),
            models.CheckConstraint(
                condition=Q(blocked_from__lte=F("starts_at")), name="booking_set_up_before_it",
            ),
            models.CheckConstraint(
                condition=Q(people__gte=1), name="booking_for_somebody",
                violation_error_message=_("Say how many people come."),
            ),
            models.CheckConstraint(
                condition=~Q(status__in=["refused", "cancelled"]) | ~Q(reason=""),
                name="booking_ends_for_a_reason", violation_error_message=_("Say why."),
            ),
            models.CheckConstraint(
                condition=Q(found="") | Q(status="booked"), name="booking_found_after_use",
            ),
            models.CheckConstraint(
                condition=~Q(found="fault") | ~Q(found_words=""), name="booking_fault_in_words",
                violation_error_message=_("Say what is broken."),
            ),
            ExclusionConstraint(
                name="room_booked_once_at_a_time",
                expressions=[("room", RangeOperators.EQUAL), (TIME, RangeOperators.OVERLAPS)],
                condition=Q(status__in=["asked", "booked"]),
                violation_error_message=_("The room is taken at that time."),
            ),
        ]  # fmt: skip
        triggers = [lock(day_of("{row}.starts_at", settings.TIME_ZONE)), USE_BY_DAY.trigger]

    def __str__(self) -> str:
        return self.purpose

    def get_absolute_url(self) -> str:
        return reverse("rooms:booking", args=[self.pk])

    @property
    def tone(self) -> str:
        """The state's colour, the same everywhere."""
        return self.TONES.get(self.Status(self.status), "new")

    @property
    def counts(self) -> bool:
        return self.status in self.COUNTING

    @property
    def whom(self) -> str:
        """For whom it is, in words; empty where that was not said."""
        return str(self.school_class or self.group)

    @property
    def hours(self) -> str:
        """From when to when of its day."""
        return f"{local(self.starts_at):%H:%M}–{local(self.ends_at):%H:%M}"

    @property
    def minutes(self) -> int:
        return int((self.ends_at - self.starts_at).total_seconds() // 60)

    def is_over(self, at: datetime) -> bool:
        return self.ends_at <= at

    def can_become(self, status: str) -> bool:
        """Whether `status` may follow the present one."""
        moves: dict[str, Any] = self.MOVES
        return status in moves[self.status]


def local(moment: datetime) -> datetime:
    """The moment in school time."""
    return timezone.localtime(moment)
