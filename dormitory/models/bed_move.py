"""Moves and swaps: asked for by one, approved by another."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.models import Person
from campus.tracking import tracked
from dormitory.models.house import Bed
from dormitory.models.reach import classes_taught, warden_reach


class BedMoveQuerySet(models.QuerySet["BedMove"]):
    """Moves in words."""

    def visible_to(self, person: Person) -> "BedMoveQuerySet":
        """Overseers see all, wardens those out of and into their house, class teachers those of
        their pupils, everybody what they have asked for and what is about themselves."""
        reach = warden_reach(person)
        if reach.everywhere:
            return self
        seen = Q(asked_by=person) | Q(pupil=person) | Q(other=person)
        if reach:
            parts = reach.parts()
            seen |= Q(from_bed__room__place__in=parts) | Q(to_bed__room__place__in=parts)
        if taught := classes_taught(person):
            seen |= Q(pupil__school_class__in=taught)
        return self.filter(seen)

    def asked(self) -> "BedMoveQuerySet":
        """Those that nobody has answered."""
        return self.filter(status=BedMove.Status.ASKED)


@tracked()
class BedMove(models.Model):
    """A pupil moves into a free bed, or two pupils swap theirs (调换床位): asked → approved by
    somebody else, declined, or withdrawn."""

    class Status(models.TextChoices):
        """Where it stands."""

        ASKED = "asked", pgettext_lazy("state of a move", "Asked")
        APPROVED = "approved", pgettext_lazy("state of a move", "Approved")
        DECLINED = "declined", pgettext_lazy("state of a move", "Declined")
        WITHDRAWN = "withdrawn", pgettext_lazy("state of a move", "Withdrawn")

    MOVES: ClassVar[dict[str, set[str]]] = {
        Status.ASKED: {Status.APPROVED, Status.DECLINED, Status.WITHDRAWN},
    }

    pupil = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("pupil"))
    from_bed = models.ForeignKey(
        Bed, models.PROTECT, related_name="+", verbose_name=_("out of bed")
    )
    to_bed = models.ForeignKey(Bed, models.PROTECT, related_name="+", verbose_name=_("into bed"))
    # With whom it is swapped; without anybody the bed must be free.
    other = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("swaps with"),
    )  # fmt: skip
    on = models.DateField(_("on"))
    reason = models.CharField(_("reason"), max_length=100, blank=True)
    status = models.CharField(_("state"), max_length=10, choices=Status, default=Status.ASKED)
    asked_by = models.ForeignKey(
        Person, models.PROTECT, related_name="+", verbose_name=_("asked by")
    )
    asked_at = models.DateTimeField(_("asked at"))
    answered_by = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("answered by"),
    )  # fmt: skip
    answered_at = models.DateTimeField(_("answered at"), null=True, blank=True)

    objects = BedMoveQuerySet.as_manager()

    class Meta:
        verbose_name = _("move")
        verbose_name_plural = _("moves")
        ordering = ["-id"]
        indexes = [models.Index(fields=["status", "-id"], name="bed_move_by_status")]
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=["asked", "approved", "declined", "withdrawn"]),
                name="bed_move_status_known",
            ),
            models.CheckConstraint(
                condition=~Q(from_bed=F("to_bed")), name="bed_move_goes_somewhere",
                violation_error_message=_("Choose another bed."),
            ),
            models.CheckConstraint(
                condition=Q(other=None) | ~Q(other=F("pupil")), name="bed_move_between_two",
                violation_error_message=_("Nobody swaps with themselves."),
            ),
            models.CheckConstraint(
                condition=Q(status="asked", answered_at=None)
                | ~Q(status="asked") & Q(answered_at__isnull=False),
                name="bed_move_answered_has_moment",
            ),
            models.CheckConstraint(
                condition=~Q(status="approved") | ~Q(answered_by=F("asked_by")),
                name="bed_move_approved_by_another",
                violation_error_message=_("Nobody approves what they have asked for themselves."),
            ),
            models.UniqueConstraint(
                fields=["pupil"], condition=Q(status="asked"), name="bed_move_asked_once",
                violation_error_message=_("A move of this pupil is asked for already."),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.pupil}: {self.from_bed} → {self.to_bed}"

    def get_absolute_url(self) -> str:
        return reverse("dormitory:move", args=[self.pk])

    @property
    def is_open(self) -> bool:
        return self.status == self.Status.ASKED
