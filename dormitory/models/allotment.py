"""Who is to get which bed: laid as a whole, looked at, applied as a whole or not at all."""

from datetime import datetime

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.models import Job, Person
from campus.sheets.table import Fault
from dormitory.models.house import Bed
from dormitory.models.reach import warden_reach


class AllotmentQuerySet(models.QuerySet["Allotment"]):
    """Allotments in words."""

    def visible_to(self, person: Person) -> "AllotmentQuerySet":
        """Overseers see all; a warden, who may have but one house, the own ones."""
        reach = warden_reach(person)
        if reach.everywhere:
            return self
        return self.filter(by=person) if reach else self.none()

    def left_lying(self, before: datetime) -> "AllotmentQuerySet":
        """Laid before a moment, and never applied."""
        S = Allotment.State
        return self.filter(state__in=[S.READING, S.FAULTY, S.READY], at__lt=before)


class Allotment(models.Model):
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
    file = models.CharField(_("file"), max_length=200, blank=True)
    facts = models.JSONField(default=dict, blank=True)
    faults = models.JSONField(_("bad rows"), default=list, blank=True)
    unread = models.JSONField(_("not read"), default=list, blank=True)
    # The long work that was asked for last: reading, or applying.
    job = models.ForeignKey(
        Job, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("job")
    )
    by = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("by"))
    at = models.DateTimeField(_("at"))
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
                condition=Q(state__in=["reading", "faulty", "ready", "applied", "let_go"]),
                name="allotment_state_known",
            ),
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                name="allotment_ends_after_it_starts",
                violation_error_message=_("It cannot end before it starts."),
            ),
            models.CheckConstraint(
                condition=Q(state="applied", applied_at__isnull=False)
                | ~Q(state="applied") & Q(applied_at=None),
                name="allotment_applied_has_moment",
            ),
            models.CheckConstraint(
                condition=Q(file="") | Q(state__in=["reading", "faulty", "ready"]),
                name="allotment_file_goes",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("dormitory:allotment", args=[self.pk])

    @property
    def is_open(self) -> bool:
        """Whether it is neither applied nor given up."""
        return self.state in {self.State.READING, self.State.FAULTY, self.State.READY}

    @property
    def is_ready(self) -> bool:
        return self.state == self.State.READY

    @property
    def carries_on(self) -> bool:
        return self.source == self.Source.CARRY

    @property
    def is_under_way(self) -> bool:
        """Whether a worker has something to do with it."""
        return self.job is not None and self.job.is_waiting

    @cached_property
    def bad_rows(self) -> list[Fault]:
        return [Fault(**fault) for fault in self.faults]


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
