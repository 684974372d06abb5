"""What is served where, at what price, and how much of it."""

from datetime import date
from decimal import Decimal
from typing import Any, Self

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import ExpressionWrapper, F, Q
from django.urls import reverse
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from campus.lists.search import Bigrams
from campus.locking import lock
from campus.models import Person, Place
from campus.places.models import Use
from campus.tracking import tracked
from canteen.models.standards import MEALS, Meal

MOST_GRAMS = 5000


class OpenQuerySet(models.QuerySet[Any]):
    """What everybody at the school may know."""

    def visible_to(self, person: Person) -> Self:
        """Menus, prices and weights are public within the school."""
        return self if person.is_active else self.none()


class CanteenQuerySet(OpenQuerySet):
    """Canteens in words."""

    def running(self) -> "CanteenQuerySet":
        """Those in which meals are served."""
        return self.filter(is_open=True)

    def around(self, place: Place) -> "CanteenQuerySet":
        """The canteen that the place is, or lies in."""
        return self.filter(place__in=place.numbers)


@tracked()
class Canteen(models.Model):
    """A canteen (食堂): a place where meals are served, with its counters."""

    name = models.CharField(_("name"), max_length=40, unique=True)
    place = models.OneToOneField(Place, models.PROTECT, related_name="+", verbose_name=_("place"))
    is_open = models.BooleanField(_("meals are served here"), default=True)

    objects = CanteenQuerySet.as_manager()

    class Meta:
        verbose_name = _("canteen")
        verbose_name_plural = _("canteens")
        ordering = ["id"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("canteen:week", args=[self.pk])

    def clean(self) -> None:
        """Raises ValidationError for a place that is used for something else."""
        if self.place_id and self.place.use != Use.CANTEEN:
            raise ValidationError({"place": gettext("The use of this place is not canteen.")})


@tracked()
class Counter(models.Model):
    """A counter of a canteen (窗口); with a place of its own it has a label of its own."""

    canteen = models.ForeignKey(
        Canteen, models.PROTECT, related_name="counters", verbose_name=_("canteen")
    )
    name = models.CharField(_("name"), max_length=40)
    place = models.OneToOneField(
        Place, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("place of its label"),
    )  # fmt: skip
    is_open = models.BooleanField(_("it serves"), default=True)

    objects = OpenQuerySet.as_manager()

    class Meta:
        verbose_name = _("counter")
        verbose_name_plural = _("counters")
        ordering = ["canteen", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["canteen", "name"], name="counter_name_once",
                violation_error_message=_("This canteen has a counter of that name already."),
            )
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.canteen} {self.name}"


class Allergen(models.Model):
    """Something in food that some cannot bear; the usual ones come with the portal."""

    code = models.SlugField(_("code"), max_length=20, unique=True)
    name = models.CharField(_("name"), max_length=20, unique=True)

    class Meta:
        verbose_name = _("allergen")
        verbose_name_plural = _("allergens")
        ordering = ["id"]

    def __str__(self) -> str:
        return self.name


@tracked()
class Dish(models.Model):
    """A dish (菜品): what is in it, and what of that some cannot bear."""

    name = models.CharField(_("name"), max_length=40, unique=True)
    ingredients = models.CharField(_("ingredients"), max_length=300, blank=True)
    allergens = models.ManyToManyField(
        Allergen, related_name="+", blank=True, verbose_name=_("allergens")
    )
    is_offered = models.BooleanField(_("offered for menus"), default=True)
    sought = models.GeneratedField(
        expression=Bigrams("name", "ingredients"), output_field=SearchVectorField(),
        db_persist=True,
    )  # fmt: skip

    objects = OpenQuerySet.as_manager()

    class Meta:
        verbose_name = _("dish")
        verbose_name_plural = _("dishes")
        ordering = ["name"]
        indexes = [GinIndex(fields=["sought"], name="dish_sought")]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("canteen:dish", args=[self.pk])


class MenuItemQuerySet(OpenQuerySet):
    """Items of menus in words."""

    def on(self, day: date) -> "MenuItemQuerySet":
        return self.filter(day=day)

    def between(self, first: date, last: date) -> "MenuItemQuerySet":
        return self.filter(day__range=(first, last))

    def told(self) -> "MenuItemQuerySet":
        """With what a menu says of them, in its order."""
        found = self.select_related("dish", "counter__canteen").defer("dish__sought")
        return found.prefetch_related("dish__allergens").order_by("day", "counter_id", "id")


@tracked()
class MenuItem(models.Model):
    """A dish at a counter at a meal of a day (带量菜谱): price in yuan, weight in grams.

    `content` says how much of which sort of food is in it, as sheets have it.
    """

    day = models.DateField(_("day"))
    meal = models.CharField(_("meal"), max_length=10, choices=Meal)
    counter = models.ForeignKey(
        Counter, models.PROTECT, related_name="items", verbose_name=_("counter")
    )
    dish = models.ForeignKey(Dish, models.PROTECT, related_name="items", verbose_name=_("dish"))
    is_small = models.BooleanField(_("small portion"), default=False)
    price = models.DecimalField(_("price"), max_digits=6, decimal_places=2)
    grams = models.PositiveSmallIntegerField(_("grams"))
    content = models.CharField(_("food in it, in grams"), max_length=200, blank=True)

    objects = MenuItemQuerySet.as_manager()

    class Meta:
        verbose_name = _("item of a menu")
        verbose_name_plural = _("items of menus")
        ordering = ["day", "counter", "id"]
        indexes = [models.Index(fields=["counter", "day"], name="menu_item_of_counter")]
        constraints = [
            models.UniqueConstraint(
                fields=["day", "meal", "counter", "dish", "is_small"], name="menu_item_once",
                violation_error_message=_("This dish is on that menu already."),
            ),
            models.CheckConstraint(condition=Q(meal__in=MEALS), name="menu_item_meal_known"),
            models.CheckConstraint(
                condition=Q(price__gte=0), name="menu_item_price_not_negative",
                violation_error_message=_("A price is no less than nought."),
            ),
            models.CheckConstraint(
                condition=Q(grams__range=(1, MOST_GRAMS)), name="menu_item_grams_in_bounds",
                violation_error_message=_("A portion weighs between 1 and 5000 g."),
            ),
        ]  # fmt: skip
        triggers = [lock("{row}.day")]

    def __str__(self) -> str:
        small = f" ({gettext('small')})" if self.is_small else ""
        return f"{self.dish}{small}"

    def get_absolute_url(self) -> str:
        return reverse("canteen:item", args=[self.pk])


class PriceNoticeQuerySet(OpenQuerySet):
    """Prices over time in words."""

    def of(self, counter: Counter, dish: Dish, *, is_small: bool) -> "PriceNoticeQuerySet":
        """Those of a dish at a counter, the newest first."""
        found = self.filter(counter=counter, dish=dish, is_small=is_small)
        return found.order_by("-since")

    def changes(self) -> "PriceNoticeQuerySet":
        """All but the first price of each."""
        return self.filter(previous_price__isnull=False)

    def lighter(self) -> "PriceNoticeQuerySet":
        """The same price for less."""
        return self.filter(price=F("previous_price"), grams__lt=F("previous_grams"))


@tracked()
class PriceNotice(models.Model):
    """Since when a dish costs what at a counter, and for how much of it (价格公示); written where
    a menu says something else than the one before. A changed price has its reason."""

    counter = models.ForeignKey(
        Counter, models.PROTECT, related_name="+", verbose_name=_("counter")
    )
    dish = models.ForeignKey(Dish, models.PROTECT, related_name="prices", verbose_name=_("dish"))
    is_small = models.BooleanField(_("small portion"), default=False)
    since = models.DateField(_("since"))
    price = models.DecimalField(_("price"), max_digits=6, decimal_places=2)
    grams = models.PositiveSmallIntegerField(_("grams"))
    previous_price = models.DecimalField(
        _("price before"), max_digits=6, decimal_places=2, null=True, blank=True
    )
    previous_grams = models.PositiveSmallIntegerField(_("grams before"), null=True, blank=True)
    reason = models.CharField(_("why the price changes"), max_length=200, blank=True)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("by"))
    at = models.DateTimeField(_("written at"))

    objects = PriceNoticeQuerySet.as_manager()

    class Meta:
        verbose_name = _("price notice")
        verbose_name_plural = _("price notices")
        ordering = ["-since", "-id"]
        indexes = [models.Index(fields=["-since", "-id"], name="price_notice_newest")]
        constraints = [
            models.UniqueConstraint(
                fields=["counter", "dish", "is_small", "since"], name="price_notice_once",
                violation_error_message=_("That day has a price already."),
            ),
            models.CheckConstraint(
                condition=Q(previous_price=None, previous_grams=None)
                | Q(previous_price__isnull=False, previous_grams__isnull=False),
                name="price_notice_before_whole",
            ),
            models.CheckConstraint(
                condition=Q(previous_price=None) | Q(price=F("previous_price")) | ~Q(reason=""),
                name="price_notice_changed_for_a_reason",
                violation_error_message=_("Say why the price changes."),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.dish} {self.price}"

    @property
    def is_lighter(self) -> bool:
        """Whether the same price buys less than before."""
        less = self.previous_grams is not None and self.grams < self.previous_grams
        return less and self.price == self.previous_price


class PortionCheckQuerySet(OpenQuerySet):
    """Weighed portions in words."""

    def with_least(self, percent: Any) -> "PortionCheckQuerySet":
        """With a hundred times the grams at which a portion is light (`least`): below what is
        stated by `percent`, a number or what gives one in SQL."""
        least = ExpressionWrapper(
            F("stated") * (Decimal(100) - percent), output_field=models.DecimalField()
        )
        return self.annotate(least=least)

    def light(self, percent: Any) -> "PortionCheckQuerySet":
        """Those that weighed less than is stated by `percent` or more."""
        return self.with_least(percent).filter(IS_LIGHT)


# Of a portion `with_least`: whether it is light.
IS_LIGHT = Q(weighed__lte=F("least") / 100)


@tracked()
class PortionCheck(models.Model):
    """A portion that somebody has weighed at the counter, beside what the menu states; grams."""

    item = models.ForeignKey(
        MenuItem, models.PROTECT, related_name="portions", verbose_name=_("item of a menu")
    )
    stated = models.PositiveSmallIntegerField(_("grams stated"))
    weighed = models.PositiveSmallIntegerField(_("grams weighed"))
    note = models.CharField(_("remark"), max_length=200, blank=True)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("weighed by"))
    at = models.DateTimeField(pgettext_lazy("a portion", "weighed at"))

    objects = PortionCheckQuerySet.as_manager()

    class Meta:
        verbose_name = _("weighed portion")
        verbose_name_plural = _("weighed portions")
        ordering = ["-at", "-id"]
        indexes = [models.Index(fields=["-at", "-id"], name="portion_check_newest")]
        constraints = [
            models.CheckConstraint(
                condition=Q(weighed__range=(1, MOST_GRAMS)), name="portion_weighed_in_bounds",
                violation_error_message=_("A portion weighs between 1 and 5000 g."),
            )
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.item} {self.weighed}/{self.stated} g"

    def get_absolute_url(self) -> str:
        return reverse("canteen:portion", args=[self.pk])

    @property
    def short_percent(self) -> int:
        """By how many per cent it is lighter than stated, rounded down; nought if it is not."""
        return max(0, (self.stated - self.weighed) * 100 // self.stated)


@tracked()
class MenuDraft(models.Model):
    """A week's menu as a sheet had it, looked through before it is put up.

    `rows` are what would be put up, `faults` the slips as [row, sentence].
    """

    counter = models.ForeignKey(
        Counter, models.CASCADE, related_name="+", verbose_name=_("counter")
    )
    monday = models.DateField(_("week from"))
    name = models.CharField(_("file"), max_length=100)
    rows = models.JSONField(default=list, blank=True)
    faults = models.JSONField(default=list, blank=True)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("by"))
    at = models.DateTimeField(_("at"))
    put_up_at = models.DateTimeField(_("put up at"), null=True, blank=True)

    class Meta:
        verbose_name = _("draft of a menu")
        verbose_name_plural = _("drafts of menus")
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"{self.counter.canteen} {self.monday}"
