"""Projects by which rooms are built and upgraded, stage by stage."""

from datetime import date
from typing import ClassVar

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.lists.search import Bigrams
from campus.models import Person, Place
from campus.tracking import tracked
from planning.models import PlanItem


class RoomProjectQuerySet(models.QuerySet["RoomProject"]):
    """Projects in words."""

    def visible_to(self, person: Person) -> "RoomProjectQuerySet":
        """The staff's."""
        return self.none() if person.is_pupil or not person.is_active else self

    def open(self) -> "RoomProjectQuerySet":
        return self.filter(status__in=RoomProject.OPEN)

    def late(self, today: date) -> "RoomProjectQuerySet":
        """Those under way with a stage that should have been done before today."""
        behind = ProjectStage.objects.filter(done_on=None, planned_to__lt=today)
        return self.open().filter(pk__in=behind.values("project"))


@tracked()
class RoomProject(models.Model):
    """A project (室场升级项目) for some places, led by one person, from the need to its use:
    planned → under way → done, or called off for a reason."""

    class Kind(models.TextChoices):
        """What sort of project."""

        NEW = "new", pgettext_lazy("kind of project", "New room")
        UPGRADE = "upgrade", pgettext_lazy("kind of project", "Upgrade of a room")
        EQUIPMENT = "equipment", pgettext_lazy("kind of project", "Equipment")
        SYSTEMS = "systems", pgettext_lazy("kind of project", "Networks and systems")
        OTHER = "other", pgettext_lazy("kind of project", "Other")

    class Status(models.TextChoices):
        """Where it stands."""

        PLANNED = "planned", _("Planned")
        UNDER_WAY = "under_way", _("Under way")
        DONE = "done", _("Done")
        CALLED_OFF = "called_off", pgettext_lazy("state of a project", "Called off")

    MOVES: ClassVar[dict[str, set[str]]] = {
        Status.PLANNED: {Status.UNDER_WAY, Status.CALLED_OFF},
        Status.UNDER_WAY: {Status.DONE, Status.CALLED_OFF},
        Status.DONE: set(),
        Status.CALLED_OFF: set(),
    }
    OPEN: ClassVar[list[str]] = [Status.PLANNED, Status.UNDER_WAY]

    title = models.CharField(_("title"), max_length=120)
    kind = models.CharField(_("kind"), max_length=12, choices=Kind, default=Kind.UPGRADE)
    aim = models.TextField(pgettext_lazy("project", "aim"), max_length=2000, blank=True)
    places = models.ManyToManyField(Place, related_name="+", verbose_name=_("rooms concerned"))
    leader = models.ForeignKey(
        Person, models.PROTECT, related_name="+", verbose_name=pgettext_lazy("project", "leader")
    )
    status = models.CharField(
        _("state"), max_length=12, choices=Status, default=Status.PLANNED, editable=False
    )
    reason = models.CharField(_("why it was called off"), max_length=300, blank=True)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("written by"))
    at = models.DateTimeField(_("written at"))
    plan_item = models.ForeignKey(
        PlanItem, models.SET_NULL, null=True, blank=True, editable=False, db_index=False,
        related_name="room_projects", verbose_name=_("plan item"),
    )  # fmt: skip
    sought = models.GeneratedField(
        expression=Bigrams("title", "aim"), output_field=SearchVectorField(), db_persist=True
    )

    objects = RoomProjectQuerySet.as_manager()

    class Meta:
        verbose_name = _("room project")
        verbose_name_plural = _("room projects")
        ordering = ["-at", "-id"]
        indexes = [
            models.Index(fields=["-at", "-id"], name="room_project_newest"),
            GinIndex(fields=["sought"], name="room_project_sought"),
            models.Index(
                fields=["plan_item"],
                condition=Q(plan_item__isnull=False),
                name="room_project_of_item",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=["new", "upgrade", "equipment", "systems", "other"]),
                name="room_project_kind_known",
            ),
            models.CheckConstraint(
                condition=Q(status__in=["planned", "under_way", "done", "called_off"]),
                name="room_project_status_known",
            ),
            models.CheckConstraint(
                condition=~Q(status="called_off") | ~Q(reason=""),
                name="room_project_called_off_for_a_reason",
                violation_error_message=_("Say why it is called off."),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("rooms:project", args=[self.pk])

    @property
    def is_open(self) -> bool:
        return self.status in self.OPEN

    def can_become(self, status: str) -> bool:
        """Whether `status` may follow the present one."""
        return status in self.MOVES[self.Status(self.status)]


@tracked()
class ProjectStage(models.Model):
    """One stage of a project, with what was planned and what became of it."""

    project = models.ForeignKey(RoomProject, models.CASCADE, related_name="stages")
    position = models.PositiveSmallIntegerField(_("position"))
    name = models.CharField(_("name"), max_length=40)
    planned_from = models.DateField(_("planned from"), null=True, blank=True)
    planned_to = models.DateField(_("planned until"), null=True, blank=True)
    begun_on = models.DateField(_("begun on"), null=True, blank=True)
    done_on = models.DateField(_("done on"), null=True, blank=True)
    person = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("responsible"),
    )  # fmt: skip

    class Meta:
        verbose_name = _("stage of a project")
        verbose_name_plural = _("stages of projects")
        ordering = ["project", "position"]
        indexes = [
            models.Index(
                fields=["planned_to"], condition=Q(done_on=None), name="stage_still_to_be_done"
            )
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["project", "position"], name="stage_in_its_place",
                deferrable=models.Deferrable.DEFERRED,
            ),
            models.CheckConstraint(
                condition=Q(planned_from=None) | Q(planned_to=None)
                | Q(planned_to__gte=F("planned_from")),
                name="stage_planned_forwards",
                violation_error_message=_("A stage ends after it starts."),
            ),
            models.CheckConstraint(
                condition=Q(done_on=None) | Q(begun_on__isnull=False, done_on__gte=F("begun_on")),
                name="stage_done_after_it_was_begun",
                violation_error_message=_("It cannot be done before it was begun."),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.name

    @property
    def is_done(self) -> bool:
        return self.done_on is not None

    @property
    def is_begun(self) -> bool:
        return self.begun_on is not None

    def days_late(self, today: date) -> int:
        """By how many days it has passed its end; one that is done by when it was done."""
        until = self.done_on or today
        return max((until - self.planned_to).days, 0) if self.planned_to else 0

    def tone(self, today: date) -> str:
        """The colour of its state."""
        if self.is_done:
            return "done"
        if self.days_late(today):
            return "overdue"
        return "under_way" if self.is_begun else "new"
