"""Numbers of safety, and what the roof is told: calendar, My day, the first page."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from campus.rows import read
from safety import agenda
from safety.actions import chemicals, drills, duty_shifts, hazards, incidents
from safety.figures.months import figures_of
from safety.figures.tiles import tiles_for
from safety.models import Chemical, Drill, DutyShift
from tests.safety.conftest import AT, GENERAL, fresh, moment

HOUR = timedelta(hours=1)


def test_a_month_tells_what_was_found_closed_and_closed_in_time(
    semester, reported, safety_officer, commitments, technician, head
):
    late, prompt = reported(), reported()
    reported(at=moment(10, 9, 9))
    for hazard, done in ((late, moment(11, 12, 9)), (prompt, moment(11, 6, 9))):
        hazards.grade(hazard, **GENERAL, by=safety_officer, at=AT)
        hazards.order(hazard, **commitments(), by=safety_officer, at=AT)
        hazards.finish(hazard, words="好了", by=technician, at=done)
        hazards.close(fresh(hazard), verdict="属实", by=safety_officer, at=done + HOUR)
    incidents.record(
        title="滑倒", happened_at=AT, level="minor", by=head, at=AT
    )  # fmt: skip
    months = {each.first.month: each for each in figures_of(head, semester, date(2025, 11, 20))}
    assert list(months) == [8, 9, 10, 11]
    november = months[11]
    assert (november.raised, november.closed, november.in_time, november.accidents) == (2, 2, 1, 1)
    assert (months[10].raised, months[10].closed) == (1, 0)


def test_each_number_leads_to_the_list_that_proves_it(
    signed_in, semester, reported, rectified, safety_officer, head
):
    hazards.close(rectified, verdict="属实", by=safety_officer, at=moment(11, 6, 9))
    reported(at=moment(10, 9, 9))
    november = figures_of(head, semester, date(2025, 11, 20))[-1]
    for path, number in ((november.raised_path, 1), (november.closed_path, 1)):
        assert len(signed_in(head).get(path).context["rows"]) == number
    for path in (november.drills.path, november.events_path, november.accidents_path):
        assert signed_in(head).get(path).context["rows"] == []


@pytest.fixture
def drill(head) -> Drill:
    return drills.plan(
        by=head, at=AT, title="消防演练", planned_at=AT + 30 * HOUR, commander=head, lines={},
        classes=[], groups=[("5层", 9)],
    )  # fmt: skip


@pytest.fixture
def shift(head, teacher) -> DutyShift:
    return duty_shifts.lay(
        DutyShift(), starts_at=AT + 9 * HOUR, ends_at=AT + 22 * HOUR, leader=head,
        members=[teacher], by=head, at=AT,
    )  # fmt: skip


def test_the_calendar_shows_drills_to_staff_and_ones_own_duty(
    drill, shift, teacher, pupil, technician
):
    def titles(person) -> list[str]:
        told = agenda.dated(person, date(2025, 11, 1), date(2025, 11, 30))
        return [each.path for each in read(told)]

    assert titles(teacher) == [drill.get_absolute_url(), shift.get_absolute_url()]
    assert titles(technician) == [drill.get_absolute_url()]
    assert titles(pupil) == []


def test_my_day_tells_of_duty_swaps_drills_and_signatures(
    drill, shift, head, teacher, technician, pupil
):
    duty_shifts.ask_swap(shift, taker=technician, reason="", by=teacher, at=AT)
    chemical = chemicals.write_chemical(
        Chemical(), name="硝酸钾", control="explosive", keeper=technician, second_keeper=head,
        by=head, at=AT,
    )  # fmt: skip
    chemicals.move(chemical, kind="receipt", amount=Decimal(5), by=technician, at=AT)

    def paths(person) -> list[str]:
        return [each.path for each in read(agenda.waiting(person, AT))]

    stopwatch = f"{drill.get_absolute_url()}stopwatch/"
    assert paths(head) == [shift.get_absolute_url(), stopwatch, chemical.get_absolute_url()]
    assert paths(teacher) == [shift.get_absolute_url()]
    assert paths(technician) == [shift.get_absolute_url()]
    assert paths(pupil) == []


def test_what_was_drawn_and_is_not_back_waits_for_its_takers(head, teacher):
    chemical = chemicals.write_chemical(Chemical(), name="乙醇", keeper=head, by=head, at=AT)
    chemicals.move(chemical, kind="receipt", amount=Decimal(5), by=head, at=AT)
    chemicals.move(
        chemical, kind="issue", amount=Decimal(1), purpose="x", taker=teacher, by=head, at=AT
    )
    counts = [len(read(agenda.waiting(teacher, AT + hours * HOUR))) for hours in (11, 13)]
    assert counts == [0, 1]


def test_the_first_page_shows_pupils_what_is_theirs(pupil, head, shift):
    assert len(tiles_for(pupil, at=AT)) == 2
    assert len(tiles_for(head, at=AT)) == 8
