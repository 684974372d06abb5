"""Who of the school eats with the pupils, and what they found."""

from datetime import date
from typing import Any

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.locking import lock
from campus.models import Person, Role
from campus.tracking import tracked
from canteen.models.menu import Canteen
from canteen.models.sample import KITCHEN
from canteen.models.standards import MEALS, Meal
from planning.models import ActionItem

READERS = (*KITCHEN, Role.ADMINISTRATOR)


class Grade(models.TextChoices):
    """How something was, from the usual form (优/良/中/差)."""

    EXCELLENT = "excellent", pgettext_lazy("grade of a meal", "Excellent")
    GOOD = "good", pgettext_lazy("grade of a meal", "Good")
    FAIR = "fair", pgettext_lazy("grade of a meal", "Fair")
    POOR = "poor", pgettext_lazy("grade of a meal", "Poor")


GRADES = ["excellent", "good", "fair", "poor"]
# The four things that are graded, in the order of the form.
GRADED = ("taste", "hygiene", "order", "service")


class AccompaniedMealQuerySet(models.QuerySet["AccompaniedMeal"]):
    """Accompanied meals in words."""

    def visible_to(self, person: Person) -> "AccompaniedMealQuerySet":
        """The staff's: who eats with whom is no secret."""
        return self.none() if person.is_pupil or not person.is_active else self

    def recorded(self) -> "AccompaniedMealQuerySet":
        return self.filter(recorded_at__isnull=False)

    def missing(self, today: date) -> "AccompaniedMealQuerySet":
        """Those of past days that nobody has recorded."""
        return self.filter(recorded_at=None, day__lt=today)


def grade_field(label: Any) -> models.CharField:
    return models.CharField(label, max_length=10, choices=Grade, blank=True)


@tracked()
class AccompaniedMeal(models.Model):
    """Somebody of the school eats with the pupils (陪餐): laid ahead, then recorded; a problem is
    followed up by an action."""

    canteen = models.ForeignKey(
        Canteen, models.PROTECT, related_name="+", verbose_name=_("canteen")
    )
    day = models.DateField(_("day"))
    meal = models.CharField(_("meal"), max_length=10, choices=Meal)
    person = models.ForeignKey(
        Person, models.PROTECT, related_name="+", verbose_name=_("who eats along")
    )
    taste = grade_field(_("taste and quality"))
    hygiene = grade_field(_("hygiene"))
    order = grade_field(_("order in the hall"))
    service = grade_field(_("service"))
    words = models.CharField(_("remarks, reactions"), max_length=300, blank=True)
    problem = models.CharField(_("problem"), max_length=120, blank=True)
    action = models.ForeignKey(
        ActionItem, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("what follows"),
    )  # fmt: skip
    recorded_at = models.DateTimeField(_("recorded at"), null=True, blank=True)

    objects = AccompaniedMealQuerySet.as_manager()

    class Meta:
        verbose_name = _("accompanied meal")
        verbose_name_plural = _("accompanied meals")
        ordering = ["-day", "id"]
        indexes = [
            models.Index(fields=["-day", "-id"], name="accompanied_newest"),
            models.Index(fields=["person", "day"], name="accompanied_by_person"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["canteen", "day", "meal", "person"], name="accompanied_once",
                violation_error_message=_("They are on the rota for this meal already."),
            ),
            models.CheckConstraint(condition=Q(meal__in=MEALS), name="accompanied_meal_known"),
            models.CheckConstraint(
                condition=Q(recorded_at=None, taste="", hygiene="", order="", service="")
                | Q(
                    recorded_at__isnull=False, taste__in=GRADES, hygiene__in=GRADES,
                    order__in=GRADES, service__in=GRADES,
                ),
                name="accompanied_recorded_whole",
                violation_error_message=_("Grade all four."),
            ),
            models.CheckConstraint(
                condition=Q(action=None) | ~Q(problem=""), name="accompanied_follows_a_problem"
            ),
        ]  # fmt: skip
        triggers = [lock("{row}.day")]

    def __str__(self) -> str:
        return f"{self.canteen} {self.day} {self.get_meal_display()}"

    def get_absolute_url(self) -> str:
        return reverse("canteen:accompanied", args=[self.pk])

    @property
    def grades(self) -> list[str]:
        """The four grades in words."""
        return [
            str(Grade(value).label) if (value := getattr(self, name)) else "" for name in GRADED
        ]
