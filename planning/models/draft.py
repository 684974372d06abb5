"""A work plan between paste and adoption: read, looked at, corrected, and then adopted or left."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from campus.models import Department, Person, Semester
from planning.models.plan import Kind, Plan, PlanItem


class PlanDraft(models.Model):
    """A text read as a plan for one semester and department, waiting for its reader's decision."""

    semester = models.ForeignKey(Semester, models.PROTECT, related_name="drafts")
    department = models.ForeignKey(Department, models.PROTECT, related_name="drafts")
    title = models.CharField(_("title"), max_length=200)
    text = models.TextField(_("text"))
    aims = ArrayField(models.CharField(max_length=200), default=list, verbose_name=_("aims"))
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField(_("at"))
    adopted_as = models.ForeignKey(
        Plan, models.SET_NULL, null=True, blank=True, related_name="drafts"
    )

    class Meta:
        verbose_name = _("plan draft")
        verbose_name_plural = _("plan drafts")
        ordering = ["-at"]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("planning:draft", args=[self.pk])


class DraftItem(models.Model):
    """One item as read from the text; what is doubtful about it is marked."""

    class Difference(models.TextChoices):
        """How an item compares with the plan adopted earlier for the same semester."""

        NEW = "new", _("New")
        CHANGED = "changed", _("Changed")
        SAME = "same", _("As before")
        GONE = "gone", _("No longer in the text")

    draft = models.ForeignKey(PlanDraft, models.CASCADE, related_name="items")
    position = models.PositiveSmallIntegerField()
    title = models.CharField(_("title"), max_length=500)
    kind = models.CharField(_("kind"), max_length=16, choices=Kind, default=Kind.OTHER)
    starts_on = models.DateField(_("first day"))
    ends_on = models.DateField(_("last day"))
    units = ArrayField(models.CharField(max_length=60), default=list, blank=True, verbose_name=_("units"))
    cohort = models.CharField(_("cohort"), max_length=60, blank=True)
    line_no = models.PositiveIntegerField(_("line"), default=0)
    source = models.TextField(_("as written in the plan"), blank=True)
    doubts = ArrayField(models.CharField(max_length=32), default=list, blank=True)
    is_dropped = models.BooleanField(_("left out"), default=False)
    difference = models.CharField(
        _("difference"), max_length=8, choices=Difference, default=Difference.NEW
    )
    matches = models.ForeignKey(
        PlanItem, models.SET_NULL, null=True, blank=True, related_name="+",
        verbose_name=_("item of the adopted plan"),
    )  # fmt: skip

    class Meta:
        verbose_name = _("draft item")
        verbose_name_plural = _("draft items")
        ordering = ["position", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")),
                name="draft_item_ends_after_it_starts",
                violation_error_message=_("The last day must not come before the first."),
            ),
            models.CheckConstraint(condition=Q(kind__in=Kind.values), name="draft_item_kind_known"),
        ]

    def __str__(self) -> str:
        return self.title
