"""Numbers of the dormitory, and what the roof is told: calendar and My day."""

from datetime import date, timedelta

from django.db import connection
from django.test.utils import CaptureQueriesContext

from campus.figures import spans_of
from campus.models import Person, Place, Role
from campus.rows import read
from dormitory import agenda
from dormitory.actions import headcount, leaders, moves
from dormitory.figures.semester import groups, standing
from dormitory.lists import ABSENCES, COUNTS
from dormitory.models import Absence, Occupancy, RoomCount
from dormitory.models.tally import ABSENCES_BY_NIGHT, COUNTS_BY_NIGHT
from tests.campus.lists.counting import rows_behind
from tests.campus.tallied import counted, kept
from tests.dormitory.conftest import AT, bed_of, moment, put_on_duty, queries, room_of

EVENING = moment(11, 3, 22, 5)
TODAY = date(2025, 11, 20)


def test_figures_are_the_rows_of_their_lists(house, sleeping, boarders, warden, head, semester):
    anna, berta, clara = boarders(3)
    sleeping("101", [anna, berta])
    sleeping("102", [clara])
    rooms = [room_of("101", house), room_of("102", house)]
    gone = headcount.count(rooms, missing=[anna.pk, berta.pk, clara.pk], by=warden, at=EVENING)
    later = EVENING + timedelta(minutes=5)
    headcount.come_back(gone[0], returned_at=later, by=warden, at=later)
    headcount.find(gone[1], by=warden, at=later)
    headcount.count(rooms[:1], missing=[], by=warden, at=EVENING + timedelta(days=1))
    for tally in (COUNTS_BY_NIGHT, ABSENCES_BY_NIGHT):
        assert kept(tally) == counted(tally)
    with CaptureQueriesContext(connection) as asked:
        lines = {
            str(line.label): line.values for line in groups(spans_of(semester, TODAY))[0].lines
        }
    assert len(asked) == 2
    numbers = [values[0].number for values in lines.values()]
    assert numbers == [3, 5, 0, 3, 1, 1, 1]
    proofs = [values[0] for values in lines.values()]
    for value, page in ((proofs[0], COUNTS), (proofs[3], ABSENCES), (proofs[4], ABSENCES)):
        assert rows_behind(page, head, value.path) == value.number
    assert [line.values[0].number for line in standing(TODAY)] == [3, 21]


def test_my_day_asks_for_what_waits(house, sleeping, boarders, warden, head, affairs):
    anna, berta = boarders(2)
    stay = sleeping("101", [anna, berta])[0]
    leader = put_on_duty(berta, Role.DORM_LEADER, room_of("101", house).place)
    move = moves.ask(
        stay, to_bed=bed_of("103", "1", house), other=None, on=date(2025, 12, 1), reason="",
        by=anna, at=AT,
    )  # fmt: skip

    def waiting(person: Person, at=EVENING) -> list[str]:
        return sorted(each.path for each in read(agenda.waiting(person, at)))

    tonight = f"/dormitory/houses/{house.pk}/tonight/"
    assert waiting(warden) == sorted([move.get_absolute_url(), tonight])
    assert waiting(warden, AT) == waiting(affairs) == waiting(head) == [move.get_absolute_url()]
    assert waiting(leader) == ["/dormitory/my-floor/"]
    assert waiting(anna) == []
    headcount.count([room_of("101", house)], missing=[anna.pk], by=warden, at=EVENING)
    missing = Absence.objects.get().get_absolute_url()
    assert waiting(warden) == sorted([move.get_absolute_url(), missing])
    assert waiting(leader) == []
    assert RoomCount.objects.count() == 1


def test_the_calendar_shows_a_leader_the_own_weeks(house, sleeping, boarders, warden):
    anna = boarders(1)[0]
    sleeping("101", [anna])
    leaders.name_leader(
        room_of("101", house).place, role=Role.DORM_LEADER, pupil=anna, by=warden, at=AT
    )
    leaders.lay_rota(Place.objects.get(code="S1-1"), weeks=2, by=warden, at=AT)
    week = date(2025, 11, 9)  # the Sunday of the first one
    found = read(agenda.dated(anna, week, week))
    assert [(each.first, each.last) for each in found] == [(date(2025, 11, 3), week)]
    assert read(agenda.dated(warden, week, week)) == []


def test_pages_of_the_evening_ask_the_same_with_one_and_with_three(
    house, sleeping, boarders, signed_in, warden
):
    floor = Place.objects.get(code="S1-1")
    paths = [
        f"/dormitory/floors/{floor.pk}/", f"/dormitory/floors/{floor.pk}/roll/",
        f"/dormitory/houses/{house.pk}/tonight/", f"/dormitory/floors/{floor.pk}/doors/",
        f"/dormitory/floors/{floor.pk}/rota/", "/dormitory/absences/", "/dormitory/counts/",
        "/dormitory/moves/", "/dormitory/leave/", "/dormitory/visits/", "/dormitory/allotments/",
    ]  # fmt: skip
    sleeping("101", boarders(1))
    open_ended()
    browser = signed_in(warden)
    asked = [queries(browser, path) for path in paths]
    sleeping("102", boarders(3, number=2))
    sleeping("103", boarders(3, number=3))
    open_ended()
    assert [queries(browser, path) for path in paths] == asked
    assert max(asked) <= 12


def open_ended() -> None:
    """All stays hold whatever the day of the database."""
    Occupancy.objects.update(starts_on=date(2020, 1, 1), ends_on=None)
