"""The duty class checks; what it marks counts for the class that had the care on that day."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from campus.doors import Refused
from campus.models import Duty, Notice, Person, Role
from cleaning import rights as cleaning
from cleaning.actions import areas as actions
from cleaning.actions import duty_class
from cleaning.marks import duty_points, marks
from cleaning.models import DutyWeek
from inspections import rights
from inspections.actions import corrections, marking, walking
from inspections.models import Checklist, Finding, Inspection, PartScore
from tests.conftest import make_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def walk(yards, on_duty, checker, check, campus, now) -> Inspection:
    """A check of all areas by the duty class, under way."""
    return walking.start_at(check, campus, by=checker, at=now)


def first_line(walk: Inspection):
    return walk.version.items.get(position=1)


def test_pupils_of_the_duty_class_walk_in_their_week_and_nobody_else_s(
    on_duty, checker, pupil, check, campus, supervisor, teacher
):
    may = [
        bool(rights.can_start_of(each, check, campus))
        for each in (checker, pupil, supervisor, teacher)
    ]
    assert may == [True, False, True, False]
    on_duty.starts_on -= timedelta(days=7)
    on_duty.ends_on -= timedelta(days=7)
    on_duty.save()
    assert not rights.can_start_of(checker, check, campus)


def test_nobody_scores_their_own_class(walk, yards, checker, now):
    with pytest.raises(Refused):
        marking.mark(walk, yards[1].place, first_line(walk), marking.Seen(), by=checker, at=now)
    marking.mark(walk, yards[0].place, first_line(walk), marking.Seen(times=2), by=checker, at=now)
    walking.finish(walk, by=checker, at=now)
    scored = dict(PartScore.objects.values_list("place__code", "score"))
    assert scored == {"C-Y1": Decimal(8), "C-Y3": Decimal(10)}


def test_nor_does_a_teacher_score_their_own(yards, check, campus, classes, now):
    teacher = make_person("T050", "沈以诚", Role.CLEANING_SUPERVISOR)
    Duty.objects.create(
        person=teacher, role=Role.CLASS_TEACHER, school_class=classes[0],
        starts_on=now.date() - timedelta(days=9),
    )  # fmt: skip
    walk = walking.start_at(check, campus, by=teacher, at=now)
    with pytest.raises(Refused):
        marking.mark(walk, yards[0].place, first_line(walk), marking.Seen(), by=teacher, at=now)


def test_points_count_for_the_class_that_had_the_care_on_that_day(
    walk, yards, classes, checker, supervisor, now, today
):
    marking.mark(walk, yards[0].place, first_line(walk), marking.Seen(), by=checker, at=now)
    walking.finish(walk, by=checker, at=now)
    # Tomorrow the area is another's: today's points stay with the class that had it.
    tomorrow = today + timedelta(days=1)
    actions.give(yards[0], to=classes[2], starts_on=tomorrow, by=supervisor, at=now)
    with CaptureQueriesContext(connection) as asked:
        told = list(marks(today, tomorrow))
    assert len(asked) == 1
    assert [(mark.school_class, mark.day, mark.taken) for mark in told] == [
        (classes[0].pk, today, Decimal(1)), (classes[2].pk, today, Decimal(0))
    ]  # fmt: skip
    assert told[0].path == f"/inspections/scores/at/{yards[0].place_id}/?walk={walk.pk}"


def test_a_point_leads_whoever_speaks_for_the_class_to_its_record(
    walk, yards, checker, labor_monitor, pupil, now, signed_in
):
    marking.mark(walk, yards[0].place, first_line(walk), marking.Seen(), by=checker, at=now)
    walking.finish(walk, by=checker, at=now)
    path = next(each.path for each in marks(now.date(), now.date()) if each.taken)
    told = signed_in(labor_monitor).get(path).context["days"]
    assert [(score.inspection, [each.points for each in found]) for score, found in told] == [
        (walk, [1])
    ]
    assert signed_in(pupil).get(path).context["days"] == []
    assert signed_in(labor_monitor).get(path + "0").context["days"] == []
    everything = signed_in(labor_monitor).get(path.replace("walk=", "walk=x"))
    assert len(everything.context["days"]) == 1


def test_a_mark_concerns_whoever_speaks_for_the_class(
    walk, yards, labor_monitor, pupil, teacher, affairs, now
):
    checker = walk.walker
    mark = marking.mark(walk, yards[0].place, first_line(walk), marking.Seen(), by=checker, at=now)
    walking.finish(walk, by=checker, at=now)
    assert mark
    seen = [Finding.objects.visible_to(each).exists() for each in (labor_monitor, pupil, teacher)]
    assert seen == [True, False, False]
    assert rights.can_appeal(labor_monitor, mark)
    raised = corrections.appeal(mark, words="值日生已清扫", by=labor_monitor, at=now)
    assert rights.can_decide(affairs, raised)
    corrections.grant(raised, words="照片属实", by=affairs, at=now)
    assert [each.taken for each in marks(now.date(), now.date())] == [0, 0]


def test_whoever_speaks_for_a_class_hears_that_points_were_taken(
    walk, yards, checker, labor_monitor, now
):
    marking.mark(walk, yards[0].place, first_line(walk), marking.Seen(), by=checker, at=now)
    marking.mark(walk, yards[2].place, first_line(walk), marking.Seen(), by=checker, at=now)
    walking.finish(walk, by=checker, at=now)
    told = Notice.objects.filter(topic="cleaning")
    assert [list(each.entries.values_list("person", flat=True)) for each in told] == [
        [labor_monitor.pk]
    ]


def test_deep_cleaning_costs_three_points_at_the_most(yards, supervisor, campus, now):
    deep = Checklist.objects.select_related("current").get(code="deep-cleaning-areas")
    walk = walking.start_at(deep, campus, by=supervisor, at=now)
    for line in walk.version.items.all():
        marking.mark(walk, yards[0].place, line, marking.Seen(times=2), by=supervisor, at=now)
    walking.finish(walk, by=supervisor, at=now)
    assert PartScore.objects.get(place=yards[0].place).taken == Decimal(3)


# The duty class itself


def test_one_class_is_on_duty_at_a_time_and_turns_skip_taken_weeks(
    on_duty, classes, affairs, now, today
):
    until = on_duty.starts_on + timedelta(weeks=3)
    made = duty_class.lay_weeks(classes, first=today, until=until, by=affairs, at=now)
    numbers = DutyWeek.objects.order_by("starts_on").values_list("school_class__number", flat=True)
    assert (len(made), list(numbers)) == (3, [4, 3, 4, 5])
    with pytest.raises(IntegrityError), transaction.atomic():
        DutyWeek.objects.create(school_class=classes[0], starts_on=today, ends_on=today)
    first, second = DutyWeek.objects.order_by("starts_on")[:2]
    duty_class.swap(first, second, by=affairs, at=now)
    assert list(numbers.all()) == [3, 4, 4, 5]


def test_a_duty_class_is_scored_after_its_week_by_its_place(
    on_duty, affairs, supervisor, checker, now
):
    with pytest.raises(Refused):
        duty_class.score(on_duty, rank=1, words="", by=affairs, at=now, on=on_duty.ends_on)
    after = on_duty.ends_on + timedelta(days=1)
    earned = []
    for rank in (1, 5, 6, 10, 11):
        scored = duty_class.score(on_duty, rank=rank, words="", by=affairs, at=now, on=after)
        earned.append(scored.points)
    assert earned == [3, 3, 2, 2, 1]
    with pytest.raises(ValidationError):
        duty_class.score(on_duty, rank=0, words="", by=affairs, at=now, on=after)
    told = [(mark.school_class, mark.given) for mark in duty_points(on_duty.ends_on, after)]
    assert told == [(on_duty.school_class_id, Decimal(1))]
    allowed = [bool(cleaning.can_score_weeks(each)) for each in (affairs, supervisor, checker)]
    assert allowed == [True, False, False]


def test_groups_are_led_by_pupils_of_the_class(on_duty, checker, pupil, affairs, now):
    group = duty_class.name_group(
        on_duty, name="一组", leader=checker, place=None, by=affairs, at=now
    )
    assert group.leader == checker
    with pytest.raises(Refused):
        duty_class.name_group(on_duty, name="二组", leader=pupil, place=None, by=affairs, at=now)
    assert Person.objects.get(pk=pupil.pk).school_class_id != on_duty.school_class_id
