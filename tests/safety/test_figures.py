"""Numbers of safety, and what the roof is told: calendar, My day, the first page."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override

from campus.cases import actions as cases
from campus.figures import Value, spans_of
from campus.rows import read
from safety import agenda
from safety.actions import chemicals, drills, duty_shifts, hazards, incidents
from safety.figures.semester import groups, standing
from safety.figures.tiles import tiles_for
from safety.lists import DRILLS, EVENTS, HAZARDS, INCIDENTS
from safety.models import HAZARDS_BY_DAY, Chemical, Drill, DutyShift
from tests.campus.lists.counting import rows_behind
from tests.campus.tallied import counted, kept
from tests.safety.conftest import AT, GENERAL, fresh, moment

HOUR = timedelta(hours=1)


TODAY = date(2025, 12, 20)


@pytest.fixture
def told(head, semester):
    """`told()["Major"]`: the values of a line for the semester and its months."""

    def by_label() -> dict[str, list[Value]]:
        spans = spans_of(semester, TODAY)
        found = [line for group in groups(spans, head, TODAY) for line in group.lines]
        with override("en"):
            return {str(line.label): list(line.values) for line in found}

    return by_label


@pytest.fixture
def eventful(reported, safety_officer, commitments, technician, head):
    """Two hazards closed, one of them late; a third open, a fourth merged into it; an accident
    and a near miss; a drill in time and one beyond its target."""
    late, prompt, open_one, twin = reported(), reported(), reported(at=moment(10, 9, 9)), reported()
    for hazard, done in ((late, moment(11, 12, 9)), (prompt, moment(11, 6, 9))):
        hazards.grade(hazard, **GENERAL, by=safety_officer, at=AT)
        hazards.order(hazard, **commitments(), by=safety_officer, at=AT)
        hazards.finish(hazard, words="好了", by=technician, at=done)
        hazards.close(fresh(hazard), verdict="属实", by=safety_officer, at=done + HOUR)
    cases.merge(twin, into=open_one, by=safety_officer, at=AT)
    for title, level in (("滑倒", "minor"), ("险些滑倒", "near_miss")):
        incidents.record(
            title=title, happened_at=AT, level=level, hurt_pupils=1, by=head, at=AT
        )  # fmt: skip
    for month, seconds in ((10, 110), (11, 140)):
        planned = moment(month, 20, 9)
        drill = drills.plan(
            by=head, at=AT, title="演练", planned_at=planned, commander=head, lines={}, classes=[],
            groups=[("5层", 9)],
        )  # fmt: skip
        drills.start(drill, by=head, at=planned)
        drills.all_out(drill, by=head, at=planned + timedelta(seconds=seconds))


def test_a_semester_is_told_in_all_and_by_month(told, eventful):
    lines = {label: [value.number for value in values] for label, values in told().items()}
    # The semester; August, September, October, November, December.
    assert lines["Found"] == [3, 0, 0, 1, 2, 0]
    assert lines["Closed out"] == [2, 0, 0, 0, 2, 0]
    assert lines["Still open"] == [1, 0, 0, 1, 0, 0]
    assert lines["Rectified in time"] == lines["Rectified late"] == [1, 0, 0, 0, 1, 0]
    assert lines["Drills held"] == [2, 0, 0, 1, 1, 0]
    assert lines["Everybody out within the target"] == [1, 0, 0, 1, 0, 0]
    assert lines["Slowest evacuation"] == [140, None, None, 110, 140, None]
    assert lines["Accidents"] == [1, 0, 0, 0, 1, 0]
    kept = told()["Months with an evacuation drill"]
    assert [(value.number, value.of) for value in kept] == [
        (2, 3), (0, 0), (0, 1), (1, 1), (1, 1), (0, 0),
    ]  # fmt: skip


def test_each_number_is_the_number_of_rows_of_the_list_behind_it(told, eventful, head):
    of_hazards = ("Found", "Major", "Closed out", "Still open", "Rectified in time")
    pages = {
        **dict.fromkeys(of_hazards, HAZARDS), "Drills held": DRILLS,
        "Everybody out within the target": DRILLS, "Accidents": INCIDENTS, "Activities": EVENTS,
    }  # fmt: skip
    values = {label: told()[label] for label in pages}
    assert {label: [each.number for each in found] for label, found in values.items()} == {
        label: [rows_behind(pages[label], head, each.path) for each in found]
        for label, found in values.items()
    }


def test_today_s_numbers_are_the_rows_of_their_lists(eventful, head):
    lines = standing(head, moment(11, 20, 9))
    with override("en"):
        now = {str(line.label): line.values[0] for line in lines}
    for label in ("Open hazards", "Open major hazards"):
        assert rows_behind(HAZARDS, head, now[label].path) == now[label].number
    assert (now["Open hazards"].number, now["Norms in place"].of) == (1, 9)
    assert now["Days without an accident"].number == 17


def test_the_database_counts_as_the_rows_do(eventful):
    assert kept(HAZARDS_BY_DAY) == counted(HAZARDS_BY_DAY) != set()


def test_the_page_asks_the_same_few_questions_and_is_for_those_who_direct(
    signed_in, head, teacher, semester, eventful, reported
):
    browser = signed_in(head)

    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert browser.get(f"/safety/figures/?semester={semester.pk}").status_code == 200
        return len(queries)

    asked()
    few = asked()
    reported()
    assert asked() == few <= 12
    assert signed_in(teacher).get("/safety/figures/").status_code == 403


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
