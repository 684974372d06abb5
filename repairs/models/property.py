"""What should be in a room, and the check at the end of a semester whether it is there.

A mechanism of its own beside inspections: a checklist has the same lines at every place and an
answer holds one number, while here each room has lines of its own (its assets and its bulk things)
and each line two counts, good and damaged, held against an expected one. Where the roads meet,
what is there is used: differences become tickets and compensations, deadlines are reminded of by
planning, tables come in like any other of repairs.
"""

from datetime import date

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.lists.search import Bigrams
from campus.models import Person, Place, Role, Semester
from campus.places.models import Use
from campus.tracking import tracked
from repairs.models.asset import KEEPERS

# Nobody has more of one thing in one room; our own figure.
MOST_THINGS = 2000
# Who makes checks, sees all rooms and decides on differences.
CHECKERS = (*KEEPERS, Role.DISPATCHER)
MOST_ROOMS = 2000


class ExpectedItemQuerySet(models.QuerySet["ExpectedItem"]):
    """What should be in rooms, in words."""

    def visible_to(self, person: Person) -> "ExpectedItemQuerySet":
        """The staff's."""
        return self.none() if person.is_pupil or not person.is_active else self


@tracked()
class ExpectedItem(models.Model):
    """So many of a thing without a number of its own should be in a room: desks, chairs, lamps."""

    place = models.ForeignKey(Place, models.PROTECT, related_name="+", verbose_name=_("place"))
    name = models.CharField(_("thing"), max_length=40)
    count = models.PositiveIntegerField(
        _("how many there should be"),
        validators=[MinValueValidator(1), MaxValueValidator(MOST_THINGS)],
    )
    by = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("written by"))
    at = models.DateTimeField(_("written at"))

    sought = models.GeneratedField(
        expression=Bigrams("name"), output_field=SearchVectorField(), db_persist=True
    )

    objects = ExpectedItemQuerySet.as_manager()

    class Meta:
        verbose_name = _("what should be in a room")
        verbose_name_plural = _("what should be in rooms")
        ordering = ["place__code", "id"]
        indexes = [GinIndex(fields=["sought"], name="expected_item_sought")]
        constraints = [
            models.UniqueConstraint(
                fields=["place", "name"], name="expected_item_once_a_room",
                violation_error_message=_("This thing is in the list of the room already."),
            ),
            models.CheckConstraint(
                condition=Q(count__gte=1, count__lte=MOST_THINGS),
                name="expected_item_count_in_bounds",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.place} · {self.name} {self.count}"

    def get_absolute_url(self) -> str:
        return reverse("repairs:expected_item", args=[self.pk])


class PropertyCheckQuerySet(models.QuerySet["PropertyCheck"]):
    """Checks in words."""

    def visible_to(self, person: Person) -> "PropertyCheckQuerySet":
        """The staff's; which rooms of it somebody sees, the rooms say."""
        return self.none() if person.is_pupil or not person.is_active else self

    def under_way(self) -> "PropertyCheckQuerySet":
        return self.filter(status="under_way")


@tracked()
class PropertyCheck(models.Model):
    """The check of property at a semester's end (期末财产清点): under way → closed.

    Its rooms are the parts of `place` with one of the `uses`, as they were when it was made; each
    is counted, or left out for a reason.
    """

    class Status(models.TextChoices):
        """Where it stands."""

        UNDER_WAY = "under_way", _("Under way")
        CLOSED = "closed", pgettext_lazy("state of a check", "Closed")

    title = models.CharField(_("title"), max_length=80)
    semester = models.ForeignKey(
        Semester, models.PROTECT, related_name="+", verbose_name=_("semester")
    )
    place = models.ForeignKey(Place, models.PROTECT, related_name="+", verbose_name=_("where"))
    uses = ArrayField(
        models.CharField(max_length=12, choices=Use), verbose_name=_("rooms of this use")
    )
    due_on = models.DateField(_("to be counted by"))
    status = models.CharField(_("state"), max_length=9, choices=Status, default=Status.UNDER_WAY)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("made by"))
    at = models.DateTimeField(_("made at"))
    closed_by = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("closed by"),
    )  # fmt: skip
    closed_at = models.DateTimeField(_("closed at"), null=True, blank=True)
    taken_over_at = models.DateTimeField(_("counts taken over at"), null=True, blank=True)

    objects = PropertyCheckQuerySet.as_manager()

    class Meta:
        verbose_name = _("property check")
        verbose_name_plural = _("property checks")
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(status="under_way", closed_at=None, closed_by=None)
                | Q(status="closed", closed_at__isnull=False, closed_by__isnull=False),
                name="property_check_closed_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(status__in=["under_way", "closed"]), name="property_check_status_known"
            ),
            models.CheckConstraint(
                condition=Q(uses__len__gte=1) & Q(uses__contained_by=list(Use.values)),
                name="property_check_uses_known",
                violation_error_message=_("Say which rooms are counted."),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("repairs:property_check", args=[self.pk])

    @property
    def is_under_way(self) -> bool:
        return self.status == self.Status.UNDER_WAY

    @property
    def uses_in_words(self) -> str:
        return "、".join(str(Use(use).label) for use in self.uses)


class RoomCheckQuerySet(models.QuerySet["RoomCheck"]):
    """Rooms of checks in words."""

    def visible_to(self, person: Person) -> "RoomCheckQuerySet":
        """Whoever makes checks sees all; other staff the rooms that they keep or that are their
        own; pupils none."""
        if person.is_pupil or not person.is_active:
            return self.none()
        if person.on_duty_as(*CHECKERS):
            return self
        own = Place.objects.own_of(person).with_parts().order_by().values("pk")
        return self.filter(Q(keeper=person) | Q(place__in=own))

    def to_count(self) -> "RoomCheckQuerySet":
        """Neither counted nor left out, of checks under way."""
        return self.filter(status="to_count", check_of__status="under_way")


@tracked()
class RoomCheck(models.Model):
    """One room of a check: to be counted → counted, or left out for a reason.

    `keeper` is whoever is asked to count it: the class's teacher, the room's manager, the warden of
    its building. `version` grows with each saving, so that nobody overwrites unseen counts.
    """

    class Status(models.TextChoices):
        """Where it stands."""

        TO_COUNT = "to_count", pgettext_lazy("state of a room", "To be counted")
        COUNTED = "counted", pgettext_lazy("state of a room", "Counted")
        LEFT_OUT = "left_out", pgettext_lazy("state of a room", "Left out")

    check_of = models.ForeignKey(
        PropertyCheck, models.PROTECT, related_name="rooms", verbose_name=_("property check")
    )
    place = models.ForeignKey(Place, models.PROTECT, related_name="+", verbose_name=_("place"))
    keeper = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("counted by whom"),
    )  # fmt: skip
    status = models.CharField(_("state"), max_length=8, choices=Status, default=Status.TO_COUNT)
    version = models.PositiveIntegerField(default=0)
    counted_by = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("counted by"),
    )  # fmt: skip
    counted_at = models.DateTimeField(_("counted at"), null=True, blank=True)
    words = models.CharField(_("remark"), max_length=300, blank=True)
    reason = models.CharField(_("reason"), max_length=300, blank=True)

    sought = models.GeneratedField(
        expression=Bigrams("words", "reason"), output_field=SearchVectorField(), db_persist=True
    )

    objects = RoomCheckQuerySet.as_manager()

    class Meta:
        verbose_name = _("room of a check")
        verbose_name_plural = _("rooms of checks")
        ordering = ["place__code"]
        indexes = [
            models.Index(fields=["keeper", "status"], name="room_check_of_keeper"),
            GinIndex(fields=["sought"], name="room_check_sought"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["check_of", "place"], name="room_check_once_a_check"),
            models.CheckConstraint(
                condition=Q(status__in=["to_count", "counted", "left_out"]),
                name="room_check_status_known",
            ),
            models.CheckConstraint(
                condition=~Q(status="counted")
                | Q(counted_by__isnull=False, counted_at__isnull=False),
                name="room_check_counted_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(status="left_out") & ~Q(reason="")
                | ~Q(status="left_out") & Q(reason=""),
                name="room_check_left_out_for_a_reason",
                violation_error_message=_("Say why."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.check_of} · {self.place}"

    def get_absolute_url(self) -> str:
        return reverse("repairs:property_room", args=[self.pk])

    @property
    def is_open(self) -> bool:
        """Whether it can be counted: as long as the check is under way, also once more."""
        return self.check_of.is_under_way

    def tone(self, on: date) -> str:
        """The colour of its state: the same as everywhere."""
        if self.status == self.Status.TO_COUNT:
            return "overdue" if self.check_of.due_on < on else "new"
        return "done" if self.status == self.Status.COUNTED else "dropped"
