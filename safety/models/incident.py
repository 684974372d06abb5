"""What has happened to people, and what was learned from it."""

from datetime import datetime

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.cases.models import HANDED_ON, MERGED, Case, CaseQuerySet
from campus.models import Person
from campus.tracking import tracked
from safety.models.criterion import DOMAIN_VALUES, Domain
from safety.models.hazard import OFFICERS


class IncidentQuerySet(CaseQuerySet["Incident"]):
    """Incidents in words."""

    def visible_to(self, person: Person) -> "IncidentQuerySet":
        """Officers and the head see all; other staff what concerns them; pupils none."""
        if person.on_duty_as(*OFFICERS):
            return self
        return self.none() if person.is_pupil else self.concerning(person)

    def accidents(self) -> "IncidentQuerySet":
        """What has really happened, near misses and simulated cases aside."""
        return self.counted().filter(is_simulated=False).exclude(level=Incident.Level.NEAR_MISS)


@tracked()
class Incident(Case):
    """An accident or emergency (突发事件), or one that was only simulated to train for it.

    Hurt people are counted, never named.
    """

    class Status(models.TextChoices):
        """Where it stands."""

        RECORDED = "recorded", pgettext_lazy("state of an incident", "Recorded")
        NOTIFIED = "notified", pgettext_lazy("state of an incident", "Reported to the authority")
        HANDLED = "handled", pgettext_lazy("state of an incident", "Dealt with")
        CLOSED = "closed", pgettext_lazy("state of an incident", "Lessons drawn")
        MERGED = MERGED, _("Merged")
        HANDED_ON = HANDED_ON, _("Handed on")

    class Level(models.TextChoices):
        """How grave it was."""

        NEAR_MISS = "near_miss", pgettext_lazy("level of an incident", "Near miss")
        MINOR = "minor", pgettext_lazy("level of an incident", "Minor")
        GENERAL = "general", pgettext_lazy("level of an incident", "General")
        SERIOUS = "serious", pgettext_lazy("level of an incident", "Serious")

    OPEN = (Status.RECORDED, Status.NOTIFIED, Status.HANDLED)
    NEEDS_REASON = (Status.NOTIFIED, Status.HANDLED, Status.CLOSED)
    MOVES = {
        Status.RECORDED: {Status.NOTIFIED, Status.HANDLED, Status.MERGED},
        Status.NOTIFIED: {Status.HANDLED},
        Status.HANDLED: {Status.CLOSED, Status.NOTIFIED},
        Status.CLOSED: {Status.HANDLED},
    }

    status = models.CharField(_("state"), max_length=12, choices=Status, default=Status.RECORDED)
    level = models.CharField(_("level"), max_length=12, choices=Level, default=Level.MINOR)
    domain = models.CharField(_("category"), max_length=12, choices=Domain, default=Domain.OTHER)
    happened_at = models.DateTimeField(_("happened at"))
    hurt_pupils = models.PositiveSmallIntegerField(_("hurt pupils"), default=0)
    hurt_staff = models.PositiveSmallIntegerField(_("hurt staff"), default=0)
    is_simulated = models.BooleanField(_("simulated, for training"), default=False)
    measures = models.TextField(_("measures taken"), max_length=2000, blank=True)
    notified_at = models.DateTimeField(_("reported to the authority at"), null=True, blank=True)
    lessons = models.TextField(_("lessons"), max_length=2000, blank=True)

    objects = IncidentQuerySet.as_manager()

    class Meta(Case.Meta):
        abstract = False
        verbose_name = _("incident")
        verbose_name_plural = _("incidents")
        indexes = [
            *Case.Meta.indexes,
            models.Index(fields=["-happened_at", "-id"], name="incident_latest"),
        ]
        constraints = [
            *Case.Meta.constraints,
            models.CheckConstraint(
                condition=Q(
                    status__in=[
                        "recorded", "notified", "handled", "closed", "merged", "handed_on",
                    ]
                ),
                name="incident_status_known",
            ),
            models.CheckConstraint(
                condition=Q(level__in=["near_miss", "minor", "general", "serious"]),
                name="incident_level_known",
            ),
            models.CheckConstraint(
                condition=Q(domain__in=DOMAIN_VALUES), name="incident_domain_known"
            ),
            models.CheckConstraint(
                condition=Q(happened_at__lte=models.F("raised_at")),
                name="incident_happened_before_it_is_told",
                violation_error_message=_("That is still to come."),
            ),
            models.CheckConstraint(
                condition=~Q(status="notified") | Q(notified_at__isnull=False),
                name="incident_notified_at_some_time",
            ),
            models.CheckConstraint(
                condition=~Q(status="closed") | ~Q(lessons=""),
                name="incident_closed_with_lessons",
                violation_error_message=_("Write what is learned from it."),
            ),
        ]  # fmt: skip

    @property
    def hurt(self) -> int:
        """How many people were hurt."""
        return self.hurt_pupils + self.hurt_staff


def last_accident(before: datetime) -> datetime | None:
    """When the last accident happened; None where none is recorded."""
    found = Incident.objects.accidents().filter(happened_at__lte=before)
    return found.order_by("-happened_at").values_list("happened_at", flat=True).first()
