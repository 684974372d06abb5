"""A published week: results and marks as they were then; the database changes them no more."""

import pgtrigger
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from campus.models import Person, SchoolClass
from logistics.assessment.models.scheme import AssessmentScheme


def frozen(name: str) -> pgtrigger.Trigger:
    """What was published stays."""
    return pgtrigger.Protect(name=name, operation=pgtrigger.Update | pgtrigger.Delete)


class AssessmentWeekQuerySet(models.QuerySet["AssessmentWeek"]):
    """Weeks in words."""

    def visible_to(self, person: Person) -> "AssessmentWeekQuerySet":
        """What is published everybody reads: it is about classes, not about persons."""
        return self if person.is_active else self.none()


class AssessmentWeek(models.Model):
    """One published week, by the scheme that held for it."""

    monday = models.DateField(_("week of"), unique=True)
    scheme = models.ForeignKey(AssessmentScheme, models.PROTECT, related_name="weeks")
    published_by = models.ForeignKey(
        Person, models.PROTECT, related_name="+", verbose_name=_("published by")
    )
    published_at = models.DateTimeField(_("published at"))

    objects = AssessmentWeekQuerySet.as_manager()

    class Meta:
        verbose_name = _("published week")
        verbose_name_plural = _("published weeks")
        ordering = ["-monday"]
        constraints = [
            models.CheckConstraint(
                condition=Q(monday__iso_week_day=1), name="assessment_week_begins_on_monday"
            )
        ]
        triggers = [frozen("week_is_frozen")]

    def __str__(self) -> str:
        return str(self.monday)


class ClassResult(models.Model):
    """What a class reached in a published week, its rank in its grade, and its flag."""

    week = models.ForeignKey(AssessmentWeek, models.PROTECT, related_name="results")
    school_class = models.ForeignKey(SchoolClass, models.PROTECT, related_name="+")
    total = models.DecimalField(_("total"), max_digits=8, decimal_places=2)
    rank = models.PositiveSmallIntegerField(_("rank"))
    has_flag = models.BooleanField(_("rotating flag"), default=False)

    class Meta:
        verbose_name = _("result of a class")
        verbose_name_plural = _("results of classes")
        ordering = ["week", "school_class"]
        constraints = [
            models.UniqueConstraint(fields=["week", "school_class"], name="result_once_a_week"),
            models.CheckConstraint(condition=Q(rank__gte=1), name="result_rank_from_one"),
        ]
        indexes = [models.Index(fields=["school_class", "week"], name="result_of_class")]
        triggers = [frozen("result_is_frozen")]

    def __str__(self) -> str:
        return f"{self.school_class} {self.total}"


class LineResult(models.Model):
    """What one source came to in a result: points taken and given, and the score they make."""

    result = models.ForeignKey(ClassResult, models.PROTECT, related_name="lines")
    source = models.CharField(max_length=24)
    taken = models.DecimalField(max_digits=8, decimal_places=2)
    given = models.DecimalField(max_digits=8, decimal_places=2)
    score = models.DecimalField(max_digits=8, decimal_places=2)

    class Meta:
        verbose_name = _("result of a source")
        verbose_name_plural = _("results of sources")
        ordering = ["result", "id"]
        constraints = [
            models.UniqueConstraint(fields=["result", "source"], name="line_result_once")
        ]
        triggers = [frozen("line_result_is_frozen")]

    def __str__(self) -> str:
        return f"{self.source} {self.score}"


class FrozenMark(models.Model):
    """One mark as it counted when its week was published; `kind` and `record` lead to its record.

    Looks that took and gave nothing are kept too: a mean counts them.
    """

    week = models.ForeignKey(AssessmentWeek, models.PROTECT, related_name="marks")
    source = models.CharField(max_length=24)
    school_class = models.ForeignKey(SchoolClass, models.PROTECT, related_name="+", db_index=False)
    day = models.DateField()
    taken = models.DecimalField(max_digits=7, decimal_places=2)
    given = models.DecimalField(max_digits=7, decimal_places=2)
    of = models.DecimalField(max_digits=7, decimal_places=2, null=True, blank=True)
    words = models.CharField(max_length=200, blank=True)
    kind = models.CharField(max_length=60)
    record = models.PositiveBigIntegerField()
    path = models.CharField(max_length=200, blank=True)

    class Meta:
        verbose_name = _("frozen mark")
        verbose_name_plural = _("frozen marks")
        ordering = ["day", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["week", "school_class", "source", "kind", "record"],
                name="frozen_mark_once",
            )
        ]
        triggers = [frozen("frozen_mark_is_frozen")]

    def __str__(self) -> str:
        return f"{self.words} {self.taken}"
