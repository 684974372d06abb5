"""Faults of rooms and things, until they are mended and confirmed."""

from datetime import datetime

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.cases.models import HANDED_ON, MERGED, Case, CaseQuerySet
from campus.models import Person, Place, Role
from campus.tracking import tracked
from repairs.models.asset import FixedAsset
from repairs.models.category import Category
from repairs.models.tally import TICKETS_BY_DAY
from repairs.models.workshop import Contractor

# Who mends and who sends others to mend sees every ticket.
SEE_ALL = (Role.DISPATCHER, Role.HEAD, Role.TECHNICIAN)
WORST, BEST = 1, 5
ROOMS = (Place.Kind.ROOM, Place.Kind.SPOT)
# As many earlier ones of its category at its place within half a year make a fault a repeated one;
# our own figure.
REPEATED = 2


class TicketQuerySet(CaseQuerySet["Ticket"]):
    """Tickets in words."""

    def visible_to(self, person: Person) -> "TicketQuerySet":
        """Whoever mends or dispatches sees all; everybody else what concerns them and what was
        reported in rooms of their own, wardens and managers in all that these are part of."""
        if person.on_duty_as(*SEE_ALL):
            return self
        own = Place.objects.own_of(person)
        rooms = own.filter(kind__in=ROOMS) if person.is_pupil else own.with_parts()
        return self.concerning(person, at=rooms.values("pk"))

    def repeated(self) -> "TicketQuerySet":
        """The third fault of its category at its place within half a year, and every later one."""
        return self.filter(earlier__gte=REPEATED)

    def done_before(self, moment: datetime) -> "TicketQuerySet":
        """Done, and not confirmed or reopened since."""
        return self.filter(status=Ticket.Status.DONE, done_at__lt=moment)


@tracked()
class Ticket(Case):
    """One fault at one place (报修工单), from the report to the confirmation."""

    class Status(models.TextChoices):
        """Where a ticket stands."""

        REPORTED = "reported", pgettext_lazy("state of a ticket", "Reported")
        ASSIGNED = "assigned", pgettext_lazy("state of a ticket", "Assigned")
        TAKEN_UP = "taken_up", pgettext_lazy("state of a ticket", "Accepted")
        UNDER_WAY = "under_way", _("Under way")
        ON_HOLD = "on_hold", _("On hold")
        DONE = "done", _("Done")
        CONFIRMED = "confirmed", pgettext_lazy("state of a ticket", "Confirmed")
        REJECTED = "rejected", pgettext_lazy("state of a ticket", "Rejected")
        CANCELLED = "cancelled", pgettext_lazy("state of a ticket", "Cancelled")
        MERGED = MERGED, _("Merged")
        HANDED_ON = HANDED_ON, _("Handed on")

    class Cause(models.TextChoices):
        """Why it broke; misuse is paid for, wear is not."""

        WEAR = "wear", pgettext_lazy("cause of damage", "Wear")
        MISUSE = "misuse", pgettext_lazy("cause of damage", "Misuse")
        UNKNOWN = "unknown", pgettext_lazy("cause of damage", "Unknown")

    class HoldFor(models.TextChoices):
        """What a ticket on hold waits for."""

        PARTS = "parts", pgettext_lazy("what a ticket waits for", "Parts")
        CONTRACTOR = "contractor", pgettext_lazy("what a ticket waits for", "A contractor")
        ACCESS = "access", pgettext_lazy("what a ticket waits for", "The room to be free")
        OTHER = "other", pgettext_lazy("what a ticket waits for", "Something else")

    OPEN = (Status.REPORTED, Status.ASSIGNED, Status.TAKEN_UP, Status.UNDER_WAY, Status.ON_HOLD)
    PAUSED = (Status.ON_HOLD,)
    NEEDS_REASON = (Status.ON_HOLD, Status.REJECTED)
    _ELSEWHERE = {Status.MERGED, Status.HANDED_ON}
    _WORK = {Status.UNDER_WAY, Status.ON_HOLD, Status.DONE}
    MOVES = {
        Status.REPORTED: {Status.ASSIGNED, Status.REJECTED, Status.CANCELLED, *_ELSEWHERE},
        Status.ASSIGNED: {
            Status.TAKEN_UP, Status.REJECTED, Status.CANCELLED, *_WORK, *_ELSEWHERE,
        },
        Status.TAKEN_UP: {
            Status.ASSIGNED, Status.REJECTED, Status.CANCELLED, *_WORK, *_ELSEWHERE
        },
        Status.UNDER_WAY: {Status.ASSIGNED, Status.ON_HOLD, Status.DONE, *_ELSEWHERE},
        Status.ON_HOLD: {Status.ASSIGNED, Status.UNDER_WAY, Status.DONE, *_ELSEWHERE},
        Status.DONE: {Status.CONFIRMED, Status.REPORTED},
        Status.CONFIRMED: {Status.REPORTED},
        Status.REJECTED: {Status.REPORTED},
    }  # fmt: skip

    status = models.CharField(_("state"), max_length=12, choices=Status, default=Status.REPORTED)
    category = models.ForeignKey(
        Category, models.PROTECT, related_name="tickets", verbose_name=_("category")
    )
    asset = models.ForeignKey(
        FixedAsset, models.PROTECT, null=True, blank=True, related_name="tickets",
        verbose_name=_("asset"),
    )  # fmt: skip
    hold_for = models.CharField(
        _("waits for"), max_length=12, choices=HoldFor, blank=True, default=""
    )
    expected_on = models.DateField(_("expected on"), null=True, blank=True)
    contractor = models.ForeignKey(
        Contractor, models.PROTECT, null=True, blank=True, related_name="tickets",
        verbose_name=_("contractor"),
    )  # fmt: skip
    bill = models.DecimalField(
        _("contractor's bill in yuan"), max_digits=9, decimal_places=2, default=0,
        validators=[MinValueValidator(0)],
    )  # fmt: skip
    # How many of its category were reported at its place in the half year before it.
    earlier = models.PositiveSmallIntegerField(default=0, editable=False)
    done_at = models.DateTimeField(_("done at"), null=True, blank=True)
    damage_cause = models.CharField(
        _("cause of damage"), max_length=8, choices=Cause, blank=True, default=""
    )
    rating = models.PositiveSmallIntegerField(_("rating"), null=True, blank=True)

    objects = TicketQuerySet.as_manager()

    class Meta(Case.Meta):
        abstract = False
        verbose_name = _("repair ticket")
        verbose_name_plural = _("repair tickets")
        indexes = [
            *Case.Meta.indexes,
            models.Index(
                fields=["-raised_at", "-id"], condition=Q(earlier__gte=2), name="ticket_repeated"
            ),
            models.Index(fields=["category", "-raised_at"], name="ticket_of_category"),
            models.Index(
                fields=["status", "due_at", "id"],
                include=["assignee"],
                condition=Q(
                    status__in=["reported", "assigned", "taken_up", "under_way", "on_hold", "done"]
                ),
                name="ticket_on_the_board",
            ),
            models.Index(
                fields=["done_at"], condition=Q(status="done"), name="ticket_waits_for_word"
            ),
        ]
        constraints = [
            *Case.Meta.constraints,
            models.CheckConstraint(
                condition=Q(
                    status__in=[
                        "reported", "assigned", "taken_up", "under_way", "on_hold", "done",
                        "confirmed", "rejected", "cancelled", "merged", "handed_on",
                    ]
                ),
                name="ticket_status_known",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=["assigned", "taken_up", "under_way", "on_hold", "done"])
                | Q(assignee__isnull=False),
                name="ticket_in_work_has_somebody",
                violation_error_message=_("Say who mends it."),
            ),
            models.CheckConstraint(
                condition=~Q(status__in=["done", "confirmed"]) | Q(done_at__isnull=False),
                name="ticket_done_at_some_time",
            ),
            models.CheckConstraint(
                condition=Q(hold_for__in=["", "parts", "contractor", "access", "other"]),
                name="ticket_hold_known",
            ),
            models.CheckConstraint(
                condition=~Q(status="on_hold") | ~Q(hold_for="") & Q(expected_on__isnull=False),
                name="ticket_on_hold_for_something",
                violation_error_message=_("Say what it waits for, and until when."),
            ),
            models.CheckConstraint(
                condition=Q(bill__gte=0),
                name="ticket_bill_not_negative",
                violation_error_message=_("A bill cannot be negative."),
            ),
            models.CheckConstraint(
                condition=Q(damage_cause__in=["", "wear", "misuse", "unknown"]),
                name="ticket_cause_known",
            ),
            models.CheckConstraint(
                condition=Q(rating=None) | Q(rating__gte=WORST, rating__lte=BEST),
                name="ticket_rating_of_five",
            ),
            models.CheckConstraint(
                condition=Q(rating=None) | Q(status="confirmed"),
                name="ticket_rated_once_confirmed",
            ),
            models.CheckConstraint(
                condition=Q(place__isnull=False) | Q(origin_type__isnull=False),
                name="ticket_is_somewhere",
                violation_error_message=_("Say where it is."),
            ),
        ]  # fmt: skip
        triggers = [*Case.Meta.triggers, TICKETS_BY_DAY.trigger]
