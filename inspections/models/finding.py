"""What was found wrong, from which other areas go on."""

from datetime import datetime
from typing import Any

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
from campus.models import Person, Place
from campus.tracking import tracked
from inspections.models.checklist import SEE_ALL, Checklist, ChecklistItem
from inspections.models.inspection import Inspection
from inspections.models.tally import FINDINGS_BY_DAY


class FindingQuerySet(models.QuerySet["Finding"]):
    """Findings in words."""

    def visible_to(self, person: Person) -> "FindingQuerySet":
        """Head and administrators see all; staff those of checklists that they answer for or
        countersign and of places they manage; everybody what they have found themselves."""
        if not person.is_active:
            return self.none()
        if person.on_duty_as(*SEE_ALL):
            return self
        if person.is_pupil:
            return self.filter(by=person)
        theirs = Checklist.objects.walked_by(person) | Checklist.objects.signed_by(person)
        of_theirs = Q(checklist__in=theirs.order_by().values("pk"))
        in_team = Q(inspection__in=Inspection.objects.all().in_team_of(person))
        return self.filter(Q(by=person) | of_theirs | in_team | Q(place__manager=person))

    def reported(self) -> "FindingQuerySet":
        """Those whose walk is over; before that a finding may still be taken back."""
        return self.filter(reported_at__isnull=False)

    def continued(self) -> "FindingQuerySet":
        """Those that a case of some area goes on from."""
        return self.filter(goes_on())

    def open(self) -> "FindingQuerySet":
        """Those that neither were settled on the spot nor are continued by an area."""
        return self.reported().filter(~goes_on(), settled_at=None)

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


@tracked()
class Finding(models.Model):
    """A failed line (检查发现), in the walker's words and photos.

    It stands there as soon as the line is tapped, and counts from `reported_at` on, when the walk
    is finished.
    """

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
                F("reported_at").desc(), F("id").desc(), condition=Q(reported_at__isnull=False),
                name="finding_latest",
            ),
            models.Index(fields=["place", "-reported_at"], name="finding_at_place"),
            models.Index(fields=["checklist", "-reported_at"], name="finding_of_checklist"),
            models.Index(
                fields=["-reported_at"], condition=Q(settled_at=None, reported_at__isnull=False),
                name="finding_unsettled",
            ),
            GinIndex(fields=["sought"], name="finding_sought"),
        ]  # fmt: skip
        triggers = [FINDINGS_BY_DAY.trigger]
        constraints = [
            models.UniqueConstraint(fields=["inspection", "item"], name="finding_once_per_line"),
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
    def sentence(self) -> str:
        """Line and words in one sentence, such as a ticket's title takes."""
        return f"{self.title}：{self.words}" if self.words else self.title

    def is_settled(self, at: datetime | None = None) -> bool:
        """Whether it was put right on the spot."""
        return self.settled_at is not None and (at is None or self.settled_at <= at)
