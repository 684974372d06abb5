"""How the assessment is reckoned: versions of each semester."""

from datetime import date

import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.models import Person, Semester
from campus.tracking import tracked

# Once in use neither the scheme's lines nor its own figures change: weeks were reckoned by them.
FREEZE_LINES = """
    IF EXISTS (
        SELECT FROM logistics_assessmentscheme AS scheme
        WHERE scheme.id = coalesce(NEW.scheme_id, OLD.scheme_id) AND scheme.in_use_at IS NOT NULL
    ) THEN
        RAISE EXCEPTION 'The lines of a scheme in use are frozen.'
        USING ERRCODE = 'check_violation', CONSTRAINT = 'scheme_line_frozen';
    END IF;
    RETURN coalesce(NEW, OLD);
"""


class AssessmentSchemeQuerySet(models.QuerySet["AssessmentScheme"]):
    """Schemes in words."""

    def visible_to(self, person: Person) -> "AssessmentSchemeQuerySet":
        """Everybody may know how classes are assessed; drafts are the staff's."""
        if person.is_pupil:
            return self.filter(in_use_at__isnull=False)
        return self

    def in_use(self) -> "AssessmentSchemeQuerySet":
        return self.filter(in_use_at__isnull=False)

    def for_week(self, monday: date) -> "AssessmentScheme | None":
        """The scheme that a week is reckoned by: the latest that had begun by its Monday."""
        begun = self.in_use().filter(starts_on__lte=monday).prefetch_related("lines")
        return begun.order_by("-starts_on", "-number").first()


@tracked()
class AssessmentScheme(models.Model):
    """One version of the rules of a semester (考核方案); a draft until it is put in use.

    Weeks from the Monday `starts_on` on are reckoned by it. In each grade the classes up to rank
    `flags` get the rotating flag (流动红旗), if their total is `flag_from` or more.
    """

    semester = models.ForeignKey(
        Semester, models.PROTECT, related_name="assessment_schemes", verbose_name=_("semester")
    )
    number = models.PositiveSmallIntegerField(_("version"))
    starts_on = models.DateField(_("from the week of"))
    flags = models.PositiveSmallIntegerField(_("rotating flags in each grade"), default=3)
    flag_from = models.DecimalField(
        _("no flag below"), max_digits=6, decimal_places=2, null=True, blank=True
    )
    note = models.CharField(_("what is new"), max_length=300, blank=True, default="")
    made_by = models.ForeignKey(Person, models.PROTECT, related_name="+", null=True, blank=True)
    made_at = models.DateTimeField(_("begun at"))
    in_use_at = models.DateTimeField(_("in use since"), null=True, blank=True)

    objects = AssessmentSchemeQuerySet.as_manager()

    class Meta:
        verbose_name = _("scheme of the assessment")
        verbose_name_plural = _("schemes of the assessment")
        ordering = ["semester", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["semester", "number"], name="scheme_number_once"),
            models.UniqueConstraint(
                fields=["semester"], condition=Q(in_use_at=None), name="scheme_one_draft",
                violation_error_message=_("There is a draft for this semester already."),
            ),
            models.CheckConstraint(
                condition=Q(starts_on__iso_week_day=1), name="scheme_starts_on_a_monday",
                violation_error_message=_("A scheme starts on a Monday."),
            ),
            models.CheckConstraint(
                condition=Q(flag_from=None) | Q(flag_from__gte=0), name="scheme_flag_not_negative"
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.semester} v{self.number}"

    @property
    def is_draft(self) -> bool:
        return self.in_use_at is None


class SchemeLine(models.Model):
    """How the marks of one source count.

    By `taken`, the line's `full` points lose `weight` times what was taken, at most `cap`, and win
    `weight` times what was given, at most `bonus_cap` above `full`. By `mean`, `full` is multiplied
    with the mean share of full marks that was reached at each look (a class's rooms and areas count
    alike). Without any look nothing is lost.
    """

    class Formula(models.TextChoices):
        """How marks become a score."""

        TAKEN = "taken", pgettext_lazy("formula", "Points are taken from the full number")
        MEAN = "mean", pgettext_lazy("formula", "Mean of all looks")

    scheme = models.ForeignKey(AssessmentScheme, models.CASCADE, related_name="lines")
    source = models.CharField(_("source"), max_length=24)
    formula = models.CharField(_("formula"), max_length=8, choices=Formula, default=Formula.TAKEN)
    full = models.DecimalField(_("full marks"), max_digits=6, decimal_places=2)
    weight = models.DecimalField(_("weight"), max_digits=5, decimal_places=2, default=1)
    cap = models.DecimalField(
        _("lost at most"), max_digits=6, decimal_places=2, null=True, blank=True
    )
    bonus_cap = models.DecimalField(_("won at most"), max_digits=6, decimal_places=2, default=0)
    position = models.PositiveSmallIntegerField(_("position"), default=1)

    class Meta:
        verbose_name = _("line of a scheme")
        verbose_name_plural = _("lines of schemes")
        ordering = ["scheme", "position", "id"]
        constraints = [
            models.UniqueConstraint(fields=["scheme", "source"], name="scheme_source_once"),
            models.CheckConstraint(
                condition=Q(formula__in=["taken", "mean"]), name="scheme_formula_known"
            ),
            models.CheckConstraint(
                condition=Q(full__gt=0, full__lte=1000, weight__gt=0, bonus_cap__gte=0),
                name="scheme_line_positive",
                violation_error_message=_("Points and weights are positive."),
            ),
            models.CheckConstraint(
                condition=Q(cap=None) | Q(cap__gt=0, cap__lte=F("full")),
                name="scheme_cap_within_full",
                violation_error_message=_("No more can be lost than there is."),
            ),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="scheme_lines_frozen", when=pgtrigger.Before, func=FREEZE_LINES,
                operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
            )
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.source
