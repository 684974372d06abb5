"""When each place was last seen by each checklist, and when it is due again."""

from datetime import date, timedelta
from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.models import Person, Place
from inspections.models.checklist import SEE_ALL, Checklist
from inspections.models.inspection import Inspection

# A place is amber in the last fifth of its time, at most a week ahead; our own figure.
SOON = timedelta(days=7)


class Sight(models.TextChoices):
    """How a place stands; the colours are those of all states."""

    NEVER = "never", pgettext_lazy("coverage", "Never seen")
    OVERDUE = "overdue", pgettext_lazy("coverage", "Overdue")
    SOON = "due_soon", pgettext_lazy("coverage", "Due soon")
    SEEN = "done", pgettext_lazy("coverage", "Seen in time")


class CoverageQuerySet(models.QuerySet["Coverage"]):
    """Coverage in words."""

    def visible_to(self, person: Person) -> "CoverageQuerySet":
        """Head and administrators see all of it; staff that of their checklists."""
        if person.is_pupil or not person.is_active:
            return self.none()
        if person.on_duty_as(*SEE_ALL):
            return self
        theirs = Checklist.objects.walked_by(person) | Checklist.objects.signed_by(person)
        return self.filter(checklist__in=theirs.order_by().values("pk"))

    def expected(self) -> "CoverageQuerySet":
        """Of places that some schedule wants seen."""
        return self.filter(is_expected=True)

    def standing(self, sight: str, today: date) -> "CoverageQuerySet":
        """Those that stand so today."""
        return self.filter(STANDING[sight](today))

    def within(self, place: Place) -> "CoverageQuerySet":
        return self.filter(place__path__startswith=place.path)


def _in_time(today: date) -> Q:
    return Q(last_on__isnull=False) & (Q(due_on=None) | Q(due_on__gte=today))


STANDING: dict[str, Any] = {
    "in_time": _in_time,
    Sight.NEVER: lambda today: Q(last_on=None),
    Sight.OVERDUE: lambda today: Q(last_on__isnull=False, due_on__lt=today),
    Sight.SOON: lambda today: Q(last_on__isnull=False, due_on__gte=today, soon_on__lte=today),
    Sight.SEEN: lambda today: _in_time(today) & (Q(soon_on=None) | Q(soon_on__gt=today)),
}


class Coverage(models.Model):
    """One place and one checklist; kept by whatever finishes a walk, never computed by scanning."""

    place = models.ForeignKey(
        Place, models.CASCADE, related_name="coverage", verbose_name=_("place")
    )
    checklist = models.ForeignKey(
        Checklist, models.CASCADE, related_name="coverage", verbose_name=_("checklist")
    )
    last = models.ForeignKey(Inspection, models.PROTECT, null=True, blank=True, related_name="+")
    last_on = models.DateField(_("last seen"), null=True, blank=True)
    last_faults = models.PositiveSmallIntegerField(_("faults then"), default=0)
    due_on = models.DateField(_("due on"), null=True, blank=True)
    soon_on = models.DateField(null=True, blank=True)
    is_expected = models.BooleanField(_("wanted by a schedule"), default=False)

    objects = CoverageQuerySet.as_manager()

    class Meta:
        verbose_name = _("coverage of a place")
        verbose_name_plural = _("coverage of places")
        ordering = ["due_on", "id"]
        indexes = [
            models.Index(
                fields=["checklist", "due_on"], condition=Q(is_expected=True),
                name="coverage_due_of_checklist",
            ),
            models.Index(fields=["due_on", "id"], name="coverage_due"),
            models.Index(fields=["last_on", "id"], name="coverage_seen"),
        ]  # fmt: skip
        constraints = [
            models.UniqueConstraint(fields=["place", "checklist"], name="coverage_once"),
            models.CheckConstraint(
                condition=Q(last=None, last_on=None) | Q(last__isnull=False, last_on__isnull=False),
                name="coverage_seen_at_some_day",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.checklist} · {self.place}"

    def sight(self, today: date) -> Sight:
        """How the place stands today."""
        if self.last_on is None:
            return Sight.NEVER
        if self.due_on is not None and self.due_on < today:
            return Sight.OVERDUE
        return Sight.SOON if self.soon_on is not None and self.soon_on <= today else Sight.SEEN


def soon_before(due: date | None, every_days: int | None) -> date | None:
    """From which day on a place that is due on `due` is amber."""
    if due is None or every_days is None:
        return None
    ahead = min(SOON.days, every_days // 5)
    return due - timedelta(days=ahead) if ahead else None
