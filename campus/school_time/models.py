"""School years, semesters, days that differ from their weekday, and the hours people work."""

from datetime import date, timedelta

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Func, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.locking import lock
from campus.people.models import Person
from campus.school_time.spans import day_range
from campus.tracking import tracked


class SchoolYear(models.Model):
    """A school year (学年), named by the calendar year in which it begins."""

    starts_in = models.PositiveSmallIntegerField(_("begins in year"), unique=True)

    class Meta:
        verbose_name = _("school year")
        verbose_name_plural = _("school years")
        ordering = ["-starts_in"]

    def __str__(self) -> str:
        return f"{self.starts_in}–{self.starts_in + 1}"


class SemesterQuerySet(models.QuerySet["Semester"]):
    """Semesters in words."""

    def visible_to(self, person: Person) -> "SemesterQuerySet":
        """Everybody at school knows its semesters."""
        return self if person.is_active else self.none()

    def current(self, on: date) -> "Semester | None":
        """The semester of day `on`; in the holidays the last one begun, else the first."""
        begun = self.filter(first_day__lte=on).order_by("-first_day").first()
        return begun or self.order_by("first_day").first()


@tracked()
class Semester(models.Model):
    """A semester (学期) with its first and last day, both inclusive.

    A plan's holiday month (August, January) lies inside: the office's semester begins with the
    preparation and ends with the holiday duty.
    """

    class Number(models.IntegerChoices):
        """The first semester is the autumn one."""

        FIRST = 1, pgettext_lazy("semester", "First semester")
        SECOND = 2, pgettext_lazy("semester", "Second semester")

    school_year = models.ForeignKey(
        SchoolYear, models.PROTECT, related_name="semesters", verbose_name=_("school year")
    )
    number = models.PositiveSmallIntegerField(_("semester"), choices=Number)
    first_day = models.DateField(_("first day"))
    last_day = models.DateField(_("last day"))
    week_one = models.DateField(
        _("Monday of week 1"), help_text=_("The week before it is week 0, for preparation.")
    )

    objects = SemesterQuerySet.as_manager()

    class Meta:
        verbose_name = _("semester")
        verbose_name_plural = _("semesters")
        ordering = ["-first_day"]
        constraints = [
            models.UniqueConstraint(
                fields=["school_year", "number"],
                name="semester_once_per_year",
                violation_error_message=_("This school year has that semester already."),
            ),
            models.CheckConstraint(condition=Q(number__in=[1, 2]), name="semester_number_known"),
            models.CheckConstraint(
                condition=Q(last_day__gt=F("first_day")),
                name="semester_ends_after_it_begins",
                violation_error_message=_("The last day must come after the first."),
            ),
            models.CheckConstraint(
                condition=Q(week_one__iso_week_day=1),
                name="semester_week_one_is_monday",
                violation_error_message=_("Week 1 must begin on a Monday."),
            ),
            ExclusionConstraint(
                name="semesters_do_not_overlap",
                expressions=[(day_range("first_day", "last_day"), RangeOperators.OVERLAPS)],
                violation_error_message=_("Another semester covers some of these days."),
            ),
        ]
        triggers = [lock("{row}.last_day")]

    def __str__(self) -> str:
        return f"{self.school_year} {self.get_number_display()}"

    def week_no(self, day: date) -> int:
        """The school week of `day`: 1 from the Monday of week 1 on, 0 and below before it."""
        return (day - self.week_one).days // 7 + 1

    def monday_of(self, week_no: int) -> date:
        """The Monday on which school week `week_no` begins."""
        return self.week_one + timedelta(weeks=week_no - 1)


class SpecialDayQuerySet(models.QuerySet["SpecialDay"]):
    """Special days in words."""

    def visible_to(self, person: Person) -> "SpecialDayQuerySet":
        """The rows behind the calendar are the staff's; pupils see the calendar itself."""
        return self.none() if person.is_pupil else self

    def of_year(self, year: int) -> "SpecialDayQuerySet":
        return self.filter(day__year=year)


@tracked()
class SpecialDay(models.Model):
    """A day that is not worked like its weekday: a day off, or a make-up workday (调休)."""

    class Kind(models.TextChoices):
        """Off although a weekday, or worked although a weekend day."""

        OFF = "off", _("Day off")
        MAKEUP = "makeup", _("Make-up workday")

    day = models.DateField(
        _("day"),
        unique=True,
        error_messages={"unique": _("This day has been entered already.")},
    )
    kind = models.CharField(_("kind"), max_length=8, choices=Kind)
    name = models.CharField(_("occasion"), max_length=60)

    objects = SpecialDayQuerySet.as_manager()

    class Meta:
        verbose_name = _("special day")
        verbose_name_plural = _("special days")
        ordering = ["day"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=["off", "makeup"]), name="special_day_kind_known"
            )
        ]

    def __str__(self) -> str:
        return f"{self.day} {self.name}"


# PostgreSQL has ranges of moments but not of times of day: any one day serves.
TIMES_AS_RANGE = Func(
    F("opens"),
    F("closes"),
    arg_joiner=", date '2000-01-01' + ",
    template="tsrange(date '2000-01-01' + %(expressions)s)",
)


@tracked()
class WorkingHours(models.Model):
    """A span of hours worked on one weekday: of the office, or of the boarding house's duty."""

    class Kind(models.TextChoices):
        """Whose hours these are."""

        OFFICE = "office", _("Office hours")
        BOARDING = "boarding", _("Boarding-house duty")

    class Weekday(models.IntegerChoices):
        """ISO weekdays."""

        MONDAY = 1, _("Monday")
        TUESDAY = 2, _("Tuesday")
        WEDNESDAY = 3, _("Wednesday")
        THURSDAY = 4, _("Thursday")
        FRIDAY = 5, _("Friday")
        SATURDAY = 6, _("Saturday")
        SUNDAY = 7, _("Sunday")

    kind = models.CharField(_("whose hours"), max_length=12, choices=Kind)
    weekday = models.PositiveSmallIntegerField(_("weekday"), choices=Weekday)
    opens = models.TimeField(_("from"))
    closes = models.TimeField(_("to"))

    class Meta:
        verbose_name = _("working hours")
        verbose_name_plural = _("working hours")
        ordering = ["kind", "weekday", "opens"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=["office", "boarding"]), name="working_hours_kind_known"
            ),
            models.CheckConstraint(
                condition=Q(weekday__range=(1, 7)), name="working_hours_weekday_known"
            ),
            models.CheckConstraint(
                condition=Q(closes__gt=F("opens")),
                name="working_hours_close_after_they_open",
                violation_error_message=_("Closing must come after opening."),
            ),
            ExclusionConstraint(
                name="working_hours_do_not_overlap",
                expressions=[
                    ("kind", RangeOperators.EQUAL),
                    ("weekday", RangeOperators.EQUAL),
                    (TIMES_AS_RANGE, RangeOperators.OVERLAPS),
                ],
                violation_error_message=_("Hours of one day must not overlap."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_weekday_display()} {self.opens:%H:%M}–{self.closes:%H:%M}"
