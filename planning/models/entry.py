"""What people write into the calendar themselves, beside the plan."""

from datetime import date

from django.contrib.postgres.indexes import GinIndex, GistIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from campus.lists.search import Bigrams
from campus.models import Department, Person
from campus.school_time.spans import day_range, days_of
from campus.tracking import tracked
from planning.models.plan import Kind


class CalendarEntryQuerySet(models.QuerySet["CalendarEntry"]):
    """Calendar entries in words."""

    def visible_to(self, person: Person) -> "CalendarEntryQuerySet":
        """Entries for everybody; entries for staff to staff alone; one's own always."""
        if not person.is_pupil:
            return self
        return self.filter(Q(for_pupils=True) | Q(by=person))

    def between(self, start: date, end: date) -> "CalendarEntryQuerySet":
        """Entries that touch a day from `start` to `end`, both inclusive."""
        return self.alias(days=day_range("starts_on", "ends_on")).filter(
            days__overlap=days_of(start, end)
        )


@tracked()
class CalendarEntry(models.Model):
    """A dated note in the calendar; all day, or from a time on. `by` is its author for good."""

    title = models.CharField(_("title"), max_length=200)
    kind = models.CharField(_("kind"), max_length=16, choices=Kind, default=Kind.OTHER)
    starts_on = models.DateField(_("first day"))
    ends_on = models.DateField(_("last day"))
    starts_at = models.TimeField(_("time"), null=True, blank=True)
    place = models.CharField(_("place"), max_length=80, blank=True)
    unit = models.ForeignKey(
        Department, models.PROTECT, null=True, blank=True, verbose_name=_("unit in charge")
    )
    for_pupils = models.BooleanField(_("shown to pupils too"), default=False)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("by"))
    changed_at = models.DateTimeField(_("last changed"))
    sought = models.GeneratedField(
        expression=Bigrams("title", "place"), output_field=SearchVectorField(), db_persist=True
    )

    objects = CalendarEntryQuerySet.as_manager()

    class Meta:
        verbose_name = _("calendar entry")
        verbose_name_plural = _("calendar entries")
        ordering = ["starts_on", "starts_at", "id"]
        indexes = [
            GistIndex(day_range("starts_on", "ends_on"), name="calendar_entry_days"),
            GinIndex(fields=["sought"], name="calendar_entry_sought"),
            models.Index(fields=["starts_on", "id"], name="calendar_entry_in_order"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")),
                name="calendar_entry_ends_after_start",
                violation_error_message=_("The last day must not come before the first."),
            ),
            models.CheckConstraint(
                condition=Q(kind__in=Kind.values), name="calendar_entry_kind_known"
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("planning:entry", args=[self.pk])
