"""One of each noun of repairs beside tickets, for the table of doors."""

from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from campus.models import Person, Place, Semester
from repairs.actions import (
    assets,
    maintenance,
    parts,
    property,
    property_rooms,
    spares,
    stock,
    supplies,
)
from repairs.actions import supply_requests as requests
from repairs.models import ExpectedItem, MaintenancePlan, SheetImport, Supply, SupplyRequest, Ticket


def lay_repairs(head: Person, owner: Person, ticket: int, at: datetime) -> dict[str, Any]:
    """An asset with a move that waits, a spare that is lent, an item of the store that the head has
    received and that a ticket has used, a request of `owner`'s, a table."""
    place = Place.objects.create(kind="room", code="R-8", name="Room 8")
    asset = assets.register(
        number="ZC-1", name="Asset", new_category="Things", place=place, by=head, at=at
    )
    spare = assets.register(
        number="ZC-2", name="Spare", new_category="Things", is_spare=True, by=head, at=at
    )
    move = assets.ask_to_move(
        asset, "transfer", reason="x", to={"custodian": owner}, by=owner, at=at
    )
    due = (at + timedelta(days=4000)).date()
    loan = spares.lend(spare, borrower=owner, due_on=due, by=head, at=at)
    supply = supplies.write_supply(
        Supply(), name="Item", unit="piece", category="parts", by=head, at=at
    )
    stock.receive(supply, 9, price=Decimal(1), invoice="x", by=head, at=at)
    supply = Supply.objects.select_related("stock").get(pk=supply.pk)
    parts.take_for_ticket(Ticket.objects.get(pk=ticket), supply, 2, by=head, at=at)
    line = supplies.Line(supply, 1)
    issue = supplies.hand_out([line], title="Issue", receiver=head, by=owner, at=at)
    request = requests.ask_for(
        [requests.Wanted(1, supply)], kind=SupplyRequest.Kind.STOCK, title="Request", by=head, at=at
    )
    table = SheetImport.objects.create(
        kind="assets", by=head, at=at, file_name="x.xlsx", state=SheetImport.State.READY
    )
    return {
        "repairs:asset": asset.pk, "repairs:asset_scan": asset.token,
        "repairs:asset_move": move.pk, "repairs:loan": loan.pk, "repairs:supply": supply.pk,
        "repairs:issue": issue.pk, "repairs:part": ticket,
        "repairs:part_back": (ticket, supply.pk), "repairs:import": table.pk,
        "repairs:import_new": "assets", "repairs:import_template": "assets",
        "repairs:requests:case": request.pk,
        "repairs:requests:case_move": (request.pk, "refuse"),
        **lay_maintenance(head, owner, at),
        **lay_property(head, owner, at),
    }  # fmt: skip


def lay_maintenance(head: Person, owner: Person, at: datetime) -> dict[str, Any]:
    """A plan with its job, which is the owner's to do."""
    place = Place.objects.create(kind="room", code="R-7", name="Room 7")
    plan = maintenance.write_plan(
        MaintenancePlan(), name="Plan", covers="place", place=place, rhythm="interval",
        every_months=6, starts_on=at.date(), planned_for=owner, by=head, at=at,
    )  # fmt: skip
    return {"repairs:maintenance_plan": plan.pk, "repairs:maintenance_job": plan.jobs.get().pk}


def lay_property(head: Person, owner: Person, at: datetime) -> dict[str, Any]:
    """A check of one room, which the owner manages and has counted, with a difference."""
    place = Place.objects.create(
        kind="room", code="R-6", name="Room 6", use="classroom", manager=owner
    )
    place.refresh_from_db()
    item = property.expect_item(ExpectedItem(), place=place, name="Desk", count=9, by=head, at=at)
    semester = Semester.objects.all()[0]
    check = property.make_check(
        title="Check", semester=semester, place=place, uses=["classroom"], due_on=at.date(),
        by=head, at=at,
    )  # fmt: skip
    room = check.rooms.get()
    line = room.lines.get()
    count = property_rooms.Count(line=line.pk, good=7, damaged=1)
    property_rooms.count_room(room, [count], seen=0, by=owner, at=at)
    return {
        "repairs:expected_item": item.pk, "repairs:expected_remove": item.pk,
        "repairs:property_check": check.pk, "repairs:property_room": room.pk,
        "repairs:property_line": line.pk,
    }  # fmt: skip
