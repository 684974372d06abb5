"""Tables that come in as a whole or not at all."""

from datetime import datetime

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.models import Job, Person
from campus.sheets.table import Fault
from repairs.models.asset import KEEPERS


class SheetImportQuerySet(models.QuerySet["SheetImport"]):
    """Imports in words."""

    def visible_to(self, person: Person) -> "SheetImportQuerySet":
        """Whoever keeps the register and the store."""
        return self if person.on_duty_as(*KEEPERS) else self.none()

    def left_lying(self, before: datetime) -> "SheetImportQuerySet":
        """Uploaded before a moment, and never brought in."""
        S = SheetImport.State
        return self.filter(state__in=[S.READING, S.FAULTY, S.READY], at__lt=before)


class SheetImport(models.Model):
    """One file with assets, or with what classes are given: being read → has faults, or ready →
    brought in as a whole; or thrown away.

    `file` is its name in the storage of private files, empty once it is deleted; `facts` what was
    typed beside it; `counts` what it would do; `preview` its first rows in words.
    """

    class Kind(models.TextChoices):
        """What the table holds."""

        ASSETS = "assets", _("Fixed assets")
        ISSUE = "issue", _("Supplies for classes")
        PROPERTY = "property", _("What should be in rooms")

    class State(models.TextChoices):
        """From the upload to the end."""

        READING = "reading", _("Being read")
        FAULTY = "faulty", _("Has bad rows")
        READY = "ready", pgettext_lazy("state of an import", "Ready to be brought in")
        APPLIED = "applied", pgettext_lazy("state of an import", "Brought in")
        LET_GO = "let_go", _("Thrown away")

    kind = models.CharField(_("kind"), max_length=8, choices=Kind)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("by"))
    at = models.DateTimeField(_("at"))
    state = models.CharField(_("state"), max_length=8, choices=State, default=State.READING)
    file_name = models.CharField(_("file name"), max_length=200)
    file = models.CharField(_("file"), max_length=200, blank=True)
    facts = models.JSONField(default=dict, blank=True)
    counts = models.JSONField(default=dict, blank=True)
    preview = models.JSONField(default=list, blank=True)
    faults = models.JSONField(_("bad rows"), default=list, blank=True)
    unread = models.JSONField(_("not read"), default=list, blank=True)
    # The long work that was asked for last: reading, or bringing in.
    job = models.ForeignKey(
        Job, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("job")
    )
    applied_by = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("brought in by"),
    )  # fmt: skip
    applied_at = models.DateTimeField(_("brought in at"), null=True, blank=True)
    # The page that shows what came of it.
    path = models.CharField(max_length=200, blank=True)

    objects = SheetImportQuerySet.as_manager()

    class Meta:
        verbose_name = _("import of a table")
        verbose_name_plural = _("imports of tables")
        ordering = ["-id"]
        indexes = [models.Index(fields=["kind", "-id"], name="sheet_import_of_kind")]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=["assets", "issue", "property"]),
                name="sheet_import_kind_known",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["reading", "faulty", "ready", "applied", "let_go"]),
                name="sheet_import_state_known",
            ),
            models.CheckConstraint(
                condition=Q(state="applied", applied_at__isnull=False)
                | ~Q(state="applied") & Q(applied_at=None),
                name="sheet_import_applied_has_moment",
            ),
            models.CheckConstraint(
                condition=Q(file="") | Q(state__in=["reading", "faulty", "ready"]),
                name="sheet_import_file_goes",
            ),
        ]

    def __str__(self) -> str:
        return self.file_name

    def get_absolute_url(self) -> str:
        return reverse("repairs:import", args=[self.pk])

    @property
    def is_open(self) -> bool:
        """Whether it is neither brought in nor given up."""
        return self.state in {self.State.READING, self.State.FAULTY, self.State.READY}

    @property
    def is_ready(self) -> bool:
        return self.state == self.State.READY

    @property
    def is_under_way(self) -> bool:
        """Whether a worker has something to do with it."""
        return self.job is not None and self.job.is_waiting

    @cached_property
    def bad_rows(self) -> list[Fault]:
        return [Fault(**fault) for fault in self.faults]
