"""Seals: whoever changes the log past its triggers is found out."""

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from campus.audit.models.entry import KEPT_AT_LEAST

APPEND_ONLY = pgtrigger.Update | pgtrigger.Delete


class AuditSeal(models.Model):
    """The entries of one day: how many, and a digest over them and the seal of the day before.

    A day without entries has one as well, so that none can go missing.
    """

    day = models.DateField(_("day"), unique=True)
    count = models.PositiveIntegerField(_("entries"))
    digest = models.CharField(_("SHA-256"), max_length=64)
    at = models.DateTimeField(_("at"))

    class Meta:
        verbose_name = _("seal of the audit log")
        verbose_name_plural = _("seals of the audit log")
        ordering = ["day"]
        constraints = [
            models.CheckConstraint(
                condition=Q(digest__regex=r"^[0-9a-f]{64}$"), name="audit_seal_is_a_digest"
            )
        ]
        triggers = [pgtrigger.Protect(name="audit_seal_is_append_only", operation=APPEND_ONLY)]

    def __str__(self) -> str:
        return f"{self.day} {self.digest[:12]}"


class AuditRelease(models.Model):
    """Entries up to `until` were let go of, as old as the school lets them become."""

    until = models.DateField(_("until"))
    count = models.PositiveIntegerField(_("entries"))
    at = models.DateTimeField(_("at"))

    class Meta:
        verbose_name = _("end of keeping in the audit log")
        verbose_name_plural = _("ends of keeping in the audit log")
        ordering = ["until"]
        triggers = [
            pgtrigger.Protect(name="audit_release_is_append_only", operation=APPEND_ONLY),
            pgtrigger.Trigger(
                name="audit_release_is_of_old_days",
                operation=pgtrigger.Insert,
                when=pgtrigger.Before,
                func=f"""
                    IF NEW.until > CURRENT_DATE - {KEPT_AT_LEAST.days} THEN
                        RAISE EXCEPTION 'the audit log is kept for {KEPT_AT_LEAST.days} days';
                    END IF;
                    RETURN NEW;
                """,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.until}: {self.count}"


class AuditCheck(models.Model):
    """All seals were looked at: the first day and the last, and the days whose seal is broken."""

    at = models.DateTimeField(_("at"))
    first_day = models.DateField(_("first day"))
    last_day = models.DateField(_("last day"))
    broken = ArrayField(models.DateField(), default=list, blank=True, verbose_name=_("broken"))

    class Meta:
        verbose_name = _("check of the audit log")
        verbose_name_plural = _("checks of the audit log")
        ordering = ["-id"]
        triggers = [pgtrigger.Protect(name="audit_check_is_append_only", operation=APPEND_ONLY)]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d} {len(self.broken)}"
