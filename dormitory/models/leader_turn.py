"""The rota of leaders: whose week it is on a floor."""

from datetime import date

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from campus.models import Person, Place
from campus.tracking import tracked
from dormitory.models.reach import leader_reach, warden_reach

MONDAY = 2  # as the database counts the days of a week


class LeaderTurnQuerySet(models.QuerySet["LeaderTurn"]):
    """Turns in words."""

    def visible_to(self, person: Person) -> "LeaderTurnQuerySet":
        """Overseers see all, wardens those of their house, leaders the own and their floor's."""
        kept, led = warden_reach(person), leader_reach(person)
        if kept.everywhere:
            return self
        seen = Q(leader=person)
        if kept:
            seen |= Q(floor__in=kept.parts())
        if led:
            seen |= Q(floor__in=led.parts())
        return self.filter(seen)

    def of_week(self, monday: date) -> "LeaderTurnQuerySet":
        return self.filter(week=monday)


@tracked()
class LeaderTurn(models.Model):
    """A week, named by its Monday, in which a leader looks after a floor (值周)."""

    floor = models.ForeignKey(Place, models.PROTECT, related_name="+", verbose_name=_("floor"))
    week = models.DateField(_("week"))
    leader = models.ForeignKey(
        Person, models.PROTECT, related_name="leader_turns", verbose_name=_("leader")
    )

    objects = LeaderTurnQuerySet.as_manager()

    class Meta:
        verbose_name = _("turn of a leader")
        verbose_name_plural = _("turns of leaders")
        ordering = ["week", "floor"]
        constraints = [
            models.UniqueConstraint(
                fields=["floor", "week"], name="turn_of_one_leader",
                violation_error_message=_("Somebody has this week already."),
            ),
            models.CheckConstraint(
                condition=Q(week__week_day=MONDAY), name="turn_begins_on_monday",
                violation_error_message=_("A week begins on its Monday."),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.leader} {self.week}"
