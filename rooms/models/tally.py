"""How long each room was booked on each day, kept by the database."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from campus.tallies import Tally, day_of
from rooms.models.room import SpecialRoom


class UseTally(models.Model):
    """The bookings of a room on one day that stand, and their minutes."""

    day = models.DateField(_("day"))
    room = models.ForeignKey(SpecialRoom, models.CASCADE, related_name="+")
    bookings = models.IntegerField(default=0)
    minutes = models.IntegerField(default=0)

    class Meta:
        verbose_name = _("use of a room on a day")
        verbose_name_plural = _("use of rooms by day")
        constraints = [models.UniqueConstraint(fields=["day", "room"], name="hours_booked_once")]

    def __str__(self) -> str:
        return f"{self.day} {self.minutes}"


_STANDS = "({row}.status = 'booked')::int"

USE_BY_DAY = Tally(
    source="rooms_booking",
    table="rooms_usetally",
    keys={"day": day_of("{row}.starts_at", settings.TIME_ZONE), "room_id": "{row}.room_id"},
    sums={
        "bookings": _STANDS,
        "minutes": f"{_STANDS} * (extract(epoch FROM {{row}}.ends_at - {{row}}.starts_at)"
        " / 60)::int",
    },
)
