"""Samples of what was served: a spoon of every dish of every meal, kept cold for two days."""

from datetime import date, datetime, timedelta
from typing import Any
from urllib.parse import urlencode

from django.db import models
from django.db.models import Exists, F, OuterRef, Q, Value
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from campus.locking import lock
from campus.models import Person, Role
from campus.tracking import tracked
from canteen.models.menu import Canteen, Dish, MenuItem
from canteen.models.standards import LEAST_GRAMS, LEAST_HOURS, MEALS, Meal

# Whoever answers for what is eaten reads the kitchen's records.
KITCHEN = (
    Role.FOOD_SAFETY_OFFICER, Role.FOOD_SAFETY_DIRECTOR, Role.CANTEEN_MANAGER, Role.HEAD,
)  # fmt: skip
MOST_GRAMS = 1000


class KitchenQuerySet(models.QuerySet[Any]):
    """Records of the kitchen."""

    def visible_to(self, person: Person) -> Any:
        """Food-safety officers, their director, canteen managers and the head."""
        return self if person.is_active and person.on_duty_as(*KITCHEN) else self.none()


class FoodSampleQuerySet(KitchenQuerySet):
    """Samples in words."""

    def kept(self) -> "FoodSampleQuerySet":
        """Those that lie in the cold."""
        return self.filter(disposed_at=None)

    def to_dispose_of(self, at: datetime) -> "FoodSampleQuerySet":
        """Those whose time is over and that are not sealed."""
        return self.kept().filter(keep_until__lte=at, sealed_at=None)

    def of(self, canteen: Canteen, day: date, meal: str) -> "FoodSampleQuerySet":
        return self.filter(canteen=canteen, day=day, meal=meal)


def without_sample() -> models.QuerySet[MenuItem]:
    """Items of menus of whose dish no sample was taken at that meal of that canteen."""
    taken = FoodSample.objects.filter(
        canteen=OuterRef("counter__canteen"), day=OuterRef("day"), meal=OuterRef("meal"),
        dish=OuterRef("dish"),
    )  # fmt: skip
    found: models.QuerySet[MenuItem] = MenuItem.objects.filter(~Exists(taken))
    return found


@tracked()
class FoodSample(models.Model):
    """A sample of a dish of a meal (留样): taken → checked by another → disposed of, unless it is
    sealed. The database's floor is 125 g and 48 hours; the school may ask for more."""

    canteen = models.ForeignKey(
        Canteen, models.PROTECT, related_name="+", verbose_name=_("canteen")
    )
    day = models.DateField(_("day"))
    meal = models.CharField(_("meal"), max_length=10, choices=Meal)
    dish = models.ForeignKey(Dish, models.PROTECT, related_name="samples", verbose_name=_("dish"))
    grams = models.PositiveSmallIntegerField(_("grams"))
    taken_at = models.DateTimeField(_("taken at"))
    by = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("taken by"))
    keep_until = models.DateTimeField(_("to be kept until"))
    fridge = models.CharField(_("where it lies"), max_length=40, blank=True)
    checked_by = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("checked by"),
    )  # fmt: skip
    checked_at = models.DateTimeField(_("checked at"), null=True, blank=True)
    disposed_by = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("disposed of by"),
    )  # fmt: skip
    disposed_at = models.DateTimeField(_("disposed of at"), null=True, blank=True)
    sealed_by = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("sealed by"),
    )  # fmt: skip
    sealed_at = models.DateTimeField(_("sealed at"), null=True, blank=True)
    sealed_why = models.CharField(_("why it is sealed"), max_length=200, blank=True)

    objects = FoodSampleQuerySet.as_manager()

    class Meta:
        verbose_name = _("food sample")
        verbose_name_plural = _("food samples")
        ordering = ["-taken_at", "-id"]
        indexes = [
            models.Index(fields=["-taken_at", "-id"], name="food_sample_newest"),
            models.Index(
                fields=["keep_until"], condition=Q(disposed_at=None), name="food_sample_kept"
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["canteen", "day", "meal", "dish"], name="food_sample_once",
                violation_error_message=_("A sample of this dish is taken already."),
            ),
            models.CheckConstraint(condition=Q(meal__in=MEALS), name="food_sample_meal_known"),
            models.CheckConstraint(
                condition=Q(grams__range=(LEAST_GRAMS, MOST_GRAMS)), name="food_sample_grams",
                violation_error_message=_("A sample is 125 g at the least, and 1000 g at most."),
            ),
            models.CheckConstraint(
                condition=Q(
                    keep_until__gte=F("taken_at") + Value(timedelta(hours=LEAST_HOURS))
                ),
                name="food_sample_kept_long_enough",
                violation_error_message=_("A sample is kept 48 hours at the least."),
            ),
            models.CheckConstraint(
                condition=Q(disposed_by=None, disposed_at=None)
                | Q(disposed_by__isnull=False, disposed_at__gte=F("keep_until")),
                name="food_sample_disposed_of_afterwards",
                violation_error_message=_("Its time is not over yet."),
            ),
            models.CheckConstraint(
                condition=Q(sealed_at=None, sealed_by=None, sealed_why="")
                | Q(sealed_at__isnull=False, sealed_by__isnull=False) & ~Q(sealed_why=""),
                name="food_sample_sealed_for_a_reason",
                violation_error_message=_("Say why it is sealed."),
            ),
            models.CheckConstraint(
                condition=Q(sealed_at=None) | Q(disposed_at=None),
                name="food_sample_sealed_stays",
                violation_error_message=_("A sealed sample is not disposed of."),
            ),
            models.CheckConstraint(
                condition=Q(checked_by=None, checked_at=None)
                | Q(checked_by__isnull=False, checked_at__isnull=False) & ~Q(checked_by=F("by")),
                name="food_sample_checked_by_another",
                violation_error_message=_("Somebody else checks it."),
            ),
        ]  # fmt: skip
        triggers = [lock("{row}.day")]

    def __str__(self) -> str:
        return f"{self.dish} {self.day} {self.get_meal_display()}"

    def get_absolute_url(self) -> str:
        query = {"canteen": self.canteen_id, "day": self.day.isoformat(), "meal": self.meal}
        return f"{reverse('canteen:samples_day')}?{urlencode(query)}"

    @property
    def tone(self) -> str:
        """The colour of its state."""
        if self.disposed_at:
            return "done"
        return "overdue" if self.sealed_at else "under_way"

    @property
    def state(self) -> Any:
        if self.disposed_at:
            return _("Disposed of")
        return _("Sealed") if self.sealed_at else _("Kept")


@tracked()
class MealCount(models.Model):
    """How many ate a meal at a canteen; a number, nobody's name."""

    canteen = models.ForeignKey(
        Canteen, models.PROTECT, related_name="+", verbose_name=_("canteen")
    )
    day = models.DateField(_("day"))
    meal = models.CharField(_("meal"), max_length=10, choices=Meal)
    diners = models.PositiveIntegerField(_("how many ate"))
    by = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("by"))

    class Meta:
        verbose_name = _("number of diners")
        verbose_name_plural = _("numbers of diners")
        ordering = ["-day", "id"]
        constraints = [
            models.UniqueConstraint(fields=["canteen", "day", "meal"], name="meal_count_once"),
            models.CheckConstraint(condition=Q(meal__in=MEALS), name="meal_count_meal_known"),
        ]

    def __str__(self) -> str:
        return f"{self.canteen} {self.day} {self.diners}"
