"""Hazards counted by day, kept by the database."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from campus.tallies import Tally, day_of

# What was merged into another hazard, or taken over by another area, is not counted.
_OURS = "({row}.status NOT IN ('merged', 'handed_on'))"


class HazardTally(models.Model):
    """What became of the hazards that were reported on one day."""

    day = models.DateField(_("day"), unique=True)
    reported = models.IntegerField(default=0)
    major = models.IntegerField(default=0)
    still_open = models.IntegerField(default=0)
    closed = models.IntegerField(default=0)
    kept = models.IntegerField(default=0)
    missed = models.IntegerField(default=0)

    class Meta:
        verbose_name = _("hazards of a day")
        verbose_name_plural = _("hazards of a day")

    def __str__(self) -> str:
        return f"{self.day} {self.reported}"


HAZARDS_BY_DAY = Tally(
    source="safety_hazard",
    table="safety_hazardtally",
    keys={"day": day_of("{row}.raised_at", settings.TIME_ZONE)},
    sums={
        "reported": f"{_OURS}::int",
        "major": f"({_OURS} AND {{row}}.level = 'major')::int",
        "still_open": "({row}.status IN ('reported', 'graded', 'rectifying', 'verifying',"
        " 'sent_back', 'reported_up'))::int",
        "closed": "({row}.status = 'closed')::int",
        "kept": f"({_OURS} AND 'rectified' = ANY({{row}}.kept))::int",
        "missed": f"({_OURS} AND 'rectified' = ANY({{row}}.missed))::int",
    },
)
