"""Long work that somebody has asked for."""

from typing import Any

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as translate
from django.utils.translation import gettext_lazy as _

from campus.notices.models import own_path
from campus.people.models import Person


class JobQuerySet(models.QuerySet["Job"]):
    """Jobs in words."""

    def visible_to(self, person: Person) -> "JobQuerySet":
        """Whoever asked for it: its file holds what that person may see."""
        return self.filter(by=person)

    def waiting(self) -> "JobQuerySet":
        return self.filter(state=Job.State.WAITING)


class Job(models.Model):
    """One piece of long work: what to do (`kind`, `facts`), for whom, and what came of it.

    `facts` hold ids and words that JSON knows. How far it is stands in the cache alone
    (`campus.jobs.progress`): to lose that harms nobody.
    """

    class State(models.TextChoices):
        """A job waits until a worker has done it or has failed at it."""

        WAITING = "waiting", _("Under way")
        DONE = "done", _("Done")
        FAILED = "failed", _("Failed")

    kind = models.CharField(_("kind"), max_length=60)
    title = models.CharField(_("title"), max_length=120)
    by = models.ForeignKey(Person, models.CASCADE, related_name="jobs", verbose_name=_("by"))
    facts = models.JSONField(_("facts"), default=dict, blank=True)
    state = models.CharField(_("state"), max_length=8, choices=State, default=State.WAITING)
    asked_at = models.DateTimeField(_("asked at"))
    ended_at = models.DateTimeField(_("ended at"), null=True, blank=True)
    # Where the storage of private files holds what was made, and the name it is saved under.
    file = models.CharField(_("file"), max_length=200, blank=True)
    file_name = models.CharField(_("file name"), max_length=200, blank=True)
    path = models.CharField(
        _("page that shows what came of it"), max_length=200, blank=True, validators=[own_path]
    )
    # A source string of the catalogue with its facts: each reader sees it in their language.
    text = models.CharField(_("what came of it"), max_length=300, blank=True)
    text_facts = models.JSONField(default=dict, blank=True)

    objects = JobQuerySet.as_manager()

    class Meta:
        verbose_name = _("job")
        verbose_name_plural = _("jobs")
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=["waiting", "done", "failed"]), name="job_state_known"
            ),
            models.CheckConstraint(
                condition=Q(state="waiting", ended_at=None)
                | ~Q(state="waiting") & Q(ended_at__isnull=False),
                name="job_ended_has_moment",
            ),
        ]
        indexes = [
            models.Index(fields=["asked_at"], condition=Q(state="waiting"), name="job_waiting"),
            models.Index(fields=["by", "-id"], name="job_of_person"),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("jobs:job", args=[self.pk])

    @property
    def is_waiting(self) -> bool:
        return self.state == self.State.WAITING

    @property
    def is_done(self) -> bool:
        return self.state == self.State.DONE

    @property
    def sentence(self) -> str:
        """What came of it, in the reader's language."""
        facts: dict[str, Any] = self.text_facts
        return translate(self.text) % facts if self.text else ""
