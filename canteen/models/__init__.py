"""Nouns of the canteen area, each in its file."""

from canteen.models.menu import (
    Allergen,
    Canteen,
    Counter,
    Dish,
    MenuDraft,
    MenuItem,
    PortionCheck,
    PriceNotice,
)
from canteen.models.standards import MEALS, Meal, MealTime, Standards

__all__ = [
    "MEALS",
    "Allergen",
    "Canteen",
    "Counter",
    "Dish",
    "Meal",
    "MealTime",
    "MenuDraft",
    "MenuItem",
    "PortionCheck",
    "PriceNotice",
    "Standards",
]
