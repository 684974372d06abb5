"""What inspections tell My day, the calendar, the page of a place, and the figures they give."""

from datetime import date, time, timedelta

import pytest

from campus.figures import Span
from campus.places.registry import records_for
from campus.rows import read
from inspections import agenda, figures
from inspections.actions import campaigns, schedules, walking
from inspections.lists import COVERAGE, FINDINGS, INSPECTIONS
from inspections.models import Campaign, Coverage, Schedule, Sight
from logistics.areas import dated_things, waiting_things
from tests.campus.lists.counting import rows_behind
from tests.inspections.conftest import AT, FAULT, lay, line, moment

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan(patrol, building, head):
    def write(**facts) -> Schedule:
        fields = {
            "checklist": patrol, "place": building, "role": "safety_officer",
            "starts_on": date(2025, 11, 1), **facts,
        }  # fmt: skip
        return schedules.write_schedule(Schedule(), places=[], by=head, at=AT, **fields)

    return write


DAILY = {"rhythm": "daily", "times": [time(9, 30)], "within_minutes": 60}


def waiting(person, at=AT) -> list[tuple[str, str]]:
    return [(each.title, each.urgency.name) for each in read(agenda.waiting(person, at))]


def test_my_day_shows_what_may_be_begun_now_of_an_occasion_once(
    plan, safety_officer, teacher, pupil
):
    plan(part_kind="room", **DAILY)
    soon = moment(11, 3, 8, 45)
    assert waiting(safety_officer, moment(11, 3, 8)) == []
    assert waiting(safety_officer, soon) == [("巡查", "TODAY")]
    told = read(agenda.waiting(safety_officer, soon))[0]
    assert (told.detail, told.act_path) == ("6 处 · 10:30 前", "")
    assert (waiting(teacher, soon), waiting(pupil, soon)) == ([], [])
    late = moment(11, 3, 10, 45)
    assert waiting(safety_officer, late) == [("巡查", "OVERDUE")]


def test_one_walk_is_begun_from_my_day(plan, safety_officer, signed_in):
    plan(**DAILY)
    told = read(agenda.waiting(safety_officer, moment(11, 4, 9)))[0]
    assert told.act_path.endswith("/start/")


def test_what_one_has_begun_and_what_waits_for_a_signature(begin, walked, safety_officer, head):
    both = lay("双签", line("一"), second_roles=["head"])
    begin(lay("开始了", line("一")))
    walked(both)
    assert waiting(safety_officer) == [("开始了", "TODAY")]
    assert waiting(head) == [("双签", "SOON")]


def test_the_calendar_shows_rare_occasions_and_campaigns_alone(
    plan, safety_officer, patrol, head, pupil
):
    plan(**DAILY)
    plan(rhythm="weekly", weekdays=[4], lasts_days=2)
    sweep = campaigns.write_campaign(
        Campaign(), title="大检查", checklist=patrol, leader=head, starts_on=date(2025, 11, 4),
        due_on=date(2025, 11, 9), min_photos=0, note="", by=head, at=AT,
    )  # fmt: skip
    Campaign.objects.filter(pk=sweep.pk).update(status="under_way")
    days = (date(2025, 11, 3), date(2025, 11, 10))
    shown = [(each.title, each.first.day, each.last.day) for each in dated_things(head, *days)]
    assert shown == [("大检查", 4, 9), ("巡查", 6, 7)]
    assert dated_things(pupil, *days) == []
    assert [each.title for each in dated_things(safety_officer, *days)] == ["大检查", "巡查"]


def test_the_roof_asks_all_areas_in_one_question(
    plan, safety_officer, django_assert_max_num_queries
):
    plan(**DAILY)
    with django_assert_max_num_queries(6):
        waiting_things(safety_officer, moment(11, 4, 9))


# Figures


def test_each_figure_is_proven_by_its_list(plan, safety_officer, walked, head, room, patrol):
    plan(part_use="classroom", **DAILY)
    windows = Schedule.objects.get().windows.order_by("opens_at")
    first, second = windows[0].inspections.order_by("pk")[:2]
    opens = first.opens_at
    assert opens
    walking.start(first, by=safety_officer, at=opens)
    first.refresh_from_db()
    walking.answer(first, first.version.items.get(position=1), FAULT, by=safety_officer, at=opens)
    walking.finish(first, by=safety_officer, at=opens + timedelta(minutes=9))
    second.refresh_from_db()
    type(second).objects.filter(pk=second.pk).update(status="missed")
    november = Span("", date(2025, 11, 1), date(2025, 11, 30))
    [group] = figures.groups([november], opens.date())
    values = [(line.values[0].number, line.values[0].of) for line in group.lines]
    assert values == [(12, None), (1, 12), (0, 12), (1, 12), (1, None), (0, 1)]
    for each in group.lines:
        path = each.values[0].path
        page = FINDINGS if "/findings/" in path else INSPECTIONS
        assert rows_behind(page, head, path) == each.values[0].number, each.label
    [share] = figures.coverage(opens.date()).values
    assert (share.number, share.of) == (1, 6)
    assert rows_behind(COVERAGE, head, share.path) == 1


def test_the_figures_are_read_by_whoever_sees_all(signed_in, head, safety_officer, semester):
    assert signed_in(head).get("/inspections/figures/").status_code == 200
    assert signed_in(safety_officer).get("/inspections/figures/").status_code == 403


def test_a_place_stands_in_one_state_alone(walked, patrol, room):
    walked(patrol)
    row = Coverage.objects.get(place=room)
    for days, sight in ((0, Sight.SEEN), (5, Sight.SEEN), (6, Sight.SOON), (8, Sight.OVERDUE)):
        today = AT.date() + timedelta(days=days)
        rows = Coverage.objects.filter(pk=row.pk)
        standing = [each for each in Sight if rows.standing(each, today).exists()]
        assert (row.sight(today), standing) == (sight, [sight])


def test_open_findings_show_at_their_place(walked, patrol, room, building, safety_officer, pupil):
    walked(patrol, {"出口畅通": FAULT})
    assert [
        record.title
        for _sort, records in records_for(safety_officer, building)
        for record in records
    ] == ["出口畅通：锁着"]
    assert records_for(pupil, building) == []
