"""Forms that were sent, and forms that could not be taken."""

from datetime import datetime

from django.db import models
from django.utils.translation import gettext_lazy as _

from campus.people.models import Person


class SubmissionQuerySet(models.QuerySet["Submission"]):
    """Submissions in words."""

    def before(self, moment: datetime) -> "SubmissionQuerySet":
        return self.filter(sent_at__lt=moment)


class Submission(models.Model):
    """One sending of one drawn form with one content; `location` is where it led."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    # Of the form's key, its address and all that was typed: the same press twice, nothing else.
    digest = models.CharField(max_length=64)
    sent_at = models.DateTimeField(_("sent at"))
    location = models.CharField(max_length=500, blank=True)

    objects = SubmissionQuerySet.as_manager()

    class Meta:
        verbose_name = _("submission")
        verbose_name_plural = _("submissions")
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(fields=["person", "digest"], name="submission_counts_once")
        ]
        indexes = [models.Index(fields=["sent_at"], name="submission_by_age")]

    def __str__(self) -> str:
        return f"{self.person_id} → {self.location}"


class KeptFormQuerySet(models.QuerySet["KeptForm"]):
    """Kept forms in words."""

    def visible_to(self, person: Person) -> "KeptFormQuerySet":
        """Whoever typed it, and nobody else on the same device."""
        return self.filter(person=person)

    def before(self, moment: datetime) -> "KeptFormQuerySet":
        return self.filter(kept_at__lt=moment)


class KeptForm(models.Model):
    """What a person sent without being signed in any more: address, and names with values."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    key = models.CharField(max_length=43, unique=True)
    path = models.CharField(max_length=500)
    typed = models.JSONField()
    kept_at = models.DateTimeField(_("kept at"))

    objects = KeptFormQuerySet.as_manager()

    class Meta:
        verbose_name = _("kept form")
        verbose_name_plural = _("kept forms")
        ordering = ["-id"]

    def __str__(self) -> str:
        return self.path
