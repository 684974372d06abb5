"""What canteen keeps of people: its lines of the data map, and what it holds of one person."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from campus.models import Person
from campus.privacy.registry import (
    AS_RECORDS,
    PUPILS,
    STAFF,
    DataKind,
    Held,
    name_authors,
    name_data,
    name_holding,
)
from campus.rows import Rows
from campus.shell.words import day_in_words
from canteen.models import AccompaniedMeal, SurveyAnswered


def held(person: Person) -> Iterable[Rows[Held]]:
    """Surveys that the person has answered (not what), and meals eaten along with pupils."""
    yield Rows(
        rows=SurveyAnswered.objects.filter(person=person), fields=("survey__title",),
        draw=lambda answered: Held(
            kind="surveys", label=_("Survey answered"), value=answered.survey.title
        ),
    )  # fmt: skip
    yield Rows(
        rows=AccompaniedMeal.objects.filter(person=person), fields=("day", "meal"),
        draw=lambda eaten: Held(
            kind="kitchen", label=eaten.get_meal_display(), value=day_in_words(eaten.day)
        ),
    )  # fmt: skip


def hand_in() -> None:
    """Put the area's data on the map."""
    name_holding(held)
    name_data(
        DataKind(
            name="surveys",
            label=_("Surveys"),
            whose=PUPILS,
            fields=_("That somebody has answered, by a number of chance; never what"),
            purpose=_("So that everybody answers once."),
            seen_by=_("Nobody."),
            kept=AS_RECORDS,
            models=("canteen.SurveyAnswered",),
        ),
        DataKind(
            name="kitchen",
            label=_("Those who cook"),
            whose=STAFF,
            fields=_("Morning checks, trainings, accompanied meals"),
            purpose=_("Food safety asks for it."),
            seen_by=_("The canteen's management and the head."),
            kept=AS_RECORDS,
            models=(
                "canteen.MorningCheck",
                "canteen.Training",
                "canteen.AccompaniedMeal",
            ),
        ),
    )
    name_authors(
        f"canteen.{name}"
        for name in (
            "PriceNotice",
            "PortionCheck",
            "MenuDraft",
            "FoodSample",
            "MealCount",
            "RosterLine",
            "Reading",
            "GoodsReceipt",
            "BatchUse",
            "Survey",
        )
    )
