"""Meetings: who is invited, what is on the agenda, who came, what was said and decided."""

from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.lists.search import Bigrams
from campus.locking import lock
from campus.models import Department, Person, Place, Role
from campus.tallies import day_of
from campus.tracking import tracked

# Roles whose holders see every meeting of the school.
SEE_ALL = (Role.HEAD, Role.ADMINISTRATOR)


class MeetingQuerySet(models.QuerySet["Meeting"]):
    """Meetings in words."""

    def visible_to(self, person: Person) -> "MeetingQuerySet":
        """Meetings that concern the person; head and administrators see all of them.

        Staff also read published minutes that are open to all staff; pupils never do.
        """
        if not person.is_active:
            return self.none()
        if person.on_duty_as(*SEE_ALL):
            return self
        if person.is_pupil:
            return self.concerning(person)
        told = Q(status=Meeting.Status.PUBLISHED, open_minutes=True)
        return self.filter(told | Q(pk__in=Meeting.objects.concerning(person).order_by()))

    def files_visible_to(self, person: Person) -> "MeetingQuerySet":
        """Meetings whose files the person may see: they hang in the timeline, read by staff."""
        if person.is_pupil or person.on_duty_as(*SEE_ALL):
            return self.none() if person.is_pupil else self
        return self.concerning(person)

    def concerning(self, person: Person) -> "MeetingQuerySet":
        """Meetings that the person is invited to, chairs, takes the minutes of, or has called."""
        invited = Attendee.objects.filter(person=person).order_by()
        runs = Q(chair=person) | Q(recorder=person) | Q(called_by=person)
        return self.filter(runs | Q(pk__in=invited.values("meeting")))

    def not_cancelled(self) -> "MeetingQuerySet":
        return self.exclude(status=Meeting.Status.CANCELLED)

    def between(self, start: datetime, end: datetime) -> "MeetingQuerySet":
        """Meetings of which a part lies between two moments."""
        return self.filter(starts_at__lt=end, ends_at__gt=start)


@tracked()
class Meeting(models.Model):
    """People come together (会议): planned → held → minutes published; or cancelled.

    The sorts are fixed, so that years can be compared; what the school itself calls a meeting is
    its title. `roles` and `departments` are who was invited as a group: saving the invitation
    makes one `Attendee` of each of their people.
    """

    class Kind(models.TextChoices):
        """What sort of meeting it is."""

        REGULAR = "regular", _("Regular meeting")
        SAFETY = "safety", _("Safety meeting")
        DORM_LEADERS = "dorm_leaders", _("Dorm leaders' meeting")
        COMMITTEE = "committee", _("Committee meeting")
        LABOR = "labor", _("Labour committee's meeting")
        FORUM = "forum", _("Pupil forum")
        FOOD_SAFETY = "food_safety", _("Food-safety meeting")
        OTHER = "other", pgettext_lazy("kind of meeting", "Other")

    class Status(models.TextChoices):
        """Where a meeting stands."""

        PLANNED = "planned", _("Planned")
        HELD = "held", pgettext_lazy("state of a meeting", "Held")
        PUBLISHED = "published", _("Minutes published")
        CANCELLED = "cancelled", pgettext_lazy("state of a meeting", "Cancelled")

    MOVES = {
        Status.PLANNED: {Status.HELD, Status.CANCELLED},
        Status.HELD: {Status.PUBLISHED},
        Status.PUBLISHED: {Status.HELD},
        Status.CANCELLED: set(),
    }

    kind = models.CharField(_("kind"), max_length=16, choices=Kind, default=Kind.REGULAR)
    title = models.CharField(_("title"), max_length=120)
    starts_at = models.DateTimeField(_("starts at"))
    ends_at = models.DateTimeField(_("ends at"))
    place = models.ForeignKey(
        Place, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("place")
    )
    chair = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("chair"))
    recorder = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("minutes taken by"),
    )  # fmt: skip
    called_by = models.ForeignKey(
        Person, models.PROTECT, related_name="+", verbose_name=_("called by")
    )
    roles = ArrayField(
        models.CharField(max_length=32, choices=Role), default=list, blank=True,
        verbose_name=_("invited roles"),
    )  # fmt: skip
    departments = models.ManyToManyField(
        Department, related_name="+", blank=True, verbose_name=_("invited departments")
    )
    status = models.CharField(_("state"), max_length=12, choices=Status, default=Status.PLANNED)
    reason = models.CharField(_("reason"), max_length=300, blank=True)
    open_minutes = models.BooleanField(_("all staff may read the minutes"), default=False)
    plan_item = models.ForeignKey(
        "planning.PlanItem", models.SET_NULL, null=True, blank=True, related_name="meetings",
        verbose_name=_("plan item"),
    )  # fmt: skip
    # Counts every act: minutes typed beside another person's are not written over theirs.
    version = models.PositiveIntegerField(default=1)
    changed_at = models.DateTimeField(_("last change"))
    sought = models.GeneratedField(
        expression=Bigrams("title"), output_field=SearchVectorField(), db_persist=True
    )

    objects = MeetingQuerySet.as_manager()

    class Meta:
        verbose_name = _("meeting")
        verbose_name_plural = _("meetings")
        ordering = ["-starts_at", "-id"]
        indexes = [
            models.Index(fields=["-starts_at", "-id"], name="meeting_newest"),
            GinIndex(fields=["sought"], name="meeting_sought"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    kind__in=[
                        "regular",
                        "safety",
                        "dorm_leaders",
                        "committee",
                        "labor",
                        "forum",
                        "food_safety",
                        "other",
                    ]
                ),
                name="meeting_kind_known",
            ),
            models.CheckConstraint(
                condition=Q(status__in=["planned", "held", "published", "cancelled"]),
                name="meeting_status_known",
            ),
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")),
                name="meeting_ends_after_it_starts",
                violation_error_message=_("A meeting must end after it starts."),
            ),
            models.CheckConstraint(
                condition=~Q(status="published") | Q(recorder__isnull=False),
                name="meeting_published_has_recorder",
                violation_error_message=_("Say who has taken the minutes."),
            ),
            models.CheckConstraint(
                condition=~Q(status="cancelled") | ~Q(reason=""),
                name="meeting_cancelled_has_reason",
                violation_error_message=_("Say why it is cancelled."),
            ),
        ]
        triggers = [lock(day_of("{row}.starts_at", settings.TIME_ZONE))]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("planning:meeting", args=[self.pk])

    @property
    def day(self) -> date:
        """The day in school time."""
        return timezone.localtime(self.starts_at).date()

    @property
    def role_words(self) -> list[str]:
        """The roles invited as groups, in words."""
        return [str(Role(role).label) for role in self.roles]

    @property
    def is_planned(self) -> bool:
        return self.status == self.Status.PLANNED

    @property
    def is_held(self) -> bool:
        return self.status == self.Status.HELD

    @property
    def is_published(self) -> bool:
        return self.status == self.Status.PUBLISHED

    @property
    def is_cancelled(self) -> bool:
        return self.status == self.Status.CANCELLED

    def can_become(self, status: str) -> bool:
        """Whether `status` may follow the present one."""
        return status in self.MOVES[self.Status(self.status)]


class AttendeeQuerySet(models.QuerySet["Attendee"]):
    """Who comes, in words."""

    def told(self) -> "AttendeeQuerySet":
        """With their people, in the order of a roll call: staff by department, pupils by class."""
        return self.select_related("person__department", "person__school_class").order_by(
            "person__department", "person__school_class", "person__number"
        )

    def there(self) -> "AttendeeQuerySet":
        return self.filter(presence__in=Attendee.THERE)

    def invited(self) -> "AttendeeQuerySet":
        return self.exclude(way=Attendee.Way.GUEST)


@tracked()
class Attendee(models.Model):
    """One person at one meeting, by invitation or as a guest, and whether they came."""

    class Way(models.TextChoices):
        """How the person comes to be on the roll."""

        NAME = "name", _("Invited by name")
        GROUP = "group", _("Invited with a group")
        GUEST = "guest", _("Guest")

    class Presence(models.TextChoices):
        """What the roll call says; open until then."""

        OPEN = "open", pgettext_lazy("roll call", "Not called yet")
        PRESENT = "present", pgettext_lazy("roll call", "Present")
        LATE = "late", pgettext_lazy("roll call", "Late")
        LEAVE = "leave", pgettext_lazy("roll call", "On leave")
        ABSENT = "absent", pgettext_lazy("roll call", "Absent")

    THERE = (Presence.PRESENT, Presence.LATE)

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="attendees")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("person"))
    way = models.CharField(_("on the roll as"), max_length=8, choices=Way, default=Way.NAME)
    presence = models.CharField(
        _("presence"), max_length=8, choices=Presence, default=Presence.OPEN
    )

    objects = AttendeeQuerySet.as_manager()

    class Meta:
        verbose_name = _("attendee")
        verbose_name_plural = _("attendees")
        ordering = ["id"]
        indexes = [models.Index(fields=["person", "meeting"], name="attendee_of_person")]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "person"],
                name="attendee_once_a_meeting",
                violation_error_message=_("This person is on the roll already."),
            ),
            models.CheckConstraint(
                condition=Q(way__in=["name", "group", "guest"]), name="attendee_way_known"
            ),
            models.CheckConstraint(
                condition=Q(presence__in=["open", "present", "late", "leave", "absent"]),
                name="attendee_presence_known",
            ),
            models.CheckConstraint(
                condition=~Q(way="guest") | Q(presence__in=["present", "late"]),
                name="attendee_guest_is_there",
                violation_error_message=_("A guest is on the roll because of having come."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} · {self.get_presence_display()}"

    @property
    def is_guest(self) -> bool:
        return self.way == self.Way.GUEST


@tracked()
class AgendaItem(models.Model):
    """One point of the agenda, and what was said about it."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="agenda")
    position = models.PositiveSmallIntegerField(_("position"))
    title = models.CharField(_("title"), max_length=200)
    minutes = models.TextField(_("minutes"), max_length=8000, blank=True)

    class Meta:
        verbose_name = _("agenda item")
        verbose_name_plural = _("agenda items")
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "position"],
                name="agenda_item_in_its_place",
                deferrable=models.Deferrable.DEFERRED,
            )
        ]

    def __str__(self) -> str:
        return self.title


@tracked()
class Decision(models.Model):
    """What a meeting has decided; with an owner and a day it becomes an action once published."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="decisions")
    text = models.CharField(_("decision"), max_length=120)
    owner = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("person responsible"),
    )  # fmt: skip
    due_on = models.DateField(_("to be done by"), null=True, blank=True)
    action = models.OneToOneField(
        "planning.ActionItem", models.PROTECT, null=True, blank=True, related_name="decision",
        verbose_name=_("action"),
    )  # fmt: skip

    class Meta:
        verbose_name = _("decision")
        verbose_name_plural = _("decisions")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(owner=None, due_on=None) | Q(owner__isnull=False, due_on__isnull=False),
                name="decision_owner_and_day",
                violation_error_message=_("A decision to be carried out needs a person and a day."),
            ),
            models.CheckConstraint(
                condition=Q(action=None) | Q(owner__isnull=False),
                name="decision_action_has_owner",
            ),
        ]

    def __str__(self) -> str:
        return self.text

    @property
    def is_to_be_done(self) -> bool:
        """Whether somebody has to carry it out."""
        return self.owner_id is not None


def tally(attendees: Any) -> dict[str, int]:
    """Of a roll: how many were expected and present (应到/实到), and how many of each sort.

    `guests` are counted apart: nobody expected them.
    """
    rows = list(attendees)
    expected = [each for each in rows if not each.is_guest]
    counted = {
        presence.value: sum(each.presence == presence for each in expected)
        for presence in Attendee.Presence
    }
    there = counted["present"] + counted["late"]
    return {
        "expected": len(expected), "there": there, "guests": len(rows) - len(expected), **counted
    }  # fmt: skip
