"""One of everything of fuel and service of vehicles that an address can name."""

from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from campus.models import Person
from vehicles.actions import card_months, cards, incidents, refuels, service_plans, workshops
from vehicles.actions import service_requests as service
from vehicles.models import FuelCard, ServicePlan, TankInterval, Vehicle, VehicleWorkshop


def running_things(head: Person, owner: Person, at: datetime) -> dict[str, Any]:
    """A vehicle with a card, full tanks of which one stands out, a month that `owner` has closed,
    a request of `owner`'s, a plan, a workshop and an incident."""
    by: dict[str, Any] = {"by": head, "at": at}
    vehicle = Vehicle.objects.create(plate="V-1", model="Car", seats=5, **by)
    card = cards.write_card(
        FuelCard(), number="C-1", issuer="Issuer", opened_on=date(2025, 9, 1), **by
    )
    cards.give(card, to=vehicle, starts_on=date(2025, 9, 1), **by)
    cards.top_up(card, amount=Decimal(900), on=date(2025, 9, 1), **by)
    record = fills(vehicle, head, at)
    closed = card_months.close(
        card, date(2025, 9, 1), statement=Decimal(0), explanation="x", by=owner, at=at
    )
    workshop = workshops.write_workshop(VehicleWorkshop(), name="Workshop", **by)
    request = service.ask(
        vehicle=vehicle, kind="repair", title="Brakes", workshop=workshop, estimate=Decimal(9),
        by=owner, at=at,
    )  # fmt: skip
    plan = service_plans.write_plan(
        ServicePlan(), vehicle=vehicle, title="Oil", every_km=5000, last_on=date(2025, 9, 1),
        last_km=0, **by,
    )  # fmt: skip
    incident = incidents.write_down(
        vehicle=vehicle, kind="accident", happened_at=at, where="Gate", description="x",
        cost=Decimal(1), fault="ours", **by,
    )  # fmt: skip
    return {
        "vehicles:card": card.pk, "vehicles:refuel": record.pk,
        "vehicles:card_month": (card.pk, f"{closed.month:%Y-%m}"),
        "vehicles:tank": TankInterval.objects.outliers().get().pk,
        "vehicles:plan": plan.pk, "vehicles:workshop": workshop.pk,
        "vehicles:incident": incident.pk, "vehicles:service:case": request.pk,
        "vehicles:service:case_move": (request.pk, "refuse"),
    }  # fmt: skip


def fills(vehicle: Vehicle, by: Person, at: datetime) -> Any:
    """Five full tanks of 40 litres, the last after half of the kilometres."""
    km, record = 0, None
    for number, distance in enumerate((100, 400, 400, 400, 200)):
        km += distance
        what = refuels.Fill(
            vehicle=vehicle, at=at - timedelta(days=20 - number), km=km, quantity=Decimal(40),
            price=Decimal(1), amount=Decimal(40), station="Station",
        )  # fmt: skip
        record = refuels.record(what, by=by, at=at)
    return record
