"""What the page of a vehicle tells of its fuel, its service and its incidents: one query for all
three, whatever there is.

The view of the page puts `sections_of(...)` into its context and includes the templates
`vehicles/vehicle_fuel.html`, `vehicles/vehicle_service.html` and `vehicles/vehicle_incidents.html`.
"""

from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.db.models import OuterRef, Subquery
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from campus.models import Person
from campus.rows import Rows, read
from campus.shell.words import day_in_words, money
from vehicles import rights
from vehicles.figures.costs import YearCost, cost_rows
from vehicles.models import (
    KEEPERS,
    CardTurn,
    FuelCard,
    RefuelRecord,
    ServicePlan,
    ServiceRequest,
    TankInterval,
    Unit,
    Vehicle,
    VehicleIncident,
)

SHOWN = 5


@dataclass(frozen=True, kw_only=True)
class Told:
    """One line of a section."""

    part: str
    title: str
    path: str
    detail: str = ""
    state: str = ""
    state_words: str | Promise = ""


@dataclass(frozen=True)
class Sections:
    """The lines of each section by their part, and what the person may do."""

    lines: dict[str, list[Told]] = field(default_factory=dict)
    may_refuel: bool = False
    may_ask: bool = False
    may_write: bool = False
    may_keep: bool = False


def sections_of(vehicle: Vehicle, person: Person, *, at: datetime) -> dict[str, Any]:
    """`sections` for the templates, and the year's `cost` for whoever keeps vehicles; those who
    neither keep nor drive them see none of it."""
    if not rights.can_read_files(person):
        return {"sections": None, "cost": None}
    lines: dict[str, list[Told]] = {}
    cost = None
    rows: list[Rows[Any]] = [*rows_of(vehicle, person, at), *cost_if_kept(vehicle, person, at)]
    for told in read(rows):
        if isinstance(told, YearCost):
            cost = told
        else:
            lines.setdefault(told.part, []).append(told)
    return {
        "cost": cost,
        "sections": Sections(
            lines, bool(rights.can_refuel(person)), bool(rights.can_ask_service(person)),
            bool(rights.can_write_incidents(person)), bool(rights.can_keep_vehicles(person)),
        )
    }  # fmt: skip


def rows_of(vehicle: Vehicle, person: Person, at: datetime) -> list[Rows[Told]]:
    """Cards, newest fills, plans, newest requests and incidents, as far as one may see them."""
    today = timezone.localtime(at).date()
    mine = {"vehicle": vehicle}
    seen = ServiceRequest.objects.visible_to(person).filter(**mine)
    return [
        *card_rows(vehicle, person, at),
        Rows(
            rows=RefuelRecord.objects.visible_to(person).live().filter(**mine)
            .order_by("-at", "-id")[:SHOWN],
            fields=("at", "quantity", "unit", "amount", "station"),
            extra={"on_100": on_100()} if person.on_duty_as(*KEEPERS) else {},
            draw=told_fill,
        ),
        Rows(
            rows=ServicePlan.objects.visible_to(person).filter(is_ended=False, **mine)
            .order_by("due_on", "id"),
            fields=("title", "due_on", "due_km", "vehicle__odometer"),
            draw=lambda plan: told_plan(plan, today),
        ),
        Rows(
            rows=seen.order_by("-raised_at", "-id")[:SHOWN],
            fields=("number", "title", "status", "raised_at"),
            draw=told_request,
        ),
        Rows(
            rows=VehicleIncident.objects.visible_to(person).filter(**mine)
            .order_by("-happened_at", "-id")[:SHOWN],
            fields=("kind", "happened_at", "where", "closed_at"),
            draw=told_incident,
        ),
    ]  # fmt: skip


def cost_if_kept(vehicle: Vehicle, person: Person, at: datetime) -> list[Rows[YearCost]]:
    if not rights.can_keep_vehicles(person):
        return []
    return [cost_rows(vehicle, timezone.localtime(at).year)]


def on_100() -> Subquery:
    """What the tank that a fill ended used on 100 km."""
    tank = TankInterval.objects.filter(refuel=OuterRef("pk")).order_by()
    return Subquery(tank.values("per_100")[:1])


def card_rows(vehicle: Vehicle, person: Person, at: datetime) -> list[Rows[Told]]:
    turns = CardTurn.objects.running(timezone.localtime(at).date()).filter(vehicle=vehicle)
    cards = FuelCard.objects.visible_to(person).filter(pk__in=turns.order_by().values("card"))
    return [
        Rows(
            rows=cards, fields=("number", "issuer", "balance"),
            draw=lambda card: Told(
                part="card", title=str(card), path=card.get_absolute_url(),
                detail=_("%(money)s on the card") % {"money": money(card.balance)},
            ),
        )
    ]  # fmt: skip


def told_fill(refuel: Any) -> Told:
    """A fill with what the vehicle had used, where that is known."""
    unit = Unit(refuel.unit).label
    on_100 = getattr(refuel, "on_100", None)
    used = "" if on_100 is None else f"{Decimal(str(on_100)):.2f} {unit}/100 km"
    parts = (day_in_words(timezone.localtime(refuel.at).date()), refuel.station, used)
    return Told(
        part="fill", title=f"{refuel.quantity:.2f} {unit} · {money(refuel.amount)}",
        path=refuel.get_absolute_url(), detail=" · ".join(filter(None, parts)),
    )  # fmt: skip


def told_plan(plan: ServicePlan, today: Any) -> Told:
    """A plan with what is left."""
    parts = []
    if plan.due_on:
        parts.append(day_in_words(plan.due_on))
    left = plan.km_left()
    if left is not None:
        parts.append(_("%(km)s km left") % {"km": left})
    tone = plan.tone(today)
    return Told(
        part="plan", title=plan.title, path=reverse("vehicles:plans"), detail=" · ".join(parts),
        state=tone, state_words=TONES[tone](),
    )  # fmt: skip


TONES = {
    "overdue": lambda: _("Overdue"), "due_soon": lambda: _("Due soon"),
    "done": lambda: _("In time"),
}  # fmt: skip


def told_request(request: ServiceRequest) -> Told:
    return Told(
        part="request", title=f"{request.number} {request.title}",
        path=reverse("vehicles:service:case", args=[request.pk]),
        detail=day_in_words(timezone.localtime(request.raised_at).date()), state=request.status,
        state_words=ServiceRequest.Status(request.status).label,
    )  # fmt: skip


def told_incident(incident: VehicleIncident) -> Told:
    day = day_in_words(timezone.localtime(incident.happened_at).date())
    return Told(
        part="incident", title=f"{VehicleIncident.Kind(incident.kind).label} · {incident.where}",
        path=incident.get_absolute_url(), detail=day, state="done" if incident.closed_at else "new",
        state_words=_("Closed") if incident.closed_at else pgettext("with a vehicle", "Open"),
    )  # fmt: skip
