"""Counted rooms and absences by night, kept by the database."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from campus.tallies import Tally


class CountTally(models.Model):
    """How many rooms were counted on one night, and how many slept there."""

    day = models.DateField(_("day"), unique=True)
    rooms = models.IntegerField(default=0)
    sleepers = models.IntegerField(default=0)
    on_leave = models.IntegerField(default=0)

    class Meta:
        verbose_name = _("rooms counted on a night")
        verbose_name_plural = _("rooms counted on a night")

    def __str__(self) -> str:
        return f"{self.day} {self.rooms}"


class AbsenceTally(models.Model):
    """What became of those who were not there on one night."""

    day = models.DateField(_("day"), unique=True)
    noted = models.IntegerField(default=0)
    missing = models.IntegerField(default=0)
    late = models.IntegerField(default=0)
    there_after_all = models.IntegerField(default=0)

    class Meta:
        verbose_name = _("absences of a night")
        verbose_name_plural = _("absences of a night")

    def __str__(self) -> str:
        return f"{self.day} {self.noted}"


COUNTS_BY_NIGHT = Tally(
    source="dormitory_roomcount",
    table="dormitory_counttally",
    keys={"day": "{row}.night"},
    sums={"rooms": "1", "sleepers": "{row}.sleepers", "on_leave": "{row}.on_leave"},
)
ABSENCES_BY_NIGHT = Tally(
    source="dormitory_absence",
    table="dormitory_absencetally",
    keys={"day": "{row}.night"},
    sums={
        "noted": "1",
        "missing": "({row}.status = 'missing')::int",
        "late": "({row}.status = 'late')::int",
        "there_after_all": "({row}.status = 'found')::int",
    },
)
