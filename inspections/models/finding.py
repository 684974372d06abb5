"""What was found wrong, from which other areas go on."""

from datetime import date, datetime, timedelta
from typing import Any

import pgtrigger
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.cases.registry import KINDS
from campus.lists.search import Bigrams
from campus.locking import lock
from campus.models import Person, Place, Role
from campus.tallies import day_of
from campus.tracking import tracked
from inspections.models.checklist import SEE_ALL, Checklist, ChecklistItem
from inspections.models.circles import concerns_of
from inspections.models.inspection import Inspection
from inspections.models.tally import FINDINGS_BY_DAY


class FindingQuerySet(models.QuerySet["Finding"]):
    """Findings in words."""

    def visible_to(self, person: Person) -> "FindingQuerySet":
        """Head and administrators see all; staff those of checklists that they answer for,
        countersign or decide on and of places they manage; everybody what they have found
        themselves and what concerns them."""
        if not person.is_active:
            return self.none()
        if person.on_duty_as(*SEE_ALL):
            return self
        own = Q(by=person) | about(person)
        if person.is_pupil:
            return self.filter(own)
        theirs = Checklist.objects.answered_for_by(person)
        of_theirs = Q(checklist__in=theirs.order_by().values("pk"))
        in_team = Q(inspection__in=Inspection.objects.all().in_team_of(person))
        return self.filter(own | of_theirs | in_team | Q(place__manager=person))

    def concerning(self, person: Person) -> "FindingQuerySet":
        """Marks that are about the person, a pupil of a class that they teach, or what an area says
        is theirs: they may appeal against these."""
        return self.filter(about(person))

    def naming_pupils_to(self, person: Person) -> "FindingQuerySet":
        """Those of which the person is told whom they are about: the pupil, the pupil's class
        teacher, whoever walked it, and staff who walk, countersign or decide on the checklist at
        the place; the head and administrators answer for all."""
        told = Q(by=person) | Q(pupil=person) | Q(pupil__in=taught_by(person))
        if person.is_pupil or not person.is_active:
            return self.filter(told)
        if person.on_duty_as(*SEE_ALL):
            return self
        for duty in person.duties_today:
            answering = Q(checklist__roles__contains=[duty.role])
            answering |= Q(checklist__second_roles__contains=[duty.role])
            answering |= Q(checklist__deciding_roles__contains=[duty.role])
            if duty.place_id:
                answering &= Q(place__path__contains=f"/{duty.place_id}/")
            told |= answering
        return self.filter(told)

    def reported(self) -> "FindingQuerySet":
        """Those whose walk is over; before that a finding may still be taken back."""
        return self.filter(reported_at__isnull=False)

    def faults(self) -> "FindingQuerySet":
        """Those that wait to be settled or continued, and no marks of parts."""
        return self.filter(kind=Finding.Kind.FAULT)

    def continued(self) -> "FindingQuerySet":
        """Those that a case of some area goes on from."""
        return self.filter(goes_on())

    def open(self) -> "FindingQuerySet":
        """Faults that neither were settled on the spot nor are continued by an area; marks of parts
        wait for nobody."""
        return self.reported().faults().filter(~goes_on(), settled_at=None)

    def at(self, place: Place) -> "FindingQuerySet":
        """At the place or a part of it."""
        return self.filter(place__path__startswith=place.path)


def goes_on() -> Q:
    """Whether a case of any kind says that it comes from the finding: one index each."""
    kind = ContentType.objects.get_for_model(Finding)
    found = Q(pk__in=[])
    for each in KINDS.values():
        cases: Any = each.model._default_manager.order_by()
        found |= Q(Exists(cases.filter(origin_type=kind, origin_id=OuterRef("pk"))))
    return found


def taught_by(person: Person) -> models.QuerySet[Person]:
    """The pupils of the classes that the person is class teacher of today."""
    classes = [
        duty.school_class_id
        for duty in person.duties_today
        if duty.role == Role.CLASS_TEACHER and duty.school_class_id
    ]
    return Person.objects.filter(school_class__in=classes).order_by()


def about(person: Person) -> Q:
    """Reported marks that concern the person; see `FindingQuerySet.concerning`."""
    theirs = Q(pupil=person) | concerns_of(person)
    if person.on_duty_as(Role.CLASS_TEACHER):
        theirs |= Q(pupil__in=taught_by(person).values("pk"))
    return Q(reported_at__isnull=False) & ~Q(kind="fault") & theirs


# No mark is worth more than its line allows, however it is written.
WITHIN_CAPS = """
    IF EXISTS (
        SELECT FROM inspections_checklistitem AS line
        WHERE line.id = NEW.item_id AND NEW.points > coalesce(line.cap, line.points * NEW.times)
    ) THEN
        RAISE EXCEPTION 'A mark takes more points than its line allows.'
        USING ERRCODE = 'check_violation', CONSTRAINT = 'mark_within_caps';
    END IF;
    RETURN NEW;
"""


@tracked()
class Finding(models.Model):
    """A failed line (检查发现), in the walker's words and photos.

    It stands there as soon as the line is tapped, and counts from `reported_at` on, when the walk
    is finished. On walks over parts it is a mark: at its part (`place`) the line costs `points` for
    the `times` that it was seen, or gives them where it is praise, on `day`; `pupil` is who it is
    about, told to few (`naming_pupils_to`).
    """

    class Kind(models.TextChoices):
        """A fault that waits to be settled, or what a part loses or earns points for."""

        FAULT = "fault", pgettext_lazy("kind of finding", "Fault")
        MARK = "mark", pgettext_lazy("kind of finding", "Points taken")
        PRAISE = "praise", pgettext_lazy("kind of finding", "Praise")

    inspection = models.ForeignKey(Inspection, models.PROTECT, related_name="findings")
    item = models.ForeignKey(ChecklistItem, models.PROTECT, related_name="+")
    checklist = models.ForeignKey(
        Checklist, models.PROTECT, related_name="findings", verbose_name=_("checklist")
    )
    place = models.ForeignKey(
        Place, models.PROTECT, related_name="findings", verbose_name=_("place")
    )
    title = models.CharField(pgettext_lazy("of a checklist", "line"), max_length=200)
    words = models.CharField(_("in words"), max_length=500, blank=True, default="")
    kind = models.CharField(_("kind"), max_length=8, choices=Kind, default=Kind.FAULT)
    times = models.PositiveSmallIntegerField(_("how many times"), default=1)
    points = models.DecimalField(_("points"), max_digits=6, decimal_places=2, default=0)
    is_taken_back = models.BooleanField(_("taken back"), default=False)
    pupil = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+", db_index=False,
        verbose_name=_("pupil it is about"),
    )  # fmt: skip
    day = models.DateField(_("day"), null=True, blank=True)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("found by"))
    found_at = models.DateTimeField(_("found at"))
    reported_at = models.DateTimeField(_("reported at"), null=True, blank=True)
    settled_at = models.DateTimeField(_("settled at"), null=True, blank=True)
    settled_by = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("settled by"),
    )  # fmt: skip
    settled_words = models.CharField(_("what was done"), max_length=500, blank=True, default="")
    sought = models.GeneratedField(
        expression=Bigrams("title", "words"), output_field=SearchVectorField(), db_persist=True
    )

    objects = FindingQuerySet.as_manager()

    class Meta:
        verbose_name = _("finding")
        verbose_name_plural = _("findings")
        ordering = ["-reported_at", "-id"]
        indexes = [
            models.Index(
                F("reported_at").desc(), F("id").desc(),
                condition=Q(reported_at__isnull=False, kind="fault"), name="finding_latest",
            ),
            models.Index(fields=["place", "-reported_at"], name="finding_at_place"),
            models.Index(fields=["checklist", "-reported_at"], name="finding_of_checklist"),
            models.Index(
                fields=["-reported_at"],
                condition=Q(settled_at=None, reported_at__isnull=False, kind="fault"),
                name="finding_unsettled",
            ),
            models.Index(
                fields=["pupil", "-day"], condition=Q(pupil__isnull=False), name="mark_of_pupil"
            ),
            models.Index(
                fields=["place", "checklist", "-day"], condition=~Q(kind="fault"),
                name="mark_at_place",
            ),
            GinIndex(fields=["sought"], name="finding_sought"),
        ]  # fmt: skip
        triggers = [lock(day_of("{row}.found_at", settings.TIME_ZONE)),
            FINDINGS_BY_DAY.trigger,
            pgtrigger.Trigger(
                name="mark_within_caps", when=pgtrigger.Before, func=WITHIN_CAPS,
                operation=pgtrigger.Insert | pgtrigger.Update,
                condition=pgtrigger.Condition("NEW.points > 0"),
            ),
        ]  # fmt: skip
        constraints = [
            models.UniqueConstraint(
                fields=["inspection", "item", "place"], name="finding_once_per_line_and_part"
            ),
            models.CheckConstraint(
                condition=Q(kind__in=["fault", "mark", "praise"]), name="finding_kind_known"
            ),
            models.CheckConstraint(
                condition=Q(points__gte=0, times__gte=1, times__lte=99),
                name="finding_counts_are_sensible",
                violation_error_message=_("Between once and 99 times."),
            ),
            models.CheckConstraint(
                condition=~Q(kind="fault") | Q(points=0, times=1, pupil=None, is_taken_back=False),
                name="finding_of_a_part_has_points",
            ),
            models.CheckConstraint(
                condition=Q(is_taken_back=False) | Q(points=0), name="mark_taken_back_costs_nothing"
            ),
            models.CheckConstraint(
                condition=Q(settled_at=None, settled_by=None, settled_words="")
                | Q(settled_at__isnull=False, settled_by__isnull=False) & ~Q(settled_words=""),
                name="finding_settled_by_somebody",
                violation_error_message=_("Say what was done."),
            ),
        ]

    def __str__(self) -> str:
        return self.words or self.title

    def get_absolute_url(self) -> str:
        return reverse("inspections:finding", args=[self.pk])

    @property
    def is_mark(self) -> bool:
        """Whether it takes or gives points at a part."""
        return self.kind != self.Kind.FAULT

    @property
    def appeal_until(self) -> date | None:
        """The last day on which somebody may appeal; None where appeals are not taken."""
        days = self.checklist.appeal_days
        if self.day is None or not days or self.is_taken_back or self.kind != self.Kind.MARK:
            return None
        return self.day + timedelta(days=days)

    @property
    def sentence(self) -> str:
        """Line and words in one sentence, such as a ticket's title takes."""
        return f"{self.title}：{self.words}" if self.words else self.title

    def is_settled(self, at: datetime | None = None) -> bool:
        """Whether it was put right on the spot."""
        return self.settled_at is not None and (at is None or self.settled_at <= at)
