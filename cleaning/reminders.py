"""What cleaning has people reminded of: areas that will be in nobody's care, weeks to be scored.

The numbers of days are our own figures; each school changes them. Of areas whose care ends on one
day the first stands for all.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop, ngettext

from campus.models import Person, Role
from cleaning.models import Care, DutyWeek
from planning.registry import Remindable, heads, register

DAY = timedelta(days=1)


def running_out() -> QuerySet[Care]:
    """Care that ends while its area stays in use, and that nobody takes on."""
    after = Care.objects.filter(area=OuterRef("area"), starts_on__gt=OuterRef("starts_on"))
    found = Care.objects.filter(ends_on__isnull=False, area__ends_on=None)
    return found.filter(~Exists(after))


class CareReminders(Remindable[Care]):
    """Areas whose care ends and that nobody takes on."""

    model = Care
    subjects = {"cleaning_care": _("Cleaning areas whose care ends")}
    coming = gettext_noop("In nobody's care from %(day)s: %(title)s")
    today = gettext_noop("In nobody's care from today, %(day)s: %(title)s")
    overdue = gettext_noop("In nobody's care since %(day)s: %(title)s")
    in_calendar_days = True
    tells_robots = False

    def default_steps(self, subject: str) -> Mapping[str, Any]:
        return {"days_before": [7, 2], "on_the_day": True, "overdue_after": [1, 7],
                "escalate_after": [3]}  # fmt: skip

    def subject(self, thing: Care) -> str:
        return "cleaning_care"

    def open_things(self, subject: str | None = None) -> QuerySet[Care]:
        first, last = self.near(subject, timezone.localdate())
        found = running_out().filter(ends_on__range=(first - DAY, last - DAY))
        firsts = found.order_by("ends_on", "pk").distinct("ends_on")
        return Care.objects.filter(pk__in=firsts.values("pk")).select_related("area")

    def is_open(self, thing: Care) -> bool:
        return running_out().filter(pk=thing.pk).exists()

    def due_on(self, thing: Care) -> date | None:
        return thing.ends_on + DAY if thing.ends_on else None

    def path(self, thing: Care) -> str:
        return reverse("cleaning:overview")

    def responsible(self, thing: Care) -> list[Person]:
        return list(Person.objects.on_duty_as(Role.CLEANING_SUPERVISOR)) or heads()

    def title(self, thing: Care) -> str:
        """The area, and how many more are left by that day."""
        more = running_out().filter(ends_on=thing.ends_on).count() - 1
        if more < 1:
            return str(thing.area)
        words = ngettext("%(first)s and %(more)d more", "%(first)s and %(more)d more", more)
        return words % {"first": thing.area, "more": more}


class WeekReminders(Remindable[DutyWeek]):
    """Duty classes whose week is over and that nobody has scored."""

    model = DutyWeek
    subjects = {"duty_week": _("Weeks of duty classes to be scored")}
    coming = gettext_noop("Duty class to be scored on %(day)s: %(title)s")
    today = gettext_noop("Duty class to be scored today, %(day)s: %(title)s")
    overdue = gettext_noop("Duty class not scored since %(day)s: %(title)s")
    tells_robots = False

    def default_steps(self, subject: str) -> Mapping[str, Any]:
        return {"on_the_day": True, "overdue_after": [2], "escalate_after": [5]}

    def subject(self, thing: DutyWeek) -> str:
        return "duty_week"

    def open_things(self, subject: str | None = None) -> QuerySet[DutyWeek]:
        first, last = self.near(subject, timezone.localdate())
        weeks = DutyWeek.objects.filter(points=None, ends_on__range=(first - DAY, last - DAY))
        return weeks.select_related("school_class")

    def is_open(self, thing: DutyWeek) -> bool:
        return thing.points is None

    def due_on(self, thing: DutyWeek) -> date:
        return thing.ends_on + DAY

    def path(self, thing: DutyWeek) -> str:
        return thing.get_absolute_url()

    def responsible(self, thing: DutyWeek) -> list[Person]:
        return list(Person.objects.on_duty_as(Role.STUDENT_AFFAIRS)) or heads()


def hand_in() -> None:
    """Let both be reminded of."""
    register(CareReminders())
    register(WeekReminders())
