"""Drills: planned, timed with a stopwatch and head counts, learned from."""

from datetime import date, datetime, timedelta
from typing import ClassVar

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.lists.search import Bigrams
from campus.locking import lock
from campus.models import Person, Place, SchoolClass
from campus.tallies import day_of
from campus.tracking import tracked
from planning.models import PlanItem

# 教基一厅〔2014〕2号: two minutes "in principle" for buildings of up to four floors; five for
# dormitories are the practice of a boarding school. Each drill has its own.
TARGET_SECONDS, DORMITORY_SECONDS = 120, 300
PAST_TARGET = F("started_at") + (F("target_seconds") + 1) * timedelta(seconds=1)


class DrillQuerySet(models.QuerySet["Drill"]):
    """Drills in words."""

    def visible_to(self, person: Person) -> "DrillQuerySet":
        """The staff's: a drill that pupils read of beforehand is none."""
        return self.none() if person.is_pupil or not person.is_active else self

    def held(self) -> "DrillQuerySet":
        return self.filter(status=Drill.Status.HELD)

    def between(self, start: datetime, end: datetime) -> "DrillQuerySet":
        """Drills planned from `start` up to before `end`."""
        return self.filter(planned_at__gte=start, planned_at__lt=end)

    def evacuations(self) -> "DrillQuerySet":
        return self.filter(is_evacuation=True)

    def within_target(self) -> "DrillQuerySet":
        """Those at whose target everybody was out, in whole seconds as a stopwatch is read."""
        return self.filter(ended_at__lt=PAST_TARGET)

    def beyond_target(self) -> "DrillQuerySet":
        return self.filter(ended_at__gte=PAST_TARGET)

    def at_night(self) -> "DrillQuerySet":
        return self.filter(level=Drill.Level.DORMITORY)


@tracked()
class Drill(models.Model):
    """A drill (演练): planned → running → held; or called off for a reason.

    The stopwatch runs from `started_at` to `ended_at`, when all are out.
    """

    class Kind(models.TextChoices):
        """What is practised for."""

        FIRE = "fire", pgettext_lazy("kind of drill", "Fire")
        EARTHQUAKE = "earthquake", pgettext_lazy("kind of drill", "Earthquake")
        TERROR = "terror", pgettext_lazy("kind of drill", "Counter-terror")
        STAMPEDE = "stampede", pgettext_lazy("kind of drill", "Stampede")
        CHEMICALS = "chemicals", pgettext_lazy("kind of drill", "Laboratory chemicals")
        BUS = "bus", pgettext_lazy("kind of drill", "School bus")
        FOOD = "food", pgettext_lazy("kind of drill", "Food poisoning")
        OTHER = "other", pgettext_lazy("kind of drill", "Other")

    class Level(models.TextChoices):
        """Who takes part."""

        SCHOOL = "school", pgettext_lazy("level of a drill", "Whole school")
        GRADE = "grade", pgettext_lazy("level of a drill", "Grade")
        BUILDING = "building", pgettext_lazy("level of a drill", "Building")
        DORMITORY = "dormitory", pgettext_lazy("level of a drill", "Dormitory at night")

    class Status(models.TextChoices):
        """Where it stands."""

        PLANNED = "planned", _("Planned")
        RUNNING = "running", pgettext_lazy("state of a drill", "Running")
        HELD = "held", pgettext_lazy("state of a drill", "Held")
        CALLED_OFF = "called_off", pgettext_lazy("state of a drill", "Called off")

    MOVES: ClassVar[dict[str, set[str]]] = {
        Status.PLANNED: {Status.RUNNING, Status.CALLED_OFF},
        Status.RUNNING: {Status.HELD, Status.PLANNED},
        Status.HELD: set(),
        Status.CALLED_OFF: set(),
    }

    title = models.CharField(_("title"), max_length=120)
    kind = models.CharField(_("kind"), max_length=12, choices=Kind, default=Kind.FIRE)
    level = models.CharField(_("level"), max_length=12, choices=Level, default=Level.SCHOOL)
    is_evacuation = models.BooleanField(_("people leave the building"), default=True)
    cohort = models.CharField(_("who takes part"), max_length=120, blank=True)
    planned_at = models.DateTimeField(_("planned for"))
    place = models.ForeignKey(
        Place, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("where")
    )
    assembly = models.CharField(_("assembly point"), max_length=80, blank=True)
    commander = models.ForeignKey(
        Person, models.PROTECT, related_name="+", verbose_name=_("commander")
    )
    scenario = models.TextField(_("scenario"), max_length=4000, blank=True)
    rain_plan = models.CharField(_("in case of rain"), max_length=300, blank=True)
    target_seconds = models.PositiveSmallIntegerField(
        _("target in seconds"), default=TARGET_SECONDS
    )
    status = models.CharField(_("state"), max_length=12, choices=Status, default=Status.PLANNED)
    started_at = models.DateTimeField(_("signal given at"), null=True, blank=True)
    ended_at = models.DateTimeField(_("all out at"), null=True, blank=True)
    reason = models.CharField(_("why it was called off"), max_length=300, blank=True)
    summary = models.TextField(_("summary"), max_length=4000, blank=True)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("planned by"))
    plan_item = models.ForeignKey(
        PlanItem, models.SET_NULL, null=True, blank=True, editable=False, db_index=False,
        related_name="drills", verbose_name=_("plan item"),
    )  # fmt: skip
    sought = models.GeneratedField(
        expression=Bigrams("title", "cohort"), output_field=SearchVectorField(), db_persist=True
    )

    objects = DrillQuerySet.as_manager()

    class Meta:
        verbose_name = _("drill")
        verbose_name_plural = _("drills")
        ordering = ["-planned_at", "-id"]
        indexes = [
            models.Index(fields=["-planned_at", "-id"], name="drill_newest"),
            GinIndex(fields=["sought"], name="drill_sought"),
            models.Index(
                fields=["plan_item"],
                condition=Q(plan_item__isnull=False),
                name="drill_of_plan_item",
            ),
            models.Index(
                fields=["planned_at"], condition=Q(status="planned"), name="drill_to_be_held"
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    kind__in=[
                        "fire", "earthquake", "terror", "stampede", "chemicals", "bus", "food",
                        "other",
                    ]
                ),
                name="drill_kind_known",
            ),
            models.CheckConstraint(
                condition=Q(level__in=["school", "grade", "building", "dormitory"]),
                name="drill_level_known",
            ),
            models.CheckConstraint(
                condition=Q(status__in=["planned", "running", "held", "called_off"]),
                name="drill_status_known",
            ),
            models.CheckConstraint(
                condition=Q(status__in=["planned", "called_off"], started_at=None, ended_at=None)
                | Q(status="running", started_at__isnull=False, ended_at=None)
                | Q(status="held", started_at__isnull=False, ended_at__isnull=False),
                name="drill_stopwatch_fits_the_state",
            ),
            models.CheckConstraint(
                condition=Q(ended_at=None) | Q(ended_at__gte=F("started_at")),
                name="drill_ends_after_its_signal",
                violation_error_message=_("It cannot be over before its signal."),
            ),
            models.CheckConstraint(
                condition=Q(status="called_off") & ~Q(reason="") | ~Q(status="called_off"),
                name="drill_called_off_for_a_reason",
                violation_error_message=_("Say why it is called off."),
            ),
            models.CheckConstraint(
                condition=Q(target_seconds__gte=10, target_seconds__lte=3600),
                name="drill_target_in_bounds",
                violation_error_message=_("A target is between ten seconds and an hour."),
            ),
        ]  # fmt: skip
        triggers = [lock(day_of("{row}.planned_at", settings.TIME_ZONE))]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("safety:drill", args=[self.pk])

    @property
    def day(self) -> date:
        """The day in school time."""
        return timezone.localtime(self.planned_at).date()

    @property
    def is_running(self) -> bool:
        return self.status == self.Status.RUNNING

    @property
    def is_held(self) -> bool:
        return self.status == self.Status.HELD

    @property
    def evacuation_seconds(self) -> int | None:
        """From the signal to the last one out (疏散用时)."""
        if self.started_at is None or self.ended_at is None:
            return None
        return int((self.ended_at - self.started_at).total_seconds())

    @property
    def met_target(self) -> bool:
        seconds = self.evacuation_seconds
        return seconds is not None and seconds <= self.target_seconds


@tracked()
class DrillLine(models.Model):
    """One line of a drill's plan: a post, a route, or a step of the course, as its cells."""

    class Part(models.TextChoices):
        """Which table of the plan."""

        POST = "post", _("Posts")
        ROUTE = "route", _("Routes")
        STEP = "step", _("Course")

    # Cells of a line: name, point, duty; group, stairs, exit, assembly point; and the flow table
    # 时间 | 内容 | 地点 | 负责人 | 备注.
    CELLS: ClassVar[dict[str, int]] = {"post": 3, "route": 4, "step": 5}

    drill = models.ForeignKey(Drill, models.CASCADE, related_name="lines")
    part = models.CharField(_("table"), max_length=8, choices=Part)
    position = models.PositiveSmallIntegerField(_("position"))
    cells = ArrayField(models.CharField(max_length=200, blank=True), verbose_name=_("cells"))

    class Meta:
        verbose_name = _("line of a drill's plan")
        verbose_name_plural = _("lines of drills' plans")
        ordering = ["part", "position"]
        constraints = [
            models.CheckConstraint(
                condition=Q(part__in=["post", "route", "step"]), name="drill_line_part_known"
            ),
            models.UniqueConstraint(
                fields=["drill", "part", "position"], name="drill_line_in_its_place"
            ),
        ]

    def __str__(self) -> str:
        return " | ".join(self.cells)


@tracked()
class DrillGroup(models.Model):
    """Those who are counted together: a class, or a floor of a dormitory.

    `expected` is taken from the roster when the drill begins, where it is a class.
    """

    drill = models.ForeignKey(Drill, models.CASCADE, related_name="groups")
    school_class = models.ForeignKey(
        SchoolClass, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("class"),
    )  # fmt: skip
    name = models.CharField(_("name"), max_length=60)
    expected = models.PositiveSmallIntegerField(_("expected"), default=0)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta:
        verbose_name = _("group of a drill")
        verbose_name_plural = _("groups of drills")
        ordering = ["position", "id"]
        constraints = [
            models.UniqueConstraint(fields=["drill", "name"], name="drill_group_once"),
            models.UniqueConstraint(
                fields=["drill", "school_class"], condition=Q(school_class__isnull=False),
                name="drill_class_once",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.name


@tracked()
class DrillReport(models.Model):
    """What one group has reported: how many are present, and why others are not. One a group."""

    group = models.OneToOneField(DrillGroup, models.CASCADE, related_name="report")
    present = models.PositiveSmallIntegerField(_("present"))
    note = models.CharField(_("who is missing, and why"), max_length=200, blank=True)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("by"))
    at = models.DateTimeField(_("at"))

    class Meta:
        verbose_name = _("report of a group")
        verbose_name_plural = _("reports of groups")
        ordering = ["at", "id"]

    def __str__(self) -> str:
        return f"{self.group}: {self.present}"


class DrillProblemQuerySet(models.QuerySet["DrillProblem"]):
    """Problems in words."""

    def visible_to(self, person: Person) -> "DrillProblemQuerySet":
        """The staff's."""
        return self.none() if person.is_pupil or not person.is_active else self


@tracked()
class DrillProblem(models.Model):
    """What did not go well; one press makes it a hazard."""

    drill = models.ForeignKey(Drill, models.CASCADE, related_name="problems")
    text = models.CharField(_("problem"), max_length=120)
    place = models.ForeignKey(
        Place, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("place")
    )
    by = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("by"))
    at = models.DateTimeField(_("at"))

    objects = DrillProblemQuerySet.as_manager()

    class Meta:
        verbose_name = _("problem of a drill")
        verbose_name_plural = _("problems of drills")
        ordering = ["at", "id"]

    def __str__(self) -> str:
        return self.text


class Tally:
    """The count of a drill: takes its groups, each with its report if there is one."""

    def __init__(self, groups: list[DrillGroup]) -> None:
        self.groups = groups
        self.reported = [each for each in groups if report_of(each)]
        self.silent = [each for each in groups if not report_of(each)]
        self.expected = sum(each.expected for each in groups)
        self.present = sum(each.report.present for each in self.reported)

    @property
    def short(self) -> list[DrillGroup]:
        """Groups that have reported fewer than were expected."""
        return [each for each in self.reported if each.report.present < each.expected]

    @property
    def missing(self) -> int:
        """Of the groups that have reported: how many are not there."""
        return sum(each.expected - each.report.present for each in self.short)

    @property
    def not_heard_of(self) -> int:
        """How many belong to groups that have not reported."""
        return sum(each.expected for each in self.silent)


def report_of(group: DrillGroup) -> DrillReport | None:
    """What a group has reported, read with it."""
    return getattr(group, "report", None)
