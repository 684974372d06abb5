"""Nouns of the canteen area, each in its file."""

from canteen.models.accompany import AccompaniedMeal, Grade
from canteen.models.five_c import FiveCArea
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
from canteen.models.reading import Device, Reading
from canteen.models.sample import FoodSample, MealCount
from canteen.models.standards import MEALS, Meal, MealTime, Standards
from canteen.models.supply import Batch, BatchUse, GoodsReceipt, Supplier
from canteen.models.survey import (
    Choice,
    Survey,
    SurveyAnswered,
    SurveyCell,
    SurveyQuestion,
)
from canteen.models.worker import (
    CanteenWorker,
    MorningCheck,
    Post,
    RosterLine,
    Symptom,
    Training,
)

__all__ = [
    "MEALS",
    "AccompaniedMeal",
    "Allergen",
    "Batch",
    "BatchUse",
    "Canteen",
    "CanteenWorker",
    "Choice",
    "Counter",
    "Device",
    "Dish",
    "FiveCArea",
    "FoodSample",
    "GoodsReceipt",
    "Grade",
    "Meal",
    "MealCount",
    "MealTime",
    "MenuDraft",
    "MenuItem",
    "MorningCheck",
    "PortionCheck",
    "Post",
    "PriceNotice",
    "Reading",
    "RosterLine",
    "Standards",
    "Supplier",
    "Survey",
    "SurveyAnswered",
    "SurveyCell",
    "SurveyQuestion",
    "Symptom",
    "Training",
]
