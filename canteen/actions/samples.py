"""What happens to samples: taken, checked by another, disposed of when their time is over, sealed
where somebody may have fallen ill."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from urllib.parse import urlencode

from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from campus.doors import Refused
from campus.models import Person
from campus.notices.actions import tell
from campus.storing import store
from canteen.actions.telling import TOPIC, kitchen
from canteen.models import Canteen, Dish, FoodSample, MealCount, MealTime, Standards
from canteen.models.sample import without_sample
from canteen.models.standards import Meal, end_of

MISSING = gettext_noop("%(canteen)s, %(meal)s: %(count)s dishes without a sample")
SEALED = gettext_noop(
    "%(canteen)s, %(meal)s of %(day)s: samples are sealed, nobody disposes of them"
)
# Told so long before a meal is over; our own figure.
WARN_BEFORE = timedelta(minutes=30)


@transaction.atomic
def take(  # noqa: PLR0913  # each is a fact of its own, named by its callers
    canteen: Canteen, *, day: date, meal: str, dishes: Iterable[Dish], grams: int,
    fridge: str = "", by: Person, at: datetime,
) -> list[FoodSample]:  # fmt: skip
    """Take a sample of each of the dishes, in grams. Raises Refused below what the school asks for,
    for a meal still to come and for what is taken already; ValidationError."""
    standards = Standards.objects.get(pk=1)
    if grams < standards.sample_grams:
        raise Refused(
            _("A sample is %(grams)d g at the least.") % {"grams": standards.sample_grams}
        )
    if day > timezone.localtime(at).date():
        raise Refused(_("That meal is still to come."))
    keep_until = at + timedelta(hours=standards.sample_hours)
    there = set(FoodSample.objects.of(canteen, day, meal).values_list("dish", flat=True))
    taken = []
    for dish in dishes:
        if dish.pk in there:
            raise Refused(_("A sample of “%(dish)s” is taken already.") % {"dish": dish})
        sample = FoodSample(
            canteen=canteen, day=day, meal=meal, dish=dish, grams=grams, fridge=fridge,
            taken_at=at, keep_until=keep_until, by=by,
        )  # fmt: skip
        store(sample)
        taken.append(sample)
    return taken


def locked(samples: Iterable[FoodSample]) -> list[FoodSample]:
    """The samples as they stand, held in one order."""
    held = FoodSample.objects.select_for_update(of=("self",)).select_related("dish")
    return list(held.filter(pk__in=[each.pk for each in samples]).order_by("pk"))


@transaction.atomic
def check(samples: Iterable[FoodSample], *, by: Person, at: datetime) -> None:
    """Look at them as a second person. Raises Refused for one's own, and for a checked one."""
    for sample in locked(samples):
        if sample.by_id == by.pk:
            raise Refused(_("Somebody else checks it."))
        if sample.checked_at:
            raise Refused(_("“%(sample)s” is checked already.") % {"sample": sample})
        sample.checked_by, sample.checked_at = by, at
        store(sample)


@transaction.atomic
def dispose(samples: Iterable[FoodSample], *, by: Person, at: datetime) -> None:
    """Throw them away, all or none. Raises Refused before their time is over, and for sealed
    ones."""
    for sample in locked(samples):
        if sample.sealed_at:
            raise Refused(_("“%(sample)s” is sealed: it stays.") % {"sample": sample})
        if sample.disposed_at:
            raise Refused(_("“%(sample)s” is disposed of already.") % {"sample": sample})
        if sample.keep_until > at:
            raise Refused(_("The time of “%(sample)s” is not over yet.") % {"sample": sample})
        sample.disposed_by, sample.disposed_at = by, at
        store(sample)


@transaction.atomic
def seal(
    canteen: Canteen, *, day: date, meal: str, why: str, by: Person, at: datetime
) -> list[FoodSample]:
    """Seal what is left of a meal's samples: nobody disposes of them. Raises Refused where nothing
    is left to be sealed."""
    left = FoodSample.objects.of(canteen, day, meal).kept().filter(sealed_at=None)
    sealed = locked(left)
    if not sealed:
        raise Refused(_("There is no sample of this meal left to be sealed."))
    for sample in sealed:
        sample.sealed_by, sample.sealed_at, sample.sealed_why = by, at, why
        store(sample)
    tell(
        kitchen(), key=f"sealed:{canteen.pk}:{day}:{meal}", topic=TOPIC, text=SEALED,
        facts={"canteen": canteen.name, "meal": str(Meal(meal).label),
               "day": {"day": day.isoformat()}},
        path=meal_path(canteen, day, meal), at=at, robots=False,
    )  # fmt: skip
    return sealed


@transaction.atomic
def release(sample: FoodSample, *, by: Person, at: datetime) -> FoodSample:
    """Take the seal off one. Raises Refused where it has none."""
    held = locked([sample])[0]
    if not held.sealed_at:
        raise Refused(_("It is not sealed."))
    held.sealed_by, held.sealed_at, held.sealed_why = None, None, ""
    store(held)
    return held


@transaction.atomic
def count_diners(
    canteen: Canteen, *, day: date, meal: str, diners: int, by: Person, at: datetime
) -> MealCount:
    """Note how many ate, or correct it. Raises ValidationError."""
    found = MealCount.objects.select_for_update().filter(canteen=canteen, day=day, meal=meal)
    count = found.first() or MealCount(canteen=canteen, day=day, meal=meal)
    count.diners, count.by = diners, by
    store(count)
    return count


def meal_path(canteen: Canteen, day: date, meal: str) -> str:
    """The page of the samples of a meal."""
    query = {"canteen": canteen.pk, "day": day.isoformat(), "meal": meal}
    return f"{reverse('canteen:samples_day')}?{urlencode(query)}"


@transaction.atomic
def remind_of_missing(*, at: datetime) -> int:
    """Tell of dishes without a sample as their meal comes to its end, once a meal and canteen; how
    many meals were told of. Safe to repeat."""
    day, told = timezone.localtime(at).date(), 0
    for time in MealTime.objects.all():
        ends = end_of([time], day, time.meal)
        if not ends - WARN_BEFORE <= at < ends:
            continue
        for canteen in Canteen.objects.running():
            missing = without_sample().filter(day=day, meal=time.meal, counter__canteen=canteen)
            count = missing.values("dish").distinct().count()
            if count:
                tell_of_missing(canteen, day, time.meal, count, at=at)
                told += 1
    return told


def tell_of_missing(canteen: Canteen, day: date, meal: str, count: int, *, at: datetime) -> None:
    facts = {"canteen": canteen.name, "meal": str(Meal(meal).label), "count": count}
    tell(
        kitchen(), key=f"sample:{canteen.pk}:{day}:{meal}", topic=TOPIC, text=MISSING, facts=facts,
        path=meal_path(canteen, day, meal), at=at, robots=False, mail=False,
    )  # fmt: skip
