"""Service and repair of vehicles: approved before work, billed within a week, checked."""

from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal

from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.cases.models import HANDED_ON, MERGED, Case, CaseQuerySet
from campus.models import Person
from campus.tracking import tracked
from vehicles.models.service_plan import ServicePlan
from vehicles.models.vehicle import KEEPERS, Vehicle
from vehicles.models.workshop import VehicleWorkshop


class ServiceRequestQuerySet(CaseQuerySet["ServiceRequest"]):
    """Requests in words."""

    def visible_to(self, person: Person) -> "ServiceRequestQuerySet":
        """Keepers see all, everybody else what concerns them."""
        return self if person.on_duty_as(*KEEPERS) else self.concerning(person)


@tracked()
class ServiceRequest(Case):
    """A request for service (维修保养申报): asked → approved, by a second person too where it costs
    much → in the workshop → back → done with its bill, approved again where that is much more than
    the estimate → checked; or refused, or withdrawn."""

    class Kind(models.TextChoices):
        """What sort of work."""

        SERVICE = "service", pgettext_lazy("kind of service", "Service")
        REPAIR = "repair", pgettext_lazy("kind of service", "Repair")
        TYRES = "tyres", pgettext_lazy("kind of service", "Tyres")
        INSPECTION = "inspection", pgettext_lazy("kind of service", "Inspection")
        OTHER = "other", pgettext_lazy("kind of service", "Other work")

    class Status(models.TextChoices):
        """Where a request stands."""

        ASKED = "asked", pgettext_lazy("state of a service", "Asked for")
        SECOND = "second", pgettext_lazy("state of a service", "Waits for the second checker")
        APPROVED = "approved", pgettext_lazy("state of a service", "Approved")
        IN_WORKSHOP = "in_workshop", pgettext_lazy("state of a service", "In the workshop")
        BACK = "back", pgettext_lazy("state of a service", "Back, the bill is to come")
        OVER = "over", pgettext_lazy("state of a service", "Bill to be approved")
        DONE = "done", pgettext_lazy("state of a service", "Done, to be checked")
        CHECKED = "checked", pgettext_lazy("state of a service", "Checked")
        REFUSED = "refused", pgettext_lazy("state of a service", "Refused")
        WITHDRAWN = "withdrawn", _("Withdrawn")
        MERGED = MERGED, _("Merged")
        HANDED_ON = HANDED_ON, _("Handed on")

    OPEN = (
        Status.ASKED, Status.SECOND, Status.APPROVED, Status.IN_WORKSHOP, Status.BACK, Status.OVER,
        Status.DONE,
    )  # fmt: skip
    NEEDS_REASON = (Status.REFUSED,)
    MOVES = {
        Status.ASKED: {Status.SECOND, Status.APPROVED, Status.REFUSED, Status.WITHDRAWN},
        Status.SECOND: {Status.APPROVED, Status.REFUSED, Status.WITHDRAWN},
        Status.APPROVED: {Status.IN_WORKSHOP, Status.WITHDRAWN},
        Status.IN_WORKSHOP: {Status.BACK},
        Status.BACK: {Status.OVER, Status.DONE},
        Status.OVER: {Status.DONE, Status.BACK},
        Status.DONE: {Status.CHECKED},
    }

    status = models.CharField(_("state"), max_length=12, choices=Status, default=Status.ASKED)
    vehicle = models.ForeignKey(
        Vehicle, models.PROTECT, related_name="service_requests", verbose_name=_("vehicle")
    )
    kind = models.CharField(
        pgettext_lazy("of a service", "kind of work"), max_length=12, choices=Kind
    )
    estimate = models.DecimalField(
        _("estimated cost in yuan"), max_digits=10, decimal_places=2,
        validators=[MinValueValidator(0)],
    )  # fmt: skip
    workshop = models.ForeignKey(
        VehicleWorkshop, models.PROTECT, related_name="+",
        verbose_name=pgettext_lazy("for vehicles", "workshop"),
    )  # fmt: skip
    plan = models.ForeignKey(
        ServicePlan, models.PROTECT, null=True, blank=True, related_name="requests",
        verbose_name=_("service plan"),
    )  # fmt: skip
    approved_by = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("approved by"),
    )  # fmt: skip
    second_by = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("second checker"),
    )  # fmt: skip
    in_at = models.DateTimeField(_("in the workshop since"), null=True, blank=True)
    expected_back = models.DateField(_("expected back on"), null=True, blank=True)
    back_at = models.DateTimeField(_("back since"), null=True, blank=True)
    bill_approved_by = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("bill approved by"),
    )  # fmt: skip
    checked_by = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("checked by"),
    )  # fmt: skip

    objects = ServiceRequestQuerySet.as_manager()

    class Meta(Case.Meta):
        abstract = False
        verbose_name = _("service request")
        verbose_name_plural = _("service requests")
        indexes = [
            *Case.Meta.indexes,
            models.Index(fields=["vehicle", "-raised_at"], name="servicerequest_of_vehicle"),
            models.Index(
                fields=["vehicle"], condition=Q(status="in_workshop"),
                name="servicerequest_in_workshop",
            ),
        ]  # fmt: skip
        constraints = [
            *Case.Meta.constraints,
            models.CheckConstraint(
                condition=Q(
                    status__in=[
                        "asked", "second", "approved", "in_workshop", "back", "over", "done",
                        "checked", "refused", "withdrawn", "merged", "handed_on",
                    ]
                ),
                name="servicerequest_status_known",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=["service", "repair", "tyres", "inspection", "other"]),
                name="servicerequest_kind_known",
            ),
            models.CheckConstraint(
                condition=Q(estimate__gte=0),
                name="servicerequest_estimate_not_negative",
                violation_error_message=_("A cost is not negative."),
            ),
            models.CheckConstraint(
                condition=~Q(status__in=["approved", "in_workshop", "back", "over", "done",
                                         "checked"])
                | Q(approved_by__isnull=False),
                name="servicerequest_approved_before_work",
            ),
            models.CheckConstraint(
                condition=Q(approved_by=None) | ~Q(approved_by=F("reporter")),
                name="servicerequest_approved_by_another",
                violation_error_message=_("Nobody approves what they have asked for themselves."),
            ),
            models.CheckConstraint(
                condition=Q(second_by=None)
                | ~Q(second_by=F("approved_by")) & ~Q(second_by=F("reporter")),
                name="servicerequest_seconded_by_another",
                violation_error_message=_("The second checker is somebody else than the first."),
            ),
            models.CheckConstraint(
                condition=~Q(status="in_workshop") | Q(in_at__isnull=False),
                name="servicerequest_in_the_workshop_since",
            ),
            models.UniqueConstraint(
                fields=["vehicle"],
                condition=Q(status="in_workshop"),
                name="servicerequest_in_one_workshop_at_a_time",
                violation_error_message=_("The vehicle is in a workshop already."),
            ),
        ]  # fmt: skip

    @property
    def is_large(self) -> bool:
        """Whether a second person has to say yes."""
        return self.estimate > settings.SERVICE_SECOND_CHECKER_ABOVE

    @property
    def most_billed(self) -> Decimal:
        """What a bill may come to without being approved again."""
        return self.estimate * (100 + settings.SERVICE_BILL_OVER_PERCENT) / 100


def in_workshop(
    vehicles: Iterable[Vehicle], start: datetime, end: datetime, *, at: datetime
) -> dict[int, ServiceRequest]:
    """Those of `vehicles` that cannot be sent out from `start` to `end`, by their numbers, with the
    request for which they are in a workshop: from when they were brought to the end of the day on
    which they are expected back. One that is not back by that day, seen from `at`, is expected at
    no time. One query.
    """
    there = ServiceRequest.objects.filter(
        status=ServiceRequest.Status.IN_WORKSHOP, vehicle__in=[each.pk for each in vehicles],
        in_at__lt=end,
    )  # fmt: skip
    today, first = timezone.localtime(at).date(), timezone.localtime(start).date()
    until = Q(expected_back=None) | Q(expected_back__lt=today) | Q(expected_back__gte=first)
    return {each.vehicle_id: each for each in there.filter(until).order_by().defer("sought")}
