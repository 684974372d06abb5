"""Closed semesters, and what was carried over into the next."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from campus.people.models import Person
from campus.school_time.models import Semester
from campus.tracking import tracked


class SemesterCloseQuerySet(models.QuerySet["SemesterClose"]):
    """Closes in words."""

    def in_force(self) -> "SemesterCloseQuerySet":
        """Those that were not taken back."""
        return self.filter(reopened_at=None)


@tracked()
class SemesterClose(models.Model):
    """One close of a semester: in force → taken back by opening the semester again, for a reason.

    `last_day` is the semester's, which is locked as well: up to it all that was not carried over
    stays as it is.
    """

    semester = models.ForeignKey(
        Semester, models.PROTECT, related_name="closes", verbose_name=_("semester")
    )
    last_day = models.DateField(_("last day"))
    closed_by = models.ForeignKey(
        Person, models.PROTECT, related_name="+", verbose_name=_("closed by")
    )
    closed_at = models.DateTimeField(_("closed at"))
    reopened_by = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("opened again by"),
    )  # fmt: skip
    reopened_at = models.DateTimeField(_("opened again at"), null=True, blank=True)
    reopened_why = models.CharField(_("why it was opened again"), max_length=300, blank=True)

    objects = SemesterCloseQuerySet.as_manager()

    class Meta:
        verbose_name = _("close of a semester")
        verbose_name_plural = _("closes of semesters")
        ordering = ["-last_day", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["semester"],
                condition=Q(reopened_at=None),
                name="semester_closed_once",
                violation_error_message=_("This semester is closed already."),
            ),
            models.CheckConstraint(
                condition=Q(reopened_at=None, reopened_by=None, reopened_why="")
                | Q(reopened_at__isnull=False, reopened_by__isnull=False) & ~Q(reopened_why=""),
                name="semester_opened_again_for_a_reason",
                violation_error_message=_("Say why it is opened again."),
            ),
            models.CheckConstraint(
                condition=Q(reopened_at=None) | Q(reopened_at__gte=F("closed_at")),
                name="semester_opened_after_it_was_closed",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.semester} {self.closed_at:%Y-%m-%d}"


class CarriedOverQuerySet(models.QuerySet["CarriedOver"]):
    """What was carried over, in words."""

    def of(self, semester: Semester, model: type[models.Model]) -> "CarriedOverQuerySet":
        """What of a model is carried over out of a semester."""
        return self.filter(semester=semester, table_name=model._meta.db_table)


@tracked()
class CarriedOver(models.Model):
    """A thing that was open when its semester was closed, and why: it can still be worked on.

    Written before the close, one by one or for all of a sort; of what is settled by then the close
    forgets it again.
    """

    semester = models.ForeignKey(
        Semester, models.PROTECT, related_name="carried", verbose_name=_("semester")
    )
    # The table, as the database's own triggers know it.
    table_name = models.CharField(max_length=63)
    object_id = models.PositiveBigIntegerField()
    reason = models.CharField(_("reason"), max_length=300)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("by"))
    at = models.DateTimeField(_("at"))

    objects = CarriedOverQuerySet.as_manager()

    class Meta:
        verbose_name = _("thing that is carried over")
        verbose_name_plural = _("things that are carried over")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["semester", "table_name", "object_id"], name="carried_over_once"
            ),
            models.CheckConstraint(
                condition=~Q(reason=""), name="carried_over_for_a_reason",
                violation_error_message=_("Say why."),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.table_name} {self.object_id}"
