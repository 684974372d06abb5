"""Imports of the school's rosters, and what each changes."""

from typing import Any

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from campus.drafts.models import Draft, DraftQuerySet, draft_constraints
from campus.people.models import Person, Role


class RosterImportQuerySet(DraftQuerySet):
    """Imports in words."""

    def visible_to(self, person: Person) -> "RosterImportQuerySet":
        """Administrators and the head; what was imported names minors."""
        if person.on_duty_as(Role.ADMINISTRATOR, Role.HEAD):
            return self
        return self.none()


class RosterImport(Draft):
    """One file with rosters, from its upload to its being applied, or taken back.

    It holds from `day`: whoever is missing has left on it, duties without a first day begin on it.
    `file` is its name in the storage of private files, empty once it is deleted; `complete` holds
    the kinds whose sheet lists everybody; `counts` tell by kind and by what happens how many rows;
    `faults` are the bad rows as `campus.sheets.table.Fault` stores them; `unread` the sheets and
    columns that nobody knows.
    """

    class State(models.TextChoices):
        """From the upload to the end."""

        READING = "reading", _("Being read")
        FAULTY = "faulty", _("Has bad rows")
        READY = "ready", _("Ready to import")
        APPLIED = "applied", _("Imported")
        TAKEN_BACK = "taken_back", _("Taken back")
        LET_GO = "let_go", _("Thrown away")

    day = models.DateField(_("holds from"))
    state = models.CharField(_("state"), max_length=12, choices=State, default=State.READING)
    file_name = models.CharField(_("file name"), max_length=200)
    digest = models.CharField(_("digest"), max_length=64)
    complete = models.JSONField(_("complete lists"), default=list, blank=True)
    counts = models.JSONField(_("counts"), default=dict, blank=True)
    applied_by = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("imported by"),
    )  # fmt: skip
    applied_at = models.DateTimeField(_("imported at"), null=True, blank=True)
    taken_back_by = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("taken back by"),
    )  # fmt: skip
    taken_back_at = models.DateTimeField(_("taken back at"), null=True, blank=True)

    objects = RosterImportQuerySet.as_manager()

    class Meta:
        verbose_name = _("import of rosters")
        verbose_name_plural = _("imports of rosters")
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="taken_back", taken_back_at__isnull=False)
                | ~Q(state="taken_back") & Q(taken_back_at=None),
                name="roster_import_taken_back_has_moment",
            ),
            *draft_constraints("roster_import", also="taken_back"),
        ]

    def __str__(self) -> str:
        return self.file_name

    def get_absolute_url(self) -> str:
        return reverse("rosters:import", args=[self.pk])

    @property
    def is_applied(self) -> bool:
        return self.state == self.State.APPLIED

    def count(self, what: str, kind: str = "") -> int:
        """How many rows are `what` (RosterChange.What), of one kind or of all."""
        by_kind: dict[str, dict[str, int]] = self.counts.get("rows", {})
        kinds = [kind] if kind else by_kind
        return sum(by_kind.get(each, {}).get(what, 0) for each in kinds)

    @property
    def changes_nothing(self) -> bool:
        What = RosterChange.What
        return not any(self.count(what) for what in (What.ADDED, What.CHANGED, What.ENDED))


class RosterChange(models.Model):
    """What an import does to one department, class, person or duty.

    `key` finds it again: a name, "10-3" for a class, a number, or the parts of a duty. `fields`
    hold old and new of each field that changes, as JSON and in terms of keys.
    """

    class Kind(models.TextChoices):
        """The sheets of a roster, in the order in which they are applied."""

        DEPARTMENTS = "departments", _("Departments")
        CLASSES = "classes", _("Classes")
        STAFF = "staff", _("Staff")
        PUPILS = "pupils", _("Pupils")
        PLACES = "places", _("Places")
        DUTIES = "duties", _("Duties")

    class What(models.TextChoices):
        """What happens to it."""

        ADDED = "added", _("Added")
        CHANGED = "changed", _("Changed")
        ENDED = "ended", _("Ended")
        UNCHANGED = "unchanged", _("Unchanged")

    roster = models.ForeignKey(
        RosterImport, models.CASCADE, related_name="changes", verbose_name=_("import")
    )
    kind = models.CharField(_("kind"), max_length=12, choices=Kind)
    what = models.CharField(_("what"), max_length=12, choices=What)
    key = models.CharField(_("key"), max_length=200)
    title = models.CharField(_("title"), max_length=200)
    row = models.PositiveIntegerField(_("row"), default=0)
    fields = models.JSONField(_("fields"), default=dict, blank=True)

    class Meta:
        verbose_name = _("change by an import")
        verbose_name_plural = _("changes by imports")
        ordering = ["id"]
        indexes = [
            models.Index(fields=["roster", "what", "kind", "id"], name="roster_change_listed")
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    kind__in=["departments", "classes", "staff", "pupils", "places", "duties"]
                ),
                name="roster_change_kind_known",
            ),
            models.CheckConstraint(
                condition=Q(what__in=["added", "changed", "ended", "unchanged"]),
                name="roster_change_what_known",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def stored(self) -> tuple[Any, ...]:
        """What two computations of the same change have in common."""
        return (self.kind, self.what, self.key, self.fields)
