"""Asking for a vehicle: what for, where to, when, with how many."""

from datetime import timedelta

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.cases.models import HANDED_ON, MERGED, Case, CaseQuerySet
from campus.models import Department, Person, Role
from campus.tracking import tracked
from vehicles.models.usage import USE_BY_DAY
from vehicles.models.vehicle import KEEPERS, MOST_SEATS

# There and back, in km: what drives so far leaves the town; our own figure.
FAR_KM = 100
# A week of driving at a full day's distance: a bound for slips of the pen, our own figure.
MOST_TRIP_KM = 5000
# No trip of a school takes longer; our own figure.
MOST_DAYS = 14
LONGEST = timedelta(days=MOST_DAYS)


class Direction(models.TextChoices):
    """Which way it goes: what goes one way at one time can share a vehicle."""

    CENTRE = "centre", pgettext_lazy("direction of a trip", "Town centre")
    EAST = "east", pgettext_lazy("direction of a trip", "East")
    SOUTH = "south", pgettext_lazy("direction of a trip", "South")
    WEST = "west", pgettext_lazy("direction of a trip", "West")
    NORTH = "north", pgettext_lazy("direction of a trip", "North")
    AWAY = "away", pgettext_lazy("direction of a trip", "Out of town")


class TripRequestQuerySet(CaseQuerySet["TripRequest"]):
    """Requests in words."""

    def visible_to(self, person: Person) -> "TripRequestQuerySet":
        """Whoever keeps the vehicles sees all, drivers what they drive, everybody else what
        concerns them."""
        if person.on_duty_as(*KEEPERS):
            return self
        if not person.on_duty_as(Role.DRIVER):
            return self.concerning(person)
        requests = TripRequest.objects.order_by()
        driven = requests.filter(trip__driver=person).values("pk")
        return self.filter(pk__in=driven.union(requests.concerning(person).values("pk")))

    def to_dispatch(self) -> "TripRequestQuerySet":
        """Approved, and without a vehicle."""
        return self.filter(status=TripRequest.Status.APPROVED)

    def shared(self) -> "TripRequestQuerySet":
        """Those that ride with another."""
        others = TripRequest.objects.filter(trip=OuterRef("trip")).exclude(pk=OuterRef("pk"))
        return self.filter(Exists(others))


@tracked()
class TripRequest(Case):
    """A request for a vehicle (用车申请): requested → approved step by step → dispatched → done;
    or refused, or withdrawn. Its title is what for.

    `waits_for` is the role whose turn it is. `km` and `yuan` are what is expected; `used_km` and
    `used_yuan` its share of what the trip took, once that has ended. `exception_why` is why it
    drives on a day off, when vehicles are sealed; `over_cap_why` why the head allowed more than
    the cap.
    """

    class Kind(models.TextChoices):
        """What sort of trip it is (用车类型)."""

        OFFICIAL = "official", pgettext_lazy("kind of trip", "Official business")
        ACTIVITY = "activity", pgettext_lazy("kind of trip", "Activity of pupils")
        EXAM = "exam", pgettext_lazy("kind of trip", "Examination")
        PURCHASE = "purchase", pgettext_lazy("kind of trip", "Purchase or transport")
        RECEPTION = "reception", pgettext_lazy("kind of trip", "Reception of guests")
        EMERGENCY = "emergency", pgettext_lazy("kind of trip", "Emergency")
        OTHER = "other", pgettext_lazy("kind of trip", "Other")

    class Status(models.TextChoices):
        """Where a request stands."""

        REQUESTED = "requested", pgettext_lazy("state of a trip request", "Waits for approval")
        APPROVED = (
            "approved",
            pgettext_lazy("state of a trip request", "To be dispatched"),
        )
        DISPATCHED = "dispatched", pgettext_lazy("state of a trip request", "Dispatched")
        DONE = "done", pgettext_lazy("state of a trip request", "Driven")
        REFUSED = "refused", pgettext_lazy("state of a request", "Refused")
        WITHDRAWN = "withdrawn", _("Withdrawn")
        MERGED = MERGED, _("Merged")
        HANDED_ON = HANDED_ON, _("Handed on")

    OPEN = (Status.REQUESTED, Status.APPROVED, Status.DISPATCHED)
    NEEDS_REASON = (Status.REFUSED,)
    MOVES = {
        Status.REQUESTED: {Status.APPROVED, Status.REFUSED, Status.WITHDRAWN},
        Status.APPROVED: {Status.DISPATCHED, Status.REFUSED, Status.WITHDRAWN},
        Status.DISPATCHED: {Status.APPROVED, Status.DONE, Status.WITHDRAWN},
    }

    status = models.CharField(_("state"), max_length=12, choices=Status, default=Status.REQUESTED)
    kind = models.CharField(
        pgettext_lazy("of trips", "kind"), max_length=12, choices=Kind, default=Kind.OFFICIAL
    )
    department = models.ForeignKey(
        Department, models.PROTECT, related_name="+", verbose_name=_("department")
    )
    destination = models.CharField(_("destination"), max_length=80)
    direction = models.CharField(
        _("direction"), max_length=8, choices=Direction, default=Direction.CENTRE
    )
    passengers = models.PositiveSmallIntegerField(
        _("passengers"), validators=[MinValueValidator(1), MaxValueValidator(MOST_SEATS - 1)]
    )
    riders = models.CharField(_("who rides along"), max_length=200, blank=True)
    needs_school_bus = models.BooleanField(_("needs the school bus"), default=False)
    starts_at = models.DateTimeField(_("leaves at"))
    ends_at = models.DateTimeField(_("back at"))
    km = models.PositiveIntegerField(
        _("kilometres, about"), validators=[MinValueValidator(1), MaxValueValidator(MOST_TRIP_KM)]
    )
    yuan = models.DecimalField(
        _("cost in yuan, about"), max_digits=9, decimal_places=2, default=0,
        validators=[MinValueValidator(0)],
    )  # fmt: skip
    is_out_of_town = models.BooleanField(_("leaves the town"), default=False)
    is_on_day_off = models.BooleanField(_("on a day off"), default=False, editable=False)
    exception_why = models.CharField(_("why on a day off"), max_length=200, blank=True)
    over_cap_why = models.CharField(_("why above the cap"), max_length=300, blank=True)
    waits_for = models.CharField(max_length=32, choices=Role, blank=True, editable=False)
    trip = models.ForeignKey(
        "vehicles.Trip", models.PROTECT, null=True, blank=True, related_name="requests",
        verbose_name=_("trip"),
    )  # fmt: skip
    used_km = models.PositiveIntegerField(_("kilometres driven"), default=0, editable=False)
    used_yuan = models.DecimalField(
        _("tolls and parking in yuan"), max_digits=9, decimal_places=2, default=0, editable=False
    )

    objects = TripRequestQuerySet.as_manager()

    class Meta(Case.Meta):
        abstract = False
        verbose_name = _("trip request")
        verbose_name_plural = _("trip requests")
        indexes = [
            *Case.Meta.indexes,
            models.Index(fields=["trip"], name="triprequest_of_trip"),
            models.Index(
                fields=["waits_for", "starts_at", "id"],
                condition=Q(status__in=["requested", "approved"]),
                name="triprequest_waits",
            ),
            models.Index(fields=["-starts_at", "-id"], name="triprequest_by_start"),
            models.Index(fields=["department", "-starts_at"], name="triprequest_of_department"),
        ]
        constraints = [
            *Case.Meta.constraints,
            models.CheckConstraint(
                condition=Q(
                    status__in=[
                        "requested", "approved", "dispatched", "done", "refused", "withdrawn",
                        "merged", "handed_on",
                    ]
                ),
                name="triprequest_status_known",
            ),
            models.CheckConstraint(
                condition=Q(
                    kind__in=[
                        "official", "activity", "exam", "purchase", "reception", "emergency",
                        "other",
                    ]
                ),
                name="triprequest_kind_known",
            ),
            models.CheckConstraint(
                condition=Q(direction__in=Direction.values), name="triprequest_direction_known"
            ),
            models.CheckConstraint(
                condition=Q(waits_for__in=["", *Role.values]), name="triprequest_waits_for_known"
            ),
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at"), ends_at__lte=F("starts_at") + LONGEST),
                name="triprequest_ends_after_it_starts",
                violation_error_message=_("It must be back after it has left, within 14 days."),
            ),
            models.CheckConstraint(
                condition=Q(passengers__gte=1, passengers__lt=MOST_SEATS),
                name="triprequest_passengers_in_bounds",
                violation_error_message=_("Say how many ride along."),
            ),
            models.CheckConstraint(
                condition=Q(km__gte=1, km__lte=MOST_TRIP_KM),
                name="triprequest_km_in_bounds",
                violation_error_message=_("No trip of a school is so long."),
            ),
            models.CheckConstraint(
                condition=Q(yuan__gte=0, used_yuan__gte=0), name="triprequest_yuan_not_negative",
                violation_error_message=_("A cost is not negative."),
            ),
            models.CheckConstraint(
                condition=Q(is_on_day_off=False) | ~Q(exception_why=""),
                name="triprequest_day_off_for_a_reason",
                violation_error_message=_("Vehicles are sealed on days off. Say why it must be."),
            ),
            models.CheckConstraint(
                condition=Q(status__in=["dispatched", "done"], trip__isnull=False)
                | ~Q(status__in=["dispatched", "done"]) & Q(trip=None),
                name="triprequest_dispatched_with_a_trip",
            ),
        ]  # fmt: skip
        triggers = [*Case.Meta.triggers, USE_BY_DAY.trigger]

    @property
    def is_waiting(self) -> bool:
        """Whether somebody has still to approve it."""
        return self.status == self.Status.REQUESTED
