"""What vehicles ask of a person today: months to reconcile and to check, consumption to explain,
service that is due."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Count, F, Window
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from campus.agenda import Dated, Urgency, Waiting
from campus.models import Person, Role
from campus.rows import Rows
from campus.school_time.months import month_after, month_before
from campus.shell.words import month_in_words
from vehicles import rights
from vehicles.models import CardMonth, FuelCard, ServicePlan, TankInterval
from vehicles.models.month import PUBLISHED_BY

# By this day of the month its ledger is brought up to date: local practice, 岷县 (domain.md §6).
LEDGER_DAY = 25
MOST = 12


def dated(person: Person, first: date, last: date) -> Iterable[Rows[Dated]]:
    """Service plans by their day, for whoever keeps or drives vehicles."""
    if not rights.can_read_plans(person):
        return []
    due = ServicePlan.objects.visible_to(person).filter(is_ended=False, due_on__range=(first, last))
    return [
        Rows(
            rows=due, fields=("title", "due_on", "vehicle__plate"),
            draw=lambda plan: Dated(
                title=str(plan), first=plan.due_on, last=plan.due_on, kind="inspection",
                path=f"{reverse('vehicles:plans')}?vehicle={plan.vehicle.pk}",
            ),
        )
    ]  # fmt: skip


def waiting(person: Person, at: datetime) -> Iterable[Rows[Waiting]]:
    """For whoever keeps the vehicles; what the head checks is told to the head alone."""
    if not rights.can_keep_vehicles(person):
        return []
    today = timezone.localtime(at).date()
    told = [ledgers(today), months(today), tanks(), plans(today)]
    return [*told, checks(today)] if person.on_duty_as(Role.HEAD) else told


def ledgers(today: date) -> Rows[Waiting]:
    """From the 25th on the ledgers of the month are brought up to date: one reminder for all cards
    on which fuel can be paid."""
    cards = FuelCard.objects.in_use().order_by("id")
    return Rows(
        rows=cards[:1] if today.day >= LEDGER_DAY else cards.none(),
        fields=("number",),
        draw=lambda card: Waiting(
            title=_("Fuel ledger of %(month)s: enter what is missing")
            % {"month": month_in_words(today)},
            path=f"{reverse('vehicles:fuel_month')}?month={today:%Y-%m}", icon="gas-station",
            urgency=Urgency.LATER, due=month_after(today) - timedelta(days=1),
            detail=_("By the 25th (local practice)"), button=pgettext("button", "Open"),
        ),
    )  # fmt: skip


def months(today: date) -> Rows[Waiting]:
    """Cards whose last month, or one before it, is not reconciled."""
    month = month_before(today)
    due = today.replace(day=PUBLISHED_BY)
    return Rows(
        rows=FuelCard.objects.to_close(month).order_by("number")[:MOST],
        fields=("number", "issuer", "closed_until", "opened_on"),
        draw=lambda card: Waiting(
            title=_("Reconcile %(month)s: %(card)s")
            % {"month": month_in_words(card.next_month), "card": card},
            path=reverse("vehicles:card_month", args=[card.pk, f"{card.next_month:%Y-%m}"]),
            icon="credit-card", urgency=urgency_of(due, today), due=due,
            detail=_("By the 5th (local practice)"), button=pgettext("button", "Open"),
        ),
    )  # fmt: skip


def checks(today: date) -> Rows[Waiting]:
    """Months that were reconciled by somebody else."""
    due = today.replace(day=PUBLISHED_BY)
    return Rows(
        rows=CardMonth.objects.to_check().order_by("month", "id")[:MOST],
        fields=("month", "card__number", "card__issuer", "closed_by__name"),
        draw=lambda closed: Waiting(
            title=_("Check %(month)s: %(card)s")
            % {"month": month_in_words(closed.month), "card": closed.card},
            path=reverse("vehicles:card_month", args=[closed.card.pk, f"{closed.month:%Y-%m}"]),
            icon="credit-card", urgency=urgency_of(due, today), due=due,
            detail=closed.closed_by.name, button=pgettext("button", "Open"),
        ),
    )  # fmt: skip


def tanks() -> Rows[Waiting]:
    """Consumption that stands out and was not explained: one reminder, with how many there are."""
    found = TankInterval.objects.unexplained().order_by("-at", "-id")
    return Rows(
        rows=found.annotate(count=Window(Count("*")))[:1],
        fields=("vehicle__plate", "per_100"),
        extra={"count": F("count")},
        draw=waiting_tanks,
    )


def waiting_tanks(tank: Any) -> Waiting:
    words = _("Consumption far off the usual, to be explained: %(count)d")
    return Waiting(
        title=words % {"count": tank.count}, icon="gauge", urgency=Urgency.SOON,
        path=f"{reverse('vehicles:tanks')}?which=unexplained", detail=tank.vehicle.plate,
        button=pgettext("button", "Open"),
    )  # fmt: skip


def plans(today: date) -> Rows[Waiting]:
    """Service that is due soon, or overdue."""
    near = ServicePlan.objects.running().near(today)
    return Rows(
        rows=near.order_by("due_on", "id")[:MOST],
        fields=("title", "due_on", "due_km", "vehicle__plate", "vehicle__odometer"),
        draw=lambda plan: Waiting(
            title=str(plan), icon="calendar-repeat", due=plan.due_on,
            path=f"{reverse('vehicles:plans')}?vehicle={plan.vehicle.pk}",
            urgency=Urgency.OVERDUE if plan.tone(today) == "overdue" else Urgency.SOON,
            detail=km_words(plan), button=pgettext("button", "Open"),
        ),
    )  # fmt: skip


def km_words(plan: ServicePlan) -> str:
    left = plan.km_left()
    return "" if left is None else _("%(km)s km left") % {"km": left}


def urgency_of(due: date, today: date) -> Urgency:
    if due < today:
        return Urgency.OVERDUE
    return Urgency.TODAY if due == today else Urgency.SOON
