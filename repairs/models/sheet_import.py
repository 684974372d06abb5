"""Tables that come in as a whole or not at all."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.drafts.models import Draft, DraftQuerySet, draft_constraints
from campus.models import Person
from repairs.models.asset import KEEPERS


class SheetImportQuerySet(DraftQuerySet):
    """Imports in words."""

    def visible_to(self, person: Person) -> "SheetImportQuerySet":
        """Whoever keeps the register and the store."""
        return self if person.on_duty_as(*KEEPERS) else self.none()


class SheetImport(Draft):
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
    state = models.CharField(_("state"), max_length=8, choices=State, default=State.READING)
    file_name = models.CharField(_("file name"), max_length=200)
    facts = models.JSONField(default=dict, blank=True)
    counts = models.JSONField(default=dict, blank=True)
    preview = models.JSONField(default=list, blank=True)
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
            *draft_constraints("sheet_import"),
        ]

    def __str__(self) -> str:
        return self.file_name

    def get_absolute_url(self) -> str:
        return reverse("repairs:import", args=[self.pk])
