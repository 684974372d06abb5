"""What was counted of one thing in one room, and what becomes of a difference."""

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.lists.search import Bigrams
from campus.models import Person
from campus.tracking import tracked
from repairs.models.asset import FixedAsset
from repairs.models.property import CHECKERS, MOST_THINGS, RoomCheck
from repairs.models.ticket import Ticket

BOUNDS = [MinValueValidator(0), MaxValueValidator(MOST_THINGS)]


class RoomLineQuerySet(models.QuerySet["RoomLine"]):
    """Lines in words."""

    def visible_to(self, person: Person) -> "RoomLineQuerySet":
        """Those of rooms that the person sees."""
        if person.on_duty_as(*CHECKERS):
            return self
        rooms = RoomCheck.objects.visible_to(person).order_by().values("pk")
        return self.filter(room__in=rooms)

    def counted(self) -> "RoomLineQuerySet":
        return self.filter(good__isnull=False)

    def differing(self) -> "RoomLineQuerySet":
        """Something is damaged, missing, or there is more than there should be."""
        return self.counted().filter(Q(damaged__gt=0) | ~Q(balance=0))


@tracked()
class RoomLine(models.Model):
    """A thing of a room's check: an asset, or so many of a bulk thing; `good` and `damaged` are
    what was counted, empty until then, and `balance` how many more than expected that is.

    A difference is open → reported as a ticket (`ticket`, which has the line as its origin), or
    accepted for a reason.
    """

    class Cause(models.TextChoices):
        """Why it is damaged or gone; misuse is paid for, wear is not."""

        UNKNOWN = "unknown", pgettext_lazy("cause of damage", "Unknown")
        WEAR = "wear", pgettext_lazy("cause of damage", "Wear")
        MISUSE = "misuse", pgettext_lazy("cause of damage", "Misuse")

    class Outcome(models.TextChoices):
        """What became of a difference."""

        OPEN = "open", pgettext_lazy("state of a difference", "Open")
        TICKET = "ticket", pgettext_lazy("state of a difference", "Reported to repairs")
        ACCEPTED = "accepted", pgettext_lazy("state of a difference", "Accepted")

    room = models.ForeignKey(
        RoomCheck, models.CASCADE, related_name="lines", verbose_name=_("room of a check")
    )
    asset = models.ForeignKey(
        FixedAsset, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("asset"),
    )  # fmt: skip
    name = models.CharField(_("thing"), max_length=120)
    expected = models.PositiveIntegerField(_("expected"), default=0, validators=BOUNDS)
    good = models.PositiveIntegerField(_("good"), null=True, blank=True, validators=BOUNDS)
    damaged = models.PositiveIntegerField(_("damaged"), null=True, blank=True, validators=BOUNDS)
    cause = models.CharField(
        _("cause of the damage"), max_length=8, choices=Cause, default=Cause.UNKNOWN
    )
    words = models.CharField(_("remark"), max_length=120, blank=True)
    balance = models.GeneratedField(
        expression=F("good") + F("damaged") - F("expected"), output_field=models.IntegerField(),
        db_persist=True,
    )  # fmt: skip
    outcome = models.CharField(_("state"), max_length=8, choices=Outcome, default=Outcome.OPEN)
    ticket = models.OneToOneField(
        Ticket, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("repair ticket"),
    )  # fmt: skip
    reason = models.CharField(_("reason"), max_length=300, blank=True)
    settled_by = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("decided by"),
    )  # fmt: skip
    settled_at = models.DateTimeField(_("decided at"), null=True, blank=True)

    sought = models.GeneratedField(
        expression=Bigrams("name", "words"), output_field=SearchVectorField(), db_persist=True
    )

    objects = RoomLineQuerySet.as_manager()

    class Meta:
        verbose_name = _("line of a room's check")
        verbose_name_plural = _("lines of rooms' checks")
        ordering = ["id"]
        indexes = [
            models.Index(
                fields=["outcome", "id"], condition=Q(damaged__gt=0) | ~Q(balance=0),
                name="room_line_differing",
            ),
            GinIndex(fields=["sought"], name="room_line_sought"),
        ]  # fmt: skip
        constraints = [
            models.UniqueConstraint(
                fields=["room", "name"], name="room_line_once_a_room",
                violation_error_message=_("This thing is in the list of the room already."),
            ),
            models.CheckConstraint(
                condition=Q(good=None, damaged=None) | Q(good__isnull=False, damaged__isnull=False),
                name="room_line_counted_as_a_whole",
            ),
            models.CheckConstraint(
                condition=Q(expected__lte=MOST_THINGS)
                & (Q(good=None) | Q(good__lte=MOST_THINGS, damaged__lte=MOST_THINGS)),
                name="room_line_counts_in_bounds",
                violation_error_message=_("So many cannot be in one room."),
            ),
            models.CheckConstraint(
                condition=Q(asset=None) | Q(good=None) | Q(good__lte=1 - F("damaged")),
                name="room_line_an_asset_is_one",
                violation_error_message=_("An asset is there once: good or damaged."),
            ),
            models.CheckConstraint(
                condition=Q(cause__in=["unknown", "wear", "misuse"]), name="room_line_cause_known"
            ),
            models.CheckConstraint(
                condition=Q(outcome__in=["open", "ticket", "accepted"]),
                name="room_line_outcome_known",
            ),
            models.CheckConstraint(
                condition=Q(outcome="open", ticket=None, settled_at=None, settled_by=None)
                & Q(reason="")
                | Q(outcome="ticket", ticket__isnull=False, settled_at__isnull=False,
                    settled_by__isnull=False)
                | Q(outcome="accepted", ticket=None, settled_at__isnull=False,
                    settled_by__isnull=False) & ~Q(reason=""),
                name="room_line_decided_by_somebody",
                violation_error_message=_("Say why."),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.room.place} · {self.name}"

    def get_absolute_url(self) -> str:
        return reverse("repairs:property_room", args=[self.room_id])

    @property
    def is_counted(self) -> bool:
        return self.good is not None

    @property
    def there(self) -> int:
        """How many were counted."""
        return (self.good or 0) + (self.damaged or 0)

    @property
    def missing(self) -> int:
        return max(self.expected - self.there, 0) if self.is_counted else 0

    @property
    def surplus(self) -> int:
        return max(self.there - self.expected, 0) if self.is_counted else 0

    @property
    def differs(self) -> bool:
        return bool(self.damaged or self.missing or self.surplus)

    @property
    def is_open(self) -> bool:
        """Whether it differs and nobody has decided on it."""
        return self.differs and self.outcome == self.Outcome.OPEN
