"""Houses, their rooms and beds."""

from datetime import time

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.models import Person, Place
from campus.tracking import tracked
from dormitory.models.days import TODAY, running
from dormitory.models.reach import leader_reach, warden_reach


class HouseQuerySet(models.QuerySet["House"]):
    """Houses in words."""

    def visible_to(self, person: Person) -> "HouseQuerySet":
        """The staff know them all; a pupil sees the one where they sleep or have a duty."""
        if not person.is_active:
            return self.none()
        if not person.is_pupil:
            return self
        rooms = DormRoom.objects.visible_to(person)
        return self.filter(pk__in=rooms.values("house"))


@tracked()
class House(models.Model):
    """A building where pupils sleep (宿舍楼).

    `counts_at` is when the evening roll begins, `tell_after` the minutes after which the leader on
    duty is told of a pupil who is still missing; both are the school's to say, at first our own
    proposal.
    """

    place = models.OneToOneField(
        Place, models.PROTECT, related_name="dorm_house", verbose_name=_("building")
    )
    rules = models.TextField(_("rules of the house"), max_length=4000, blank=True)
    counts_at = models.TimeField(_("evening roll at"), default=time(22, 0))
    tell_after = models.PositiveSmallIntegerField(
        _("minutes until the leader on duty is told"), default=15
    )

    objects = HouseQuerySet.as_manager()

    class Meta:
        verbose_name = _("dormitory house")
        verbose_name_plural = _("dormitory houses")
        ordering = ["place__code"]
        constraints = [
            models.CheckConstraint(
                condition=Q(tell_after__range=(1, 240)), name="house_tells_in_time",
                violation_error_message=_("Write between 1 and 240 minutes."),
            )
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.place.name

    def get_absolute_url(self) -> str:
        return reverse("dormitory:house", args=[self.pk])


class Side(models.TextChoices):
    """For whom a room is; no such thing is kept of a person."""

    BOYS = "boys", pgettext_lazy("side of a house", "Boys")
    GIRLS = "girls", pgettext_lazy("side of a house", "Girls")


class DormRoomQuerySet(models.QuerySet["DormRoom"]):
    """Rooms in words."""

    def visible_to(self, person: Person) -> "DormRoomQuerySet":
        """The staff know them all; a pupil sees the own one, a leader those of the floor."""
        if not person.is_active:
            return self.none()
        if not person.is_pupil:
            return self
        slept_in = Bed.objects.filter(running(TODAY, "stays__"), stays__pupil=person)
        seen, led = Q(pk__in=slept_in.values("room")), leader_reach(person)
        return self.filter(seen | Q(place__in=led.parts()) if led else seen)

    def kept_by(self, person: Person) -> "DormRoomQuerySet":
        """Those that the person keeps as a warden or oversees."""
        reach = warden_reach(person)
        if reach.everywhere:
            return self
        return self.filter(place__in=reach.parts()) if reach else self.none()

    def within(self, place: Place) -> "DormRoomQuerySet":
        """Those in a building or on a floor."""
        return self.filter(place__path__startswith=place.path)


@tracked()
class DormRoom(models.Model):
    """A room where pupils sleep (宿舍, 寝室): a place, of a house, and for whom it is.

    What it is called is the name of its place, in the school's own wording.
    """

    place = models.OneToOneField(
        Place, models.PROTECT, related_name="dorm_room", verbose_name=_("room")
    )
    house = models.ForeignKey(
        House, models.PROTECT, related_name="rooms", verbose_name=_("dormitory house")
    )
    side = models.CharField(_("for"), max_length=5, choices=Side)

    objects = DormRoomQuerySet.as_manager()

    class Meta:
        verbose_name = _("dorm room")
        verbose_name_plural = _("dorm rooms")
        ordering = ["place__code"]
        constraints = [
            models.CheckConstraint(condition=Q(side__in=["boys", "girls"]), name="room_side_known")
        ]

    def __str__(self) -> str:
        return self.place.name

    def get_absolute_url(self) -> str:
        return reverse("dormitory:room", args=[self.pk])


class BedQuerySet(models.QuerySet["Bed"]):
    """Beds in words."""

    def visible_to(self, person: Person) -> "BedQuerySet":
        """Those of the rooms that the person sees."""
        return self.filter(room__in=DormRoom.objects.visible_to(person))


class Bed(models.Model):
    """A bed (床位) by its label in the room."""

    room = models.ForeignKey(
        DormRoom, models.PROTECT, related_name="beds", verbose_name=_("dorm room")
    )
    label = models.CharField(_("bed"), max_length=8)

    objects = BedQuerySet.as_manager()

    class Meta:
        verbose_name = _("bed")
        verbose_name_plural = _("beds")
        ordering = ["room__place__code", "label"]
        constraints = [
            models.UniqueConstraint(
                fields=["room", "label"], name="bed_once_in_a_room",
                violation_error_message=_("The room has a bed of this label already."),
            )
        ]  # fmt: skip

    def __str__(self) -> str:
        return _("%(room)s, bed %(bed)s") % {"room": self.room, "bed": self.label}
