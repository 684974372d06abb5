"""How the school's list is brought in, and each time that it was."""

from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext as translate
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.people.models import Person, Role
from campus.rosters.models import RosterImport
from campus.shell.words import in_words
from campus.tracking import tracked

MOST_LEAVERS = 20


@tracked()
class DirectorySync(models.Model):
    """The one setting of the school; `by` is who answers for what is brought in."""

    class NumberFrom(models.TextChoices):
        """Which attribute of a user is the number of the person (RFC 7643, 4.1 and 4.3)."""

        USER_NAME = "userName", "userName"
        EXTERNAL_ID = "externalId", "externalId"
        EMPLOYEE_NUMBER = "employeeNumber", "employeeNumber"

    slot = models.PositiveSmallIntegerField(default=1, unique=True, editable=False)
    is_on = models.BooleanField(_("every night"), default=False)
    is_trial = models.BooleanField(_("only say what it would do"), default=True)
    complete = ArrayField(
        models.CharField(max_length=8), default=list, blank=True, verbose_name=_("complete lists")
    )
    most_leavers = models.PositiveSmallIntegerField(
        _("so many of a hundred may leave at once"), default=2,
        validators=[MinValueValidator(0), MaxValueValidator(MOST_LEAVERS)],
    )  # fmt: skip
    number_from = models.CharField(
        _("number from"), max_length=16, choices=NumberFrom, default=NumberFrom.USER_NAME
    )
    by = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("by")
    )

    class Meta:
        verbose_name = _("roster sync")
        verbose_name_plural = _("roster sync")
        constraints = [
            models.CheckConstraint(condition=Q(slot=1), name="directory_sync_is_one"),
            models.CheckConstraint(
                condition=Q(most_leavers__lte=MOST_LEAVERS), name="directory_sync_most_leavers"
            ),
            models.CheckConstraint(
                condition=Q(number_from__in=["userName", "externalId", "employeeNumber"]),
                name="directory_sync_number_from_known",
            ),
            models.CheckConstraint(
                condition=Q(is_on=False) | Q(by__isnull=False), name="directory_sync_has_its_author"
            ),
            models.CheckConstraint(
                condition=Q(complete__contained_by=["staff", "pupils"]),
                name="directory_sync_complete_known",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return translate("Roster sync")


class DirectoryRunQuerySet(models.QuerySet["DirectoryRun"]):
    """Runs in words."""

    def visible_to(self, person: Person) -> "DirectoryRunQuerySet":
        """Whoever sees imports of rosters."""
        return self if person.on_duty_as(Role.ADMINISTRATOR, Role.HEAD) else self.none()

    def under_way(self) -> "DirectoryRunQuerySet":
        return self.filter(state__in=["reading", "applying"])


class DirectoryRun(models.Model):
    """One time that the list was brought in, or was to be."""

    class State(models.TextChoices):
        """How far it got."""

        READING = "reading", pgettext_lazy("roster sync", "Being read")
        TRIED = "tried", pgettext_lazy("roster sync", "Tried")
        UNCHANGED = "unchanged", pgettext_lazy("roster sync", "Nothing to change")
        HELD = "held", pgettext_lazy("roster sync", "Held, needs somebody")
        APPLYING = "applying", pgettext_lazy("roster sync", "Being brought in")
        DONE = "done", pgettext_lazy("roster sync", "Brought in")
        FAILED = "failed", pgettext_lazy("roster sync", "Failed")

    TONES = {
        State.READING: "under_way", State.APPLYING: "under_way", State.TRIED: "new",
        State.UNCHANGED: "done", State.DONE: "done", State.HELD: "due_soon",
        State.FAILED: "overdue",
    }  # fmt: skip

    roster = models.OneToOneField(
        RosterImport, models.PROTECT, null=True, blank=True, related_name="directory_run"
    )
    state = models.CharField(_("state"), max_length=12, choices=State, default=State.READING)
    is_trial = models.BooleanField(_("only say what it would do"))
    begun_at = models.DateTimeField(_("begun at"))
    # The sentence before translation, and what fills it.
    text = models.CharField(_("text"), max_length=300, blank=True)
    facts = models.JSONField(_("facts"), default=dict, blank=True)

    objects = DirectoryRunQuerySet.as_manager()

    class Meta:
        verbose_name = _("run of the roster sync")
        verbose_name_plural = _("runs of the roster sync")
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    state__in=[
                        "reading", "tried", "unchanged", "held", "applying", "done", "failed",
                    ]
                ),
                name="directory_run_state_known",
            ),
            models.CheckConstraint(
                condition=Q(state="failed") | Q(roster__isnull=False),
                name="directory_run_has_its_import",
            ),
            models.UniqueConstraint(
                models.Value(1), condition=Q(state__in=["reading", "applying"]),
                name="directory_run_one_at_a_time",
                violation_error_message=_("The list is being brought in already."),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.begun_at:%Y-%m-%d} {self.get_state_display()}"

    @property
    def tone(self) -> str:
        """The colour of its state."""
        return self.TONES[self.State(self.state)]

    @property
    def sentence(self) -> str:
        """What came of it, in the reader's language."""
        facts: dict[str, Any] = {name: in_words(value) for name, value in self.facts.items()}
        return translate(self.text) % facts if self.text else ""
