"""What My day, the calendar and the figures tell of the canteens."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import translation

from campus.figures import Span
from campus.rows import read
from canteen import agenda
from canteen.actions import accompany, samples, supply, surveys, workers
from canteen.figures import semester as figures
from canteen.models import CanteenWorker, Post, Supplier, Survey
from tests.canteen.conftest import AT, MONDAY, moment

NOON = moment(11, 3, 12)


def told(person: Any, at=NOON) -> set[str]:
    with translation.override("en"):
        return {each.title for each in read(agenda.waiting(person, at))}


@pytest.fixture
def survey(canteen, pupil, manager) -> Survey:
    return surveys.write_survey(
        Survey(), title="Autumn", questions=["Taste"], opens_on=MONDAY,
        closes_on=MONDAY + timedelta(days=7), by=manager, at=AT,
    )  # fmt: skip


def test_everybody_is_asked_until_they_have_answered(survey, pupil, canteen):
    assert told(pupil) == {"How is the food? Autumn"}
    question = survey.questions.get()
    surveys.answer(survey, canteen=canteen, choices={question.pk: "very"}, by=pupil, at=NOON)
    assert told(pupil) == set()


def test_the_kitchen_is_asked_for_samples_mornings_and_signatures(
    item, canteen, manager, food_officer, teacher
):
    cook = workers.write_worker(CanteenWorker(), name="Lou", canteen=canteen, job="Cook",
                                hired_on=date(2025, 1, 1), by=manager, at=AT)  # fmt: skip
    workers.certify(cook, issued_on=date(2025, 1, 1), ends_on=date(2025, 12, 31), by=manager, at=AT)
    for name in ("Cooking", "Serving"):
        post = workers.write_post(Post(), canteen=canteen, name=name, by=manager, at=AT)
        workers.roster(cook, post=post, day=MONDAY, by=manager, at=AT)
    firm = supply.write_supplier(Supplier(), name="Firm", by=manager, at=AT)
    rice: dict[str, Any] = {"ingredient": "Rice", "quantity": 1, "unit": "kg"}
    supply.receive(firm, canteen=canteen, on=MONDAY, batches=[rice], by=manager, at=AT)
    waits = {"一食堂: 1 dish without a sample", "一食堂: 1 not looked at this morning"}
    assert told(food_officer) == waits | {"Sign what came: Firm"}
    assert told(manager) == waits
    assert told(teacher) == set()
    samples.take(canteen, day=MONDAY, meal="lunch", dishes=[item.dish], grams=125, by=manager,
                 at=AT)  # fmt: skip
    workers.check_others(canteen, by=manager, at=AT)
    assert told(manager) == set()
    assert told(manager, at=moment(11, 6, 9)) == {"Dispose of samples whose time is over"}


def test_ones_own_turn_stands_in_my_day_and_in_the_calendar(canteen, teacher, manager):
    accompany.add(canteen, day=MONDAY, meal="lunch", person=teacher, by=manager, at=AT)
    assert told(teacher) == {"Eat along: Lunch, 一食堂"}
    with translation.override("en"):
        dated = read(agenda.dated(teacher, MONDAY, MONDAY))
    assert [(each.title, each.is_done) for each in dated] == [("Eat along: Lunch, 一食堂", False)]


def test_each_figure_counts_what_its_list_shows(
    signed_in, item, served, canteen, manager, semester, head
):
    served(day=MONDAY + timedelta(days=1), reason="x", price=7)
    samples.take(canteen, day=MONDAY, meal="lunch", dishes=[item.dish], grams=125, by=manager,
                 at=AT)  # fmt: skip
    page = signed_in(head).get("/canteen/figures/")
    assert page.status_code == 200
    span = Span("", MONDAY, MONDAY + timedelta(days=6))
    lines = {str(line.label): line for group in figures.groups([span]) for line in group.lines}
    with translation.override("en"):
        by_label = {str(line.label): line.values[0] for line in lines.values()}
    assert (by_label["Dishes with a sample"].number, by_label["Dishes with a sample"].of) == (1, 2)
    assert by_label["Changed prices"].number == 1
    shown = signed_in(manager).get(by_label["Changed prices"].path).content.decode()
    assert "红烧肉" in shown
