"""Addresses of other systems, what they are told, and how that went."""

from datetime import UTC, datetime
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.people.models import Person, Role
from campus.tracking import tracked
from campus.webhooks.names import label_of

# Neither a name and password in it nor a part that stays in the browser; http is let through here
# for hosts that the settings name, see `campus.webhooks.channels`.
ADDRESS = r"^https?://[^\s/?#@\\]+([/?][^\s#\\]*)?$"
ADDRESS_WORDS = _("Write the whole address, beginning with https://.")
KEEPERS = (Role.ADMINISTRATOR, Role.HEAD)


class WebhookQuerySet(models.QuerySet["Webhook"]):
    """Webhooks in words."""

    def visible_to(self, person: Person) -> "WebhookQuerySet":
        return self if person.on_duty_as(*KEEPERS) else self.none()

    def active(self) -> "WebhookQuerySet":
        return self.filter(is_active=True)

    def wanting(self, kind: str) -> "WebhookQuerySet":
        """Those that are on and want events of that kind."""
        return self.active().filter(events__contains=[kind])


@tracked(leave_out=["secret"])
class Webhook(models.Model):
    """Another system's address and what it wants to be told; its secret lies sealed."""

    name = models.CharField(
        _("name"), max_length=60, unique=True,
        error_messages={"unique": _("Another webhook has this name.")},
    )  # fmt: skip
    address = models.CharField(
        _("address"), max_length=300, validators=[RegexValidator(ADDRESS, ADDRESS_WORDS)]
    )
    events = ArrayField(
        models.CharField(max_length=60), verbose_name=pgettext_lazy("webhook", "events"),
        default=list, blank=True,
    )  # fmt: skip
    secret = models.CharField(max_length=300, editable=False)
    is_active = models.BooleanField(pgettext_lazy("webhook", "switched on"), default=True)
    # Since when nothing has arrived; a sign of life empties it.
    failing_since = models.DateTimeField(_("failing since"), null=True, blank=True)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("by"))
    made_at = models.DateTimeField(_("made at"))

    objects = WebhookQuerySet.as_manager()

    class Meta:
        verbose_name = _("webhook")
        verbose_name_plural = _("webhooks")
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                condition=Q(address__regex=ADDRESS), name="webhook_address_is_whole",
                violation_error_message=ADDRESS_WORDS,
            )
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("webhooks:webhook", args=[self.pk])

    @property
    def events_in_words(self) -> list[str]:
        return [label_of(kind) for kind in self.events]


class OutboundEvent(models.Model):
    """Something that has happened; `key` names it for good, so that whoever is told twice knows."""

    key = models.UUIDField(unique=True)
    kind = models.CharField(_("kind"), max_length=60)
    at = models.DateTimeField(_("at"))
    data = models.JSONField(_("data"), default=dict, blank=True)

    class Meta:
        verbose_name = _("event told to other systems")
        verbose_name_plural = _("events told to other systems")
        ordering = ["-id"]
        indexes = [models.Index(fields=["at"], name="webhook_event_by_age")]

    def __str__(self) -> str:
        return label_of(self.kind)


class WebhookDeliveryQuerySet(models.QuerySet["WebhookDelivery"]):
    """Deliveries in words."""

    def visible_to(self, person: Person) -> "WebhookDeliveryQuerySet":
        return self if person.on_duty_as(*KEEPERS) else self.none()

    def due(self, at: datetime) -> "WebhookDeliveryQuerySet":
        """To be sent now, in the order in which things have happened."""
        waiting = self.filter(state=WebhookDelivery.State.WAITING, next_try_at__lte=at)
        return waiting.filter(webhook__is_active=True).order_by("id")

    def given_up(self) -> "WebhookDeliveryQuerySet":
        return self.filter(state=WebhookDelivery.State.GIVEN_UP)


class WebhookDelivery(models.Model):
    """An event on its way to one system; each goes there once, but for tries that have failed."""

    class State(models.TextChoices):
        """It waits until the other side has taken it, or until the last try has failed."""

        WAITING = "waiting", pgettext_lazy("delivery", "Waiting")
        SENT = "sent", pgettext_lazy("delivery", "Arrived")
        GIVEN_UP = "given_up", pgettext_lazy("delivery", "Given up")

    TONES = {State.WAITING: "due_soon", State.SENT: "done", State.GIVEN_UP: "overdue"}

    event = models.ForeignKey(OutboundEvent, models.CASCADE, related_name="deliveries")
    webhook = models.ForeignKey(Webhook, models.CASCADE, related_name="deliveries")
    state = models.CharField(_("state"), max_length=12, choices=State, default=State.WAITING)
    attempts = models.PositiveSmallIntegerField(_("tries"), default=0)
    next_try_at = models.DateTimeField(_("next try at"))
    arrived_at = models.DateTimeField(_("arrived at"), null=True, blank=True)

    objects = WebhookDeliveryQuerySet.as_manager()

    class Meta:
        verbose_name = _("delivery to another system")
        verbose_name_plural = _("deliveries to other systems")
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(fields=["event", "webhook"], name="webhook_told_once"),
            models.CheckConstraint(
                condition=Q(state__in=["waiting", "sent", "given_up"]),
                name="webhook_delivery_state_known",
            ),
            models.CheckConstraint(
                condition=Q(state="sent", arrived_at__isnull=False)
                | ~Q(state="sent") & Q(arrived_at=None),
                name="webhook_delivery_arrived_has_moment",
            ),
        ]
        indexes = [
            models.Index(
                fields=["webhook", "id"], condition=Q(state="waiting"), name="webhook_waiting"
            ),
            models.Index(fields=["webhook", "-id"], name="webhook_newest"),
            models.Index(fields=["state", "-id"], name="webhook_by_state"),
        ]

    def __str__(self) -> str:
        return f"{self.event} → {self.webhook}"

    def get_absolute_url(self) -> str:
        return reverse("webhooks:delivery", args=[self.pk])

    @property
    def tone(self) -> str:
        """The colour of its state."""
        return self.TONES[self.State(self.state)]

    @property
    def message(self) -> dict[str, Any]:
        """What the other system is sent."""
        event = self.event
        moment = event.at.astimezone(UTC).isoformat()
        return {"type": event.kind, "timestamp": moment, "data": event.data}


class WebhookTry(models.Model):
    """One request: the status of its answer, or why there was none, and how long it took."""

    delivery = models.ForeignKey(WebhookDelivery, models.CASCADE, related_name="tries")
    at = models.DateTimeField(_("at"))
    status = models.PositiveSmallIntegerField(_("answer"), null=True, blank=True)
    fault = models.CharField(_("fault"), max_length=120, blank=True)
    milliseconds = models.PositiveIntegerField(_("milliseconds"))

    class Meta:
        verbose_name = _("try to tell another system")
        verbose_name_plural = _("tries to tell other systems")
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.status or self.fault}"

    @property
    def was_taken(self) -> bool:
        """Whether the other side has said yes."""
        return self.status is not None and 200 <= self.status < 300
