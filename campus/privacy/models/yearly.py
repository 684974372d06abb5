"""The yearly compliance audit (Regulations on Minors in Cyberspace, art. 37; PIPL art. 54)."""

from datetime import date

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from campus.people.models import Person
from campus.tracking import tracked


@tracked()
class AuditYear(models.Model):
    """The audit of one year: open → signed by the head, from when on it stays as it is."""

    year = models.PositiveSmallIntegerField(_("year"), unique=True)
    signed_by = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("signed by"),
    )  # fmt: skip
    signed_at = models.DateTimeField(_("signed at"), null=True, blank=True)

    class Meta:
        verbose_name = _("yearly compliance audit")
        verbose_name_plural = _("yearly compliance audits")
        ordering = ["-year"]
        constraints = [
            models.CheckConstraint(
                condition=Q(signed_by=None, signed_at=None)
                | Q(signed_by__isnull=False, signed_at__isnull=False),
                name="audit_year_signed_whole",
            )
        ]

    def __str__(self) -> str:
        return str(self.year)

    def get_absolute_url(self) -> str:
        return reverse("privacy:year", args=[self.year])

    @property
    def due_on(self) -> date:
        """Reported to the authority within the year."""
        return date(self.year, 12, 31)


@tracked()
class AuditPoint(models.Model):
    """What the school says of one point of the checklist in one year."""

    class State(models.TextChoices):
        """Whether it is so."""

        MET = "met", _("Met")
        PARTLY = "partly", _("Partly met")
        OPEN = "open", _("Not met")
        NOT_HERE = "not_here", _("Does not apply")

    audit = models.ForeignKey(AuditYear, models.PROTECT, related_name="points")
    key = models.CharField(max_length=30)
    state = models.CharField(_("state"), max_length=8, choices=State)
    remark = models.CharField(_("remark"), max_length=500, blank=True)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("by"))
    at = models.DateTimeField(_("at"))

    class Meta:
        verbose_name = _("point of a compliance audit")
        verbose_name_plural = _("points of a compliance audit")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["audit", "key"], name="audit_point_once_a_year"),
            models.CheckConstraint(
                condition=Q(state__in=["met", "partly", "open", "not_here"]),
                name="audit_point_state_known",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["partly", "open"]) | ~Q(remark=""),
                name="audit_point_open_with_a_remark",
                violation_error_message=_("Say what is missing, and what will be done."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.audit} {self.key}"
