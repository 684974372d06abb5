"""One walk of a checklist at a place, and what was seen of each line."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.locking import lock
from campus.models import Person, Place, Role
from campus.tallies import day_of
from campus.tracking import tracked
from inspections.models.checklist import (
    SEE_ALL,
    Checklist,
    ChecklistItem,
    ChecklistVersion,
    roles_of,
)
from inspections.models.circles import walks_for
from inspections.models.tally import WALKS_BY_DAY
from planning.models import PlanItem

if TYPE_CHECKING:
    from inspections.models.campaign import CampaignArea

# So long before its window somebody may begin; our own figure.
EARLY = timedelta(hours=1)


# A walk belongs to the day on which it was done, before that to the day it is due.
DAY_OF_WALK = day_of(
    "coalesce({row}.finished_at, {row}.due_at, {row}.started_at)", settings.TIME_ZONE
)


class InspectionQuerySet(models.QuerySet["Inspection"]):
    """Inspections in words."""

    def visible_to(self, person: Person) -> "InspectionQuerySet":
        """Head and administrators see all; staff those of checklists that they answer for or
        countersign, pupils what they walk themselves; everybody their own, and those that an area
        lets them walk."""
        if not person.is_active:
            return self.none()
        if person.on_duty_as(*SEE_ALL):
            return self
        own = Q(walker=person) | Q(planned_for=person) | Q(pk__in=self.in_team_of(person))
        own |= walks_for(person)
        if person.is_pupil:
            return self.filter(own | Q(role__in=roles_of(person), status="planned"))
        theirs = Checklist.objects.walked_by(person) | Checklist.objects.signed_by(person)
        return self.filter(own | Q(checklist__in=theirs.order_by().values("pk")))

    def in_team_of(self, person: Person) -> "models.QuerySet[Inspection]":
        """Those of campaign areas whose team the person belongs to, by number."""
        team = Q(area__leader=person) | Q(area__convener=person) | Q(area__recorder=person)
        others = Q(area__members=person)
        found = Inspection.objects.filter(area__isnull=False).filter(team | others)
        return found.order_by().values("pk")  # type: ignore[return-value]  # numbers for a subquery

    def waiting_for(self, person: Person) -> "InspectionQuerySet":
        """Planned or under way, for the person, a role held today, or whom an area lets walk it;
        not another's walk."""
        planned = Q(status=Inspection.Status.PLANNED)
        for_role = Q(planned_for=None, role__in=roles_of(person))
        mine = Q(planned_for=person) | for_role | Q(planned_for=None) & walks_for(person)
        return self.filter(planned & mine | Q(status=Inspection.Status.UNDER_WAY, walker=person))

    def to_be_signed_by(self, person: Person) -> "InspectionQuerySet":
        """Those that wait for a second signature that the person may give."""
        signed = Checklist.objects.signed_by(person).order_by().values("pk")
        waiting = self.filter(status=Inspection.Status.TO_SIGN, checklist__in=signed)
        return waiting.exclude(walker=person)

    def done(self) -> "InspectionQuerySet":
        """Walked to the end, signed or still to be."""
        return self.filter(status__in=Inspection.DONE)

    def at(self, place: Place) -> "InspectionQuerySet":
        """At the place or a part of it."""
        return self.filter(place__path__startswith=place.path)

    def overdue(self, at: datetime) -> "InspectionQuerySet":
        """Planned and past their time, but not given up yet."""
        return self.filter(status=Inspection.Status.PLANNED, due_at__lt=at)


@tracked()
class Inspection(models.Model):
    """One walk of a checklist at a place (检查), planned or not.

    It may be begun from `opens_at` on, is to be done by `due_at`, and is missed after `closes_at`.
    `version` is the one in use when it was begun. `faults` counts its failed lines. With `parts` it
    goes over many parts of the place, see `Checklist.parts`; a second look, which is `again_of`
    another walk, over those alone that had faults then.
    """

    class Status(models.TextChoices):
        """Where a walk stands."""

        PLANNED = "planned", pgettext_lazy("state of an inspection", "Planned")
        UNDER_WAY = "under_way", _("Under way")
        TO_SIGN = "to_sign", _("Waits for the second signature")
        FINISHED = "finished", pgettext_lazy("state of an inspection", "Finished")
        MISSED = "missed", pgettext_lazy("state of an inspection", "Missed")
        CANCELLED = "cancelled", pgettext_lazy("state of an inspection", "Cancelled")

    DONE = (Status.TO_SIGN, Status.FINISHED)
    MOVES = {
        Status.PLANNED: {Status.UNDER_WAY, Status.MISSED, Status.CANCELLED},
        Status.UNDER_WAY: {Status.TO_SIGN, Status.FINISHED, Status.CANCELLED},
        Status.TO_SIGN: {Status.FINISHED},
    }

    checklist = models.ForeignKey(
        Checklist, models.PROTECT, related_name="inspections", verbose_name=_("checklist")
    )
    version = models.ForeignKey(ChecklistVersion, models.PROTECT, related_name="inspections")
    place = models.ForeignKey(
        Place, models.PROTECT, related_name="inspections", verbose_name=_("place")
    )
    window = models.ForeignKey(
        "Window", models.PROTECT, null=True, blank=True, related_name="inspections"
    )
    planned_for = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("planned for"),
    )  # fmt: skip
    role = models.CharField(_("for whom on duty"), max_length=32, choices=Role, blank=True)
    opens_at = models.DateTimeField(_("from"), null=True, blank=True)
    due_at = models.DateTimeField(_("due"), null=True, blank=True)
    closes_at = models.DateTimeField(_("missed after"), null=True, blank=True)
    status = models.CharField(_("state"), max_length=12, choices=Status, default=Status.PLANNED)
    walker = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="walks",
        verbose_name=_("walked by"),
    )  # fmt: skip
    started_at = models.DateTimeField(_("begun at"), null=True, blank=True)
    finished_at = models.DateTimeField(_("finished at"), null=True, blank=True)
    needs_second = models.BooleanField(_("needs a second signature"), default=False)
    signed_by = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("second signature"),
    )  # fmt: skip
    signed_at = models.DateTimeField(_("signed at"), null=True, blank=True)
    words = models.CharField(_("remark"), max_length=500, blank=True, default="")
    reason = models.CharField(_("reason"), max_length=300, blank=True, default="")
    score = models.DecimalField(_("score"), max_digits=7, decimal_places=2, null=True, blank=True)
    full_marks = models.DecimalField(
        _("full marks"), max_digits=7, decimal_places=2, null=True, blank=True
    )
    faults = models.PositiveSmallIntegerField(_("faults"), default=0)
    parts = models.CharField(max_length=24, blank=True, default="", editable=False)
    again_of = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, editable=False, related_name="again",
        verbose_name=_("second look at"),
    )  # fmt: skip
    plan_item = models.ForeignKey(
        PlanItem, models.SET_NULL, null=True, blank=True, editable=False, db_index=False,
        related_name="inspections", verbose_name=_("plan item"),
    )  # fmt: skip

    objects = InspectionQuerySet.as_manager()

    # The area of a campaign that it is the walk of, if any (a reverse relation).
    area: "CampaignArea"

    class Meta:
        verbose_name = _("inspection")
        verbose_name_plural = _("inspections")
        ordering = ["-id"]
        indexes = [
            models.Index(
                fields=["place", "checklist", "-finished_at"], name="inspection_at_place"
            ),
            models.Index(fields=["checklist", "-id"], name="inspection_of_checklist"),
            models.Index(fields=["status", "-id"], name="inspection_by_state"),
            models.Index(
                F("finished_at").desc(nulls_last=True), F("id").desc(), name="inspection_latest"
            ),
            models.Index(fields=["walker", "status"], name="inspection_of_walker"),
            models.Index(
                fields=["planned_for", "due_at"], condition=Q(status="planned"),
                name="inspection_for_person",
            ),
            models.Index(
                fields=["role", "due_at"], condition=Q(status="planned"), name="inspection_for_role"
            ),
            models.Index(fields=["due_at", "status"], name="inspection_due"),
            models.Index(
                fields=["plan_item"], condition=Q(plan_item__isnull=False),
                name="inspection_of_plan_item",
            ),
        ]  # fmt: skip
        triggers = [lock(DAY_OF_WALK), WALKS_BY_DAY.trigger]
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    status__in=[
                        "planned", "under_way", "to_sign", "finished", "missed", "cancelled",
                    ]
                ),
                name="inspection_status_known",
            ),
            models.CheckConstraint(
                condition=Q(role="") | Q(role__in=Role.values), name="inspection_role_known"
            ),
            models.CheckConstraint(
                condition=~Q(status__in=["under_way", "to_sign", "finished"])
                | Q(walker__isnull=False, started_at__isnull=False),
                name="inspection_begun_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(status__in=["to_sign", "finished"], finished_at__isnull=False)
                | ~Q(status__in=["to_sign", "finished"]) & Q(finished_at=None),
                name="inspection_finished_at_some_time",
            ),
            models.CheckConstraint(
                condition=Q(finished_at=None) | Q(finished_at__gte=F("started_at")),
                name="inspection_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=Q(signed_by=None) | ~Q(signed_by=F("walker")),
                name="inspection_signed_by_another",
                violation_error_message=_("The second signature is another person's."),
            ),
            models.CheckConstraint(
                condition=Q(signed_by=None, signed_at=None)
                | Q(signed_by__isnull=False, signed_at__isnull=False, status="finished"),
                name="inspection_signed_when_finished",
            ),
            models.CheckConstraint(
                condition=~Q(status="finished", needs_second=True) | Q(signed_by__isnull=False),
                name="inspection_has_both_signatures",
                violation_error_message=_("It wants a second signature."),
            ),
            models.CheckConstraint(
                condition=~Q(status="cancelled") | ~Q(reason=""),
                name="inspection_cancelled_for_a_reason",
                violation_error_message=_("Say why."),
            ),
            models.CheckConstraint(
                condition=Q(opens_at=None, due_at=None, closes_at=None)
                | Q(
                    opens_at__isnull=False, due_at__isnull=False, closes_at__isnull=False,
                    due_at__gt=F("opens_at"), closes_at__gte=F("due_at"),
                ),
                name="inspection_window_in_order",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=["planned", "missed"]) | Q(due_at__isnull=False),
                name="inspection_planned_for_some_time",
            ),
            models.UniqueConstraint(
                fields=["window", "place"], name="inspection_once_per_window",
                condition=Q(window__isnull=False),
            ),
            models.UniqueConstraint(
                fields=["walker", "place", "checklist"], condition=Q(status="under_way"),
                name="inspection_walked_once_at_a_time",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.checklist} · {self.place}"

    def get_absolute_url(self) -> str:
        return reverse("inspections:inspection", args=[self.pk])

    @property
    def is_done(self) -> bool:
        return self.status in self.DONE

    def can_become(self, status: str) -> bool:
        """Whether `status` may follow the present one."""
        return status in self.MOVES.get(self.Status(self.status), set())

    def is_late(self, at: datetime) -> bool:
        """Whether it was not, or has not been, done in time."""
        until = self.finished_at or at
        return self.due_at is not None and until > self.due_at and self.status != "cancelled"

    def tone(self, at: datetime) -> str:
        """The colour of its state: the same as everywhere."""
        if self.status == self.Status.PLANNED and self.is_late(at):
            return "overdue"
        tones = {"to_sign": "due_soon", "finished": "done", "missed": "overdue"}
        return tones.get(self.status, self.status)


# Lines are saved while somebody walks, and never after.
WALKING = """
    IF NOT EXISTS (
        SELECT FROM inspections_inspection AS walk
        WHERE walk.id = coalesce(NEW.inspection_id, OLD.inspection_id)
        AND walk.status = 'under_way'
    ) THEN
        RAISE EXCEPTION 'Lines are answered while the inspection is under way.'
        USING ERRCODE = 'check_violation', CONSTRAINT = 'answer_while_walking';
    END IF;
    RETURN coalesce(NEW, OLD);
"""


class Answer(models.Model):
    """What was seen of one line; of a failed one `number` counts how often, if it is counted."""

    class Result(models.TextChoices):
        """Passed, failed, or a value that is neither."""

        PASSED = "passed", pgettext_lazy("answer", "Passed")
        FAILED = "failed", pgettext_lazy("answer", "Fault")
        NOT_THERE = "not_there", _("Does not apply")
        NOTED = "noted", pgettext_lazy("answer", "Noted")

    inspection = models.ForeignKey(Inspection, models.PROTECT, related_name="answers")
    item = models.ForeignKey(ChecklistItem, models.PROTECT, related_name="answers")
    result = models.CharField(_("answer"), max_length=10, choices=Result)
    number = models.DecimalField(max_digits=12, decimal_places=3, null=True, blank=True)
    choice = models.CharField(max_length=40, blank=True, default="")
    words = models.CharField(max_length=500, blank=True, default="")
    at = models.DateTimeField(_("at"))

    class Meta:
        verbose_name = _("answer")
        verbose_name_plural = _("answers")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["inspection", "item"], name="answer_once_per_line"),
            models.CheckConstraint(
                condition=Q(result__in=["passed", "failed", "not_there", "noted"]),
                name="answer_result_known",
            ),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="answer_while_walking",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
                func=WALKING,
            )
        ]

    def __str__(self) -> str:
        return f"{self.item}: {self.get_result_display()}"
