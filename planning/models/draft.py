"""A work plan between paste and adoption: read, looked at, corrected, and then adopted or left."""

from datetime import datetime

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from campus.models import Department, Person, Role, Semester
from planning.models.plan import Kind, Plan, PlanItem, is_whole_months


class PlanDraftQuerySet(models.QuerySet["PlanDraft"]):
    """Drafts in words."""

    def visible_to(self, person: Person) -> "PlanDraftQuerySet":
        """Drafts are the planners' own table; everybody else waits for the adopted plan."""
        return self if person.on_duty_as(Role.HEAD) else self.none()

    def waiting(self) -> "PlanDraftQuerySet":
        """Drafts that nobody has adopted yet."""
        return self.filter(adopted_at=None)


class PlanDraft(models.Model):
    """A text read as a plan for one department, waiting for its reader's decision.

    `school_year` and `semester_no` are what the text says; `semester` is the one it will be
    adopted for, empty until that semester is laid or chosen. `compared_with` is the adoption of
    the plan that the items were matched with, empty if there was none: an adoption in between
    makes the comparison stale.
    """

    semester = models.ForeignKey(
        Semester, models.PROTECT, null=True, blank=True, related_name="drafts",
        verbose_name=_("semester"),
    )  # fmt: skip
    school_year = models.PositiveSmallIntegerField(_("begins in year"), null=True, blank=True)
    semester_no = models.PositiveSmallIntegerField(
        _("semester"), choices=Semester.Number, null=True, blank=True
    )
    department = models.ForeignKey(
        Department, models.PROTECT, related_name="drafts", verbose_name=_("department")
    )
    title = models.CharField(_("title"), max_length=200)
    text = models.TextField(_("text"), blank=True)
    aims = ArrayField(
        models.CharField(max_length=200), default=list, blank=True, verbose_name=_("aims")
    )
    by = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("by"))
    at = models.DateTimeField(_("at"))
    compared_with = models.DateTimeField(_("compared with the plan of"), null=True, blank=True)
    adopted_as = models.ForeignKey(
        Plan, models.SET_NULL, null=True, blank=True, related_name="drafts"
    )
    adopted_at = models.DateTimeField(_("adopted at"), null=True, blank=True)

    objects = PlanDraftQuerySet.as_manager()

    class Meta:
        verbose_name = _("plan draft")
        verbose_name_plural = _("plan drafts")
        ordering = ["-at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(semester_no=None) | Q(semester_no__in=[1, 2]),
                name="plan_draft_semester_known",
            )
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("planning:draft", args=[self.pk])

    @property
    def is_adopted(self) -> bool:
        return self.adopted_at is not None

    def is_stale(self, adopted_at: datetime | None) -> bool:
        """Whether the plan was adopted anew (at `adopted_at`) since the comparison."""
        return self.compared_with != adopted_at


class DraftItem(models.Model):
    """One item as read from the text; what is doubtful about it is marked.

    `matches` is the item of the adopted plan that this one is a new wording of; after adoption it
    is the item that was made of it, so that the next import knows what the last text said.
    """

    draft = models.ForeignKey(PlanDraft, models.CASCADE, related_name="items")
    position = models.PositiveSmallIntegerField()
    title = models.CharField(_("title"), max_length=500)
    kind = models.CharField(_("kind"), max_length=16, choices=Kind, default=Kind.OTHER)
    starts_on = models.DateField(_("first day"))
    ends_on = models.DateField(_("last day"))
    units = ArrayField(
        models.CharField(max_length=60), default=list, blank=True, verbose_name=_("units")
    )
    cohort = models.CharField(_("cohort"), max_length=60, blank=True)
    line_no = models.PositiveIntegerField(_("line"), default=0)
    source = models.TextField(_("as written in the plan"), blank=True)
    doubts = ArrayField(models.CharField(max_length=32), default=list, blank=True)
    is_dropped = models.BooleanField(_("left out"), default=False)
    matches = models.ForeignKey(
        PlanItem, models.SET_NULL, null=True, blank=True, related_name="drafted_as",
        verbose_name=_("item of the adopted plan"),
    )  # fmt: skip
    carried_from = models.ForeignKey(
        PlanItem, models.SET_NULL, null=True, blank=True, related_name="+",
        verbose_name=_("carried over from"),
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
            models.UniqueConstraint(
                fields=["draft", "matches"],
                name="draft_item_matches_one_to_one",
                violation_error_message=_("Another item of this draft stands for it already."),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return f"{reverse('planning:draft', args=[self.draft_id])}#item-{self.pk}"

    @property
    def is_whole_months(self) -> bool:
        return is_whole_months(self.starts_on, self.ends_on)
