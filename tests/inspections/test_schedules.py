"""Schedules: when walks are wanted, that they are laid once, told once, and missed honestly."""

from datetime import date, datetime, time, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from campus.doors import Refused
from campus.models import Notice, Place
from campus.school_time.calendar import shipped_calendar
from inspections import tasks
from inspections.actions import coverage, schedules, walking, windows
from inspections.actions.rhythm import Times, occasions
from inspections.models import Coverage, Inspection, Schedule, Window
from tests.inspections.conftest import AT, lay, line, moment

pytestmark = pytest.mark.django_db
Rhythm = Schedule.Rhythm


@pytest.fixture
def plan(patrol, building, head):
    """`plan(rhythm="daily", …)`: a schedule of the patrol in the building, from 1 November on."""

    def write(*, at=AT, places=(), **facts) -> Schedule:
        fields = {
            "checklist": patrol, "place": building, "role": "safety_officer",
            "starts_on": date(2025, 11, 1), **facts,
        }  # fmt: skip
        return schedules.write_schedule(Schedule(), places=places, by=head, at=at, **fields)

    return write


DAILY = {"rhythm": Rhythm.DAILY, "times": [time(7, 5), time(17, 50)], "within_minutes": 60}
NIGHT = {"rhythm": Rhythm.NIGHTLY, "every_hours": 2, "night_from": time(22), "night_to": time(6)}


def openings(schedule: Schedule, since: datetime, until: datetime, semesters=()) -> list[str]:
    times = Times(shipped_calendar(), tuple(semesters))
    found = occasions(schedule, times, since, until)
    return [f"{each.opens_at:%m-%d %H:%M}" for each in found]


@pytest.mark.parametrize(
    ("facts", "days", "expected"),
    [
        (DAILY, 2, ["11-03 17:50", "11-04 07:05", "11-04 17:50", "11-05 07:05"]),
        (NIGHT, 1, ["11-03 22:00", "11-04 00:00", "11-04 02:00", "11-04 04:00"]),
        ({"rhythm": "weekly", "weekdays": [4]}, 14, ["11-06 06:00", "11-13 06:00"]),
        ({"rhythm": "monthly", "month_day": 31}, 60, ["11-30 06:00", "12-31 06:00"]),
        ({"rhythm": "monthly", "month_day": 16, "days_off": "skip"}, 30, ["11-17 06:00"]),
        (DAILY | {"weekdays": [6], "times": [time(8)]}, 7, ["11-08 08:00"]),
        (DAILY | {"days_off": "skip", "times": [time(8)]}, 7, [
            "11-04 08:00", "11-05 08:00", "11-06 08:00", "11-07 08:00", "11-10 08:00",
        ]),
        # New Year's Day of 2026: three working days before it.
        ({"rhythm": "holiday", "days_before": 3}, 60, ["12-29 06:00"]),
    ],
)  # fmt: skip
def test_when_walks_are_wanted(facts, days, expected):
    schedule = Schedule(
        starts_on=date(2025, 11, 1), **{"lasts_days": 1, "days_off": "keep", **facts}
    )
    assert openings(schedule, AT, AT + timedelta(days=days)) == expected


def test_once_a_semester_in_a_week_of_it(semester):
    schedule = Schedule(starts_on=date(2025, 8, 1), rhythm="semester", week_no=0, lasts_days=7)
    first, last = moment(8, 2, 9), moment(12, 31, 9)
    assert openings(schedule, first, last, [semester]) == ["08-25 06:00"]


def test_walks_are_laid_for_each_place_and_never_twice(plan):
    schedule = plan(part_use="classroom", **DAILY)
    assert Window.objects.count() == 4
    assert Inspection.objects.count() == 4 * 6
    for _again in range(2):
        schedules.lay_windows(schedule.pk, at=AT)
    Schedule.objects.update(laid_until=AT - timedelta(days=1))
    schedules.lay_windows(schedule.pk, at=AT)
    assert Inspection.objects.values("window", "place").distinct().count() == (
        Inspection.objects.count()
    )


def test_named_places_come_on_top(plan, room):
    gate = Place.objects.create(kind="spot", code="A-M1", name="南门")
    schedule = plan(places=[room, gate], **DAILY)
    assert [place.code for place in coverage.places_of(schedule, AT.date())] == [
        "A-JX1", "A-JX1-101", "A-M1"
    ]  # fmt: skip


def test_coverage_wants_what_schedules_walk_and_no_more(plan, patrol):
    schedule = plan(part_kind="room", **DAILY)
    wanted = Coverage.objects.filter(checklist=patrol).expected()
    assert (wanted.count(), wanted.earliest("pk").due_on) == (6, date(2025, 11, 10))
    schedules.pause(schedule, by=schedule.planned_for, at=AT)
    assert (wanted.count(), Inspection.objects.count()) == (0, 0)


def first_walk() -> tuple[Inspection, datetime]:
    """The earliest walk, and when it opens."""
    walk = Inspection.objects.earliest("opens_at", "pk")
    assert walk.opens_at
    return walk, walk.opens_at


def test_changing_a_schedule_lays_what_is_to_come_anew(plan, head, safety_officer):
    schedule = plan(**DAILY)
    walk, at = first_walk()
    walking.start(walk, by=safety_officer, at=at)
    fields = {"times": [time(12)], "within_minutes": 30}
    schedules.write_schedule(schedule, places=[], by=head, at=at, **fields)
    laid = Inspection.objects.order_by("opens_at").values_list("status", "opens_at")
    assert list(laid) == [
        ("under_way", at), ("planned", moment(11, 4, 12)), ("planned", moment(11, 5, 12))
    ]  # fmt: skip


def test_it_is_too_early_until_an_hour_before(plan, safety_officer):
    plan(**DAILY)
    walk, opens = first_walk()
    with pytest.raises(Refused):
        walking.start(walk, by=safety_officer, at=opens - timedelta(hours=2))
    with pytest.raises(Refused):
        walking.start(walk, by=safety_officer, at=opens + timedelta(hours=2))
    early = opens - timedelta(minutes=50)
    assert walking.start(walk, by=safety_officer, at=early).status == "under_way"


def keep_time(monkeypatch, at: datetime) -> None:
    monkeypatch.setattr(timezone, "now", lambda: at)
    tasks.keep_time()


def notices(prefix: str) -> list[int]:
    found = Notice.objects.filter(key__startswith=f"inspection:{prefix}").order_by("pk")
    return [notice.facts["count"] for notice in found]


def test_people_are_told_once_of_a_window_however_many_places(
    plan, safety_officer, head, monkeypatch
):
    plan(part_use="classroom", **DAILY)
    for minute in (50, 55, 59):
        keep_time(monkeypatch, moment(11, 3, 17, minute))
    assert notices("opens") == [6]
    walk, _opens = first_walk()
    walking.start(walk, by=safety_officer, at=moment(11, 3, 18))
    for minute in (51, 56):
        keep_time(monkeypatch, moment(11, 3, 18, minute))
    assert notices("missed") == [5]
    told = Notice.objects.get(key__startswith="inspection:missed").entries.all()
    assert {entry.person for entry in told} == {safety_officer, head}


def test_days_without_power_are_missed_honestly_and_told_in_one_notice(
    plan, safety_officer, head, monkeypatch
):
    plan(**NIGHT)
    keep_time(monkeypatch, AT)
    back = moment(11, 9, 9)
    keep_time(monkeypatch, back)
    missed = Inspection.objects.filter(status="missed")
    assert missed.count() == 6 * 4
    assert notices("missed") == [24]
    assert notices("opens") == []
    keep_time(monkeypatch, back + timedelta(minutes=5))
    assert (missed.count(), notices("missed")) == (24, [24])
    assert Inspection.objects.filter(status="planned", opens_at__gt=back).count() == 8


def test_long_windows_are_warned_of_a_day_before(plan, safety_officer, head, monkeypatch):
    plan(rhythm="weekly", weekdays=[2], lasts_days=4)
    keep_time(monkeypatch, moment(11, 4, 7))
    keep_time(monkeypatch, moment(11, 7, 0))
    keep_time(monkeypatch, moment(11, 7, 1))
    assert (notices("opens"), notices("warning")) == ([1], [1])


def test_a_long_window_is_late_before_it_is_missed(plan, safety_officer):
    plan(rhythm="weekly", weekdays=[2], lasts_days=4)
    walk = Inspection.objects.get(opens_at=moment(11, 4, 6))
    late, over = moment(11, 8, 9), moment(11, 10, 9)
    assert (walk.is_late(late), walking.start(walk, by=safety_officer, at=late).status) == (
        True, "under_way"
    )  # fmt: skip
    assert windows.close(Window.objects.earliest("opens_at").pk, at=over) == 0


@pytest.mark.parametrize(
    "slip",
    [
        {"role": ""}, {"times": []}, {"within_minutes": 1}, {"role": "pope"},
        {"ends_on": date(2025, 1, 1)}, {"rhythm": "monthly"}, {"rhythm": "weekly", "weekdays": []},
        {"rhythm": "nightly"}, {"rhythm": "holiday", "days_before": 0}, {"weekdays": [8]},
    ],
)  # fmt: skip
def test_slips_in_a_schedule_are_told(plan, slip):
    with pytest.raises(ValidationError):
        plan(**{**DAILY, **slip})
    assert not Schedule.objects.exists()


def test_a_list_without_lines_in_use_lays_nothing(plan, head):
    empty = lay("一行", line("一"))
    type(empty).objects.filter(pk=empty.pk).update(current=None)
    empty.refresh_from_db()
    plan(checklist=empty, **DAILY)
    assert not Inspection.objects.exists()
