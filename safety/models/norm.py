"""The norms of a safe campus (平安校园规范), what each requires, and what proves it."""

from datetime import date, timedelta
from typing import ClassVar

from django.db import models
from django.db.models import OuterRef, Q, Subquery
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.models import Person, Role
from campus.tracking import tracked

# Who answers for what role; pupils' roles are responsible for no norm.
ROLES = [role.value for role in Role if not role.is_for_pupils]


class NormQuerySet(models.QuerySet["Norm"]):
    """Norms in words."""

    def visible_to(self, person: Person) -> "NormQuerySet":
        """The staff's."""
        return self.none() if person.is_pupil or not person.is_active else self


@tracked()
class Norm(models.Model):
    """One of the norms that the school keeps: who has which duty, and what it requires.

    `code` names those that come with the portal; `is_proposal` is one that the founding plan does
    not name, to be worded by the school.
    """

    code = models.CharField(max_length=24, blank=True, default="", editable=False)
    name = models.CharField(_("name"), max_length=60, unique=True)
    basis = models.CharField(_("basis"), max_length=200, blank=True)
    duties = models.TextField(_("duties"), max_length=4000, blank=True)
    is_proposal = models.BooleanField(_("the portal's proposal"), default=False)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    objects = NormQuerySet.as_manager()

    class Meta:
        verbose_name = _("norm")
        verbose_name_plural = _("norms")
        ordering = ["position", "id"]
        constraints = [
            models.UniqueConstraint(fields=["code"], condition=~Q(code=""), name="norm_code_once")
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("safety:norm", args=[self.pk])


class NormRequirementQuerySet(models.QuerySet["NormRequirement"]):
    """Requirements in words."""

    def visible_to(self, person: Person) -> "NormRequirementQuerySet":
        """The staff's."""
        return self.none() if person.is_pupil or not person.is_active else self

    def kept(self) -> "NormRequirementQuerySet":
        """Those that hold, in the order of their norms, each with what proves it last."""
        newest = NormEvidence.objects.filter(requirement=OuterRef("pk")).order_by("-on", "-id")
        found = self.filter(is_kept=True).select_related("norm").annotate(
            last_on=Subquery(newest.values("on")[:1]),
            last_until=Subquery(newest.values("valid_until")[:1]),
        )  # fmt: skip
        return found.order_by("norm__position", "norm_id", "position", "id")


@tracked()
class NormRequirement(models.Model):
    """One thing that a norm requires, once or again and again, and where it is done."""

    class Kind(models.TextChoices):
        """What sort of thing it is."""

        DUTY = "duty", pgettext_lazy("kind of requirement", "Duty")
        DOCUMENT = "document", pgettext_lazy("kind of requirement", "Document")
        CHECK = "check", pgettext_lazy("kind of requirement", "Check")
        EVIDENCE = "evidence", pgettext_lazy("kind of requirement", "Record")

    class Every(models.TextChoices):
        """How often it wants proof."""

        ONCE = "once", pgettext_lazy("interval", "Once")
        WEEK = "week", pgettext_lazy("interval", "Every week")
        MONTH = "month", pgettext_lazy("interval", "Every month")
        SEMESTER = "semester", pgettext_lazy("interval", "Every semester")
        YEAR = "year", pgettext_lazy("interval", "Every year")

    class State(models.TextChoices):
        """How it stands on a day; follows from its evidence."""

        IN_PLACE = "in_place", pgettext_lazy("state of a requirement", "In place")
        DUE = "due", pgettext_lazy("state of a requirement", "Due again")
        MISSING = "missing", pgettext_lazy("state of a requirement", "Missing")

    # Days for which a proof holds; a little longer than the interval, our own figures.
    DAYS: ClassVar[dict[str, int | None]] = {
        Every.ONCE: None, Every.WEEK: 9, Every.MONTH: 35, Every.SEMESTER: 190, Every.YEAR: 370,
    }  # fmt: skip

    norm = models.ForeignKey(Norm, models.CASCADE, related_name="requirements")
    kind = models.CharField(_("kind"), max_length=8, choices=Kind)
    title = models.CharField(_("what is required"), max_length=200)
    every = models.CharField(_("how often"), max_length=8, choices=Every, default=Every.ONCE)
    role = models.CharField(_("whose work"), max_length=32, choices=Role, blank=True)
    link = models.CharField(
        _("where it is done in the portal"), max_length=200, blank=True,
        help_text=_("An address of the portal, such as /safety/drills/."),
    )  # fmt: skip
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    is_kept = models.BooleanField(_("in force"), default=True)

    objects = NormRequirementQuerySet.as_manager()

    class Meta:
        verbose_name = _("requirement of a norm")
        verbose_name_plural = _("requirements of norms")
        ordering = ["norm", "position", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=["duty", "document", "check", "evidence"]),
                name="norm_requirement_kind_known",
            ),
            models.CheckConstraint(
                condition=Q(every__in=["once", "week", "month", "semester", "year"]),
                name="norm_requirement_every_known",
            ),
            models.CheckConstraint(
                condition=Q(role="") | Q(role__in=ROLES), name="norm_requirement_role_known",
                violation_error_message=_("Pupils are responsible for no norm."),
            ),
            models.CheckConstraint(
                condition=Q(link="") | Q(link__startswith="/") & ~Q(link__startswith="//"),
                name="norm_requirement_link_within",
                violation_error_message=_("Give an address of this portal, beginning with /."),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return f"{reverse('safety:norm', args=[self.norm_id])}#requirement-{self.pk}"

    def valid_until(self, on: date) -> date | None:
        """Until when a proof of the day `on` holds by itself; None for ever."""
        days = self.DAYS[self.Every(self.every)]
        return on + timedelta(days=days) if days else None


def state_of(last_on: date | None, last_until: date | None, today: date) -> str:
    """How a requirement stands, by its last proof."""
    if last_on is None:
        return NormRequirement.State.MISSING
    if last_until is not None and last_until < today:
        return NormRequirement.State.DUE
    return NormRequirement.State.IN_PLACE


class NormEvidenceQuerySet(models.QuerySet["NormEvidence"]):
    """Evidence in words."""

    def visible_to(self, person: Person) -> "NormEvidenceQuerySet":
        """The staff's."""
        return self.none() if person.is_pupil or not person.is_active else self


@tracked()
class NormEvidence(models.Model):
    """What proves that a requirement is met: a note with files, or where it lies in the portal."""

    requirement = models.ForeignKey(NormRequirement, models.CASCADE, related_name="evidence")
    on = models.DateField(_("of the day"))
    note = models.CharField(_("what it is"), max_length=300)
    link = models.CharField(_("address in the portal"), max_length=300, blank=True)
    valid_until = models.DateField(_("holds until"), null=True, blank=True)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("by"))
    at = models.DateTimeField(_("at"))

    objects = NormEvidenceQuerySet.as_manager()

    class Meta:
        verbose_name = _("evidence of a norm")
        verbose_name_plural = _("evidence of norms")
        ordering = ["-on", "-id"]
        indexes = [models.Index(fields=["requirement", "-on", "-id"], name="norm_evidence_newest")]
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_until=None) | Q(valid_until__gte=models.F("on")),
                name="norm_evidence_holds_from_its_day",
                violation_error_message=_("It cannot end before its own day."),
            ),
            models.CheckConstraint(
                condition=Q(link="") | Q(link__startswith="/") & ~Q(link__startswith="//"),
                name="norm_evidence_link_within",
                violation_error_message=_("Give an address of this portal, beginning with /."),
            ),
        ]

    def __str__(self) -> str:
        return self.note
