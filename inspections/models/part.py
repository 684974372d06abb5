"""A walk over many parts of a place: what each part scored, and how that was put right later."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

import pgtrigger
from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import Greatest
from django.utils.translation import gettext_lazy as _

from campus.locking import lock
from campus.models import Person, Place
from inspections.models.checklist import SEE_ALL, Checklist
from inspections.models.circles import concerns_of
from inspections.models.finding import Finding
from inspections.models.inspection import Inspection
from inspections.models.tally import PARTS_BY_DAY, SCORES_BY_DAY

if TYPE_CHECKING:
    from inspections.models.appeal import Appeal


class PartScoreQuerySet(models.QuerySet["PartScore"]):
    """Scores in words."""

    def visible_to(self, person: Person) -> "PartScoreQuerySet":
        """Head and administrators see all; staff those of checklists that they walk, countersign or
        decide on; everybody those of their own walks, and those that an area says concern them."""
        if not person.is_active:
            return self.none()
        if person.on_duty_as(*SEE_ALL):
            return self
        own = Q(inspection__walker=person) | concerns_of(person)
        if person.is_pupil:
            return self.filter(own)
        theirs = Checklist.objects.answered_for_by(person)
        return self.filter(own | Q(checklist__in=theirs.order_by().values("pk")))

    def counted(self) -> "PartScoreQuerySet":
        """Those that count: a second look at what had failed takes no points again."""
        return self.filter(is_again=False)

    def at(self, place: Place) -> "PartScoreQuerySet":
        """Of the place and its parts."""
        return self.filter(place__path__startswith=place.path)

    def between(self, first: date, last: date) -> "PartScoreQuerySet":
        """From the first to the last day, both among them."""
        return self.filter(day__range=(first, last))

    def of(self, checklists: Iterable[Checklist | int]) -> "PartScoreQuerySet":
        return self.filter(checklist__in=list(checklists))


class PartScore(models.Model):
    """What one part scored on one walk: points taken and given, faults, and what is left.

    Lean, for there are millions: what passed leaves nothing but this row, what failed is a finding
    at the part. It changes by a `Correction` alone. `is_again` are second looks at what had failed.
    """

    inspection = models.ForeignKey(
        Inspection, models.PROTECT, related_name="part_scores", db_index=False
    )
    checklist = models.ForeignKey(
        Checklist, models.PROTECT, related_name="+", db_index=False, verbose_name=_("checklist")
    )
    place = models.ForeignKey(
        Place, models.PROTECT, related_name="+", db_index=False, verbose_name=_("place")
    )
    day = models.DateField(_("day"))
    full_marks = models.DecimalField(
        _("full marks"), max_digits=7, decimal_places=2, null=True, blank=True
    )
    taken = models.DecimalField(_("points taken"), max_digits=7, decimal_places=2, default=0)
    given = models.DecimalField(_("points given"), max_digits=7, decimal_places=2, default=0)
    score = models.DecimalField(_("score"), max_digits=7, decimal_places=2, null=True, blank=True)
    faults = models.PositiveSmallIntegerField(_("faults"), default=0)
    is_again = models.BooleanField(_("second look"), default=False)

    objects = PartScoreQuerySet.as_manager()

    class Meta:
        verbose_name = _("score of a part")
        verbose_name_plural = _("scores of parts")
        ordering = ["-day", "-id"]
        indexes = [
            models.Index(fields=["-day", "-id"], name="part_score_latest"),
            models.Index(fields=["place", "-day", "-id"], name="part_score_at_place"),
            models.Index(fields=["checklist", "-day", "-id"], name="part_score_of_checklist"),
        ]
        triggers = [lock("{row}.day"), PARTS_BY_DAY.trigger, SCORES_BY_DAY.trigger]
        constraints = [
            models.UniqueConstraint(
                fields=["inspection", "place"], name="part_scored_once_per_walk"
            ),
            models.CheckConstraint(
                condition=Q(taken__gte=0, given__gte=0), name="part_points_not_negative"
            ),
            models.CheckConstraint(
                condition=Q(full_marks=None, score=None)
                | Q(score=Greatest(F("full_marks") - F("taken") + F("given"), Value(0))),
                name="part_score_follows_from_points",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.place} {self.day}"

    def get_absolute_url(self) -> str:
        return f"{self.inspection.get_absolute_url()}#part-{self.place_id}"


# Somebody else than the walker puts a mark right: whatever way the row is written.
ANOTHER = """
    IF EXISTS (
        SELECT FROM inspections_finding AS mark
        WHERE mark.id = NEW.finding_id AND mark.by_id = NEW.by_id
    ) THEN
        RAISE EXCEPTION 'A mark is corrected by somebody else than its walker.'
        USING ERRCODE = 'check_violation', CONSTRAINT = 'correction_by_another';
    END IF;
    RETURN NEW;
"""


class Correction(models.Model):
    """Points of a mark changed or taken back after its walk, by whom and why; added to and never
    changed. With `appeal` it is what granting that has brought about."""

    finding = models.ForeignKey(Finding, models.PROTECT, related_name="corrections")
    appeal: "models.ForeignKey[Appeal | None]" = models.ForeignKey(
        "Appeal", models.PROTECT, null=True, blank=True, related_name="corrections"
    )
    points_before = models.DecimalField(_("points before"), max_digits=6, decimal_places=2)
    points = models.DecimalField(_("points since"), max_digits=6, decimal_places=2)
    takes_back = models.BooleanField(_("taken back altogether"), default=False)
    reason = models.CharField(_("reason"), max_length=500)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("by"))
    at = models.DateTimeField(_("at"))

    class Meta:
        verbose_name = _("correction of a mark")
        verbose_name_plural = _("corrections of marks")
        ordering = ["-at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(reason=""), name="correction_has_a_reason",
                violation_error_message=_("Say why."),
            ),
            models.CheckConstraint(
                condition=Q(takes_back=False) | Q(points=0), name="correction_takes_back_all"
            ),
        ]  # fmt: skip
        triggers = [
            pgtrigger.Protect(
                name="correction_is_append_only", operation=pgtrigger.Update | pgtrigger.Delete
            ),
            pgtrigger.Trigger(
                name="correction_by_another", when=pgtrigger.Before, operation=pgtrigger.Insert,
                func=ANOTHER,
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.points_before} → {self.points}"
