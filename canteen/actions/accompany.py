"""What happens to accompanied meals: laid ahead, handed to somebody else, recorded."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from campus.doors import Refused
from campus.models import Person
from campus.notices.actions import tell
from campus.school_time.calendar import school_calendar
from campus.storing import store
from canteen.actions.telling import TOPIC
from canteen.models import AccompaniedMeal, Canteen
from planning.actions.action_items import raise_action
from planning.actions.reminders import forget_reminders, plan_all_reminders, plan_reminders

GIVEN = gettext_noop("%(person)s asks you to eat along: %(meal)s, %(day)s")
# A problem is followed up within so many days; our own figure.
FOLLOWED_WITHIN = timedelta(days=3)
MOST_DAYS = 190


@transaction.atomic
def lay_rota(
    canteen: Canteen, *, meals: Sequence[str], first: date, last: date, people: Sequence[Person],
    by: Person, at: datetime,
) -> int:  # fmt: skip
    """Lay who eats along on the working days from `first` to `last`, one after the other; meals
    that have somebody stay. How many were laid. Raises Refused for a bad span or without people."""
    if not people:
        raise Refused(_("Say who eats along."))
    if not 0 <= (last - first).days <= MOST_DAYS:
        raise Refused(_("A rota ends after it begins, within half a year."))
    taken = set(
        AccompaniedMeal.objects.filter(canteen=canteen, day__range=(first, last)).values_list(
            "day", "meal"
        )
    )
    made: list[AccompaniedMeal] = []
    calendar = school_calendar()
    for offset in range((last - first).days + 1):
        day = first + timedelta(days=offset)
        if not calendar.is_working_day(day):
            continue
        for meal in meals:
            if (day, meal) not in taken:
                person = people[len(made) % len(people)]
                turn = AccompaniedMeal(canteen=canteen, day=day, meal=meal, person=person)
                store(turn)
                made.append(turn)
    plan_all_reminders(made, at=at)
    return len(made)


@transaction.atomic
def add(
    canteen: Canteen, *, day: date, meal: str, person: Person, by: Person, at: datetime
) -> AccompaniedMeal:
    """Put one person on the rota for a meal. Raises Refused where they are on it."""
    known = AccompaniedMeal.objects.filter(canteen=canteen, day=day, meal=meal, person=person)
    if known.exists():
        raise Refused(_("They are on the rota for this meal already."))
    meal_of = AccompaniedMeal(canteen=canteen, day=day, meal=meal, person=person)
    store(meal_of)
    plan_reminders(meal_of, at=at)
    return meal_of


def locked(meal: AccompaniedMeal) -> AccompaniedMeal:
    rows = AccompaniedMeal.objects.select_for_update(of=("self",)).select_related("canteen")
    return rows.get(pk=meal.pk)


@transaction.atomic
def hand_over(meal: AccompaniedMeal, *, to: Person, by: Person, at: datetime) -> AccompaniedMeal:
    """Let somebody else eat along; they are told. Raises Refused once it is recorded, and where
    they are on the rota for it."""
    held = locked(meal)
    if held.recorded_at:
        raise Refused(_("It is recorded already."))
    same = AccompaniedMeal.objects.filter(
        canteen=held.canteen, day=held.day, meal=held.meal, person=to
    )
    if same.exists():
        raise Refused(_("They are on the rota for this meal already."))
    held.person = to
    store(held)
    plan_reminders(held, at=at)
    tell(
        [to], key=f"accompany:{held.pk}:{to.pk}", topic=TOPIC, text=GIVEN,
        facts={"person": by.name, "meal": str(held.get_meal_display()),
               "day": {"day": held.day.isoformat()}},
        path=held.get_absolute_url(), at=at, robots=False,
    )  # fmt: skip
    return held


@transaction.atomic
def take_off(meal: AccompaniedMeal, *, by: Person, at: datetime) -> None:
    """Take somebody off the rota. Raises Refused once it is recorded."""
    held = locked(meal)
    if held.recorded_at:
        raise Refused(_("It is recorded already."))
    forget_reminders(held)
    held.delete()


@transaction.atomic
def record(
    meal: AccompaniedMeal, *, owner: Person | None = None, by: Person, at: datetime, **found: Any
) -> AccompaniedMeal:
    """Record what was found: four grades, words, and a problem, which `owner` follows up.

    Raises Refused before the day and where it is recorded, ValidationError without a grade.
    """
    held = locked(meal)
    today = timezone.localtime(at).date()
    if held.recorded_at:
        raise Refused(_("It is recorded already."))
    if held.day > today:
        raise Refused(_("That meal is still to come."))
    for name, value in found.items():
        setattr(held, name, value)
    held.recorded_at = at
    if held.problem and owner:
        due = school_calendar().working_days_from(today, FOLLOWED_WITHIN.days)
        held.action = raise_action(
            title=held.problem, owner=owner, due_on=due, by=by, at=at,
            description=_("Found at an accompanied meal: %(meal)s.") % {"meal": held},
        )  # fmt: skip
    store(held)
    plan_reminders(held, at=at)
    return held
