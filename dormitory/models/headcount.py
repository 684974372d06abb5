"""The evening roll: leave that was given, rooms that were counted, pupils who were not there."""

from datetime import date, datetime
from typing import ClassVar

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateTimeRangeField, RangeOperators
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Func, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.locking import lock
from campus.models import Person
from campus.tracking import tracked
from dormitory.models.house import DormRoom
from dormitory.models.reach import classes_taught, leader_reach, warden_reach
from dormitory.models.tally import ABSENCES_BY_NIGHT, COUNTS_BY_NIGHT

# From a moment to a moment, the latter not among them.
TIME = Func("starts_at", "ends_at", function="TSTZRANGE", output_field=DateTimeRangeField())


class LeaveSlipQuerySet(models.QuerySet["LeaveSlip"]):
    """Leave slips in words."""

    def visible_to(self, person: Person) -> "LeaveSlipQuerySet":
        """Overseers and wardens see all, class teachers those of their classes, a pupil the own."""
        if warden_reach(person):
            return self
        seen = Q(pupil=person)
        if taught := classes_taught(person):
            seen |= Q(pupil__school_class__in=taught) | Q(by=person)
        return self.filter(seen)

    def at(self, moment: datetime) -> "LeaveSlipQuerySet":
        """Leave that holds at a moment."""
        return self.filter(withdrawn_at=None, starts_at__lte=moment, ends_at__gt=moment)


@tracked()
class LeaveSlip(models.Model):
    """A pupil sleeps elsewhere from a moment to a moment (请假条), as the class teacher has given.

    The reason is one of a few words: nothing about anybody's health is kept.
    """

    class Reason(models.TextChoices):
        """Why, as shortly as the warden needs it."""

        HOME = "home", pgettext_lazy("reason of leave", "Goes home")
        SCHOOL = "school", pgettext_lazy("reason of leave", "Away for the school")
        FAMILY = "family", pgettext_lazy("reason of leave", "With the family")
        OTHER = "other", pgettext_lazy("reason of leave", "Another reason")

    pupil = models.ForeignKey(
        Person, models.PROTECT, related_name="leave_slips", verbose_name=_("pupil")
    )
    starts_at = models.DateTimeField(_("from"))
    ends_at = models.DateTimeField(_("to"))
    reason = models.CharField(_("reason"), max_length=8, choices=Reason, default=Reason.HOME)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("given by"))
    at = models.DateTimeField(_("given at"))
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True, blank=True)

    objects = LeaveSlipQuerySet.as_manager()

    class Meta:
        verbose_name = _("leave slip")
        verbose_name_plural = _("leave slips")
        ordering = ["-starts_at", "-id"]
        indexes = [
            models.Index(fields=["pupil", "ends_at"], name="leave_of_pupil"),
            models.Index(fields=["ends_at"], name="leave_by_end"),
            models.Index(fields=["-starts_at", "-id"], name="leave_in_order"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(reason__in=["home", "school", "family", "other"]),
                name="leave_reason_known",
            ),
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")), name="leave_ends_after_it_starts",
                violation_error_message=_("Leave must end after it starts."),
            ),
            ExclusionConstraint(
                name="leave_once_at_a_time",
                expressions=[
                    ("pupil", RangeOperators.EQUAL), (TIME, RangeOperators.OVERLAPS),
                ],
                condition=Q(withdrawn_at=None),
                violation_error_message=_("This pupil has leave in this time already."),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return str(self.pupil)

    def get_absolute_url(self) -> str:
        return reverse("dormitory:leave_slips")

    def clean(self) -> None:
        """Said before the rule about overlapping time is asked, which needs it in its order."""
        if self.starts_at and self.ends_at and self.ends_at <= self.starts_at:
            raise ValidationError({"ends_at": _("Leave must end after it starts.")})


class RoomCountQuerySet(models.QuerySet["RoomCount"]):
    """Counted rooms in words."""

    def visible_to(self, person: Person) -> "RoomCountQuerySet":
        """Overseers see all, wardens those of their house, leaders those where they lead."""
        kept, led = warden_reach(person), leader_reach(person)
        if kept.everywhere:
            return self
        seen = Q(pk=None)
        if kept:
            seen |= Q(room__place__in=kept.parts())
        if led:
            seen |= Q(room__place__in=led.parts())
        return self.filter(seen)

    def of_night(self, night: date) -> "RoomCountQuerySet":
        return self.filter(night=night)


@tracked()
class RoomCount(models.Model):
    """A room counted on an evening (晚点名): how many sleep there, and how many of them have leave.

    How many are present follows from these and from who is still missing.
    """

    room = models.ForeignKey(
        DormRoom, models.PROTECT, related_name="counts", verbose_name=_("dorm room")
    )
    night = models.DateField(_("night"))
    sleepers = models.PositiveSmallIntegerField(_("sleep there"))
    on_leave = models.PositiveSmallIntegerField(_("on leave"), default=0)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("counted by"))
    at = models.DateTimeField(_("counted at"))

    objects = RoomCountQuerySet.as_manager()

    class Meta:
        verbose_name = _("room count")
        verbose_name_plural = _("room counts")
        ordering = ["-night", "room"]
        constraints = [
            models.UniqueConstraint(
                fields=["night", "room"], name="room_counted_once_a_night",
                violation_error_message=_("This room is counted already."),
            ),
            models.CheckConstraint(
                condition=Q(on_leave__lte=F("sleepers")), name="room_count_adds_up"
            ),
        ]  # fmt: skip
        triggers = [lock("{row}.night"), COUNTS_BY_NIGHT.trigger]

    def __str__(self) -> str:
        return f"{self.room} {self.night}"


class AbsenceQuerySet(models.QuerySet["Absence"]):
    """Pupils who were not there, in words."""

    def visible_to(self, person: Person) -> "AbsenceQuerySet":
        """Overseers see all, wardens those of their house, class teachers those of their classes,
        leaders who is still missing where they lead."""
        kept, led = warden_reach(person), leader_reach(person)
        if kept.everywhere:
            return self
        seen = Q(pk=None)
        if kept:
            seen |= Q(room__place__in=kept.parts())
        if led:
            seen |= Q(room__place__in=led.parts(), status=Absence.Status.MISSING)
        if taught := classes_taught(person):
            seen |= Q(pupil__school_class__in=taught)
        return self.filter(seen)

    def missing(self) -> "AbsenceQuerySet":
        """Those who are not back."""
        return self.filter(status=Absence.Status.MISSING)

    def ringing(self, at: datetime) -> "AbsenceQuerySet":
        """Those of whom the leader on duty is to be told now."""
        return self.filter(status=Absence.Status.MISSING, rings_at__lte=at)


@tracked()
class Absence(models.Model):
    """A pupil who was not there at the roll and has no leave: missing → back late, or found.

    At `rings_at` the leader on duty is told, unless it is cleared before; then it is empty.
    """

    class Status(models.TextChoices):
        """Where it stands."""

        MISSING = "missing", pgettext_lazy("state of an absence", "Missing")
        LATE = "late", pgettext_lazy("state of an absence", "Back late")
        FOUND = "found", pgettext_lazy("state of an absence", "Was there after all")

    MOVES: ClassVar[dict[str, set[str]]] = {
        Status.MISSING: {Status.LATE, Status.FOUND},
        Status.LATE: {Status.MISSING},
        Status.FOUND: {Status.MISSING},
    }

    pupil = models.ForeignKey(
        Person, models.PROTECT, related_name="absences", verbose_name=_("pupil")
    )
    room = models.ForeignKey(
        DormRoom, models.PROTECT, related_name="absences", verbose_name=_("dorm room")
    )
    night = models.DateField(_("night"))
    status = models.CharField(_("state"), max_length=8, choices=Status, default=Status.MISSING)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("noted by"))
    at = models.DateTimeField(_("noted at"))
    rings_at = models.DateTimeField(_("leader on duty is told at"), null=True, blank=True)
    returned_at = models.DateTimeField(_("back at"), null=True, blank=True)
    cleared_by = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("cleared by"),
    )  # fmt: skip
    cleared_at = models.DateTimeField(_("cleared at"), null=True, blank=True)

    objects = AbsenceQuerySet.as_manager()

    class Meta:
        verbose_name = _("absence at night")
        verbose_name_plural = _("absences at night")
        ordering = ["-night", "-id"]
        indexes = [
            models.Index(fields=["room", "-night"], name="absence_of_room"),
            models.Index(fields=["-night", "-id"], name="absence_in_order"),
            models.Index(
                fields=["rings_at"], condition=Q(status="missing"), name="absence_ringing"
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=["missing", "late", "found"]), name="absence_status_known"
            ),
            models.UniqueConstraint(
                fields=["pupil", "night"], name="absence_once_a_night",
                violation_error_message=_("This pupil is noted for this night already."),
            ),
            models.CheckConstraint(
                condition=Q(status="missing", cleared_at=None)
                | ~Q(status="missing") & Q(cleared_at__isnull=False, rings_at=None),
                name="absence_cleared_has_moment",
            ),
            models.CheckConstraint(
                condition=Q(status="late", returned_at__isnull=False)
                | ~Q(status="late") & Q(returned_at=None),
                name="absence_late_has_time",
                violation_error_message=_("Say when the pupil came back."),
            ),
        ]  # fmt: skip
        triggers = [lock("{row}.night"), ABSENCES_BY_NIGHT.trigger]

    def __str__(self) -> str:
        return f"{self.pupil} {self.night}"

    def get_absolute_url(self) -> str:
        return reverse("dormitory:absence", args=[self.pk])

    @property
    def is_missing(self) -> bool:
        return self.status == self.Status.MISSING

    @property
    def tone(self) -> str:
        """The colour of its state."""
        tones = {
            self.Status.MISSING: "overdue",
            self.Status.LATE: "due_soon",
            self.Status.FOUND: "done",
        }
        return tones[self.Status(self.status)]
