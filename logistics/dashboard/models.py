"""What people have arranged, screens of the hall, weeks of what stands, weekly letters."""

from datetime import date, datetime

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.feeds.models import digest_of
from campus.models import Person
from campus.tracking import tracked

LANGUAGES = [code for code, _label in settings.LANGUAGES]


class Arrangement(models.Model):
    """The tiles that somebody has chosen, by the keys of their measures, in their order."""

    person = models.OneToOneField(Person, models.CASCADE, related_name="+")
    keys = ArrayField(models.CharField(max_length=60), verbose_name=_("tiles"), blank=True)

    class Meta:
        verbose_name = _("arrangement of the dashboard")
        verbose_name_plural = _("arrangements of the dashboard")

    def __str__(self) -> str:
        return str(self.person)


class WallScreenQuerySet(models.QuerySet["WallScreen"]):
    """Screens in words."""

    def opened_by(self, token: str) -> "WallScreenQuerySet":
        """The screen with this token."""
        return self.filter(digest=digest_of(token))


@tracked(leave_out=["digest"])
class WallScreen(models.Model):
    """A screen of the hall: whoever knows its address sees the school's numbers without signing in.

    The token has 256 bits of chance; the row holds its SHA-256 alone.
    """

    name = models.CharField(
        _("where it hangs"), max_length=60, unique=True,
        error_messages={"unique": _("Another screen is called so.")},
    )  # fmt: skip
    digest = models.CharField(
        max_length=64, unique=True, editable=False, validators=[RegexValidator(r"^[0-9a-f]{64}$")]
    )
    made_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    made_at = models.DateTimeField(_("made at"))

    objects = WallScreenQuerySet.as_manager()

    class Meta:
        verbose_name = _("screen of the hall")
        verbose_name_plural = _("screens of the hall")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class MeasureWeek(models.Model):
    """What a measure came to for the whole school in the week of a Monday: as it was the last night
    it was looked at. Only of what stands as it is now: all else is counted from its days."""

    monday = models.DateField(_("week of"))
    key = models.CharField(max_length=60)
    number = models.DecimalField(max_digits=18, decimal_places=2)
    of = models.DecimalField(max_digits=18, decimal_places=2, null=True, blank=True)

    class Meta:
        verbose_name = _("week of a measure")
        verbose_name_plural = _("weeks of measures")
        ordering = ["monday", "key"]
        constraints = [
            models.UniqueConstraint(fields=["monday", "key"], name="measure_week_once"),
            models.CheckConstraint(
                condition=Q(monday__iso_week_day=1), name="measure_week_begins_on_monday"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.monday} {self.key}"


@tracked()
class DigestWish(models.Model):
    """Whether somebody wants the weekly letter; heads get it unless they have said no."""

    person = models.OneToOneField(Person, models.CASCADE, related_name="+")
    wants = models.BooleanField(_("send it to me"))
    # Letters are written while nobody's browser says which language it has chosen.
    language = models.CharField(_("language"), max_length=10, choices=settings.LANGUAGES)

    class Meta:
        verbose_name = _("wish for the weekly letter")
        verbose_name_plural = _("wishes for the weekly letter")
        constraints = [
            models.CheckConstraint(
                condition=Q(language__in=LANGUAGES), name="digest_wish_language_known"
            )
        ]

    def __str__(self) -> str:
        return str(self.person)


class DigestQuerySet(models.QuerySet["Digest"]):
    """Letters in words."""

    def due(self, at: datetime) -> "DigestQuerySet":
        """Those still to be sent whose next try has come."""
        return self.filter(state=Digest.State.WAITING, next_try_at__lte=at)

    def of_week(self, monday: date) -> "DigestQuerySet":
        return self.filter(monday=monday)


class Digest(models.Model):
    """One letter to one person in one week."""

    class State(models.TextChoices):
        """It waits until it was sent, or its last try failed."""

        WAITING = "waiting", pgettext_lazy("state of a letter", "Waiting")
        SENT = "sent", pgettext_lazy("state of a letter", "Sent")
        GIVEN_UP = "given_up", pgettext_lazy("state of a letter", "Given up")

    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    monday = models.DateField(_("week of"))
    language = models.CharField(max_length=10, choices=settings.LANGUAGES)
    state = models.CharField(_("state"), max_length=12, choices=State, default=State.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    next_try_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True, blank=True)

    objects = DigestQuerySet.as_manager()

    class Meta:
        verbose_name = _("weekly letter")
        verbose_name_plural = _("weekly letters")
        ordering = ["-monday", "id"]
        constraints = [
            models.UniqueConstraint(fields=["person", "monday"], name="digest_once_a_week"),
            models.CheckConstraint(
                condition=Q(state__in=["waiting", "sent", "given_up"]), name="digest_state_known"
            ),
            models.CheckConstraint(
                condition=Q(language__in=LANGUAGES), name="digest_language_known"
            ),
            models.CheckConstraint(
                condition=Q(monday__iso_week_day=1), name="digest_begins_on_monday"
            ),
            models.CheckConstraint(
                condition=~Q(state="sent") | Q(sent_at__isnull=False), name="digest_sent_at_a_time"
            ),
        ]
        indexes = [
            models.Index(
                fields=["next_try_at"], condition=Q(state="waiting"), name="digest_waiting"
            )
        ]

    def __str__(self) -> str:
        return f"{self.person} {self.monday}"
