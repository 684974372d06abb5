"""Surveys: one answer a person, and no look at the database tells who said what."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier
from typing import Any

import pytest
from django.apps import apps
from django.db import connection
from django.utils import timezone
from psycopg2 import sql

from campus.doors import Refused
from campus.models import Person, Place
from canteen.actions import surveys as actions
from canteen.figures import surveys
from canteen.figures.surveys import course_of, results_of
from canteen.models import Canteen, Survey, SurveyAnswered, SurveyCell
from tests.canteen.conftest import AT, moment, refused
from tests.conftest import make_person

QUESTIONS = ["口味", "价格"]
OPEN: dict[str, Any] = {"opens_on": date(2025, 11, 1), "closes_on": date(2025, 11, 7)}


@pytest.fixture
def survey(canteen, pupil, manager) -> Survey:
    """Two questions about the canteen, open in the first week of November."""
    return actions.write_survey(
        Survey(), title="秋季满意度", questions=QUESTIONS, by=manager, at=AT, **OPEN
    )


@pytest.fixture
def say(survey, canteen):
    """`say(person, "very", "not")`: their answers, one to each question."""

    def answer(person: Person, *choices: str, at=AT, **facts: Any) -> None:
        numbers = survey.questions.values_list("pk", flat=True)
        told = dict(zip(numbers, choices, strict=True))
        facts = {"canteen": canteen, "choices": told, **facts}
        actions.answer(survey, by=person, at=at, **facts)

    return answer


def test_answers_are_counted_once_a_person_and_while_it_is_open(survey, say, pupil, teacher):
    say(pupil, "very", "not")
    with refused("answered already"):
        say(pupil, "very", "not")
    with refused("not open"):
        say(teacher, "very", "not", at=moment(11, 8, 9))
    with refused("each question"):
        say(teacher, "very", "perhaps")
    with refused("each question"):
        say(teacher, "very", "very", choices={})
    place = Place.objects.create(kind="room", code="N", name="n", use="canteen")
    with refused("does not ask"):
        other = Canteen.objects.create(name="新", place=place)
        say(teacher, "very", "very", canteen=other)
    counted = SurveyCell.objects.filter(count__gt=0).values_list("grade", "choice", "count")
    assert set(counted) == {(10, "very", 1), (10, "not", 1)}
    assert SurveyAnswered.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_two_answers_at_once_are_both_counted_and_those_of_one_person_once(
    survey, say, pupil, teacher
):
    def at_once(people: list[Person]) -> None:
        together = Barrier(len(people))

        def press(person: Person) -> None:
            together.wait()
            try:
                say(person, "very", "satisfied")
            except Refused:
                pass  # the second press of the same person
            finally:
                connection.close()

        with ThreadPoolExecutor(len(people)) as pool:
            list(pool.map(press, people))

    at_once([pupil, teacher])
    sums = sorted(SurveyCell.objects.values_list("count", flat=True), reverse=True)[:5]
    assert sums == [1, 1, 1, 1, 0]
    other = make_person("T777", "阮星", must_change_password=False)
    at_once([other, other])
    assert SurveyAnswered.objects.count() == 3


def everything() -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table with where it lies and which transaction wrote it, in that order."""
    told = {}
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            look = sql.SQL("SELECT ctid::text, xmin::text, * FROM {} ORDER BY ctid")
            cursor.execute(look.format(sql.Identifier(table)))
            told[table] = cursor.fetchall()
    return told


@pytest.mark.django_db(transaction=True)
def test_a_full_look_at_all_tables_links_no_answer_to_a_person(
    signed_in, survey, pupil, canteen, monkeypatch
):
    """Two pupils answer in opposite ways; who did which is told by nothing that is left."""
    mate = make_person("20250310", "季听", kind=Person.Kind.PUPIL, school_class=pupil.school_class)
    monkeypatch.setattr(timezone, "now", lambda: AT)
    numbers = list(survey.questions.values_list("pk", flat=True))
    clients = {each.pk: signed_in(each) for each in (pupil, mate)}
    before = everything()
    for person, choices in ((pupil, ("very", "very")), (mate, ("not", "not"))):
        sent = {f"q{number}": choice for number, choice in zip(numbers, choices, strict=True)}
        path = f"/canteen/surveys/{survey.pk}/answer/"
        page = clients[person.pk].get(path).content.decode()
        form = page.partition("survey-form")[2].partition("</form>")[0]
        assert ("csrfmiddlewaretoken" in form, "form_key" in form) == (True, False)
        assert clients[person.pk].post(path, {"canteen": canteen.pk, **sent}).status_code == 302
    after = everything()
    changed = {table for table, rows in after.items() if rows != before[table]}
    sessions = {"django_session", "usersessions_usersession"}
    assert changed - sessions == {"canteen_surveyanswered", "canteen_surveycell"}
    cells = after["canteen_surveycell"]
    assert {each.person for each in SurveyAnswered.objects.all()} == {pupil, mate}
    # No column of an answered row holds a moment, and none of a cell a person.
    fields = {field.name for field in SurveyAnswered._meta.fields}
    assert fields == {"id", "survey", "person"}
    assert not [field for field in SurveyCell._meta.fields if field.related_model is Person]
    # The database itself marks all cells alike, with the last transaction that counted any.
    assert len({row[1] for row in cells}) == 1
    assert not [model for model in apps.get_models() if model.__name__ in {
        "SurveyAnsweredEvent", "SurveyCellEvent"}]  # fmt: skip


def test_results_are_read_once_they_are_published_and_compared(
    signed_in, survey, say, pupil, teacher, manager, monkeypatch
):
    say(pupil, "very", "not")
    say(teacher, "satisfied", "not")
    path = survey.get_absolute_url()
    # Of so few nothing is shown; here it is to be seen that they are counted.
    assert results_of(survey, []).whole.satisfied is None
    monkeypatch.setattr(surveys, "LEAST", 2)
    assert signed_in(pupil).get(path).context["results"] is None
    with refused("once it is closed"):
        actions.publish(survey, by=manager, at=AT)
    actions.publish(survey, by=manager, at=moment(11, 8, 9))
    with refused("already"):
        actions.publish(survey, by=manager, at=moment(11, 9, 9))
    results = signed_in(pupil).get(path).context["results"]
    assert [(line.text, line.whole.satisfied) for line in results.lines] == [
        ("口味", 100), ("价格", 0)
    ]  # fmt: skip
    # Too few of a grade have answered to be shown by it.
    assert (results.whole.satisfied, results.grades) == (50, [])
    following = actions.write_survey(
        Survey(), title="春季", questions=["价格"], by=manager, at=AT,
        opens_on=date(2026, 4, 1), closes_on=date(2026, 4, 7),
    )  # fmt: skip
    results = results_of(following, [survey])
    assert results.lines[0].earlier == [0]
    course = course_of(following, results)
    assert course is not None
    assert course.labels == ["价格"]
    assert [(each.name, each.values) for each in course.series] == [
        (str(survey), [0]), (str(following), [results.lines[0].whole.satisfied])
    ]  # fmt: skip
    assert course_of(survey, results_of(survey, [])) is None


def test_a_survey_is_written_by_its_keepers_until_somebody_has_answered(
    signed_in, survey, say, pupil, manager
):
    sent = {"title": "新调查", "opens_on": "2025-12-01", "closes_on": "2025-12-07",
            "questions": "口味\n口味\n\n价格"}  # fmt: skip
    assert signed_in(pupil).post("/canteen/surveys/new/", sent).status_code == 403
    for slip, field in (({"questions": " "}, "questions"), ({"closes_on": "2025-11-01"},
                        "closes_on"), ({"title": "秋季满意度"}, "title"),
                        ({"questions": "长" * 81}, "questions")):  # fmt: skip
        answer = signed_in(manager).post("/canteen/surveys/new/", {**sent, **slip})
        assert (answer.status_code, set(answer.context["form"].errors)) == (422, {field})
    assert signed_in(manager).post("/canteen/surveys/new/", sent).status_code == 302
    assert Survey.objects.get(title="新调查").questions.count() == 2
    say(pupil, "very", "very")
    with refused("questions stay"):
        actions.write_survey(survey, title="x", questions=["y"], by=manager, at=AT, **OPEN)
