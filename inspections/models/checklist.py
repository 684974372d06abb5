"""What is looked at: checklists, their versions, their lines."""

from datetime import date
from typing import Any
from uuid import uuid4

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.lists.search import Bigrams
from campus.models import Person, Role
from campus.tracking import tracked
from inspections.models.circles import HELPERS

# Whoever answers for the whole school sees every checklist, inspection and finding.
SEE_ALL = (Role.HEAD, Role.ADMINISTRATOR)
MOST_LINES = 300


def roles_of(person: Person) -> list[str]:
    """The roles that the person holds today."""
    return sorted({duty.role for duty in person.duties_today})


class ChecklistQuerySet(models.QuerySet["Checklist"]):
    """Checklists in words."""

    def visible_to(self, person: Person) -> "ChecklistQuerySet":
        """Staff know what is looked at; pupils the checklists that they walk themselves."""
        if not person.is_active:
            return self.none()
        return self.walked_by(person) if person.is_pupil else self

    def offered(self) -> "ChecklistQuerySet":
        """Those that can be walked: not withdrawn, and with a version in use."""
        return self.filter(is_offered=True, current__isnull=False)

    def walked_by(self, person: Person) -> "ChecklistQuerySet":
        """Those that the person walks or answers for by a role held today."""
        return self.filter(roles__overlap=roles_of(person))

    def signed_by(self, person: Person) -> "ChecklistQuerySet":
        """Those whose walks the person may countersign by a role held today."""
        return self.filter(second_roles__overlap=roles_of(person))

    def answered_for_by(self, person: Person) -> "ChecklistQuerySet":
        """Those that the person walks, countersigns, or decides on corrections of."""
        held = roles_of(person)
        deciding = Q(deciding_roles__overlap=held)
        return self.filter(Q(roles__overlap=held) | Q(second_roles__overlap=held) | deciding)


@tracked()
class Checklist(models.Model):
    """A named kind of inspection (检查表), whatever area it serves.

    `topic` is the area's own word for what it is about, see `registry.name_topic`. `roles` walk it
    and are told of it, `helpers` (see `registry.name_helpers`) walk it as well. With
    `second_roles` somebody of these, other than the walker, signs each walk (GB/T 40248-2021
    §7.3.2: patroller and supervisor both sign). `every_days` is how often a place wants to be seen
    at the least, which coverage is measured by. `code` names what comes with the portal.

    With `parts` (see `registry.name_parts`) a walk goes over many parts of its place, and each is
    scored on its own. Against points appeals are taken for `appeal_days` days, none where it is 0;
    `deciding_roles` decide on them.
    """

    code = models.CharField(max_length=32, blank=True, default="", editable=False)
    name = models.CharField(_("name"), max_length=60, unique=True)
    topic = models.CharField(pgettext_lazy("of a checklist", "topic"), max_length=24)
    note = models.CharField(_("what it is for"), max_length=300, blank=True, default="")
    roles = ArrayField(models.CharField(max_length=32, choices=Role), verbose_name=_("walked by"))
    helpers = ArrayField(
        models.CharField(max_length=24), verbose_name=_("walked as well by"), default=list,
        blank=True,
    )  # fmt: skip
    second_roles = ArrayField(
        models.CharField(max_length=32, choices=Role), verbose_name=_("second signature by"),
        default=list, blank=True,
    )  # fmt: skip
    every_days = models.PositiveSmallIntegerField(
        _("each place at least every so many days"), null=True, blank=True
    )
    parts = models.CharField(_("gone over part by part"), max_length=24, blank=True, default="")
    appeal_days = models.PositiveSmallIntegerField(_("days to appeal in"), default=3)
    deciding_roles = ArrayField(
        models.CharField(max_length=32, choices=Role),
        verbose_name=_("corrections and appeals decided by"), default=list, blank=True,
    )  # fmt: skip
    is_offered = models.BooleanField(_("can be walked"), default=True)
    current = models.ForeignKey(
        "ChecklistVersion", models.PROTECT, null=True, blank=True, related_name="+",
        editable=False, verbose_name=_("version in use"),
    )  # fmt: skip
    sought = models.GeneratedField(
        expression=Bigrams("name", "note"), output_field=SearchVectorField(), db_persist=True
    )

    objects = ChecklistQuerySet.as_manager()

    class Meta:
        verbose_name = _("checklist")
        verbose_name_plural = _("checklists")
        ordering = ["topic", "name"]
        indexes = [
            GinIndex(fields=["sought"], name="checklist_sought"),
            models.Index(fields=["topic", "name"], name="checklist_by_topic"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["code"], condition=~Q(code=""), name="checklist_code_once"
            ),
            models.CheckConstraint(
                condition=Q(roles__len__gt=0, roles__contained_by=Role.values),
                name="checklist_walked_by_some_role",
                violation_error_message=_("Say who walks it."),
            ),
            models.CheckConstraint(
                condition=Q(second_roles__contained_by=Role.values),
                name="checklist_signed_by_known_roles",
            ),
            models.CheckConstraint(
                condition=Q(deciding_roles__contained_by=Role.values),
                name="checklist_decided_by_known_roles",
            ),
            models.CheckConstraint(
                condition=Q(appeal_days__lte=60),
                name="checklist_appeals_in_some_days",
                violation_error_message=_("Sixty days at the most; 0 for no appeals."),
            ),
            models.CheckConstraint(
                condition=Q(every_days=None) | Q(every_days__gte=1, every_days__lte=1100),
                name="checklist_every_some_days",
                violation_error_message=_("Between one day and three years."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("inspections:checklist", args=[self.pk])

    @property
    def needs_second(self) -> bool:
        """Whether somebody else has to sign each walk."""
        return bool(self.second_roles)

    @property
    def roles_in_words(self) -> str:
        """Who walks it, helpers as well."""
        helping = [HELPERS[name].label for name in self.helpers if name in HELPERS]
        return "、".join(
            str(each) for each in [*(Role(role).label for role in self.roles), *helping]
        )

    @property
    def second_in_words(self) -> str:
        return "、".join(str(Role(each).label) for each in self.second_roles)


@tracked()
class ChecklistVersion(models.Model):
    """The lines of a checklist as they were put into use; a draft until then.

    Once in use its lines are frozen by the database, so that a walk keeps what it was walked by.
    """

    class Scoring(models.TextChoices):
        """How lines make a score."""

        NONE = "none", _("No score")
        DEDUCT = "deduct", _("Points are taken from full marks")
        ADD = "add", _("Points of the lines add up")

    checklist = models.ForeignKey(Checklist, models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField(_("version"))
    scoring = models.CharField(_("score"), max_length=8, choices=Scoring, default=Scoring.NONE)
    full_marks = models.DecimalField(
        _("full marks"), max_digits=7, decimal_places=2, null=True, blank=True
    )
    made_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    made_at = models.DateTimeField(_("begun at"))
    in_use_at = models.DateTimeField(_("in use since"), null=True, blank=True)

    class Meta:
        verbose_name = _("version of a checklist")
        verbose_name_plural = _("versions of checklists")
        ordering = ["checklist", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["checklist", "number"], name="version_number_once"),
            models.UniqueConstraint(
                fields=["checklist"], condition=Q(in_use_at=None), name="checklist_has_one_draft"
            ),
            models.CheckConstraint(
                condition=Q(scoring__in=["none", "deduct", "add"]), name="version_scoring_known"
            ),
            models.CheckConstraint(
                condition=~Q(scoring="deduct") | Q(full_marks__isnull=False, full_marks__gt=0),
                name="version_deducts_from_something",
                violation_error_message=_("Say how many points there are to begin with."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.checklist} v{self.number}"

    @property
    def is_draft(self) -> bool:
        return self.in_use_at is None


# Frozen once in use: neither words nor order of its lines change, and none comes or goes.
FREEZE = """
    IF EXISTS (
        SELECT FROM inspections_checklistversion AS version
        WHERE version.id = coalesce(NEW.version_id, OLD.version_id)
        AND version.in_use_at IS NOT NULL
    ) THEN
        RAISE EXCEPTION 'The lines of a version in use are frozen.'
        USING ERRCODE = 'check_violation', CONSTRAINT = 'checklist_item_frozen';
    END IF;
    RETURN coalesce(NEW, OLD);
"""


class ChecklistItem(models.Model):
    """One line (检查项): what is looked at, and what kind of answer it wants.

    `key` is the same line's in every version. Points are what a failed line costs, or a passed one
    gives, by the version's scoring; `cap` the most that the line takes or gives, `group_cap` the
    most that all lines of its group take together. A line of praise gives its points to a part of a
    place. Of `choices` those in `bad_choices` are faults;
    a number outside `low` to `high` is one. `unit` counts what is wrong, or what is measured.
    """

    class Kind(models.TextChoices):
        """What sort of answer a line wants."""

        PASS_FAIL = "pass_fail", _("Passed or not")
        SCORE = "score", pgettext_lazy("kind of line", "Points")
        NUMBER = "number", _("A number")
        CHOICE = "choice", _("One of several")
        TEXT = "text", pgettext_lazy("kind of line", "Words")
        PRAISE = "praise", pgettext_lazy("kind of line", "Praise, gives points")

    # What a part of a place can be marked with; nothing else is asked there.
    OF_PARTS = (Kind.PASS_FAIL, Kind.SCORE, Kind.PRAISE)

    version = models.ForeignKey(ChecklistVersion, models.CASCADE, related_name="items")
    key = models.UUIDField(default=uuid4, editable=False)
    position = models.PositiveSmallIntegerField(_("position"))
    group = models.CharField(_("group"), max_length=60, blank=True, default="")
    title = models.CharField(pgettext_lazy("of a checklist", "line"), max_length=200)
    guidance = models.CharField(_("what to look at"), max_length=500, blank=True, default="")
    kind = models.CharField(_("kind of answer"), max_length=12, choices=Kind)
    points = models.DecimalField(_("points"), max_digits=6, decimal_places=2, default=0)
    cap = models.DecimalField(_("at most"), max_digits=6, decimal_places=2, null=True, blank=True)
    group_cap = models.DecimalField(
        _("whole group at most"), max_digits=6, decimal_places=2, null=True, blank=True
    )
    low = models.DecimalField(_("from"), max_digits=12, decimal_places=3, null=True, blank=True)
    high = models.DecimalField(_("to"), max_digits=12, decimal_places=3, null=True, blank=True)
    unit = models.CharField(
        pgettext_lazy("of an amount", "unit"), max_length=16, blank=True, default=""
    )
    choices = ArrayField(
        models.CharField(max_length=40), verbose_name=_("choices"), default=list, blank=True
    )
    bad_choices = ArrayField(models.CharField(max_length=40), default=list, blank=True)
    is_required = models.BooleanField(_("must be answered"), default=False)
    photo_on_failure = models.BooleanField(_("a fault needs a photo"), default=False)
    source = models.CharField(_("where the rule stands"), max_length=200, blank=True, default="")
    source_is_verified = models.BooleanField(_("the source was read"), default=False)

    class Meta:
        verbose_name = _("line of a checklist")
        verbose_name_plural = _("lines of checklists")
        ordering = ["version", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["version", "position"], name="line_position_once",
                deferrable=models.Deferrable.DEFERRED,
            ),
            models.UniqueConstraint(fields=["version", "key"], name="line_key_once"),
            models.CheckConstraint(
                condition=Q(
                    kind__in=["pass_fail", "score", "number", "choice", "text", "praise"]
                ),
                name="line_kind_known",
            ),
            models.CheckConstraint(
                condition=Q(points__gte=0) & (Q(cap=None) | Q(cap__gt=0))
                & (Q(group_cap=None) | Q(group_cap__gt=0)),
                name="line_points_not_negative",
                violation_error_message=_("Points and caps are never negative."),
            ),
            models.CheckConstraint(
                condition=~Q(kind="score") | Q(cap__isnull=False),
                name="line_of_points_has_cap",
                violation_error_message=_("Say how many points there are at the most."),
            ),
            models.CheckConstraint(
                condition=Q(low=None) | Q(high=None) | Q(low__lte=F("high")),
                name="line_bounds_in_order",
                violation_error_message=_("The lower bound must not be above the upper one."),
            ),
            models.CheckConstraint(
                condition=~Q(kind="choice") | Q(choices__len__gte=2),
                name="line_of_choices_has_two",
                violation_error_message=_("Give at least two choices."),
            ),
            models.CheckConstraint(
                condition=Q(bad_choices__contained_by=F("choices")), name="line_faults_are_choices"
            ),
        ]  # fmt: skip
        triggers = [
            pgtrigger.Trigger(
                name="line_is_frozen_in_use",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
                func=FREEZE,
            )
        ]

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        """Raises ValidationError for two choices that are called the same."""
        if len(set(self.choices)) != len(self.choices):
            raise ValidationError({"choices": _("Two choices are called the same.")})

    @property
    def can_fail(self) -> bool:
        """Whether an answer of the line can be a fault."""
        if self.kind == self.Kind.NUMBER:
            return self.low is not None or self.high is not None
        return self.kind == self.Kind.PASS_FAIL or bool(self.bad_choices)

    @property
    def copied(self) -> dict[str, Any]:
        """What a copy of the line in another version takes over; its key among it."""
        left_out = {"id", "version"}
        fields = [field for field in self._meta.concrete_fields if field.name not in left_out]
        return {field.name: getattr(self, field.name) for field in fields}


def due_after(last: date, checklist: Checklist) -> date | None:
    """The last day on which a place seen on `last` has to be seen again; None where none is set."""
    if checklist.every_days is None:
        return None
    return date.fromordinal(last.toordinal() + checklist.every_days)
