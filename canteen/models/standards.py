"""What the school itself says of its canteens: amounts, hours, times of meals."""

from datetime import date, datetime, time

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from campus.school_time.engine import moment_of
from campus.tracking import tracked

# The floor below which nobody sets them (学校食品安全与营养健康管理规定, 2019): a sample of every
# dish of every meal, 125 g, kept cold for 48 hours.
LEAST_GRAMS, LEAST_HOURS = 125, 48


class Meal(models.TextChoices):
    """The meals of a day, in their order."""

    BREAKFAST = "breakfast", _("Breakfast")
    LUNCH = "lunch", _("Lunch")
    SUPPER = "supper", _("Supper")


MEALS = ["breakfast", "lunch", "supper"]


@tracked()
class Standards(models.Model):
    """The one row of figures that the school sets; what comes with the portal are defaults.

    Hours of training a year are what is common; a record of purchase is kept for months after the
    shelf life, or from the delivery where there is none (食品安全法 50, 53). A portion is light
    from so many per cent below what the menu states; our own figure.
    """

    sample_grams = models.PositiveSmallIntegerField(_("grams of a sample"), default=LEAST_GRAMS)
    sample_hours = models.PositiveSmallIntegerField(
        _("hours that a sample is kept"), default=LEAST_HOURS
    )
    training_hours = models.PositiveSmallIntegerField(_("hours of training a year"), default=40)
    months_after_expiry = models.PositiveSmallIntegerField(
        _("months that papers of a purchase are kept after the shelf life"), default=6
    )
    months_without_expiry = models.PositiveSmallIntegerField(
        _("months that they are kept where nothing says how long it keeps"), default=24
    )
    light_percent = models.PositiveSmallIntegerField(
        _("per cent below what is stated from which a portion is light"), default=10
    )
    five_c_target = models.PositiveSmallIntegerField(_("points of 100 that 5C aims at"), default=90)

    class Meta:
        verbose_name = _("standards of the canteens")
        verbose_name_plural = _("standards of the canteens")
        constraints = [
            models.CheckConstraint(condition=Q(id=1), name="canteen_standards_once"),
            models.CheckConstraint(
                condition=Q(sample_grams__range=(LEAST_GRAMS, 1000)),
                name="canteen_sample_grams_at_least",
                violation_error_message=_("A sample is 125 g at the least, and 1000 g at most."),
            ),
            models.CheckConstraint(
                condition=Q(sample_hours__range=(LEAST_HOURS, 720)),
                name="canteen_sample_hours_at_least",
                violation_error_message=_("A sample is kept 48 hours at the least."),
            ),
            models.CheckConstraint(
                condition=Q(
                    training_hours__range=(1, 400),
                    light_percent__range=(1, 90),
                    five_c_target__range=(1, 100),
                ),
                name="canteen_standards_in_bounds",
                violation_error_message=_(
                    "Hours are between 1 and 400, per cent between 1 and 90, points between 1 and"
                    " 100."
                ),
            ),
            models.CheckConstraint(
                condition=Q(months_after_expiry__gte=6, months_without_expiry__gte=24),
                name="canteen_papers_kept_long_enough",
                violation_error_message=_(
                    "Papers are kept six months after the shelf life, else two years, at the least."
                ),
            ),
        ]

    def __str__(self) -> str:
        return str(self._meta.verbose_name)


@tracked()
class MealTime(models.Model):
    """From when until when a meal is served."""

    meal = models.CharField(_("meal"), max_length=10, choices=Meal, unique=True)
    starts = models.TimeField(_("from"))
    ends = models.TimeField(_("until"))

    class Meta:
        verbose_name = _("time of a meal")
        verbose_name_plural = _("times of meals")
        ordering = ["starts"]
        constraints = [
            models.CheckConstraint(condition=Q(meal__in=MEALS), name="meal_time_meal_known"),
            models.CheckConstraint(
                condition=Q(ends__gt=F("starts")), name="meal_time_ends_after_it_starts",
                violation_error_message=_("A meal must end after it starts."),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.get_meal_display()} {self.starts:%H:%M}–{self.ends:%H:%M}"


def meal_at(times: list[MealTime], at: datetime) -> str:
    """The meal that is served or comes next today; after the last one, the last."""
    now: time = timezone.localtime(at).time()
    coming = [each.meal for each in times if each.ends >= now]
    served = [each.meal for each in times]
    return (coming[:1] or served[-1:] or [Meal.LUNCH.value])[0]


def end_of(times: list[MealTime], day: date, meal: str) -> datetime:
    """The moment at which a meal of a day is over; the day's end where its time is not said."""
    ends = next((each.ends for each in times if each.meal == meal), time.max)
    return moment_of(day, ends)
