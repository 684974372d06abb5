"""Areas in the care of classes: one at a time, in turns, and nothing unassigned unnoticed."""

import threading
from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction

from campus.doors import Refused
from cleaning.actions import areas as actions
from cleaning.actions import rotation as turns
from cleaning.exports import read_areas
from cleaning.models import Care, CleaningArea, Rotation, gaps_between, turns_of

pytestmark = pytest.mark.django_db
WEEK = timedelta(days=7)


def care_of(area: CleaningArea) -> list[tuple[int, date, date | None]]:
    rows = area.care.order_by("starts_on")
    return list(rows.values_list("school_class__number", "starts_on", "ends_on"))


def test_care_is_handed_over_the_day_before(yards, classes, supervisor, now, today):
    area, begun = yards[0], today - timedelta(days=30)
    actions.give(area, to=classes[2], starts_on=today, by=supervisor, at=now)
    assert care_of(area) == [(3, begun, today - timedelta(days=1)), (5, today, None)]
    # What would have begun that very day never was.
    actions.give(area, to=classes[1], starts_on=today, by=supervisor, at=now)
    assert care_of(area)[1:] == [(4, today, None)]


def test_never_two_classes_at_once(yards, classes, supervisor, now, today):
    area = yards[0]
    actions.give(area, to=classes[1], starts_on=today, ends_on=today + WEEK, by=supervisor, at=now)
    with pytest.raises(Refused):
        actions.give(
            area, to=classes[2], starts_on=today + timedelta(days=3), by=supervisor, at=now
        )
    with pytest.raises(IntegrityError), transaction.atomic():
        Care.objects.create(area=area, school_class=classes[2], starts_on=today)
    with pytest.raises(ValidationError):
        actions.give(
            area, to=classes[2], starts_on=today + 2 * WEEK, ends_on=today + WEEK, by=supervisor,
            at=now,
        )  # fmt: skip


@pytest.mark.django_db(transaction=True)
def test_two_who_give_the_same_area_at_once_leave_one_class(yards, classes, supervisor, now, today):
    def give(school_class) -> None:
        try:
            actions.give(
                yards[0], to=school_class, starts_on=today, ends_on=today + WEEK, by=supervisor,
                at=now,
            )  # fmt: skip
        except Refused:
            refused.append(school_class)
        finally:
            connection.close()

    refused: list[object] = []
    both = [threading.Thread(target=give, args=[each]) for each in classes[1:]]
    for each in both:
        each.start()
    for each in both:
        each.join()
    assert (len(refused), Care.objects.running(today).filter(area=yards[0]).count()) == (1, 1)


def test_what_nobody_cleans_shows_today_and_ahead(yards, classes, supervisor, now, today):
    care = yards[0].care.get()
    actions.take_away(care, on=today + timedelta(days=2), by=supervisor, at=now)
    actions.give(
        yards[0], to=classes[1], starts_on=today + timedelta(days=5), by=supervisor, at=now
    )
    gone = yards[1].care.get()
    actions.take_away(gone, on=today - timedelta(days=1), by=supervisor, at=now)
    last = today + 4 * WEEK
    told = {(gap.area, gap.first, gap.last) for gap in gaps_between(today, last)}
    assert told == {
        (yards[0], today + timedelta(days=3), today + timedelta(days=4)), (yards[1], today, last),
    }  # fmt: skip
    assert list(CleaningArea.objects.unassigned(today)) == [yards[1]]
    with pytest.raises(Refused):
        actions.take_away(gone, on=today, by=supervisor, at=now)


def test_an_area_that_is_given_up_is_in_nobody_s_care_and_no_gap(yards, supervisor, now, today):
    actions.give_up(yards[0], on=today, by=supervisor, at=now)
    assert care_of(yards[0])[0][2] == today
    assert not gaps_between(today + timedelta(days=1), today + WEEK)
    with pytest.raises(Refused):
        actions.give_up(yards[0], on=today, by=supervisor, at=now)


@pytest.fixture
def rotation(yards, classes, supervisor, now, today) -> Rotation:
    """Two classes take turns at two areas, every two weeks for six."""
    return turns.write_rotation(
        Rotation(), name="轮换", areas=yards[:2], classes=classes[:2], starts_on=today,
        ends_on=today + timedelta(days=41), every_weeks=2, changes_on=[], by=supervisor, at=now,
    )  # fmt: skip


def test_classes_take_turns_and_laying_anew_takes_the_place_of_what_was(
    rotation, yards, supervisor, now, today
):
    assert turns.lay(rotation, on=today, by=supervisor, at=now) == 6
    assert turns.lay(rotation, on=today, by=supervisor, at=now) == 6
    laid = [number for number, first, _last in care_of(yards[0]) if first >= today]
    other = [number for number, first, _last in care_of(yards[1]) if first >= today]
    assert (laid, other) == ([3, 4, 3], [4, 3, 4])
    assert care_of(yards[0])[0][2] == today - timedelta(days=1)


def test_turns_change_on_set_days_such_as_after_the_mid_term(classes, yards):
    mid_term = date(2025, 11, 10)
    rule = Rotation(starts_on=date(2025, 9, 1), ends_on=date(2026, 1, 20), changes_on=[mid_term])
    told = turns_of(rule, yards[:1], classes[:2])
    assert [(turn.school_class, turn.starts_on, turn.ends_on) for turn in told] == [
        (classes[0], date(2025, 9, 1), date(2025, 11, 9)),
        (classes[1], mid_term, date(2026, 1, 20)),
    ]


def test_a_rotation_lays_nothing_over_what_is_promised(
    rotation, yards, classes, supervisor, now, today
):
    actions.give(
        yards[1], to=classes[2], starts_on=today + WEEK, ends_on=today + 2 * WEEK, by=supervisor,
        at=now,
    )  # fmt: skip
    with pytest.raises(Refused, match="2 号区"):
        turns.lay(rotation, on=today, by=supervisor, at=now)
    assert not rotation.care.exists()


def test_a_rotation_changes_by_weeks_or_by_days(yards, classes, supervisor, now, today):
    for weeks, days in ((None, []), (2, [today]), (0, []), (27, [])):
        with pytest.raises(ValidationError):
            turns.write_rotation(
                Rotation(), name=f"{weeks}", areas=yards, classes=classes, starts_on=today,
                ends_on=today + WEEK, every_weeks=weeks, changes_on=days, by=supervisor, at=now,
            )  # fmt: skip


def test_areas_come_in_from_a_sheet_all_or_none(campus, classes, supervisor, now, today):
    good = "区域,频次,地点,范围,班级\n操场东,每日,C-Y1,东起跑道西至看台,高一(3)班\n"
    read = read_areas(good.encode(), "areas.csv")
    assert (read.faults, read.refusal) == ([], "")
    assert actions.bring_in(read.things, on=today, by=supervisor, at=now) == 1
    area = CleaningArea.objects.get()
    assert (area.boundary, care_of(area)) == ("东起跑道西至看台", [(3, today, None)])
    bad = "区域,频次,地点,班级\n甲,每年,C-Y2,高一(3)班\n乙,,X-1,高一(99)班\n丙,,C-Y1,\n"
    wrong = read_areas(bad.encode(), "areas.csv")
    assert [(fault.row, fault.heading) for fault in wrong.faults] == [
        (2, "频次"), (3, "地点"), (3, "班级"), (4, "地点")
    ]  # fmt: skip
    assert not wrong.is_good
