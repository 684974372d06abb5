"""What happens to the school's figures, and what every school begins with."""

from datetime import datetime, time
from typing import Any

from django.db import transaction

from campus.models import Person
from campus.storing import store
from canteen.models import Allergen, Meal, MealTime, Standards

# Usual hours of a boarding school; the school changes them.
USUAL_TIMES = {
    Meal.BREAKFAST: (time(6, 30), time(7, 40)),
    Meal.LUNCH: (time(11, 20), time(12, 50)),
    Meal.SUPPER: (time(17, 0), time(18, 20)),
}
# In the school's language, as the usual checklists are: they become rows, which the school renames.
USUAL_ALLERGENS = {
    "gluten": "小麦及麸质", "egg": "蛋类", "milk": "奶类", "fish": "鱼类", "shellfish": "虾蟹",
    "soy": "大豆", "peanut": "花生", "nuts": "坚果", "sesame": "芝麻",
}  # fmt: skip


@transaction.atomic
def lay_usual() -> None:
    """The row of figures, times of meals and allergens; safe to repeat, what is there stays."""
    Standards.objects.bulk_create([Standards(pk=1)], ignore_conflicts=True)
    times = [MealTime(meal=meal, starts=a, ends=b) for meal, (a, b) in USUAL_TIMES.items()]
    MealTime.objects.bulk_create(times, ignore_conflicts=True)
    known = set(Allergen.objects.values_list("code", flat=True))
    Allergen.objects.bulk_create(
        (
            Allergen(code=code, name=name)
            for code, name in USUAL_ALLERGENS.items()
            if code not in known
        ),
        ignore_conflicts=True,
    )


@transaction.atomic
def write_standards(*, by: Person, at: datetime, **fields: Any) -> Standards:
    """Set the school's figures. Raises ValidationError below what the rules ask for."""
    standards = Standards.objects.select_for_update().get(pk=1)
    for name, value in fields.items():
        setattr(standards, name, value)
    store(standards)
    return standards


@transaction.atomic
def write_time(kept: MealTime, *, starts: time, ends: time, by: Person, at: datetime) -> MealTime:
    """Say when a meal is served. Raises ValidationError."""
    kept = MealTime.objects.select_for_update().get(pk=kept.pk)
    kept.starts, kept.ends = starts, ends
    store(kept)
    return kept


@transaction.atomic
def write_allergen(allergen: Allergen, *, by: Person, at: datetime, **fields: Any) -> Allergen:
    """Add something that some cannot bear, or rename it. Raises ValidationError."""
    for name, value in fields.items():
        setattr(allergen, name, value)
    store(allergen)
    return allergen
