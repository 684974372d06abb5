"""What the office wants to be told in the report."""

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from campus.lists.search import Bigrams
from campus.models import Person, Semester
from campus.tracking import tracked

SHOWN = 30


class ReportNoteQuerySet(models.QuerySet["ReportNote"]):
    """Notes in words."""

    def visible_to(self, person: Person) -> "ReportNoteQuerySet":
        """The staff's, as long as they are not taken back."""
        if person.is_pupil or not person.is_active:
            return self.none()
        return self.standing()

    def standing(self) -> "ReportNoteQuerySet":
        return self.filter(taken_back_at=None)


@tracked()
class ReportNote(models.Model):
    """A few sentences about one part of the report (`key`), written while things are fresh; photos
    hang on it as attachments."""

    semester = models.ForeignKey(
        Semester, models.PROTECT, related_name="report_notes", verbose_name=_("semester")
    )
    key = models.CharField(_("about"), max_length=24)
    text = models.TextField(_("what is to be told"), max_length=2000)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("by"))
    at = models.DateTimeField(_("at"))
    taken_back_by = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("taken back by"),
    )  # fmt: skip
    taken_back_at = models.DateTimeField(_("taken back at"), null=True, blank=True)
    sought = models.GeneratedField(
        expression=Bigrams("text"), output_field=SearchVectorField(), db_persist=True
    )

    objects = ReportNoteQuerySet.as_manager()

    class Meta:
        verbose_name = _("note for the report")
        verbose_name_plural = _("notes for the report")
        ordering = ["-at", "-id"]
        indexes = [
            models.Index(fields=["semester", "-at"], name="report_note_of_semester"),
            GinIndex(fields=["sought"], name="report_note_sought"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(text=""), name="report_note_says_something",
                violation_error_message=_("Write what is to be told."),
            ),
            models.CheckConstraint(
                condition=Q(taken_back_at=None, taken_back_by=None)
                | Q(taken_back_at__isnull=False, taken_back_by__isnull=False),
                name="report_note_taken_back_by_somebody",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.text if len(self.text) <= SHOWN else f"{self.text[:SHOWN]}…"

    def get_absolute_url(self) -> str:
        return reverse("report:note", args=[self.pk])
