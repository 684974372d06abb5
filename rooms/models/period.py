"""The periods of a school day, by which people name times: the fifth period, evening study."""

from datetime import time

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Func, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.tracking import tracked

# PostgreSQL has ranges of moments but not of times of day: any one day serves.
TIMES_AS_RANGE = Func(
    F("opens"), F("closes"), arg_joiner=", date '2000-01-01' + ",
    template="tsrange(date '2000-01-01' + %(expressions)s)",
)  # fmt: skip


@tracked()
class LessonPeriod(models.Model):
    """A period of the day (节次), from a time to a time; the same on every day."""

    position = models.PositiveSmallIntegerField(_("position"), unique=True)
    name = models.CharField(_("name"), max_length=20, unique=True)
    opens = models.TimeField(pgettext_lazy("a period", "begins"))
    closes = models.TimeField(pgettext_lazy("a period", "ends"))

    class Meta:
        verbose_name = _("period of the day")
        verbose_name_plural = _("periods of the day")
        ordering = ["position"]
        constraints = [
            models.CheckConstraint(
                condition=Q(closes__gt=F("opens")), name="lesson_period_ends_after_it_begins",
                violation_error_message=_("A period ends after it begins."),
            ),
            ExclusionConstraint(
                name="lesson_periods_do_not_overlap",
                expressions=[(TIMES_AS_RANGE, RangeOperators.OVERLAPS)],
                violation_error_message=_("Periods must not overlap."),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.name

    @property
    def hours(self) -> str:
        """From when to when, as it is shown beside the name."""
        return f"{self.opens:%H:%M}–{self.closes:%H:%M}"

    def meets(self, opens: time, closes: time) -> bool:
        """Whether it has time in common with another span of the day."""
        return self.opens < closes and self.closes > opens
