"""Papers that expire: certificates, licences, insurances, inspections, contracts."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import TypeVar

from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Case, Exists, F, Model, OuterRef, Q, Subquery, When
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.lists.search import Bigrams
from campus.models import Person, Role
from campus.tracking import tracked

H = TypeVar("H", bound=Model)

# Whoever leads an area of the office's work sees the office's papers.
READERS = (
    Role.HEAD, Role.DISPATCHER, Role.SAFETY_OFFICER, Role.DORM_WARDEN, Role.CANTEEN_MANAGER,
    Role.CLEANING_SUPERVISOR, Role.FLEET_MANAGER,
)  # fmt: skip
# From so many days before its end a paper is shown as due soon; our own figure, the longest of the
# steps at which a month is still left to renew it.
SOON = timedelta(days=30)
MOST_MONTHS = 600


class PaperKindQuerySet(models.QuerySet["PaperKind"]):
    """Kinds of papers in words."""

    def offered(self) -> "PaperKindQuerySet":
        """The kinds that new papers can be of."""
        return self.filter(is_offered=True)


@tracked()
class PaperKind(models.Model):
    """A kind of paper, as the school names it: what holds it, for how long it usually holds, and
    whose work it is to renew it.

    `code` names the kinds that come with the portal, which areas ask for; the school's own have
    none. What is not offered any more stays with the papers that are of it.
    """

    code = models.CharField(max_length=32, blank=True, editable=False, default="")
    name = models.CharField(_("name"), max_length=60, unique=True)
    holder_type = models.ForeignKey(
        ContentType, models.PROTECT, related_name="+", verbose_name=_("held by")
    )
    months = models.PositiveSmallIntegerField(
        _("valid for months"), null=True, blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(MOST_MONTHS)],
    )  # fmt: skip
    role = models.CharField(_("responsible role"), max_length=32, choices=Role, blank=True)
    is_offered = models.BooleanField(_("offered for new papers"), default=True)

    objects = PaperKindQuerySet.as_manager()

    class Meta:
        verbose_name = _("kind of paper")
        verbose_name_plural = _("kinds of papers")
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["code"], condition=~Q(code=""), name="paper_kind_code_once"
            ),
            models.CheckConstraint(
                condition=Q(role__in=["", *Role.values]), name="paper_kind_role_known"
            ),
            models.CheckConstraint(
                condition=Q(months=None) | Q(months__gte=1, months__lte=MOST_MONTHS),
                name="paper_kind_months_in_bounds",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def subject(self) -> str:
        """What rules of reminders call its papers."""
        return f"paper.{self.pk}"


def current_holder() -> Coalesce:
    """What the holder of a paper is called: a person as they are called now."""
    people = ContentType.objects.get_for_model(Person)
    name = Person.objects.filter(pk=OuterRef("holder_id")).values("name")
    now = Case(When(holder_type=people, then=Subquery(name)))
    return Coalesce(now, F("holder_name"))


class PaperQuerySet(models.QuerySet["Paper"]):
    """Papers in words."""

    def visible_to(self, person: Person) -> "PaperQuerySet":
        """Whoever leads the office's work sees all, other staff their own, pupils none."""
        if person.is_pupil or not person.is_active:
            return self.none()
        return self if person.on_duty_as(*READERS) else self.of(person)

    def of(self, holder: Model) -> "PaperQuerySet":
        kind = ContentType.objects.get_for_model(holder)
        return self.filter(holder_type=kind, holder_id=holder.pk)

    def watched(self) -> "PaperQuerySet":
        """Papers whose end matters: neither renewed nor set aside, their holder still there."""
        people = ContentType.objects.get_for_model(Person)
        # Asked of each paper: those who have left are many more than the papers.
        gone = Exists(Person.objects.filter(pk=OuterRef("holder_id"), is_active=False))
        found = self.filter(renewed_by=None, set_aside_on=None)
        return found.exclude(gone, holder_type=people)

    def between(self, first: date, last: date) -> "PaperQuerySet":
        """Papers whose last day lies from `first` to `last`."""
        return self.filter(ends_on__range=(first, last))

    def in_force(self, on: date) -> "PaperQuerySet":
        """Papers that hold on a day, renewed already or not."""
        begun = Q(issued_on=None) | Q(issued_on__lte=on)
        return self.filter(begun, ends_on__gte=on, set_aside_on=None)

    def of_kind(self, kind: "PaperKind | str") -> "PaperQuerySet":
        """Papers of a kind, or of the kind that comes with the portal under a code."""
        return self.filter(kind__code=kind) if isinstance(kind, str) else self.filter(kind=kind)

    def valid(self, holder: Model, kind: "PaperKind | str", on: date) -> "PaperQuerySet":
        """The papers of `kind` that `holder` has on a day; `.exists()` answers whether any."""
        return self.of(holder).of_kind(kind).in_force(on)

    def missing_or_expired(
        self, holders: Iterable[H], kind: "PaperKind | str", on: date
    ) -> list[H]:
        """Those of `holders`, all of one model, who have no paper of `kind` that holds on a day;
        one query for all of them."""
        asked = list(holders)
        if not asked:
            return []
        found = self.of_kind(kind).in_force(on).filter(
            holder_type=ContentType.objects.get_for_model(asked[0]),
            holder_id__in=[holder.pk for holder in asked],
        )  # fmt: skip
        covered = set(found.values_list("holder_id", flat=True))
        return [holder for holder in asked if holder.pk not in covered]


@tracked()
class Paper(models.Model):
    """Something with an end date that somebody or something must have: in force → due soon →
    expired, unless it is renewed by the next one or set aside for a reason.

    `ends_on` is its last day. `holder_name` is what the holder was called when it was written, for
    the search alone.
    """

    class State(models.TextChoices):
        """How it stands on a day; follows from its dates."""

        VALID = "valid", _("Valid")
        DUE_SOON = "due_soon", _("Ends soon")
        EXPIRED = "expired", _("Expired")
        RENEWED = "renewed", pgettext_lazy("state of a paper", "Renewed")
        SET_ASIDE = "set_aside", _("Set aside")

    kind = models.ForeignKey(
        PaperKind, models.PROTECT, related_name="papers", verbose_name=_("kind")
    )
    holder_type = models.ForeignKey(ContentType, models.PROTECT, related_name="+")
    holder_id = models.PositiveBigIntegerField(_("held by"))
    holder = GenericForeignKey("holder_type", "holder_id")
    holder_name = models.CharField(max_length=200, editable=False)
    number = models.CharField(_("number"), max_length=60, blank=True)
    issuer = models.CharField(_("issued by"), max_length=80, blank=True)
    issued_on = models.DateField(_("issued on"), null=True, blank=True)
    ends_on = models.DateField(_("valid until"))
    note = models.CharField(_("remark"), max_length=300, blank=True)
    renewed_by = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="renews",
        verbose_name=_("renewed by"),
    )  # fmt: skip
    set_aside_on = models.DateField(_("set aside on"), null=True, blank=True)
    set_aside_why = models.CharField(_("why it is set aside"), max_length=200, blank=True)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("written by"))
    at = models.DateTimeField(_("written at"))
    sought = models.GeneratedField(
        expression=Bigrams("holder_name", "number", "issuer", "note"),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    objects = PaperQuerySet.as_manager()

    class Meta:
        verbose_name = _("paper")
        verbose_name_plural = _("papers")
        ordering = ["ends_on", "id"]
        indexes = [
            GinIndex(fields=["sought"], name="paper_sought"),
            models.Index(fields=["ends_on", "id"], name="paper_by_end"),
            models.Index(fields=["holder_type", "holder_id", "kind"], name="paper_of_holder"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(issued_on=None) | Q(ends_on__gte=F("issued_on")),
                name="paper_ends_after_it_is_issued",
                violation_error_message=_("It cannot end before it is issued."),
            ),
            models.CheckConstraint(
                condition=Q(renewed_by=None) | ~Q(renewed_by=F("id")),
                name="paper_not_renewed_by_itself",
            ),
            models.CheckConstraint(
                condition=Q(set_aside_on=None, set_aside_why="")
                | Q(set_aside_on__isnull=False) & ~Q(set_aside_why=""),
                name="paper_set_aside_for_a_reason",
                violation_error_message=_("Say why it is set aside."),
            ),
            models.UniqueConstraint(
                fields=["kind", "holder_type", "holder_id", "ends_on"],
                condition=Q(set_aside_on=None),
                name="paper_once",
                violation_error_message=_("This paper is in the list already."),
            ),
        ]

    def __str__(self) -> str:
        return self.titled(str(self.holder or self.holder_name))

    def get_absolute_url(self) -> str:
        return reverse("planning:paper", args=[self.pk])

    def titled(self, holder: str) -> str:
        """The paper in words, for whoever has read what its holder is called."""
        return f"{self.kind} · {holder}"

    @property
    def counts(self) -> bool:
        """Whether it is neither renewed nor set aside."""
        return self.renewed_by_id is None and self.set_aside_on is None

    @property
    def is_watched(self) -> bool:
        """Whether its end still matters."""
        gone = isinstance(self.holder, Person) and not self.holder.is_active
        return self.counts and not gone

    def days_left(self, on: date) -> int:
        """Days until its last day; less than nought after it."""
        return (self.ends_on - on).days

    def state(self, on: date) -> "Paper.State":
        if self.set_aside_on:
            return self.State.SET_ASIDE
        if self.renewed_by_id:
            return self.State.RENEWED
        if self.ends_on < on:
            return self.State.EXPIRED
        return self.State.DUE_SOON if self.ends_on - on <= SOON else self.State.VALID
