"""What is done to a vehicle every so many kilometres or months."""

from datetime import date, timedelta

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.models import Person
from campus.tracking import tracked
from vehicles.models.vehicle import READERS, Vehicle

# Within so many kilometres or days it is due soon; our own figures.
SOON_KM, SOON_DAYS = 500, 30
MOST_EVERY_KM, MOST_EVERY_MONTHS = 200_000, 120


class ServicePlanQuerySet(models.QuerySet["ServicePlan"]):
    """Plans in words."""

    def visible_to(self, person: Person) -> "ServicePlanQuerySet":
        """Whoever keeps or drives vehicles."""
        return self if person.on_duty_as(*READERS) else self.none()

    def running(self) -> "ServicePlanQuerySet":
        """Not ended, of vehicles that the school still has."""
        kept = self.filter(is_ended=False).exclude(vehicle__status=Vehicle.Status.DISPOSED)
        return kept.select_related("vehicle").defer("vehicle__sought")

    def overdue(self, on: date) -> "ServicePlanQuerySet":
        """Past their day or their kilometres."""
        return self.filter(Q(due_on__lt=on) | Q(due_km__lt=F("vehicle__odometer")))

    def near(self, on: date) -> "ServicePlanQuerySet":
        """Due soon, or overdue."""
        by_day = Q(due_on__lte=on + timedelta(days=SOON_DAYS))
        return self.filter(by_day | Q(due_km__lte=F("vehicle__odometer") + SOON_KM))


@tracked()
class ServicePlan(models.Model):
    """A service that comes again: running → ended. `due_on` and `due_km` follow from when it was
    done last and from its rhythm."""

    vehicle = models.ForeignKey(
        Vehicle, models.PROTECT, related_name="service_plans", verbose_name=_("vehicle")
    )
    title = models.CharField(_("what is done"), max_length=80)
    every_km = models.PositiveIntegerField(
        _("every so many kilometres"), null=True, blank=True,
        validators=[MinValueValidator(500), MaxValueValidator(MOST_EVERY_KM)],
    )  # fmt: skip
    every_months = models.PositiveSmallIntegerField(
        _("every so many months"), null=True, blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(MOST_EVERY_MONTHS)],
    )  # fmt: skip
    last_on = models.DateField(pgettext_lazy("of a service", "done last on"))
    last_km = models.PositiveIntegerField(pgettext_lazy("of a service", "odometer then, in km"))
    due_on = models.DateField(pgettext_lazy("of a service", "due on"), null=True, editable=False)
    due_km = models.PositiveIntegerField(_("due at, in km"), null=True, editable=False)
    is_ended = models.BooleanField(pgettext_lazy("of a plan", "ended"), default=False)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("written by"))
    at = models.DateTimeField(_("written at"))

    objects = ServicePlanQuerySet.as_manager()

    class Meta:
        verbose_name = _("service plan")
        verbose_name_plural = _("service plans")
        ordering = ["vehicle", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(every_km__isnull=False, every_km__gt=0)
                | Q(every_months__isnull=False, every_months__gt=0),
                name="service_plan_has_a_rhythm",
                violation_error_message=_("Say after how many kilometres or months it comes."),
            ),
            models.CheckConstraint(
                condition=Q(every_km=None, due_km=None)
                | Q(every_km__isnull=False, due_km=F("last_km") + F("every_km")),
                name="service_plan_due_km_follows",
            ),
            models.CheckConstraint(
                condition=Q(every_months=None, due_on=None)
                | Q(every_months__isnull=False, due_on__gt=F("last_on")),
                name="service_plan_due_on_follows",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.vehicle.plate} {self.title}"

    def get_absolute_url(self) -> str:
        return f"{reverse('vehicles:plans')}?vehicle={self.vehicle_id}"

    def km_left(self) -> int | None:
        """Kilometres until it is due; negative where that has passed."""
        return None if self.due_km is None else self.due_km - self.vehicle.odometer

    def days_left(self, on: date) -> int | None:
        return None if self.due_on is None else (self.due_on - on).days

    def tone(self, on: date) -> str:
        """Red where it is overdue, amber where it is due soon, else green."""
        left, days = self.km_left(), self.days_left(on)
        if (left is not None and left < 0) or (days is not None and days < 0):
            return "overdue"
        soon = (left is not None and left <= SOON_KM) or (days is not None and days <= SOON_DAYS)
        return "due_soon" if soon else "done"
