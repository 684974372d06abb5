"""The adopted work plan: its aims, its dated items, and what was noted of their progress."""

from datetime import date, timedelta

from django.contrib.postgres.indexes import GinIndex, GistIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from campus.lists.search import Bigrams
from campus.locking import lock
from campus.models import Attachment, Department, Person, Semester, TimelineEntry
from campus.school_time.spans import day_range, days_of
from campus.tracking import tracked

# An item belongs to the semester of its plan, whatever its own days are.
DAY_OF_ITEM = """(
    SELECT semester.last_day FROM planning_plan AS plan
    JOIN campus_semester AS semester ON semester.id = plan.semester_id
    WHERE plan.id = {row}.plan_id
)"""


class Kind(models.TextChoices):
    """What sort of work an item is; proposed from its words, coloured in the calendar."""

    DRILL = "drill", _("Drill")
    INSPECTION = "inspection", _("Inspection")
    EDUCATION = "education", _("Education")
    MEETING = "meeting", _("Meeting")
    MAINTENANCE = "maintenance", _("Maintenance")
    SUPPLIES = "supplies", _("Supplies")
    CLEANING = "cleaning", _("Cleaning")
    EVENT_SUPPORT = "event_support", _("Event support")
    DUTY = "duty", _("Duty shift")
    SUMMARY = "summary", _("Summary")
    OTHER = "other", _("Other")


def is_whole_months(first: date, last: date) -> bool:
    """Whether the days from `first` to `last` are whole calendar months."""
    return first.day == 1 and (last + timedelta(days=1)).day == 1


@tracked()
class Plan(models.Model):
    """A department's work plan for one semester (工作计划), as adopted."""

    semester = models.ForeignKey(Semester, models.PROTECT, related_name="plans")
    department = models.ForeignKey(Department, models.PROTECT, related_name="plans")
    title = models.CharField(_("title"), max_length=200)
    adopted_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    adopted_at = models.DateTimeField(_("adopted at"))

    class Meta:
        verbose_name = _("work plan")
        verbose_name_plural = _("work plans")
        ordering = ["-semester__first_day", "department"]
        constraints = [
            models.UniqueConstraint(
                fields=["semester", "department"],
                name="plan_once_per_semester_and_department",
                violation_error_message=_("This department has a plan for that semester already."),
            )
        ]

    def __str__(self) -> str:
        return self.title


@tracked()
class PlanAim(models.Model):
    """A heading of the plan's prose part (工作要点) that items serve."""

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="aims")
    title = models.CharField(_("title"), max_length=200)
    position = models.PositiveSmallIntegerField()

    class Meta:
        verbose_name = _("aim")
        verbose_name_plural = _("aims")
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["plan", "title"], name="aim_once_per_plan")]

    def __str__(self) -> str:
        return self.title


class PlanItemQuerySet(models.QuerySet["PlanItem"]):
    """Plan items in words."""

    def visible_to(self, person: Person) -> "PlanItemQuerySet":
        """An adopted plan is public within the school; pupils see what is to take place."""
        if not person.is_active:
            return self.none()
        return self.exclude(status=PlanItem.Status.DROPPED) if person.is_pupil else self

    def files_visible_to(self, person: Person) -> "PlanItemQuerySet":
        """Items whose photos and papers the person may see: they are part of the progress."""
        return self.none() if person.is_pupil else self.visible_to(person)

    def open(self) -> "PlanItemQuerySet":
        return self.filter(status__in=PlanItem.OPEN)

    def between(self, start: date, end: date) -> "PlanItemQuerySet":
        """Items that touch a day from `start` to `end`, both inclusive."""
        return self.alias(days=day_range("starts_on", "ends_on")).filter(
            days__overlap=days_of(start, end)
        )

    def overdue(self, on: date) -> "PlanItemQuerySet":
        return self.open().filter(ends_on__lt=on)

    def progress(self) -> dict[str, int]:
        """How many are done of how many planned; dropped ones are planned no more."""
        return self.aggregate(
            done=models.Count("pk", filter=Q(status=PlanItem.Status.DONE)),
            planned=models.Count("pk", filter=~Q(status=PlanItem.Status.DROPPED)),
        )

    def of_unit(self, unit: Department) -> "PlanItemQuerySet":
        """Items that `unit` leads or supports; a subquery keeps each item once."""
        supported = PlanItem.support_units.through.objects.filter(department=unit)
        return self.filter(Q(lead_unit=unit) | Q(pk__in=supported.values("planitem")))


@tracked()
class PlanItem(models.Model):
    """One dated piece of work (计划事项); its last day is when it is due.

    `is_fulfilled` says that it is done because what was made of it is; people have no part in it.
    """

    class Status(models.TextChoices):
        """Where an item stands."""

        PLANNED = "planned", _("Planned")
        UNDER_WAY = "under_way", _("Under way")
        DONE = "done", _("Done")
        POSTPONED = "postponed", _("Postponed")
        DROPPED = "dropped", _("Dropped")

    OPEN = (Status.PLANNED, Status.UNDER_WAY, Status.POSTPONED)
    NEEDS_REASON = (Status.POSTPONED, Status.DROPPED)
    MOVES = {
        Status.PLANNED: {Status.UNDER_WAY, Status.DONE, Status.POSTPONED, Status.DROPPED},
        Status.UNDER_WAY: {Status.DONE, Status.POSTPONED, Status.DROPPED},
        Status.POSTPONED: {Status.UNDER_WAY, Status.DONE, Status.POSTPONED, Status.DROPPED},
        Status.DONE: {Status.UNDER_WAY},
        Status.DROPPED: {Status.PLANNED},
    }

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="items")
    aim = models.ForeignKey(
        PlanAim, models.SET_NULL, null=True, blank=True, related_name="items", verbose_name=_("aim")
    )
    title = models.CharField(_("title"), max_length=500)
    kind = models.CharField(_("kind"), max_length=16, choices=Kind, default=Kind.OTHER)
    starts_on = models.DateField(_("first day"))
    ends_on = models.DateField(_("last day"))
    lead_unit = models.ForeignKey(
        Department, models.PROTECT, related_name="led_items", verbose_name=_("lead unit")
    )
    support_units = models.ManyToManyField(
        Department, related_name="supported_items", blank=True, verbose_name=_("supporting units")
    )
    owner = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="owned_items",
        verbose_name=_("person responsible"),
    )  # fmt: skip
    cohort = models.CharField(_("cohort"), max_length=60, blank=True)
    status = models.CharField(_("state"), max_length=12, choices=Status, default=Status.PLANNED)
    reason = models.CharField(
        _("reason"), max_length=300, blank=True, help_text=_("Why it was postponed or dropped.")
    )
    is_fulfilled = models.BooleanField(_("done by what was made of it"), default=False)
    position = models.PositiveSmallIntegerField(_("position in the plan"), default=0)
    source = models.TextField(_("as written in the plan"), blank=True)
    reminder_rule = models.OneToOneField(
        "planning.ReminderRule", models.SET_NULL, null=True, blank=True, related_name="item",
        verbose_name=_("reminders of its own"),
    )  # fmt: skip
    carried_from = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="carried_to",
        verbose_name=_("carried over from"),
    )  # fmt: skip
    sought = models.GeneratedField(
        expression=Bigrams("title", "cohort"), output_field=SearchVectorField(), db_persist=True
    )

    objects = PlanItemQuerySet.as_manager()

    class Meta:
        verbose_name = _("plan item")
        verbose_name_plural = _("plan items")
        ordering = ["starts_on", "ends_on", "position", "id"]
        indexes = [
            models.Index(fields=["ends_on", "status"], name="plan_item_due"),
            GistIndex(day_range("starts_on", "ends_on"), name="plan_item_days"),
            GinIndex(fields=["sought"], name="plan_item_sought"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")),
                name="plan_item_ends_after_it_starts",
                violation_error_message=_("The last day must not come before the first."),
            ),
            models.CheckConstraint(condition=Q(kind__in=Kind.values), name="plan_item_kind_known"),
            models.CheckConstraint(
                condition=Q(status__in=["planned", "under_way", "done", "postponed", "dropped"]),
                name="plan_item_status_known",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=["postponed", "dropped"]) | ~Q(reason=""),
                name="plan_item_reason_given",
                violation_error_message=_("Say why it is postponed or dropped."),
            ),
            models.CheckConstraint(
                condition=Q(is_fulfilled=False) | Q(status="done"),
                name="plan_item_fulfilled_is_done",
            ),
        ]
        triggers = [lock(DAY_OF_ITEM)]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("planning:item", args=[self.pk])

    @property
    def is_open(self) -> bool:
        return self.status in self.OPEN

    @property
    def is_whole_months(self) -> bool:
        return is_whole_months(self.starts_on, self.ends_on)

    @property
    def is_untouched(self) -> bool:
        """Whether nothing has happened to it: planned, without a note and without a comment."""
        if self.status != self.Status.PLANNED:
            return False
        return not (self.notes.exists() or TimelineEntry.objects.of(self).exists())

    def is_overdue(self, on: date) -> bool:
        """Whether its last day has passed by day `on` without its being done."""
        return self.is_open and self.ends_on < on

    @property
    def next_states(self) -> list[Status]:
        """The states that may follow the present one, in the order of Status."""
        return [state for state in self.Status if self.can_become(state)]

    def can_become(self, status: str) -> bool:
        """Whether `status` may follow the present one."""
        return status in self.MOVES[self.Status(self.status)]


class ProgressNoteQuerySet(models.QuerySet["ProgressNote"]):
    """Progress notes in words."""

    def told(self) -> "ProgressNoteQuerySet":
        """Oldest first, with their authors and files."""
        files = models.Prefetch("attachments", Attachment.objects.shown())
        return self.select_related("by").order_by("at", "id").prefetch_related(files)


class ProgressNote(models.Model):
    """What was noted of an item's progress (完成情况), by whom and when; never changed."""

    item = models.ForeignKey(PlanItem, models.CASCADE, related_name="notes")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField(_("at"))
    text = models.CharField(_("progress"), max_length=1000, blank=True)
    moved_to = models.CharField(_("moved to"), max_length=12, choices=PlanItem.Status, blank=True)
    attachments = models.ManyToManyField(
        Attachment, related_name="+", blank=True, verbose_name=_("attachments")
    )

    objects = ProgressNoteQuerySet.as_manager()

    class Meta:
        verbose_name = _("progress note")
        verbose_name_plural = _("progress notes")
        ordering = ["at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(text="") | ~Q(moved_to=""),
                name="progress_note_says_something",
                violation_error_message=_("Write what has been done."),
            ),
            models.CheckConstraint(
                condition=Q(moved_to="") | Q(moved_to__in=PlanItem.Status.values),
                name="progress_note_state_known",
            ),
        ]

    def __str__(self) -> str:
        return self.text or self.get_moved_to_display()
