"""Fire equipment: days follow from the rule of its sort; what is overdue stands out."""

from datetime import date
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from campus.doors import Refused
from safety.actions import equipment as actions
from safety.models import EquipmentRule, FireEquipment
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
