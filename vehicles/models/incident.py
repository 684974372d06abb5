"""Accidents and violations of traffic rules, each with what became of it."""

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.lists.search import Bigrams
from campus.models import Person
from campus.tracking import tracked
from vehicles.models.running_tally import INCIDENTS_BY_DAY
from vehicles.models.vehicle import KEEPERS, Vehicle


class VehicleIncidentQuerySet(models.QuerySet["VehicleIncident"]):
    """Incidents in words."""

    def visible_to(self, person: Person) -> "VehicleIncidentQuerySet":
        """Keepers see all, a driver what has happened to himself."""
        return self if person.on_duty_as(*KEEPERS) else self.filter(driver=person)

    def open(self) -> "VehicleIncidentQuerySet":
        return self.filter(closed_at=None)

    def told(self) -> "VehicleIncidentQuerySet":
        return self.select_related("vehicle", "driver", "by", "closed_by").defer("vehicle__sought")


@tracked()
class VehicleIncident(models.Model):
    """An accident or a violation with a vehicle: open → closed. People hurt are not named here:
    that is an incident of safety."""

    class Kind(models.TextChoices):
        """What sort it is."""

        ACCIDENT = "accident", pgettext_lazy("with a vehicle", "Accident")
        VIOLATION = "violation", pgettext_lazy("with a vehicle", "Traffic violation")

    class Fault(models.TextChoices):
        """Whose fault it was, as the police have it."""

        UNKNOWN = "unknown", pgettext_lazy("fault of an accident", "Not decided yet")
        OURS = "ours", pgettext_lazy("fault of an accident", "Our driver's")
        SHARED = "shared", pgettext_lazy("fault of an accident", "Shared")
        OTHERS = "others", pgettext_lazy("fault of an accident", "The other side's")

    class Claim(models.TextChoices):
        """How the insurance stands."""

        NONE = "none", pgettext_lazy("insurance claim", "No claim")
        REPORTED = "reported", pgettext_lazy("insurance claim", "Reported")
        PAID = "paid", pgettext_lazy("insurance claim", "Paid")
        REFUSED = "refused", pgettext_lazy("insurance claim", "Refused")

    vehicle = models.ForeignKey(
        Vehicle, models.PROTECT, related_name="incidents", verbose_name=_("vehicle")
    )
    kind = models.CharField(
        pgettext_lazy("with a vehicle", "what it was"), max_length=12, choices=Kind
    )
    happened_at = models.DateTimeField(_("happened at"))
    where = models.CharField(_("where it happened"), max_length=120)
    driver = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("driver")
    )
    description = models.TextField(_("description"), max_length=2000)
    fault = models.CharField(
        pgettext_lazy("of an accident", "fault"), max_length=8, choices=Fault,
        default=Fault.UNKNOWN,
    )  # fmt: skip
    cost = models.DecimalField(
        _("cost in yuan"), max_digits=10, decimal_places=2, null=True, blank=True,
        validators=[MinValueValidator(0)],
    )  # fmt: skip
    claim = models.CharField(_("insurance claim"), max_length=12, choices=Claim, default=Claim.NONE)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("written by"))
    written_at = models.DateTimeField(_("written at"))
    closed_by = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("closed by")
    )
    closed_at = models.DateTimeField(_("closed at"), null=True, blank=True)
    sought = models.GeneratedField(
        expression=Bigrams("where", "description"),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    objects = VehicleIncidentQuerySet.as_manager()

    class Meta:
        verbose_name = _("accident or violation")
        verbose_name_plural = _("accidents and violations")
        ordering = ["-happened_at", "-id"]
        indexes = [
            GinIndex(fields=["sought"], name="vehicle_incident_sought"),
            models.Index(fields=["-happened_at", "-id"], name="vehicle_incident_latest"),
            models.Index(fields=["vehicle", "-happened_at", "-id"], name="vehicle_incident_of"),
            models.Index(
                fields=["driver", "-happened_at", "-id"], name="vehicle_incident_of_driver"
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=["accident", "violation"]), name="vehicle_incident_kind_known"
            ),
            models.CheckConstraint(
                condition=Q(fault__in=["unknown", "ours", "shared", "others"]),
                name="vehicle_incident_fault_known",
            ),
            models.CheckConstraint(
                condition=Q(claim__in=["none", "reported", "paid", "refused"]),
                name="vehicle_incident_claim_known",
            ),
            models.CheckConstraint(
                condition=Q(happened_at__lte=F("written_at")),
                name="vehicle_incident_before_it_is_told",
                violation_error_message=_("That is still to come."),
            ),
            models.CheckConstraint(
                condition=Q(cost=None) | Q(cost__gte=0),
                name="vehicle_incident_cost_not_negative",
                violation_error_message=_("A cost is not negative."),
            ),
            models.CheckConstraint(
                condition=Q(closed_at=None, closed_by=None)
                | Q(closed_at__isnull=False, closed_by__isnull=False, cost__isnull=False)
                & ~Q(fault="unknown"),
                name="vehicle_incident_closed_when_known",
                violation_error_message=_("Say whose fault it was and what it cost."),
            ),
        ]
        triggers = [INCIDENTS_BY_DAY.trigger]

    def __str__(self) -> str:
        return f"{self.vehicle.plate} {self.get_kind_display()}"

    def get_absolute_url(self) -> str:
        return reverse("vehicles:incident", args=[self.pk])

    @property
    def is_open(self) -> bool:
        return self.closed_at is None
