"""What is laid as a whole, looked at, and then applied as a whole or not at all."""

from datetime import datetime
from typing import Any, Self

from django.db import models
from django.db.models import Q
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from campus.jobs.models import Job
from campus.people.models import Person
from campus.sheets.table import Fault

OPEN = ("reading", "faulty", "ready")


class DraftQuerySet(models.QuerySet[Any]):
    """Drafts in words."""

    def left_lying(self, before: datetime) -> Self:
        """Laid before a moment, and neither applied nor given up."""
        return self.filter(state__in=OPEN, at__lt=before)


class Draft(models.Model):
    """A draft, most often from a table: being read → has faults, or ready → applied; or let go.

    Whoever inherits says what it holds, its `state`s by those names, and who applied it when
    (`applied_by`, `applied_at`). `file` is the table's name in the storage of private files, empty
    once it is deleted; `faults` are the bad rows as `campus.sheets.table.Fault` stores them;
    `unread` the sheets and columns that nobody knows; `job` is the long work that was asked for
    last.
    """

    state: "models.CharField[str, str]"
    by = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("by"))
    at = models.DateTimeField(_("at"))
    file = models.CharField(_("file"), max_length=200, blank=True)
    faults = models.JSONField(_("bad rows"), default=list, blank=True)
    unread = models.JSONField(_("not read"), default=list, blank=True)
    job = models.ForeignKey(
        Job, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("job")
    )

    class Meta:
        abstract = True

    @property
    def is_open(self) -> bool:
        """Whether it is neither applied nor given up."""
        return self.state in OPEN

    @property
    def is_ready(self) -> bool:
        return self.state == "ready"

    @property
    def is_under_way(self) -> bool:
        """Whether a worker has something to do with it."""
        return self.job is not None and self.job.is_waiting

    @cached_property
    def bad_rows(self) -> list[Fault]:
        return [Fault(**fault) for fault in self.faults]


def draft_constraints(name: str, *, also: str = "") -> list[models.BaseConstraint]:
    """What holds of every draft; `also` is a state behind the applied one, such as taken back."""
    applied: dict[str, Any] = {"state__in": ["applied", also]} if also else {"state": "applied"}
    states = [*OPEN, "applied", *([also] if also else []), "let_go"]
    return [
        models.CheckConstraint(condition=Q(state__in=states), name=f"{name}_state_known"),
        models.CheckConstraint(
            condition=Q(**applied, applied_at__isnull=False) | ~Q(**applied) & Q(applied_at=None),
            name=f"{name}_applied_has_moment",
        ),
        models.CheckConstraint(
            condition=Q(file="") | Q(state__in=list(OPEN)), name=f"{name}_file_goes"
        ),
    ]
