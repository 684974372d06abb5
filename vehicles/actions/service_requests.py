"""What happens to requests for service beyond what happens to any case."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from campus.attachments.actions import Upload
from campus.cases.actions import move, raise_case
from campus.cases.actions.locking import locked
from campus.cases.actions.moving import refuse_unless_possible
from campus.cases.actions.telling import tell_people
from campus.cases.registry import on_duty
from campus.doors import Refused
from campus.models import Attachment, Person, Role, TimelineEntry
from campus.storing import store
from vehicles.actions import odometer, service_plans
from vehicles.actions.trips import tell_of
from vehicles.models import (
    KEEPERS,
    OdometerReading,
    ServiceBill,
    ServicePart,
    ServiceRequest,
    Trip,
)

Status = ServiceRequest.Status
CENT = Decimal("0.01")

TO_APPROVE = gettext_noop("Waits for your approval: %(number)s %(title)s")
YOURS = gettext_noop("Approved, the vehicle can be brought to the workshop: %(number)s %(title)s")
BROUGHT = gettext_noop("Brought to the workshop, expected back on %(day)s")
STRANDED = gettext_noop(
    "%(vehicle)s is in the workshop: give %(trip)s on %(start)s another vehicle"
)
BILLED = gettext_noop("Bill %(invoice)s of %(total)s yuan")


def ask(*, by: Person, at: datetime, **facts: Any) -> ServiceRequest:
    """Ask for a vehicle to be serviced or mended: nothing is begun before it is approved. Raises
    ValidationError."""
    return raise_case(ServiceRequest, by=by, at=at, **facts)


@transaction.atomic
def approve(
    request: ServiceRequest, *, words: str = "", by: Person, at: datetime, seen: int | None = None
) -> TimelineEntry:
    """Say yes. Above the limit (local practice) a second person has to, unless whoever asked keeps
    the vehicles and is thus the first of the two; the head is told that it waits."""
    if not needs_second(request):
        return let_go_on(request, by=by, at=at, seen=seen, words=words, approved_by=by)
    entry = move(request, Status.SECOND, by=by, at=at, seen=seen, words=words, approved_by=by)
    kept = ServiceRequest.objects.get(pk=request.pk)
    tell_people(on_duty(Role.HEAD), kept, TO_APPROVE, by=by, at=at, occasion="second")
    return entry


def needs_second(request: ServiceRequest) -> bool:
    """Whether a second checker has to say yes."""
    asked_by_keeper = request.reporter is not None and request.reporter.on_duty_as(*KEEPERS)
    return request.is_large and not asked_by_keeper


@transaction.atomic
def second(
    request: ServiceRequest, *, words: str = "", by: Person, at: datetime, seen: int | None = None
) -> TimelineEntry:
    """The second checker says yes."""
    return let_go_on(request, by=by, at=at, seen=seen, words=words, second_by=by)


def let_go_on(request: ServiceRequest, *, by: Person, at: datetime, **facts: Any) -> TimelineEntry:
    """It is approved, and in the hands of whoever asked until the bill is there."""
    entry = move(request, Status.APPROVED, by=by, at=at, assignee=request.reporter, **facts)
    kept = ServiceRequest.objects.get(pk=request.pk)
    tell_people([kept.reporter], kept, YOURS, by=by, at=at)
    return entry


def refuse(
    request: ServiceRequest, *, words: str, by: Person, at: datetime, seen: int | None = None
) -> TimelineEntry:
    """Refuse it, and say why."""
    return move(request, Status.REFUSED, by=by, at=at, seen=seen, words=words)


def withdraw(
    request: ServiceRequest, *, by: Person, at: datetime, seen: int | None = None
) -> TimelineEntry:
    """Whoever asked for it takes it back."""
    return move(request, Status.WITHDRAWN, by=by, at=at, seen=seen)


@transaction.atomic
def bring(
    request: ServiceRequest, *, expected_back: date, km: int | None = None, words: str = "",
    by: Person, at: datetime, seen: int | None = None,
) -> TimelineEntry:  # fmt: skip
    """The vehicle is in the workshop from now on and is not sent out; whoever keeps the vehicles is
    told of the trips that it was to make meanwhile. `km` is what its odometer shows.

    Raises Refused where it is in another one, ValidationError for an odometer that would run
    backwards.
    """
    vehicle = odometer.locked(request.vehicle)
    there = ServiceRequest.objects.filter(vehicle=vehicle, status=Status.IN_WORKSHOP)
    if other := there.exclude(pk=request.pk).first():
        raise Refused(_("The vehicle is in a workshop already: %(other)s.") % {"other": other})
    entry = move(
        request, Status.IN_WORKSHOP, by=by, at=at, seen=seen, words=words, text=BROUGHT,
        facts={"day": {"day": expected_back.isoformat()}}, in_at=at, expected_back=expected_back,
    )  # fmt: skip
    if km is not None:
        occasion = OdometerReading.Occasion.SERVICE
        odometer.read(vehicle, km, occasion=occasion, by=by, at=at)
    for trip in vehicle.trips.filter(status=Trip.Status.PLANNED, ends_at__gt=at).told():
        if timezone.localtime(trip.starts_at).date() <= expected_back:
            keepers, key = on_duty(Role.FLEET_MANAGER), f"workshop:{request.pk}"
            tell_of(trip, keepers, STRANDED, occasion=key, by=by, at=at)
    return entry


@transaction.atomic
def fetch(
    request: ServiceRequest, *, words: str, attachments: Iterable[Upload | Attachment] = (),
    by: Person, at: datetime, seen: int | None = None,
) -> TimelineEntry:  # fmt: skip
    """The vehicle is back: `words` are what was done. A plan that it was done for counts from here;
    the bill is due within a week (local practice)."""
    vehicle = odometer.locked(request.vehicle)
    entry = move(
        request, Status.BACK, by=by, at=at, seen=seen, words=words, attachments=attachments,
        back_at=at,
    )  # fmt: skip
    if request.plan:
        day = timezone.localtime(at).date()
        service_plans.done(request.plan, on=day, km=vehicle.odometer, at=at)
    return entry


@dataclass(frozen=True)
class Part:
    """A part of a bill: how many, at what price each."""

    name: str
    quantity: Decimal
    price: Decimal

    @property
    def amount(self) -> Decimal:
        return (self.quantity * self.price).quantize(CENT, ROUND_HALF_UP)


@transaction.atomic
def bill(  # noqa: PLR0913  # each is a fact of its own
    request: ServiceRequest, *, invoice: str, billed_on: date, labour: Decimal,
    parts: Iterable[Part], attachments: Iterable[Upload | Attachment] = (), by: Person,
    at: datetime, seen: int | None = None,
) -> TimelineEntry:  # fmt: skip
    """Enter the workshop's bill with its parts. Where it is much more than what was approved it is
    to be approved again. Raises Refused for an invoice that is known, ValidationError."""
    request = locked(request, seen=seen)
    used = list(parts)
    total = labour + sum((part.amount for part in used), Decimal(0))
    status = Status.OVER if total > request.most_billed else Status.DONE
    refuse_unless_possible(request, status, "")
    if known := known_invoice(request, invoice):
        raise Refused(known)
    written = ServiceBill(
        request=request, vehicle=request.vehicle, workshop=request.workshop, invoice=invoice,
        billed_on=billed_on, labour=labour, total=total, by=by, at=at,
    )  # fmt: skip
    store(written)
    for part in used:
        row = ServicePart(bill=written, name=part.name, quantity=part.quantity, price=part.price)
        store(row)
    return move(
        request, status, by=by, at=at, text=BILLED, attachments=attachments, assignee=None,
        facts={"invoice": invoice, "total": str(total)},
    )  # fmt: skip


def known_invoice(request: ServiceRequest, invoice: str) -> str:
    """Where an invoice of the same workshop stands already, a sentence; empty where nowhere."""
    same = ServiceBill.objects.filter(workshop=request.workshop_id, invoice__iexact=invoice)
    first = same.select_related("request", "by").first()
    if first is None:
        return ""
    return _("%(person)s has entered this invoice already, for %(request)s.") % {
        "person": first.by, "request": first.request,
    }  # fmt: skip


def approve_bill(
    request: ServiceRequest, *, words: str, by: Person, at: datetime, seen: int | None = None
) -> TimelineEntry:
    """The bill is paid although it is more than what was approved, for the reason in `words`."""
    return move(request, Status.DONE, by=by, at=at, seen=seen, words=words, bill_approved_by=by)


@transaction.atomic
def send_back(
    request: ServiceRequest, *, words: str, by: Person, at: datetime, seen: int | None = None
) -> TimelineEntry:
    """The bill goes back to the workshop, for the reason in `words`; its history stays."""
    entry = move(
        request, Status.BACK, by=by, at=at, seen=seen, words=words, assignee=request.reporter
    )
    ServiceBill.objects.filter(request=request).delete()
    return entry


def check(
    request: ServiceRequest, *, words: str = "", by: Person, at: datetime, seen: int | None = None
) -> TimelineEntry:
    """Somebody else than who entered the bill has compared it with the work (验收)."""
    return move(request, Status.CHECKED, by=by, at=at, seen=seen, words=words, checked_by=by)
