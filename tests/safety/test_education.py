"""Safety education: classes counted, quizzes counted by class, dates of the year; equipment."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import connection

from campus.doors import Refused
from safety.actions import education as actions
from safety.models import QuizCount, QuizTaken, SafetyDate, SafetyEvent
from tests.conftest import make_person
from tests.safety.conftest import AT

QUESTIONS = [("着火时先做什么？", ["乘电梯", "报警并疏散"], 1)]


@pytest.fixture
def write(head, pupil):
    """`write(title=…)`: a lecture for the pupil's class with one question."""

    def written(event=None, **facts: Any) -> SafetyEvent:
        facts = {
            "title": "消防讲座", "on": AT.date(), "organiser": head, "questions": QUESTIONS,
            "classes": [pupil.school_class], **facts,
        }  # fmt: skip
        return actions.write_event(event or SafetyEvent(), by=head, at=AT, **facts)

    return written


@pytest.fixture
def event(write) -> SafetyEvent:
    return write()


def test_answers_are_counted_by_class_and_nobody_is_named(event, pupil):
    question = event.questions.get()
    assert actions.take_quiz(event, answers={question.pk: 1}, by=pupil, at=AT) == 1
    counted = QuizCount.objects.get()
    assert (counted.school_class, counted.answer, counted.count) == (pupil.school_class, 1, 1)
    names = {field.name for model in (QuizCount, QuizTaken) for field in model._meta.fields}
    assert names == {"id", "question", "school_class", "answer", "count", "event", "seal"}
    with pytest.raises(Refused):
        actions.take_quiz(event, answers={question.pk: 0}, by=pupil, at=AT)


@pytest.mark.django_db(transaction=True)
def test_two_who_answer_at_once_are_both_counted(event, pupil):
    other = make_person("20250399", "同学", kind="pupil", school_class=pupil.school_class)
    question, together = event.questions.get(), Barrier(2)

    def answer(person) -> None:
        together.wait()
        try:
            actions.take_quiz(event, answers={question.pk: 1}, by=person, at=AT)
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(answer, (pupil, other)))
    assert QuizCount.objects.get().count == 2


def test_the_quiz_is_for_the_classes_and_has_its_answers(event, pupil, teacher):
    question = event.questions.get()
    for person, answer in ((teacher, 1), (pupil, 7)):
        with pytest.raises(Refused):
            actions.take_quiz(event, answers={question.pk: answer}, by=person, at=AT)


def test_questions_stay_once_somebody_has_answered(event, write, pupil):
    question = event.questions.get()
    actions.take_quiz(event, answers={question.pk: 1}, by=pupil, at=AT)
    write(event, title="改名")
    with pytest.raises(Refused):
        write(event, questions=[("新题", ["甲", "乙"], 0)])


def test_classes_that_stay_keep_their_count(event, write, head, pupil):
    row = event.classes.get()
    actions.count_classes(event, present={row.pk: 49}, by=head, at=AT)
    write(event, title="改名")
    assert event.classes.get().present == 49
    with pytest.raises(ValidationError):
        actions.count_classes(event, present={row.pk: -1}, by=head, at=AT)


def test_the_dates_of_the_year(db):
    coming = {each.code: each.next_from(date(2026, 3, 2)) for each in SafetyDate.objects.all()}
    assert coming["pupils-day"] == date(2026, 3, 30)
    assert coming["fire-day"] == date(2026, 11, 9)
    assert coming["health-month"] == date(2026, 4, 1)
    proposals = set(SafetyDate.objects.filter(is_proposal=True).values_list("code", flat=True))
    assert proposals == {"pupils-day", "national-security", "first-lesson", "traffic"}


# Pages


def test_an_activity_is_written_with_its_quiz(signed_in, head, pupil):
    typed = {
        "title": "防溺水讲座", "domain": "other", "on": "2025-11-09", "organiser": head.number,
        "classes": [pupil.school_class_id], "questions": "遇险先做什么 | *呼救 | 下水施救",
    }  # fmt: skip
    signed_in(head).post("/safety/education/new/", typed)
    event = SafetyEvent.objects.get()
    question = event.questions.get()
    assert (question.answers, question.right) == (["呼救", "下水施救"], 0)
    for wrong in ("没有答案", "题 | 甲 | 乙", "题 | *甲 | *乙"):
        answer = signed_in(head).post("/safety/education/new/", typed | {"questions": wrong})
        assert list(answer.context["form"].errors) == ["questions"]


def test_a_pupil_answers_for_their_class_and_sees_no_counts(signed_in, event, pupil, head):
    question, browser = event.questions.get(), signed_in(pupil)
    path = event.get_absolute_url()
    assert browser.get(path).context["rows"] == []
    browser.post(f"{path}quiz/", {f"question-{question.pk}": "1"})
    assert QuizCount.objects.get().count == 1
    page = signed_in(head).get(path)
    assert [each["share"] for each in page.context["counts"]] == [100]
    assert browser.post(f"{path}attendance/", {}).status_code == 403


def test_a_pupil_of_another_class_does_not_see_it(signed_in, write, pupil):
    event = write(classes=[])
    assert signed_in(pupil).get(event.get_absolute_url()).status_code == 404
