"""What every case has, who follows it, and how it gets its number."""

from datetime import datetime, timedelta
from typing import Any, ClassVar, Self, TypeVar

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from campus.lists.search import Bigrams
from campus.locking import lock
from campus.people.models import Person
from campus.tallies import day_of

MERGED = "merged"
HANDED_ON = "handed_on"
# What comes back within half a year at the same place is worth a look; our own figure.
RECURRENCE = timedelta(days=180)


C = TypeVar("C", bound="Case")


class CaseQuerySet(models.QuerySet[C]):
    """Cases in words, whatever their kind."""

    def open(self) -> Self:
        return self.filter(status__in=self.model.OPEN)

    def counted(self) -> Self:
        """Each trouble once: neither what was merged nor what another area has taken over."""
        return self.exclude(status__in=[MERGED, HANDED_ON])

    def overdue(self, at: datetime) -> Self:
        return self.open().filter(due_at__lt=at)

    def in_due_order(self) -> Self:
        """The nearest promise first; without one at the end, the oldest first."""
        return self.select_related("place").order_by(F("due_at").asc(nulls_last=True), "id")

    def at_place(self, place: int) -> Self:
        """At the place of this number itself, not at its parts."""
        return self.filter(place=place)

    def concerning(self, person: Person, *, at: models.QuerySet[Any] | None = None) -> Self:
        """Cases that the person reported, works on or follows, and those at the places `at`; a
        union reads an index for each."""
        kind = ContentType.objects.get_for_model(self.model)
        cases = self.model._default_manager.order_by()
        own = cases.filter(reporter=person).values("pk")
        given = cases.filter(assignee=person).values("pk")
        follows = Follow.objects.filter(content_type=kind, person=person).order_by()
        there = [] if at is None else [cases.filter(place__in=at).values("pk")]
        return self.filter(pk__in=own.union(given, follows.values("object_id"), *there))


class Case(models.Model):
    """One thing that somebody has raised, until it is answered.

    A subclass names its `Status`, with `merged` and `handed_on` among them, which state may follow
    which (`MOVES`), the states in which something is still to be done (`OPEN`), those of them in
    which the promise stands still (`PAUSED`), and those that want a reason (`NEEDS_REASON`).
    """

    class Priority(models.TextChoices):
        """How soon it is wanted; decides which promise is given."""

        URGENT = "urgent", _("Urgent")
        NORMAL = "normal", _("Normal")

    Status: ClassVar[type[models.TextChoices]]
    MOVES: ClassVar[dict[str, set[str]]]
    OPEN: ClassVar[tuple[str, ...]]
    PAUSED: ClassVar[tuple[str, ...]] = ()
    NEEDS_REASON: ClassVar[tuple[str, ...]] = ()
    # The field itself is the subclass's own, with its choices.
    status: "models.CharField[Any, Any]"

    number = models.CharField(_("number"), max_length=16, unique=True)
    title = models.CharField(_("in one sentence"), max_length=120)
    description = models.TextField(_("description"), max_length=4000, blank=True)
    priority = models.CharField(
        _("priority"), max_length=8, choices=Priority, default=Priority.NORMAL
    )
    place = models.ForeignKey(
        "campus.Place", models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("place"),
    )  # fmt: skip
    reporter = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("reporter")
    )
    assignee = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("in whose hands"),
    )  # fmt: skip
    raised_at = models.DateTimeField(_("raised at"))
    # The nearest promise that is running; the promises themselves say which.
    due_at = models.DateTimeField(_("due"), null=True, blank=True)
    # Until when more time has been asked for and nobody has decided yet.
    asked_until = models.DateTimeField(_("more time asked until"), null=True, blank=True)
    # Names of the promises that were always kept, and of those that were missed even once.
    kept = ArrayField(models.CharField(max_length=16), default=list, blank=True, editable=False)
    missed = ArrayField(models.CharField(max_length=16), default=list, blank=True, editable=False)
    changed_at = models.DateTimeField(_("last change"))
    # Counts every act: a form drawn before another person's act is told so.
    version = models.PositiveIntegerField(default=1)
    merged_into = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="merged_cases",
        verbose_name=_("merged into"),
    )  # fmt: skip
    # The case of another area that this one continues.
    origin_type = models.ForeignKey(
        ContentType, models.PROTECT, null=True, blank=True, related_name="+"
    )
    origin_id = models.PositiveBigIntegerField(null=True, blank=True)
    origin = GenericForeignKey("origin_type", "origin_id")
    sought = models.GeneratedField(
        expression=Bigrams("number", "title", "description"),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    class Meta:
        abstract = True
        ordering = ["-raised_at", "-id"]
        indexes = [
            models.Index(fields=["-raised_at", "-id"], name="%(class)s_newest"),
            models.Index(fields=["status", "-raised_at"], name="%(class)s_by_state"),
            models.Index(fields=["place", "-raised_at"], name="%(class)s_at_place"),
            models.Index(fields=["reporter", "-raised_at"], name="%(class)s_of_reporter"),
            models.Index(fields=["assignee", "status"], name="%(class)s_of_assignee"),
            models.Index(
                fields=["asked_until"],
                condition=Q(asked_until__isnull=False),
                name="%(class)s_asks",
            ),
            models.Index(
                fields=["due_at"], condition=Q(due_at__isnull=False), name="%(class)s_due"
            ),
            GinIndex(fields=["sought"], name="%(class)s_sought"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(priority__in=["urgent", "normal"]), name="%(class)s_priority_known"
            ),
            models.CheckConstraint(
                condition=Q(status=MERGED, merged_into__isnull=False)
                | ~Q(status=MERGED) & Q(merged_into=None),
                name="%(class)s_merged_into_another",
                violation_error_message=_("Say into which other one it is merged."),
            ),
            models.CheckConstraint(
                condition=Q(merged_into=None) | ~Q(merged_into=F("id")),
                name="%(class)s_not_merged_into_itself",
            ),
            models.CheckConstraint(
                condition=Q(origin_type=None, origin_id=None)
                | Q(origin_type__isnull=False, origin_id__isnull=False),
                name="%(class)s_origin_whole",
            ),
            models.UniqueConstraint(
                fields=["origin_type", "origin_id"], name="%(class)s_continues_a_case_once"
            ),
        ]

        triggers = [lock(day_of("{row}.raised_at", settings.TIME_ZONE))]

    def __str__(self) -> str:
        return f"{self.number} {self.title}"

    @property
    def is_open(self) -> bool:
        return self.status in self.OPEN

    @property
    def is_paused(self) -> bool:
        return self.status in self.PAUSED

    def is_overdue(self, at: datetime) -> bool:
        """Whether its nearest promise had passed at `at`."""
        return self.is_open and self.due_at is not None and self.due_at < at

    def note_promise(self, name: str, *, was_kept: bool) -> None:
        """Remember how a promise ended; one that was missed stays missed, however it ends later."""
        if not was_kept:
            self.missed = sorted({*self.missed, name})
        self.kept = sorted({*self.kept, name} - set(self.missed))

    def can_become(self, status: str) -> bool:
        """Whether `status` may follow the present one."""
        return status in self.MOVES.get(self.status, set())


class Follow(models.Model):
    """Somebody who is told of what happens to a case, and whether it troubles them too."""

    content_type = models.ForeignKey(ContentType, models.CASCADE, related_name="+")
    object_id = models.PositiveBigIntegerField()
    case = GenericForeignKey()
    person = models.ForeignKey(Person, models.CASCADE, related_name="follows")
    me_too = models.BooleanField(_("troubled too"), default=False)
    since = models.DateTimeField(_("since"))

    class Meta:
        verbose_name = _("follower")
        verbose_name_plural = _("followers")
        ordering = ["since", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["content_type", "object_id", "person"], name="follow_once_per_person"
            )
        ]
        indexes = [models.Index(fields=["person", "content_type"], name="follow_of_person")]

    def __str__(self) -> str:
        return f"{self.person} → {self.case}"


class CaseCounter(models.Model):
    """The last number given in a year to cases of one letter: R-2025-0132 is the 132nd of R."""

    letter = models.CharField(max_length=2)
    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("counter of cases")
        verbose_name_plural = _("counters of cases")
        constraints = [
            models.UniqueConstraint(fields=["letter", "year"], name="counter_once_per_year")
        ]

    def __str__(self) -> str:
        return f"{self.letter}-{self.year}-{self.last:04}"
