"""What is told (Notice), to whom (InboxEntry), and the copies that leave the house (Delivery)."""

from datetime import datetime
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext as translate
from django.utils.translation import gettext_lazy as _

from campus.shell.words import in_words
from campus.tracking import tracked

# A page of this portal: a notice never leads to another site.
own_path = RegexValidator(r"^/(?![/\\])", _("An address within the portal begins with one slash."))


class Notice(models.Model):
    """One thing told, whoever it is told to; its key makes telling it twice impossible."""

    key = models.CharField(_("key"), max_length=160, unique=True)
    topic = models.CharField(_("topic"), max_length=60)
    # The sentence before translation: each reader sees it in a language of their own.
    text = models.CharField(_("text"), max_length=300)
    facts = models.JSONField(_("facts"), default=dict, blank=True)
    path = models.CharField(
        _("address in the portal"), max_length=200, blank=True, validators=[own_path]
    )
    told_at = models.DateTimeField(_("told at"))
    late = models.BooleanField(_("late"), default=False)

    class Meta:
        verbose_name = _("notice")
        verbose_name_plural = _("notices")
        ordering = ["-told_at", "-id"]

    def __str__(self) -> str:
        return self.sentence

    @property
    def sentence(self) -> str:
        """The notice in the reader's language, with its days written as the school writes them."""
        facts: dict[str, Any] = {name: in_words(value) for name, value in self.facts.items()}
        return translate(self.text) % facts


class InboxQuerySet(models.QuerySet["InboxEntry"]):
    """Inbox entries in words."""

    def visible_to(self, person: Any) -> "InboxQuerySet":
        """An inbox is nobody else's business, not even the head's."""
        return self.filter(person=person)

    def unread(self) -> "InboxQuerySet":
        return self.filter(read_at=None)


class InboxEntry(models.Model):
    """A notice in one person's inbox: there once, and read or not."""

    notice = models.ForeignKey(Notice, models.CASCADE, related_name="entries")
    person = models.ForeignKey("campus.Person", models.CASCADE, related_name="inbox")
    read_at = models.DateTimeField(_("read at"), null=True, blank=True)

    objects = InboxQuerySet.as_manager()

    class Meta:
        verbose_name = _("inbox entry")
        verbose_name_plural = _("inbox entries")
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(fields=["notice", "person"], name="notice_once_per_person")
        ]
        indexes = [
            models.Index(fields=["person"], condition=Q(read_at=None), name="inbox_unread"),
            models.Index(fields=["person", "-id"], name="inbox_of_person"),
        ]

    def __str__(self) -> str:
        return str(self.notice)


class RobotQuerySet(models.QuerySet["Robot"]):
    """Robots in words."""

    def active(self) -> "RobotQuerySet":
        return self.filter(is_active=True)

    def repeating(self, topic: str) -> "RobotQuerySet":
        """Robots that repeat the notices of `topic`."""
        return self.active().filter(topics__contains=[topic])


@tracked(leave_out=["address"])
class Robot(models.Model):
    """A robot in a chat group (WeCom, DingTalk, Feishu) that repeats the notices of some topics."""

    name = models.CharField(_("name"), max_length=60, unique=True)
    # As Apprise writes it, such as wecombot://KEY: whoever has it can write to the group.
    address = models.CharField(_("address"), max_length=300)
    topics = ArrayField(
        models.CharField(max_length=60), verbose_name=_("topics"), default=list, blank=True
    )
    is_active = models.BooleanField(_("active"), default=True)

    objects = RobotQuerySet.as_manager()

    class Meta:
        verbose_name = _("robot")
        verbose_name_plural = _("robots")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    @property
    def scheme(self) -> str:
        """The service that the robot belongs to, as Apprise names it."""
        return self.address.partition("://")[0]

    @property
    def address_shown(self) -> str:
        """The address with all but the last four characters of its key left out."""
        return f"{self.scheme}://…{self.address.rstrip('/')[-4:]}"


class DeliveryQuerySet(models.QuerySet["Delivery"]):
    """Deliveries in words."""

    def due(self, at: datetime) -> "DeliveryQuerySet":
        """Copies still to be sent whose next try has come."""
        return self.filter(state=Delivery.State.WAITING, next_try_at__lte=at)

    def in_trouble(self) -> "DeliveryQuerySet":
        """Copies given up, and those that have failed and will be tried again."""
        return self.filter(
            Q(state=Delivery.State.GIVEN_UP) | Q(state=Delivery.State.WAITING, attempts__gt=0)
        )


class Delivery(models.Model):
    """A copy of a notice on its way to one e-mail address or one robot."""

    class State(models.TextChoices):
        """A copy waits until it was sent, or until the last try failed."""

        WAITING = "waiting", _("Waiting")
        SENT = "sent", _("Sent")
        GIVEN_UP = "given_up", _("Given up")

    notice = models.ForeignKey(Notice, models.CASCADE, related_name="deliveries")
    person = models.ForeignKey("campus.Person", models.CASCADE, null=True, blank=True)
    robot = models.ForeignKey(Robot, models.CASCADE, null=True, blank=True)
    state = models.CharField(_("state"), max_length=12, choices=State, default=State.WAITING)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    next_try_at = models.DateTimeField(_("next try at"))
    sent_at = models.DateTimeField(_("sent at"), null=True, blank=True)
    last_error = models.CharField(_("last error"), max_length=300, blank=True)

    objects = DeliveryQuerySet.as_manager()

    class Meta:
        verbose_name = _("delivery")
        verbose_name_plural = _("deliveries")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(person=None, robot__isnull=False) | Q(person__isnull=False, robot=None),
                name="delivery_to_one_target",
            ),
            models.UniqueConstraint(fields=["notice", "person"], name="delivery_once_per_person"),
            models.UniqueConstraint(fields=["notice", "robot"], name="delivery_once_per_robot"),
            models.CheckConstraint(
                condition=Q(state__in=["waiting", "sent", "given_up"]), name="delivery_state_known"
            ),
            models.CheckConstraint(
                condition=~Q(state="sent") | Q(sent_at__isnull=False),
                name="delivery_sent_has_moment",
            ),
        ]
        indexes = [
            models.Index(
                fields=["next_try_at"], condition=Q(state="waiting"), name="delivery_waiting"
            )
        ]

    def __str__(self) -> str:
        return f"{self.notice_id} → {self.person or self.robot}"

    @property
    def is_given_up(self) -> bool:
        return self.state == self.State.GIVEN_UP
