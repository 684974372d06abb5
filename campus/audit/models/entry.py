"""The entries of the audit log."""

from datetime import timedelta
from typing import Any

import pgtrigger
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Case, OuterRef, Q, Subquery, When
from django.urls import reverse
from django.utils.translation import gettext as translate
from django.utils.translation import gettext_lazy as _

from campus.people.models import Person, Role
from campus.shell.words import in_words

# Logs are kept for six months at the least (Cybersecurity Law, art. 21).
KEPT_AT_LEAST = timedelta(days=180)


class AuditQuerySet(models.QuerySet["AuditEntry"]):
    """The log in words."""

    def visible_to(self, person: Person) -> "AuditQuerySet":
        """Auditors read it; those whom it tells of, administrators among them, do not."""
        return self if person.on_duty_as(Role.AUDITOR) else self.none()

    def with_people(self) -> "AuditQuerySet":
        """With who did it, and the name and number of the person it was done to."""
        whom = Person.objects.filter(pk=OuterRef("about_id"))
        is_person = Q(about_type__app_label="campus", about_type__model="person")
        named = {
            f"whose_{field}": Case(When(is_person, then=Subquery(whom.values(field)[:1])))
            for field in ("name", "number")
        }
        return self.select_related("by", "about_type").annotate(**named)


class AuditEntry(models.Model):
    """One act. `by` is nobody where somebody who is not known was refused.

    `about` is whoever or whatever it was done to; `facts` fill the sentence and hold no secret.
    """

    kind = models.CharField(_("kind"), max_length=40)
    by = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("by")
    )
    at = models.DateTimeField(_("at"))
    ip = models.GenericIPAddressField(_("network address"), null=True, blank=True)
    # The sentence before translation: each reader sees it in a language of their own.
    text = models.CharField(_("text"), max_length=300)
    facts = models.JSONField(_("facts"), default=dict, blank=True)
    about_type = models.ForeignKey(
        ContentType, models.PROTECT, null=True, blank=True, related_name="+"
    )
    about_id = models.PositiveBigIntegerField(null=True, blank=True)

    objects = AuditQuerySet.as_manager()

    class Meta:
        verbose_name = _("audit entry")
        verbose_name_plural = _("audit log")
        ordering = ["-at", "-id"]
        indexes = [
            models.Index(fields=["-at", "-id"], name="audit_newest"),
            models.Index(fields=["kind", "-at"], name="audit_by_kind"),
            models.Index(fields=["by", "-at"], name="audit_by_person"),
            models.Index(fields=["about_type", "about_id", "-at"], name="audit_about"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(about_type=None, about_id=None)
                | Q(about_type__isnull=False, about_id__isnull=False),
                name="audit_about_whole",
            )
        ]
        triggers = [
            pgtrigger.Protect(name="audit_is_append_only", operation=pgtrigger.Update),
            pgtrigger.Trigger(
                name="audit_is_kept",
                operation=pgtrigger.Delete,
                when=pgtrigger.Before,
                func=f"""
                    IF OLD.at > NOW() - INTERVAL '{KEPT_AT_LEAST.days} days' THEN
                        RAISE EXCEPTION 'the audit log is kept for {KEPT_AT_LEAST.days} days';
                    END IF;
                    RETURN OLD;
                """,
            ),
            pgtrigger.Trigger(
                name="audit_is_never_emptied",
                operation=pgtrigger.Truncate,
                when=pgtrigger.Before,
                level=pgtrigger.Statement,
                func="RAISE EXCEPTION 'the audit log is never emptied';",
            ),
        ]

    def __str__(self) -> str:
        return self.sentence

    def get_absolute_url(self) -> str:
        return reverse("audit:entry", args=[self.pk])

    @property
    def sentence(self) -> str:
        """What happened, in the reader's language."""
        facts: dict[str, Any] = {name: in_words(value) for name, value in self.facts.items()}
        return translate(self.text) % facts
