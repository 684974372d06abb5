"""The workshops in which the school has its vehicles mended (定点维修)."""

from django.db import models
from django.db.models.functions import Upper
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.models import Person
from campus.tracking import tracked
from vehicles.models.vehicle import READERS


class VehicleWorkshopQuerySet(models.QuerySet["VehicleWorkshop"]):
    """Workshops in words."""

    def visible_to(self, person: Person) -> "VehicleWorkshopQuerySet":
        """Whoever keeps or drives vehicles knows where they are mended."""
        return self if person.on_duty_as(*READERS) else self.none()

    def offered(self) -> "VehicleWorkshopQuerySet":
        return self.filter(is_offered=True)


@tracked()
class VehicleWorkshop(models.Model):
    """A workshop that was designated; offered, or no more."""

    name = models.CharField(_("name"), max_length=80)
    address = models.CharField(_("address"), max_length=120, blank=True)
    phone = models.CharField(_("phone"), max_length=32, blank=True)
    is_offered = models.BooleanField(_("offered"), default=True)

    objects = VehicleWorkshopQuerySet.as_manager()

    class Meta:
        verbose_name = pgettext_lazy("for vehicles", "workshop")
        verbose_name_plural = pgettext_lazy("for vehicles", "workshops")
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                Upper("name"),
                name="vehicle_workshop_once",
                violation_error_message=_("There is a workshop of this name."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("vehicles:workshop", args=[self.pk])
