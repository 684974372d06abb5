"""Pupils' data that somebody wants to take away (Regulations on Minors in Cyberspace, art. 36)."""

from datetime import datetime, timedelta

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.people.models import Person, Role
from campus.tracking import tracked

# An approval is for now: whoever has not used it by then asks anew.
LASTS = timedelta(hours=24)


class TakeAwayQuerySet(models.QuerySet["TakeAway"]):
    """Requests in words."""

    def visible_to(self, person: Person) -> "TakeAwayQuerySet":
        """Those who approve see all, everybody else their own."""
        if person.on_duty_as(Role.HEAD, Role.ADMINISTRATOR):
            return self
        return self.filter(by=person)

    def waiting(self) -> "TakeAwayQuerySet":
        return self.filter(state=TakeAway.State.WAITING)


@tracked()
class TakeAway(models.Model):
    """One person, one list and one question: waiting → approved → used, or declined.

    `query` is the question as the list's address asks it, `pupils` how many it found.
    """

    class State(models.TextChoices):
        """Where it stands."""

        WAITING = "waiting", pgettext_lazy("state of a request", "Waiting")
        APPROVED = "approved", pgettext_lazy("state of a request", "Approved")
        DECLINED = "declined", pgettext_lazy("state of a request", "Declined")
        USED = "used", pgettext_lazy("state of a request", "Taken")

    by = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("by"))
    asked_at = models.DateTimeField(_("asked at"))
    list_name = models.CharField(max_length=60)
    query = models.CharField(max_length=1000, blank=True)
    title = models.CharField(_("what"), max_length=120)
    reason = models.CharField(_("reason"), max_length=300)
    pupils = models.PositiveIntegerField(_("pupils"))
    on_paper = models.BooleanField(_("on paper"), default=False)
    state = models.CharField(_("state"), max_length=8, choices=State, default=State.WAITING)
    decided_by = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("decided by"),
    )  # fmt: skip
    decided_at = models.DateTimeField(_("decided at"), null=True, blank=True)
    words = models.CharField(_("in a few words"), max_length=300, blank=True)
    used_at = models.DateTimeField(_("taken at"), null=True, blank=True)

    objects = TakeAwayQuerySet.as_manager()

    class Meta:
        verbose_name = _("request to take pupils' data away")
        verbose_name_plural = _("requests to take pupils' data away")
        ordering = ["-id"]
        indexes = [models.Index(fields=["by", "-id"], name="take_away_of_person")]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=["waiting", "approved", "declined", "used"]),
                name="take_away_state_known",
            ),
            models.CheckConstraint(
                condition=Q(state="waiting", decided_by=None, decided_at=None)
                | ~Q(state="waiting") & Q(decided_by__isnull=False, decided_at__isnull=False),
                name="take_away_decided_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(decided_by=None) | ~Q(decided_by=F("by")),
                name="take_away_decided_by_another",
                violation_error_message=_("Nobody approves what they ask for themselves."),
            ),
            models.CheckConstraint(
                condition=~Q(state="declined") | ~Q(words=""),
                name="take_away_declined_for_a_reason",
                violation_error_message=_("Say why."),
            ),
            models.CheckConstraint(
                condition=Q(state="used", used_at__isnull=False)
                | ~Q(state="used") & Q(used_at=None),
                name="take_away_used_at_a_moment",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("privacy:take_away", args=[self.pk])

    @property
    def is_waiting(self) -> bool:
        return self.state == self.State.WAITING

    def is_open(self, at: datetime) -> bool:
        """Whether it can be used at that moment."""
        return (
            self.state == self.State.APPROVED
            and self.decided_at is not None
            and at < self.decided_at + LASTS
        )
