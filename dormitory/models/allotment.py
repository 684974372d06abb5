"""Who is to get which bed: laid as a whole, looked at, applied as a whole or not at all."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.drafts.models import Draft, DraftQuerySet, draft_constraints
from campus.models import Person
from dormitory.models.house import Bed
from dormitory.models.reach import warden_reach


class AllotmentQuerySet(DraftQuerySet):
    """Allotments in words."""

    def visible_to(self, person: Person) -> "AllotmentQuerySet":
        """Overseers see all; a warden, who may have but one house, the own ones."""
        reach = warden_reach(person)
        if reach.everywhere:
            return self
        return self.filter(by=person) if reach else self.none()


class Allotment(Draft):
    """A draft of who sleeps where from a day on (住宿安排): being read → has faults, or ready →
    applied; or let go.

    It comes from a table, from a rule, or carries the stays of a semester on into the next.
    `file` is the table's name in the storage of private files, empty once it is deleted; `facts`
    what was chosen beside it.
    """

    class Source(models.TextChoices):
        """Where it comes from."""

        TABLE = "table", pgettext_lazy("source of an allotment", "From a table")
        RULE = "rule", pgettext_lazy("source of an allotment", "By rule")
        CARRY = "carry", pgettext_lazy("source of an allotment", "Carried on")

    class State(models.TextChoices):
        """From the first look to the end."""

        READING = "reading", _("Being read")
        FAULTY = "faulty", _("Has bad rows")
        READY = "ready", pgettext_lazy("state of an allotment", "Ready to be applied")
        APPLIED = "applied", pgettext_lazy("state of an allotment", "Applied")
        LET_GO = "let_go", _("Thrown away")

    source = models.CharField(_("source"), max_length=8, choices=Source)
    state = models.CharField(_("state"), max_length=8, choices=State, default=State.READING)
    title = models.CharField(_("title"), max_length=200)
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("to"), null=True, blank=True)
    facts = models.JSONField(default=dict, blank=True)
    applied_by = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("applied by"),
    )  # fmt: skip
    applied_at = models.DateTimeField(_("applied at"), null=True, blank=True)

    objects = AllotmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("allotment of beds")
        verbose_name_plural = _("allotments of beds")
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(source__in=["table", "rule", "carry"]), name="allotment_source_known"
            ),
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                name="allotment_ends_after_it_starts",
                violation_error_message=_("It cannot end before it starts."),
            ),
            *draft_constraints("allotment"),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("dormitory:allotment", args=[self.pk])

    @property
    def carries_on(self) -> bool:
        return self.source == self.Source.CARRY


class AllotmentLine(models.Model):
    """One pupil of an allotment: the bed, or none for whoever found no bed or leaves the house."""

    allotment = models.ForeignKey(Allotment, models.CASCADE, related_name="lines")
    pupil = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("pupil"))
    bed = models.ForeignKey(
        Bed, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("bed")
    )
    # Where the pupil sleeps at present: the bed that a line carries on.
    was_in = models.ForeignKey(
        Bed, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("now in")
    )

    class Meta:
        verbose_name = _("line of an allotment")
        verbose_name_plural = _("lines of allotments")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["allotment", "pupil"], name="allotment_pupil_once",
                violation_error_message=_("This pupil stands in the allotment already."),
            ),
            models.UniqueConstraint(
                fields=["allotment", "bed"], name="allotment_bed_once",
                violation_error_message=_("Another pupil of the allotment has this bed."),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.pupil} → {self.bed or '–'}"
