"""Fire equipment: what hangs where, and until when it may."""

from datetime import date

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.lists.search import Bigrams
from campus.models import Person, Place
from campus.tracking import tracked
from inspections.models import Coverage, Inspection

# The checklist of the monthly round, by its code (see inspections.actions.usual).
ROUND = "extinguisher"


class Sort(models.TextChoices):
    """Sorts of equipment."""

    POWDER = "powder", pgettext_lazy("fire equipment", "Powder extinguisher")
    CO2 = "co2", pgettext_lazy("fire equipment", "CO₂ extinguisher")
    WATER = "water", pgettext_lazy("fire equipment", "Water extinguisher")
    HYDRANT = "hydrant", pgettext_lazy("fire equipment", "Hydrant")
    LIGHT = "light", pgettext_lazy("fire equipment", "Emergency light")
    SIGN = "sign", pgettext_lazy("fire equipment", "Exit sign")
    ALARM = "alarm", pgettext_lazy("fire equipment", "Alarm or detector")
    OTHER = "other", pgettext_lazy("fire equipment", "Other")


SORTS = ["powder", "co2", "water", "hydrant", "light", "sign", "alarm", "other"]


@tracked()
class EquipmentRule(models.Model):
    """After how many years equipment of a sort is serviced first, then again, and scrapped."""

    sort = models.CharField(_("sort"), max_length=8, choices=Sort, unique=True)
    first_service_years = models.PositiveSmallIntegerField(
        _("first service after years"), null=True, blank=True
    )
    service_years = models.PositiveSmallIntegerField(
        _("then every so many years"), null=True, blank=True
    )
    scrap_years = models.PositiveSmallIntegerField(_("scrapped after years"), null=True, blank=True)

    class Meta:
        verbose_name = _("rule of fire equipment")
        verbose_name_plural = _("rules of fire equipment")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=Q(sort__in=SORTS), name="equipment_rule_sort_known"),
            models.CheckConstraint(
                condition=(Q(first_service_years=None) | Q(first_service_years__range=(1, 50)))
                & (Q(service_years=None) | Q(service_years__range=(1, 50)))
                & (Q(scrap_years=None) | Q(scrap_years__range=(1, 50))),
                name="equipment_rule_years_in_bounds",
                violation_error_message=_("Years are between 1 and 50."),
            ),
        ]

    def __str__(self) -> str:
        return self.get_sort_display()

    def next_service(self, made_on: date, last_service: date | None) -> date | None:
        """When it is due: after the last service, or the first since it was made."""
        years = self.service_years if last_service else self.first_service_years
        return years_after(last_service or made_on, years) if years else None

    def scrap_on(self, made_on: date) -> date | None:
        return years_after(made_on, self.scrap_years) if self.scrap_years else None


def years_after(day: date, years: int) -> date:
    """The same day so many years later; 1 March for 29 February."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)


class FireEquipmentQuerySet(models.QuerySet["FireEquipment"]):
    """Equipment in words."""

    def visible_to(self, person: Person) -> "FireEquipmentQuerySet":
        """The staff's."""
        return self.none() if person.is_pupil or not person.is_active else self

    def hanging(self) -> "FireEquipmentQuerySet":
        """What has not been scrapped."""
        return self.filter(scrapped_on=None)

    def due(self, until: date) -> "FireEquipmentQuerySet":
        """What is to be serviced or scrapped until a day."""
        return self.hanging().filter(due_on__lte=until)

    def at(self, place: Place) -> "FireEquipmentQuerySet":
        """What hangs at the place or a part of it."""
        return self.hanging().filter(place__path__startswith=place.path)

    def without_round(self) -> "FireEquipmentQuerySet":
        """What hangs where no schedule has the monthly round walked, nor anywhere around."""
        walked = Coverage.objects.expected().filter(checklist__code=ROUND)
        whole = Place.objects.filter(pk__in=walked.order_by().values("place"))
        return self.hanging().exclude(place__in=whole.with_parts().order_by().values("pk"))

    def unchecked(self, month: date) -> "FireEquipmentQuerySet":
        """What hangs and was not looked at in the month of that day or later."""
        first = month.replace(day=1)
        return self.hanging().filter(Q(checked_on=None) | Q(checked_on__lt=first))


@tracked()
class FireEquipment(models.Model):
    """One piece at one place (灭火器材); `due_on` is its next service or its scrapping, whichever
    is nearer, and follows from the rule of its sort unless it was typed. `checked_on` is the day of
    the last walk (`last_check`) that looked at it.
    """

    sort = models.CharField(_("sort"), max_length=8, choices=Sort, default=Sort.POWDER)
    code = models.CharField(_("code"), max_length=24, unique=True)
    place = models.ForeignKey(Place, models.PROTECT, related_name="+", verbose_name=_("place"))
    made_on = models.DateField(_("made on"))
    last_service = models.DateField(_("last service"), null=True, blank=True)
    next_service = models.DateField(_("next service"), null=True, blank=True)
    scrap_on = models.DateField(_("to be scrapped on"), null=True, blank=True)
    due_on = models.DateField(_("due"), null=True, blank=True, editable=False)
    scrapped_on = models.DateField(_("scrapped on"), null=True, blank=True)
    checked_on = models.DateField(_("checked on"), null=True, blank=True, editable=False)
    last_check = models.ForeignKey(
        Inspection, models.SET_NULL, null=True, blank=True, related_name="+", db_index=False,
        editable=False, verbose_name=_("last check"),
    )  # fmt: skip
    note = models.CharField(_("remark"), max_length=200, blank=True)
    sought = models.GeneratedField(
        expression=Bigrams("code", "note"), output_field=SearchVectorField(), db_persist=True
    )

    objects = FireEquipmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("fire equipment")
        verbose_name_plural = _("fire equipment")
        ordering = ["code"]
        indexes = [
            models.Index(fields=["due_on", "id"], name="fire_equipment_due"),
            GinIndex(fields=["sought"], name="fire_equipment_sought"),
            # What is due next of a sort, and what the month's round has not seen.
            models.Index(
                fields=["sort", "due_on"],
                condition=Q(due_on__isnull=False),
                name="fire_equipment_due_of_sort",
            ),
            models.Index(
                fields=["checked_on"], condition=Q(scrapped_on=None), name="fire_equipment_checked"
            ),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(sort__in=SORTS), name="fire_equipment_sort_known"),
            models.CheckConstraint(
                condition=Q(last_service=None) | Q(last_service__gte=models.F("made_on")),
                name="fire_equipment_serviced_after_it_was_made",
                violation_error_message=_("It cannot be serviced before it was made."),
            ),
            models.CheckConstraint(
                condition=Q(scrap_on=None) | Q(scrap_on__gt=models.F("made_on")),
                name="fire_equipment_scrapped_after_it_was_made",
                violation_error_message=_("It cannot be scrapped before it was made."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.get_sort_display()}"

    def get_absolute_url(self) -> str:
        return reverse("safety:equipment_edit", args=[self.pk])

    def is_overdue(self, today: date) -> bool:
        return self.scrapped_on is None and self.due_on is not None and self.due_on < today
