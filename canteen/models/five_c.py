"""The five constants (五常, 5C): areas with their owners and the state that was agreed upon."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from campus.models import Person
from campus.tracking import tracked
from canteen.models.menu import Canteen
from canteen.models.worker import CanteenWorker


class FiveCAreaQuerySet(models.QuerySet["FiveCArea"]):
    """Areas in words."""

    def visible_to(self, person: Person) -> "FiveCAreaQuerySet":
        """The staff's: the agreed state hangs on the wall."""
        return self.none() if person.is_pupil or not person.is_active else self


@tracked()
class FiveCArea(models.Model):
    """A part of a kitchen or hall with somebody who keeps it in the agreed state, which is told in
    words and shown in pictures."""

    canteen = models.ForeignKey(
        Canteen, models.PROTECT, related_name="areas", verbose_name=_("canteen")
    )
    name = models.CharField(_("name"), max_length=40)
    owner = models.ForeignKey(
        CanteenWorker, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("kept by"),
    )  # fmt: skip
    state = models.CharField(_("agreed state"), max_length=300)

    objects = FiveCAreaQuerySet.as_manager()

    class Meta:
        verbose_name = _("area of the five constants")
        verbose_name_plural = _("areas of the five constants")
        ordering = ["canteen", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["canteen", "name"], name="five_c_area_once",
                violation_error_message=_("This canteen has an area of that name already."),
            )
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("canteen:five_c_area", args=[self.pk])
