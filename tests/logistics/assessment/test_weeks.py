"""Weeks: open, published and frozen, corrected later; two who publish at once."""

from datetime import date, timedelta
from decimal import Decimal
from threading import Barrier, Thread

import pytest
from django.db import InternalError, connection, transaction

from campus.doors import Refused
from campus.models import Duty, InboxEntry, Role
from logistics.assessment import actions
from logistics.assessment.models import AssessmentWeek, ClassResult
from logistics.assessment.weeks import changes_since, trend_of, week_of
from tests.logistics.assessment.conftest import MONDAY, SATURDAY, mark


def totals() -> dict[str, Decimal]:
    return {str(each.school_class): each.total for each in week_of(MONDAY).results}


def test_a_published_week_stays_and_what_is_put_right_later_is_shown_as_such(
    scheme, classes, marks, head
):
    marks["floors"] += [mark(classes[0], "3"), mark(classes[1], "1", record=2)]
    marks["rooms"] += [mark(classes[0], "10", of="100", record=3)]
    open_totals = totals()
    actions.publish(MONDAY, by=head, at=SATURDAY)
    marks["floors"][0] = mark(classes[0], "0")
    assert totals() == open_totals
    (change,) = changes_since(week_of(MONDAY))
    assert (change.source, change.mark.path) == ("包干区", "/looks/1/")
    assert (change.before, change.now) == (Decimal(3), Decimal(0))


def test_nobody_changes_what_was_published(scheme, classes, marks, head):
    actions.publish(MONDAY, by=head, at=SATURDAY)
    with pytest.raises(InternalError), transaction.atomic():
        ClassResult.objects.update(total=100)
    with pytest.raises(InternalError), transaction.atomic():
        AssessmentWeek.objects.all()._raw_delete("default")


@pytest.mark.parametrize(
    ("monday", "at"),
    [
        (MONDAY, SATURDAY - timedelta(days=1)),
        (date(2025, 8, 4), SATURDAY),
    ],
    ids=["before its days are over", "without rules"],
)
def test_it_is_not_published(scheme, classes, head, monday, at):
    with pytest.raises(Refused):
        actions.publish(monday, by=head, at=at)


def test_class_teachers_are_told_once(scheme, classes, marks, head, teacher):
    Duty.objects.create(
        person=teacher, role=Role.CLASS_TEACHER, school_class=classes[0],
        starts_on=date(2025, 8, 1),
    )  # fmt: skip
    actions.publish(MONDAY, by=head, at=SATURDAY)
    with pytest.raises(Refused):
        actions.publish(MONDAY, by=head, at=SATURDAY)
    assert InboxEntry.objects.filter(person=teacher).count() == 1


def test_the_trend_lies_beside_the_grades_mean(scheme, classes, marks, head, semester):
    for number, monday in enumerate((MONDAY - timedelta(days=7), MONDAY)):
        marks["floors"].append(mark(classes[0], str(number), day=monday, record=number))
        actions.publish(monday, by=head, at=SATURDAY)
    assert trend_of(classes[0], semester) == [
        (MONDAY - timedelta(days=7), Decimal(100), Decimal(100)),
        (MONDAY, Decimal(98), Decimal("99.50")),
    ]  # fmt: skip


@pytest.mark.django_db(transaction=True)
def test_two_who_publish_at_once_publish_once(scheme, classes, marks, head):
    marks["floors"].append(mark(classes[0], "3"))
    together, refused = Barrier(2), []

    def press():
        together.wait()
        try:
            actions.publish(MONDAY, by=head, at=SATURDAY)
        except Refused as sentence:
            refused.append(str(sentence))
        finally:
            connection.close()

    presses = [Thread(target=press) for _each in range(2)]
    for each in presses:
        each.start()
    for each in presses:
        each.join()
    assert (AssessmentWeek.objects.count(), ClassResult.objects.count(), len(refused)) == (1, 6, 1)
