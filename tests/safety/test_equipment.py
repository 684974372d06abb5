"""Fire equipment: days follow from the rule of its sort; what is overdue stands out."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from campus.doors import Refused
from campus.models import Place
from inspections.actions import schedules, walking
from inspections.models import Checklist, Inspection, Schedule
from safety.actions import equipment as actions
from safety.models import EquipmentRule, FireEquipment
from safety.models.equipment import ROUND
from tests.safety.conftest import AT

MADE = date(2020, 2, 29)


@pytest.fixture
def hang(head, stairs):
    """`hang(sort=…)`: a powder extinguisher made on 29 February 2020."""

    def hung(**fields: Any) -> FireEquipment:
        fields = {"sort": "powder", "code": "MH-001", "place": stairs, "made_on": MADE, **fields}
        return actions.write_equipment(FireEquipment(), by=head, at=AT, **fields)

    return hung


def days(piece: FireEquipment) -> tuple[date | None, date | None, date | None]:
    return piece.next_service, piece.scrap_on, piece.due_on


def test_days_follow_from_the_rule_of_the_sort(hang):
    assert days(hang()) == (date(2025, 3, 1), date(2030, 3, 1), date(2025, 3, 1))
    water = hang(sort="water", code="W-1", last_service=date(2025, 5, 1))
    assert days(water) == (date(2026, 5, 1), date(2026, 3, 1), date(2026, 3, 1))


def test_days_that_are_typed_hold(hang):
    piece = hang(next_service=date(2026, 1, 1), scrap_on=date(2028, 1, 1))
    assert days(piece)[:2] == (date(2026, 1, 1), date(2028, 1, 1))


def test_a_changed_rule_holds_for_what_is_serviced_from_then_on(hang, head):
    piece = hang()
    rule = EquipmentRule.objects.get(sort="powder")
    actions.write_rule(rule, service_years=1, by=head, at=AT)
    actions.lay_usual_rules()
    actions.service_all([piece], on=date(2025, 11, 1), by=head, at=AT)
    piece.refresh_from_db()
    assert days(piece)[0] == date(2026, 11, 1)


def test_nothing_is_serviced_tomorrow_or_before_it_was_made(hang, head):
    piece = hang()
    with pytest.raises(Refused):
        actions.service_all([piece], on=date(2025, 11, 4), by=head, at=AT)
    with pytest.raises(ValidationError):
        actions.service_all([piece], on=date(2019, 1, 1), by=head, at=AT)


def test_what_is_scrapped_is_due_no_more(signed_in, hang, head, teacher):
    piece = hang()
    sent = {"item": [piece.pk], "on": "2025-11-03"}
    assert signed_in(teacher).post("/safety/equipment/scrapped/", sent).status_code == 403
    signed_in(head).post("/safety/equipment/scrapped/", sent)
    piece.refresh_from_db()
    assert (piece.scrapped_on, piece.due_on) == (date(2025, 11, 3), None)
    assert signed_in(head).get("/safety/equipment/").context["rows"] == []


def test_pieces_are_written_by_officers_and_seen_by_staff(signed_in, head, teacher, pupil, stairs):
    typed = {"sort": "powder", "code": "MH-9", "place": stairs.code, "made_on": "2024-01-01"}
    assert signed_in(teacher).post("/safety/equipment/new/", typed).status_code == 403
    signed_in(head).post("/safety/equipment/new/", typed)
    assert FireEquipment.objects.get().next_service == date(2029, 1, 1)
    again = signed_in(head).post("/safety/equipment/new/", typed)
    assert list(again.context["form"].errors) == ["code"]
    codes = [signed_in(each).get("/safety/equipment/").status_code for each in (teacher, pupil)]
    assert codes == [200, 403]


# The monthly round


@pytest.fixture
def walked(safety_officer):
    """`walked(place)`: the monthly round there, finished at AT unless said otherwise."""

    def walk(place: Place, *, at: datetime = AT, code: str = ROUND) -> Inspection:
        checklist = Checklist.objects.select_related("current").get(code=code)
        begun = walking.start_at(checklist, place, by=safety_officer, at=at)
        return walking.finish(begun, by=safety_officer, at=at)

    return walk


@pytest.fixture
def floor(db) -> Place:
    """A staircase and a corridor are parts of it."""
    level = Place.objects.create(kind="floor", code="A-JX1-1", name="1层")
    for code, name in (("A-JX1-S2", "西楼梯间"), ("A-JX1-C1", "走廊")):
        Place.objects.create(kind="spot", code=code, name=name, parent=level)
    level.refresh_from_db()
    return level


def checked(code: str) -> tuple[date | None, int | None]:
    piece = FireEquipment.objects.get(code=code)
    return piece.checked_on, piece.last_check_id


def test_a_walk_looks_at_all_that_hangs_there(hang, walked, floor, head):
    elsewhere = Place.objects.create(kind="spot", code="B-1", name="门厅")
    hang(place=Place.objects.get(code="A-JX1-S2"))
    hang(code="C-1", place=Place.objects.get(code="A-JX1-C1"))
    hang(code="B-1", place=elsewhere)
    gone = hang(code="X-1", place=Place.objects.get(code="A-JX1-C1"))
    actions.scrap_all([gone], on=AT.date(), by=head, at=AT)
    walk = walked(floor)
    seen = (AT.date(), walk.pk)
    assert [checked(code) for code in ("MH-001", "C-1", "B-1", "X-1")] == [
        seen, seen, (None, None), (None, None),
    ]  # fmt: skip


def test_other_walks_look_at_no_equipment_and_a_late_one_hides_no_newer(hang, walked, stairs):
    hang()
    walked(stairs, code="building")
    assert checked("MH-001") == (None, None)
    newer = walked(stairs)
    walked(stairs, at=AT - timedelta(days=3))
    assert checked("MH-001") == (AT.date(), newer.pk)


def test_a_round_asks_as_little_however_much_hangs_there(hang, walked, stairs):
    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            walked(stairs)
        return len(queries)

    hang()
    asked()
    few = asked()
    for number in range(4):
        hang(code=f"N-{number}")
    assert asked() == few


def test_whoever_walks_sees_the_codes(hang, signed_in, safety_officer, stairs):
    hang()
    checklist = Checklist.objects.select_related("current").get(code=ROUND)
    begun = walking.start_at(checklist, stairs, by=safety_officer, at=AT)
    page = signed_in(safety_officer).get(f"/inspections/{begun.pk}/walk/").context["page"]
    assert [each.title for each in page.seen_here] == [str(FireEquipment.objects.get())]


def test_the_list_shows_where_this_months_round_is_missing(hang, walked, signed_in, head, floor):
    hang()
    hang(code="C-1", place=Place.objects.get(code="A-JX1-C1"))
    now = timezone.now()
    walked(Place.objects.get(code="A-JX1-C1"), at=now)
    browser = signed_in(head)
    context = browser.get("/safety/equipment/?current=unchecked").context
    assert [row.record.code for row in context["rows"]] == ["MH-001"]
    assert (context["unchecked"], context["without_round"]) == (1, 2)


def test_one_press_has_every_place_walked_once_a_month(hang, signed_in, head, stairs, floor):
    hang()
    browser, path = signed_in(head), "/safety/equipment/round/"
    browser.post(path)
    schedule = Schedule.objects.get()
    assert (schedule.checklist.code, schedule.place, schedule.rhythm) == (ROUND, stairs, "monthly")
    corridor = Place.objects.get(code="A-JX1-C1")
    hang(code="C-1", place=corridor)
    browser.post(path)
    assert list(Schedule.objects.get().places.all()) == [corridor]
    with pytest.raises(Refused):
        actions.lay_round(by=head, at=timezone.now())


def test_what_hangs_in_a_part_of_a_walked_place_is_in_the_round(hang, head, floor):
    schedules.write_schedule(
        Schedule(), places=[], by=head, at=timezone.now(), place=floor, role="safety_officer",
        checklist=Checklist.objects.select_related("current").get(code=ROUND), month_day=1,
        rhythm="monthly", starts_on=timezone.localdate(),
    )  # fmt: skip
    hang(place=Place.objects.get(code="A-JX1-C1"))
    with pytest.raises(Refused):
        actions.lay_round(by=head, at=timezone.now())
