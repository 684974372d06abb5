"""When places are to be looked at, and the windows that follow from it."""

from datetime import date, datetime

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.models import Person, Place, Role
from campus.places.models import Use
from campus.tracking import tracked
from inspections.models.checklist import SEE_ALL, Checklist, roles_of

MOST_PLACES = 20_000


class ScheduleQuerySet(models.QuerySet["Schedule"]):
    """Schedules in words."""

    def visible_to(self, person: Person) -> "ScheduleQuerySet":
        """Head and administrators see all; staff those of their checklists and their own."""
        if person.is_pupil or not person.is_active:
            return self.none()
        if person.on_duty_as(*SEE_ALL):
            return self
        theirs = Checklist.objects.walked_by(person) | Checklist.objects.signed_by(person)
        own = Q(planned_for=person) | Q(role__in=roles_of(person))
        return self.filter(own | Q(checklist__in=theirs.order_by().values("pk")))

    def running(self, on: date) -> "ScheduleQuerySet":
        """Those that lay windows on a day."""
        begun = self.filter(is_paused=False, checklist__is_offered=True, starts_on__lte=on)
        return begun.filter(Q(ends_on=None) | Q(ends_on__gte=on))


@tracked()
class Schedule(models.Model):
    """Which places are walked by a checklist, how often, and by whom (检查计划).

    Its places are `place` itself, or with a level or a use all parts of it of that kind; `places`
    are further ones. Which of the fields about time count depends on the rhythm.
    """

    class Rhythm(models.TextChoices):
        """How often."""

        DAILY = "daily", _("On days of the week, at times of the day")
        NIGHTLY = "nightly", _("Every few hours of a night")
        WEEKLY = "weekly", _("Once a week")
        MONTHLY = "monthly", _("Once a month")
        SEMESTER = "semester", _("Once a semester")
        HOLIDAY = "holiday", _("Before each public holiday")

    class DaysOff(models.TextChoices):
        """What becomes of it on days off; a round at times of the day cannot be put off."""

        KEEP = "keep", _("on days off too")
        SKIP = "skip", _("not on days off")

    FREQUENT = (Rhythm.DAILY, Rhythm.NIGHTLY)

    checklist = models.ForeignKey(
        Checklist, models.PROTECT, related_name="schedules", verbose_name=_("checklist")
    )
    place = models.ForeignKey(
        Place, models.PROTECT, related_name="schedules", verbose_name=_("place")
    )
    part_kind = models.CharField(
        _("its parts of this level"), max_length=12, choices=Place.Kind, blank=True, default=""
    )
    part_use = models.CharField(
        _("its parts of this use"), max_length=12, choices=Use, blank=True, default=""
    )
    places = models.ManyToManyField(Place, related_name="+", verbose_name=_("and these places"))
    planned_for = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("by whom")
    )
    role = models.CharField(
        _("or by whoever is on duty as"), max_length=32, choices=Role, blank=True, default=""
    )
    rhythm = models.CharField(_("how often"), max_length=10, choices=Rhythm)
    times = ArrayField(models.TimeField(), verbose_name=_("times"), default=list, blank=True)
    weekdays = ArrayField(
        models.PositiveSmallIntegerField(), verbose_name=_("weekdays"), default=list, blank=True
    )
    every_hours = models.PositiveSmallIntegerField(_("every so many hours"), null=True, blank=True)
    night_from = models.TimeField(_("night from"), null=True, blank=True)
    night_to = models.TimeField(_("night to"), null=True, blank=True)
    within_minutes = models.PositiveSmallIntegerField(_("minutes to do it in"), default=60)
    month_day = models.PositiveSmallIntegerField(_("day of the month"), null=True, blank=True)
    week_no = models.SmallIntegerField(_("school week"), null=True, blank=True)
    days_before = models.PositiveSmallIntegerField(
        _("working days before the holiday"), null=True, blank=True
    )
    lasts_days = models.PositiveSmallIntegerField(_("days to do it in"), default=1)
    days_off = models.CharField(_("days off"), max_length=6, choices=DaysOff, default=DaysOff.KEEP)
    starts_on = models.DateField(_("first day"))
    ends_on = models.DateField(_("last day"), null=True, blank=True)
    is_paused = models.BooleanField(_("paused"), default=False)
    # Up to here windows are laid; the clock goes on from there.
    laid_until = models.DateTimeField(null=True, blank=True, editable=False)

    objects = ScheduleQuerySet.as_manager()

    class Meta:
        verbose_name = _("schedule of inspections")
        verbose_name_plural = _("schedules of inspections")
        ordering = ["checklist", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    rhythm__in=["daily", "nightly", "weekly", "monthly", "semester", "holiday"]
                ),
                name="schedule_rhythm_known",
            ),
            models.CheckConstraint(
                condition=Q(days_off__in=["keep", "skip"]), name="schedule_days_off_known"
            ),
            models.CheckConstraint(
                condition=Q(role__in=["", *Role.values]), name="schedule_role_known"
            ),
            models.CheckConstraint(
                condition=Q(part_kind__in=["", *Place.Kind.values]), name="schedule_part_kind_known"
            ),
            models.CheckConstraint(
                condition=Q(part_use__in=["", *Use.values]), name="schedule_part_use_known"
            ),
            models.CheckConstraint(
                condition=Q(planned_for=None) & ~Q(role="")
                | Q(planned_for__isnull=False, role=""),
                name="schedule_for_a_person_or_a_role",
                violation_error_message=_("Name a person, or a role, but not both."),
            ),
            models.CheckConstraint(
                condition=~Q(rhythm="daily") | Q(times__len__gte=1),
                name="schedule_daily_at_some_time",
                violation_error_message=_("Say at which times."),
            ),
            models.CheckConstraint(
                condition=~Q(rhythm="nightly")
                | Q(
                    every_hours__isnull=False, every_hours__gte=1, every_hours__lte=12,
                    night_from__isnull=False,
                    night_to__isnull=False,
                ),
                name="schedule_nightly_in_hours",
                violation_error_message=_("Say from when to when, and every how many hours."),
            ),
            models.CheckConstraint(
                condition=~Q(rhythm="weekly") | Q(weekdays__len__gte=1),
                name="schedule_weekly_on_some_day",
                violation_error_message=_("Say on which weekday."),
            ),
            models.CheckConstraint(
                condition=Q(weekdays__contained_by=[1, 2, 3, 4, 5, 6, 7]),
                name="schedule_weekdays_known",
            ),
            models.CheckConstraint(
                condition=~Q(rhythm="monthly")
                | Q(month_day__isnull=False, month_day__gte=1, month_day__lte=31),
                name="schedule_monthly_on_some_day",
                violation_error_message=_("Say on which day of the month."),
            ),
            models.CheckConstraint(
                condition=~Q(rhythm="semester")
                | Q(week_no__isnull=False, week_no__gte=-4, week_no__lte=25),
                name="schedule_semester_in_some_week",
                violation_error_message=_("Say in which school week; 0 is the week before term."),
            ),
            models.CheckConstraint(
                condition=~Q(rhythm="holiday")
                | Q(days_before__isnull=False, days_before__gte=1, days_before__lte=20),
                name="schedule_days_before_holiday",
                violation_error_message=_("Say how many working days before the holiday."),
            ),
            models.CheckConstraint(
                condition=Q(within_minutes__gte=5, within_minutes__lte=1440, lasts_days__gte=1,
                            lasts_days__lte=60),
                name="schedule_gives_time",
                violation_error_message=_("Between five minutes and a day; up to sixty days."),
            ),
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                name="schedule_ends_after_it_starts",
                violation_error_message=_("The last day must not come before the first."),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.checklist} · {self.place}"

    def get_absolute_url(self) -> str:
        return reverse("inspections:schedule", args=[self.pk])

    @property
    def is_frequent(self) -> bool:
        return self.rhythm in self.FREQUENT

    @property
    def whose(self) -> str:
        """Who walks it, in words."""
        return str(self.planned_for) if self.planned_for else str(Role(self.role).label)


class WindowQuerySet(models.QuerySet["Window"]):
    """Windows in words."""

    def untold(self, at: datetime) -> "WindowQuerySet":
        """Those that have opened and whose people have not been told."""
        return self.filter(told_at=None, opens_at__lte=at, closes_at__gt=at)

    def unwarned(self, at: datetime) -> "WindowQuerySet":
        """Those whose warning has come and was not given."""
        return self.filter(warned_at=None, warn_at__lte=at, due_at__gt=at)

    def over(self, at: datetime) -> "WindowQuerySet":
        """Those that have closed, and what was not done has not been marked missed."""
        return self.filter(closed_at=None, closes_at__lte=at)


class Window(models.Model):
    """One occasion of a schedule, over all of its places; its inspections hang on it.

    The people are told once of it when it opens, warned once, and told once of what was missed,
    however many places there are.
    """

    schedule = models.ForeignKey(Schedule, models.PROTECT, related_name="windows")
    opens_at = models.DateTimeField(_("from"))
    due_at = models.DateTimeField(_("due"))
    closes_at = models.DateTimeField(_("missed after"))
    warn_at = models.DateTimeField(null=True, blank=True)
    told_at = models.DateTimeField(null=True, blank=True)
    warned_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)

    objects = WindowQuerySet.as_manager()

    class Meta:
        verbose_name = pgettext_lazy("of a schedule", "window")
        verbose_name_plural = pgettext_lazy("of a schedule", "windows")
        ordering = ["-opens_at"]
        indexes = [
            models.Index(fields=["opens_at"], condition=Q(told_at=None), name="window_to_be_told"),
            models.Index(
                fields=["closes_at"], condition=Q(closed_at=None), name="window_to_be_closed"
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["schedule", "opens_at"], name="window_once_per_schedule"
            ),
            models.CheckConstraint(
                condition=Q(due_at__gt=F("opens_at"), closes_at__gte=F("due_at")),
                name="window_in_order",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.schedule} {self.opens_at:%Y-%m-%d %H:%M}"
