"""How long the school keeps kinds of data, and what was erased night by night."""

import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from campus.people.models import Person
from campus.tracking import tracked


@tracked()
class RetentionRule(models.Model):
    """The school's own time for a kind of data, in place of the proposed one.

    `kind` is a name of `campus.privacy.registry.KEPT`; None months keep it without an end.
    """

    kind = models.CharField(_("kind"), max_length=30, unique=True)
    months = models.PositiveSmallIntegerField(_("months"), null=True, blank=True)
    reason = models.CharField(_("reason"), max_length=300)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("by"))
    at = models.DateTimeField(_("at"))

    class Meta:
        verbose_name = _("time of keeping")
        verbose_name_plural = _("times of keeping")
        ordering = ["kind"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(reason=""), name="retention_ruled_for_a_reason",
                violation_error_message=_("Say why."),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.kind}: {self.months}"


class RetentionRun(models.Model):
    """What one run has erased, by kind; a trial what it would have. Never changed."""

    at = models.DateTimeField(_("at"))
    ended_at = models.DateTimeField(_("ended at"))
    by = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("by")
    )
    is_trial = models.BooleanField(_("trial"), default=False)
    # Kind → how many.
    counts = models.JSONField(_("erased"), default=dict, blank=True)

    class Meta:
        verbose_name = _("run of erasing")
        verbose_name_plural = _("runs of erasing")
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_at__gte=F("at")), name="retention_run_ends_after_it_begins"
            )
        ]
        triggers = [
            pgtrigger.Protect(
                name="retention_run_is_append_only", operation=pgtrigger.Update | pgtrigger.Delete
            )
        ]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d} {self.counts}"
