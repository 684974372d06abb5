"""Filling vehicles: what is refused, what is asked about, what is written, what is cancelled."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from campus.attachments.actions import Upload, attach
from campus.attachments.contents import Taken
from campus.doors import Refused
from campus.models import Attachment, Person
from campus.records.actions import note
from campus.shell.words import moment_in_words, money
from campus.storing import store
from vehicles.actions import cards, odometer
from vehicles.actions.consumption import reckon
from vehicles.models import (
    KEEPERS,
    CardMove,
    CardTurn,
    FuelCard,
    OdometerReading,
    RefuelRecord,
    Unit,
    Vehicle,
    unit_of,
)

Paid = RefuelRecord.Paid
CENT = Decimal("0.01")
# What is typed may differ from quantity × price by so much without being asked about.
ROUNDED = Decimal("0.05")
ENTERED = gettext_noop("Entered")
CANCELLED = gettext_noop("Cancelled; odometer %(km)s km and %(amount)s yuan taken back")


@dataclass(frozen=True, kw_only=True)
class Fill:
    """What somebody says of a fill; `amount` in yuan, computed where nothing was typed."""

    vehicle: Vehicle
    at: datetime
    km: int
    quantity: Decimal
    price: Decimal
    amount: Decimal
    station: str
    receipt: str = ""
    paid_by: str = Paid.CARD
    is_full: bool = True
    over_reason: str = ""
    photos: Sequence[Upload | Attachment] = field(default=())

    @property
    def is_over(self) -> bool:
        """Whether it comes to more than one fill may (local practice)."""
        return self.amount > settings.FUEL_FILL_MOST


def cost(quantity: Decimal, price: Decimal) -> Decimal:
    """What so much costs, to the fen."""
    return (quantity * price).quantize(CENT, ROUND_HALF_UP)


# What is refused


def faults(fill: Fill, *, by: Person) -> dict[str, str]:
    """What stands against a fill, each sentence at its field; nothing where it can be written."""
    found = {
        "km": odometer.backwards(OdometerReading(vehicle=fill.vehicle, km=fill.km, at=fill.at)),
        "receipt": twice(fill), "paid_by": without_card(fill),
        "amount": too_much(fill, by), "over_reason": unexplained(fill, by),
        "attachments": without_photo(fill),
    }  # fmt: skip
    return {name: words for name, words in found.items() if words}


def twice(fill: Fill) -> str:
    """A receipt is entered once for each station; whoever was first is named."""
    if not fill.receipt:
        return ""
    same = RefuelRecord.objects.live().filter(
        station__iexact=fill.station, receipt__iexact=fill.receipt
    )
    first = same.select_related("by", "vehicle").first()
    if first is None:
        return ""
    return _("%(person)s has entered this receipt already, for %(plate)s on %(moment)s.") % {
        "person": first.by, "plate": first.vehicle.plate,
        "moment": moment_in_words(first.entered_at),
    }  # fmt: skip


def card_of(fill: Fill) -> FuelCard | None:
    """The card that the vehicle had on the day."""
    turn = CardTurn.objects.running(timezone.localtime(fill.at).date())
    found = turn.filter(vehicle=fill.vehicle).select_related("card").first()
    return found.card if found else None


def without_card(fill: Fill) -> str:
    if fill.paid_by == Paid.CARD and card_of(fill) is None:
        return _("%(plate)s had no fuel card on this day.") % {"plate": fill.vehicle.plate}
    return ""


def too_much(fill: Fill, by: Person) -> str:
    """More than is on the card; more than a fill may come to, but for those who may say why."""
    card = card_of(fill) if fill.paid_by == Paid.CARD else None
    if card is not None and fill.amount > card.balance:
        return cards.left_words(card.balance)
    if fill.is_over and not by.on_duty_as(*KEEPERS):
        return _(
            "One fill comes to %(most)s at most (local practice). What is more is entered by the "
            "fleet manager, with the reason."
        ) % {"most": most_of_a_fill()}
    return ""


def unexplained(fill: Fill, by: Person) -> str:
    if fill.is_over and by.on_duty_as(*KEEPERS) and not fill.over_reason:
        return _("This is more than %(most)s: say why.") % {"most": most_of_a_fill()}
    return ""


def most_of_a_fill() -> str:
    return money(Decimal(settings.FUEL_FILL_MOST))


def without_photo(fill: Fill) -> str:
    if fill.paid_by == Paid.CASH and not fill.photos:
        return _("What was paid in cash needs a photo of the receipt.")
    return ""


# What is asked about


def doubts(fill: Fill) -> dict[str, str]:
    """What is asked about before a fill is taken, each sentence at its field."""
    found = {
        "km": odometer.doubt(fill.vehicle, fill.km, fill.at),
        "amount": another_sum(fill), "quantity": more_than_the_tank(fill),
        "attachments": known_photo(fill.photos),
    }  # fmt: skip
    return {name: words for name, words in found.items() if words}


def another_sum(fill: Fill) -> str:
    computed = cost(fill.quantity, fill.price)
    if abs(computed - fill.amount) <= ROUNDED:
        return ""
    return _("Quantity and price come to %(computed)s. Is %(typed)s right?") % {
        "computed": money(computed), "typed": money(fill.amount)
    }  # fmt: skip


def more_than_the_tank(fill: Fill) -> str:
    tank = fill.vehicle.tank_litres
    if tank is None or unit_of(fill.vehicle) != Unit.LITRE or fill.quantity <= tank:
        return ""
    return _("The tank holds %(tank)s litres. Is it right?") % {"tank": tank}


def known_photo(photos: Iterable[Upload | Attachment]) -> str:
    """A photo that shows another fill already: files are known by their digest."""
    digests = {digest_of(photo) for photo in photos} - {""}
    if not digests:
        return ""
    kind = ContentType.objects.get_for_model(RefuelRecord)
    live = RefuelRecord.objects.live().values("pk")
    shown = Attachment.objects.filter(content_type=kind, file__sha256__in=digests)
    first = shown.filter(object_id__in=live).order_by("pk").values("object_id")[:1]
    record = RefuelRecord.objects.select_related("by", "vehicle").filter(pk__in=first).first()
    if record is None:
        return ""
    return _("This photo shows the fill of %(plate)s on %(moment)s (%(person)s). Is it right?") % {
        "plate": record.vehicle.plate, "moment": moment_in_words(record.at), "person": record.by,
    }  # fmt: skip


def digest_of(photo: Upload | Attachment) -> str:
    if isinstance(photo, Attachment):
        return photo.file.sha256 if photo.file else ""
    return hashlib.sha256(photo.content.data).hexdigest() if isinstance(photo, Taken) else ""


# What is written


@transaction.atomic
def record(fill: Fill, *, by: Person, at: datetime) -> RefuelRecord:
    """Write a fill: its reading, the money off the card, what the vehicle used.

    The vehicle is locked first, then the card. What form or database refuse by themselves raises
    ValidationError; what somebody else has done meanwhile raises Refused.
    """
    vehicle = odometer.locked(fill.vehicle)
    if found := faults(fill, by=by):
        raise Refused(" ".join(found.values()))
    occasion = OdometerReading.Occasion.REFUEL
    reading = odometer.read(vehicle, fill.km, occasion=occasion, by=by, at=fill.at)
    card = card_of(fill) if fill.paid_by == Paid.CARD else None
    written = RefuelRecord(
        vehicle=vehicle, at=fill.at, reading=reading, quantity=fill.quantity,
        unit=unit_of(vehicle), price=fill.price, amount=fill.amount, station=fill.station,
        receipt=fill.receipt, paid_by=fill.paid_by, card=card, is_full=fill.is_full,
        over_reason=fill.over_reason if fill.is_over else "", by=by, entered_at=at,
    )  # fmt: skip
    store(written)
    attach(written, fill.photos, by=by, at=at)
    if card:
        pay(written, card, by=by, at=at)
    note(written, by=by, at=at, text=ENTERED)
    reckon(vehicle, since=fill.at)
    return written


def pay(written: RefuelRecord, card: FuelCard, *, by: Person, at: datetime) -> None:
    """Take the money off the card, in the month of the fill while that is open."""
    kept = cards.locked(card)
    day = cards.open_day(kept, timezone.localtime(written.at).date(), at)
    cards.move(
        kept, CardMove.Kind.REFUEL, -written.amount, counts_on=day, refuel=written,
        quantity=written.quantity, by=by, at=at,
    )  # fmt: skip


@transaction.atomic
def cancel(refuel: RefuelRecord, *, why: str, by: Person, at: datetime) -> RefuelRecord:
    """A record was wrong: the money goes back to the card, its reading is taken back, and what the
    vehicle used is reckoned anew; the record stays and says who has cancelled it, and why.

    Raises Refused where it was cancelled already, ValidationError without a reason.
    """
    vehicle = odometer.locked(refuel.vehicle)
    rows = RefuelRecord.objects.select_for_update(of=("self",)).select_related("reading", "card")
    kept: RefuelRecord = rows.get(pk=refuel.pk)
    if kept.is_cancelled or kept.reading is None:
        raise Refused(_("%(person)s has cancelled it already.") % {"person": kept.cancelled_by})
    reading, kept.reading = kept.reading, None
    kept.cancelled_by, kept.cancelled_at, kept.cancelled_why = by, at, why
    store(kept)
    reading.delete()
    odometer.keep_highest(vehicle)
    if kept.card:
        give_back(kept, kept.card, by=by, at=at)
    facts = {"km": str(reading.km), "amount": str(kept.amount)}
    note(kept, by=by, at=at, text=CANCELLED, facts=facts, words=why)
    forget_interval(kept)
    reckon(vehicle, since=kept.at)
    return kept


def give_back(kept: RefuelRecord, card: FuelCard, *, by: Person, at: datetime) -> None:
    """Put the money back, on the day on which it had been taken while that month is open."""
    card = cards.locked(card)
    taken = CardMove.objects.get(refuel=kept, kind=CardMove.Kind.REFUEL)
    cards.move(
        card, CardMove.Kind.BACK, kept.amount, counts_on=cards.open_day(card, taken.counts_on, at),
        refuel=kept, quantity=-kept.quantity, by=by, at=at,
    )  # fmt: skip


def forget_interval(kept: RefuelRecord) -> None:
    """A cancelled record ends no interval; what was said of it stays in its timeline."""
    interval = getattr(kept, "interval", None)
    if interval is not None:
        interval.delete()
