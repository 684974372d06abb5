"""The monthly award for dorm rooms (文明宿舍) and exemplars (标兵), and who is put forward."""

from datetime import date
from decimal import Decimal
from typing import Any, ClassVar

from django.db import models
from django.db.models import Exists, F, OuterRef, Q, Sum
from django.urls import reverse
from django.utils import formats
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.models import Person
from campus.tracking import tracked
from dormitory.models.checks import room_checklists
from dormitory.models.days import TODAY, month_of, running
from dormitory.models.house import DormRoom
from dormitory.models.occupancy import Occupancy
from dormitory.models.reach import warden_reach
from inspections.models import PartScore

MONTHS_DAY = 1


@tracked()
class AwardCycle(models.Model):
    """One month's award: until when rooms apply, what is asked of them, what it is worth.

    Every figure is the school's to say, at first what schools nearby do: applications until the
    25th, no quota, and any deduction in the month vetoes. `most_taken` are the points that a room
    may lose in the month before that vetoes it, `least_given` the points of praise that it needs,
    `notice_days` the days of public notice (公示) before the award, `bonus` the points that each
    class of an awarded room wins in the class assessment.
    """

    month = models.DateField(_("month"), unique=True)
    apply_until = models.DateField(_("applications until"))
    criteria = models.TextField(_("what is asked of a room"), max_length=2000, blank=True)
    most_taken = models.DecimalField(
        _("points lost at the most"), max_digits=6, decimal_places=2, default=0
    )
    least_given = models.DecimalField(
        _("points of praise at the least"), max_digits=6, decimal_places=2, default=0
    )
    notice_days = models.PositiveSmallIntegerField(_("days of public notice"), default=3)
    bonus = models.DecimalField(
        _("points for each class of an awarded room"), max_digits=5, decimal_places=2, default=1
    )

    class Meta:
        verbose_name = _("award of a month")
        verbose_name_plural = _("awards of the months")
        ordering = ["-month"]
        constraints = [
            models.CheckConstraint(
                condition=Q(month__day=MONTHS_DAY), name="award_month_is_its_first_day",
                violation_error_message=_("A month is named by its first day."),
            ),
            models.CheckConstraint(
                condition=Q(apply_until__gte=F("month")), name="award_applied_for_in_its_month",
                violation_error_message=_("Applications end in the month or after it."),
            ),
            models.CheckConstraint(
                condition=Q(most_taken__gte=0, least_given__gte=0, bonus__gte=0),
                name="award_points_not_negative",
                violation_error_message=_("Points are never negative."),
            ),
            models.CheckConstraint(
                condition=Q(notice_days__lte=30), name="award_notice_of_some_days",
                violation_error_message=_("Thirty days of public notice at the most."),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return formats.date_format(self.month, "YEAR_MONTH_FORMAT")

    def get_absolute_url(self) -> str:
        return reverse("dormitory:award", args=[self.pk])

    @property
    def days(self) -> tuple[date, date]:
        """The first and the last day that count."""
        return month_of(self.month)


class NominationQuerySet(models.QuerySet["Nomination"]):
    """Nominations in words."""

    def visible_to(self, person: Person) -> "NominationQuerySet":
        """What stands under public notice or is awarded is for all; wardens see those of their
        house, overseers all, everybody else what they have put forward and what is theirs."""
        if not person.is_active:
            return self.none()
        reach = warden_reach(person)
        if reach.everywhere:
            return self
        told = Q(status__in=Nomination.PUBLIC) | Q(by=person) | Q(pupil=person)
        stays = Occupancy.objects.filter(running(TODAY), bed__room=OuterRef("room"), pupil=person)
        told |= Q(Exists(stays))
        if reach:
            told |= Q(room__place__in=reach.parts())
        return self.filter(told)

    def awarded(self) -> "NominationQuerySet":
        return self.filter(status=Nomination.Status.AWARDED)

    def standing(self) -> "NominationQuerySet":
        """Those on their way to the award."""
        return self.filter(status__in=Nomination.OPEN)

    def with_all(self) -> "NominationQuerySet":
        """With what a page tells of them."""
        related = ("cycle", "room__place", "room__house__place", "pupil", "by", "recommended_by")
        return self.select_related(*related, "approved_by", "answered_by")


@tracked()
class Nomination(models.Model):
    """A room, or with `pupil` an exemplar of it, put forward for a month's award: applied for →
    recommended by the warden → approved by student affairs, which puts it under public notice →
    awarded; or refused, or withdrawn.

    An exemplar is named to others while the pupil consents (`consented_at`), and no longer.
    """

    class Status(models.TextChoices):
        """Where it stands."""

        APPLIED = "applied", pgettext_lazy("state of a nomination", "Applied for")
        RECOMMENDED = "recommended", pgettext_lazy("state of a nomination", "Recommended")
        NOTICE = "notice", pgettext_lazy("state of a nomination", "Public notice")
        AWARDED = "awarded", pgettext_lazy("state of a nomination", "Awarded")
        REFUSED = "refused", pgettext_lazy("state of a nomination", "Refused")
        WITHDRAWN = "withdrawn", pgettext_lazy("state of a nomination", "Withdrawn")

    OPEN = (Status.APPLIED, Status.RECOMMENDED, Status.NOTICE)
    PUBLIC = (Status.NOTICE, Status.AWARDED)
    MOVES: ClassVar[dict[str, set[str]]] = {
        Status.APPLIED: {Status.RECOMMENDED, Status.REFUSED, Status.WITHDRAWN},
        Status.RECOMMENDED: {Status.NOTICE, Status.REFUSED, Status.WITHDRAWN},
        Status.NOTICE: {Status.AWARDED, Status.REFUSED, Status.WITHDRAWN},
    }

    cycle = models.ForeignKey(
        AwardCycle, models.PROTECT, related_name="nominations", verbose_name=_("award")
    )
    room = models.ForeignKey(
        DormRoom, models.PROTECT, related_name="nominations", verbose_name=_("dorm room")
    )
    pupil = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("exemplar"),
    )  # fmt: skip
    words = models.TextField(_("reasons"), max_length=1000)
    status = models.CharField(_("state"), max_length=12, choices=Status, default=Status.APPLIED)
    by = models.ForeignKey(
        Person, models.PROTECT, related_name="+", verbose_name=_("put forward by")
    )
    at = models.DateTimeField(_("put forward at"))
    recommended_by = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("recommended by"),
    )  # fmt: skip
    approved_by = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("approved by"),
    )  # fmt: skip
    notice_until = models.DateField(_("public notice until"), null=True, blank=True)
    awarded_on = models.DateField(_("awarded on"), null=True, blank=True)
    # Who awarded, refused or withdrew it, and of what was refused why.
    answered_by = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("answered by"),
    )  # fmt: skip
    reason = models.CharField(_("reason"), max_length=300, blank=True)
    consented_at = models.DateTimeField(_("may be named since"), null=True, blank=True)

    objects = NominationQuerySet.as_manager()

    class Meta:
        verbose_name = _("nomination")
        verbose_name_plural = _("nominations")
        ordering = ["-id"]
        indexes = [
            models.Index(fields=["status", "-id"], name="nomination_by_status"),
            models.Index(
                fields=["-awarded_on", "-id"], condition=Q(awarded_on__isnull=False),
                name="nomination_awarded",
            ),
        ]  # fmt: skip
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    status__in=[
                        "applied", "recommended", "notice", "awarded", "refused", "withdrawn",
                    ]
                ),
                name="nomination_status_known",
            ),
            models.UniqueConstraint(
                fields=["cycle", "room"], name="nomination_of_a_room_once",
                condition=Q(pupil=None) & ~Q(status__in=["refused", "withdrawn"]),
                violation_error_message=_("The room is put forward for this month already."),
            ),
            models.UniqueConstraint(
                fields=["cycle", "pupil"], name="nomination_of_a_pupil_once",
                condition=Q(pupil__isnull=False) & ~Q(status__in=["refused", "withdrawn"]),
                violation_error_message=_("This pupil is put forward for this month already."),
            ),
            models.CheckConstraint(
                condition=Q(approved_by=None) | ~Q(approved_by=F("recommended_by")),
                name="nomination_approved_by_another",
                violation_error_message=_("Whoever has recommended it does not approve it."),
            ),
            models.CheckConstraint(
                condition=Q(status__in=["applied", "refused", "withdrawn"])
                | Q(recommended_by__isnull=False),
                name="nomination_recommended_first",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=["notice", "awarded"])
                | Q(approved_by__isnull=False, notice_until__isnull=False),
                name="nomination_approved_first",
            ),
            models.CheckConstraint(
                condition=Q(status="awarded", awarded_on__isnull=False)
                | ~Q(status="awarded") & Q(awarded_on=None),
                name="nomination_awarded_has_day",
            ),
            models.CheckConstraint(
                condition=~Q(status="refused") | ~Q(reason=""), name="nomination_refused_says_why",
                violation_error_message=_("Say why."),
            ),
            models.CheckConstraint(
                condition=Q(consented_at=None) | Q(pupil__isnull=False),
                name="nomination_consent_of_a_pupil",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.cycle} {self.room}"

    def get_absolute_url(self) -> str:
        return reverse("dormitory:nomination", args=[self.pk])

    @property
    def is_open(self) -> bool:
        return self.status in self.OPEN

    @property
    def name_for_all(self) -> str:
        """The exemplar's name while the pupil consents to be named; else nothing."""
        return self.pupil.name if self.pupil and self.consented_at else ""

    def can_become(self, status: str) -> bool:
        return status in self.MOVES.get(self.status, set())


def reached_in(cycle: AwardCycle, rooms: list[int]) -> dict[int, tuple[Decimal, Decimal]]:
    """What places lost and won by all room checks in the month of a cycle, by the number of the
    place; those that were not checked are left out. Two queries."""
    numbers = list(room_checklists().values_list("pk", flat=True))
    scores = PartScore.objects.counted().of(numbers).between(*cycle.days).filter(place__in=rooms)
    sums: Any = scores.order_by().values_list("place").annotate(Sum("taken"), Sum("given"))
    return {place: (taken, given) for place, taken, given in sums}


def what_vetoes(cycle: AwardCycle, reached: tuple[Decimal, Decimal] | None) -> str:
    """The sentence why a room must not be awarded; nothing where it may. `reached` is what it lost
    and won in the month, None where it was not checked."""
    if reached is None:
        return str(_("The room was not checked in this month."))
    taken, given = reached
    if taken > cycle.most_taken:
        words = _("It lost %(taken)s points in the month; at the most %(most)s are allowed.")
        return words % {"taken": shown(taken), "most": shown(cycle.most_taken)}
    if given < cycle.least_given:
        words = _("It won %(given)s points of praise in the month; %(least)s are asked for.")
        return words % {"given": shown(given), "least": shown(cycle.least_given)}
    return ""


def shown(points: Decimal) -> str:
    """Points without needless digits."""
    return f"{points.normalize():f}" if points else "0"
